"""What lies side by side in a folder, files and folders, never imports in a circle.

Imports inside functions and imports for types count as well: a reader follows them all the same.
"""

import ast
import os
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

from support.source import SOURCE, modules, where

Import = tuple[Path, Path, str]
"""Who imports, what is imported, and where that stands."""


def test_no_files_and_no_folders_import_each_other_in_a_circle() -> None:
    found = circle(imports())
    assert not found, "\n".join(found)


def test_the_rule_sees_two_folders_in_a_circle_that_no_file_closes() -> None:
    there = (SOURCE / "a" / "one.py", SOURCE / "b" / "deeper" / "two.py", "a/one.py:1")
    back = (SOURCE / "b" / "three.py", SOURCE / "a" / "four.py", "b/three.py:2")
    inside = (SOURCE / "b" / "three.py", SOURCE / "b" / "deeper" / "two.py", "b/three.py:1")
    assert not circle([there, inside])
    assert circle([there, inside, back])[1:] == ["a/one.py:1 imports b/deeper/two.py", "b/three.py:2 imports a/four.py"]


def circle(found: Iterable[Import]) -> list[str]:
    """A circle of siblings and every import in it; nothing where there is none."""
    between = defaultdict(list)
    imported_by = defaultdict(set)
    for importer, imported, place in found:
        one, other = sides(importer, imported)
        between[one, other].append(f"{place} imports {imported.relative_to(SOURCE)}")
        imported_by[one].add(other)
    try:
        TopologicalSorter(imported_by).prepare()
    except CycleError as closed:
        ring = closed.args[1][::-1]
        return [" → ".join(ring), *(line for step in pairwise(ring) for line in between[step])]
    return []


def sides(importer: Path, imported: Path) -> tuple[str, str]:
    """The two siblings, each a file or a folder with all that is in it, that an import leads from and to."""
    folder = Path(os.path.commonpath([importer, imported]))
    one, other = (folder / path.relative_to(folder).parts[0] for path in (importer, imported))
    return str(one.relative_to(SOURCE)), str(other.relative_to(SOURCE))


def imports() -> Iterator[Import]:
    """Every import of one module of the house by another."""
    trees = dict(modules())
    paths = {".".join(("carelog", *path.relative_to(SOURCE).with_suffix("").parts)): path for path in trees}
    paths |= {name.removesuffix(".__init__"): path for name, path in paths.items()}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            found = {paths[name] for name in names_in(node, paths) if name in paths}
            yield from ((path, imported, where(path, node)) for imported in sorted(found - {path}))


def names_in(node: ast.AST, known: Container[str]) -> Iterator[str]:
    """The modules that an import names, or that what it names comes from."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        modules_or_names = (f"{node.module}.{alias.name}" for alias in node.names)
        yield from (name if name in known else str(node.module) for name in modules_or_names)
