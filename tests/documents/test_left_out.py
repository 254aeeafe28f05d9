"""What a page says about that which is not on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.documents.packet.json import as_json
from carelog.domain.audience import ALLY, SELF, THERAPIST, Section
from carelog.review.packet.packet import Packet
from support.command import Command

Make = Callable[..., Packet]
Say = Callable[..., Any]

NOT_EVERYTHING = "Not everything is on this page. What is here was chosen."
FORMS = ("md", "txt", "html", "json")


@pytest.fixture
def page(home: Path, now: Callable[[str], None], carelog: Command) -> Callable[..., str]:
    """The page of a journal with a mood and a routine, with the options that are given."""
    now("2026-11-22T21:30:00+01:00")
    assert not home.exists()
    carelog("mood", "2")
    carelog("routine", "add", "gardening")
    carelog("done", "gardening")

    def written(form: str, *options: str) -> str:
        done = carelog("export", "--yes", "-o", "-", "--format", form, *options)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    return written


@pytest.mark.parametrize("form", FORMS)
def test_where_nobody_left_anything_out_nothing_is_said_of_it(form: str, page: Say) -> None:
    said = page(form)
    assert "left out by choice" not in said.lower()
    assert NOT_EVERYTHING not in said


@pytest.mark.parametrize("form", FORMS)
def test_that_something_was_left_out_is_said_and_never_what(form: str, page: Say) -> None:
    said = page(form, "--leave-out", "safety,scores")
    assert NOT_EVERYTHING in said
    assert "left out by choice" not in said.lower()
    if form == "json":
        assert json.loads(said)["left_out"] == []
    else:
        assert "safety" not in said.lower()


def test_what_was_left_out_is_named_where_the_person_wants_it(page: Say) -> None:
    said = page("md", "--leave-out", "safety,words", "--say-left-out")
    assert "**Left out by choice:** safety, in my own words" in said
    assert NOT_EVERYTHING not in said
    assert json.loads(page("json", "--leave-out", "safety", "--say-left-out"))["left_out"] == ["safety"]


def test_a_smaller_page_by_the_settings_is_one_that_somebody_chose(page: Say, carelog: Command) -> None:
    carelog("settings", "set", "share.therapist.sections", "topics,routines,mood")
    assert NOT_EVERYTHING in page("md")
    assert "name, safety, questionnaires" in page("md", "--say-left-out")


@pytest.mark.parametrize("form", FORMS)
def test_an_ally_never_learns_that_something_was_left_out(form: str, page: Say) -> None:
    said = page(form, "--for", "ally", "--leave-out", "people")
    assert said == page(form, "--for", "ally")
    assert NOT_EVERYTHING not in said
    assert "left out" not in said.lower()


def test_an_ally_cannot_be_told_by_mistake(page: Say, carelog: Command) -> None:
    assert page("md", "--for", "ally")
    refused = carelog("export", "--yes", "--for", "ally", "--leave-out", "people", "--say-left-out")
    assert refused.exit_code == 2
    assert refused.stderr == "A page for an ally never says that something was left out.\n"


def test_programs_cannot_tell_what_was_left_out_from_what_is_empty(a_packet: Make) -> None:
    lists = ("trackers", "medicines", "routines", "feelings", "notes")
    empty = a_packet(left_out=None, **dict.fromkeys(lists, ()))
    assert as_json(empty) == as_json(a_packet(left_out=None, **dict.fromkeys(lists)))


def test_the_person_learns_what_they_left_out(page: Say, carelog: Command) -> None:
    assert page("md")
    data = carelog("export", "--yes", "--json", "--format", "md", "--leave-out", "safety").json["data"]
    assert data["left_out"] == ["safety"]
    assert "safety" not in data["sections"]
    assert "notes" not in data["sections"]


def test_only_what_somebody_left_out_is_left_out() -> None:
    assert THERAPIST.left_out() == SELF.left_out() == ALLY.left_out() == ()
    assert THERAPIST.left_out([Section.NOTES], [Section.WORDS]) == (Section.WORDS,)
    assert THERAPIST.left_out(leave_out=[Section.MOOD]) == (Section.MOOD, Section.TOGETHER, Section.DAYS)
    assert THERAPIST.adjusted([Section.MOOD], None).left_out([Section.SAFETY])[0] is Section.NAME
