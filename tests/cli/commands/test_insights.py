"""insights: what went together with better days, on the command line."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from carelog.domain.time.days import Moment
from carelog.journal import Journal

Say = Callable[..., Any]
TODAY = date(2026, 11, 22)


@pytest.fixture
def with_walks(home: Path) -> None:
    """Ninety days, better ones with a walk; some of the walks are with Sam."""
    assert not home.exists()
    chance = Random(7)
    with Journal.open() as journal:
        journal.contacts.add("Sam")
        for ago in range(90, 0, -1):
            at = Moment.of_milliseconds(milliseconds_of(TODAY - timedelta(days=ago)), 60)
            walked = chance.random() < 0.5
            tags = ["walk", "sam"] if walked and chance.random() < 0.8 else ["walk"] if walked else ["bus"]
            journal.entries.add(chance.randint(1, 3) + 2 * walked, tags=tags, at=at)


def milliseconds_of(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000 + 19 * 3_600_000


@pytest.mark.usefixtures("with_walks")
def test_what_went_together_is_told_with_its_counts(say: Say, data: Say) -> None:
    found = data("insights")["found"]
    walk = next(each for each in found if each["factor"] == "walk" and each["lag"] == 0)
    counts = [f"{share['days']} of {share['of']}" for share in walk["shares"]]
    assert walk["n_with"] + walk["n_without"] == walk["days"] == sum(share["of"] for share in walk["shares"])
    for words in ((), ("--plain",)):
        told = " ".join(say("insights", *words).stdout.split())
        assert f"{counts[0]} days with “walk” and on {counts[1]} days without" in told


@pytest.mark.usefixtures("with_walks")
def test_people_are_compared_when_they_are_asked_for_and_not_before(say: Say, data: Say) -> None:
    without, asked = data("insights"), data("insights", "--people")
    assert "sam" not in {each["factor"] for each in without["found"]}
    assert "sam" in {each["factor"] for each in asked["found"]}
    assert (without["people_left_out"], asked["people_left_out"]) == (True, False)
    assert "insights --people" in say("insights").stdout
    assert "not about sam" in say("insights", "--people").stdout


@pytest.mark.usefixtures("with_walks")
@pytest.mark.parametrize(
    ("words", "first", "days"),
    [
        ([], "2026-08-24", 90),
        (["--last", "60d"], "2026-09-24", 59),
        (["--last", "10y"], "2026-08-24", 90),
        (["--from", "2026-09-01", "--to", "2026-09-30"], "2026-09-01", 30),
        (["--to", "2026-09-30"], "2026-08-24", 38),
    ],
)
def test_the_period_is_a_year_unless_another_is_asked_for(data: Say, words: list[str], first: str, days: int) -> None:
    answer = data("insights", *words)
    assert (answer["period"]["from"], answer["coverage"]["days"], answer["ground"]) == (first, days, "enough")


@pytest.mark.parametrize(
    "words",
    [["--last", "soon"], ["--last", "90d", "--from", "monday"], ["--from", "2026-11-20", "--to", "2026-11-01"]],
)
def test_an_invalid_period_is_refused(refusal: Say, words: list[str]) -> None:
    refusal(2, "insights", *words)


def test_a_new_journal_says_how_to_begin(say: Say, data: Say) -> None:
    assert say("insights").stdout.startswith("Nothing is noted yet.")
    assert (data("insights")["ground"], data("insights")["coverage"]["days"]) == ("no-moods", 0)


def test_a_week_of_moods_is_too_early(say: Say) -> None:
    for number in range(7):
        say("mood", "4", "--at", f"2026-11-{15 + number} 12:00")
    assert "Too early to say: a comparison takes 30 days with a mood, and so far there are 7." in " ".join(
        say("insights").stdout.split()
    )


@pytest.mark.usefixtures("with_walks")
def test_on_a_two_sided_scale_other_days_are_the_better_ones(say: Say, data: Say) -> None:
    say("settings", "set", "mood.scale", "two-sided")
    answer = data("insights")
    assert answer["scale"] == "two-sided"
    assert all(each["levels"] in ([3], [2, 3, 4]) for each in answer["found"])
