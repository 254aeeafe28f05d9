"""The source code as syntax trees, for tests that check it."""

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "carelog"
SAMPLES = ROOT / "tests" / "samples"
HELPLINES = SOURCE / "data" / "helplines"
_TREES: dict[Path, ast.Module] = {}
"""The syntax trees of files, which nobody changes: each is read by many checks and parsed once."""


def modules(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every module of these packages, or of all of carelog, with its syntax tree."""
    places = [SOURCE / room for room in rooms or ("",)]
    paths = [path for place in places for path in (sorted(place.rglob("*.py")) if place.is_dir() else [place])]
    if missing := [path for path in paths if path not in _TREES]:
        gc.disable()  # it would look through the trees while they grow, for longer than it takes to parse them
        _TREES.update((path, ast.parse(path.read_text("utf-8"), str(path))) for path in missing)
        gc.enable()
        _spare_the_collector()
    return ((path, _TREES[path]) for path in paths)


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


def _spare_the_collector() -> None:
    """Let the collector of garbage pass over the trees from now on.

    To go through all of them takes it a third of a second, which would count as time of any test that comes later. It
    would never free what is garbage when it begins to pass things over, so that is freed first.
    """
    gc.collect()
    gc.freeze()
