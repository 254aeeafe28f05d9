"""The isolation is trusted by every other test, so here real test runs try to get out of it."""

import os
import re
import stat
import tempfile
import time
from pathlib import Path

import pytest

from support.inner import run_pytest
from support.source import ROOT

ESCAPES = {
    "writes_elsewhere": "open(OUTSIDE / 'new', 'w')",
    "appends_elsewhere": "os.open(OUTSIDE / 'kept', os.O_WRONLY | os.O_APPEND)",
    "makes_a_folder_elsewhere": "(OUTSIDE / 'folder').mkdir()",
    "keeps_bytecode_elsewhere": "(OUTSIDE / '__pycache__').mkdir()",
    "removes_elsewhere": "(OUTSIDE / 'kept').unlink()",
    "removes_through_an_open_folder": "os.unlink('kept', dir_fd=os.open(OUTSIDE, os.O_RDONLY))",
    "moves_elsewhere": "Path('mine').write_text('x'); os.replace('mine', OUTSIDE / 'mine')",
    "follows_a_link_elsewhere": "os.symlink(OUTSIDE / 'kept', 'link'); open('link', 'a')",
    "opens_a_database_elsewhere": "sqlite3.connect(OUTSIDE / 'journal.db')",
    "resolves_a_name": "socket.getaddrinfo('localhost', 80)",
    "opens_a_socket": "socket.socket()",
    "hides_its_escape": "hidden()",
}
ALLOWED = {
    "writes_in_its_folders": "Path('a').touch(); (Path.home() / 'b').touch(); tempfile.mkdtemp()",
    "reads_elsewhere": "(OUTSIDE / 'kept').read_text()",
    "reads_a_database_elsewhere": "sqlite3.connect(f'file:{OUTSIDE}/kept?mode=ro', uri=True).close()",
    "keeps_a_database_in_memory": "sqlite3.connect(':memory:').close()",
    "cleans_up": "Path('a/b').mkdir(parents=True); shutil.rmtree('a')",
    "keeps_bytecode_of_what_is_installed": "(Path(sys.prefix) / '__pycache__').mkdir(exist_ok=True)",
    "keeps_bytecode_of_the_checkout": "(Path(ROOT) / 'tests' / '__pycache__').mkdir(exist_ok=True)",
    "throws_away": "open('/dev/null', 'w').close()",
}
START = """
import contextlib, os, shutil, socket, sqlite3, sys, tempfile
from pathlib import Path
OUTSIDE, ROOT = Path({outside!r}), {root!r}
def hidden():
    with contextlib.suppress(OSError):
        open(OUTSIDE / 'new', 'w')
"""


def test_every_way_out_fails_the_test_that_takes_it_and_changes_nothing(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    tests = [START.format(outside=str(outside), root=str(ROOT))]
    tests += [f"def test_{name}():\n    {body}\n" for name, body in (ESCAPES | ALLOWED).items()]
    (tmp_path / "test_inner.py").write_text("\n".join(tests))
    installed = ["--installed"] if pytestconfig.getoption("installed") else []
    assert failures(tmp_path, *installed) == set(ESCAPES)
    assert [each.name for each in outside.iterdir()] == ["kept"]


def test_a_person_starts_with_nothing_of_the_developers(isolated: Path) -> None:
    assert Path.home() == isolated / "person"
    assert not list(Path.home().iterdir())
    assert Path.cwd().is_relative_to(isolated)
    assert Path(tempfile.gettempdir()).is_relative_to(isolated)
    assert stat.S_IMODE(Path(os.environ["XDG_RUNTIME_DIR"]).stat().st_mode) == 0o700
    assert not {"CARELOG_HOME", "CARELOG_NOW", "COLUMNS", "EDITOR", "NO_COLOR", "XDG_DATA_HOME"} & set(os.environ)


def test_it_is_the_same_hour_in_every_time_zone() -> None:
    assert time.localtime(1795379400).tm_hour == 21
    assert time.tzname == ("CET", "CEST")


@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_leaves_no_mask_or_folder_to_the_next(turn: int) -> None:
    assert os.umask(0o077) == 0o022, turn
    os.chdir("/")


def failures(folder: Path, *options: str) -> set[str]:
    """Runs the tests in a folder with the isolation of these; the names of those that did not pass."""
    done = run_pytest(folder, "-rA", "--tb=no", *options)
    assert f"collected {len(ESCAPES | ALLOWED)} items" in done.stdout, done.stdout + done.stderr
    return set(re.findall(r"^(?:FAILED|ERROR) \S+::test_(\w+)", done.stdout, re.MULTILINE))
