"""These days beside as many before: a step is found, the scale turned round mirrors all, and little is left unsaid."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.statistics.halves import FEWEST_DAYS_PER_HALF, Halves, halves, sides
from carelog.domain.statistics.trend import Verdict
from carelog.domain.time.days import ONE_DAY, Period

few = settings(max_examples=60, deadline=None)
FIRST = date(2026, 1, 1)
moods = st.lists(st.none() | st.integers(2, 10).map(lambda half: half / 2), min_size=42, max_size=130)
OPPOSITE = {Verdict.HIGHER: Verdict.LOWER, Verdict.LOWER: Verdict.HIGHER}


def noted(values: list[float | None]) -> dict[date, float]:
    return {FIRST + number * ONE_DAY: value for number, value in enumerate(values) if value is not None}


def of(values: list[float | None]) -> Halves | None:
    return halves(noted(values), *sides(Period(FIRST, FIRST + (len(values) - 1) * ONE_DAY)))


def lasting(days: int, alike: float, seed: int, step: float = 0.0) -> list[float | None]:
    """Days on whole levels, as alike as that, that step up by `step` levels in the middle."""
    chance, value, course = Random(seed), 0.0, []
    for day in range(days):
        value = alike * value + (1 - alike**2) ** 0.5 * chance.gauss(0, 1)
        course.append(float(max(1, min(5, round(3 + value + step * ((2 * day >= days) - 0.5))))))
    return [*course]


def test_a_clean_step_is_found_and_has_no_exception() -> None:
    result = of([2.0] * 45 + [4.0] * 45)
    assert result is not None
    assert (result.before.days, result.before.median, result.after.days, result.after.median) == (45, 2, 45, 4)
    assert (result.delta, result.low, result.high, result.all_alike) == (1, 1, 1, True)
    assert result.verdict is Verdict.HIGHER


def test_a_step_with_an_exception_has_a_range() -> None:
    result = of([2.0] * 44 + [3.0] + [4.0] * 45)
    assert result is not None
    assert (result.delta, result.low, result.high) == (1, pytest.approx(0.98, abs=0.01), 1)


def test_days_that_are_all_alike_do_not_differ() -> None:
    result = of([3.0] * 60)
    assert result is not None
    assert (result.delta, result.low, result.high, result.verdict) == (0, 0, 0, Verdict.NO_CLEAR_CHANGE)


@few
@given(moods)
def test_under_three_weeks_a_side_or_half_the_days_nothing_is_said(values: list[float | None]) -> None:
    half = len(values) // 2
    known = [sum(value is not None for value in side) for side in (values[-2 * half : -half], values[-half:])]
    enough = all(days >= FEWEST_DAYS_PER_HALF and 2 * days >= half for days in known)
    result = of(values)
    assert (result is not None) == enough
    if result:
        assert [result.before.days, result.after.days] == known


def test_days_that_were_not_asked_for_are_not_missing() -> None:
    days = noted([2.0, 3.0] * 11 + [None] * 28 + [3.0, 4.0] * 25)
    before, after = Period(FIRST, FIRST + 49 * ONE_DAY), Period(FIRST + 50 * ONE_DAY, FIRST + 99 * ONE_DAY)
    assert halves(days, before, after) is None
    result = halves(days, before, after, asked=(22, 50))
    assert result is not None
    assert (result.before.days, result.verdict) == (22, Verdict.HIGHER)


@few
@given(moods)
def test_the_scale_turned_round_mirrors_all_of_it(values: list[float | None]) -> None:
    result, turned = of(values), of([None if value is None else 6 - value for value in values])
    if result is None or turned is None:
        assert result is turned
        return
    assert turned.delta == pytest.approx(-result.delta)
    assert (turned.before.median, turned.after.median) == (6 - result.before.median, 6 - result.after.median)
    assert turned.verdict is OPPOSITE.get(result.verdict, result.verdict)
    assert (result.low is None) == (turned.low is None)
    if turned.low is not None and turned.high is not None:
        assert (turned.low, turned.high) == (pytest.approx(-(result.high or 0)), pytest.approx(-(result.low or 0)))


@few
@given(moods)
def test_the_halves_exchanged_say_the_opposite(values: list[float | None]) -> None:
    half = len(values) // 2
    before, after = values[-2 * half : -half], values[-half:]
    result, exchanged = of([*before, *after]), of([*after, *before])
    assert (result is None) == (exchanged is None)
    if result and exchanged:
        assert exchanged.delta == pytest.approx(-result.delta)
        assert exchanged.verdict is OPPOSITE.get(result.verdict, result.verdict)


@few
@given(moods)
def test_a_range_holds_its_delta_and_never_leaves_the_scale(values: list[float | None]) -> None:
    result = of(values)
    if result and result.low is not None and result.high is not None:
        assert -1 <= result.low <= result.delta <= result.high <= 1


@pytest.mark.parametrize(
    ("days", "before", "after"), [(90, 45, 45), (91, 45, 45), (42, 21, 21), (41, 41, 41), (28, 28, 28)]
)
def test_a_period_is_cut_in_two_or_has_as_many_days_put_before_it(days: int, before: int, after: int) -> None:
    last = date(2026, 11, 22)
    left, right = sides(Period(last - (days - 1) * ONE_DAY, last))
    assert (len(left), len(right), right.last, left.last) == (before, after, last, right.first - ONE_DAY)


@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_days_that_go_nowhere_seldom_differ_however_alike_neighbours_are(alike: float) -> None:
    found = [result.verdict for seed in range(300) if (result := of(lasting(56, alike, seed)))]
    assert len(found) == 300
    assert sum(verdict in OPPOSITE for verdict in found) <= 27


def test_a_step_of_one_level_is_found_although_days_are_alike() -> None:
    found = [result.verdict for seed in range(100) if (result := of(lasting(90, 0.3, seed, step=1.0)))]
    assert found.count(Verdict.HIGHER) >= 75


def test_long_halves_are_compared_in_weeks() -> None:
    result = of(lasting(800, 0.3, 1, step=0.8))
    assert result is not None
    assert (result.spacing, result.before.days, result.after.days, result.verdict) == (7, 400, 400, Verdict.HIGHER)


@pytest.mark.parametrize("low_days", [1, 3])
def test_weeks_with_the_same_middle_are_not_days_that_are_all_alike(low_days: int) -> None:
    result = of([1.0 if day % 7 < low_days else 4.0 for day in range(742)])
    assert result is not None
    assert (result.spacing, result.delta, result.all_alike) == (7, 0, False)
    assert (result.low, result.high, result.verdict) == (None, None, Verdict.TOO_EARLY)


def test_weeks_that_step_from_one_middle_to_another_have_a_range() -> None:
    result = of([1.0 if day % 7 == 0 else 2.0 + 2 * (day >= 371) for day in range(742)])
    assert result is not None
    assert (result.delta, result.all_alike, result.verdict) == (1, False, Verdict.HIGHER)
    assert result.low is not None
    assert 0.9 < result.low < 1


@few
@given(moods, st.integers(1, 8))
def test_only_days_that_are_all_alike_are_said_to_be(values: list[float | None], times: int) -> None:
    result = of(values * times)
    if result and result.all_alike:
        known = noted(values * times)
        for half in (result.before, result.after):
            assert {known[day] for day in half.period if day in known} == {half.median}
