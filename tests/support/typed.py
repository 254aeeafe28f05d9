"""What the tests type: every command, and every option with it, as their source shows."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from support.program import meant_by
from support.source import ROOT

UNKNOWN = "…"
"""What stands for a word that is known when a test runs and not before."""

Typed = tuple[str, str]
"""A command by its whole name, and an option that is typed with it or nothing."""


def typed_by_tests() -> dict[Typed, Counter[str]]:
    """Which files type a command, alone and with each of its options, and how often.

    The words of a call, a list or a text are one command line: `say("log", "--tag", "walk")`. In a function, options
    that stand apart from their command, as in a parametrized test, count for each command that the function types.
    """
    found: dict[Typed, Counter[str]] = defaultdict(Counter)
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for each in _typed_in(ast.parse(path.read_text("utf-8"))):
            found[each][str(path.relative_to(ROOT))] += 1
    return found


def _typed_in(tree: ast.Module) -> Iterator[Typed]:
    lists = {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}
    for part in tree.body:
        lines = [words for words in _lines_in(part, lists) if words]
        named = [name for words in lines for name in meant_by(words)]
        yield from ((name, "") for name in named)
        for words in lines:
            names = meant_by(words) or (named if isinstance(part, ast.FunctionDef) else ())
            yield from ((name, word) for name in set(names) for word in words if word.startswith("-"))


def _lines_in(part: ast.stmt, lists: Mapping[str, ast.expr]) -> Iterator[list[str]]:
    for node in ast.walk(part):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield _text(node).split()
        elif isinstance(node, ast.Call | ast.List | ast.Tuple):
            words = _words(node, lists)
            while words and words[0] == UNKNOWN:
                words.pop(0)
            yield [*words[0].split(), *words[1:]] if words else []


def _words(node: ast.expr, lists: Mapping[str, ast.expr]) -> list[str]:
    """The words of a call or a list, and those of a list inside it."""
    match node:
        case ast.Starred(value=ast.Name(id=name)):
            return _words(lists[name], {}) if name in lists else [UNKNOWN]
        case ast.Starred(value=inner) | ast.BinOp(left=ast.List() as inner):
            return _words(inner, lists)
        case ast.Call(args=words) | ast.List(elts=words) | ast.Tuple(elts=words):
            return [word for each in words for word in _words(each, lists)]
    return [_text(node)]


def _text(node: ast.expr) -> str:
    """A text as far as it is known before the test runs."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(_text, parts))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _text(left) + _text(right)
        case ast.BinOp(left=left, op=ast.Mult()):
            return _text(left)
    return UNKNOWN
