"""Findings of `carelog verify`, which checks every file that carelog keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.domain.row_fault import RowFault


class Severity(Enum):
    """How severe a finding is: all is well, something to know, or something that needs a repair."""

    SOUND = "sound"
    REMARK = "remark"
    WRONG = "wrong"


class FindingKind(Enum):
    """What was found. The values are those of the JSON output."""

    JOURNAL_SOUND = "journal-sound"
    NO_JOURNAL = "no-journal"
    JOURNAL_MISSING = "journal-missing"
    JOURNAL_UNREADABLE = "journal-unreadable"
    FOREIGN_PARTS = "foreign-parts"
    NOT_WHOLE = "not-whole"
    ROWS_DAMAGED = "rows-damaged"
    ROWS_WITH_FAULTS = "rows-with-faults"
    UNDO_DAMAGED = "undo-damaged"
    CARD_CURRENT = "card-current"
    CARD_MISSING = "card-missing"
    CARD_DAMAGED = "card-damaged"
    CARD_BEHIND = "card-behind"
    CARD_OTHER = "card-other"
    SETTINGS_READABLE = "settings-readable"
    SETTINGS_UNREADABLE = "settings-unreadable"
    SETTINGS_UNKNOWN = "settings-unknown"
    OPEN_TO_OTHERS = "open-to-others"
    OF_ANOTHER_ACCOUNT = "of-another-account"
    RIGHTS_NOT_KEPT = "rights-not-kept"
    FOLDER_CLOSED = "folder-closed"
    PRIVATE = "private"
    SYNCHRONISED = "synchronised"
    NETWORK = "network"
    LOCK_UNFINISHED = "lock-unfinished"
    COPIES_READABLE = "copies-readable"
    COPIES_BESIDE = "copies-beside"
    COPY_IN_THE_OPEN = "copy-in-the-open"
    WAYS_IN_SOUND = "ways-in-sound"
    WAY_IN_NEWER = "way-in-newer"
    WAY_IN_COSTS_LITTLE = "way-in-costs-little"
    WAY_IN_DAMAGED = "way-in-damaged"
    WAY_IN_FOREIGN = "way-in-foreign"
    WAYS_IN_APART = "ways-in-apart"
    NO_WAY_IN = "no-way-in"
    SEALING_DAMAGED = "sealing-damaged"
    SEALING_MISSING = "sealing-missing"
    SEALING_FOREIGN = "sealing-foreign"
    SEALING_APART = "sealing-apart"
    NOTES_UNREADABLE = "notes-unreadable"
    NOTES_WITHOUT_LOCK = "notes-without-lock"
    BACKUPS_SOUND = "backups-sound"
    BACKUPS_LOCKED = "backups-locked"
    BACKUP_UNREADABLE = "backup-unreadable"
    BACKUPS_STALE = "backups-stale"
    BACKUP_HOLDS_MORE = "backup-holds-more"
    BACKUPS_AHEAD = "backups-ahead"
    BACKUPS_NAMED_LATER = "backups-named-later"
    NO_BACKUP = "no-backup"

    @property
    def severity(self) -> Severity:
        """How severe it is."""
        if self in _SOUND:
            return Severity.SOUND
        return Severity.REMARK if self in _REMARKS else Severity.WRONG


_SOUND = frozenset(
    [
        FindingKind.JOURNAL_SOUND,
        FindingKind.NO_JOURNAL,
        FindingKind.CARD_CURRENT,
        FindingKind.SETTINGS_READABLE,
        FindingKind.PRIVATE,
        FindingKind.WAYS_IN_SOUND,
        FindingKind.BACKUPS_SOUND,
        FindingKind.BACKUPS_NAMED_LATER,
    ]
)
_REMARKS = frozenset(
    [
        FindingKind.SETTINGS_UNKNOWN,
        FindingKind.OF_ANOTHER_ACCOUNT,
        FindingKind.RIGHTS_NOT_KEPT,
        FindingKind.SYNCHRONISED,
        FindingKind.NETWORK,
        FindingKind.WAY_IN_COSTS_LITTLE,
        FindingKind.BACKUPS_LOCKED,
        FindingKind.COPIES_BESIDE,
        FindingKind.BACKUPS_STALE,
        FindingKind.BACKUP_HOLDS_MORE,
        FindingKind.BACKUPS_AHEAD,
        FindingKind.NO_BACKUP,
    ]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about the file at `path`; `about` are details such as handles of rows, never words from the journal.

    `rows` are the rows with faults, where it is about them. `number` is how many things are intact (rows of the
    journal, backups), foreign (parts of the database) or waiting (sealed notes), else 0.
    """

    kind: FindingKind
    path: Path
    about: tuple[str, ...] = ()
    number: int = 0
    rows: tuple[RowFault, ...] = ()
