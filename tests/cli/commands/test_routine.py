"""routine, done, skip and last."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from support.command import Terminal

Say = Callable[..., Any]


@pytest.mark.parametrize(
    ("every", "kept"),
    [
        ("daily", "daily"),
        ("every day", "daily"),
        ("mon,wed,fri", "mon,wed,fri"),
        ("Friday Monday", "mon,fri"),
        ("weekdays", "mon,tue,wed,thu,fri"),
        ("3/week", "3/week"),
        ("2/day", "2/day"),
        ("2/3d", "2/3d"),
        ("every 3 days", "every 3 days"),
        ("as-needed", "as-needed"),
    ],
)
def test_a_routine_comes_round_as_often_as_is_wanted(data: Say, every: str, kept: str) -> None:
    assert data("routine", "add", "walk", "--every", every)["routine"]["every"] == kept
    assert data("routine", "show", "walk")["routine"]["every"] == kept


@pytest.mark.parametrize(
    "options",
    [
        ["--every", "now and then"],
        ["--every", "8/week"],
        ["--every", "0/day"],
        ["--every", ""],
        ["--at", "noon"],
        ["--at", "24:00"],
        ["--target", "0"],
        ["--target", "-3"],
        ["--target", "lots"],
        ["--kind", "vitamin"],
        ["--dose", "50 mg"],
        ["--stock", "3"],
        ["--kind", "medicine", "--small", "half"],
        ["--kind", "medicine", "--stock", "many"],
    ],
)
def test_an_invalid_routine_is_refused(refusal: Say, data: Say, options: list[str]) -> None:
    assert "Invalid" not in refusal(2, "routine", "add", "walk", *options)
    assert data("routine")["routines"] == []


def test_everything_that_can_be_said_of_a_routine_is_kept_and_shown(data: Say, say: Say, refusal: Say) -> None:
    say("contact", "add", "Sam")
    what = ["--target", "20", "--unit", "min", "--small", "around the block", "--why", "sleep", "--with-whom", "sam"]
    routine = data("routine", "add", "morning walk", "--at", "18:00", "--at", "8:00", *what)["routine"]
    assert (routine["at"], routine["target"], routine["unit"]) == (["08:00", "18:00"], 20, "min")
    shown = say("routine", "show", "morning").stdout
    for words in ("08:00, 18:00", "20 min", "around the block", "Sam", "Sunday 22 November 2026"):
        assert words in shown
    assert "There is no contact called “Nobody”. “carelog contact list” shows what there is." in refusal(
        3, "routine", "add", "call", "--with-whom", "Nobody"
    )
    assert "already" in refusal(2, "routine", "add", "Morning Walk")
    edited = data("routine", "edit", "morning", "--name", "walk", "--at", "", "--target", "", "--with-whom", "")[
        "routine"
    ]
    assert (edited["name"], edited["at"], edited["target"], edited["with_whom"]) == ("walk", [], None, None)
    assert edited["small"] == "around the block"


def test_a_change_of_dose_keeps_its_date_and_todays_pages_show_the_dose_of_the_day(
    data: Say, say: Say, now: Callable[[str], None]
) -> None:
    say("routine", "add", "tablets", "--kind", "medicine", "--dose", "50 mg", "--stock", "10", "--per-dose", "2")
    now("2026-11-25T09:00:00+01:00")
    say("done", "tablets")
    doses = data("routine", "edit", "tablets", "--dose", "75 mg")["routine"]["doses"]
    assert doses == [{"since": "2026-11-22", "dose": "50 mg"}, {"since": "2026-11-25", "dose": "75 mg"}]
    shown = say("routine", "show", "tablets").stdout
    assert "50 mg from Sunday 22 November 2026" in shown
    assert "75 mg from Wednesday 25 November 2026" in shown
    assert re.search(r"left +8\n", shown)
    [today] = data("today")["routines"]
    assert today["dose"] == "75 mg"


def test_a_stock_and_how_often_a_medicine_is_taken_can_be_changed(data: Say) -> None:
    given = ["--kind", "medicine", "--stock", "10", "--per-dose", "2", "--refill-at", "4"]
    old = data("routine", "add", "tablets", *given)["routine"]
    assert old["stock"] == {"counted": "2026-11-22", "amount": 10, "per_dose": 2, "refill_at": 4}
    assert data("routine", "edit", "tablets", "--every", "2/day")["routine"] == old | {"every": "2/day"}
    assert data("routine", "edit", "tablets", "--refill-at", "")["routine"]["stock"]["refill_at"] is None


def test_a_routine_that_is_put_away_is_not_listed_and_its_name_is_free(data: Say, say: Say, refusal: Say) -> None:
    say("routine", "add", "walk")
    say("done", "walk")
    assert "What was noted stays." in say("routine", "archive", "walk").stdout
    assert data("routine")["routines"] == []
    assert [each["archived"] for each in data("routine", "list", "--all")["routines"]] == ["2026-11-22"]
    refusal(3, "done", "walk")
    assert data("routine", "add", "walk")["routine"]["archived"] is None


def test_several_are_done_at_once_by_the_beginnings_of_their_names(data: Say, say: Say) -> None:
    for name in ("walk", "tablets", "call Sam"):
        say("routine", "add", name)
    assert say("done", "wal", "tab", "walk").stdout == "Noted walk, tablets, 21:30.\n"
    assert say("done", "call", "Sam").stdout == "Noted call Sam, 21:30.\n"
    assert {each["state"] for each in data("today")["routines"]} == {"done"}


def test_one_unknown_name_notes_nothing(refusal: Say, say: Say, data: Say) -> None:
    say("routine", "add", "walk")
    assert "“swim”" in refusal(3, "done", "walk", "swim")
    assert data("last", "walk")["tick"] is None


@pytest.mark.parametrize(
    ("options", "state", "amount", "at"),
    [
        ([], "done", None, "2026-11-22T21:30:00+01:00"),
        (["--small"], "small", None, "2026-11-22T21:30:00+01:00"),
        (["--amount", "12,5"], "done", 12.5, "2026-11-22T21:30:00+01:00"),
        (["--at", "08:05"], "done", None, "2026-11-22T08:05:00+01:00"),
        (["--at", "yesterday", "23:00"], "done", None, "2026-11-21T23:00:00+01:00"),
    ],
)
def test_a_tick_says_how_how_much_and_when(
    data: Say, say: Say, options: list[str], state: str, amount: float | None, at: str
) -> None:
    say("routine", "add", "walk", "--target", "20", "--unit", "min")
    [tick] = data("done", "walk", "--note", "rain", *options)["ticks"]
    assert (tick["state"], tick["amount"], tick["at"], tick["note"]) == (state, amount, at, "rain")
    assert data("last", "walk")["tick"] == tick


@pytest.mark.parametrize("options", [["--amount", "-1"], ["--amount", "far"], ["--at", "tomorrow"], ["--at", "soon"]])
def test_an_invalid_tick_is_refused(refusal: Say, say: Say, data: Say, options: list[str]) -> None:
    say("routine", "add", "walk")
    refusal(2, "done", "walk", *options)
    assert data("last", "walk")["tick"] is None


def test_a_second_done_asks_on_a_terminal_and_needs_again_without(
    terminal: Callable[..., Terminal], say: Say, refusal: Say, data: Say
) -> None:
    say("routine", "add", "walk")
    say("done", "walk", "--at", "08:05")
    assert refusal(2, "done", "walk") == "Already noted 08:05: walk. To note it once more, add --again."
    assert refusal(2, "done", "w") == "Already noted 08:05: w. To note it once more, add --again."
    person = terminal("done", "walk")
    person.expect("Already noted 08:05: walk. Note it once more? [y/N]:")
    person.type("")
    code, screen = person.finish()
    assert (code, "Nothing more was noted." in screen) == (2, True)
    assert data("last", "walk")["tick"]["at"] == "2026-11-22T08:05:00+01:00"
    person = terminal("done", "walk")
    person.expect("[y/N]:")
    person.type("y")
    assert person.finish()[0] == 0
    assert say("done", "walk", "--again").stdout == "Noted walk, 21:30.\n"
    assert say("done", "walk", "--at", "yesterday").exit_code == 0


@pytest.mark.parametrize("options", [["--every", "as-needed"], ["--target", "20"], ["--every", "2/day"]])
def test_what_may_happen_more_often_is_not_asked_about(say: Say, options: list[str]) -> None:
    say("routine", "add", "walk", *options)
    say("done", "walk")
    say("done", "walk")


def test_a_medicine_has_no_small_version_and_skipping_is_noted_with_its_reason(
    say: Say, refusal: Say, data: Say
) -> None:
    say("routine", "add", "tablets", "--kind", "medicine")
    assert "carelog skip" in refusal(2, "done", "tablets", "--small")
    assert say("skip", "tablets", "--why", "stomach").stdout == "Skipped: tablets.\n"
    assert (data("last", "tablets")["tick"]["state"], data("last", "tablets")["tick"]["note"]) == ("skipped", "stomach")


def test_last_says_when_in_words(say: Say, refusal: Say) -> None:
    say("routine", "add", "call Sam")
    assert say("last", "call").stdout == "call Sam: nothing is noted yet.\n"
    for at, said in (("3 days ago", "3 days ago"), ("yesterday 20:00", "yesterday"), ("20:00", "today")):
        say("done", "call", "Sam", "--at", at)
        assert said in say("last", "call Sam").stdout
    refusal(3, "last", "swim")


def test_last_takes_a_name_of_several_words_without_quotes(say: Say) -> None:
    say("routine", "add", "call Sam")
    say("done", "call", "Sam")
    assert "today" in say("last", "call", "Sam").stdout


def test_a_skip_can_be_thought_over(say: Say, data: Say) -> None:
    say("routine", "add", "walk")
    say("skip", "walk", "--why", "rain")
    say("done", "walk")
    assert [each["state"] for each in data("today")["routines"]] == ["done"]
