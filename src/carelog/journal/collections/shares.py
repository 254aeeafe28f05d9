"""The shares of a journal: which pages were made for others, for whom, and when."""

from __future__ import annotations

from carelog.domain.share import Share
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import SHARES, Row, as_json, read_json


class Shares(WholeCollection[Share]):
    """The shares, in the order (at, id)."""

    table = SHARES
    key_prefix = "export.share-"
    order = "at, id"

    def record(self, share: Share) -> None:
        """Record that a page was made; the record for `undo` is left alone."""
        with self._store.change(self._now(), keeps_undo=True) as change:
            change.put(self.table, share.id, self._content(share))

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
