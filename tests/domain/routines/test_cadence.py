"""A routine is due as often as the person said, on those days and no others."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carelog.domain.routines.cadence import EXAMPLES, Cadence, CadenceKind, read_cadence
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import cadences, texts

few = settings(max_examples=30)
MONDAY = date(2026, 11, 16)
LONG_AGO = date(2000, 1, 1)

stretches = st.dates(date(2020, 1, 1), date(2030, 1, 1))
notes = st.dictionaries(st.integers(1, 20).map(lambda back: MONDAY - back * ONE_DAY), st.integers(0, 3))


@given(cadences)
def test_a_cadence_is_read_back_from_how_it_is_written(cadence: Cadence) -> None:
    assert read_cadence(cadence.text) == cadence
    assert read_cadence(f"  {cadence.text.upper()} ") == cadence


@given(st.sampled_from(CadenceKind), st.integers(-1, 400), st.integers(-1, 400), st.frozensets(st.integers(-1, 8)))
def test_a_cadence_that_could_not_be_read_back_does_not_exist(
    kind: CadenceKind, times: int, days: int, weekdays: frozenset[int]
) -> None:
    try:
        cadence = Cadence(kind, times, days, weekdays)
    except InvalidValue:
        return
    assert read_cadence(cadence.text) == cadence


@pytest.mark.parametrize("text", EXAMPLES.split(", "))
def test_the_examples_in_the_refusal_are_understood(text: str) -> None:
    assert read_cadence(text).text == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("every day", "daily"),
        ("Daily ", "daily"),
        ("1/day", "daily"),
        ("weekly", "1/week"),
        ("weekdays", "mon,tue,wed,thu,fri"),
        ("weekends", "sat,sun"),
        ("every other day", "every 2 days"),
        ("every 1 day", "every 1 days"),
        ("monday, friday", "mon,fri"),
        ("fri mon fri", "mon,fri"),
        ("as needed", "as-needed"),
        ("3/w", "3/week"),
        ("2/d", "2/day"),
        ("2/3 days", "2/3d"),
        ("2/3days", "2/3d"),
    ],
)
def test_people_write_the_same_cadence_in_several_ways(text: str, same: str) -> None:
    assert read_cadence(text).text == same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "never",
        "sometimes",
        "3",
        "3/",
        "/week",
        "3/month",
        "x/week",
        "3/xd",
        "every days",
        "every few days",
        "every  day s",
        "every 3 of 5 days",
        "every 1.5 days",
        "mon,moonday",
        ",",
        "2 / 3d /",
        "9" * 5000 + "/week",
        "3/week/2",
    ],
)
def test_what_is_no_cadence_is_refused_with_examples(text: str) -> None:
    refusal = (
        f"“{text}” is not a way to repeat that carelog knows. "
        "Examples: daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days, as-needed."
    )
    with pytest.raises(InvalidValue, match=whole(refusal)):
        read_cadence(text)


@pytest.mark.parametrize("text", ["0/day", "51/day", "0/week", "-1/week", "every 0 days", "every 367 days", "1/367d"])
def test_numbers_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match=whole("A routine can be due 1 to 50 times in 1 to 366 days.")):
        read_cadence(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("8/week", "A routine can be due up to 7 times a week; for more, use 2/day."),
        ("4/3d", "A routine can be due as many times as there are days; for more, use 2/day."),
    ],
)
def test_more_often_than_once_a_day_has_its_own_form(text: str, what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        read_cadence(text)


@given(texts)
def test_any_text_is_a_cadence_or_refused(text: str) -> None:
    try:
        cadence = read_cadence(text)
    except InvalidValue:
        return
    assert read_cadence(cadence.text) == cadence


@given(cadences, stretches, stretches)
@example(read_cadence("daily"), LONG_AGO, MONDAY)
def test_nothing_is_due_before_the_routine_began(cadence: Cadence, day: date, started: date) -> None:
    asked = cadence.asked_on(day, {}, started)
    assert (asked == 0) if day < started else (0 <= asked <= cadence.most_a_day)


@given(cadences, stretches)
def test_the_days_that_count_end_with_the_day_itself(cadence: Cadence, day: date) -> None:
    counted = cadence.days_that_count(day)
    assert counted.last == day
    assert day in counted


@few
@given(cadences, notes, stretches, st.integers(1, 9))
def test_other_days_than_those_that_count_change_nothing(
    cadence: Cadence, noted: dict[date, int], other: date, many: int
) -> None:
    if other not in cadence.days_that_count(MONDAY) or other == MONDAY:
        more = noted | {other: many}
        assert cadence.asked_on(MONDAY, more, LONG_AGO) == cadence.asked_on(MONDAY, noted, LONG_AGO)


@few
@given(st.integers(1, 50), notes)
def test_per_day_is_due_every_day_whatever_was_noted(times: int, noted: dict[date, int]) -> None:
    assert read_cadence(f"{times}/day").asked_on(MONDAY, noted, LONG_AGO) == times


@given(st.frozensets(st.integers(0, 6), min_size=1), notes, stretches)
def test_weekdays_are_due_on_these_weekdays(weekdays: frozenset[int], noted: dict[date, int], day: date) -> None:
    cadence = Cadence(CadenceKind.WEEKDAYS, weekdays=weekdays)
    assert cadence.asked_on(day, noted, LONG_AGO) == (1 if day.isoweekday() - 1 in weekdays else 0)


@few
@given(notes, stretches)
def test_as_needed_is_never_due(noted: dict[date, int], day: date) -> None:
    assert read_cadence("as-needed").asked_on(day, noted, LONG_AGO) == 0


@few
@given(st.integers(1, 7), st.sets(st.integers(0, 13)))
def test_per_week_is_due_until_the_iso_week_has_its_times(times: int, noted_on: set[int]) -> None:
    cadence = read_cadence(f"{times}/week")
    noted = {MONDAY + step * ONE_DAY: 1 for step in noted_on}
    for step in range(14):
        day = MONDAY + step * ONE_DAY
        so_far = [each for each in noted if each < day and each.isocalendar()[:2] == day.isocalendar()[:2]]
        assert cadence.asked_on(day, noted, LONG_AGO) == (len(so_far) < times)


def test_three_times_a_week_rests_from_the_third_until_monday() -> None:
    noted = {MONDAY: 1, MONDAY + ONE_DAY: 1, MONDAY + 3 * ONE_DAY: 1}
    week = [read_cadence("3/week").asked_on(day, noted, LONG_AGO) for day in Period(MONDAY, MONDAY + 7 * ONE_DAY)]
    assert week == [1, 1, 1, 1, 0, 0, 0, 1]


def kept_whenever_asked(cadence: Cadence, days: int, comes: Callable[[int], bool]) -> list[int]:
    """The days, counted from 0, on which it was due; it is kept on those of them for which `comes` is true."""
    noted: Counter[date] = Counter()
    asked = []
    for step in range(days):
        day = MONDAY + step * ONE_DAY
        if cadence.asked_on(day, noted, MONDAY):
            asked.append(step)
            noted[day] += comes(step)
    return asked


@given(st.integers(1, 30))
def test_an_interval_that_is_kept_in_time_is_due_in_just_that_rhythm(days: int) -> None:
    asked = kept_whenever_asked(read_cadence(f"every {days} days"), 60, lambda _: True)
    assert asked == list(range(0, 60, days))


def test_an_interval_that_is_kept_late_counts_from_the_late_day() -> None:
    assert kept_whenever_asked(read_cadence("every 3 days"), 9, lambda step: step >= 2) == [0, 1, 2, 5, 8]


@given(
    st.integers(1, 10).flatmap(lambda days: st.tuples(st.integers(1, days), st.just(days))), st.sets(st.integers(0, 39))
)
def test_per_days_is_never_due_too_often_nor_forgotten(rate: tuple[int, int], comes_on: set[int]) -> None:
    times, days = rate
    cadence = read_cadence(f"{times}/{days}d")
    asked = kept_whenever_asked(cadence, 40, comes_on.__contains__)
    kept = [step for step in asked if step in comes_on]
    for begin in range(40 - days + 1):
        window = range(begin, begin + days)
        assert sum(step in window for step in kept) <= times
        assert sum(step in window for step in asked) >= times


@given(cadences, stretches, st.integers(0, 400))
def test_a_routine_that_is_never_noted_stays_due(cadence: Cadence, started: date, later: int) -> None:
    day = started + timedelta(days=later)
    if cadence.kind not in (CadenceKind.AS_NEEDED, CadenceKind.WEEKDAYS):
        assert cadence.asked_on(day, {}, started) == cadence.most_a_day


@pytest.mark.parametrize(
    ("every", "times"),
    [("daily", 1), ("3/day", 3), ("mon,wed", 2 / 7), ("3/week", 3 / 7), ("2/5d", 0.4), ("every 4 days", 0.25)],
)
def test_over_a_long_time_it_is_due_so_often_a_day(every: str, times: float) -> None:
    assert read_cadence(every).times_a_day == times
    assert read_cadence("as-needed").times_a_day == 0
