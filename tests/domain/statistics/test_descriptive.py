"""Medians, quartiles and steps of a person's days, and which of many p-values stand out."""

import math
import statistics
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.statistics.descriptive import (
    PAIRS_FOR_INSTABILITY,
    benjamini_hochberg,
    instability,
    level_of,
    median,
    quantile,
    quartiles,
    rolling_median,
)
from carelog.domain.statistics.persistence import Persistence
from carelog.domain.time.days import ONE_DAY

MONDAY = date(2026, 11, 16)
moods = st.lists(st.integers(1, 5), min_size=2)
numbers = st.lists(st.floats(-1e6, 1e6), min_size=2)
probabilities = st.lists(st.floats(0, 1), max_size=40)


@given(moods | numbers)
def test_quartiles_are_those_of_the_standard_library(values: list[float]) -> None:
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    assert (*quartiles(values), median(values)) == pytest.approx((low, high, middle))


@given(moods)
def test_the_median_of_moods_is_exact(values: list[float]) -> None:
    assert median(values) == statistics.median(values)


@given(numbers, st.integers(2, 20))
def test_every_share_is_that_of_the_standard_library(values: list[float], parts: int) -> None:
    expected = statistics.quantiles(values, n=parts, method="inclusive")
    assert [quantile(values, part / parts) for part in range(1, parts)] == pytest.approx(expected, abs=1e-6)


@given(numbers)
def test_the_ends_are_the_least_and_the_most_and_the_order_does_not_matter(values: list[float]) -> None:
    assert (quantile(values, 0), quantile(values, 1)) == (min(values), max(values))
    assert quartiles(values) == quartiles(values[::-1])


@given(st.floats(-1e6, 1e6), st.floats(0, 1))
def test_of_one_day_every_share_is_that_day(value: float, share: float) -> None:
    assert quantile([value], share) == value


def test_nothing_has_no_middle() -> None:
    with pytest.raises(ValueError, match="no values"):
        median([])


days = st.lists(st.none() | st.integers(1, 5), max_size=60)
halves = st.integers(2, 10).map(lambda half: half / 2)


def noted(values: list[int | None]) -> dict[date, float]:
    return {MONDAY + number * ONE_DAY: value for number, value in enumerate(values) if value is not None}


@given(days)
def test_the_line_rests_on_seven_days_up_to_it_and_stops_where_fewer_than_four_are_known(
    values: list[int | None],
) -> None:
    smooth = rolling_median(values)
    assert len(smooth) == len(values)
    for number, place in enumerate(smooth):
        known = [value for value in values[: number + 1][-7:] if value is not None]
        assert place == (statistics.median(known) if len(known) >= 4 else None)


@given(days, days)
def test_tomorrow_does_not_change_the_line_of_today(before: list[int | None], after: list[int | None]) -> None:
    assert rolling_median([*before, *after])[: len(before)] == rolling_median(before)


@given(halves)
def test_a_day_half_way_is_not_made_more_extreme_than_it_was(mood: float) -> None:
    level = level_of(mood)
    assert abs(level - mood) <= 0.5
    assert abs(level - 3) <= abs(mood - 3)
    assert level_of(6 - mood) == 6 - level


@given(days)
def test_the_usual_step_rests_on_truly_consecutive_days(values: list[int | None]) -> None:
    steps = [after - before for before, after in pairwise(values) if before is not None and after is not None]
    usual = instability(noted(values))
    if len(steps) < PAIRS_FOR_INSTABILITY:
        assert usual is None
    else:
        assert usual is not None
        assert usual.pairs == len(steps)
        assert usual.typical_step == pytest.approx(math.sqrt(statistics.fmean(step**2 for step in steps)))


def test_days_that_swing_move_by_the_swing() -> None:
    usual = instability(noted([1, 5] * 6))
    assert usual is not None
    assert (usual.typical_step, usual.pairs) == (4, 11)


def lag_one(moods_by_day: dict[date, float]) -> float:
    return Persistence({day.toordinal(): mood for day, mood in moods_by_day.items()}).autocorrelation(1)


@given(st.lists(st.integers(1, 5), min_size=3, max_size=60))
def test_autocorrelation_is_that_of_the_ranks(values: list[int]) -> None:
    below = {value: sum(other < value for other in values) for value in values}
    ranks = [below[value] + (values.count(value) + 1) / 2 for value in values]
    mean, spread = statistics.fmean(ranks), statistics.pvariance(ranks)
    together = statistics.fmean((a - mean) * (b - mean) for a, b in pairwise(ranks))
    expected = max(-1.0, min(1.0, together / spread)) if spread else 0
    assert lag_one(noted(list(values))) == pytest.approx(expected, abs=1e-9)


def test_days_apart_are_no_neighbours() -> None:
    assert lag_one(noted([1, None, 1, None, 5, None, 5])) == 0


@given(probabilities)
def test_more_that_shows_nothing_lets_less_stand_out(p_values: list[float]) -> None:
    alone, among_others = benjamini_hochberg(p_values), benjamini_hochberg([*p_values, 1.0])
    assert all(before or not after for before, after in zip(alone, among_others, strict=False))


@given(probabilities)
def test_what_stands_out_is_surer_than_what_does_not(p_values: list[float]) -> None:
    kept = benjamini_hochberg(p_values)
    surest_left = min((p for p, stands in zip(p_values, kept, strict=True) if not stands), default=2)
    assert all(p < surest_left for p, stands in zip(p_values, kept, strict=True) if stands)


def test_of_nothing_nothing_stands_out() -> None:
    assert benjamini_hochberg([]) == []


def test_one_of_many_has_to_be_surer_than_one_alone() -> None:
    assert benjamini_hochberg([0.02]) == [True]
    assert benjamini_hochberg([0.02, *[0.5] * 9]) == [False] * 10
    assert benjamini_hochberg([0.009, *[0.5] * 9]) == [True, *[False] * 9]
