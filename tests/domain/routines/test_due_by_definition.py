"""What is due is the same as its definition says, with changes of terms, and never more than before terms had dates."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import Routine, RoutineKind, TickCounts
from carelog.domain.time.days import ONE_DAY, Period
from support.due_before_terms import HistoryBeforeTerms
from support.due_by_definition import Told, quiet_days

MONDAY = date(2026, 9, 14)
LENGTH = 80
EVERY = ["daily", "2/day", "mon,wed,fri", "3/week", "1/week", "7/week", "2/3d", "1/4d", "every 3 days", "every 10 days"]

numbers = st.integers(0, LENGTH)
counts = st.builds(TickCounts, st.integers(0, 2), st.integers(0, 1), st.integers(0, 1)).filter(
    lambda each: each.kept + each.skipped
)
every = st.sampled_from([*EVERY, "as-needed"])


def day(number: int) -> date:
    return MONDAY + number * ONE_DAY


@dataclass(frozen=True)
class Course:
    """A routine with what was noted of it, and the days of rest."""

    routine: Routine
    noted: Mapping[date, TickCounts]
    today: date
    paused: AbstractSet[date]
    quiet: AbstractSet[date]

    @property
    def history(self) -> RoutineHistory:
        return RoutineHistory(self.routine, self.noted, self.today, self.paused, self.quiet)

    @property
    def before_terms(self) -> HistoryBeforeTerms:
        return HistoryBeforeTerms(self.routine, self.noted, self.today, self.paused, self.quiet)

    @property
    def by_definition(self) -> dict[date, tuple[int, int, int]]:
        return Told(self.routine, self.noted, self.today, self.paused, self.quiet).days()


@st.composite
def courses(draw: st.DrawFn, *, changes: bool = True) -> Course:
    """Ticks come in stretches, so that there are days without any use beside them."""
    today = draw(st.integers(20, LENGTH))
    started = draw(st.integers(0, today))
    kind = draw(st.sampled_from(RoutineKind))
    routine = Routine("r", "walk", day(started), read_cadence(draw(every)), kind)
    if draw(st.integers(0, 4)) == 0:
        routine = replace(routine, archived=day(draw(st.integers(started, LENGTH))))
    for number in sorted(draw(st.lists(numbers, max_size=3))) if changes else ():
        routine = routine.with_terms(day(number), {"cadence": read_cadence(draw(every))})
    noted: dict[date, TickCounts] = {}
    for first, length in draw(st.lists(st.tuples(numbers, st.integers(1, 20)), max_size=5)):
        step = draw(st.integers(1, 5))
        noted |= {day(each): draw(counts) for each in range(first, min(first + length, today + 1), step)}
    used = set(noted) | {day(each) for each in draw(st.sets(numbers, max_size=20)) if each <= today}
    paused = {
        day(first + each)
        for first, length in draw(st.lists(st.tuples(numbers, numbers), max_size=2))
        for each in range(length)
    }
    return Course(routine, noted, day(today), paused, quiet_days(used, day(-20), day(today)))


def totals(of: RoutineHistory | HistoryBeforeTerms, period: Period) -> DueDay:
    """The kept and missed times of a period as those of one day."""
    found = of.due_days(period)
    return DueDay(period.last, kept=sum(each.kept for each in found), missed=sum(each.missed for each in found))


@given(courses())
def test_what_is_due_of_each_day_is_what_its_definition_says(course: Course) -> None:
    whole = Period(day(-20), course.today)
    found = {each.day: (each.kept, each.skipped, each.missed) for each in course.history.due_days(whole) if each.due}
    assert found == course.by_definition


@given(courses(), numbers, numbers)
def test_a_part_of_the_days_counts_what_the_whole_counts_there_whatever_changed(
    course: Course, one: int, other: int
) -> None:
    part = Period(day(min(one, other)), day(max(one, other)))
    whole = course.history.due_days(Period(day(-20), course.today))
    assert course.history.due_days(part) == [each for each in whole if each.day in part]


@given(courses(changes=False))
def test_without_a_change_and_ticks_outside_everything_counts_as_it_did_before_terms_had_dates(course: Course) -> None:
    noted = {day: each for day, each in course.noted.items() if course.history.is_in_use(day)}
    inside = replace(course, noted=noted)
    whole = Period(day(-20), course.today)
    assert [each for each in inside.history.due_days(whole) if each.due] == [
        each for each in inside.before_terms.due_days(whole) if each.due
    ]


@given(courses(changes=False))
def test_a_tick_outside_makes_no_day_missed_that_was_not_missed_before(course: Course) -> None:
    whole = Period(day(-20), course.today)
    now, before = totals(course.history, whole), totals(course.before_terms, whole)
    assert now.missed <= before.missed
    assert now.kept >= before.kept


@given(courses())
def test_today_is_open_only_while_the_routine_asks_and_nothing_is_noted_of_it(course: Course) -> None:
    [*_, latest] = [None, *course.history.due_days(Period(course.today, course.today))]
    assert course.history.is_open() == bool(latest and latest.open)
    if latest and latest.open:
        assert course.history.asks_on(course.today)
        assert not latest.missed
