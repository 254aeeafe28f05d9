"""Who is watched is told, before something disappears, that it may be noticed, and where to ask first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Terminal

Say = Callable[..., Any]
NOTICED = (
    "Someone who watches this computer may notice that it is gone. If that could put you at risk, talk to a domestic "
    "abuse service first."
)
WITH_LINES = (
    "Someone who watches this computer may notice that it is gone. If that could put you at risk, talk to a domestic "
    "abuse service first: carelog helplines --for abuse"
)


@pytest.mark.parametrize(("country", "said"), [("GB", WITH_LINES), ("AT", NOTICED)])
def test_it_is_said_before_the_question_with_lines_where_there_are_some(
    terminal: Callable[..., Terminal], say: Say, country: str, said: str
) -> None:
    say("settings", "set", "country", country)
    say("note", "a word")
    say("backup")
    say("delete", "last", "--yes")
    for command in ("forget", "erase"):
        person = terminal(command, columns=250)
        person.expect("[y/N]:")
        person.type("n")
        screen = person.finish()[1]
        assert said in screen.splitlines()
        assert screen.index(said) < screen.index("[y/N]:")
    assert said in " ".join(say("traces").stdout.split())


def test_lines_that_are_pointed_at_are_there(data: Say, say: Say) -> None:
    say("settings", "set", "country", "GB")
    assert data("helplines", "--for", "abuse")["lines"]


def test_what_is_written_for_programs_has_no_such_sentence(say: Say, home: Path) -> None:
    say("note", "a word")
    assert "watches" not in say("traces", "--json").stdout
    assert "watches" not in say("erase", "--yes").stdout
    assert not (home / "journal.db").exists()
