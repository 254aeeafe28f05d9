"""goal: a goal of one's own is kept, rated, changed, put down and removed."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.cli.forms.goal import read_rating
from carelog.errors import InvalidValue
from support.command import Command, Terminal
from support.sentences import whole

Say = Callable[..., Any]


def test_it_is_kept_and_rated_without_a_verdict(say: Say, data: Say) -> None:
    assert say("goal", "add", "eat", "with", "Ana").stdout == (
        "Kept: “eat with Ana”. To say how close you are, when you like: carelog goal rate\n"
    )
    for value, at in (("0", "yesterday"), ("10", "2026-11-22 09:00")):
        assert say("goal", "rate", value, "--at", at).stdout == "Noted.\n"
    [goal] = data("goal")["goals"]
    assert [each["value"] for each in goal["ratings"]] == [0, 10]


def test_a_rating_of_another_day_has_that_day(say: Say, data: Say) -> None:
    say("goal", "add", "tea")
    say("goal", "rate", "tea", "3", "--at", "2026-11-20 09:00")
    [goal] = data("goal", "list")["goals"]
    assert [(each["day"], each["value"]) for each in goal["ratings"]] == [("2026-11-20", 3)]


def test_with_several_goals_it_asks_which_and_the_example_can_be_pasted(say: Say, data: Say, carelog: Command) -> None:
    for name in ("tea", "walks"):
        say("goal", "add", name)
    tea, _walks = (each["handle"] for each in data("goal")["goals"])
    which = f"You have several goals. Say which, by its first words or its handle: carelog goal rate {tea} 4\n"
    done = carelog("goal", "rate", "4")
    assert (done.exit_code, done.stderr) == (2, which)
    done = carelog("goal", "rate")
    needs = "Write the goal and a number from 0 to 10: "
    assert (done.exit_code, done.stderr) == (2, f"{needs}carelog goal rate {tea} 4\n")
    say("goal", "rate", tea, "4")
    assert [[rating["value"] for rating in each["ratings"]] for each in data("goal")["goals"]] == [[4], []]


def test_enter_at_the_question_for_a_goal_leaves_it(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("goal", "add")
    person.expect("What would you like to come closer to, in your own words? Enter leaves it: ")
    person.type("")
    person.expect("Nothing was noted.")
    assert person.finish()[0] == 0
    assert data("goal")["goals"] == []


def test_what_is_put_down_stays_and_can_be_taken_up_again(say: Say, data: Say, empty: Say) -> None:
    say("goal", "add", "tea")
    say("goal", "rate", "4")
    assert say("goal", "let-go", "tea").stdout == (
        "Put down. Goals may change. To take it up again: carelog goal take-up tea\n"
    )
    assert data("goal")["goals"] == []
    assert empty("goal") == "No goals here now. To add one: carelog goal add\n"
    [kept] = data("goal", "list", "--all")["goals"]
    assert [each["value"] for each in kept["ratings"]] == [4]
    say("undo")
    assert [each["name"] for each in data("goal")["goals"]] == ["tea"]


def test_its_words_change_and_its_ratings_stay(say: Say, data: Say) -> None:
    say("goal", "add", "tea")
    say("goal", "rate", "4")
    say("goal", "change", "tea", "green tea")
    [goal] = data("goal")["goals"]
    assert (goal["name"], [each["value"] for each in goal["ratings"]]) == ("green tea", [4])


def test_removing_it_removes_its_ratings(say: Say, data: Say) -> None:
    for name in ("tea", "walks"):
        say("goal", "add", name)
        say("goal", "rate", name, "4")
    say("goal", "remove", "tea", "--yes")
    [left] = data("goal", "list", "--all")["goals"]
    assert (left["name"], len(left["ratings"])) == ("walks", 1)
    assert data("verify")


def test_the_same_goal_is_not_kept_twice(say: Say, carelog: Command) -> None:
    say("goal", "add", "tea")
    done = carelog("goal", "add", "TEA")
    assert (done.exit_code, done.stderr) == (2, "“TEA” is one of your goals already.\n")


def test_no_change_makes_a_twin(say: Say, data: Say, carelog: Command) -> None:
    for name in ("tea", "walks"):
        say("goal", "add", name)
    done = carelog("goal", "change", "walks", "Tea")
    assert (done.exit_code, done.stderr) == (2, "“Tea” is one of your goals already.\n")
    assert {each["name"] for each in data("goal")["goals"]} == {"tea", "walks"}
    say("goal", "change", "tea", "TEA")
    say("goal", "let-go", "tea")
    say("goal", "change", "walks", "tea")
    assert {each["name"] for each in data("goal", "list", "--all")["goals"]} == {"TEA", "tea"}


def test_what_is_put_down_is_found_by_its_name_to_show_and_to_remove(say: Say, data: Say, carelog: Command) -> None:
    say("goal", "add", "third thing")
    say("goal", "let-go", "third")
    assert data("goal", "show", "third")["goal"]["put_down"] == "2026-11-22"
    refused = carelog("goal", "rate", "third", "4")
    said = "You put “third” down. What you noted about it: carelog goal show third\n"
    assert (refused.exit_code, refused.stderr) == (3, said)
    refused = carelog("goal", "change", "third THING", "something else")
    said = "You put “third THING” down. What you noted about it: carelog goal show 'third THING'\n"
    assert (refused.exit_code, refused.stderr) == (3, said)
    refused = carelog("goal", "let-go", "fourth")
    said = "There is no goal called “fourth”. “carelog goal list --all” shows all there are.\n"
    assert (refused.exit_code, refused.stderr) == (3, said)
    say("goal", "add", "third time")
    assert data("goal", "show", "third")["goal"]["name"] == "third time"
    say("goal", "remove", "third", "--yes")
    say("goal", "remove", "third", "--yes")
    assert data("goal", "list", "--all")["goals"] == []


def test_each_rating_is_kept_when_it_is_given(
    terminal: Callable[..., Terminal], say: Say, data: Say, now: Callable[[str], None]
) -> None:
    for minute, name in enumerate(("tea", "walks", "sleep")):
        now(f"2026-11-22T12:0{minute}:00+01:00")
        say("goal", "add", name)
    person = terminal("goal", "rate")
    for name, typed in (("tea", "4"), ("walks", "7")):
        person.expect(f"How close are you to “{name}”? 0 to 10, Enter skips")
        person.type(typed)
    person.expect("How close are you to “sleep”? 0 to 10, Enter skips")
    assert person.leave("\x03")[0] == 130
    assert sorted(each["value"] for goal in data("goal")["goals"] for each in goal["ratings"]) == [4, 7]
    say("undo")
    assert [each["value"] for goal in data("goal")["goals"] for each in goal["ratings"]] == [4]


def test_it_is_never_due(say: Say, empty: Say) -> None:
    say("goal", "add", "tea")
    assert "tea" not in say("today").stdout
    assert empty("due") == "Nothing is due.\n"


@given(st.integers(0, 10))
def test_a_rating_is_a_whole_number_from_0_to_10(value: int) -> None:
    assert read_rating(f" {value} ") == value


def test_a_question_can_be_skipped() -> None:
    assert read_rating("  ") is None


@given(st.text(min_size=1, max_size=6).filter(lambda typed: typed.strip() and not typed.strip().isdecimal()))
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValue, match=whole("A whole number from 0 to 10, please.")):
        read_rating(typed)
