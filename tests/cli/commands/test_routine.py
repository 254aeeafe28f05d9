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
        ["--kind", "medicine", "--small-version", "half"],
        ["--kind", "medicine", "--stock", "many"],
    ],
)
def test_an_invalid_routine_is_refused(refusal: Say, data: Say, options: list[str]) -> None:
    assert "Invalid" not in refusal(2, "routine", "add", "walk", *options)
    assert data("routine")["routines"] == []


def test_everything_that_can_be_said_of_a_routine_is_kept_and_shown(data: Say, say: Say, refusal: Say) -> None:
    say("contact", "add", "Sam")
    what = [
        "--target",
        "20",
        "--unit",
        "min",
        "--small-version",
        "around the block",
        "--purpose",
        "sleep",
        "--with",
        "sam",
    ]
    routine = data("routine", "add", "morning walk", "--every", "2/day", "--at", "18:00", "--at", "8:00", *what)[
        "routine"
    ]
    assert (routine["at"], routine["target"], routine["unit"]) == (["08:00", "18:00"], 20, "min")
    shown = say("routine", "show", "morning").stdout
    for words in ("08:00, 18:00", "20 min", "around the block", "Sam", "Sunday 22 November 2026"):
        assert words in shown
    assert "There is no contact called “Nobody”. “carelog contact list” shows what there is." in refusal(
        3, "routine", "add", "call", "--with", "Nobody"
    )
    assert "already" in refusal(2, "routine", "add", "Morning Walk")
    edited = data("routine", "edit", "morning", "--name", "walk", "--at", "", "--target", "", "--with", "")["routine"]
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


def test_a_change_holds_from_today_and_the_days_before_keep_what_held_then(
    data: Say, say: Say, now: Callable[[str], None]
) -> None:
    now("2026-10-01T12:00:00+02:00")
    say("routine", "add", "walk", "--every", "daily", "--target", "20", "--unit", "min")
    say("done", "walk")
    now("2026-11-04T12:00:00+01:00")
    changed = data("routine", "edit", "walk", "--every", "3/week")["routine"]
    assert changed["every"] == "3/week"
    daily = {"since": None, "every": "daily", "at": [], "target": 20.0}
    assert changed["terms"] == [daily, {"since": "2026-11-04", "every": "3/week", "at": [], "target": 20.0}]
    shown = " ".join(say("routine", "show", "walk").stdout.split())
    assert "every daily; from 4 November 2026 3/week aim 20 min" in shown
    say("undo")
    assert data("routine", "show", "walk")["routine"]["terms"] == [daily]


@pytest.mark.parametrize(
    ("edits", "terms"),
    [
        ([["--every", "3/week"], ["--every", "2/week"]], [(None, "daily"), ("2026-11-22", "2/week")]),
        ([["--every", "3/week"], ["--every", "daily"]], [(None, "daily")]),
        ([["--every", "3/week", "--from", "2026-11-04"]], [(None, "daily"), ("2026-11-04", "3/week")]),
        ([["--every", "3/week", "--from", "start"]], [(None, "3/week")]),
        ([["--every", "3/week", "--from", "2026-09-01"]], [(None, "3/week")]),
        ([["--every", "3/week"], ["--from", "start"]], [(None, "3/week")]),
        (
            [["--every", "3/week", "--from", "2026-11-10"], ["--every", "2/week", "--from", "2026-11-04"]],
            [(None, "daily"), ("2026-11-04", "2/week")],
        ),
    ],
)
def test_a_second_change_of_a_day_and_one_from_an_earlier_day_replace_what_they_cover(
    edits: list[list[str]], terms: list[tuple[str | None, str]], data: Say, say: Say, now: Callable[[str], None]
) -> None:
    now("2026-10-01T12:00:00+02:00")
    say("routine", "add", "walk")
    now("2026-11-22T12:00:00+01:00")
    say("done", "walk")
    for words in edits:
        found = data("routine", "edit", "walk", *words)["routine"]["terms"]
    assert [(each["since"], each["every"]) for each in found] == terms


def test_what_was_changed_before_anything_was_noted_under_it_is_replaced(
    data: Say, say: Say, now: Callable[[str], None]
) -> None:
    now("2026-10-01T12:00:00+02:00")
    say("routine", "add", "walk", "--every", "2/week")
    now("2026-10-05T12:00:00+02:00")
    say("routine", "edit", "walk", "--every", "daily")
    say("done", "walk")
    for day, every in (("2026-11-04", "3/week"), ("2026-11-06", "mon,fri")):
        now(f"{day}T12:00:00+01:00")
        found = data("routine", "edit", "walk", "--every", every)["routine"]["terms"]
    assert [(each["since"], each["every"]) for each in found] == [(None, "daily"), ("2026-11-04", "mon,fri")]


def test_a_dose_can_begin_on_another_day_and_no_change_on_a_day_to_come(data: Say, say: Say, refusal: Say) -> None:
    say("routine", "add", "tablets", "--kind", "medicine", "--dose", "50 mg")
    assert refusal(2, "routine", "edit", "tablets", "--every", "2/day", "--from", "tomorrow") == (
        "A change can count from today, from an earlier day, or from “start”."
    )
    doses = data("routine", "edit", "tablets", "--dose", "75 mg", "--from", "today")["routine"]["doses"]
    assert doses == [{"since": "2026-11-22", "dose": "75 mg"}]


@pytest.mark.parametrize(("answer", "began", "missed"), [("y", "2026-11-18", 3), ("", "2026-11-22", 0)])
def test_a_terminal_asks_whether_a_routine_began_with_a_tick_before_it_and_undo_takes_both_back(
    answer: str, began: str, missed: int, terminal: Callable[..., Terminal], say: Say, data: Say
) -> None:
    say("mood", "3", "--at", "2026-11-19")
    say("routine", "add", "walk")
    person = terminal("done", "walk", "--at", "2026-11-18")
    person.expect("Before “walk” began (22 November). Did it begin then? [y/N]:")
    person.type(answer)
    assert person.finish()[0] == 0
    assert data("routine", "show", "walk")["routine"]["started"] == began
    [walk] = data("streaks")["routines"]
    assert (walk["due"], walk["kept"], walk["missed"], walk["times"]) == (1 + missed, 1, missed, 1)
    say("undo")
    assert data("routine", "show", "walk")["routine"]["started"] == "2026-11-22"
    assert data("last", "walk")["tick"] is None


def test_a_script_is_not_asked_and_a_tick_before_the_beginning_is_due_and_kept_on_its_day(data: Say, say: Say) -> None:
    say("routine", "add", "walk")
    say("done", "walk", "--at", "2026-11-02")
    [walk] = data("streaks")["routines"]
    assert (walk["due"], walk["kept"], walk["missed"], walk["times"]) == (1, 1, 0, 1)
    assert data("routine", "show", "walk")["routine"]["started"] == "2026-11-22"


def test_a_stock_and_how_often_a_medicine_is_taken_can_be_changed(data: Say) -> None:
    given = ["--kind", "medicine", "--stock", "10", "--per-dose", "2", "--refill-at", "4"]
    old = data("routine", "add", "tablets", *given)["routine"]
    assert old["stock"] == {"counted": "2026-11-22", "amount": 10, "per_dose": 2, "refill_at": 4} | {
        "counted_at": "2026-11-22T21:30:00+01:00",
        "former": [],
    }
    edited = data("routine", "edit", "tablets", "--every", "2/day")["routine"]
    assert edited == old | {"every": "2/day", "terms": [old["terms"][0] | {"every": "2/day"}]}
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
    assert refusal(2, "done", "walk") == "Already noted 08:05: walk. If it happened a second time, add --again."
    assert refusal(2, "done", "w") == "Already noted 08:05: w. If it happened a second time, add --again."
    person = terminal("done", "walk")
    person.expect("Already noted 08:05: walk. Was there a second time? y notes that too. [y/N]:")
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
    assert say("skip", "tablets", "--why", "stomach").stdout == "Left out: tablets.\n"
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


AS_DONE = (
    "Already noted as done 21:30: walk. If it was not done, “carelog undo” takes that back while it is the last "
    "change, and “carelog delete {}” later. To note both, add --again."
)


@pytest.mark.parametrize("how", [(), ("--small",)])
def test_a_skip_of_what_was_done_says_how_to_take_the_done_back(
    how: tuple[str, ...], say: Say, data: Say, refusal: Say
) -> None:
    say("routine", "add", "walk")
    [tick] = data("done", "walk", *how)["ticks"]
    assert refusal(2, "skip", "walk") == AS_DONE.format(tick["handle"])
    say("undo")
    assert say("skip", "walk").stdout == "Left out: walk.\n"


def test_a_done_that_is_not_the_last_change_is_taken_back_by_its_handle(say: Say, data: Say, refusal: Say) -> None:
    say("routine", "add", "walk")
    say("done", "walk")
    say("mood", "4")
    said = refusal(2, "skip", "walk")
    handle = said.partition("delete ")[2][:6]
    say("delete", handle, "--yes")
    assert say("skip", "walk").stdout == "Left out: walk.\n"
    assert [each["mood"] for each in data("log")["entries"]] == [4]


@pytest.mark.parametrize("command", ["done", "skip"])
@pytest.mark.parametrize(
    ("words", "names", "note"),
    [
        (["walk:", "along", "the", "river"], {"walk"}, "along the river"),
        (["walk: along the river"], {"walk"}, "along the river"),
        (["wal:", "rain: again"], {"walk"}, "rain: again"),
        (["walk", "tablets:", "rain"], {"walk", "tablets"}, "rain"),
        (["water", "the", "plants:", "in time"], {"water the plants"}, "in time"),
        (["walk:"], {"walk"}, ""),
        (["read: aloud"], {"read: aloud"}, ""),
        (["read:", "aloud"], {"read: aloud"}, ""),
        (["walk", "tablets"], {"walk", "tablets"}, ""),
    ],
)
def test_words_behind_a_colon_are_kept_with_the_routines(
    data: Say, command: str, words: list[str], names: set[str], note: str
) -> None:
    ids = {}
    for name in ("walk", "tablets", "water the plants", "read: aloud"):
        ids[data("routine", "add", name)["routine"]["id"]] = name
    ticks = data(command, *words)["ticks"]
    assert {ids[tick["routine"]] for tick in ticks} == names
    assert {tick["note"] for tick in ticks} == {note}


def test_a_colon_that_may_be_part_of_a_name_is_not_guessed(data: Say, refusal: Say) -> None:
    for name in ("walk", "walk: evening"):
        data("routine", "add", name)
    several = "“walk: evening rain” fits 2 of them; use the whole name or a handle from the list."
    assert refusal(2, "done", "walk:", "evening", "rain") == several
    for command, option in (("done", "--note"), ("skip", "--why")):
        said = refusal(2, command, "walk: rain", option, "sun")
        assert said == "“rain” and an option both say something of it. Give one of them."
    assert data("last", "walk")["tick"] is None
