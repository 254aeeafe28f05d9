"""Days drawn anew in blocks show how far an effect could have moved; the same days always show the same."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.statistics import resampling
from carelog.domain.statistics.association import cliffs_delta, kendall_tau_b
from carelog.domain.statistics.resampling import Interval, resampled_groups, resampled_numbers
from carelog.domain.time.days import ONE_DAY

few = settings(max_examples=8, deadline=None)
FIRST = date(2026, 1, 1)


def a_life(days: int, seed: int, pull: float, noted: float = 1.0) -> tuple[dict[date, float], dict[date, float]]:
    """Mood and a number that pulls it up; some days may have no mood, and others no number."""
    chance = Random(seed)
    mood: dict[date, float] = {}
    number: dict[date, float] = {}
    for day in (FIRST + each * ONE_DAY for each in range(days)):
        hours = chance.gauss(7, 1.5)
        if chance.random() < noted:
            mood[day] = float(max(1, min(5, round(3 + pull * (hours - 7) / 1.5 + chance.gauss(0, 1)))))
        if chance.random() < noted:
            number[day] = float(round(hours, 1))
    return mood, number


def long_nights(number: dict[date, float]) -> set[date]:
    return {day for day, hours in number.items() if hours > 7}


@few
@given(st.integers(60, 200), st.integers(), st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([0.7, 1.0]))
def test_drawing_one_by_one_with_other_chance_shows_nearly_the_same(
    days: int, seed: int, pull: float, noted: float
) -> None:
    mood, number = a_life(days, seed, pull, noted)
    nights = long_nights(number)
    groups = resampled_groups(mood, nights)
    assert (groups.low, groups.high) == pytest.approx(one_by_one(mood, nights), abs=0.07)


@few
@given(st.integers(60, 200), st.integers())
def test_numbers_in_classes_have_nearly_the_interval_of_numbers_themselves(days: int, seed: int) -> None:
    mood, number = a_life(days, seed, 0.5)
    in_classes = resampled_numbers(mood, number)
    assert (in_classes.low, in_classes.high) == pytest.approx(one_by_one(mood, number), abs=0.07)


@few
@given(st.integers(60, 400), st.integers())
def test_turned_upside_down_the_interval_turns_over(days: int, seed: int) -> None:
    mood, number = a_life(days, seed, 0.3)
    turned = {day: 6 - value for day, value in mood.items()}
    for interval, opposite in (
        (resampled_groups(mood, long_nights(number)), resampled_groups(turned, long_nights(number))),
        (resampled_numbers(mood, number), resampled_numbers(turned, number)),
    ):
        assert (opposite.low, opposite.high) == pytest.approx((-interval.high, -interval.low))


def test_what_pulls_mood_leaves_zero_out_and_what_does_not_leaves_it_in() -> None:
    mood, number = a_life(120, 7, 1.0)
    _, unrelated = a_life(120, 8, 1.0)
    assert resampled_numbers(mood, number).leaves_out_zero
    assert resampled_groups(mood, long_nights(number)).low > 0
    assert not resampled_numbers(mood, unrelated).leaves_out_zero


def test_the_same_days_always_show_the_same_in_whatever_order_they_come() -> None:
    mood, number = a_life(90, 1, 0.5)
    backwards = dict(reversed(mood.items()))
    assert resampled_numbers(mood, number) == resampled_numbers(mood, number) == resampled_numbers(backwards, number)


def test_one_holiday_with_it_and_nothing_since_is_no_evidence() -> None:
    """Half of the draws have no such day at all, and those count as no difference."""
    mood, number = a_life(365, 3, 0.0)
    holiday = set(list(number)[100:112])
    interval = resampled_groups({day: 5.0 if day in holiday else value for day, value in mood.items()}, holiday)
    assert interval.low == 0
    assert not interval.leaves_out_zero


def test_days_without_a_mood_or_a_number_are_not_made_up() -> None:
    mood, number = a_life(120, 4, 0.5, noted=0.8)
    both = mood.keys() & number.keys()
    assert resampled_numbers(mood, number) == resampled_numbers(
        {day: value for day, value in mood.items() if day in both}, {day: number[day] for day in sorted(both)}
    )


@given(st.lists(st.none() | st.integers(0, 5), min_size=1, max_size=600))
def test_no_day_is_lost_or_counted_twice_in_a_table(calendar: list[int | None]) -> None:
    counts = next(iter(resampling._cell_counts(calendar, 6)))
    seen = Counter(cell for cell in calendar if cell is not None)
    assert list(counts) == [seen[cell] for cell in range(6)]


@few
@given(st.integers(1, 3_000))
def test_every_draw_is_as_long_as_the_calendar(span: int) -> None:
    draws = resampling._cell_counts([0] * span, 1)
    assert {counts[0] for _, counts in zip(range(50), draws, strict=False)} == {span}


@pytest.mark.parametrize(("low", "high", "out"), [(0.1, 0.2, True), (-0.2, -0.1, True), (-0.1, 0.1, False), (0, 1, 0)])
def test_an_interval_that_touches_zero_does_not_leave_it_out(low: float, high: float, out: bool) -> None:
    assert Interval(low, high).leaves_out_zero == out


def one_by_one(mood: dict[date, float], other: set[date] | dict[date, float]) -> tuple[float, float]:
    """The interval as a textbook has it: weeks of a calendar that closes to a circle, chosen by another chance."""
    known = [day for day in mood if isinstance(other, set) or day in other]
    calendar = [min(known) + each * ONE_DAY for each in range((max(known) - min(known)).days + 1)]
    chance = Random(99)
    effects = sorted(effect(drawn(calendar, chance), mood, other) for _ in range(1_000))
    return effects[50], effects[949]


def drawn(calendar: Sequence[date], chance: Random) -> list[date]:
    days: list[date] = []
    while len(days) < len(calendar):
        start = chance.randrange(len(calendar))
        days += [calendar[(start + each) % len(calendar)] for each in range(7)]
    return days[: len(calendar)]


def effect(days: list[date], mood: dict[date, float], other: set[date] | dict[date, float]) -> float:
    """The effect over some days, of which some may be the same; 0 when they leave nothing to compare."""
    days = [day for day in days if day in mood and (isinstance(other, set) or day in other)]
    try:
        if isinstance(other, set):
            with_it = [mood[day] for day in days if day in other]
            return cliffs_delta(with_it, [mood[day] for day in days if day not in other])
        return kendall_tau_b([mood[day] for day in days], [other[day] for day in days])
    except ValueError:
        return 0.0
