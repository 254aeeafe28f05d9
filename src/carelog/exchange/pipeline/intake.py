"""Apply an import batch to a journal, after a preview of what would be new."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, Progress, without_progress
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carelog.domain.import_run import ImportRun
    from carelog.journal import Journal
    from carelog.journal.collections.early_days import EarlyDays
    from carelog.journal.collections.imports import ImportContent

NO_FILE = "0" * 64
"""The SHA-256 of an import that was not read from a file."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many things of an import batch are new to a journal, and whether they were written.

    `early` is what an earlier import put a day early; it was moved where the batch is `applied`. `run` is the import in
    the journal, None where nothing was added. `backup` is the path of the backup that was taken before, None where the
    journal was empty.
    """

    batch: ImportBatch
    early: EarlyDays
    new_by_kind: Mapping[str, int] = field(default_factory=dict)
    applied: bool = False
    backup: Path | None = None
    run: ImportRun | None = None

    @property
    def found_by_kind(self) -> dict[str, int]:
        """How many entries, routines and ticks the file has; trackers belong to the readings of entries."""
        return _counts(self.batch)

    @property
    def found(self) -> int:
        """How many entries, routines and ticks the file has in all."""
        return sum(self.found_by_kind.values())

    @property
    def new(self) -> int:
        """How many of them were or would be added to the journal."""
        return sum(self.new_by_kind.values())

    @property
    def already(self) -> int:
        """How many of them are or once were in the journal."""
        return self.found - self.new


def preview_import(batch: ImportBatch, journal: Journal) -> ImportResult:
    """What `apply_import` would add, and what it would put right. Nothing is written."""
    content = _content(batch)
    return ImportResult(batch, journal.imports.early(content), _counts(journal.imports.missing(content)))


def apply_import(
    batch: ImportBatch, journal: Journal, progress: Progress = without_progress, sha256: str = NO_FILE
) -> ImportResult:
    """Write the new part of a batch to a journal in one transaction, after a backup unless the journal is empty.

    What is or once was in the journal is left alone, also when it was edited or deleted since; but what an earlier
    import put a day early is moved to its date, in a change of its own that `undo` takes back. `sha256` is that of the
    file. Raises RefusedFile when a mood has no score, StorageError when the backup or the journal cannot be written.
    """
    refuse_without_scores(batch)
    content = _content(batch)
    is_new = any(_counts(journal.imports.missing(content)).values())
    early = journal.imports.early(content)
    if not is_new and not early.moved:
        return ImportResult(batch, early, applied=True)
    backup = None if journal.is_empty else journal.back_up().path
    run, new = None, {}
    if is_new:
        run = journal.imports.apply(batch.source, sha256, content, lambda new: progress(new, imports_words.SAVING))
        new = {kind: count for kind, count in run.counts.items() if kind != "trackers"}
    if early.moved:
        early = journal.imports.put_right(content)
    return ImportResult(batch, early, new, applied=True, backup=backup, run=run)


def refuse_without_scores(batch: ImportBatch) -> None:
    """Raise RefusedFile when a mood has no score; the message says which moods need one and how to give it."""
    if batch.unknown_moods:
        raise RefusedFile(
            "imports.moods-without-score",
            moods=imports_words.named_moods(batch.unknown_moods),
            example=imports_words.map_option(next(iter(batch.unknown_moods))),
        )


def _content(batch: ImportBatch) -> ImportContent:
    from carelog.journal.collections.imports import ImportContent

    return ImportContent(batch.entries, batch.trackers, batch.routines, batch.ticks)


def _counts(content: ImportBatch | ImportContent) -> dict[str, int]:
    return {"entries": len(content.entries), "routines": len(content.routines), "ticks": len(content.ticks)}
