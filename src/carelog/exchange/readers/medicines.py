"""Turn the medicines of another app into routines that are due as needed, with a tick for each time one was taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from carelog.domain.ids import steady_id
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.tick import Tick
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records

AS_NEEDED = Cadence(CadenceKind.AS_NEEDED)
"""No file says how often a medicine should be taken, so it can never be overdue."""
_TAKEN = "taken"


def with_medicines(
    batch: ImportBatch, context: ImportContext, taken: Iterable[tuple[str, ImportRecord]], *, has_times: bool
) -> ImportBatch:
    """Add a routine for each medicine to a batch, and a tick for each time it was taken.

    `taken` are the names of medicines, each with the record of taking it once; the first paragraph of a record is the
    amount. `has_times` is whether midnight is a time in the file. Records that cannot be read become problems.
    """
    first_spelling: dict[str, str] = {}
    by_name: dict[str, list[ImportRecord]] = defaultdict(list)
    for name, record in taken:
        by_name[first_spelling.setdefault(fold(name), name)].append(record)
    for name, records in by_name.items():
        # the records are read as entries, which must not be empty, so each gets a feeling
        not_empty = [replace(each, feelings=(_TAKEN,)) for each in records]
        as_entries = batch_from_records(batch.source, context, not_empty, has_times=has_times)
        amounts = {record.text[0] for record in records}
        batch = _with_medicine(batch, as_entries, _medicine(name, batch.source, context, as_entries, amounts))
    return batch


def _medicine(name: str, source: str, context: ImportContext, taken: ImportBatch, amounts: set[str]) -> Routine | None:
    """The routine of a medicine, with a dose where the amount was always the same; None where nothing could be read."""
    if not taken.entries:
        return None
    row_id = steady_id(source, "medicine", fold(name))
    others = {fold(each.name) for each in context.routines if each.archived is None and each.id != row_id}
    free = f"{name} ({source})" if fold(name) in others else name
    routine = Routine(row_id, free, min(each.day for each in taken.entries), AS_NEEDED, RoutineKind.MEDICINE)
    with suppress(InvalidValue, ValueError):
        [amount] = amounts
        return replace(routine, doses=(Dose(routine.started, amount),))
    return routine


def _with_medicine(batch: ImportBatch, taken: ImportBatch, routine: Routine | None) -> ImportBatch:
    batch = replace(
        batch,
        problems=(*batch.problems, *taken.problems),
        remarks=tuple(dict.fromkeys((*batch.remarks, *taken.remarks))),
    )
    if routine is None:
        return batch
    ticks = [
        Tick(each.id, routine.id, each.at, each.day, note=each.note, source=batch.source) for each in taken.entries
    ]
    return replace(batch, routines=(*batch.routines, routine), ticks=(*batch.ticks, *ticks))
