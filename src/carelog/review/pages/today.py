"""The page of today: the mood so far, what is due and noted, and the two weeks before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import Routine
from carelog.domain.time.days import Moment, Period
from carelog.review.days.activities import ShownActivity, activities_in
from carelog.review.days.histories import Histories, histories
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.rest_days import DAYS_OF_SETTLING, days_away, is_settling, rest_in
from carelog.review.days.routines import (
    RoutineToday,
    TickLog,
    brought_up_on_a_return,
    routines_and_ticks,
    routines_today,
)
from carelog.review.days.stock import StockLeft, stock_left
from carelog.review.people.appointments import ShownAppointment, next_appointment
from carelog.review.people.contacts import NextMeeting, OutOfTouch, meetings_soon, out_of_touch

if TYPE_CHECKING:
    from carelog.journal import Journal
    from carelog.review.people.signs import SignStatus

DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Today:
    """A day as its page shows it.

    `recent` are the moods of the last 14 days, the day itself last. `pause` is the announced pause that covers the day.
    `days_away` is how many days ago the journal was last used, on the day of a return after 14 days or more, else None.
    The day begins at `starts_at`, so that a time before it is after midnight.
    `units` are those of the day's readings, by tracker name. `meetings` are those of the next seven days, `signs` the
    person's signs that have come true, `activities` those that are planned for the day or were done on it.
    `appointment` is the next one within a week, and `topics` the number of open topics for it.

    On a pause nothing is asked: of activities there are those that were done or skipped, of meetings and offers none.
    Three reminders are left out in the week after a return: `low_stock`; `plan_from`, the day on which the plan was
    last read through or begun, if it is time to offer it; and `out_of_touch`, somebody to keep in touch with.
    `plan_after_hard_answers` is true on the first day after answers about death or harm: the page then offers the plan
    or, without one (`has_plan`), the crisis card. `is_new` says that the journal is empty.
    """

    day: date
    entries: tuple[Entry, ...]
    routines: tuple[RoutineToday, ...]
    recent: tuple[DayMood, ...]
    pause: Pause | None = None
    days_away: int | None = None
    low_stock: tuple[StockLeft, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    is_new: bool = False
    plan_from: date | None = None
    meetings: tuple[NextMeeting, ...] = ()
    out_of_touch: OutOfTouch | None = None
    signs: tuple[SignStatus, ...] = ()
    activities: tuple[ShownActivity, ...] = ()
    appointment: ShownAppointment | None = None
    topics: int = 0
    starts_at: time = time(0)
    plan_after_hard_answers: bool = False
    has_plan: bool = False
    is_over: bool = False
    """Whether the day is a past one."""

    @property
    def mood(self) -> DayMood:
        """The moods of the day so far."""
        return self.recent[-1]

    @property
    def plan_unread(self) -> int | None:
        """The number of days since `plan_from`."""
        return (self.day - self.plan_from).days if self.plan_from else None

    @property
    def welcome_back(self) -> bool:
        """Whether it is the day of a return, after two weeks or more without any use."""
        return self.days_away is not None

    @property
    def brought_up(self) -> tuple[RoutineToday, ...]:
        """The routines to show: all, but on the day of a return only some (`brought_up_on_a_return`)."""
        return brought_up_on_a_return(self.routines) if self.welcome_back else self.routines


def today(journal: Journal, day: date, now: Moment, signs: Iterable[SignStatus] = ()) -> Today:
    """The page of a day at a moment, with the signs to show. `day` is usually the journal day of the moment."""
    period = Period.ending(day, DAYS_SHOWN)
    entries = journal.entries.within(period)
    rest = rest_in(journal, Period.ending(day, DAYS_SHOWN + DAYS_OF_SETTLING), day)
    routines, ticks = routines_and_ticks(journal, day)
    known = histories(journal, routines, Period(day, day), day)
    starts_at = journal.settings.day_starts_at
    paused = rest.pause_on(day)
    settling = paused is not None or is_settling(journal, rest, day)
    people = list(journal.contacts)
    appointment = next_appointment(journal, day, people)
    of_day = tuple(entry for entry in entries if entry.day == day)
    return Today(
        day,
        entries=of_day,
        routines=routines_today(routines, ticks, now, starts_at, known),
        recent=moods_of(period, entries, rest),
        pause=paused,
        days_away=days_away(journal, rest, day),
        low_stock=() if settling and not paused else _low_stock(routines, ticks, known),
        units={each.name: each.unit for each in journal.trackers} if any(entry.readings for entry in of_day) else {},
        plan_from=None if settling else _plan_to_offer(journal, day),
        meetings=() if paused else meetings_soon(journal, people, now),
        out_of_touch=None if settling else next(iter(out_of_touch(journal, people, day)), None),
        signs=tuple(signs),
        activities=activities_in(journal, Period(day, day), people, rest),
        appointment=appointment,
        topics=len(journal.topics.open()) if appointment else 0,
        starts_at=starts_at,
        plan_after_hard_answers=_is_after_hard_answers(journal, day),
        has_plan=bool(len(journal.plan)),
        is_new=not entries and not journal.routines.with_uncovered() and journal.entries.first_day() is None,
    )


def past_day(journal: Journal, day: date, now: Moment) -> Today:
    """The page of a day that is over: what was noted and kept, and nothing of what is ahead or to be done."""
    whole = today(journal, day, now)
    return replace(
        whole,
        is_over=True,
        routines=tuple(each for each in whole.routines if not each.is_open),
        pause=None,
        low_stock=(),
        days_away=None,
        plan_from=None,
        meetings=(),
        out_of_touch=None,
        appointment=None,
        topics=0,
        plan_after_hard_answers=False,
        is_new=False,
    )


def _low_stock(routines: list[Routine], ticks: TickLog, known: Histories) -> tuple[StockLeft, ...]:
    stocks = (stock_left(known.of(routine), ticks.all_of(routine)) for routine in routines)
    return tuple(each for each in stocks if each and each.is_low)


def _plan_to_offer(journal: Journal, day: date) -> date | None:
    if not len(journal.plan):
        return None
    from carelog.review.people.plan import plan

    found = plan(journal, day)
    return found.since if found.asks_for_review else None


def _is_after_hard_answers(journal: Journal, day: date) -> bool:
    if not len(journal.answered):
        return False
    from carelog.review.days.scores import hard_thoughts_last_time

    return hard_thoughts_last_time(journal, day)
