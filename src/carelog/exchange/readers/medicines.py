"""Turn the medicines of another app into routines that are due as needed, with a tick for each time one was taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from carelog.domain.ids import steady_id
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord
from carelog.exchange.pipeline.routine_names import RoutineNames
from carelog.exchange.pipeline.ticks_of_records import AS_NEEDED, batch_of_ticks


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
    names = RoutineNames(context.routines, batch.source)
    for name, records in by_name.items():
        row_id = steady_id(batch.source, "medicine", fold(name))
        ticks = batch_of_ticks(batch.source, context, records, row_id, has_times=has_times)
        routine = _medicine(names.free(name, row_id), row_id, ticks, {record.text[0] for record in records})
        if routine:
            names.take(routine)
        batch = _with_medicine(batch, ticks, routine)
    return batch


def _medicine(name: str, row_id: str, taken: ImportBatch, amounts: set[str]) -> Routine | None:
    """The routine of a medicine, with a dose where the amount was always the same; None where nothing could be read."""
    if not taken.ticks:
        return None
    routine = Routine(row_id, name, min(each.day for each in taken.ticks), AS_NEEDED, RoutineKind.MEDICINE)
    with suppress(InvalidValue, ValueError):
        [amount] = amounts
        return replace(routine, doses=(Dose(routine.started, amount),))
    return routine


def _with_medicine(batch: ImportBatch, taken: ImportBatch, routine: Routine | None) -> ImportBatch:
    return replace(
        batch,
        routines=(*batch.routines, *([routine] if routine else [])),
        ticks=(*batch.ticks, *taken.ticks),
        problems=(*batch.problems, *taken.problems),
        remarks=tuple(dict.fromkeys((*batch.remarks, *taken.remarks))),
    )
