"""Print the tests of what has changed since the last commit, one folder or file a line.

    python scripts/tests_touched.py | xargs -r pytest -q

A change in src/carelog/ROOM or tests/ROOM asks for the folder of tests that mirrors it most closely. A module
outside of every room asks for the tests outside of every room. Anything else asks for tests/house, which reads the
whole source.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES, TESTS = Path("src/carelog"), Path("tests")
HOUSE = TESTS / "house"
CHANGED = ("git", "diff", "--name-only", "--relative", "-z", "HEAD")
NEW = ("git", "ls-files", "--others", "--exclude-standard", "-z")


def main() -> None:
    """Print the tests; nothing where nothing has changed."""
    for test in tests_of(changed(ROOT), ROOT):
        print(test)


def changed(root: Path) -> list[Path]:
    """Every file that differs from the last commit, new and deleted ones too; paths relative to root."""
    printed = "".join(
        subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
        for command in (CHANGED, NEW)
    )
    return [Path(name) for name in printed.split("\0") if name]


def tests_of(files: Iterable[Path], root: Path) -> list[Path]:
    """The tests that mirror these files, none of them twice; paths relative to root, sorted."""
    found = {test for file in files for test in _mirrors(file, root)}
    return sorted(test for test in found if found.isdisjoint(test.parents))


def _mirrors(file: Path, root: Path) -> Iterator[Path]:
    for tree in (MODULES, TESTS):
        if file.parent == tree:
            yield from (test.relative_to(root) for test in (root / TESTS).glob("test_*.py"))
            return
        if tree in file.parents:
            yield _nearest(file.relative_to(tree).parent, root)
            return
    yield HOUSE


def _nearest(room: Path, root: Path) -> Path:
    """The innermost folder of tests for this room, or for a room around it."""
    around = [each for each in (room, *room.parents) if each != Path()]
    mirrors = (TESTS / each for each in around)
    return next((folder for folder in mirrors if any((root / folder).rglob("test_*.py"))), HOUSE)


if __name__ == "__main__":
    main()
