"""What is given twice counts twice, or is refused: the last of two values never wins in silence."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import typer

from carelog.cli.app import build
from carelog.cli.table import COMMANDS
from support.command import Command
from support.program import OPTIONS

Say = Callable[..., Any]

PROGRAM: Any = typer.main.get_command(build(list(COMMANDS)))
NEVER_REFUSED = {"crisis", "sos"}
"""The card is shown whatever is typed."""
ONE_ENTRY_EACH = (
    ("walk", "calm", "along the river"),
    ("walk,work", "calm,tired", "river and sea"),
    ("work", "tired", "the sea, and rain"),
    ("work,walk,rain", "tired,calm", "rain on the river"),
)
"""Tags, feelings and note of each entry."""


def command_named(name: str) -> Any:
    found = PROGRAM
    for word in name.split():
        found = found.commands[word]
    return found


def options_of(name: str) -> list[Any]:
    return [each for each in command_named(name).params if each.param_type_name == "option"]


@pytest.mark.parametrize("name", sorted(OPTIONS.keys() - NEVER_REFUSED))
def test_an_option_of_one_value_is_refused_with_two_and_both_are_named(refusal: Say, home: Path, name: str) -> None:
    for option in options_of(name):
        if option.multiple or (option.is_flag and not option.secondary_opts):
            continue
        typed = option.opts[0]
        if option.is_flag:
            other = option.secondary_opts[0]
            said = f"{typed} and {other} say two different things. Leave one of them out."
            assert refusal(2, *name.split(), typed, other) == said
            continue
        said = f"{typed} is given twice, with “12:00” and with “13:00”, and takes one of them. Leave the other out."
        assert refusal(2, *name.split(), f"{option.opts[-1]}", "12:00", typed, "13:00") == said
    assert not home.exists()


@pytest.mark.parametrize("options", [["--discreet", "--no-discreet"], ["-n", "3", "-n4"], ["--min=1", "--min", "2"]])
def test_it_is_refused_in_every_way_of_typing_it(carelog: Command, options: list[str]) -> None:
    answer = carelog("log", *options, "--json")
    assert answer.exit_code == 2
    assert answer.json["errors"][0]["key"] in ("program.option-given-twice", "program.options-contradict")


def test_the_same_value_twice_is_one(data: Say) -> None:
    data("mood", "4", "--at", "08:00", "--at", "08:00", "--private", "--private")
    assert len(data("log", "-n", "3", "-n", "3", "--min", "4", "--min=4")["entries"]) == 1


def test_behind_two_dashes_everything_is_text(data: Say) -> None:
    assert data("note", "--at", "08:00", "--", "--at", "09:00")["entry"]["note"] == "--at 09:00"


@pytest.mark.parametrize(("option", "place"), [("--tag", 0), ("--feel", 1), ("--search", 2)])
def test_every_filter_narrows_what_is_listed(carelog: Command, data: Say, option: str, place: int) -> None:
    for tags, feelings, note in ONE_ENTRY_EACH:
        data("note", note, "--tag", tags, "--feel", feelings)
    words = {0: ("walk", "work", "rain"), 1: ("calm", "tired"), 2: ("river", "sea", "rain")}[place]

    def listed(*filters: str) -> set[str]:
        return {entry["note"] for entry in data("log", *filters)["entries"]}

    for one, other in combinations(words, 2):
        both = listed(option, one, option, other)
        assert both == listed(option, other, option, one) == listed(option, one) & listed(option, other)
        assert both <= listed(option, one) != listed(option, other)
    assert carelog("log", option, "walk", option, "no such word").stderr == "No entries here.\n"


def test_bare_words_and_a_search_are_both_looked_for(data: Say) -> None:
    for _, _, note in ONE_ENTRY_EACH:
        data("note", note)
    found = data("log", "river", "--search", "sea", "--search", "and")["entries"]
    assert [entry["note"] for entry in found] == ["river and sea"]


def test_who_is_good_for_the_most_of_what_is_asked_for_is_proposed(data: Say) -> None:
    data("contact", "add", "Ana", "--phone", "030 5550101", "--good-for", "practical", "--crisis", "1")
    data("contact", "add", "Ben", "--phone", "030 5550102", "--good-for", "practical", "--good-for", "company")
    both = ["--good-for", "company", "--good-for", "practical"]
    assert data("reach", "--good-for", "practical")["contact"]["name"] == "Ana"
    assert data("reach", *both)["contact"]["name"] == "Ben"
    assert data("reach", *both[2:], *both[:2])["contact"]["name"] == "Ben"
    assert data("reach", *both, "--good-for", "listening")["contact"]["name"] == "Ben"


def test_every_name_is_kept_out_of_insights(data: Say, carelog: Command) -> None:
    answer = carelog("insights", "--never", "drank", "--never", "#hurt", "--never", "drank", "--json")
    assert answer.json["data"] == {"never": ["drank", "hurt"]}
    assert len(answer.stderr.splitlines()) == 1
    assert carelog("insights", "--never", "walk", "--never", " ").exit_code == 2
    assert data("insights", "--never", "hurt")["never"] == ["drank", "hurt"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["track", "sleep=7", "sleep=6,5"], "--track sleep is given twice, with “7” and with “6.5”"),
        (["note", "--track", "sleep=7", "--track", "sleep=6"], "--track sleep is given twice, with “7” and with “6”"),
        (["import", "x.csv", "--map", "so=3", "--map", "So=2"], "--map so is given twice, with “3” and with “2”"),
        (
            ["import", "x.csv", "--column", "date=A", "--column", "date=B"],
            "--column date is given twice, with “A” and with “B”",
        ),
    ],
)  # fmt: skip
def test_a_name_with_two_values_is_refused(refusal: Say, data: Say, typed: list[str], said: str) -> None:
    data("tracker", "add", "sleep")
    assert refusal(2, *typed) == f"{said}, and takes one of them. Leave the other out."
    assert data("log")["entries"] == []
