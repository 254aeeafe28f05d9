"""Strength is Loop Habit Tracker's score: its published values to the last digit, and what follows from the formula."""

from collections.abc import Iterable
from dataclasses import replace
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.strength import NEGLIGIBLE, Frequency, Strength, frequency_of, next_strength
from carelog.domain.routines.strength import strength as strength_of_days

DAILY = Frequency(1, 1)
DONE, NOT, HELD = 1.0, 0.0, None

frequencies = st.integers(1, 60).flatmap(lambda days: st.builds(Frequency, st.integers(1, days), st.just(days)))
shares = st.one_of(st.none(), st.sampled_from([0.0, 1.0]), st.floats(0, 1))


def strength(frequency: Frequency, days: Iterable[float | None]) -> Strength:
    """The strength of something that was due equally often on all days."""
    return strength_of_days((frequency, share) for share in days)


def days_before(length: int, *held: int) -> list[float | None]:
    """The shares of a number of done days, some of which, counted back from the last, were skipped."""
    return [HELD if number in held else DONE for number in range(length - 1, -1, -1)]


@pytest.mark.parametrize(
    ("frequency", "before", "value", "published"),
    [
        (DAILY, 0, 1, "0.051922"),
        (DAILY, 0.5, 1, "0.525961"),
        (DAILY, 0.75, 0, "0.711058"),
        (Frequency(1, 3), 0, 1, "0.030315"),
    ],
)
def test_one_day_moves_a_strength_as_loop_publishes_it(
    frequency: Frequency, before: float, value: float, published: str
) -> None:
    assert f"{next_strength(frequency.multiplier, before, value):.6f}" == published


@pytest.mark.parametrize(
    ("frequency", "days", "published"),
    [
        (DAILY, days_before(20), "0.655747"),
        (DAILY, days_before(20, 5, 10, 11), "0.596033"),
        (DAILY, [DONE] * 2, "0.101149"),
        (Frequency(1, 2), [DONE] * 2, "0.054816"),
        (DAILY, [DONE] * 90, "0.9918"),
        (DAILY, [DONE] * 100, "0.9952"),
        (DAILY, [DONE] * 100 + [NOT], "0.9435"),
        (DAILY, [DONE] * 60, "0.959"),
        (DAILY, [DONE] * 60 + [NOT] * 7, "0.660"),
        (DAILY, [DONE] * 60 + [NOT] * 7 + [DONE] * 14, "0.839"),
        (Frequency(3, 7), [DONE, NOT, DONE, NOT, NOT, NOT, NOT] * 80, "0.6667"),
    ],
)
def test_a_history_has_the_strength_that_loop_publishes(
    frequency: Frequency, days: list[float | None], published: str
) -> None:
    last_digit = 10.0 ** -(len(published) - 2)
    assert strength(frequency, days).value == pytest.approx(float(published), abs=last_digit)


@pytest.mark.parametrize(
    ("every", "half_life"), [("daily", 13), ("2/day", 13), ("3/week", 19.86), ("1/week", 34.39), ("every 4 days", 26)]
)
def test_a_strength_halves_in_thirteen_days_and_more_slowly_for_what_is_rarer(every: str, half_life: float) -> None:
    frequency = frequency_of(read_cadence(every))
    assert frequency is not None
    assert -1 / log2(frequency.multiplier) == pytest.approx(half_life, abs=0.01)


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("daily", DAILY),
        ("3/day", DAILY),
        ("every 1 days", DAILY),
        ("7/week", DAILY),
        ("mon,tue,wed,thu,fri,sat,sun", DAILY),
        ("3/3d", DAILY),
        ("mon,wed,fri", Frequency(3, 7)),
        ("3/week", Frequency(3, 7)),
        ("2/3d", Frequency(2, 3)),
        ("every 10 days", Frequency(1, 10)),
        ("as-needed", None),
    ],
)
def test_every_way_to_repeat_has_a_frequency_but_what_is_needed_now_and_then(
    every: str, expected: Frequency | None
) -> None:
    assert frequency_of(read_cadence(every)) == expected


def test_three_times_a_week_may_fall_on_any_days_of_two_weeks() -> None:
    early, late = [DONE] * 3 + [NOT] * 4, [NOT] * 4 + [DONE] * 3
    regular = strength(Frequency(3, 7), (early + late) * 30).value
    assert regular > 0.99


@given(frequencies, st.lists(shares, max_size=80))
def test_a_strength_is_between_nothing_and_all(frequency: Frequency, days: list[float | None]) -> None:
    found = strength(frequency, days)
    assert 0 <= found.value <= 1
    assert 0 < found.unknown_weight <= 1


@given(frequencies, st.lists(shares, max_size=60), st.data())
def test_doing_more_on_a_day_never_weakens(frequency: Frequency, days: list[float | None], data: st.DataObject) -> None:
    known = [number for number, share in enumerate(days) if share is not None]
    chosen = set(data.draw(st.lists(st.sampled_from(known)))) if known else set()
    more = [DONE if number in chosen else share for number, share in enumerate(days)]
    assert strength(frequency, more).value >= strength(frequency, days).value - 1e-12


@given(frequencies, st.lists(shares, max_size=40), st.integers(0, 300))
def test_days_of_rest_at_the_end_change_nothing(frequency: Frequency, days: list[float | None], resting: int) -> None:
    assert strength(frequency, days + [HELD] * resting) == strength(frequency, days)


@given(frequencies, st.lists(shares, max_size=40), st.lists(st.floats(0, 1), min_size=1))
def test_days_longer_ago_than_a_strength_remembers_weigh_next_to_nothing(
    frequency: Frequency, before: list[float | None], after: list[float]
) -> None:
    long = (after * frequency.memory_days)[: frequency.memory_days + 2 * frequency.days]
    assert strength(frequency, long).unknown_weight <= NEGLIGIBLE
    settled = [*before, *[0.0] * (2 * frequency.days), *long]
    assert strength(frequency, settled).value == pytest.approx(strength(frequency, long).value, abs=1e-9)


@given(frequencies, st.lists(shares, max_size=40), st.lists(shares, max_size=40))
def test_a_change_to_the_same_frequency_changes_nothing(
    frequency: Frequency, before: list[float | None], after: list[float | None]
) -> None:
    same = [*((frequency, share) for share in before), *((replace(frequency), share) for share in after)]
    assert strength_of_days(same) == strength(frequency, [*before, *after])


def test_a_strength_goes_on_after_a_change_with_the_frequency_of_each_day() -> None:
    daily, weekly = Frequency(1, 1), Frequency(3, 7)
    kept, week = [(daily, DONE)] * 60, [(weekly, share) for share in (DONE, NOT, DONE, NOT, DONE, NOT, NOT)]
    before = strength_of_days(kept).value
    assert before == strength(daily, [DONE] * 60).value
    after = strength_of_days(kept + week).value
    assert after > before
    assert strength_of_days([*kept, (weekly, NOT)]).value == pytest.approx(
        next_strength(weekly.multiplier, before, 1), abs=1e-12
    )
    assert strength_of_days([*kept, *[(None, NOT)] * 100]).value == before


def test_days_before_any_frequency_leave_it_at_nothing() -> None:
    daily = Frequency(1, 1)
    without = strength_of_days([(None, 1.0), (None, None), (daily, 1.0)])
    assert without.value == pytest.approx(strength_of_days([(daily, 1.0)]).value)
