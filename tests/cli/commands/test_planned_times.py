"""Planned times of a day: which one a dose is for, what is due, and what is left."""

import re
import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.tmux import tmux

Say = Callable[..., Any]
Now = Callable[[str], None]

TABLETS = ["--kind", "medicine", "--every", "2/day", "--at", "08:00", "--at", "20:00"]


@pytest.fixture
def at(now: Now) -> Callable[[str], None]:
    """Move the clock to a time of a day in November: `at("03 08:00")`."""
    return lambda moment: now(f"2026-11-{moment.replace(' ', 'T')}:00+01:00")


@pytest.fixture
def tablets(say: Say, at: Callable[[str], None]) -> None:
    at("03 07:00")
    say("routine", "add", "tablets", *TABLETS, "--dose", "50 mg")


@pytest.mark.usefixtures("tablets")
def test_a_dose_noted_twice_in_the_morning_does_not_silence_the_evening(
    say: Say, refusal: Say, data: Say, at: Callable[[str], None], empty: Say
) -> None:
    at("03 08:01")
    assert say("done", "tablets").stdout == "Noted for 08:00: tablets, 08:01.\n"
    at("03 08:03")
    assert refusal(2, "done", "tablets") == (
        "Already noted 08:01: tablets. For 20:00 add --for 20:00. If it happened a second time, add --again."
    )
    [again] = data("done", "tablets", "--again")["ticks"]
    assert (again["planned"], again["again"]) == ("08:00", True)
    at("03 20:30")
    assert say("due").stdout == "20:00  tablets  50 mg\n"
    [due] = data("due")["due"]
    assert (due["next_at"], due["kept"], due["asked"]) == ("20:00", 1, 2)
    assert due["planned"] == [
        {"time": "08:00", "state": "done", "at": "2026-11-03T08:03:00+01:00"},
        {"time": "20:00", "state": "open", "at": None},
    ]
    assert say("done", "tablets").stdout == "Noted for 20:00: tablets, 20:30.\n"
    assert empty("due") == "Nothing is due.\n"
    assert refusal(2, "done", "tablets") == "Already noted 20:30: tablets. If it happened a second time, add --again."


@pytest.mark.usefixtures("tablets")
def test_a_late_morning_dose_is_the_mornings_and_a_missed_one_is_open_and_not_due(
    say: Say, data: Say, at: Callable[[str], None], empty: Say
) -> None:
    at("03 14:10")
    assert say("due").stdout == "08:00  tablets  50 mg\n"
    assert say("done", "tablets").stdout == "Noted for 08:00: tablets, 14:10.\n"
    at("03 20:00")
    assert say("due").stdout == "20:00  tablets  50 mg\n"
    at("04 20:10")
    assert say("due").stdout == "20:00  tablets  50 mg\n"
    assert "now, 08:00 was not noted" in say("today").stdout
    assert say("done", "tablets").stdout == "Noted for 20:00: tablets, 20:10.\n"
    at("04 20:30")
    assert empty("due") == "Nothing is due.\n"
    assert (data("due")["due"], data("due")["later"]) == ([], [])
    assert "tablets, 50 mg: 1 of 2, 08:00 was not noted.\n" in say("today", "--plain").stdout
    assert say("done", "tablets").stdout == "Noted for 08:00: tablets, 20:30.\n"


@pytest.mark.usefixtures("tablets")
def test_an_early_evening_dose_is_the_evenings_from_a_quarter_of_the_gap_before_it(
    say: Say, at: Callable[[str], None], empty: Say
) -> None:
    at("03 17:00")
    assert say("done", "tablets").stdout == "Noted for 20:00: tablets, 17:00.\n"
    assert empty("due") == "Nothing is due.\n"
    at("03 20:30")
    assert empty("due") == "Nothing is due.\n"


@pytest.mark.usefixtures("tablets")
def test_a_dose_noted_ahead_of_the_day_leaves_what_comes_before_it_due(
    say: Say, data: Say, at: Callable[[str], None]
) -> None:
    say("routine", "edit", "tablets", "--every", "3/day", "--at", "08:00", "--at", "14:00", "--at", "20:00")
    at("03 09:00")
    assert say("done", "tablets", "--for", "20:00").stdout == "Noted for 20:00: tablets, 09:00.\n"
    assert say("due").stdout == "08:00  tablets  50 mg\n"
    at("03 14:00")
    assert say("due").stdout == "14:00  tablets  50 mg\n"
    assert [each["state"] for each in data("due")["due"][0]["planned"]] == ["open", "open", "done"]


@pytest.mark.usefixtures("tablets")
def test_the_planned_time_can_be_said(say: Say, refusal: Say, at: Callable[[str], None]) -> None:
    say("routine", "add", "walk")
    at("03 20:30")
    assert say("done", "tablets", "--for", "8:00").stdout == "Noted for 08:00: tablets, 20:30.\n"
    assert refusal(2, "done", "tablets", "--for", "08:00") == (
        "Already noted 20:30: tablets. If it happened a second time, add --again."
    )
    assert refusal(2, "done", "tablets", "--for", "21:00") == (
        "21:00 is not a planned time of “tablets”. Planned: 08:00, 20:00."
    )
    assert refusal(2, "done", "walk", "--for", "08:00") == (
        "The times of “walk” are not noted one by one. Without --for: carelog done walk"
    )
    assert refusal(2, "skip", "walk", "--for=08:00", "--at", "yesterday 21:00", "--why", "much rain") == (
        "The times of “walk” are not noted one by one. Without --for: "
        "carelog skip walk --at 'yesterday 21:00' --why 'much rain'"
    )
    assert refusal(2, "done", "tablets", "walk", "--small", "--for", "20:00") == (
        "A medicine has no small version. To note that you left it out today: carelog skip tablets"
    )
    assert refusal(2, "skip", "tablets", "walk", "--for", "20:00") == (
        "The times of “walk” are not noted one by one. Without --for: carelog skip walk"
    )
    assert refusal(2, "done", "tablets", "--for", "evening") == "“evening” is not a time of day such as 21:30."
    assert say("skip", "tablets", "--for", "20:00", "--why", "ill").stdout == "Left out for 20:00: tablets.\n"


def test_a_number_that_is_none_is_refused_with_one_that_fits_a_dose(refusal: Say, say: Say) -> None:
    assert refusal(2, "routine", "add", "x", "--kind", "medicine", "--stock", "9", "--per-dose", "1/2") == (
        "An amount per dose needs a number such as 1 or 0.5; “1/2” is not one carelog can use."
    )
    say("routine", "add", "walk")
    assert refusal(2, "done", "walk", "--amount", "1/2") == (
        "An amount needs a number such as 1 or 0.5; “1/2” is not one carelog can use."
    )


@pytest.mark.usefixtures("tablets")
def test_a_day_without_a_time_takes_the_first_open_one(
    say: Say, data: Say, refusal: Say, at: Callable[[str], None]
) -> None:
    at("04 09:00")
    assert say("done", "tablets", "--at", "yesterday").stdout == "Noted for 08:00: tablets, Tue 3 Nov.\n"
    assert say("done", "tablets", "--at", "2026-11-03").stdout == "Noted for 20:00: tablets, Tue 3 Nov.\n"
    assert refusal(2, "done", "tablets", "--at", "yesterday") == (
        "Already noted Tue 3 Nov: tablets. If it happened a second time, add --again."
    )
    assert say("last", "tablets").stdout == "tablets: done yesterday, Tuesday 3 November 2026.\n"
    assert say("done", "tablets", "--at", "yesterday", "20:30", "--again").exit_code == 0
    [week] = data("week")["routines"]
    assert (week["kept"], week["due"]) == (2, 2)


def test_a_dose_of_a_day_alone_is_at_no_time_and_so_never_a_moment_ago(say: Say, at: Callable[[str], None]) -> None:
    at("03 07:00")
    say("routine", "add", "drops", "--every", "3/day", "--at", "08:00", "--at", "12:00", "--at", "20:00")
    at("04 09:00")
    assert say("done", "drops", "--at", "yesterday").stdout == "Noted for 08:00: drops, Tue 3 Nov.\n"
    assert say("done", "drops", "--at", "yesterday", "12:10").stdout == "Noted for 12:00: drops, 12:10.\n"
    assert say("last", "drops").stdout == "drops: done yesterday, Tuesday 3 November 2026, 12:10.\n"


@pytest.mark.usefixtures("tablets")
def test_after_midnight_it_is_still_the_evening_before(say: Say, data: Say, at: Callable[[str], None]) -> None:
    at("04 01:00")
    assert say("due").stdout == "20:00  tablets  50 mg\n"
    [tick] = data("done", "tablets")["ticks"]
    assert (tick["day"], tick["planned"]) == ("2026-11-03", "20:00")
    say("routine", "edit", "tablets", "--at", "22:00", "--at", "00:30")
    at("04 23:00")
    assert data("done", "tablets")["ticks"][0]["planned"] == "22:00"
    at("05 00:40")
    assert say("due").stdout == "00:30  tablets  50 mg\n"
    assert data("done", "tablets")["ticks"][0]["planned"] == "00:30"
    assert [each["kept"] for each in data("today")["routines"]] == [2]


@pytest.mark.usefixtures("tablets")
def test_undo_gives_the_time_back_and_a_skip_is_a_time_of_its_own(
    say: Say, at: Callable[[str], None], empty: Say
) -> None:
    at("03 08:01")
    say("done", "tablets")
    say("undo")
    assert say("due").stdout == "08:00  tablets  50 mg\n"
    assert say("skip", "tablets").stdout == "Left out for 08:00: tablets.\n"
    assert empty("due") == "Nothing is due.\n"
    assert say("done", "tablets").stdout == "Noted for 08:00: tablets, 08:01.\n"
    at("03 20:00")
    assert say("due").stdout == "20:00  tablets  50 mg\n"


def test_several_routines_are_answered_by_their_times_and_one_time_a_day_is_not_named(
    say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 08:05")
    say("routine", "add", "walk", "--at", "08:00")
    say("routine", "add", "tablets", *TABLETS)
    say("routine", "add", "drops", *TABLETS)
    assert say("done", "walk", "tablets", "drops").stdout == (
        "Noted walk, 08:05. Noted for 08:00: tablets, drops, 08:05.\n"
    )
    assert [each["planned"] for each in data("last", "walk").values()] == ["08:00"]


@pytest.mark.usefixtures("tablets")
def test_a_terminal_asks_which_time_is_meant_before_the_next_one(
    terminal: Callable[..., Terminal], say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 18:00")
    person = terminal("done", "tablets")
    person.expect("For 08:00 or for 20:00? ")
    person.type("")
    person.expect("One of these times, please: 08:00, 20:00.")
    person.type("9")
    person.expect("One of these times, please: 08:00, 20:00.")
    person.type("8")
    assert person.finish()[0] == 0
    assert "Noted for 08:00: tablets, 18:00." in person.screen
    at("03 18:31")
    person = terminal("done", "tablets")
    assert person.finish()[0] == 0
    assert "Noted for 20:00: tablets, 18:31." in person.screen
    say("routine", "add", "drops", *TABLETS)
    say("undo")
    say("routine", "add", "drops", *TABLETS)
    person = terminal("done", "drops", "--for", "20:00")
    assert person.finish()[0] == 0
    assert [each["state"] for each in data("today")["routines"][1]["planned"]] == ["open", "done"]


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("1", ""), ("2", ""), ("10", "10:00"), ("8", "08:30"), ("08", "08:30"), ("8:30", "08:30"), ("22:00", "22:00")],
)
def test_a_number_is_the_hour_and_never_a_place_in_the_list(
    terminal: Callable[..., Terminal], say: Say, at: Callable[[str], None], typed: str, chosen: str
) -> None:
    at("03 08:00")
    say("routine", "add", "tablets", "--every", "3/day", "--at", "08:30", "--at", "10:00", "--at", "22:00")
    at("03 20:00")
    person = terminal("done", "tablets")
    person.expect("For 08:30, 10:00 or for 22:00? ")
    person.type(typed)
    if not chosen:
        person.expect("One of these times, please: 08:30, 10:00, 22:00.")
        person.type("10")
    assert person.finish()[0] == 0
    assert f"Noted for {chosen or '10:00'}: tablets, 20:00." in person.screen


@pytest.mark.usefixtures("tablets")
def test_a_dose_noted_twice_before_the_evening_does_not_silence_it(
    terminal: Callable[..., Terminal], say: Say, data: Say, refusal: Say, at: Callable[[str], None]
) -> None:
    at("03 17:10")
    person = terminal("done", "tablets")
    person.expect("For 08:00 or for 20:00?")
    person.type("08:00")
    assert person.finish()[0] == 0
    at("03 17:12")
    assert refusal(2, "done", "tablets") == (
        "Already noted 17:10: tablets. For 20:00 add --for 20:00. If it happened a second time, add --again."
    )
    for typed in ("", "n"):
        person = terminal("done", "tablets")
        person.expect("Noted 17:10 for 08:00. Is this the dose for 20:00? [y/N]")
        person.type(typed)
        code, screen = person.finish()
        assert (code, "Already noted 17:10: tablets. Nothing more was noted." in screen) == (2, True)
    [again] = data("done", "tablets", "--again")["ticks"]
    assert (again["planned"], again["again"]) == ("08:00", True)
    at("03 20:30")
    assert say("due").stdout == "20:00  tablets  50 mg\n"
    at("03 17:12")
    person = terminal("done", "tablets")
    person.expect("Noted 17:12 for 08:00. Is this the dose for 20:00? [y/N]")
    person.type("y")
    assert person.finish()[0] == 0
    assert "Noted for 20:00: tablets, 17:12." in person.screen
    say("undo")
    assert say("done", "tablets", "--for", "20:00").stdout == "Noted for 20:00: tablets, 17:12.\n"


@pytest.mark.parametrize(("first", "second"), [("16:58", "17:02"), ("16:45", "17:15")])
@pytest.mark.usefixtures("tablets")
def test_a_script_says_which_dose_a_second_one_is_within_half_an_hour(
    first: str, second: str, say: Say, refusal: Say, at: Callable[[str], None]
) -> None:
    at(f"03 {first}")
    assert say("done", "tablets").stdout == f"Noted for 08:00: tablets, {first}.\n"
    at(f"03 {second}")
    assert "For 20:00 add --for 20:00." in refusal(2, "done", "tablets")
    assert say("skip", "tablets").stdout == "Left out for 20:00: tablets.\n"


@pytest.mark.usefixtures("tablets")
def test_a_question_about_a_second_dose_says_which_routine_where_there_are_several(
    terminal: Callable[..., Terminal], say: Say, at: Callable[[str], None]
) -> None:
    say("routine", "add", "stretch", "--every", "2/day", "--at", "08:00", "--at", "20:00")
    at("03 16:58")
    say("done", "tablets", "stretch")
    at("03 17:02")
    person = terminal("done", "tablets", "stretch")
    person.expect("tablets: noted 16:58 for 08:00. Is this for 20:00? [y/N]")
    person.type("y")
    person.expect("stretch: noted 16:58 for 08:00. Is this for 20:00? [y/N]")
    person.type("y")
    assert person.finish()[0] == 0
    say("undo")
    person = terminal("done", "stretch")
    person.expect("Noted 16:58 for 08:00. Is this for 20:00? [y/N]")
    person.type("y")
    assert person.finish()[0] == 0


def test_with_several_routines_the_question_says_which(
    terminal: Callable[..., Terminal], say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 18:00")
    say("routine", "add", "walk")
    say("routine", "add", "tablets", *TABLETS)
    person = terminal("done", "walk", "tab")
    person.expect("tab: for 08:00 or for 20:00? ")
    person.type("20:00")
    assert person.finish()[0] == 0
    assert data("last", "tablets")["tick"]["planned"] == "20:00"


@pytest.mark.slow
@pytest.mark.usefixtures("tablets")
def test_in_a_window_of_forty_columns_the_question_can_be_read_and_answered(
    isolated: Path, data: Say, at: Callable[[str], None]
) -> None:
    at("03 18:00")
    with tmux(isolated, "done tablets", columns=40, rows=24) as window:
        assert "For 08:00 or for 20:00?" in window.screen(until=r"For 08:00 or for 20:00\?")
        window.type("20:00", "Enter")
        assert "Noted for 20:00: tablets, 18:00." in window.screen(until="left")
    assert data("last", "tablets")["tick"]["planned"] == "20:00"


def test_more_times_than_are_due_are_asked_about_or_explained(
    terminal: Callable[..., Terminal], carelog: Command, data: Say
) -> None:
    together = "with 2 times of day: they are not noted one by one. To be asked for each"
    result = carelog("routine", "add", "eye drops", "--at", "08:00", "--at", "20:00")
    each = "carelog routine edit 'eye drops' --every 2/day"
    assert (result.exit_code, result.stderr) == (0, f"“daily” {together}: {each}\n")
    result = carelog("routine", "add", "gym", "--every", "mon,wed", "--at", "08:00", "--at", "20:00")
    first = "carelog routine edit gym --time 08:00"
    second = "carelog routine add 'gym 20:00' --every mon,wed --time 20:00"
    assert (result.exit_code, result.stderr) == (0, f"“mon,wed” {together}: {first}; {second}\n")
    for command in (each, first, second):
        assert carelog(*shlex.split(command)[1:]).stderr == ""
    assert {each["name"]: (each["every"], each["at"]) for each in data("routine")["routines"]} == {
        "eye drops": ("2/day", ["08:00", "20:00"]),
        "gym": ("mon,wed", ["08:00"]),
        "gym 20:00": ("mon,wed", ["20:00"]),
    }
    assert carelog("routine", "edit", "eye", "--why", "eyes").stderr == ""
    for typed, every in (("", "2/day"), ("n", "daily")):
        person = terminal("routine", "add", f"tablets {every}", "--at", "08:00", "--at", "20:00")
        person.expect("There are 2 times of day. Is it due at each? [Y/n]:")
        person.type(typed)
        code, screen = person.finish()
        assert (code, f"“daily” {together}" in screen.replace("\n", " ")) == (0, every == "daily")
        assert data("routine", "show", f"tablets {every}")["routine"]["every"] == every


def test_a_time_more_from_an_earlier_day_is_due_at_each_from_that_day_whatever_changed_since(
    terminal: Callable[..., Terminal], say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 07:00")
    say("routine", "add", "tablets", "--kind", "medicine", "--at", "08:00")
    at("03 08:00")
    say("done", "tablets")
    at("06 07:00")
    say("routine", "edit", "tablets", "--target", "50", "--unit", "mg")
    at("09 07:00")
    person = terminal("routine", "edit", "tablets", "--at", "20:00", "--at", "08:00", "--from", "2026-11-05")
    person.expect("There are 2 times of day. Is it due at each? [Y/n]:")
    person.type("")
    assert person.finish()[0] == 0
    terms = data("routine", "show", "tablets")["routine"]["terms"]
    assert [(each["since"], each["every"], each["at"]) for each in terms] == [
        (None, "daily", ["08:00"]),
        ("2026-11-05", "2/day", ["08:00", "20:00"]),
        ("2026-11-06", "2/day", ["08:00", "20:00"]),
    ]


def test_times_after_midnight_are_on_the_next_date_of_a_calendar(say: Say, at: Callable[[str], None]) -> None:
    at("03 12:00")
    say("routine", "add", "drops", "--every", "mon,sun", "--at", "00:30")
    say("routine", "add", "walk", "--every", "mon,sun", "--at", "18:00")
    say("agenda", "carelog.ics")
    rules = re.findall(r"DTSTART[^:]*:(\S+)|BYDAY=([A-Z,]+)", Path("carelog.ics").read_text("utf-8"))
    assert sorted(rules) == [("", "MO,SU"), ("", "MO,TU"), ("20261108T180000", ""), ("20261109T003000", "")]


@pytest.mark.parametrize(
    ("options", "amount", "left"),
    [
        ([], "2", "28"),
        ([], "0.5", "29.5"),
        (["--per-dose", "2"], "0.5", "29"),
        (["--unit", "mg", "--target", "50"], "25", "29.5"),
        (["--unit", "mg"], "50", "29"),
    ],
)
def test_a_stock_goes_down_by_the_amount_that_was_taken(
    say: Say, options: list[str], amount: str, left: str, at: Callable[[str], None]
) -> None:
    at("01 08:05")
    say("routine", "add", "tablets", "--kind", "medicine", "--stock", "30", "--every", "daily", *options)
    say("done", "tablets", "--amount", amount)
    shown = say("routine", "show", "tablets").stdout
    assert re.search(rf"^left +{re.escape(left)}$", shown, re.MULTILINE)
    explained = "Amounts in mg are not counted from the stock; each time counts as one dose."
    assert (explained in " ".join(shown.split())) == (options == ["--unit", "mg"])


def test_a_stock_counted_after_a_dose_of_the_same_day_holds_what_was_counted(
    say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 07:00")
    say("routine", "add", "tablets", *TABLETS, "--stock", "30")
    at("03 08:00")
    say("done", "tablets")
    at("03 12:00")
    say("routine", "edit", "tablets", "--stock", "56")
    at("03 12:01")
    assert data("routine", "show", "tablets")["stock_left"] == {
        "name": "tablets",
        "left": 56,
        "lasts_until": "2026-11-30",
        "count_is_wrong": False,
    }
    say("done", "tablets", "--at", "11:00", "--again")
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 56
    at("03 20:00")
    say("done", "tablets")
    say("routine", "edit", "tablets", "--stock", "60")
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 60
    at("05 08:00")
    say("done", "tablets", "--at", "yesterday")
    say("routine", "edit", "tablets", "--per-dose", "2")
    say("done", "tablets")
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 57
    assert re.search(r"^supply +lasts until about ", say("routine", "show", "tablets").stdout, re.MULTILINE)


def test_a_stock_lasts_as_long_as_the_day_says_that_a_dose_is_open(
    say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("22 12:00")
    say("routine", "add", "tablets", "--kind", "medicine", "--every", "3/week", "--stock", "6")
    for day in ("23", "24"):
        at(f"{day} 12:00")
        say("done", "tablets")
    at("25 12:00")
    assert data("routine", "show", "tablets")["stock_left"]["lasts_until"] == "2026-12-02"
    say("routine", "edit", "tablets", "--every", "2/week")
    assert [each["state"] for each in data("today")["routines"]] == ["open"]
    stock = data("routine", "show", "tablets")["stock_left"]
    assert (stock["left"], stock["lasts_until"]) == (4, "2026-12-05")
    say("routine", "edit", "tablets", "--refill-at", "4")
    assert data("today")["low_stock"] == [stock]


def test_a_dose_beyond_the_count_is_kept_and_the_count_is_said_to_be_wrong(
    say: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 08:00")
    say(
        "routine", "add", "my tablets", "--kind", "medicine", "--every", "as-needed", "--stock", "1", "--refill-at", "1"
    )
    assert "\nmy tablets: a refill is due.\n" in say("today").stdout
    assert say("done", "my", "tablets").stdout == "Noted my tablets, 08:00.\n"
    wrong = "The count says 0 left. Count what is there: carelog routine edit 'my tablets' --stock N\n"
    assert say("done", "my", "tablets").stdout == f"Noted my tablets, 08:00.\n{wrong}"
    shown = say("routine", "show", "my tablets").stdout
    assert re.search(r"^left +0$", shown, re.MULTILINE)
    assert wrong.strip() in " ".join(shown.split())
    assert data("routine", "show", "my tablets")["stock_left"]["count_is_wrong"]
    say("routine", "edit", "my tablets", "--stock", "10")
    assert say("done", "my", "tablets").stdout == "Noted my tablets, 08:00.\n"
    say("routine", "edit", "my tablets", "--every", "daily")
    at("04 08:00")
    say("routine", "edit", "my tablets", "--refill-at", "10")
    assert "my tablets: a refill is due soon; enough until about 12 November 2026." in say("today").stdout


def test_two_machines_that_note_one_time_count_it_once(
    carelog: Command, say: Say, data: Say, home: Path, isolated: Path, at: Callable[[str], None]
) -> None:
    at("03 07:00")
    say("routine", "add", "tablets", *TABLETS, "--stock", "30")
    copy = str(isolated / "other.json")
    say("export", "--for", "self", "--format", "json", "-o", copy, "--yes", "--include", "private")
    other = {"CARELOG_HOME": str(isolated / "other")}
    assert carelog("import", "carelog", copy, "--apply", env=other).exit_code == 0
    at("03 08:05")
    say("done", "tablets")
    at("03 08:07")
    assert carelog("done", "tablets", env=other).stdout == "Noted for 08:00: tablets, 08:07.\n"
    say(
        "export", "--for", "self", "--format", "json", "-o", copy, "--yes", "--include", "private", "--force", env=other
    )
    say("import", "carelog", copy, "--apply")
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        devices = journal.execute("SELECT count(*), count(DISTINCT updated_by) FROM ticks").fetchone()
    assert devices == (2, 2)
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 29
    [today] = data("today")["routines"]
    assert (today["kept"], today["next_at"], today["later"]) == (1, "20:00", True)
    say("done", "tablets", "--again")
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 28


@pytest.mark.usefixtures("tablets")
def test_a_day_has_the_planned_times_that_held_on_it(
    say: Say, refusal: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 08:05")
    say("done", "tablets")
    at("05 09:05")
    say("routine", "edit", "tablets", "--at", "09:00", "--at", "21:00")
    assert say("done", "tablets").stdout == "Noted for 09:00: tablets, 09:05.\n"
    assert say("done", "tablets", "--at", "yesterday").stdout == "Noted for 08:00: tablets, Wed 4 Nov.\n"
    assert "Planned: 08:00, 20:00." in refusal(2, "done", "tablets", "--at", "yesterday", "--for", "09:00")
    assert [each["time"] for each in data("today")["routines"][0]["planned"]] == ["09:00", "21:00"]


@pytest.mark.usefixtures("tablets")
@pytest.mark.parametrize("command", ["done", "skip"])
@pytest.mark.parametrize("option", ["--for", "--at"])
def test_two_times_at_once_are_refused_and_nothing_is_noted(
    command: str, option: str, say: Say, refusal: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("03 21:00")
    said = refusal(2, command, "tablets", option, "08:00", f"{option}=20:00", "--again")
    first = f"carelog {command} tablets {option} 08:00 --again"
    assert said == f"Each time is noted by itself. The first of these: {first}"
    assert [each["state"] for each in data("due")["due"][0]["planned"]] == ["open", "open"]
    say(*shlex.split(first)[1:])
    assert data("due")["due"][0]["planned"][0]["state"] == {"done": "done", "skip": "skipped"}[command]


def test_planned_times_are_in_the_order_of_the_journal_day_on_every_page(
    say: Say, refusal: Say, at: Callable[[str], None]
) -> None:
    at("03 07:00")
    night = [each for clock in ("00:30", "08:00", "16:00") for each in ("--at", clock)]
    say("routine", "add", "drops", "--kind", "medicine", "--every", "3/day", *night)
    assert refusal(2, "done", "drops", "--for", "09:00").endswith("Planned: 08:00, 16:00, 00:30.")
    assert "08:00, 16:00, 00:30" in say("routine", "show", "drops").stdout
    assert "08:00, 16:00, 00:30" in say("routine", "list").stdout


def test_what_a_dose_takes_of_the_stock_changes_on_the_day_of_the_dose(
    say: Say, refusal: Say, data: Say, at: Callable[[str], None]
) -> None:
    at("01 07:00")
    say("routine", "add", "tablets", "--kind", "medicine", "--dose", "50 mg", "--stock", "30")
    for day in range(3, 8):
        at(f"{day:02} 08:00")
        say("done", "tablets")
    at("08 12:00")
    edit = ("routine", "edit", "tablets", "--from", "2026-11-05")
    routine = data(*edit, "--per-dose", "2", "--dose", "100 mg")["routine"]
    assert routine["doses"][-1] == {"since": "2026-11-05", "dose": "100 mg"}
    assert routine["stock"]["former"] == [{"until": "2026-11-05", "per_dose": 1}]
    assert data("routine", "show", "tablets")["stock_left"]["left"] == 30 - 2 * 1 - 3 * 2
    assert data(*edit, "--dose", "2 tablets")["routine"]["stock"] == routine["stock"]
    assert refusal(2, *edit, "--stock", "20") == (
        "A stock is counted now. Leave --from out, or say the stock on its own."
    )
    assert data("routine", "edit", "tablets", "--from", "today", "--stock", "20")["routine"]["stock"]["amount"] == 20
