"""Looking at many things makes some stand out by chance, so the more is looked at, the more a finding must show."""

from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.statistics.discoveries import benjamini_hochberg

probabilities = st.lists(st.floats(0, 1), max_size=40)


@given(probabilities, st.floats(0, 1))
def test_more_that_shows_nothing_lets_less_stand_out(p_values: list[float], q: float) -> None:
    alone, among_others = benjamini_hochberg(p_values, q), benjamini_hochberg([*p_values, 1.0], q)
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
