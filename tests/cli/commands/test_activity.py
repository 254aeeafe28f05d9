"""activity: small things are planned, done in full or in part, and compared with what was expected."""

from collections.abc import Callable
from typing import Any

import pytest

from support.command import Terminal

Say = Callable[..., Any]


def test_something_is_planned_done_and_compared_with_what_was_expected(say: Say, data: Say) -> None:
    planned = say("activity", "plan", "visit", "the", "library", "--when", "tuesday 15:00", "--expect", "3").stdout
    assert "Planned: visit the library, Tue 24 Nov 15:00." in planned
    said = say("activity", "done", "visit", "--pleasure", "6").stdout
    assert said == "Noted: visit the library, done. You expected 3 of 10; it was 6, better than you thought.\n"
    (kept,) = data("activity", "list", "--back")["activities"]
    assert (kept["state"], kept["planned_day"], kept["planned_at"]) == ("done", "2026-11-24", "15:00")
    assert "expected 3 of 10, was 6" in say("activity", "list", "--back", "--plain").stdout


@pytest.mark.parametrize("masked", [False, True])
def test_any_word_of_a_text_means_it_and_where_it_fits_several_both_are_named(
    say: Say, data: Say, refusal: Say, *, masked: bool
) -> None:
    visit, shelf = (
        data("activity", "plan", text)["activity"]["handle"] for text in ("visit the library", "the library shelf")
    )
    say("settings", "set", "discreet", "on" if masked else "off")
    assert refusal(2, "activity", "done", "library") == (
        f"“library” fits 2 of them: {min(visit, shelf)}, {max(visit, shelf)}. "
        "Use one of these handles, or more of the name. The list shows which is which."
    )
    say("activity", "done", visit)
    assert data("activity", "done", "library")["activity"]["handle"] == shelf


@pytest.mark.parametrize("masked", [False, True])
def test_what_is_kept_out_of_comparisons_is_not_held_up(say: Say, data: Say, *, masked: bool) -> None:
    say("settings", "set", "insights.never", "got-drunk")
    say("settings", "set", "discreet", "on" if masked else "off")
    for text in ("get drunk", "got drunk"):
        say("activity", "plan", text, "--expect", "2")
        said = say("activity", "done", "last", "--pleasure", "9").stdout
        assert ("You expected 2 of 10; it was 9, better than you thought." in said) == (
            text == "get drunk" and not masked
        )
    (held_up,) = data("activity", "list", "--back")["activities"]
    say("settings", "set", "discreet", "off")
    assert {each["id"]: each["text"] for each in data("activity", "list")["activities"]}[held_up["id"]] == "get drunk"


def test_a_part_counts_and_less_than_expected_is_not_held_up(say: Say, data: Say) -> None:
    say("activity", "plan", "the form", "--kind", "practical", "--expect", "6")
    assert "done in part" in say("activity", "done", "the form", "--partly", "--pleasure", "2").stdout
    assert data("activity", "list", "--back")["activities"] == []
    assert data("activity")["activities"][0]["state"] == "partly"


@pytest.mark.parametrize("words", [["activity", "done", "swim"], ["activity", "did", "swim"]])
def test_what_was_done_is_rated_and_dated(say: Say, data: Say, words: list[str]) -> None:
    say("activity", "plan", "swim")
    rated = ["--pleasure", "7", "--mastery", "5", "--closeness", "0", "--note", "cold water", "--at", "yesterday 15:00"]
    kept = data(*words, *rated)["activity"]
    assert (kept["pleasure"], kept["mastery"], kept["closeness"], kept["note"]) == (7, 5, 0, "cold water")
    assert kept["at"] == "2026-11-21T15:00:00+01:00"
    assert kept["day"] == "2026-11-21"


def test_something_that_was_not_planned_is_noted(say: Say, data: Say) -> None:
    say("activity", "did", "helped a neighbour", "carry boxes", "--kind", "purpose", "--at", "yesterday")
    (kept,) = data("activity")["activities"]
    assert (kept["text"], kept["kind"], kept["day"]) == ("helped a neighbour carry boxes", "purpose", "2026-11-21")


def test_what_is_skipped_is_not_asked_again_and_is_no_miss(say: Say, data: Say, refusal: Say) -> None:
    say("activity", "plan", "swim")
    assert "Left for another day: swim" in say("activity", "skip", "swim", "--why", "pool closed").stdout
    for reference in ("swim", "last"):
        handle = data("activity")["activities"][0]["handle"]
        assert refusal(2, "activity", "done", reference) == (
            f"It is noted already. To change what was noted: carelog activity edit {handle}"
        )
    assert data("activity")["activities"][0]["note"] == "pool closed"


def test_undo_takes_a_note_back_to_the_plan(say: Say, data: Say) -> None:
    say("activity", "plan", "swim", "--expect", "4")
    say("activity", "done", "swim")
    say("undo")
    assert data("activity")["activities"][0]["state"] == "planned"


@pytest.mark.parametrize(
    ("when", "day", "at"),
    [
        ("today", "2026-11-22", None),
        ("tomorrow", "2026-11-23", None),
        ("friday", "2026-11-27", None),
        ("2026-12-24 16:30", "2026-12-24", "16:30"),
        ("tomorrow 01:30", "2026-11-22", "01:30"),
        ("in 2h", "2026-11-22", "23:30"),
        ("in 3 days", "2026-11-25", None),
    ],
)
def test_a_plan_is_for_a_day_and_perhaps_a_time(data: Say, when: str, day: str, at: str | None) -> None:
    planned = data("activity", "plan", "swim", "--when", when)["activity"]
    assert (planned["planned_day"], planned["planned_at"]) == (day, at)


def test_today_and_week_show_what_is_planned_and_done(say: Say, data: Say) -> None:
    say("contact", "add", "Sam")
    say("activity", "plan", "tea", "--when", "today", "--with", "Sam")
    say("activity", "did", "carried boxes", "--kind", "purpose")
    say("activity", "did", "walked", "--with", "Sam", "--at", "2026-11-20 12:00")
    say("activity", "plan", "another week", "--when", "2026-12-24")
    assert {each["text"] for each in data("today")["activities"]} == {"tea", "carried boxes"}
    assert "tea (Sam)" in say("today").stdout
    assert "tea (Sam)." in say("today", "--plain").stdout
    week = data("week")
    assert {each["text"] for each in week["activities"]} == {"tea", "carried boxes", "walked"}
    assert (week["days_with_people"], week["days_with_purpose"]) == (1, 1)
    assert "You noted time with people on 1 day and something that mattered to you on 1 day." in " ".join(
        say("week").stdout.split()
    )


def test_someone_who_was_reached_is_a_day_with_people(say: Say, data: Say) -> None:
    say("contact", "add", "Sam")
    say("reached", "Sam")
    assert data("week")["days_with_people"] == 1


def test_many_activities_leave_the_day_its_page(say: Say) -> None:
    for number in range(9):
        say("activity", "plan", f"thing {number}", "--when", "today")
    page = say("today").stdout
    assert "and 6 more: carelog activity list" in page
    assert len(page.splitlines()) <= 24


def test_alone_it_asks(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("activity", "plan")
    person.expect("Something small and specific")
    person.type("visit the library")
    person.expect("When")
    person.type("soon")
    person.expect("“soon” is not a time carelog understands.")
    person.type("tomorrow 10:00")
    person.expect("0 to 10")
    person.type("11")
    person.expect("A rating is a whole number from 0 to 10.")
    person.type("3")
    assert person.finish()[0] == 0
    (kept,) = data("activity")["activities"]
    assert (kept["text"], kept["planned_at"], kept["expected"]) == ("visit the library", "10:00", 3)


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["plan"], 'Write what it is and when: carelog activity plan "visit the library" --when "tuesday 15:00"'),
        (2, ["plan", "x", "--when", "yesterday"], "That day is over. A plan is for today or later."),
        (2, ["plan", "x", "--when", "soon"], "“soon” is not a time carelog understands."),
        (2, ["plan", "x", "--expect", "11"], "This does not fit --expect: 11 is outside 0 to 10."),
        (
            3,
            ["plan", "x", "--with", "Nobody"],
            "There is no contact called “Nobody”, and none is kept yet. To add one: carelog contact add",
        ),
        (2, ["plan", "x", "--kind", "chores"], "connection, purpose"),
        (3, ["done", "nothing"], "no activity"),
        (3, ["done", "last"], "No activities are noted yet. To plan something small: carelog activity plan"),
        (
            2,
            ["did", "x", "--at", "tomorrow"],
            "What you note is about now or earlier. For something to come: carelog activity plan",
        ),
        (3, ["remove", "abcdef"], "No activity has the handle “abcdef”."),
    ],
)
def test_an_invalid_activity_is_refused(refusal: Say, data: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, "activity", *words)
    assert data("activity")["activities"] == []
