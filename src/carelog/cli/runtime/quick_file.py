"""Leave the file of the quick door, after a command that changed the journal."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.clock import zone_is_unreadable
from carelog.crisis.place import read
from carelog.domain.mood import hard_levels
from carelog.domain.score import SCORES
from carelog.errors import StorageError
from carelog.files import write_private
from carelog.journal.quick_file.agreement import FILE, LONGEST, Known, dump, has_wishes, identity
from carelog.journal.quick_file.now import Now

if TYPE_CHECKING:
    from carelog.journal import Journal


def leave_quick_file(journal: Journal, settings_as_read: str) -> None:
    """Write what the quick door may take for granted; nothing is left where it could not answer as this way does.

    `settings_as_read` is the identity of the settings file before it was read. What cannot be written is not missed:
    the next entry is noted the slow way again.
    """
    if has_wishes(os.environ):
        return
    path = journal.paths.data / FILE
    with suppress(OSError, ValueError, StorageError):
        content = _content(journal, settings_as_read)
        if content and not (os.path.lexists(path) and read(str(path), LONGEST) == content):
            write_private(path, content)
        elif not content and os.path.lexists(path):
            path.unlink()


def _content(journal: Journal, settings_as_read: str) -> bytes:
    paths, settings, now = journal.paths, journal.settings, Now()
    known = Known(
        journal.card_revision,
        settings.day_starts_at.hour * 60 + settings.day_starts_at.minute,
        (score for score in SCORES if score not in hard_levels(settings.mood.scale)),
        settings.mood.scored,
    )
    said_otherwise = settings.discreet or settings.shared_computer or settings.language or zone_is_unreadable()
    is_locked = os.path.lexists(paths.keys) or os.path.lexists(paths.sealed)
    is_as_read = settings_as_read == identity(str(paths.settings))
    is_today = now.minutes >= known.day_begins and journal.has_backup_of_today and journal.card_is_current
    if said_otherwise or is_locked or not is_as_read or not is_today:
        return b""
    content = dump(str(paths.data), str(paths.settings), now, known)
    return content if len(content) <= LONGEST else b""
