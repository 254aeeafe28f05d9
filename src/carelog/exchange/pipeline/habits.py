"""Habits of another app, with a value for a day, and the routines, ticks, entries and readings they become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import DAILY, Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import NOON, YEARS
from carelog.exchange.pipeline.scales import Reading, Scales
from carelog.wording.files import imported_habits as words

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker

_LONGEST_NAME, _LONGEST_UNIT = 200, 30
_UNNAMED = "Habit without a name"
"""Stored as the name of the routine: a second import knows the habit by it, in all languages."""
_ONE_DAY = timedelta(days=1)
_MOST_TIMES, _MOST_DAYS = 50, 366


class Mark(Enum):
    """What was noted of a habit on a day."""

    DONE = "done"
    SKIPPED = "skipped"
    NOT_DONE = "not done"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Check:
    """What was noted of a habit on a day; a `line` of the file, or 0. `amount` is that of a habit with amounts."""

    day: date
    mark: Mark
    amount: float | None = None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Habit:
    """A habit as the other app keeps it: so many `times` in so many `days`, or a `target` in `unit` in them.

    `key` is what the app knows it by, where it has that; `is_limit` says that the target is not to be passed.
    """

    name: str
    key: str = ""
    why: str = ""
    times: int = 1
    days: int = 1
    has_amounts: bool = False
    is_limit: bool = False
    target: float | None = None
    unit: str = ""
    archived: bool = False
    at: time | None = None
    checks: Sequence[Check] = ()


@dataclass(slots=True)
class Found:
    """What the habits of one file become, filled habit by habit."""

    source: str
    terms: Terms
    scales: Scales
    routines: list[Routine] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_done: int = 0
    names: Counter[str] = field(default_factory=Counter)
    moments: dict[date, Moment] = field(default_factory=dict)

    def trackers(self) -> tuple[Tracker, ...]:
        """The trackers that are to be made."""
        return self.scales.made

    def moment(self, day: date) -> Moment:
        """The noon of a day, or now where that has not come. Raises InvalidValue for a day that lies ahead."""
        if day not in self.moments:
            now = self.terms.clock.now()
            if day.year not in YEARS or day > now.local.date() + _ONE_DAY:
                raise InvalidValue(words.FAR_AHEAD)
            self.moments[day] = min(self.terms.clock.resolve(datetime.combine(day, NOON))[0], now)
        return self.moments[day]

    def say(self, sentence: str) -> None:
        """Remark something about the whole file, once."""
        if Remark(0, sentence) not in self.remarks:
            self.remarks.append(Remark(0, sentence))


def batch_of(source: str, habits: Sequence[Habit], terms: Terms, remarks: Sequence[Remark] = ()) -> Batch:
    """What the habits of a file become in a journal.

    A habit becomes a routine and its checks become ticks; one with a limit becomes a tracker and its amounts
    readings. What was written on a day without a tick becomes a note. A day that is marked not done needs no tick.
    """
    found = Found(source, terms, Scales(terms.trackers), remarks=list(remarks))
    taken: dict[str, str] = {fold(each.name): each.id for each in terms.routines if each.archived is None}
    for habit in terms.watch(habits, "Reading"):
        _as_tracker(found, habit) if habit.is_limit else _as_routine(found, habit, taken)
    if found.not_done:
        found.say(words.not_done(found.not_done))
    return Batch(
        source,
        tuple(sorted(found.entries, key=lambda entry: (entry.at, entry.id))),
        found.trackers(),
        {},
        tuple(found.problems),
        tuple(found.remarks),
        tuple(found.routines),
        tuple(found.ticks),
    )


def _as_routine(found: Found, habit: Habit, taken: dict[str, str]) -> None:
    name, row_id = _place(found, habit, taken)
    checks = _readable(found, habit)
    noted = [check for check in checks if check.mark is not Mark.NOTHING]
    today = found.terms.clock.now().day(found.terms.day_starts_at)
    routine = Routine(
        row_id,
        name,
        min((check.day for check in noted), default=today),
        _cadence(found, habit),
        at=(habit.at,) if habit.at else (),
        target=habit.target if habit.target and habit.target > 0 else None,
        unit=clean_line(habit.unit)[:_LONGEST_UNIT],
        why=habit.why,
    )
    if habit.archived:
        routine = replace(routine, archived=max((check.day for check in noted), default=today) + _ONE_DAY)
    else:
        taken[fold(routine.name)] = row_id
    found.routines.append(routine)
    for check in checks:
        _take(found, routine, check)


def _take(found: Found, routine: Routine, check: Check) -> None:
    at = found.moment(check.day)
    found.not_done += check.mark is Mark.NOT_DONE
    if check.mark in (Mark.DONE, Mark.SKIPPED):
        state = TickState.DONE if check.mark is Mark.DONE else TickState.SKIPPED
        row_id = steady_id(found.source, routine.id, check.day.isoformat())
        tick = Tick(row_id, routine.id, at, check.day, state, check.amount, check.note, found.source)
        found.ticks.append(tick)
    elif check.note.strip():
        row_id = steady_id(found.source, routine.id, check.day.isoformat(), "note")
        note = f"{routine.name}: {check.note}"
        found.entries.append(Entry(row_id, at, check.day, note=note, source=found.source))


def _as_tracker(found: Found, habit: Habit) -> None:
    found.say(words.LIMITS)
    name = clean_line(habit.name)
    for check in _readable(found, habit):
        amount = 0.0 if check.mark is Mark.NOT_DONE else check.amount
        if amount is None and not check.note.strip():
            continue
        place = amount is not None and found.scales.place(Reading(name, amount, clean_line(habit.unit)[:_LONGEST_UNIT]))
        readings = {place: amount} if place and amount is not None else {}
        left = "" if readings or amount is None else f"{amount:g}"
        note = "\n".join(filter(None, [f"{name}: {left}" if left else "", check.note]))
        row_id = steady_id(found.source, habit.key or name, check.day.isoformat(), "reading")
        entry = Entry(row_id, found.moment(check.day), check.day, note=note, readings=readings, source=found.source)
        found.entries.append(entry)


def _readable(found: Found, habit: Habit) -> list[Check]:
    """The checks whose day can be and which can be kept, oldest first, one a day; the others are problems."""
    by_day: dict[date, Check] = {}
    for check in habit.checks:
        if check.mark is Mark.NOTHING and not check.note.strip():
            continue
        try:
            found.moment(check.day)
            Tick("", "", found.moment(check.day), check.day, amount=check.amount, note=check.note)
        except InvalidValue as reason:
            found.problems.append(Remark(check.line, reason.message))
        else:
            before = by_day.get(check.day)
            if before and replace(before, line=check.line) != check:
                found.problems.append(Remark(before.line, words.SAME_DAY))
            by_day[check.day] = check
    return [by_day[day] for day in sorted(by_day)]


def _place(found: Found, habit: Habit, taken: dict[str, str]) -> tuple[str, str]:
    """The name and the id of a habit's routine.

    The id comes from the key that the app gives it; a routine that an earlier import made under this name is the
    same, whichever kind of export it came from.
    """
    name = clean_line(habit.name)[:_LONGEST_NAME] or _UNNAMED
    known = {each.id for each in found.terms.routines} - {each.id for each in found.routines}
    by_name = steady_id(found.source, "habit by name", fold(name), str(found.names[fold(name)]))
    by_key = steady_id(found.source, "habit", habit.key) if habit.key else by_name
    found.names[fold(name)] += 1
    called = (fold(name), fold(f"{name} ({found.source})"))
    before = [
        each.id
        for each in found.terms.routines
        if each.id in known and _is_imported(each.id) and fold(each.name) in called
    ]
    row_id = next((each for each in (by_key, by_name, *before) if each in known), by_key)
    return _free_name(name, row_id, taken, found.source), row_id


def _is_imported(row_id: str) -> bool:
    return row_id[14:15] == "5"


def _free_name(name: str, row_id: str, taken: dict[str, str], source: str) -> str:
    """The name, with the source or a number behind it where a routine in use already has it."""
    for free in (name, f"{name} ({source})", *(f"{name} ({number})" for number in range(2, len(taken) + 3))):
        if taken.get(fold(free), row_id) == row_id:
            return free
    return name


def _cadence(found: Found, habit: Habit) -> Cadence:
    times, days = habit.times, habit.days
    if times < 1 or days < 1:
        found.say(words.NO_FREQUENCY)
        return DAILY
    if habit.has_amounts and days > 1:
        found.say(words.AMOUNT_OF_DAYS)
    if times >= days:
        return DAILY
    if days > _MOST_DAYS or times > _MOST_TIMES:
        found.say(words.RARE)
        scale = min(_MOST_DAYS / days, _MOST_TIMES / times)
        times, days = max(int(times * scale), 1), max(int(days * scale), 2)
    if days == 7:
        return Cadence(CadenceKind.PER_WEEK, times)
    if times == 1 and days < 28:
        return Cadence(CadenceKind.INTERVAL, days=days)
    return Cadence(CadenceKind.PER_DAYS, times, days)
