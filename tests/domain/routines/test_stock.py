"""What is left of a medicine: counted at a moment, less what each dose took on its day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Routine, RoutineKind
from carelog.domain.routines.stock import FormerPerDose, Stock, lasts_until
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.errors import InvalidValue

DAY = date(2026, 11, 22)
NOON = Moment(datetime(2026, 11, 22, 12, tzinfo=UTC))


def medicine(stock: Stock, every: str = "daily", **fields: Any) -> Routine:
    return Routine("r", "tablets", DAY, read_cadence(every), kind=RoutineKind.MEDICINE, stock=stock, **fields)


def tick(hours: float = 0, state: TickState = TickState.DONE, amount: float | None = None, **fields: Any) -> Tick:
    at = Moment(NOON.instant + timedelta(hours=hours))
    return replace(Tick(f"{hours:08}", "r", at, at.instant.date(), state, amount), **fields)


def left(routine: Routine, *ticks: Tick) -> float:
    assert routine.stock is not None
    return max(routine.stock.balance(ticks, routine.doses_in), 0.0)


@given(
    st.integers(0, 4_000_000).map(lambda quarters: quarters / 4),
    st.integers(1, 16).map(lambda quarters: quarters / 4),
    st.lists(st.tuples(st.integers(-5, 5), st.sampled_from(TickState)), max_size=9),
)
def test_a_stock_goes_down_with_every_kept_tick_from_the_day_it_was_counted(
    amount: float, per_dose: float, events: list[tuple[int, TickState]]
) -> None:
    routine = medicine(Stock(DAY, amount, per_dose))
    ticks = [tick(24 * step, state) for step, state in events]
    taken = [each for each in ticks if each.day >= DAY and each.state is not TickState.SKIPPED]
    assert left(routine, *ticks) == max(amount - len(taken) * per_dose, 0)
    assert left(routine) == amount


@given(
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(-40, 40), st.integers(1, 4)), max_size=9),
    st.lists(st.tuples(st.integers(-4, 4), st.integers(1, 3)), max_size=4),
    st.integers(-20, 20),
)
def test_a_count_holds_from_its_moment_and_an_amount_for_each_dose_from_its_day(
    amount: int, doses: list[tuple[int, int]], changes: list[tuple[int, int]], counted: int
) -> None:
    """Every quarter of a dose is taken off one by one, by a person with a calendar."""
    at = Moment(NOON.instant + timedelta(hours=counted))
    stock = Stock(DAY, 1, 1).counted_anew(amount, at.instant.date(), at)
    days: dict[date, int] = {}
    for step, per_dose in sorted(changes):
        day = DAY + step * ONE_DAY
        if day >= stock.counted:
            stock = stock.with_per_dose(per_dose, day)
            days[day] = per_dose
    expected = float(amount)
    for hours, quarters in doses:
        when = NOON.instant + timedelta(hours=hours)
        if when >= at.instant:
            held = [each for day, each in sorted(days.items()) if day <= when.date()]
            for _ in range(quarters):
                expected -= (held[-1] if held else 1) / 4
    ticks = [tick(hours, amount=quarters / 4, id=str(number)) for number, (hours, quarters) in enumerate(doses)]
    assert left(medicine(stock), *ticks) == max(expected, 0) >= 0


@pytest.mark.parametrize(
    ("fields", "amount", "expected"),
    [
        ({}, None, 28.0),
        ({}, 2, 26.0),
        ({}, 0.5, 29.0),
        ({}, 0, 30.0),
        ({"unit": "mg"}, 50, 28.0),
        ({"unit": "mg", "target": 100}, 50, 29.0),
        ({"unit": "mg", "target": 100}, 150, 27.0),
        ({"unit": "mg", "target": 100}, None, 28.0),
        ({"unit": "mg", "target": 100, "every": "2/day"}, 50, 28.0),
    ],
)
def test_an_amount_is_a_number_of_doses_or_a_share_of_the_target(
    fields: dict[str, Any], amount: float | None, expected: float
) -> None:
    assert left(medicine(Stock(DAY, 30, 2), **fields), tick(amount=amount)) == expected


def test_without_its_moment_as_in_old_journals_a_count_holds_from_its_day() -> None:
    assert left(medicine(Stock(DAY, 30)), tick(-4), tick(4)) == 28
    assert left(medicine(Stock(DAY, 30, counted_at=NOON)), tick(-4), tick(0), tick(4)) == 28


def test_a_dose_noted_at_the_very_moment_of_a_count_was_taken_before_it_and_the_next_one_after() -> None:
    stock = Stock(DAY, 30).counted_anew(56, DAY, NOON, [tick(-4), tick(0)])
    assert left(medicine(stock), tick(-4), tick(0)) == 56
    assert left(medicine(stock), tick(-4), tick(0), tick(0, id="other")) == 55


@pytest.mark.parametrize(("amount", "per_dose", "doses"), [(1.5, 0.5, 3), (2, 1 / 3, 6), (0.3, 0.1, 3), (1, 0.1, 10)])
def test_halves_thirds_and_tenths_add_up_to_nothing_left(amount: float, per_dose: float, doses: int) -> None:
    stock = Stock(DAY, amount, per_dose)
    assert stock.balance([tick(number) for number in range(doses)], lambda _: 1.0) == 0


def test_a_second_dose_of_one_time_is_taken_and_the_same_on_another_machine_is_not() -> None:
    one = tick(1, planned=time(8), device="a")
    assert left(medicine(Stock(DAY, 30)), one, tick(2, planned=time(8), device="a", again=True)) == 28
    assert left(medicine(Stock(DAY, 30)), one, tick(2, planned=time(8), device="b")) == 29


def test_an_amount_for_each_dose_that_is_changed_twice_on_a_day_or_back_again_leaves_one_change() -> None:
    stock = Stock(DAY, 30).with_per_dose(2, DAY + 3 * ONE_DAY)
    assert stock.former == (FormerPerDose(DAY + 3 * ONE_DAY, 1),)
    assert stock.with_per_dose(3, DAY + 3 * ONE_DAY).former == stock.former
    assert stock.with_per_dose(2, DAY + 3 * ONE_DAY) == stock
    assert stock.with_per_dose(1, DAY + 3 * ONE_DAY).former == ()
    assert Stock(DAY, 30).with_per_dose(2, DAY).former == ()


@pytest.mark.parametrize(
    ("doses", "every", "times_open", "day"),
    [
        (28, "daily", 1, "2026-12-24"),
        (28, "daily", 0, "2026-12-25"),
        (28.5, "daily", 1, "2026-12-24"),
        (56, "2/day", 2, "2026-12-24"),
        (55, "2/day", 1, "2026-12-24"),
        (54, "2/day", 0, "2026-12-24"),
        (6, "mon,wed,fri", 0, "2026-12-11"),
        (6, "3/week", 0, "2026-12-11"),
        (4, "2/3d", 0, "2026-12-03"),
        (10, "every 3 days", 0, "2026-12-27"),
        (1, "2/day", 2, "2026-11-27"),
        (0, "daily", 1, None),
        (28, "as-needed", 0, None),
        (1e12, "daily", 0, None),
    ],
)
def test_a_stock_lasts_as_long_as_the_rate_of_its_cadence_allows(
    doses: float, every: str, times_open: int, day: str | None
) -> None:
    found = lasts_until(doses, read_cadence(every), date(2026, 11, 27), times_open)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    "numbers",
    [
        (-1.0, 1.0, None),
        (1.0, 0.0, None),
        (1.0, -1.0, None),
        (1.0, 1.0, -1.0),
        (float("nan"), 1.0, None),
        (1.0, float("nan"), None),
        (1.0, 1.0, float("nan")),
        (float("inf"), 1.0, None),
        (1.0, float("inf"), None),
        (1.0, 1.0, None, None, frozenset(), (FormerPerDose(DAY, 0.0),)),
    ],
)
def test_a_stock_that_cannot_be_counted_does_not_exist(numbers: tuple[Any, ...]) -> None:
    with pytest.raises(InvalidValue):
        Stock(DAY, *numbers)


def test_a_moment_of_a_count_can_be_on_the_day_before_on_a_journey() -> None:
    day = date(2026, 11, 22)
    counted_at = Moment.of(datetime(2026, 11, 22, 1, tzinfo=UTC))
    assert Stock(day, 30).first_day == day
    assert Stock(day, 30, counted_at=counted_at).first_day == day - ONE_DAY
