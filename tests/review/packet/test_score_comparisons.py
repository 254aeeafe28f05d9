"""How the last total of a page stands beside those of six months: the first, and the highest or lowest since."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from carelog.clock import fixed_clock
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.questionnaires.questionnaire import Change
from carelog.domain.time.days import Moment, Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.scores import answered_scores, score_parts
from carelog.settings import Settings
from support.scenes import BERLIN

TODAY = date(2026, 11, 22)
FORTNIGHT = Period.ending(TODAY, 14)
SAME, LOWER = Change.ABOUT_THE_SAME, Change.LOWER


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    with Journal.open(Paths.inside(home), fixed_clock("2026-11-22T21:30:00+01:00"), Settings()) as journal:
        yield journal


def answer(journal: Journal, day: date, total: int, key: str = "phq9", language: str | None = None) -> None:
    """Keep answers to the PHQ-9 that add up to a total."""
    answers = tuple(min(3, max(0, total - 3 * item)) for item in range(9))
    at = Moment.of(datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN))
    journal.answered.insert(Answered(journal.answered.new_id(), key, at, day, answers, language=language))


def test_a_fortnight_has_one_score_and_is_drawn_with_those_of_six_months(journal: Journal) -> None:
    for month, total in ((4, 20), (6, 15), (7, 14), (8, 21), (9, 13), (10, 12), (11, 9)):
        answer(journal, date(2026, month, 15), total, language="de" if month % 2 else None)
    (part,) = score_parts(answered_scores(journal), FORTNIGHT)
    assert [line.total for line in part.lines] == [9]
    assert [line.total for line in part.earlier] == [15, 14, 21, 13, 12]
    assert [line.total for line in part.drawn] == [15, 14, 21, 13, 12, 9]
    assert (part.lines[0].band, part.lines[0].place) == ("mild", "mild")
    compared = [(each.beside.value, each.earlier.total, each.change) for each in part.compared]
    assert compared == [("before", 12, SAME), ("first", 15, LOWER), ("highest", 21, LOWER)]
    assert [each.beside.value for each in part.beside_others] == ["highest"]


def test_a_questionnaire_that_was_not_answered_in_the_period_is_there_with_its_earlier_scores(journal: Journal) -> None:
    answer(journal, date(2026, 8, 1), 10)
    answer(journal, date(2026, 1, 1), 10, key="phq8")
    (part,) = score_parts(answered_scores(journal), FORTNIGHT)
    assert (part.name, part.lines, [line.total for line in part.earlier]) == ("PHQ-9", (), [10])
    assert part.compared == ()


def test_two_scores_alone_stand_beside_each_other(journal: Journal) -> None:
    answer(journal, date(2026, 11, 1), 16)
    answer(journal, date(2026, 11, 16), 10)
    (part,) = score_parts(answered_scores(journal), FORTNIGHT)
    assert [(each.beside.value, each.change) for each in part.compared] == [("before", LOWER)]


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ((20, 10, 16), [("before", 10, "higher")]),
        ((5, 12, 8), []),
        ((5, 12, 6), [("before", 12, "lower")]),
        ((12, 5, 11), [("before", 5, "higher")]),
        ((20, 10, 12, 16), [("lowest", 10, "higher")]),
        ((12, 12, 12), []),
    ],
    ids=str,
)
def test_a_move_since_the_one_before_or_an_end_is_told_beside_the_first(
    journal: Journal, totals: tuple[int, ...], told: list[tuple[str, int, str]]
) -> None:
    for number, total in enumerate(totals):
        answer(journal, date(2026, 10, 20 + number), total)
    answered = Period(date(2026, 10, 1), date(2026, 10, 31))
    (part,) = score_parts(answered_scores(journal), answered)
    found = [(each.beside.value, each.earlier.total, each.change and each.change.value) for each in part.beside_others]
    assert found == told
