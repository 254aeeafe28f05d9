"""The source code as syntax trees, for tests that check it."""

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "carelog"


def modules(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every module of these packages, or of all of carelog, with its syntax tree."""
    for room in rooms or ("",):
        place = SOURCE / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            yield path, tree_of(path)


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file, which nobody changes: it is read by many checks and parsed once.

    The collector of garbage passes it over from then on. To go through all trees takes a second, which it would take
    from any other test.
    """
    tree = ast.parse(path.read_text("utf-8"), str(path))
    gc.freeze()
    return tree


def where(path: Path, node: ast.expr | ast.stmt) -> str:
    """The path and line of a node, as editors and terminals open it."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def sentences(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string constant except docstrings; of an f-string its constant parts."""
    prose = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Every call of a function or method with one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if name in names:
                yield node
