"""The pauses of a journal, in which no routine is due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from carelog.domain.ids import new_id
from carelog.domain.routines.pause import Pause
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import Collection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import PAUSES
from carelog.journal.storage.table import Row


class Pauses(Collection[Pause]):
    """The pauses, earliest first."""

    table = PAUSES
    kind = Pause
    arguments: ClassVar = {"first": given.day, "last": given.or_none(given.day_to_come)}
    key_prefix = "routine.pause-"
    order = "first, id"

    def add(self, first: given.Day | None = None, last: given.Day | None = None) -> Pause:
        """Begin a pause today or on a day and return it; one that covers the day already gets `last` as its new end.

        Without `last` the pause is open-ended; both days are part of it. Raises InvalidValue for what is no day, and
        for an end before the beginning.
        """
        values = self._arguments(locals(), first=self._today)
        running = self.on(values["first"])
        if running:
            values["first"] = running.first
        pause = Pause(running.id if running else new_id(self._now()), **values)
        self._put(pause.id, _content(pause))
        return pause

    def end(self, day: given.Day) -> Pause:
        """End the pause that covers a day on the day before, and return it; one that began on the day is deleted.

        Raises NotFound when no pause covers the day, InvalidValue for what is no day.
        """
        first_free = given.day(self._beside, "day", day)
        running = self.on(first_free)
        if running is None:
            raise NotFound("routine.no-pause-to-end")
        if running.first == first_free:
            self.remove(running.id)
            return running
        ended = Pause(running.id, running.first, first_free - ONE_DAY)
        self._put(ended.id, _content(ended))
        return ended

    def add_imported(self, pauses: Iterable[Pause]) -> None:
        """Add pauses from elsewhere whose ids are new, in one transaction."""
        with self._store.change(self._now(), can_be_undone=False) as change:
            change.put_new(self.table, ((pause.id, _content(pause)) for pause in pauses))

    def within(self, period: Period) -> list[Pause]:
        """The pauses of which a day is in a period, earliest first. Raises InvalidValue for what is no Period."""
        bounds = given.period(self._beside, "period", period)
        condition = "AND first <= ? AND coalesce(last, ?) >= ?"
        return self._select(condition, (bounds.last.isoformat(), bounds.last.isoformat(), bounds.first.isoformat()))

    def on(self, day: given.Day) -> Pause | None:
        """The pause that covers a day, or None. Raises InvalidValue for what is no day."""
        asked = given.day(self._beside, "day", day)
        return next((pause for pause in self if asked in pause), None)

    def _write_over(self, _old: Pause, thing: Pause) -> Pause:
        self._put(thing.id, _content(thing))
        return thing

    def _read(self, row: Row) -> Pause:
        last = row["last"]
        return Pause(row["id"], read_day(row["first"]), read_day(last) if last else None)


def _content(pause: Pause) -> Row:
    return {"first": pause.first.isoformat(), "last": pause.last.isoformat() if pause.last else None}
