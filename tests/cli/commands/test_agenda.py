"""agenda: a calendar file for other programs, which a newer one replaces."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Say = Callable[..., Any]
FILE = "carelog.ics"


def events(file: str = FILE) -> list[dict[str, str]]:
    """The events of a calendar file as a reader of RFC 5545 takes them: unfolded, then name, parameters and value."""
    content = Path(file).read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    found: list[dict[str, str]] = []
    within: list[str] = []
    for line in content.decode().replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            within.append(value)
            found += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert within.pop() == value
        elif within[-1:] == ["VEVENT"]:
            found[-1][name] = value
        elif within[-1:] == ["VALARM"] and within[-2] == "VEVENT":
            found[-1][f"ALARM {name}"] = value
    assert not within
    return found


def text(value: str) -> str:
    """A TEXT of RFC 5545, 3.3.11, as a person reads it."""
    return value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")


@pytest.fixture
def busy(say: Say) -> None:
    """A journal with routines of every cadence, groups here and elsewhere, and plans."""
    say("routine", "add", "walk", "--at", "17:30")
    say("routine", "add", "tablets", "--kind", "medicine", "--every", "2/day", "--at", "08:00", "--at", "20:00")
    say("routine", "add", "yoga", "--every", "mon,thu", "--at", "18:00")
    say("routine", "add", "water", "--every", "every 3 days", "--at", "09:00")
    say("done", "water", "--at", "yesterday")
    say("routine", "add", "tea", "--every", "3/week", "--at", "16:00")
    say("routine", "add", "stretch")
    say("contact", "add", "Choir", "--role", "group", "--meets", "Tue 19:00", "--address", "Town hall, room 2")
    say("contact", "add", "Reading", "--meets", "last Fri 18:00 every month", "--zone", "America/New_York")
    say("activity", "plan", "library", "--when", "tomorrow 15:00")
    say("activity", "plan", "the form", "--when", "friday")
    say("activity", "plan", "some day")


@pytest.mark.usefixtures("busy")
def test_everything_with_a_certain_time_is_in_it_and_the_rest_is_named(say: Say, data: Say) -> None:
    found = data("agenda", FILE)
    assert (found["routines"], found["meetings"], found["activities"]) == (4, 2, 2)
    assert set(found["left_out"]) == {"tea", "stretch"}
    assert (
        f"Without a certain day and time, and so not in it: {', '.join(found['left_out'])}."
        in say("agenda", FILE).stdout
    )
    by_title: dict[str, list[dict[str, str]]] = {}
    for event in events():
        by_title.setdefault(text(event["SUMMARY"]), []).append(event)
    assert [event["DTSTART"] for event in by_title["walk"]] == ["20261122T173000"]
    assert [event["DTSTART"] for event in by_title["tablets"]] == ["20261122T080000", "20261122T200000"]
    assert (by_title["yoga"][0]["DTSTART"], by_title["yoga"][0]["RRULE"]) == (
        "20261123T180000",
        "FREQ=WEEKLY;BYDAY=MO,TH",
    )
    assert (by_title["water"][0]["DTSTART"], by_title["water"][0]["RRULE"]) == (
        "20261124T090000",
        "FREQ=DAILY;INTERVAL=3",
    )
    choir, reading = by_title["Choir"][0], by_title["Reading"][0]
    assert (choir["DTSTART"], choir["RRULE"], text(choir["LOCATION"])) == (
        "20261124T190000",
        "FREQ=WEEKLY;BYDAY=TU",
        "Town hall, room 2",
    )
    assert reading["DTSTART;TZID=America/New_York"] == "20261127T180000"
    assert reading["RRULE"] == "FREQ=MONTHLY;BYDAY=-1FR"
    assert by_title["library"][0]["DTSTART"] == "20261123T150000"
    assert by_title["the form"][0]["DTSTART;VALUE=DATE"] == "20261127"
    assert all(event["ALARM ACTION"] == "DISPLAY" and "ALARM TRIGGER" in event for event in events())


@pytest.mark.usefixtures("busy")
def test_a_newer_agenda_replaces_every_event_of_an_older_one(say: Say, now: Callable[[str], None]) -> None:
    say("agenda", FILE)
    before = {event["UID"]: int(event["SEQUENCE"]) for event in events()}
    now("2026-11-22T21:45:00+01:00")
    say("routine", "edit", "walk", "--name", "evening walk")
    say("agenda", FILE)
    after = {event["UID"]: int(event["SEQUENCE"]) for event in events()}
    assert before.keys() == after.keys()
    assert len(before) == len(events())
    assert all(after[uid] > before[uid] for uid in before)


@pytest.mark.usefixtures("busy")
def test_neutral_titles_say_nothing(say: Say) -> None:
    say("agenda", FILE, "--neutral")
    content = Path(FILE).read_text("utf-8")
    assert {event["SUMMARY"] for event in events()} == {"Reminder"}
    for word in ("walk", "tablets", "Choir", "Town hall", "library"):
        assert word not in content


@pytest.mark.parametrize(
    "title",
    ["a; b, c\\d: e", "🌊 Спорт 水泳 " * 12, "BEGIN:VALARM", "x\r\nSUMMARY:forged", "DTSTART:1", "שלום", "é" * 150],
)
def test_any_title_stays_a_title(say: Say, data: Say, title: str) -> None:
    planned = data("activity", "plan", "--when", "tomorrow 10:00", "--", title)["activity"]["text"]
    say("agenda", FILE)
    assert [text(event["SUMMARY"]) for event in events()] == [planned]


def test_it_is_private_replaces_an_agenda_and_nothing_else(say: Say, refusal: Say) -> None:
    assert "--time" in refusal(2, "agenda", FILE)
    assert not Path(FILE).exists()
    say("routine", "add", "walk", "--at", "17:30")
    say("agenda", FILE)
    assert Path(FILE).stat().st_mode & 0o777 == 0o600
    say("agenda", FILE)
    Path("notes.ics").write_text("BEGIN:VCALENDAR\nPRODID:-//someone else//EN\n")
    assert "--force" in refusal(2, "agenda", "notes.ics")
    say("agenda", "notes.ics", "--force")
    Path("link.ics").symlink_to(FILE)
    say("agenda", "link.ics")
    assert not Path("link.ics").is_symlink()
    assert ". is not a file that can be written. Name another one." in refusal(2, "agenda", ".")
