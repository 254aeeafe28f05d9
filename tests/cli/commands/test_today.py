"""today, due, week, pause and resume."""

from collections.abc import Callable
from typing import Any

import pytest

Say = Callable[..., Any]


def test_due_says_what_is_open_now_and_its_exit_number_is_for_scripts(
    say: Say, data: Say, carelog: Say, empty: Say
) -> None:
    assert empty("due", "--exit-code") == "Nothing is due.\n"
    say("routine", "add", "walk")
    say("routine", "add", "tablets", "--kind", "medicine", "--at", "08:00", "--at", "23:00", "--every", "2/day")
    assert say("due").exit_code == 0
    result = carelog("due", "--exit-code")
    assert (result.exit_code, result.stderr) == (10, "")
    assert {each["name"] for each in data("due")["due"]} == {"walk", "tablets"}
    say("done", "walk")
    say("done", "tablets", "--for", "08:00")
    assert [each["name"] for each in data("due")["due"]] == []
    assert [each["name"] for each in data("due")["later"]] == ["tablets"]
    assert empty("due", "--exit-code") == "Nothing is due.\n"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ([], None),
        (["2w"], "2026-12-05"),
        (["3", "days"], "2026-11-24"),
        (["until", "friday"], "2026-11-26"),
        (["until", "2026-12-24"], "2026-12-23"),
        (["tomorrow"], "2026-11-22"),
    ],
)
def test_a_pause_rests_all_but_medicine_until_it_ends(data: Say, say: Say, words: list[str], last: str | None) -> None:
    say("routine", "add", "walk")
    say("routine", "add", "tablets", "--kind", "medicine")
    assert data("pause", *words)["pause"] == {"first": "2026-11-22", "last": last}
    assert [each["name"] for each in data("due")["due"]] == ["tablets"]
    say("resume")
    assert len(data("due")["due"]) == 2


def test_a_pause_says_what_it_leaves_on_the_page_as_the_page_does(say: Say) -> None:
    say("appointment", "add", "2026-11-24", "10:00")
    paused = "Paused. Only medicine and appointments stay on your list. When you want to go on: carelog resume\n"
    assert say("pause").stdout == paused
    shown = " ".join(say("today").stdout.split())
    assert (
        "On pause for as long as you like. Only medicine and appointments are listed. To go on: carelog resume" in shown
    )
    assert "10:00 appointment" in shown


@pytest.mark.parametrize("words", [["yesterday"], ["until", "today"], ["0d"], ["until", "whenever"], ["until"] * 3])
def test_an_invalid_pause_is_refused(refusal: Say, data: Say, words: list[str]) -> None:
    refusal(2, "pause", *words)
    assert data("today")["pause"] is None


def test_there_is_nothing_to_resume_without_a_pause(say: Say, data: Say) -> None:
    assert say("resume").stdout == "Nothing to change: it is like that already.\n"
    assert data("resume") == {"pause": None, "changed": False}


def test_a_day_of_the_journal_ends_at_four_and_the_settings_can_move_it(
    data: Say, say: Say, now: Callable[[str], None]
) -> None:
    now("2026-11-23T02:00:00+01:00")
    assert say("mood", "3").stdout.endswith("It is noted for Sunday: your day begins at 04:00.\n")
    assert data("today")["day"] == "2026-11-22"
    say("settings", "set", "day_starts_at", "01:30")
    assert data("today")["day"] == "2026-11-23"
    assert data("today")["mood"] is None
    assert data("log")["entries"][0]["day"] == "2026-11-22"


@pytest.mark.parametrize(
    ("when", "first"),
    [
        ([], "2026-11-16"),
        (["monday"], "2026-11-16"),
        (["last"], "2026-11-09"),
        (["last", "week"], "2026-11-09"),
        (["this", "week"], "2026-11-16"),
        (["last", "monday"], "2026-11-16"),
        (["20.11.2026"], "2026-11-16"),
        (["16", "may"], "2026-05-11"),
        (["next", "time"], None),
        (["2026-11-02"], "2026-11-02"),
        (["3", "weeks", "ago"], "2026-10-26"),
    ],
)
def test_a_week_is_named_by_any_of_its_days(data: Say, refusal: Say, when: list[str], first: str | None) -> None:
    if first is None:
        assert "Examples:" in refusal(2, "week", *when)
        return
    assert data("week", *when)["period"]["from"] == first


def test_a_day_without_an_entry_is_unknown_and_never_zero(data: Say, say: Say) -> None:
    say("mood", "2", "--at", "10:00")
    say("mood", "5", "--at", "12:00")
    days = data("week")["days"]
    assert [day["mood"] for day in days] == [None] * 6 + [3.5]
    assert (days[6]["lowest"], days[6]["highest"], days[6]["entries"]) == (2, 5, 2)
    assert data("today")["mood"] == 3.5


def test_a_day_that_is_over_is_shown_without_what_is_ahead(data: Say, say: Say, refusal: Say) -> None:
    data("routine", "add", "walk", "--at", "08:00")
    data("mood", "2", "rain", "--at", "yesterday 10:00")
    data("mood", "4")
    data("appointment", "add", "tomorrow 15:00")
    found = data("today", "yesterday")
    assert (found["day"], found["mood"]) == ("2026-11-21", 2)
    assert [entry["note"] for entry in found["entries"]] == ["rain"]
    assert "appointment" not in say("today", "yesterday").stdout
    assert found["routines"] == []
    assert say("today", "friday").stdout == "Friday 20 November 2026\nNothing is noted on this day.\n"
    assert data("today", "2026-11-22") == data("today", "today") == data("today")
    assert refusal(2, "today", "tomorrow") == "That day is in the future. This page is about today or earlier."
    assert refusal(2, "today", "3/4").startswith("“3/4” can mean 2026-03-04 or 2026-04-03.")
