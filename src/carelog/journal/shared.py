"""A journal as others may see it: without private entries, and without those that the person struck."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from carelog.journal.journal import Journal

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.journal.entries import ShareableEntries
    from carelog.journal.store import Store
    from carelog.paths import Paths
    from carelog.settings import Settings


class SharedJournal(Journal):
    """A journal as others may see it."""

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings, struck: frozenset[str]) -> None:
        super().__init__(store, paths, clock, settings)
        self._struck = struck

    @cached_property
    def entries(self) -> ShareableEntries:
        """Moods, notes and readings, but private and struck ones."""
        from carelog.journal.entries import ShareableEntries

        seen = ShareableEntries(self._store, self.clock, self.settings.day_starts_at, lambda: self.trackers)
        seen.struck = self._struck
        return seen
