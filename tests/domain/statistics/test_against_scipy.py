"""The numbers are those of scipy, for days with few levels and many that are alike; scipy is needed by tests alone."""

import math
from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from carelog.domain.statistics.association import cliffs_delta, concordance, concordance_variance, kendall_tau_b
from carelog.domain.statistics.descriptive import FALSE_DISCOVERY_RATE, benjamini_hochberg, t_critical_value, t_p_value
from carelog.domain.statistics.persistence import ranks
from carelog.domain.statistics.trend import FEWEST_DAYS, mann_kendall, trend
from carelog.domain.time.days import ONE_DAY, Period

MONDAY = date(2026, 11, 2)

few = settings(max_examples=60, deadline=None)
exactly = {"rel": 1e-9, "abs": 1e-9}

levels = st.integers(1, 5).map(float) | st.integers(2, 10).map(lambda half: half / 2)
readings = st.integers(0, 100).map(lambda tenth: tenth / 10) | st.floats(-1e6, 1e6, allow_subnormal=False)
days = st.lists(levels, min_size=2, max_size=90)
pairs = st.lists(st.tuples(levels, levels | readings), min_size=3, max_size=90)


@few
@given(pairs)
def test_going_together_is_kendalls_tau_b(noted: list[tuple[float, float]]) -> None:
    x, y = zip(*noted, strict=True)
    assume(len(set(x)) > 1 < len(set(y)))
    assert kendall_tau_b(x, y) == pytest.approx(stats.kendalltau(x, y).statistic, **exactly)


@few
@given(pairs)
def test_the_chance_of_going_together_is_kendalls(noted: list[tuple[float, float]]) -> None:
    x, y = zip(*noted, strict=True)
    assume(len(set(x)) > 1 < len(set(y)))
    p = two_sided(concordance(x, y), concordance_variance(x, y))
    assert p == pytest.approx(stats.kendalltau(x, y, method="asymptotic").pvalue, **exactly)


@few
@given(days, days)
def test_days_with_against_days_without_are_mann_and_whitneys(with_it: list[float], without: list[float]) -> None:
    u = stats.mannwhitneyu(with_it, without, method="asymptotic", use_continuity=False)
    pairs_of_days = len(with_it) * len(without)
    assert cliffs_delta(with_it, without) == pytest.approx(2 * u.statistic / pairs_of_days - 1, **exactly)
    moods = [*with_it, *without]
    assume(len(set(moods)) > 1)
    present = [1.0] * len(with_it) + [0.0] * len(without)
    p = two_sided(concordance(moods, present), concordance_variance(moods, present))
    assert p == pytest.approx(u.pvalue, **exactly)


@few
@given(st.lists(levels | readings, min_size=3, max_size=90))
def test_a_course_without_likeness_of_days_is_mann_and_kendalls(course: list[float]) -> None:
    assume(len(set(course)) > 1)
    p = two_sided(*mann_kendall(course))
    assert p == pytest.approx(stats.kendalltau(range(len(course)), course, method="asymptotic").pvalue, **exactly)


@few
@given(st.lists(st.integers(1, 5), min_size=FEWEST_DAYS, max_size=60))
def test_the_slope_leaves_as_much_above_as_below_when_each_may_be_half_a_step_off(course: list[int]) -> None:
    """Two values that may each be half a step off, differ from what was noted by a triangular amount."""
    days = {MONDAY + number * ONE_DAY: float(mood) for number, mood in enumerate(course)}
    a_week = trend(days, Period(MONDAY, MONDAY + (len(course) - 1) * ONE_DAY)).per_week
    assert a_week is not None
    slope = a_week / 7
    assume(abs(slope) < 4 / (len(course) - 1))
    pairs = combinations(enumerate(course), 2)
    above = [later - earlier - slope * (at - before) for (before, earlier), (at, later) in pairs]
    shares = stats.triang(0.5, loc=-1, scale=2).cdf(above)
    assert shares.mean() == pytest.approx(0.5, abs=1e-6)


@few
@given(st.lists(levels | readings, min_size=1))
def test_equal_days_share_their_rank(values: list[float]) -> None:
    assert ranks(values) == stats.rankdata(values).tolist()


@few
@given(st.lists(st.floats(0, 0.2, allow_subnormal=False) | st.floats(0, 1, allow_subnormal=False), max_size=40))
def test_what_stands_out_among_many_is_benjamini_and_hochbergs(p_values: list[float]) -> None:
    adjusted = stats.false_discovery_control(p_values, method="bh") if p_values else []
    assume(all(abs(value - FALSE_DISCOVERY_RATE) > 1e-12 for value in adjusted))
    assert benjamini_hochberg(p_values) == [value <= FALSE_DISCOVERY_RATE for value in adjusted]


@few
@given(st.floats(3, 1e4))
def test_the_critical_value_is_students(freedom: float) -> None:
    assert t_critical_value(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=0.02)


@few
@given(st.floats(3, 1e4), st.floats(0, 6))
def test_the_chance_of_being_so_far_off_is_students(freedom: float, errors: float) -> None:
    assert t_p_value(errors, freedom) == pytest.approx(2 * stats.t.sf(errors, freedom), rel=0.05, abs=1e-3)
    assert t_p_value(-errors, freedom) == t_p_value(errors, freedom)


def test_under_three_degrees_of_freedom_nothing_is_sure() -> None:
    assert (t_critical_value(2.9), t_p_value(9, 2.9)) == (math.inf, 1)


@pytest.mark.parametrize("measured", [lambda: kendall_tau_b([1, 1], [1, 2]), lambda: cliffs_delta([], [1])])
def test_what_cannot_be_measured_is_refused(measured: Callable[[], float]) -> None:
    with pytest.raises(ValueError, match="values"):
        measured()


def two_sided(balance: float, variance: float) -> float:
    return math.erfc(abs(balance) / math.sqrt(2 * variance))
