"""Turn the habits of another app into routines, ticks, entries and readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import DAILY, Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.errors import InvalidValue
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.earlier_imports import FoundEntry, by_instant
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import NOON, YEARS
from carelog.exchange.pipeline.routine_names import RoutineNames
from carelog.exchange.pipeline.scales import Reading, Scales
from carelog.wording.files import imported_habits as words
from carelog.wording.files import imports as imports_words

_LONGEST_NAME, _LONGEST_UNIT = 200, 30
_UNNAMED = "Habit without a name"
"""Stored as the name of the routine: a second import knows the habit by it, in all languages."""
_MOST_TIMES, _MOST_DAYS = 50, 366


class Mark(Enum):
    """The state of a habit on a day."""

    DONE = "done"
    SKIPPED = "skipped"
    NOT_DONE = "not done"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Check:
    """A day of a habit. `amount` is only for habits with amounts; `line` is the line of the file, or 0."""

    day: date
    mark: Mark
    amount: float | None = None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Habit:
    """A habit in the other app: `times` in every `days` days, or an amount of `target` (in `unit`) in that time.

    `key` is the app's own id, empty where it has none. `is_limit` means that the target is an upper limit.
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


def batch_from_habits(
    source: str, habits: Sequence[Habit], context: ImportContext, remarks: Sequence[Remark] = ()
) -> ImportBatch:
    """Turn the habits of a file into an import batch, with ids that are the same every time the file is read.

    A habit becomes a routine and its checks become ticks. A habit with an upper limit becomes a tracker and its amounts
    become readings. A note on a day without a tick becomes an entry. A day marked as not done gets no tick, because a
    routine without a tick is not done.
    """
    builder = _BatchBuilder(source, context, remarks)
    for habit in context.progress(habits, imports_words.READING):
        builder.add(habit)
    return builder.build()


class _BatchBuilder:
    """Collects what the habits of one file become."""

    def __init__(self, source: str, context: ImportContext, remarks: Sequence[Remark]) -> None:
        self._source = source
        self._context = context
        self._scales = Scales(context.trackers)
        self._names = RoutineNames(context.routines, source)
        self._routines: list[Routine] = []
        self._ticks: list[Tick] = []
        self._entries: list[Entry] = []
        self._problems: list[Remark] = []
        self._remarks = list(remarks)
        self._not_done = 0
        self._habits_of_name: Counter[str] = Counter()
        self._moments: dict[date, Moment] = {}

    def add(self, habit: Habit) -> None:
        """Add a habit with its checks."""
        if habit.is_limit:
            self._add_readings(habit)
        else:
            self._add_routine(habit)

    def build(self) -> ImportBatch:
        """The batch of all habits that were added."""
        if self._not_done:
            self._remark_once(words.not_done(self._not_done))
        return ImportBatch(
            self._source,
            tuple(sorted(self._known_entries(), key=lambda entry: (entry.at, entry.id))),
            self._scales.new_trackers,
            {},
            tuple(self._problems),
            tuple(self._remarks),
            tuple(self._routines),
            tuple(self._ticks),
        )

    def _known_entries(self) -> Iterator[Entry]:
        """The entries, with the ids under which another kind of export brought them: only one kind has Loop's keys."""
        earlier = self._context.earlier_entries(self._source) if self._entries else ()
        ids = by_instant([FoundEntry(entry) for entry in self._entries], earlier, changed_too=False)
        return (replace(entry, id=ids.get(entry.id, entry.id)) for entry in self._entries)

    def _add_readings(self, habit: Habit) -> None:
        self._remark_once(words.LIMITS)
        name, unit = clean_line(habit.name), clean_line(habit.unit)[:_LONGEST_UNIT]
        for check in self._valid_checks(habit):
            amount = 0.0 if check.mark is Mark.NOT_DONE else check.amount
            if amount is None and not check.note.strip():
                continue
            tracker = None if amount is None else self._scales.tracker_name(Reading(name, amount, unit))
            readings = {tracker: amount} if tracker and amount is not None else {}
            unplaced = "" if readings or amount is None else f"{name}: {amount:g}"
            note = "\n".join(filter(None, [unplaced, check.note]))
            row_id = steady_id(self._source, habit.key or name, check.day.isoformat(), "reading")
            at = self._moment(check.day)
            self._entries.append(Entry(row_id, at, check.day, note=note, readings=readings, source=self._source))

    def _add_routine(self, habit: Habit) -> None:
        name, row_id = self._name_and_id(habit)
        checks = self._valid_checks(habit)
        days = [check.day for check in checks if check.mark is not Mark.NOTHING]
        today = self._context.today
        routine = Routine(
            row_id,
            name,
            min(days, default=today),
            self._cadence(habit),
            at=(habit.at,) if habit.at else (),
            target=habit.target if habit.target and habit.target > 0 else None,
            unit=clean_line(habit.unit)[:_LONGEST_UNIT],
            why=habit.why,
        )
        if habit.archived:
            routine = replace(routine, archived=max(days, default=today) + ONE_DAY)
        self._names.take(routine)
        self._routines.append(routine)
        for check in checks:
            self._add_check(routine, check)

    def _add_check(self, routine: Routine, check: Check) -> None:
        """Add the tick of a check, or the entry of its note where it has no tick."""
        at = self._moment(check.day)
        self._not_done += check.mark is Mark.NOT_DONE
        if check.mark in (Mark.DONE, Mark.SKIPPED):
            state = TickState.DONE if check.mark is Mark.DONE else TickState.SKIPPED
            row_id = steady_id(self._source, routine.id, check.day.isoformat())
            tick = Tick(row_id, routine.id, at, check.day, state, check.amount, check.note, self._source)
            self._ticks.append(tick)
        elif check.note.strip():
            row_id = steady_id(self._source, routine.id, check.day.isoformat(), "note")
            note = f"{routine.name}: {check.note}"
            self._entries.append(Entry(row_id, at, check.day, note=note, source=self._source))

    def _valid_checks(self, habit: Habit) -> list[Check]:
        """The checks with a valid day, amount and note, oldest first, one a day; each of the others is a problem."""
        by_day: dict[date, Check] = {}
        for check in habit.checks:
            if check.mark is Mark.NOTHING and not check.note.strip():
                continue
            try:
                Tick("", "", self._moment(check.day), check.day, amount=check.amount, note=check.note)
            except InvalidValue as reason:
                self._problems.append(Remark(check.line, reason.message))
            else:
                before = by_day.get(check.day)
                if before and replace(before, line=check.line) != check:
                    self._problems.append(Remark(before.line, words.SAME_DAY))
                by_day[check.day] = check
        return [by_day[day] for day in sorted(by_day)]

    def _moment(self, day: date) -> Moment:
        """The noon of a day, or now where noon is still to come. Raises InvalidValue for a day in the future."""
        if day not in self._moments:
            now = self._context.clock.now()
            if day.year not in YEARS or day > now.local.date() + ONE_DAY:
                raise InvalidValue("imports.habit-day-ahead")
            self._moments[day] = min(self._context.clock.resolve(datetime.combine(day, NOON))[0], now)
        return self._moments[day]

    def _name_and_id(self, habit: Habit) -> tuple[str, str]:
        """The name and the id of a habit's routine.

        The id is made of the app's key for the habit, else of its name. A routine of that name from an earlier import
        keeps its id, so that a habit stays one routine whichever kind of export it comes from.
        """
        name = clean_line(habit.name)[:_LONGEST_NAME] or _UNNAMED
        known = {each.id for each in self._context.routines} - {each.id for each in self._routines}
        by_name = steady_id(self._source, "habit by name", fold(name), str(self._habits_of_name[fold(name)]))
        by_key = steady_id(self._source, "habit", habit.key) if habit.key else by_name
        self._habits_of_name[fold(name)] += 1
        names = (fold(name), fold(f"{name} ({self._source})"))
        of_same_name = [
            each.id
            for each in self._context.routines
            if each.id in known and _is_imported(each.id) and fold(each.name) in names
        ]
        row_id = next((each for each in (by_key, by_name, *of_same_name) if each in known), by_key)
        return self._names.free(name, row_id), row_id

    def _cadence(self, habit: Habit) -> Cadence:
        times, days = habit.times, habit.days
        if times < 1 or days < 1:
            self._remark_once(words.NO_FREQUENCY)
            return DAILY
        if habit.has_amounts and days > 1:
            self._remark_once(words.AMOUNT_OF_DAYS)
        if times >= days:
            return DAILY
        if days > _MOST_DAYS or times > _MOST_TIMES:
            self._remark_once(words.RARE)
            scale = min(_MOST_DAYS / days, _MOST_TIMES / times)
            times, days = max(int(times * scale), 1), max(int(days * scale), 2)
        if days == 7:
            return Cadence(CadenceKind.PER_WEEK, times)
        if times == 1 and days < 28:
            return Cadence(CadenceKind.INTERVAL, days=days)
        return Cadence(CadenceKind.PER_DAYS, times, days)

    def _remark_once(self, sentence: str) -> None:
        """Add a remark about the whole file, unless it has it already."""
        if Remark(0, sentence) not in self._remarks:
            self._remarks.append(Remark(0, sentence))


def _is_imported(row_id: str) -> bool:
    """Whether an id is made by `steady_id`, which makes UUIDs of version 5."""
    return row_id[14:15] == "5"
