"""The middle of a person's days is computed as the standard library does it, for any number of days."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.statistics import median, quantile, quartiles

moods = st.lists(st.integers(1, 5), min_size=2)
numbers = st.lists(st.floats(-1e6, 1e6), min_size=2)


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
