"""One arithmetic: every page says the same numbers of what was due, whatever was changed, paused or left out."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.clock import Clock
from carelog.domain.entry import Entry
from carelog.domain.ids import new_id, steady_id
from carelog.domain.routines.cadence import CadenceKind, read_cadence
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import DayState, Routine, RoutineKind, TickCounts
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.sign import Sign
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.exchange.serializers.pages import streaks_shape, week_shape
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.days.histories import histories
from carelog.review.days.rest_days import rest_in
from carelog.review.insights.factors import FactorKind, factors_in
from carelog.review.packet.packet import packet
from carelog.review.packet.routines import Counts
from carelog.review.pages.streaks import DayMark, RoutineStreak, Streaks, streaks
from carelog.review.pages.today import today as review_today
from carelog.review.pages.week import week
from carelog.review.people.signs import sign_statuses
from support.due_before_terms import HistoryBeforeTerms
from support.due_by_definition import Told, quiet_days

JOURNALS = sorted((Path(__file__).parents[2] / "journals").glob("*.db"))
MONDAY = date(2026, 9, 14)
LAST = 75
EVERY = [
    "daily",
    "2/day",
    "mon,wed,fri",
    "3/week",
    "1/week",
    "2/3d",
    "1/4d",
    "every 3 days",
    "every 10 days",
    "as-needed",
]
NAME = "walk"
MARKS_OF = {
    DayState.OPEN: {DayMark.OPEN, DayMark.MISSED},
    DayState.NOT_DUE: {DayMark.NOT_DUE, DayMark.PAUSED},
}
COUNTED = {TickState.DONE: "done", TickState.SMALL: "small", TickState.SKIPPED: "skipped"}

numbers = st.integers(-10, LAST)
every = st.sampled_from([*EVERY, "as-needed"])
spans = st.lists(st.tuples(numbers, st.integers(1, 25), st.integers(1, 4)), max_size=4)
_homes = itertools.count()


def day_of(number: int) -> date:
    return MONDAY + number * ONE_DAY


def at(day: date, hour: int = 12) -> Moment:
    return Moment.of(datetime.combine(day, time(hour), UTC))


@dataclass(frozen=True)
class Life:
    """A routine with changes of its cadence by day; what was noted of it and beside it; pauses; and today."""

    started: int
    kind: RoutineKind
    every: str
    changes: list[tuple[int, str]]
    ticks: dict[int, TickState]
    entries: set[int]
    pauses: list[tuple[int, int]]
    today: int
    was_typed: bool = False

    def routine(self) -> Routine:
        began = day_of(self.started)
        row = new_id(at(began).milliseconds, bytes(10)) if self.was_typed else steady_id("r", "r")
        routine = Routine(row, NAME, began, read_cadence(self.every), self.kind)
        for number, every in self.changes:
            routine = routine.with_terms(day_of(number), {"cadence": read_cadence(every)})
        return routine

    def told(self) -> Told:
        """The same, for the definition."""
        added = {self.started} if self.was_typed else set()
        journal_days = {day_of(number) for number in {*self.ticks, *self.entries, *added}}
        noted = {day_of(number): TickCounts(**{COUNTED[state]: 1}, amount=None) for number, state in self.ticks.items()}
        paused = {day for first, last in self.pauses for day in Period(day_of(first), day_of(last))}
        quiet = quiet_days(journal_days, day_of(-30), day_of(self.today))
        return Told(self.routine(), noted, day_of(self.today), paused, quiet)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    today = draw(st.integers(20, LAST))
    days = {
        number
        for first, length, step in draw(spans)
        for number in range(first, min(first + length, today + 1), step)
        if number <= today
    }
    return Life(
        draw(st.integers(0, today)),
        draw(st.sampled_from(RoutineKind)),
        draw(every),
        sorted(draw(st.lists(st.tuples(st.integers(1, LAST), every), max_size=2))),
        {number: draw(st.sampled_from(TickState)) for number in sorted(days)},
        {number for first, length, _ in draw(spans) for number in range(first, first + length) if number <= today},
        [(first, first + length) for first, length, _ in draw(spans)][:2],
        today,
        draw(st.booleans()),
    )


@contextmanager
def written(life: Life) -> Iterator[Journal]:
    """A journal with that life."""
    empty = Path.cwd() / "empty"
    if not empty.exists():
        Journal.open(Paths.inside(empty), Clock(lambda: at(MONDAY).instant, UTC)).close()
    home = Path.cwd() / str(next(_homes))
    home.mkdir()
    shutil.copy(empty / "journal.db", home / "journal.db")
    now = at(day_of(life.today), 20).instant
    with Journal.open(Paths.inside(home), Clock(lambda: now, UTC)) as journal:
        routine = journal.routines.insert(life.routine())
        ticks = ((day_of(number), state) for number, state in life.ticks.items())
        journal.ticks.add_imported(
            Tick(steady_id("t", str(day)), routine.id, at(day), day, state) for day, state in ticks
        )
        entries = (day_of(number) for number in life.entries)
        journal.entries.add_imported([Entry(steady_id("e", str(day)), at(day), day, 3) for day in entries])
        journal.pauses.add_imported(
            Pause(steady_id("p", str(each)), day_of(each[0]), day_of(each[1])) for each in life.pauses
        )
        yield journal


def counts(streak: RoutineStreak) -> Counts:
    """What the page for a therapist has to say of the same days."""
    return Counts(
        streak.due, streak.kept, streak.small, streak.skipped, streak.missed, streak.times - streak.kept, streak.unknown
    )


@given(lives())
def test_streaks_weeks_today_insights_json_and_the_page_for_a_therapist_say_the_same_numbers(life: Life) -> None:
    with written(life) as journal:
        shown = streaks(journal, day_of(life.today), journal.clock.now())
        [streak] = (*shown.routines, *shown.medicines)
        of_the_definition(life, shown, streak)
        on_the_page_for_a_therapist(journal, shown, streak)
        in_each_week(journal, life, shown, streak)
        in_the_state_of_each_day(journal, life, shown, streak)
        on_the_page_of_today(journal, life, streak)
        in_signs(journal, life)
        if life.kind is RoutineKind.HABIT:
            in_insights(journal, life, shown)


def of_the_definition(life: Life, shown: Streaks, streak: RoutineStreak) -> None:
    told = life.told()
    due = [each for day, each in told.days().items() if day in shown.period]
    assert (streak.kept, streak.skipped, streak.missed) == tuple(
        sum(each[number] for each in due) for number in range(3)
    )
    assert streak.due == streak.kept + streak.skipped + streak.missed
    assert streak.unknown == sum(day in told.quiet and day >= told.routine.started for day in shown.period)
    [as_json] = streaks_shape(shown)["routines"]
    for key in ("due", "kept", "small", "skipped", "missed", "unknown", "times"):
        assert as_json[key] == getattr(streak, key)


def on_the_page_for_a_therapist(journal: Journal, shown: Streaks, streak: RoutineStreak) -> None:
    page = packet(journal, shown.period)
    said = [each.counts for each in (*(page.routines or ()), *(page.medicines or ()))]
    assert said == [counts(streak)] or (not said and not streak.due and not streak.times)


def in_each_week(journal: Journal, life: Life, shown: Streaks, streak: RoutineStreak) -> None:
    for number, (kept, due) in enumerate(streak.weeks):
        monday = shown.period.first + 7 * number * ONE_DAY
        found = week_shape(week(journal, monday, day_of(life.today)))["routines"]
        if not found:
            assert (kept, due) == (0, 0)
        elif found[0]["due"] is None:
            assert due == 0
        else:
            assert (found[0]["kept"], found[0]["due"]) == (kept, due)


def in_the_state_of_each_day(journal: Journal, life: Life, shown: Streaks, streak: RoutineStreak) -> None:
    for monday in itertools.islice(shown.period, 0, None, 7):
        for each in week(journal, monday, day_of(life.today)).routines:
            for day in each.days:
                if day.day in shown.period:
                    mark = streak.marks[(day.day - shown.period.first).days]
                    assert mark in MARKS_OF.get(day.state, {DayMark(day.state.value)})


def on_the_page_of_today(journal: Journal, life: Life, streak: RoutineStreak) -> None:
    day = day_of(life.today)
    told = sum(life.told().days().get(day, (0, 0, 0)))
    found = [each.day for each in review_today(journal, day, journal.clock.now()).routines]
    asked = found[0].asked if found else 0
    is_open = asked > told
    assert is_open == bool(found and found[0].times_open)
    if not life.ticks.get(life.today):
        assert is_open == (streak.marks[-1] is DayMark.OPEN)


def in_insights(journal: Journal, life: Life, shown: Streaks) -> None:
    today = day_of(life.today)
    rest, entries = rest_in(journal, shown.period, today), journal.entries.within(shown.period)
    factors = factors_in(journal, shown.period, entries, rest, today)
    present = {day for each in factors if each.kind is FactorKind.ROUTINE for day in each.present}
    days = life.told().days().items()
    assert present == {
        day for day, (kept, _, _) in days if kept and day in shown.period and day < today and day not in rest
    }


def in_signs(journal: Journal, life: Life) -> None:
    """A sign counts the days that were missed; of a week or stretch those on which it asked, which are never fewer."""
    journal.signs.insert(Sign(new_id(0, bytes(10)), "left out", "walk not done on 1 of 90 days", "tea"))
    [sign] = sign_statuses(journal, day_of(life.today))
    told = life.told()
    window = Period.ending(day_of(life.today - 1), 90)
    days = {day: each for day, each in told.days().items() if day in window and day not in told.noted}
    missed = {day for day, each in days.items() if each[2]}
    if all(cadence.has_fixed_days for cadence, _ in told.parts):
        assert sign.days == len(missed)
    in_use = {day for _, part in told.parts for day in part}
    asking = {day for day in window if day in in_use and day not in told.noted and not told.rests(day)}
    assert len(missed) <= sign.days <= len(asking)
    if all(cadence.kind is CadenceKind.AS_NEEDED for cadence, _ in told.parts):
        assert not sign.days


@given(lives(), numbers, numbers)
def test_a_page_about_any_days_says_what_the_definition_says_of_them(life: Life, one: int, other: int) -> None:
    first, last = (min(max(each, -10), life.today) for each in sorted((one, other)))
    period = Period(day_of(first), day_of(last))
    told = [each for day, each in life.told().days().items() if day in period]
    with written(life) as journal:
        page = packet(journal, period)
        found = [each.counts for each in (*(page.routines or ()), *(page.medicines or ()))]
    said = [(each.due, each.kept, each.skipped, each.unnoted) for each in found] or [(0, 0, 0, 0)]
    sums = [sum(each[number] for each in told) for number in range(3)]
    assert said == [(sum(sums), *sums)]


@pytest.mark.parametrize("released", JOURNALS, ids=lambda path: path.stem)
def test_no_routine_of_a_released_journal_has_more_missed_or_fewer_kept_times_than_it_had(
    released: Path, tmp_path: Path
) -> None:
    shutil.copy(released, tmp_path / "journal.db")
    with Journal.open(Paths.inside(tmp_path), Clock(lambda: at(date(2026, 12, 1)).instant, UTC)) as journal:
        routines, today = list(journal.routines), journal.today
        assert routines
        period = Period(date(2026, 1, 1), today)
        known = histories(journal, routines, period, today)
        for routine in routines:
            now = known.of(routine)
            bare = replace(routine, terms=())
            before = HistoryBeforeTerms(bare, now.noted, today, now.paused, now.quiet).due_days(period)
            found = now.due_days(period)
            assert sum(each.missed for each in found) <= sum(each.missed for each in before)
            assert sum(each.kept for each in found) >= sum(each.kept for each in before)
