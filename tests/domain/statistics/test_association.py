"""Two things about the same days are compared only with enough days, and days that are alike widen the interval."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carelog.domain.statistics.association import (
    DAYS_OVERALL,
    DAYS_PER_SIDE,
    DIFFERENT_VALUES,
    Association,
    Measure,
    associate_groups,
    associate_numbers,
    cliffs_delta,
    concordance_variance,
    kendall_tau_b,
)
from carelog.domain.time.days import ONE_DAY

few = settings(max_examples=60, deadline=None)
FIRST = date(2026, 1, 1)
offsets = st.integers(0, 120).map(lambda number: FIRST + number * ONE_DAY)
moods = st.dictionaries(offsets, st.integers(2, 10).map(lambda half: half / 2), max_size=80)
numbers = st.dictionaries(offsets, st.integers(0, 24).map(lambda half: half / 2), max_size=80)


@few
@given(moods, st.sets(offsets))
def test_groups_are_compared_from_ten_days_each_and_thirty_in_all(mood: dict[date, float], with_it: set[date]) -> None:
    present = len(mood.keys() & with_it)
    enough = min(present, len(mood) - present) >= DAYS_PER_SIDE and len(mood) >= DAYS_OVERALL
    result = associate_groups(mood, with_it)
    assert (result is not None) == enough
    if result:
        assert result.measure is Measure.CLIFFS_DELTA
        assert (result.days, result.days_with, result.days_without) == (len(mood), present, len(mood) - present)
        sides = [[value for day, value in mood.items() if (day in with_it) == side] for side in (True, False)]
        assert result.effect == pytest.approx(cliffs_delta(*sides))


@few
@given(moods, numbers)
def test_numbers_are_compared_from_thirty_days_and_three_values_each(
    mood: dict[date, float], number: dict[date, float]
) -> None:
    both = sorted(mood.keys() & number.keys())
    x, y = [mood[day] for day in both], [number[day] for day in both]
    result = associate_numbers(mood, number)
    values = min(len(set(x)), len(set(y)))
    assert (result is not None) == (len(both) >= DAYS_OVERALL and values >= DIFFERENT_VALUES)
    if result:
        assert result.measure is Measure.KENDALL_TAU_B
        assert (result.days, result.days_with, result.days_without) == (len(both), None, None)
        assert result.effect == pytest.approx(kendall_tau_b(x, y))


@few
@given(st.integers(30, 90), st.integers(), st.floats(0, 1))
def test_an_effect_lies_in_its_interval_and_its_p_says_the_same(days: int, seed: int, pull: float) -> None:
    for result in lived(days, seed, pull):
        assert -1 <= result.low <= result.effect <= result.high <= 1
        assert 0 <= result.p <= 1
        assert 0 < result.effective_days <= result.days
        assume(abs(result.p - 0.05) > 1e-9)
        assert (result.p < 0.05) == (result.low > 0 or result.high < 0)


@few
@given(st.integers(30, 90), st.integers())
def test_turned_upside_down_mood_goes_together_the_other_way(days: int, seed: int) -> None:
    mood, present, number = a_life(days, seed, 0.5)
    turned = {day: 6 - value for day, value in mood.items()}
    for result, opposite in zip(
        [associate_groups(mood, present), associate_numbers(mood, number)],
        [associate_groups(turned, present), associate_numbers(turned, number)],
        strict=True,
    ):
        if result and opposite:
            assert opposite.effect == pytest.approx(-result.effect)
            assert (opposite.low, opposite.p) == (pytest.approx(-result.high), pytest.approx(result.p))


@few
@given(st.integers(30, 90), st.integers(), st.sampled_from([lambda x: x * 60, lambda x: x**3 - 5]))
def test_the_unit_of_a_number_and_the_order_of_notes_do_not_matter(
    days: int, seed: int, unit: Callable[[float], float]
) -> None:
    mood, _, number = a_life(days, seed, 0.5)
    converted = {day: unit(value) for day, value in reversed(number.items())}
    assert same(associate_numbers(mood, converted), associate_numbers(dict(reversed(mood.items())), number))


def test_days_that_are_alike_for_weeks_have_fewer_effective_days() -> None:
    mood = {FIRST + day * ONE_DAY: float(4 if day // 10 % 2 else 2) for day in range(80)}
    present = {day for day, value in mood.items() if value == 4}
    shuffled = dict(zip(mood, Random(5).sample(list(mood.values()), len(mood)), strict=True))
    lasting, changing = associate_groups(mood, present), associate_groups(shuffled, set(list(mood)[::2]))
    assert lasting
    assert changing
    assert lasting.effective_days < 20
    assert changing.effective_days > 60
    assert lasting.effect == 1


@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_unconnected_days_seldom_look_connected_however_alike_neighbours_are(alike: float) -> None:
    chance = Random(13)
    seldom = 0
    for _ in range(400):
        mood, number = course(chance, alike), course(chance, alike)
        result = associate_numbers(mood, number)
        seldom += result is not None and result.p < 0.05
    assert seldom <= 0.065 * 400


def test_too_few_effective_days_leave_every_effect_possible() -> None:
    mood = {FIRST + day * ONE_DAY: float(4 if day < 15 else 2) for day in range(30)}
    result = associate_groups(mood, {day for day, value in mood.items() if value == 4})
    assert result
    assert (result.effect, result.low, result.high, result.p) == (1, -1, 1, 1)


def test_mood_that_is_always_the_same_goes_with_nothing() -> None:
    mood = dict.fromkeys((FIRST + day * ONE_DAY for day in range(40)), 3.0)
    result = associate_groups(mood, set(list(mood)[:20]))
    assert result
    assert (result.effect, result.low, result.high, result.p) == (0, -1, 1, 1)


@given(st.lists(st.integers(1, 5).map(float), max_size=60))
def test_days_that_are_all_alike_on_one_side_cannot_vary_at_all(values: list[float]) -> None:
    assert concordance_variance(values, [3.0] * len(values)) == 0
    assert concordance_variance([3.0] * len(values), values) == 0


def a_life(days: int, seed: int, pull: float) -> tuple[dict[date, float], set[date], dict[date, float]]:
    """Mood, days with something, and a number, which pull mood up that much."""
    chance = Random(seed)
    mood: dict[date, float] = {}
    present: set[date] = set()
    number: dict[date, float] = {}
    for day in (FIRST + each * ONE_DAY for each in range(days)):
        number[day] = float(round(chance.gauss(7, 1.5)))
        if chance.random() < 0.5:
            present.add(day)
        moved = pull * ((day in present) + (number[day] - 7) / 2)
        mood[day] = float(max(1, min(5, round(3 + moved + chance.gauss(0, 1)))))
    return mood, present, number


def course(chance: Random, alike: float) -> dict[date, float]:
    """Sixty days with an autocorrelation of `alike` from one to the next."""
    within, days = chance.gauss(0, 1), {}
    for day in range(60):
        days[FIRST + day * ONE_DAY] = float(max(1, min(5, round(3 + within))))
        within = alike * within + (1 - alike**2) ** 0.5 * chance.gauss(0, 1)
    return days


def lived(days: int, seed: int, pull: float) -> list[Association]:
    mood, present, number = a_life(days, seed, pull)
    return [result for result in (associate_groups(mood, present), associate_numbers(mood, number)) if result]


def same(one: Association | None, other: Association | None) -> bool:
    return one is other or (
        one is not None
        and other is not None
        and (one.effect, one.low, one.p) == pytest.approx((other.effect, other.low, other.p))
    )
