"""Write docs/sentences.md: every sentence that people read, by topic, with remarks: `python scripts/make_sentences.py`.

Remarks are kept in docs/sentences-remarks.toml, by the sentence word for word: what it should be, and why. The house's
tests read the same sentences, so that no rule of tone passes one over.
"""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "carelog"
PAGE = ROOT / "docs" / "sentences.md"
REMARKS = ROOT / "docs" / "sentences-remarks.toml"

CARD = ("crisis/words.py", "crisis/headings.py")
USAGE = "cli/runtime/usage_errors.py"
"""Pairs of a pattern and of the words that take its place."""
ROOMS = (*CARD, "wording", "error_sentences", "settings_fields.py", USAGE, "cli", "")
"""Where sentences stand, in the order of the page; the empty one is the rest of carelog."""
TRANSLATED = ("_", "gettext", "plural", "ngettext", "pgettext")
TYPED = ("Option", "Argument")
HEAD = """# Every sentence that carelog says

To be read aloud, as a person hears it who is not well. Values stand in braces; a stroke is a new line. Where there is a
sentence for one and another for several, the one for several is shown. Below a sentence that hurts, misleads or sounds
like nobody stands what it should be, and why. Nobody who works in a clinic, and nobody who lived through such nights,
has read these remarks yet. A command or value that a better sentence names may not exist yet.

`python scripts/make_sentences.py` writes this page; remarks are kept in `sentences-remarks.toml`, beside it.
"""


class Sentence(NamedTuple):
    """A sentence and where it stands; `name` is the constant, function, key or command that holds it."""

    text: str
    path: Path
    line: int
    name: str
    is_for_one: bool = False
    """Whether it is the form for one thing, beside another for several."""

    @property
    def place(self) -> str:
        """The path and line, as editors and terminals open them."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


class Remark(NamedTuple):
    """What a sentence should be, and why."""

    better: str
    why: str


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


def sentences() -> Iterator[Sentence]:
    """Every sentence that people read: the card's, those of wording and of errors, and the help of commands."""
    read: set[Path] = set()
    for room in ROOMS:
        place = SOURCE / room
        paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
        for path in (each for each in paths if each not in read):
            read.add(path)
            yield from _sentences_of(path)


def remarks() -> dict[str, Remark]:
    """The remarks by their sentence, word for word."""
    kept = tomllib.loads(REMARKS.read_text("utf-8"))["remark"]
    return {each["sentence"]: Remark(each["better"], each["why"]) for each in kept}


def page() -> str:
    """The page as text."""
    said, known = list(sentences()), remarks()
    parts = [HEAD, f"{len(said):,} sentences, {len(known)} with a remark."]
    for path, here in groupby(said, lambda each: each.path):
        lines = [line for name, group in groupby(here, lambda each: each.name) for line in _listed(name, group, known)]
        if not lines:
            continue
        about = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
        parts += [f"\n## `{path.relative_to(SOURCE)}`\n\n{about}\n", *lines]
    return "\n".join(parts) + "\n"


def _listed(name: str, group: Iterable[Sentence], known: dict[str, Remark]) -> Iterator[str]:
    shown = (each.text for each in group if each.text in known or (not each.is_for_one and _has_words(each.text)))
    for text in dict.fromkeys(shown):
        yield f"* {_shown(text)} · `{name}`"
        if remark := known.get(text):
            yield f"  * **better:** {_shown(remark.better)} · *{_shown(remark.why)}*"


def _has_words(text: str) -> bool:
    """Whether a sentence holds more than values and the signs between them."""
    return bool(re.search("[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", text)))


def _shown(text: str) -> str:
    """A sentence on one line of Markdown."""
    line = " / ".join(each.strip() for each in text.splitlines() if each.strip())
    for sign in "*<|[]`":
        line = line.replace(sign, f"\\{sign}")
    return line


def _sentences_of(path: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text("utf-8"))
    room = path.relative_to(SOURCE)
    for node in tree.body:
        if isinstance(node, ast.Assign) and (room.as_posix() in CARD or room.parts[0] == "error_sentences"):
            yield from _of_table(path, node)
            continue
        if isinstance(node, ast.Assign) and room.as_posix() == USAGE:
            yield from _of_pairs(path, node)
        name = _name_of(node)
        if isinstance(node, ast.FunctionDef) and (command := _command_of(node)) and (told := ast.get_docstring(node)):
            name = f"carelog {command}"
            yield Sentence(inspect.cleandoc(told), path, node.lineno, name)
            yield from (Sentence(text, path, line, name) for text, line in _examples_of(node))
        for text, line, is_for_one in _in_calls(node):
            yield Sentence(text, path, line, name, is_for_one)


def _of_table(path: Path, node: ast.Assign) -> Iterator[Sentence]:
    """The strings of a table of sentences or of constants, by their key or name."""
    target = node.targets[0]
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    values = node.value.elts if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) else [node.value]
    for name, value in zip(names, values, strict=True):
        if isinstance(value, ast.Dict):
            pairs = zip(value.keys, value.values, strict=True)
            named = [(str(ast.literal_eval(key)), each) for key, each in pairs if key is not None]
        else:
            named = [(ast.unparse(name), value)]
        for key, each in named:
            texts = each.elts if isinstance(each, ast.Tuple) and isinstance(value, ast.Dict) else [each]
            for text in texts:
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
                    yield Sentence(text.value, path, text.lineno, key, text is not texts[-1])


def _of_pairs(path: Path, node: ast.Assign) -> Iterator[Sentence]:
    """The second of each pair of strings."""
    for each in ast.walk(node.value):
        if isinstance(each, ast.Tuple) and isinstance(each.elts[-1], ast.Constant):
            yield Sentence(str(each.elts[-1].value), path, each.lineno, ast.unparse(node.targets[0]))


def _in_calls(node: ast.stmt) -> Iterator[tuple[str, int, bool]]:
    """The strings that are translated and the help of options, with their lines, and which are for one of several."""
    for call in sorted(
        (each for each in ast.walk(node) if isinstance(each, ast.Call)), key=lambda each: (each.lineno, each.col_offset)
    ):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in TRANSLATED:
            given = call.args[1:] if name == "pgettext" else call.args
        elif name in TYPED:
            given = [each.value for each in call.keywords if each.arg == "help"]
        else:
            continue
        texts = [each for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        yield from ((str(each.value), each.lineno, each is not texts[-1]) for each in texts if str(each.value).strip())


def _command_of(node: ast.FunctionDef) -> str:
    """The name of the command that a function is, or nothing."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "command":
            return str(ast.literal_eval(each.args[0]))
    return ""


def _examples_of(node: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """The examples below the help of a command, which are command lines."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "command":
            for example in each.args[1:]:
                if isinstance(example, ast.Constant):
                    yield str(example.value), example.lineno


def _name_of(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]).strip("()")
    return ast.unparse(node.target) if isinstance(node, ast.AnnAssign | ast.AugAssign) else ""


if __name__ == "__main__":
    main()
