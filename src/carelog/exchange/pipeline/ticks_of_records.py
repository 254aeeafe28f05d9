"""Turn records of something that was done into ticks of a routine that is due as needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.tick import Tick
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records

AS_NEEDED = Cadence(CadenceKind.AS_NEEDED)
"""No file says how often it should be done, so it can never be overdue."""
_DONE = "done"


def batch_of_ticks(
    source: str,
    context: ImportContext,
    found: Iterable[ImportRecord | Remark],
    routine_id: str,
    *,
    has_times: bool | None = None,
) -> ImportBatch:
    """The ticks of these records for a routine, with the problems and remarks about them, and no entries.

    The arguments are those of `batch_from_records`; the text of a record is the note of its tick.
    """
    # they are read as entries, which must not be empty, so each gets a feeling
    not_empty = [each if isinstance(each, Remark) else replace(each, feelings=(_DONE,)) for each in found]
    read = batch_from_records(source, context, not_empty, has_times=has_times)
    ticks = [Tick(each.id, routine_id, each.at, each.day, note=each.note, source=source) for each in read.entries]
    return replace(read, entries=(), ticks=tuple(ticks))
