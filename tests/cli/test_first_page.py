"""The first page of help is shown without the command line, and is the one that the command line shows."""

import sys
from pathlib import Path

import pytest

from carelog import __main__ as start
from carelog.cli.help_asked import HELP, LONG, SHORT
from carelog.errors import StorageError
from support.written import SHUT, in_window, written

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


def test_the_front_door_knows_how_the_command_line_is_asked_for_help() -> None:
    assert start._HELP == (HELP, LONG, SHORT) == ALONE


@pytest.mark.parametrize("word", ALONE)
@pytest.mark.parametrize("variables", PLACES.values(), ids=PLACES)
def test_alone_it_is_the_answer_of_the_command_line(home: Path, word: str, variables: dict[str, str | None]) -> None:
    ways = ([sys.executable, "-c", each, word] for each in (AT_ONCE, BY_THE_COMMAND_LINE))
    at_once, otherwise = (written(way, variables) for way in ways)
    assert at_once == otherwise
    assert not home.exists()


@pytest.mark.parametrize("redirected", SHUT.values(), ids=SHUT)
@pytest.mark.usefixtures("home")
def test_where_stdout_cannot_be_written_it_ends_as_the_command_line_does(redirected: str) -> None:
    line = f'"$0" -c "$1" --help {redirected}; exit ${{PIPESTATUS[0]}}'
    ways = (["bash", "-c", line, sys.executable, each] for each in (AT_ONCE, BY_THE_COMMAND_LINE))
    at_once, otherwise = (written(way, {}) for way in ways)
    assert at_once == otherwise


@pytest.mark.parametrize("columns", [20, 60, 100])
@pytest.mark.usefixtures("home")
def test_in_a_window_it_has_the_same_lines(columns: int) -> None:
    assert in_window("--help", columns=columns) == in_window("--no-plain", "--help", columns=columns)


@pytest.mark.parametrize(
    "words", ["--help", "help --all", "mood --help", "help mood", "help environment", "-V --verbose"]
)
@pytest.mark.parametrize("redirected", [SHUT["full"], SHUT["closed"]])
@pytest.mark.usefixtures("home")
def test_help_that_cannot_be_written_is_no_mistake_in_carelog(words: str, redirected: str) -> None:
    number, _, said = written(["bash", "-c", f"'{sys.executable}' -m carelog {words} {redirected}"])
    assert number == StorageError.exit_number
    assert said.startswith(b"The answer could not be printed (")
