"""Every time that a routine was due is kept, skipped, missed or still open, and on days of rest nothing is due."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import CadenceKind, read_cadence
from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import DayState, Routine, RoutineKind, TickCounts, counts_of
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment, Period
from support.standing import standing
from support.strategies import cadences

MONDAY = date(2026, 11, 2)
DONE, SMALL, SKIPPED = TickCounts(1, amount=None), TickCounts(small=1, amount=None), TickCounts(skipped=1)
STATES = {".": None, "x": DONE, "o": SMALL, "-": SKIPPED}

everything = st.sampled_from(["daily", "2/day", "mon,wed,fri", "3/week", "1/week", "2/3d", "1/4d", "every 3 days"])
letters = st.text(".xo-", min_size=1, max_size=60)
day_sets = st.sets(st.integers(0, 70), max_size=20).map(lambda numbers: {MONDAY + each * ONE_DAY for each in numbers})


def routine(every: str = "daily", **fields: Any) -> Routine:
    return Routine("r", "walk", fields.pop("started", MONDAY), read_cadence(every), **fields)


def tick(state: TickState, amount: float | None, number: int = 0) -> Tick:
    at = Moment(datetime(2026, 11, 2, 8, tzinfo=UTC))
    return Tick(f"t{number}", "r", at, MONDAY, state, amount)


def history(every: str, noted: str, *, today: int | None = None, **more: Any) -> RoutineHistory:
    """Days from a Monday on: x done, o small, - skipped, a dot nothing; today is the last of them unless said."""
    days: Mapping[date, TickCounts] = {
        MONDAY + number * ONE_DAY: state for number, letter in enumerate(noted) if (state := STATES[letter])
    }
    rest = {name: frozenset(MONDAY + number * ONE_DAY for number in more.pop(name, ())) for name in ("paused", "quiet")}
    last = MONDAY + (len(noted) - 1 if today is None else today) * ONE_DAY
    return RoutineHistory(routine(every, **more), days, last, **rest)


def all_of(of: RoutineHistory) -> list[DueDay]:
    return of.due_days(Period(MONDAY, max(MONDAY, of.today)))


def shares_of(of: RoutineHistory) -> list[float | None]:
    return [share for _, share in of.shares(Period(MONDAY, of.today))]


def counts(of: RoutineHistory) -> tuple[int, int, int, int]:
    """Due, kept, skipped, missed."""
    found = all_of(of)
    return (
        sum(each.due for each in found),
        sum(each.kept for each in found),
        sum(each.skipped for each in found),
        sum(each.missed for each in found),
    )


@pytest.mark.parametrize(
    ("every", "noted", "expected"),
    [
        ("daily", "xxx-.ox", (7, 5, 1, 1)),
        ("daily", "xxx.", (3, 3, 0, 0)),
        ("daily", "xxx-", (4, 3, 1, 0)),
        ("2/day", "xx.", (4, 2, 0, 2)),
        ("mon,wed,fri", "xx.x...", (3, 1, 0, 2)),
        ("3/week", "x.x.x.." + "xxxx...", (6, 6, 0, 0)),
        ("3/week", "x.x.-.." + ".......x", (7, 3, 1, 3)),
        ("3/week", "x......" + "x..", (4, 2, 0, 2)),
        ("3/week", "x.x....", (2, 2, 0, 0)),
        ("3/week", "x......", (2, 1, 0, 1)),
        ("2/3d", "xx.x.xx.." + ".", (6, 5, 0, 1)),
        ("every 3 days", "x..x..x..x", (4, 4, 0, 0)),
        ("every 3 days", "x...x...x", (3, 3, 0, 0)),
        ("every 3 days", "x.....x", (3, 2, 0, 1)),
        ("every 3 days", "x......", (2, 1, 0, 1)),
        ("every 3 days", "xxxxxxx", (3, 3, 0, 0)),
        ("every 2 days", "-..x", (2, 1, 1, 0)),
        ("as-needed", "xx.x", (0, 0, 0, 0)),
    ],
)
def test_what_was_due_on_some_days(every: str, noted: str, expected: tuple[int, int, int, int]) -> None:
    assert counts(history(every, noted)) == expected


def test_today_is_open_until_it_is_over() -> None:
    assert all_of(history("daily", "x."))[-1] == DueDay(MONDAY + ONE_DAY, open=1)
    assert all_of(history("daily", "x.", today=2))[1] == DueDay(MONDAY + ONE_DAY, missed=1)
    assert all_of(history("2/day", "x"))[-1] == DueDay(MONDAY, kept=1, open=1)


@pytest.mark.parametrize(("on_day", "missed"), [(4, 0), (5, 1), (6, 2), (7, 3)])
def test_a_week_that_is_not_over_has_missed_only_what_its_remaining_days_cannot_hold(on_day: int, missed: int) -> None:
    assert counts(history("3/week", ".", today=on_day)) == (missed, 0, 0, missed)


def test_a_routine_that_began_on_friday_is_asked_for_its_share_of_the_week() -> None:
    started = MONDAY + 4 * ONE_DAY
    assert counts(history("3/week", "....x..", today=7, started=started)) == (1, 1, 0, 0)
    assert counts(history("3/week", "....xxx", today=7, started=started)) == (3, 3, 0, 0)


def test_days_off_ask_for_nothing_and_a_week_with_some_for_its_share() -> None:
    assert counts(history("daily", "x......", today=7, paused=range(1, 7))) == (1, 1, 0, 0)
    assert counts(history("3/week", "x......", today=7, paused=range(3, 7))) == (1, 1, 0, 0)
    assert counts(history("every 3 days", "x" + "." * 9, paused=range(1, 9))) == (1, 1, 0, 0)


def test_medicine_takes_no_part_in_a_pause_but_nothing_is_missed_while_nothing_is_known() -> None:
    medicine = {"kind": RoutineKind.MEDICINE}
    assert counts(history("daily", "x......", today=7, paused=range(1, 7), **medicine)) == (7, 1, 0, 6)
    quiet = all_of(history("daily", "x......", today=7, quiet=range(1, 7), **medicine))
    assert [each.due for each in quiet] == [1, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("every", ["daily", "2/day", "mon,wed,fri", "3/week", "2/3d", "every 3 days"])
def test_what_was_noted_before_a_routine_began_or_after_it_ended_was_due_on_its_own_day(every: str) -> None:
    outside = history(every, "x.-......x", started=MONDAY + 4 * ONE_DAY, archived=MONDAY + 4 * ONE_DAY)
    assert counts(outside) == (3, 2, 1, 0)
    before = history(every, "xo........", started=MONDAY + 9 * ONE_DAY)
    assert all_of(before)[:2] == [DueDay(MONDAY, kept=1), DueDay(MONDAY + ONE_DAY, kept=1, small=1)]
    assert counts(before) == (2, 2, 0, 0)


def test_days_between_a_first_tick_and_the_beginning_are_unknown_and_end_a_run_of_medicine() -> None:
    early = history("daily", "x..x", started=MONDAY + 3 * ONE_DAY, kind=RoutineKind.MEDICINE)
    assert [(each.due, each.missed) for each in all_of(early)] == [(1, 0), (0, 0), (0, 0), (1, 0)]
    assert early.unknown_days(Period(MONDAY, early.today)) == 0


@pytest.mark.parametrize(
    ("amount", "share", "kept", "small"), [(5.0, 0.25, 1, 1), (20.0, 1.0, 1, 0), (30.0, 1.0, 1, 0), (None, 1.0, 1, 0)]
)
def test_part_of_an_amount_is_kept_as_a_small_version_and_weighs_its_part(
    amount: float | None, share: float, kept: int, small: int
) -> None:
    walk = routine(target=20)
    noted = counts_of([tick(TickState.DONE, amount)])
    found = RoutineHistory(walk, {MONDAY: noted}, MONDAY).due_days(Period(MONDAY, MONDAY))
    assert (noted.share(walk), found[0].kept, found[0].small) == (share, kept, small)


def test_the_small_version_is_all_that_is_asked_for() -> None:
    assert counts_of([tick(TickState.SMALL, 2)]).share(routine(target=20)) == 1


@pytest.mark.parametrize(
    ("noted", "share"),
    [
        (TickCounts(1), 0.5),
        (TickCounts(2), 1),
        (TickCounts(3), 1),
        (TickCounts(1, skipped=1), 1),
        (TickCounts(skipped=2), 0),
    ],
)
def test_what_is_due_twice_a_day_is_done_by_halves_and_a_skipped_time_is_not_asked_for(
    noted: TickCounts, share: float
) -> None:
    assert noted.share(routine("2/day")) == share


def test_skipped_and_resting_days_keep_a_strength_and_today_counts_once_it_is_done() -> None:
    found = history("daily", "x-..xx.", paused=[2, 4])
    assert shares_of(found) == [1, None, None, 0, 1, 1]
    medicine = history("daily", "x-....", paused=[2], quiet=[3], kind=RoutineKind.MEDICINE)
    assert shares_of(medicine) == [1, None, 0, 0, 0]


@pytest.mark.parametrize(
    ("every", "noted", "expected"),
    [("daily", ".", True), ("daily", "x", False), ("3/week", "xxx.", False), ("every 3 days", "x..", False)],
)
def test_today_says_whether_it_asks_for_more(every: str, noted: str, expected: bool) -> None:
    assert history(every, noted).is_open() is expected


def test_today_asks_for_nothing_while_it_rests() -> None:
    assert not history("daily", ".", paused=[0]).is_open()
    assert history("daily", ".", paused=[0], kind=RoutineKind.MEDICINE).is_open()


@given(everything, letters, day_sets, day_sets, st.booleans())
def test_every_due_time_is_kept_skipped_or_missed_and_no_day_after_today_is_due(
    every: str, noted: str, paused: set[date], quiet: set[date], medicine: bool
) -> None:
    kind = RoutineKind.MEDICINE if medicine else RoutineKind.HABIT
    plain = history(every, noted, kind=kind)
    unused = quiet - set(plain.noted)
    of = RoutineHistory(plain.routine, plain.noted, plain.today, frozenset(paused), frozenset(unused))
    found = all_of(of)
    days = [each.day for each in found]
    assert days == sorted(set(days))
    assert all(MONDAY <= day <= of.today for day in days)
    for each in found:
        assert each.small <= each.kept
        assert each.due + each.open <= of.routine.cadence.most_a_day
        assert not each.missed or (each.day < of.today and each.day not in unused)
        assert not each.missed or medicine or each.day not in paused
        assert not each.open or each.day == of.today
    assert sum(each.kept for each in found) <= sum(each.kept for each in of.noted.values())


@given(st.text("x...", min_size=1, max_size=60), st.integers(2, 8), st.integers(0, 59))
def test_an_interval_is_judged_the_same_from_the_middle_of_its_days(noted: str, days: int, start: int) -> None:
    of = history(f"every {days} days", noted)
    begin = min(MONDAY + start * ONE_DAY, of.today)
    assert of.due_days(Period(begin, of.today)) == [each for each in all_of(of) if each.day >= begin]


@given(everything, letters, st.integers(0, 70), st.integers(0, 70))
def test_a_part_of_the_days_counts_what_the_whole_counts_there(every: str, noted: str, one: int, other: int) -> None:
    of = history(every, noted)
    part = Period(MONDAY + min(one, other) * ONE_DAY, MONDAY + max(one, other) * ONE_DAY)
    assert of.due_days(part) == [each for each in all_of(of) if each.day in part]


@given(cadences, st.lists(st.tuples(st.sampled_from(TickState), st.none() | st.floats(0, 40)), max_size=4))
def test_a_day_without_its_ticks_stands_as_it_does_with_them(
    cadence: Any, noted: list[tuple[TickState, float | None]]
) -> None:
    walk = Routine("r", "walk", MONDAY, cadence, target=20)
    ticks = [tick(state, amount, number) for number, (state, amount) in enumerate(noted)]
    day = counts_of(ticks)
    expected = standing(walk, MONDAY, ticks)
    assert day.kept == expected.kept
    if expected.asked or (ticks and cadence.kind is not CadenceKind.PER_DAY):
        assert day.state(cadence.most_a_day, walk.target) == expected.state
    assert RoutineHistory(walk, {MONDAY: day} if noted else {}, MONDAY).is_open() == (expected.asked > len(ticks))
    assert expected.state is not DayState.NOT_DUE or not ticks


def test_a_week_in_which_the_cadence_changed_is_cut_and_each_part_asks_for_its_share() -> None:
    of = history("daily", "xx....." + "x......", today=14)
    changed = of.routine.with_terms(MONDAY + 3 * ONE_DAY, {"cadence": read_cadence("3/week")})
    weeks = RoutineHistory(changed, of.noted, of.today)
    assert counts(weeks) == (3 + 1 + 3, 3, 0, 4)
    back = changed.with_terms(MONDAY + 9 * ONE_DAY, {"cadence": read_cadence("mon,wed,fri")})
    assert counts(RoutineHistory(back, of.noted, of.today)) == (3 + 1 + 1 + 2, 3, 0, 4)


def test_an_interval_goes_on_from_the_last_time_whatever_the_cadence_was_then() -> None:
    of = history("daily", "xxx....", today=6)
    changed = of.routine.with_terms(MONDAY + 3 * ONE_DAY, {"cadence": read_cadence("every 3 days")})
    for number, expected in [(3, False), (4, False), (5, True), (6, True)]:
        today = MONDAY + number * ONE_DAY
        assert RoutineHistory(changed, of.noted, today).is_open() is expected
    assert counts(RoutineHistory(changed, of.noted, of.today)) == (3, 3, 0, 0)


def test_part_of_an_amount_is_measured_by_the_target_of_its_day() -> None:
    walk = routine(target=20).with_terms(MONDAY + ONE_DAY, {"target": 10})
    noted = {MONDAY + number * ONE_DAY: TickCounts(1, amount=10) for number in range(2)}
    of = RoutineHistory(walk, noted, MONDAY + ONE_DAY)
    assert [each.small for each in all_of(of)] == [1, 0]
    assert shares_of(of) == [0.5, 1]


def test_a_week_that_is_not_over_still_asks_for_the_rest_of_its_times() -> None:
    friday = date(2026, 11, 20)
    gym = Routine("x", "gym", date(2026, 11, 2), read_cadence("3/week"))
    once = {friday - 2 * ONE_DAY: counts_of([tick(TickState.DONE, None)])}
    history = RoutineHistory(gym, once, friday)
    assert history.still_to_come(Period.week_of(friday)) == 2
    assert history.still_to_come(Period.week_of(friday - 7 * ONE_DAY)) == 0
    daily = RoutineHistory(Routine("x", "gym", date(2026, 11, 2)), once, friday)
    assert daily.still_to_come(Period.week_of(friday)) == 0
