"""Medicines that another app noted, each as a routine that is due when it is needed, and every time it was taken."""

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
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import Noted, batch_of

AS_NEEDED = Cadence(CadenceKind.AS_NEEDED)
"""How often a medicine is meant to be taken is in no file, so none of it can be overdue."""
_TAKEN = "taken"


def with_medicines(batch: Batch, terms: Terms, taken: Iterable[tuple[str, Noted]]) -> Batch:
    """The batch with a routine for each medicine, by its name, and a tick for each time that it was taken.

    The first text of what was noted is how much it was, the others are the note. What cannot be is a problem.
    """
    named: dict[str, str] = {}
    by_name: dict[str, list[Noted]] = defaultdict(list)
    for name, noted in taken:
        by_name[named.setdefault(fold(name), name)].append(noted)
    for name, rows in by_name.items():
        # one that has no words at all would be no entry
        found = batch_of(batch.source, terms, [replace(row, feelings=(_TAKEN,)) for row in rows])
        batch = _with(batch, found, _medicine(name, batch.source, terms, found, {row.text[0] for row in rows}))
    return batch


def _with(batch: Batch, found: Batch, routine: Routine | None) -> Batch:
    batch = replace(
        batch,
        problems=(*batch.problems, *found.problems),
        remarks=tuple(dict.fromkeys((*batch.remarks, *found.remarks))),
    )
    if routine is None:
        return batch
    ticks = [
        Tick(each.id, routine.id, each.at, each.day, note=each.note, source=batch.source) for each in found.entries
    ]
    return replace(batch, routines=(*batch.routines, routine), ticks=(*batch.ticks, *ticks))


def _medicine(name: str, source: str, terms: Terms, found: Batch, amounts: set[str]) -> Routine | None:
    """The routine, with its dose where it was always the same; None where it was not taken on any day that can be."""
    if not found.entries:
        return None
    row_id = steady_id(source, "medicine", fold(name))
    others = {fold(each.name) for each in terms.routines if each.archived is None and each.id != row_id}
    free = f"{name} ({source})" if fold(name) in others else name
    routine = Routine(row_id, free, min(each.day for each in found.entries), AS_NEEDED, RoutineKind.MEDICINE)
    with suppress(InvalidValue, ValueError):
        [amount] = amounts
        return replace(routine, doses=(Dose(routine.started, amount),))
    return routine
