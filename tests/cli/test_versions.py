"""`--version` alone is answered without the command line, and says what the command line says of it, everywhere."""

import platform
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from carelog import __main__ as start
from carelog import __version__
from carelog.cli.versions import FITS_ANYWHERE, OPTIONS, version_facts
from carelog.terminal.window import NARROWEST
from support.written import SHUT, Written, in_window, written

ALONE = ("--version", "-V")
BY_THE_COMMAND_LINE = ("--plain", "--version")

PLACES: dict[str, dict[str, str]] = {
    "a pipe": {},
    "letters of two bytes": {"PYTHONIOENCODING": "utf-16-le"},
    "letters of a mainframe": {"PYTHONIOENCODING": "cp037"},
    "another language": {"CARELOG_LANG": "xx"},
    "a shell that completes": {
        "_CARELOG_COMPLETE": "complete_bash",
        "_CARELOG_LINE": "carelog done w",
        "_CARELOG_WORD": "w",
    },
}


def test_the_front_door_knows_the_options_of_the_command_line() -> None:
    assert start._VERSIONS == OPTIONS == ALONE


def test_the_versions_are_those_of_what_runs() -> None:
    assert version_facts() == {
        "carelog": __version__,
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }


@pytest.mark.parametrize("option", ALONE)
@pytest.mark.parametrize("variables", PLACES.values(), ids=PLACES)
def test_alone_they_are_the_answer_of_the_command_line(home: Path, option: str, variables: dict[str, str]) -> None:
    assert _run(option, variables=variables) == _run(*BY_THE_COMMAND_LINE, variables=variables)
    assert not home.exists()


@pytest.mark.parametrize("option", ALONE)
@pytest.mark.parametrize("redirected", SHUT.values(), ids=SHUT)
@pytest.mark.usefixtures("home")
def test_where_stdout_cannot_be_written_they_end_as_the_command_line_does(option: str, redirected: str) -> None:
    assert _in_shell(option, redirected) == _in_shell(" ".join(BY_THE_COMMAND_LINE), redirected)


@pytest.mark.parametrize("option", ALONE)
@pytest.mark.parametrize("columns", [5, 40])
@pytest.mark.usefixtures("home")
def test_on_a_terminal_they_are_the_same_lines(option: str, columns: int) -> None:
    assert in_window(option, columns=columns) == in_window(*BY_THE_COMMAND_LINE, columns=columns)


def test_no_line_that_is_written_so_would_be_broken_in_any_window() -> None:
    assert FITS_ANYWHERE <= NARROWEST


def _run(*words: str, variables: Mapping[str, str]) -> Written:
    return written([sys.executable, "-m", "carelog", *words], variables)


def _in_shell(words: str, redirected: str) -> Written:
    return written(["bash", "-c", f"'{sys.executable}' -m carelog {words} {redirected}; exit ${{PIPESTATUS[0]}}"])
