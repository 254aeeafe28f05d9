"""appointment and bring: appointments, what was agreed there, and topics to talk about."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from support.command import Terminal

Say = Callable[..., Any]


@pytest.fixture
def lee(say: Say) -> None:
    say("contact", "add", "Dr Lee", "--role", "professional", "--address", "1 Mill Lane")


@pytest.mark.usefixtures("lee")
def test_a_weekly_appointment_is_kept_listed_and_shown_today(say: Say, data: Say) -> None:
    said = say("appointment", "add", "tuesday", "14:30", "--with", "Dr Lee", "--every", "1w").stdout
    assert said == "Kept: Tue 24 Nov 14:30 with Dr Lee, every week.\n"
    (shown,) = data("appointment")["appointments"]
    assert (shown["day"], shown["at"], shown["every_days"]) == ("2026-11-24", "14:30", 7)
    assert (shown["next_day"], shown["last_day"]) == ("2026-11-24", None)
    say("bring", "the nights")
    assert data("today")["appointment"] == {"day": "2026-11-24", "at": "14:30", "with_whom": "Dr Lee", "topics": 1}
    assert "Tue 24 Nov 14:30  appointment with Dr Lee, 1 thing to bring up" in say("today").stdout
    assert "Tue 24 Nov 14:30: appointment with Dr Lee, 1 thing to bring up." in say("today", "--plain").stdout


def test_one_that_was_is_kept_too_and_one_far_away_is_not_in_today(data: Say, now: Callable[[str], None]) -> None:
    data("appointment", "add", "2026-11-10", "15:00")
    data("appointment", "add", "2027-03-01")
    shown = data("appointment")["appointments"]
    assert [(each["next_day"], each["last_day"]) for each in shown] == [("2027-03-01", None), (None, "2026-11-10")]
    assert data("today")["appointment"] is None
    now("2027-02-24T10:00:00+01:00")
    assert data("today")["appointment"] == {"day": "2027-03-01", "at": None, "with_whom": None, "topics": 0}


@pytest.mark.usefixtures("lee")
def test_it_moves_and_ends(say: Say, data: Say) -> None:
    say("appointment", "add", "tuesday", "--every", "1w", "--with", "Dr Lee")
    moved = data("appointment", "edit", "last", "--when", "friday 9:00", "--every", "2w", "--until", "2027-01-31")
    kept = moved["appointment"]
    assert (kept["day"], kept["at"], kept["every_days"], kept["until"]) == ("2026-11-27", "09:00", 14, "2027-01-31")
    again = data("appointment", "edit", "last", "--every", "off", "--with", "")["appointment"]
    assert (again["every_days"], again["with_whom"], again["day"]) == (None, None, "2026-11-27")


def test_what_was_agreed_stays_with_the_last_appointment_and_can_become_a_routine(
    say: Say, data: Say, refusal: Say
) -> None:
    say("appointment", "add", "2026-11-17", "--every", "1w")
    say("appointment", "note", "no", "screens", "after", "nine")
    said = say("appointment", "note", "walk, 20 minutes", "--routine", "--every", "3/week").stdout
    assert said == "Kept with Tue 17 Nov. “walk, 20 minutes” is a routine now, due from today.\n"
    words, walk = data("appointment", "agreed")["agreements"]
    assert (words["day"], words["text"], words["routine"]) == ("2026-11-17", "no screens after nine", None)
    (routine,) = data("routine")["routines"]
    assert (routine["name"], routine["id"]) == ("walk, 20 minutes", walk["routine"])
    assert "already" in refusal(2, "appointment", "note", "walk, 20 minutes", "--routine")
    say("appointment", "remove", words["handle"], "--yes")
    assert [each["id"] for each in data("appointment", "agreed")["agreements"]] == [walk["id"]]
    say("appointment", "remove", "last", "--yes")
    assert data("appointment")["appointments"] == []
    assert len(data("appointment", "agreed")["agreements"]) == 1


@pytest.mark.parametrize("last", ["last", "Last", "LAST", "ｌａｓｔ"])
def test_the_last_appointment_is_never_something_that_was_agreed(data: Say, refusal: Say, last: str) -> None:
    kept = data("appointment", "note", "rest")["agreement"]
    said = refusal(3, "appointment", "remove", last, "--yes")
    assert said == "No appointments yet. To add one: carelog appointment add"
    assert data("appointment", "agreed")["agreements"] == [kept]


def test_without_an_appointment_it_stays_with_today(data: Say) -> None:
    kept = data("appointment", "note", "rest")["agreement"]
    assert (kept["day"], kept["appointment"]) == ("2026-11-22", None)


def test_what_to_bring_is_collected_pointed_at_and_talked_about(say: Say, data: Say) -> None:
    entry = data("mood", "2", "the argument")["entry"]
    say("bring", "the argument", "--entry", "last")
    say("bring", "the", "nights")
    first, second = data("bring")["topics"]
    assert (first["entry"], second["text"]) == (entry["id"], "the nights")
    assert say("bring", "done", first["handle"]).stdout.startswith("Done: 1.")
    assert [each["text"] for each in data("bring")["topics"]] == ["the nights"]
    say("bring", "done", "--all")
    assert data("bring")["topics"] == []
    assert [each["done"] for each in data("bring", "list", "--all")["topics"]] == ["2026-11-22"] * 2
    say("bring", "remove", "last", "--yes")
    assert len(data("bring", "list", "--all")["topics"]) == 1


def test_undo_opens_a_topic_again(say: Say, data: Say) -> None:
    say("bring", "the nights")
    say("bring", "done", "last")
    say("undo")
    assert len(data("bring")["topics"]) == 1


@pytest.mark.usefixtures("lee")
def test_an_appointment_reaches_a_phone_with_its_round(say: Say, data: Say) -> None:
    say("appointment", "add", "tuesday", "14:30", "--with", "Dr Lee", "--every", "2w", "--until", "2027-01-31")
    assert data("agenda", "a.ics")["appointments"] == 1
    (event,) = Calendar.from_ical(Path("a.ics").read_bytes()).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == ("Dr Lee", "1 Mill Lane")
    assert event["rrule"].to_ical() == b"FREQ=DAILY;UNTIL=20270131;INTERVAL=14"
    say("agenda", "a.ics", "--neutral")
    assert b"Lee" not in Path("a.ics").read_bytes()


@pytest.mark.usefixtures("lee")
def test_alone_it_asks(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("appointment", "add")
    person.expect("When is it")
    person.type("soon")
    person.expect("“soon” is not a time carelog understands.")
    person.type("tuesday 14:30")
    person.expect("With whom, one of your contacts (Enter leaves it open)")
    person.type("Nobody")
    person.expect("There is no contact called “Nobody”.")
    person.type("dr lee")
    person.expect("Does it repeat, such as 1w for every week? (Enter: once)")
    person.type("1w")
    assert person.finish()[0] == 0
    (kept,) = data("appointment")["appointments"]
    assert (kept["at"], kept["every_days"]) == ("14:30", 7)


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["appointment", "add"], "Write when it is: carelog appointment add tuesday 14:30"),
        (2, ["appointment", "add", "soon"], "“soon” is not a time carelog understands."),
        (2, ["appointment", "add", "tuesday", "--every", "often"], "1w, 2w"),
        (2, ["appointment", "add", "tuesday", "--every", "3 years"], "1w, 2w"),
        (3, ["appointment", "add", "tuesday", "--with", "Nobody"], "carelog contact add"),
        (3, ["appointment", "edit", "last"], "No appointments yet. To add one: carelog appointment add"),
        (2, ["appointment", "note"], "Say what"),
        (3, ["appointment", "remove", "abcdef"], "No agreement has the handle “abcdef”."),
        (3, ["appointment", "remove", "last"], "No appointments yet. To add one: carelog appointment add"),
        (2, ["bring", "add"], "Say what"),
        (3, ["bring", "x", "--entry", "abcdef"], "No entry has the handle “abcdef”. To see them: carelog log"),
        (2, ["bring", "done"], "--all"),
        (3, ["bring", "done", "abcdef"], "No topic has the handle “abcdef”."),
        (3, ["bring", "remove", "last"], "Nothing to bring yet."),
    ],
)
def test_an_invalid_appointment_or_topic_is_refused(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, *words)


def test_undo_takes_homework_back_with_the_routine_it_became(say: Say, data: Say) -> None:
    say("appointment", "note", "walk", "--routine")
    assert say("undo").stdout.startswith("Taken back: ")
    assert data("routine")["routines"] == []
    assert data("appointment", "agreed")["agreements"] == []


def test_a_page_that_is_made_leaves_undo_to_what_the_person_did(say: Say, data: Say) -> None:
    say("mood", "4", "garden")
    say("export", "--yes", "-o", "page.md")
    say("undo")
    assert data("log")["entries"] == []
    assert len(data("shares")["shares"]) == 1


def test_an_end_can_be_taken_off_again(say: Say, data: Say) -> None:
    say("appointment", "add", "tuesday", "--every", "1w", "--until", "2027-01-31")
    assert data("appointment", "edit", "last", "--until", "off")["appointment"]["until"] is None


def test_the_dates_of_a_table_have_one_form(say: Say) -> None:
    say("appointment", "add", "fri", "15:00", "--every", "2w")
    say("appointment", "add", "2025-06-03", "09:30")
    say("bring", "the", "nights")
    assert "when: Tue 3 Jun 09:30; last: Tue 3 Jun;" in say("appointment", "list", "--plain").stdout
    assert "since: 22 Nov 2026" in say("bring", "list", "--plain").stdout
