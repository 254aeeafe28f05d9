"""The questionnaires of a page: six months of them, the first and the last of a course, and what a total hides."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.documents.blocks import Chart
from carelog.documents.packet.document import document
from carelog.documents.plain_text import plain_text
from carelog.domain.audience import THERAPIST, Section
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.questionnaires.questionnaire import Change
from carelog.domain.time.days import Moment, Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.packet import packet
from carelog.review.packet.scores import ScorePart, answered_scores, score_parts, scores_period

TODAY = date(2026, 11, 22)
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
FORTNIGHT = Period.ending(TODAY, 14)


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        yield journal


def test_a_fortnight_has_six_months_of_scores_and_its_own_apart(journal: Journal) -> None:
    answer(journal, {back: 20 - back // 14 for back in range(0, 280, 14)})
    part = one(journal)
    assert [line.day for line in part.lines] == [TODAY]
    assert [(TODAY - line.day).days for line in part.drawn] == list(range(182, -1, -14))
    assert scores_period(FORTNIGHT) == Period(date(2026, 5, 24), TODAY)


def test_a_longer_period_is_drawn_whole(journal: Journal) -> None:
    answer(journal, dict.fromkeys(range(0, 400, 100), 5))
    year = Period.ending(TODAY, 365)
    (part,) = score_parts(answered_scores(journal), year)
    assert scores_period(year) == year
    assert len(part.lines) == len(part.drawn) == 4


def test_scores_are_there_although_none_is_of_the_period(journal: Journal) -> None:
    answer(journal, {30: 12})
    said = written(journal)
    assert "Not answered in these days. Before these days: 23 Oct 12 (moderate)." in said
    assert "Nothing was noted in these days." in said
    answer(journal, {3: 12})
    assert "Nothing was noted in these days." not in written(journal)
    answer(journal, {}, name="phq8")
    assert len(score_parts(answered_scores(journal), FORTNIGHT)) == 1
    assert not score_parts(answered_scores(journal), Period(date(2027, 6, 1), date(2027, 6, 14)))


def test_a_course_is_told_by_its_first_and_its_last_total(journal: Journal) -> None:
    answer(journal, {800: 3, 300: 21, 150: 15, 20: 11, 1: 9})
    part = one(journal)
    assert part.course is not None
    assert [line.total for line in part.course] == [21, 9]
    assert part.change is Change.LOWER
    assert "In these days: 21 Nov 9 (mild). First 21 on 26 Jan, last 9 on 21 Nov: lower by 6 or more." in written(
        journal
    )


@settings(max_examples=40)
@given(backs=st.sets(st.integers(0, 900), max_size=8))
def test_no_pause_of_more_than_six_months_lies_within_a_course(
    backs: set[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Journal.open(Paths.inside(tmp_path_factory.mktemp("course")), CLOCK) as journal:
        answer(journal, dict.fromkeys(backs, 5))
        parts = score_parts(answered_scores(journal), FORTNIGHT)
    recent = sorted(backs)
    assert bool(parts) is (bool(recent) and recent[0] < 183)
    for part in parts:
        pauses = [number for number, (one, other) in enumerate(pairwise(recent), 1) if other - one > 183]
        begins = recent[[*pauses, len(recent)][0] - 1]
        found = [(TODAY - line.day).days for line in part.course or ()]
        assert found == ([begins, recent[0]] if begins != recent[0] else [])


def test_what_a_total_hides_is_told_for_every_total_that_is_drawn(journal: Journal) -> None:
    answer(journal, {300: 27, 60: 20, 40: 4, 2: 3}, ninth={300: 3, 60: 1})
    safety = packet(journal, FORTNIGHT, THERAPIST).safety
    assert safety is not None
    assert (safety.asked, safety.answers, safety.asked_earlier) == (1, (), 2)
    assert [(each.day, each.number, each.answer) for each in safety.earlier] == [(date(2026, 9, 23), 9, "several days")]
    said = written(journal)
    assert "The one answer about thoughts of death or harm was “not at all”. It is about that time only." in said
    assert "Before these days, since 24 May 2026, asked 2 times: PHQ-9 of Wed 23 Sep “several days”." in said


def test_no_total_that_was_left_out_comes_back_by_its_answers(journal: Journal) -> None:
    answer(journal, {60: 20}, ninth={60: 1})
    page = packet(journal, FORTNIGHT, THERAPIST, leave_out=[Section.SCORES])
    assert page.safety is not None
    assert (page.safety.earlier, page.safety.asked_earlier) == ((), 0)
    assert (
        "Nothing is noted in these days about thoughts of death or harm, which does not mean that there were none."
        in plain_text(document(page))
    )


def test_a_single_total_is_a_sentence_and_two_are_a_chart(journal: Journal) -> None:
    answer(journal, {0: 12})
    page = document(packet(journal, FORTNIGHT, THERAPIST))
    assert not [each for each in page.in_one_column if isinstance(each, Chart)]
    assert "In these days: 22 Nov 12 (moderate)." in plain_text(page)
    answer(journal, {30: 9})
    page = document(packet(journal, FORTNIGHT, THERAPIST))
    assert [each.title for each in page.in_one_column if isinstance(each, Chart)] == ["PHQ-9"]
    assert "Before these days: 23 Oct 9 (mild).\n\nIn these days: 22 Nov 12 (moderate)." in plain_text(page)


def test_two_scores_of_other_years_are_told_apart(journal: Journal) -> None:
    answer(journal, {0: 5, 365: 7})
    said = plain_text(document(packet(journal, Period.ending(TODAY, 400), THERAPIST)))
    assert "In these days: 22 Nov 2025 7 (mild), 22 Nov 5 (mild)." in said
    assert said.count("7 (mild)") == 1


def answer(
    journal: Journal, totals: dict[int, int], *, name: str = "phq9", ninth: dict[int, int] | None = None
) -> None:
    """Answer a questionnaire so many days ago with that total; `ninth` is the answer to its last item."""
    for back, total in totals.items():
        last = (ninth or {}).get(back, 0)
        answers = [*spread(total - last, 8), last]
        day = TODAY - timedelta(days=back)
        at = Moment.of(datetime.combine(day, time(20), timezone(timedelta(hours=1))))
        journal.answered.insert(Answered(journal.answered.new_id(), name, at, day, tuple(answers)))


def spread(total: int, items: int) -> Sequence[int]:
    assert 0 <= total <= 3 * items
    return [min(3, max(0, total - 3 * number)) for number in range(items)]


def one(journal: Journal) -> ScorePart:
    (part,) = score_parts(answered_scores(journal), FORTNIGHT)
    return part


def written(journal: Journal) -> str:
    return plain_text(document(packet(journal, FORTNIGHT, THERAPIST)))
