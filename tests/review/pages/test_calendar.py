"""Years in days: what is known of each, and what is counted."""

import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelog.domain.mood import MoodScale
from carelog.domain.routines.pause import Pause
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.rest_days import rest_in
from carelog.review.pages.calendar import calendar, tally_of
from support.scenes import FRIDAY, Scene, back_after_four_months, full_week

YEAR = FRIDAY.year


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    return Scene()


def test_a_year_holds_its_days_from_the_first_entry_up_to_today(scene: Scene) -> None:
    scene.note("2026-03-05 20:00", 4)
    scene.note("2026-11-18 20:00", 2)
    scene.note("2026-11-20 08:00", 3)
    (year,) = calendar(scene.journal, YEAR, FRIDAY).years
    assert [each.day for each in year.days] == list(Period(date(2026, 3, 5), FRIDAY))
    assert {each.day: each.median for each in year.days if each.entries} == {
        date(2026, 3, 5): 4,
        date(2026, 11, 18): 2,
        FRIDAY: 3,
    }


def test_today_is_open_until_something_is_noted(scene: Scene) -> None:
    scene.note("2026-11-18 20:00", 4)
    assert calendar(scene.journal, YEAR, FRIDAY).tally.of == 2
    scene.note("2026-11-20 08:00", None, "tea")
    assert calendar(scene.journal, YEAR, FRIDAY).tally.of == 3


def test_a_day_between_two_levels_counts_for_the_one_nearer_to_the_middle(scene: Scene) -> None:
    for day, scores in {16: (1, 2), 17: (2, 3), 18: (3, 4), 19: (4, 5), 20: (5, 5, 1)}.items():
        for hour, score in enumerate(scores, start=10):
            scene.note(f"2026-11-{day} {hour}:00", score)
    found = calendar(scene.journal, YEAR, FRIDAY)
    assert [each.median for each in found.days] == [1.5, 2.5, 3.5, 4.5, 5]
    assert found.tally.levels == {1: 0, 2: 1, 3: 2, 4: 1, 5: 1}


def test_a_note_without_a_score_is_an_entry_and_no_mood(scene: Scene) -> None:
    scene.note("2026-11-19 20:00", None, "only words")
    tally = calendar(scene.journal, YEAR, FRIDAY).tally
    assert (tally.unscored, tally.noted, tally.empty, tally.of) == (1, 1, 0, 1)
    assert sum(tally.levels.values()) == 0


def test_days_of_a_pause_are_missing_nowhere_and_are_not_counted(scene: Scene) -> None:
    for day in (2, 3, 12, 13):
        scene.note(f"2026-11-{day:02} 20:00", 3)
    scene.journal.pauses.add_imported([Pause("p", date(2026, 11, 4), date(2026, 11, 11))])
    tally = calendar(scene.journal, YEAR, date(2026, 11, 14)).tally
    assert (tally.noted, tally.empty, tally.resting, tally.of) == (4, 0, 8, 4)


def test_an_entry_during_a_pause_counts_as_any_other(scene: Scene) -> None:
    scene.note("2026-11-18 20:00", 3)
    scene.note("2026-11-19 20:00", 4)
    scene.journal.pauses.add_imported([Pause("p", date(2026, 11, 19))])
    tally = calendar(scene.journal, YEAR, FRIDAY).tally
    assert (tally.noted, tally.resting, tally.of) == (2, 0, 2)


def test_four_months_without_any_use_are_rest(home: Path) -> None:
    assert not home.exists()
    with back_after_four_months() as journal:
        (year,) = calendar(journal, YEAR, FRIDAY).years
    assert (year.tally.noted, year.tally.of) == (11, 11)
    assert year.tally.resting == (FRIDAY - date(2026, 7, 20)).days - 1


def test_a_year_with_five_days_counts_what_lies_close_to_them(scene: Scene) -> None:
    for day in ("02-03", "02-04", "02-10", "02-12", "02-15"):
        scene.note(f"2026-{day} 20:00", 3)
    tally = calendar(scene.journal, YEAR, FRIDAY).tally
    assert (tally.noted, tally.of) == (5, 13)


@pytest.mark.parametrize(
    ("year", "years", "found"),
    [
        (2026, 1, [2026]),
        (2026, 2, [2025, 2026]),
        (2026, 4, [2023, 2024, 2025, 2026]),
        (2026, 50, [2023, 2024, 2025, 2026]),
        (2024, 50, [2023, 2024]),
        (2000, 3, [2000]),
        (2028, 3, [2026, 2027, 2028]),
    ],
)
def test_years_go_back_to_the_beginning_of_the_journal_and_no_further(
    year: int, years: int, found: Sequence[int], scene: Scene
) -> None:
    scene.note("2023-05-01 20:00", 3)
    scene.note("2026-11-18 20:00", 3)
    years_found = calendar(scene.journal, year, FRIDAY, years).years
    assert [each.year for each in years_found] == found
    assert all(bool(each.days) == (2023 <= each.year <= 2026) for each in years_found)
    assert all(day.day.year == each.year for each in years_found for day in each.days)


def test_an_empty_journal_is_new_and_one_without_entries_that_year_is_not(scene: Scene) -> None:
    assert calendar(scene.journal, YEAR, FRIDAY, 50).is_new
    scene.note("2026-11-18 20:00", 3)
    found = calendar(scene.journal, 2020, FRIDAY)
    assert not found.is_new
    assert found.days == ()


def test_what_was_deleted_is_in_no_calendar(scene: Scene) -> None:
    scene.note("2026-11-18 20:00", 1)
    scene.note("2026-11-19 20:00", 4)
    journal = scene.journal
    journal.entries.remove(next(iter(journal.entries)).id)
    assert [each.median for each in calendar(journal, YEAR, FRIDAY).days] == [4]


def test_fifty_years_take_as_many_statements_as_one_and_read_no_words(home: Path) -> None:
    assert not home.exists()
    with full_week() as journal:
        one, fifty = (statements(journal, years) for years in (1, 50))
    assert len(one) == len(fifty)
    assert len([each for each in one if "mood" in each]) == 1
    assert not [each for each in one if ("*" in each and " entries" in each) or "note" in each]


def statements(journal: Journal, years: int) -> list[str]:
    seen: list[str] = []
    connection = journal.entries._store.connection
    connection.set_trace_callback(seen.append)
    calendar(journal, YEAR, FRIDAY, years)
    connection.set_trace_callback(None)
    return seen


notes = st.tuples(st.integers(0, 90), st.none() | st.integers(1, 5))
spans = st.tuples(st.integers(0, 90), st.none() | st.integers(0, 40))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noted=st.lists(notes, min_size=1, max_size=30), pauses=st.lists(spans, max_size=2))
def test_every_day_is_what_its_own_entries_say_and_months_add_up_to_the_year(
    noted: list[tuple[int, int | None]], pauses: list[tuple[int, int | None]], home: Path
) -> None:
    shutil.rmtree(home, ignore_errors=True)
    scene = Scene()
    for minute, (ago, mood) in enumerate(noted):
        scene.note(f"{FRIDAY - timedelta(days=ago)} 20:{minute:02}", mood, "words")
    with scene.journal as journal:
        for number, (ago, length) in enumerate(pauses):
            first = FRIDAY - timedelta(days=ago)
            last = None if length is None else first + timedelta(days=length)
            journal.pauses.add_imported([Pause(str(number), first, last)])
        (year,) = calendar(journal, YEAR, FRIDAY).years
        period = Period(year.days[0].day, FRIDAY)
        known = moods_of(period, journal.entries.within(period), rest_in(journal, period, FRIDAY))
    assert year.days == (known if known[-1].entries else known[:-1])
    assert period.first == FRIDAY - timedelta(days=max(ago for ago, _ in noted))
    assert year.tally.noted + year.tally.empty + year.tally.resting == len(year.days)
    assert [month.month for month, _ in year.months] == list(range(period.first.month, year.days[-1].day.month + 1))
    for number in ("noted", "of", "unscored", "resting"):
        assert sum(getattr(tally, number) for _, tally in year.months) == getattr(year.tally, number)


def test_no_days_are_counted_as_nothing() -> None:
    scale = MoodScale.ONE_SIDED
    assert (tally_of((), scale).of, tally_of([DayMood(FRIDAY, resting=True)], scale).of) == (0, 0)
