"""Neighbouring days are alike, so they say less than their number; how much less is found from true distances."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.statistics.persistence import Persistence, inflation_of_difference, variance_inflation

few = settings(max_examples=50)
courses = st.dictionaries(st.integers(0, 120), st.integers(1, 5).map(float), min_size=1, max_size=90)


def lasting(days: int, alike: float, seed: int = 1) -> dict[int, float]:
    """Days with an autocorrelation of `alike` from one to the next."""
    chance, value, course = Random(seed), 0.0, {}
    for day in range(days):
        value = alike * value + (1 - alike**2) ** 0.5 * chance.gauss(0, 1)
        course[day] = float(round(value * 2))
    return course


@few
@given(courses, courses)
def test_days_are_never_worth_more_than_their_number(course: dict[int, float], other: dict[int, float]) -> None:
    both = course.keys() & other.keys()
    if both:
        left, right = ({day: side[day] for day in both} for side in (course, other))
        assert variance_inflation(Persistence(left), Persistence(right)) >= 1
        assert variance_inflation(Persistence(left, detrended=True)) >= 1


@few
@given(courses, st.integers(1, 100))
def test_autocorrelation_is_bounded_and_does_not_depend_on_order(course: dict[int, float], lag: int) -> None:
    autocorrelation = Persistence(course).autocorrelation(lag)
    assert -1 <= autocorrelation <= 1
    assert Persistence(dict(reversed(course.items()))).autocorrelation(lag) == pytest.approx(autocorrelation)


@pytest.mark.parametrize("alike", [0.0, 0.3, 0.6, 0.8])
def test_a_long_journal_shows_how_alike_its_days_are(alike: float) -> None:
    days = Persistence(lasting(5_000, alike))
    assert days.lag_one == pytest.approx(alike, abs=0.05)
    assert_near_and_not_half_as_much_again(variance_inflation(days), (1 + alike) / (1 - alike))


@pytest.mark.parametrize("detrended", [False, True])
def test_short_journals_look_as_alike_as_they_are_on_average(detrended: bool) -> None:
    seen = [Persistence(lasting(30, 0.6, seed), detrended=detrended).lag_one for seed in range(400)]
    assert sum(seen) / len(seen) == pytest.approx(0.55, abs=0.06)


def test_who_writes_every_other_day_has_no_neighbours_and_still_days_that_are_alike() -> None:
    course = lasting(4_000, 0.8)
    every_other = Persistence({day: value for day, value in course.items() if not day % 2})
    assert every_other.lag_one == 0
    assert_near_and_not_half_as_much_again(variance_inflation(every_other), (1 + 0.64) / (1 - 0.64))


def test_a_line_through_the_days_is_no_autocorrelation() -> None:
    rising = {day: value + day / 20 for day, value in lasting(300, 0.0).items()}
    assert Persistence(rising).lag_one > 0.8
    assert abs(Persistence(rising, detrended=True).lag_one) < 0.15


def test_days_that_are_all_equal_have_no_autocorrelation() -> None:
    assert variance_inflation(Persistence(dict.fromkeys(range(30), 3.0), detrended=True)) == 1


def test_no_days_have_no_persistence() -> None:
    with pytest.raises(ValueError, match="no values"):
        Persistence({})


def assert_near_and_not_half_as_much_again(estimate: float, truth: float) -> None:
    """An estimate may err, but only towards fewer independent days."""
    assert 0.9 * truth <= estimate <= 1.5 * truth


def test_a_difference_needs_values_on_both_sides() -> None:
    for before, after in (({}, {1: 2.0}), ({1: 2.0}, {})):
        with pytest.raises(ValueError, match="no values"):
            inflation_of_difference(before, after)


@pytest.mark.parametrize("step", [1, 2, 9])
def test_alike_neighbours_inflate_a_difference_also_where_days_are_missing(step: int) -> None:
    calm = {place: float(place // 10 % 2) for place in range(0, 90, step)}
    later = {90 + place: value for place, value in calm.items()}
    assert inflation_of_difference(calm, later) >= 1


def test_days_that_go_one_way_throughout_inflate_a_difference_at_every_lag() -> None:
    rising = {place: float(place) for place in range(6)}
    assert inflation_of_difference(rising, {6 + place: value for place, value in rising.items()}) > 1
