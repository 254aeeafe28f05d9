"""trends: which days it looks at, and what programs get."""

from collections.abc import Callable
from typing import Any

import pytest

Say = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("long_ago")


@pytest.fixture
def long_ago(say: Say) -> None:
    say("mood", "3", "--at", "2015-03-01 12:00")
    say("mood", "5", "--at", "2026-11-20 12:00")
    say("mood", "2", "--at", "2026-11-20 18:00")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ([], "2026-08-25", "2026-11-22"),
        (["--last", "7d"], "2026-11-16", "2026-11-22"),
        (["--last", "2w"], "2026-11-09", "2026-11-22"),
        (["--last", "12 weeks"], "2026-08-31", "2026-11-22"),
        (["--last", "1 month"], "2026-10-23", "2026-11-22"),
        (["--last", "6mo", "--to", "2026-08-31"], "2026-03-01", "2026-08-31"),
        (["--last", "1y"], "2025-11-23", "2026-11-22"),
        (["--to", "2026-03-31"], "2026-01-01", "2026-03-31"),
        (["--from", "2026-11-01"], "2026-11-01", "2026-11-22"),
        (["--from", "2026-11-01", "--to", "yesterday"], "2026-11-01", "2026-11-21"),
        (["30d"], "2026-10-24", "2026-11-22"),
        (["90", "days"], "2026-08-25", "2026-11-22"),
        (["last", "month"], "2026-10-01", "2026-10-31"),
        (["this", "year"], "2026-01-01", "2026-11-22"),
        (["since", "1", "may"], "2026-05-01", "2026-11-22"),
        (["1", "may", "to", "16", "may"], "2026-05-01", "2026-05-16"),
        (["--last", "100y"], "2015-03-01", "2026-11-22"),
    ],
)
def test_a_period_is_said_as_a_length_or_by_its_days(data: Say, words: list[str], first: str, last: str) -> None:
    found = data("trends", *words)
    assert found["period"] == {"from": first, "to": last}
    assert len(found["days"]) == len(found["smooth"]) == found["coverage"]["of"]


@pytest.mark.parametrize("length", ["", "d", "0d", "x", "1x", "-3d", "101y", "99999w", "3m", "²d", "1.5y"])
def test_a_length_that_is_not_understood_is_refused_with_examples(refusal: Say, length: str) -> None:
    assert '90d, "12 weeks", "6 months", 1y' in refusal(2, "trends", f"--last={length}")


def test_a_length_and_a_first_day_contradict_each_other(refusal: Say) -> None:
    assert refusal(2, "trends", "--last", "90d", "--from", "monday") == "Give --last or --from, not both."


def test_programs_get_the_same_facts_and_null_for_what_is_unknown(data: Say) -> None:
    found = data("trends", "--last", "3d")
    scores = {"mood": 3.5, "low": 2, "high": 5, "lowest": 2, "highest": 5}
    assert found["days"][0] == {"day": "2026-11-20", "entries": 2} | scores
    assert [day["mood"] for day in found["days"][1:]] == [None, None]
    assert found["coverage"] == {"days": 1, "of": 3}
    assert (found["median"], found["quartiles"], found["weekdays"]) == (None, None, [])
    assert found["levels"] == {"1": 0, "2": 0, "3": 1, "4": 0, "5": 0}
    assert found["ends"]["at_2_or_below"] == {"days": 0, "days_with_an_entry": 1}
    unknown = dict.fromkeys(("per_week", "low", "high", "could_show"))
    assert found["slope"] == unknown | {"verdict": "too-early", "days": 1}
    assert found["halves"] is None


def test_a_person_gets_a_page_and_a_screen_reader_sentences(say: Say) -> None:
    assert say("trends").stdout.startswith("Mood, 25 August to 22 November 2026\n")
    assert "Entries on 1 of 90 days." in say("trends", "--plain").stdout


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (["nonsense"], "“nonsense” is not a time carelog understands. Examples: 30d, "),
        (["0d"], "“0d” is not a time carelog understands. Examples: 30d, "),
        (["3/4"], "“3/4” can mean 2026-03-04 or 2026-04-03. Write the date of the one that you mean."),
        (["30d", "--from", "monday"], "“30d” and an option both say which days. Give one of them."),
        (["today", "to", "monday"], "The period ends (2026-11-16) before it begins (2026-11-22)."),
    ],
)
def test_words_that_are_no_period_are_refused(refusal: Say, words: list[str], refused: str) -> None:
    assert refusal(2, "trends", *words).startswith(refused)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("november", "2026-11-01", "2026-11-22"),
        ("dec", "2025-12-01", "2025-12-31"),
        ("May", "2026-05-01", "2026-05-31"),
    ],
)
def test_a_month_by_its_name_is_the_latest_that_began(data: Say, said: str, first: str, last: str) -> None:
    assert data("trends", said)["period"] == {"from": first, "to": last}
