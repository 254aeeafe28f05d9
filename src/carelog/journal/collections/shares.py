"""The shares of a journal: which pages were made for others, for whom, and when."""

from __future__ import annotations

from typing import Any, ClassVar

from carelog.domain.share import Share
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import SHARES, as_json, read_json
from carelog.journal.storage.table import Row


class Shares(WholeCollection[Share], DayCollection[Share]):
    """The shares, in the order (at, id)."""

    table = SHARES
    kind = Share
    arguments: ClassVar = {
        "audience": given.text,
        "form": given.text,
        "period": given.period,
        "sections": given.words,
        "sha256": given.text,
        "whom": given.text,
        "at": given.moment,
    }
    key_prefix = "export.share-"
    order = "at, id"

    def add(
        self,
        audience: str,
        *,
        form: str,
        period: Period,
        sections: given.Words,
        sha256: str,
        whom: str = "",
        at: given.When | None = None,
    ) -> Share:
        """Add that a page was made, now or `at` a moment, and return it; the record for `undo` is left alone.

        `form` is the format of the file, `period` its days, `sha256` its checksum as 64 hexadecimal digits. Raises
        InvalidValue for a value that cannot be used.
        """
        values = self._arguments(locals(), at=self._clock.now())
        return self._insert_new(day=self._day_of(values["at"]), **values)

    def insert(self, thing: Share) -> Share:
        """Add a complete share and return it; the record for `undo` is left alone."""
        with self._store.change(self._now(), keeps_undo=True) as change:
            change.put(self.table, thing.id, self._content(thing))
        return thing

    def _changed(self, old: Share, values: dict[str, Any]) -> Share:
        return self._moved(old, values)

    def _read(self, row: Row) -> Share:
        return Share(
            id=row["id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            audience=row["audience"],
            form=row["form"],
            period=Period(read_day(row["first"]), read_day(row["last"])),
            sections=tuple(read_json(row["sections"])),
            sha256=row["sha256"],
            whom=row["whom"],
        )

    def _content(self, thing: Share) -> Row:
        return {
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "audience": thing.audience,
            "whom": thing.whom,
            "form": thing.form,
            "first": thing.period.first.isoformat(),
            "last": thing.period.last.isoformat(),
            "sections": as_json(thing.sections),
            "sha256": thing.sha256,
        }
