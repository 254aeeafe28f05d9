"""Every list takes -n: as many as are asked for, the same ones for people and for programs."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.command import REGISTRY
from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command
from support.journals import fill
from support.program import COMMANDS_BY_NAME, OPTIONS

Say = Callable[..., Any]

OTHERS = {
    "plan list": "a plan is read whole, part by part",
    "helplines list": "no number for a bad day is cut off; --country and --for say which are shown",
    "settings list": "each setting is a key in JSON, and none of them may be missing",
    "traces": "a trace that is left out is one that nobody looks for",
    "feelings": "words in sentences; it has no rows",
    "sign past": "days in a sentence",
    **dict.fromkeys(["week", "streaks", "trends", "calendar", "insights", "export"], "a page about days"),
}
"""What says of itself that it lists, or takes days, and is no list that can be cut: why."""
LISTS = [
    name
    for name, each in REGISTRY.items()
    if name not in OTHERS
    and (name.endswith(" list") or str(each.body.__doc__).startswith("List") or {"-n", "--last"} & {*OPTIONS[name]})
]
NAMED = {"tracker show": "'two hours'", "goal show": "two", "questionnaire show": "gad2"}
"""What else a list needs."""
NEWEST_FIRST = {"imports"}
NO_REST = {"log", "tracker show"}
"""Lists that read no more of a long journal than they show, and so do not know how much there is."""
READ_AS = {
    "goal show": lambda found: found["goal"]["ratings"],
    "questionnaire show": lambda found: [each | {"compared": []} for each in found["questionnaire"]["scores"]],
    "tracker show": lambda found: found["readings"],
}
"""The rows in JSON, where they are not all there is."""


@pytest.fixture
def filled(home: Path, now: Callable[[str], None]) -> None:
    """Three things in every list, one of each on 22 November of three years and one on each of three days."""
    for word, day in {"one": "10", "two": "12", "three": "14"}.items():
        now(f"2026-11-{day}T12:00:00+01:00")
        with Journal.open(Paths.inside(home)) as journal:
            fill(journal, word)
            journal.shares.edit(replace([*journal.shares][-1], sections=("mood",)))
            journal.imports.edit(replace([*journal.imports][-1], counts={"entries": 1}))
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home)) as journal:
        for number in (1, 2, 3):
            at = f"202{number}-11-22 12:00"
            journal.entries.add(number, f"year {number}", at=at, readings={"two hours": number})
            journal.goal_ratings.add("two goal", number, at=at)
            journal.answered.add("gad2", (number, 0), at=at)


def wants_newest(name: str) -> bool:
    """Whether help says that the newest are shown."""
    [option] = [each for each in COMMANDS_BY_NAME[name].params if "-n" in each.opts]
    return "newest" in option.help


def line(name: str, *more: str) -> list[str]:
    return [*name.split(), *shlex.split(NAMED.get(name, "")), *more]


@pytest.fixture
def rows(data: Say) -> Callable[..., list[Any]]:
    """`rows("keep list", "-n", "2")` are the things of a list in JSON."""

    def read(name: str, *more: str) -> list[Any]:
        found: Mapping[str, Any] = data(*line(name, *more))
        if name in READ_AS:
            return READ_AS[name](found)
        [listed] = found.values()
        return listed

    return read


def test_every_list_takes_n_and_what_takes_none_is_known_here_with_its_reason() -> None:
    without = [
        f"{name}: give it -n (cli/prompts/number_options.py), or say in OTHERS why it has none"
        for name in LISTS
        if "-n" not in OPTIONS[name]
    ]
    assert not without, "\n".join(without)
    assert not [name for name in OTHERS if "-n" in OPTIONS[name]]
    assert len(LISTS) >= 18


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS)
def test_as_many_are_listed_as_were_asked_for(rows: Say, name: str) -> None:
    whole = rows(name)
    assert len(whole) >= 3
    for number in (1, 2, len(whole), len(whole) + 1, 100_000):
        is_end = wants_newest(name) and name not in NEWEST_FIRST
        assert rows(name, "-n", str(number)) == (whole[-number:] if is_end else whole[:number])


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", [name for name in LISTS if wants_newest(name)])
def test_the_newest_are_those_of_the_latest_days(rows: Say, name: str) -> None:
    def day(row: Any) -> str:
        return str(row.get("day") or row.get("planned_day") or row["at"])

    [newest] = rows(name, "-n", "1")
    assert day(newest) == max(map(day, rows(name)))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("plain", ["--plain", "--no-plain"])
def test_the_page_is_the_list_that_programs_get_and_says_how_to_see_all_of_it(
    say: Say, rows: Say, name: str, plain: str
) -> None:
    total = len(rows(name))
    whole, cut = say(*line(name, plain)).stdout, say(*line(name, plain, "-n", "2")).stdout
    said = f"2 of {total}. To see all of them, leave -n out.\n"
    assert cut.endswith(said) == (name not in NO_REST)
    assert "To see all of them, leave -n out." not in whole
    assert len(cut.removesuffix(said)) < len(whole)
    assert say(*line(name, plain, "-n", str(total))).stdout == whole
    assert say(*line(name, plain, "-n", "100000")).stdout == whole


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS)
def test_the_page_has_the_rows_that_programs_get_and_no_others(say: Say, rows: Say, name: str) -> None:
    found, wanted = ({each.get("handle", "") for each in rows(name, *more)} - {""} for more in ([], ["-n", "1"]))
    whole, cut = (say(*line(name, "--plain", *more, *with_handles(name))).stdout for more in ([], ["-n", "1"]))
    assert {each for each in found if each in cut} == {each for each in wanted if each in whole}


def with_handles(name: str) -> list[str]:
    return ["--handles"] if any("--handles" in each.opts for each in COMMANDS_BY_NAME[name].params) else []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("number", ["0", "-1"])
def test_less_than_one_is_refused(refusal: Say, name: str, number: str) -> None:
    shown = "import list" if name == "imports" else name
    assert refusal(2, *line(name, "-n", number)) == (
        f"This does not fit -n: {number} is below 1. Help: carelog {shown} --help"
    )


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith(" list")])
def test_the_name_of_a_group_alone_takes_it_too(data: Say, name: str) -> None:
    group, listed = name.split()
    assert data(group, "-n", "1") == data(group, "-n1") == data(group, listed, "-n1") == data(group, listed, "-n", "1")


def test_an_empty_list_says_so_whatever_number_was_asked_for(empty: Say) -> None:
    assert empty("keep", "list", "-n", "3") == empty("keep", "list")


@pytest.mark.usefixtures("filled")
def test_the_days_come_first_and_then_the_number(carelog: Command, data: Say) -> None:
    asked = ("keep", "list", "--to", "2026-11-12")
    assert [each["day"][-2:] for each in data(*asked, "-n", "1")["kind_words"]] == ["12"]
    assert carelog(*asked, "-n", "1").stdout.endswith("1 of 2. To see all of them, leave -n out.\n")


@pytest.mark.usefixtures("filled")
def test_a_score_is_compared_with_those_that_are_shown_beside_it(data: Say) -> None:
    whole, both = (
        data("questionnaire", "show", "gad2", *more)["questionnaire"]["scores"] for more in ([], ["-n", "2"])
    )
    assert [each["total"] for each in both] == [2, 3]
    assert {each["day"][:4] for each in whole[-1]["compared"]} == {"2021", "2022"}
    assert {each["day"][:4] for each in both[-1]["compared"]} == {"2022"}
    assert [each["day"][:4] for each in both[0]["compared"]] == ["2021"]  # the one before, as within a period
