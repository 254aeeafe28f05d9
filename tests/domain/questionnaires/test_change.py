"""A total beside earlier ones: no slow change hides behind its steps, and both directions are alike."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.questionnaires.change import ComparedWith, Dated, comparisons
from carelog.domain.questionnaires.questionnaire import Band, Change, Option, Questionnaire

SCALE = Questionnaire(
    key="scale",
    name="Scale",
    title="A scale",
    stem="",
    items=("one",),
    options=(Option(0, "no"), Option(27, "yes")),
    minimum=0,
    maximum=27,
    bands=(Band(0, 27, "all"),),
    attribution="",
    source="",
    reliable_change=6,
)
SAME, LOWER, HIGHER = Change.ABOUT_THE_SAME, Change.LOWER, Change.HIGHER
OPPOSITE = {SAME: SAME, LOWER: HIGHER, HIGHER: LOWER}
OTHER_END = {
    ComparedWith.HIGHEST: ComparedWith.LOWEST,
    ComparedWith.LOWEST: ComparedWith.HIGHEST,
}

totals = st.lists(st.integers(0, 27), min_size=1, max_size=12)


def dated(given: list[int]) -> list[Dated]:
    """Totals a week apart."""
    return [Dated(date(2026, 1, 5) + timedelta(weeks=number), total) for number, total in enumerate(given)]


def _turned(change: Change | None) -> Change | None:
    return OPPOSITE[change] if change else None


def said(*given: int) -> list[tuple[str, int, str]]:
    """The last of some totals beside those before it: which, its total, and how the last differs."""
    compared = comparisons(SCALE, dated(list(given[:-1])), given[-1])
    return [(each.beside.value, each.earlier.total, each.change.value if each.change else "") for each in compared]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((15,), []),
        ((15, 14), [("before", 15, "about-the-same")]),
        ((15, 14, 13, 12, 11, 10, 9, 8), [("before", 9, "about-the-same"), ("first", 15, "lower")]),
        ((8, 9, 10, 11, 12, 13, 14, 15), [("before", 14, "about-the-same"), ("first", 8, "higher")]),
        (
            (10, 20, 16, 13),
            [("before", 16, "about-the-same"), ("first", 10, "about-the-same"), ("highest", 20, "lower")],
        ),
        (
            (10, 3, 7, 11),
            [("before", 7, "about-the-same"), ("first", 10, "about-the-same"), ("lowest", 3, "higher")],
        ),
        (
            (10, 20, 4, 9, 12),
            [
                *(("before", 9, "about-the-same"), ("first", 10, "about-the-same")),
                *(("highest", 20, "lower"), ("lowest", 4, "higher")),
            ],
        ),
        ((20, 20, 13), [("before", 20, "lower"), ("first", 20, "lower")]),
    ],
    ids=str,
)
def test_a_total_is_compared_with_the_one_before_the_first_and_the_ends_since(
    given: tuple[int, ...], expected: list[tuple[str, int, str]]
) -> None:
    assert said(*given) == expected


@given(totals, st.integers(0, 27))
def test_nothing_is_about_the_same_for_ever(earlier: list[int], total: int) -> None:
    changes = {each.change for each in comparisons(SCALE, dated(earlier), total)}
    assert (LOWER in changes) == any(each - total >= 6 for each in earlier)
    assert (HIGHER in changes) == any(total - each >= 6 for each in earlier)


@given(totals, st.integers(0, 27))
def test_up_and_down_are_alike(earlier: list[int], total: int) -> None:
    here = comparisons(SCALE, dated(earlier), total)
    turned = comparisons(SCALE, dated([27 - each for each in earlier]), 27 - total)
    mirrored = {(OTHER_END.get(each.beside, each.beside), each.earlier.day, _turned(each.change)) for each in turned}
    assert {(each.beside, each.earlier.day, each.change) for each in here} == mirrored


@given(totals, st.integers(0, 27))
def test_without_a_published_reliable_change_totals_stand_side_by_side_and_have_no_verdict(
    earlier: list[int], total: int
) -> None:
    compared = {each.beside: each for each in comparisons(replace(SCALE, reliable_change=None), dated(earlier), total)}
    assert {each.change for each in compared.values()} == {None}
    assert compared[ComparedWith.BEFORE].earlier.total == earlier[-1]
    assert (ComparedWith.FIRST in compared) == (len(earlier) > 1)
    shown = {each.earlier.total for each in compared.values()} | {total}
    assert (min(shown), max(shown)) == (min(*earlier, total), max(*earlier, total))


def test_of_two_equal_ends_the_later_one_is_named() -> None:
    (*_, highest) = comparisons(SCALE, dated([10, 20, 20, 14]), 12)
    assert highest.earlier.day == date(2026, 1, 19)
