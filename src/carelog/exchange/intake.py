"""Taking a batch into a journal: what would be new is seen first, and comes in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile
from carelog.exchange.batch import Batch, Watch, unwatched
from carelog.exchange.report import map_option, named_moods
from carelog.wording import importing as importing_words

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Intake:
    """What a batch means for a journal: how many of its entries are new there, and whether they were taken in.

    `backup` is where the journal was copied to before, if it held anything.
    """

    batch: Batch
    new: int
    applied: bool = False
    backup: Path | None = None

    @property
    def found(self) -> int:
        """How many entries the file holds."""
        return len(self.batch.entries)

    @property
    def already(self) -> int:
        """How many of them are, or once were, in the journal."""
        return self.found - self.new


def look_at(batch: Batch, journal: Journal) -> Intake:
    """What taking a batch in would do. Nothing is written."""
    known = journal.entries.known_ids(entry.id for entry in batch.entries)
    return Intake(batch, len(batch.entries) - len(known))


def take_in(batch: Batch, journal: Journal, watch: Watch = unwatched) -> Intake:
    """Take a batch in: a backup first where there is something to lose, then all of it in one transaction.

    Entries that are or once were in the journal are left alone, also when they were edited or deleted since.
    Raises RefusedFile when a mood has no score yet, StorageError when the backup or the journal cannot be written.
    """
    refuse_without_scores(batch)
    expected = look_at(batch, journal)
    if not expected.new:
        return Intake(batch, 0, applied=True)
    backup = None if journal.is_empty else journal.back_up().path
    new = journal.entries.add_imported(batch.entries, batch.trackers, lambda new: watch(new, "Saving"))
    return Intake(batch, new, applied=True, backup=backup)


def refuse_without_scores(batch: Batch) -> None:
    """Raise RefusedFile, saying which moods need a score and how to give it, when one has none."""
    if batch.unknown_moods:
        raise RefusedFile(
            importing_words.no_score(named_moods(batch.unknown_moods), map_option(next(iter(batch.unknown_moods))))
        )
