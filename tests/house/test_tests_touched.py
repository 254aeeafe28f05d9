"""`just check` runs the tests of what has changed: which those are."""

import os
import runpy
import subprocess
from pathlib import Path

import pytest

from support.source import ROOT

PROGRAM = ROOT / "scripts" / "tests_touched.py"
tests_touched = runpy.run_path(str(PROGRAM))
TESTS = (
    "tests/test_clock.py",
    "tests/test_paths.py",
    "tests/house/test_imports.py",
    "tests/journal/test_undo.py",
    "tests/journal/lock/test_slots.py",
    "tests/terminal/test_pages.py",
)
OTHERS = ("tests/terminal/golden/week.txt", "tests/samples/loop.csv", "tests/support/source.py")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with rooms of tests, one of which has a room within."""
    for name in (*TESTS, *OTHERS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("src/carelog/journal/undo.py", "tests/journal"),
        ("src/carelog/journal/lock/slots.py", "tests/journal/lock"),
        ("src/carelog/journal/storage/rows/read.py", "tests/journal"),
        ("src/carelog/clock.py", "tests/test_clock.py tests/test_paths.py"),
        ("src/carelog/wording/lock.py", "tests/house"),
        ("tests/journal/test_undo.py", "tests/journal"),
        ("tests/journal/test_deleted.py", "tests/journal"),
        ("tests/terminal/golden/week.txt", "tests/terminal"),
        ("tests/conftest.py", "tests/test_clock.py tests/test_paths.py"),
        ("tests/samples/loop.csv", "tests/house"),
        ("tests/support/source.py", "tests/house"),
        ("docs/lock.md", "tests/house"),
        ("pyproject.toml", "tests/house"),
        ("", ""),
        ("src/carelog/journal/undo.py src/carelog/journal/lock/slots.py README.md", "tests/house tests/journal"),
    ],
)
def test_a_change_asks_for_the_tests_that_mirror_it(changed: str, tests: str, root: Path) -> None:
    found = tests_touched["tests_of"](map(Path, changed.split()), root)
    assert " ".join(map(str, found)) == tests


def test_changed_is_what_differs_from_the_last_commit(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    assert tests_touched["changed"](root) == []
    (root / TESTS[0]).write_text("changed")
    (root / TESTS[1]).unlink()
    (root / "a new file").touch()
    (root / ".gitignore").write_text("ignored\n")
    (root / "ignored").touch()
    git(root, "add", TESTS[0])
    assert sorted(map(str, tests_touched["changed"](root))) == sorted([*TESTS[:2], "a new file", ".gitignore"])


def test_every_room_of_the_source_has_tests_or_is_left_to_the_house() -> None:
    rooms = sorted(room for room in (ROOT / "src" / "carelog").iterdir() if any(room.glob("*.py")))
    tests = {room.name: tests_touched["tests_of"]([room.relative_to(ROOT) / "x.py"], ROOT) for room in rooms}
    assert [room for room, found in tests.items() if found == [Path("tests/house")]] == ["error_sentences", "wording"]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, env=os.environ, check=True)
