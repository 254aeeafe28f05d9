"""Taking a batch into a journal: what would be new is seen first, and comes in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import Batch, Watch, unwatched
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carelog.domain.import_run import ImportRun
    from carelog.journal import Journal
    from carelog.journal.collections.imports import Load

NO_FILE = "0" * 64
"""Stands for the SHA-256 of what was read from no file."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a batch means for a journal: how many things of each kind are new there, and whether they were taken in.

    `run` is the record of it; `backup` is where the journal was copied to before, if it held anything.
    """

    batch: Batch
    new_of: Mapping[str, int] = field(default_factory=dict)
    applied: bool = False
    backup: Path | None = None
    run: ImportRun | None = None

    @property
    def found_of(self) -> dict[str, int]:
        """How many things of each kind the file holds; trackers are not counted, they come with entries."""
        batch = self.batch
        return {"entries": len(batch.entries), "routines": len(batch.routines), "ticks": len(batch.ticks)}

    @property
    def found(self) -> int:
        """How many things the file holds."""
        return sum(self.found_of.values())

    @property
    def new(self) -> int:
        """How many of them were never in the journal."""
        return sum(self.new_of.values())

    @property
    def already(self) -> int:
        """How many of them are, or once were, in the journal."""
        return self.found - self.new


def look_at(batch: Batch, journal: Journal) -> Intake:
    """What taking a batch in would do. Nothing is written."""
    return Intake(batch, _counts(journal.imports.missing(_load(batch))))


def take_in(batch: Batch, journal: Journal, watch: Watch = unwatched, sha256: str = NO_FILE) -> Intake:
    """Take a batch in: a backup first where there is something to lose, then all of it in one transaction.

    What is or once was in the journal is left alone, also when it was edited or deleted since. `sha256` is that of
    the file. Raises RefusedFile when a mood has no score yet, StorageError when the backup or the journal cannot be
    written.
    """
    refuse_without_scores(batch)
    load = _load(batch)
    if not any(_counts(journal.imports.missing(load)).values()):
        return Intake(batch, applied=True)
    backup = None if journal.is_empty else journal.back_up().path
    run = journal.imports.bring(batch.source, sha256, load, lambda new: watch(new, "Saving"))
    new = {kind: count for kind, count in run.counts.items() if kind != "trackers"}
    return Intake(batch, new, applied=True, backup=backup, run=run)


def refuse_without_scores(batch: Batch) -> None:
    """Raise RefusedFile, saying which moods need a score and how to give it, when one has none."""
    if batch.unknown_moods:
        raise RefusedFile(imports_words.no_score(batch.unknown_moods))


def _load(batch: Batch) -> Load:
    from carelog.journal.collections.imports import Load

    return Load(batch.entries, batch.trackers, batch.routines, batch.ticks)


def _counts(load: Load) -> dict[str, int]:
    return {"entries": len(load.entries), "routines": len(load.routines), "ticks": len(load.ticks)}
