"""Days of journals from before planned times were slots count as they did."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.journal import Journal
from carelog.paths import Paths
from support.source import ROOT
from support.standing import standing
from support.strategies import routines

JOURNALS = sorted((ROOT / "tests" / "journals").glob("*.db"))
EVER = Period(date(1900, 1, 1), date(2100, 1, 1))

Counts = tuple[int, int, int, float | None]


def counted(ticks: list[Tick]) -> Counts:
    """Done, small, skipped and the sum of the amounts of a day, as before there were slots."""
    states = [tick.state for tick in ticks]
    amounts = [tick.amount for tick in ticks if tick.state is not TickState.SKIPPED]
    total = None if None in amounts else float(sum(each or 0 for each in amounts))
    return (*(states.count(state) for state in TickState), total)


@pytest.mark.parametrize("released", JOURNALS, ids=lambda journal: journal.stem)
def test_the_ticks_of_a_journal_of_any_release_count_as_they_did(released: Path, home: Path) -> None:
    home.mkdir(mode=0o700)
    shutil.copy(released, home / "journal.db")
    with Journal.open(Paths.inside(home)) as journal:
        days: dict[tuple[str, date], list[Tick]] = {}
        for tick in journal.ticks:
            days.setdefault((tick.routine_id, tick.day), []).append(tick)
        assert days
        noted = journal.ticks.noted(EVER)
        for (routine_id, day), ticks in days.items():
            counts = noted[routine_id][day]
            if not any(tick.planned for tick in ticks):
                assert (counts.done, counts.small, counts.skipped, counts.amount) == counted(ticks)
        for routine in journal.routines:
            ticks = journal.ticks.of(routine)
            if routine.stock and not any(tick.planned or tick.amount for tick in ticks):
                taken = sum(tick.kept and tick.day >= routine.stock.counted for tick in ticks)
                left = routine.stock.balance(ticks, routine.doses_in)
                assert left == routine.stock.amount - taken * routine.stock.per_dose


@given(
    routines,
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 23), st.sampled_from(TickState), st.none() | st.integers(0, 9)),
        max_size=12,
    ),
)
def test_a_day_without_planned_times_is_as_open_as_it_was(
    routine: Routine, noted: list[tuple[int, int, TickState, int | None]]
) -> None:
    first = date(2026, 11, 2)
    ticks = [
        Tick(f"{number:03}", routine.id, Moment(midnight + timedelta(hours=hour)), midnight.date(), state, amount)
        for number, (days, hour, state, amount) in enumerate(noted)
        for midnight in (datetime(2026, 11, 2, tzinfo=UTC) + timedelta(days=days),)
    ]
    day = first + 9 * ONE_DAY
    by_day: dict[date, int] = {}
    for tick in ticks:
        by_day[tick.day] = by_day.get(tick.day, 0) + 1
    in_use = routine.started <= day and (routine.archived is None or day < routine.archived)
    asked = routine.cadence.asked_on(day, by_day, routine.started) if in_use else 0
    todays = [tick for tick in ticks if tick.day == day]
    found = standing(routine, day, ticks)
    assert (found.kept, found.skipped) == (
        sum(tick.kept for tick in todays),
        sum(not tick.kept for tick in todays),
    )
    below_target = bool(todays) and routine.target is not None
    assert found.times_open == max(asked - len(todays), 0) or (below_target and found.times_open == 1)
