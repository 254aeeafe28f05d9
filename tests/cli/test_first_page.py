"""The first page of help is shown without the command line, and is the one that the command line shows."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from carelog import __main__ as start
from carelog.cli.help_asked import HELP, LONG, SHORT
from support.command import PROCESS_SECONDS, Terminal, environment

ALONE = ("help", "--help", "-h")
AT_ONCE = "from carelog.__main__ import run; run()"
BY_THE_COMMAND_LINE = f"from carelog import __main__ as start; start._HELP = (); {AT_ONCE}"
PLACES: dict[str, dict[str, str | None]] = {
    "a pipe": {},
    "plain": {"CARELOG_PLAIN": "1"},
    "plain switched off": {"CARELOG_PLAIN": "off"},
    "a dumb terminal": {"TERM": "dumb"},
    "no quotation marks": {"PYTHONIOENCODING": "ascii"},
    "another language": {"CARELOG_LANG": "xx"},
    "folders of the system": {"CARELOG_HOME": None},
    "a shell that completes": {"_CARELOG_COMPLETE": "complete_bash", "_CARELOG_LINE": "carelog done w"},
}
SHUT = {"full": ">/dev/full", "closed": ">&-", "all closed": "<&- >&- 2>&-", "nobody reads": "| true"}
Written = tuple[int, bytes, bytes]


def test_the_front_door_knows_how_the_command_line_is_asked_for_help() -> None:
    assert start._HELP == (HELP, LONG, SHORT) == ALONE


@pytest.mark.parametrize("word", ALONE)
@pytest.mark.parametrize("variables", PLACES.values(), ids=PLACES)
def test_alone_it_is_the_answer_of_the_command_line(home: Path, word: str, variables: dict[str, str | None]) -> None:
    ways = ([sys.executable, "-c", each, word] for each in (AT_ONCE, BY_THE_COMMAND_LINE))
    at_once, otherwise = (_run(way, variables) for way in ways)
    assert at_once == otherwise
    assert not home.exists()


@pytest.mark.parametrize("redirected", SHUT.values(), ids=SHUT)
@pytest.mark.usefixtures("home")
def test_where_stdout_cannot_be_written_it_ends_as_the_command_line_does(redirected: str) -> None:
    line = f'"$0" -c "$1" --help {redirected}; exit ${{PIPESTATUS[0]}}'
    ways = (["bash", "-c", line, sys.executable, each] for each in (AT_ONCE, BY_THE_COMMAND_LINE))
    at_once, otherwise = (_run(way, {}) for way in ways)
    assert at_once == otherwise


@pytest.mark.parametrize("columns", [20, 60, 100])
@pytest.mark.usefixtures("home")
def test_in_a_window_it_has_the_same_lines(columns: int) -> None:
    assert _shown("--help", columns=columns) == _shown("--no-plain", "--help", columns=columns)


def _run(words: Sequence[str], variables: Mapping[str, str | None]) -> Written:
    done = subprocess.run(words, env=environment(variables), capture_output=True, timeout=PROCESS_SECONDS, check=False)
    return done.returncode, done.stdout, done.stderr


def _shown(*words: str, columns: int) -> tuple[int, str]:
    terminal = Terminal(*words, columns=columns)
    try:
        return terminal.finish()
    finally:
        terminal.close()
