"""calendar: which years are asked for, and what a program gets."""

from collections.abc import Callable
from typing import Any

import pytest

Say = Callable[..., Any]


def test_a_program_gets_every_day_since_the_journal_began_but_not_an_open_today(say: Say, data: Say) -> None:
    say("mood", "4", "--at", "2026-11-19 20:00")
    say("mood", "2", "--at", "2026-11-21 09:00")
    say("mood", "3", "--at", "2026-11-21 20:00")
    found = data("calendar")
    assert found["years"] == [2026]
    assert [(day["day"], day["mood"], day["entries"]) for day in found["days"]] == [
        ("2026-11-19", 4, 1),
        ("2026-11-20", None, 0),
        ("2026-11-21", 2.5, 2),
    ]
    assert found["levels"] == {"1": 0, "2": 0, "3": 1, "4": 1, "5": 0}
    assert found["coverage"] == {"days": 2, "of": 3}


def test_a_pause_is_known_to_a_program_and_left_out_of_the_count(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("mood", "4", "--at", "2026-11-20 20:00")
    say("pause")
    now("2026-11-24T08:00:00+01:00")
    assert [day["resting"] for day in data("calendar")["days"]] == [False, False, True, True]
    assert data("calendar")["coverage"] == {"days": 1, "of": 2}


def test_before_the_day_begins_the_new_year_has_not_begun(data: Say, now: Callable[[str], None]) -> None:
    now("2027-01-01T02:00:00+01:00")
    assert data("calendar")["years"] == [2026]
    now("2027-01-01T05:00:00+01:00")
    assert data("calendar")["years"] == [2027]


@pytest.mark.parametrize("words", [["20"], ["1899"], ["9001"], ["last"], ["--years", "0"], ["--years", "51"]])
def test_an_invalid_year_is_refused(words: list[str], refusal: Say) -> None:
    assert refusal(2, "calendar", *words)


@pytest.mark.parametrize("words", [["1900"], ["9000", "--years", "50"], ["1900", "--years", "50"], []])
def test_any_other_year_is_answered_in_drawings_words_and_json(words: list[str], say: Say, data: Say) -> None:
    say("mood", "4", "a few words that stay here")
    for answer in (say("calendar", *words).stdout, say("calendar", *words, "--plain").stdout):
        assert answer.strip()
        assert "few words" not in answer
    assert data("calendar", *words)["years"][-1] == int((words or ["2026"])[0])
