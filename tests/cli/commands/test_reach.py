"""reach, reached, contact ask and contact snooze: one person at a time; nothing is sent, and nobody is blamed."""

from collections.abc import Callable
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]


@pytest.fixture
def people(say: Say) -> None:
    """Ana is there in the evening, Dr Ada on weekdays, Kim has no hours."""
    say("contact", "add", "Ana", "--phone", "030 5550101", "--hours", "daily 18-23", "--good-for", "listening")
    say(
        "contact", "add", "Dr Ada", "--phone", "030 5550102", "--hours", "Mon-Fri 09:00-17:00", "--role", "professional"
    )
    say("contact", "add", "Kim", "--text", "0170 5550103", "--good-for", "practical", "--say", "Do you have a minute?")


@pytest.mark.usefixtures("people")
def test_one_person_is_proposed_with_a_way_and_a_message_and_then_the_next(say: Say, data: Say) -> None:
    assert data("reach")["contact"]["name"] == "Ana"
    page = say("reach").stdout
    assert "030 5550101" in page
    assert "Hi Ana, I am having a hard time." in page
    assert "carelog reached Ana" in page
    assert "Kim" not in page
    say("reached", "Ana", "--helped", "some")
    assert data("reach")["contact"]["name"] == "Kim"
    assert "Their hours are not noted, so they may or may not be there." in say("reach").stdout
    say("reached", "Kim", "--at", "yesterday")
    assert data("reach")["contact"]["name"] == "Ana"


@pytest.mark.usefixtures("people")
def test_a_wish_goes_into_the_draft_and_to_somebody_who_is_good_for_it(say: Say, data: Say) -> None:
    found = data("reach", "--good-for", "practical", "lift", "to", "the", "clinic", "Thursday")
    assert found["contact"]["name"] == "Kim"
    assert "lift to the clinic Thursday" in found["message"]
    assert "Say: Do you have a minute?" in say("reach", "--good-for", "practical").stdout
    assert data("reach", "--good-for", "emergency")["contact"]["name"] == "Ana"


@pytest.mark.usefixtures("people")
def test_a_proposal_is_not_kept(data: Say) -> None:
    assert [data("reach")["contact"]["name"] for _ in range(3)] == ["Ana"] * 3


def test_when_nobody_can_be_reached_it_names_who_is_next_and_the_open_lines(say: Say, data: Say) -> None:
    say("settings", "set", "country", "DE")
    say("contact", "add", "Dr Ada", "--phone", "030 5550102", "--hours", "Mon-Fri 09:00-17:00")
    found = data("reach")
    assert found["contact"] is None
    assert (found["next"]["contact"]["name"], found["next"]["from"]) == ("Dr Ada", "2026-11-23T09:00:00+01:00")
    assert "TelefonSeelsorge" in [line["name"] for line in found["lines"]]
    page = say("reach").stdout
    assert "Next: Dr Ada, from Mon 23 Nov 09:00." in page
    assert "carelog crisis" in page


def test_without_anybody_it_says_how_to_add_someone(say: Say) -> None:
    assert "carelog contact add" in " ".join(say("reach").stdout.split())
    say("contact", "add", "Sam")
    assert "carelog contact add" in " ".join(say("reach").stdout.split())


@pytest.mark.parametrize(
    ("zone", "there", "opens"),
    [
        ("Europe/Berlin", False, "from Mon 23 Nov 09:00"),
        ("America/New_York", True, "reachable"),
        ("Asia/Tokyo", False, "from Mon 23 Nov 01:00"),
        ("Pacific/Auckland", True, "reachable"),
    ],
)
def test_hours_are_those_of_where_somebody_is(say: Say, data: Say, zone: str, there: bool, opens: str) -> None:
    say("contact", "add", "Sam", "--hours", "daily 09:00-17:00", "--zone", zone)
    assert data("contact")["contacts"][0]["reachable_now"] is there
    assert opens in " ".join(say("contact", "show", "Sam").stdout.split())


@pytest.mark.parametrize(("hours", "there"), [("Sat 22:00-02:00", True), ("Sun 22:00-02:00", False)])
def test_hours_that_cross_midnight_belong_to_the_day_they_begin(
    say: Say, data: Say, now: Callable[[str], None], hours: str, there: bool
) -> None:
    now("2026-11-22T01:30:00+01:00")
    say("contact", "add", "Sam", "--hours", hours)
    assert data("contact")["contacts"][0]["reachable_now"] is there


def test_hours_that_are_not_understood_are_kept_and_that_is_said(carelog: Command, data: Say) -> None:
    answer = carelog("contact", "add", "Sam", "--hours", "most evenings", "--meets", "when we feel like it")
    assert answer.exit_code == 0
    assert "“most evenings” is kept as you wrote it" in answer.stderr
    assert "“when we feel like it” is kept" in answer.stderr
    sam = data("contact", "show", "Sam")["contact"]
    assert (sam["hours"], sam["reachable_now"]) == ("most evenings", None)


def test_someone_is_asked_beforehand_and_what_they_said_is_kept(say: Say, data: Say) -> None:
    say("contact", "add", "Sam")
    assert data("contact", "ask", "Sam")["message"] == (
        "Hi Sam, may I call you when it is bad? When would be all right, and for what? "
        "It is fine to say no to any of it."
    )
    say("contact", "ask", "Sam", "--agreed", "yesterday", "--yes-to", "a call in the evening")
    sam = data("contact", "show", "Sam")["contact"]
    assert (sam["agreed"], sam["agreed_to"]) == ("2026-11-21", "a call in the evening")
    assert "a call in the evening (Sat 21 Nov 2026)" in " ".join(say("contact", "show", "Sam").stdout.split())


def test_the_next_meeting_is_on_today_and_in_its_week(say: Say, data: Say) -> None:
    say("contact", "add", "Choir", "--role", "group", "--meets", "Tue 19:00 every week")
    say("contact", "add", "Walkers", "--role", "group", "--meets", "Sun 22:00", "--zone", "Europe/London")
    say("contact", "add", "Reading", "--role", "group", "--meets", "first Mon 18:00 every month")
    assert data("today")["meetings"] == [
        {"name": "Walkers", "at": "2026-11-22T23:00:00+01:00"},
        {"name": "Choir", "at": "2026-11-24T19:00:00+01:00"},
    ]
    assert "Tue 24 Nov 19:00: Choir" in say("today").stdout
    assert "Tue 24 Nov 19:00: Choir." in say("today", "--plain").stdout
    assert [each["name"] for each in data("week")["meetings"]] == ["Walkers"]
    assert "23:00: Walkers" in say("week").stdout
    assert data("week", "2026-11-09")["meetings"] == []


def test_who_is_to_be_kept_in_touch_with_is_named_once_the_time_is_over_and_rests_when_asked(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("contact", "add", "Ana", "--keep-in-touch", "3w")
    say("mood", "3")
    for day in ("2026-12-02", "2026-12-12"):
        now(f"{day}T12:00:00+01:00")
        say("mood", "3")
        assert data("today")["out_of_touch"] is None
    now("2026-12-15T12:00:00+01:00")
    assert data("today")["out_of_touch"] == {"name": "Ana", "days": 23}
    assert "23 days since you noted contact with Ana." in " ".join(say("today").stdout.split())
    say("contact", "snooze", "Ana", "1w")
    assert data("today")["out_of_touch"] is None
    now("2026-12-22T12:00:00+01:00")
    assert data("today")["out_of_touch"] == {"name": "Ana", "days": 30}
    say("reached", "Ana")
    assert data("today")["out_of_touch"] is None
    say("contact", "edit", "Ana", "--keep-in-touch", "off")
    assert data("contact", "show", "Ana")["contact"]["keep_in_touch"] is None


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (3, ["reached", "Nobody"], "carelog contact list"),
        (2, ["reached", "Sam", "--at", "tomorrow"], "That time has not come yet. An entry is about now or earlier."),
        (2, ["reached", "Sam", "--helped", "very"], "yes, some"),
        (2, ["reach", "--good-for", "money"], "listening"),
        (2, ["reach", "--whom", "Sam"], "--whom"),
        (2, ["contact", "snooze", "Sam", "soon"], "“soon” is not a time carelog understands."),
        (3, ["contact", "ask", "Nobody"], "carelog contact list"),
    ],
)
def test_invalid_words_are_refused(refusal: Say, say: Say, number: int, words: list[str], said: str) -> None:
    say("contact", "add", "Sam")
    assert said in refusal(number, *words)
