"""Save one entry with SQLite alone, exactly as the slow way does, or leave the journal as it was."""

from __future__ import annotations

import os
import sqlite3
import stat

from carelog.domain.ids import new_id
from carelog.journal.migrations import APPLICATION_ID, NEWEST
from carelog.journal.quick_file.begun import Begun
from carelog.journal.storage.address import address_of
from carelog.journal.storage.entry_row import ENTRIES, entry_content
from carelog.journal.storage.statements import (
    BEGIN,
    COMMIT,
    FORGET_UNDO,
    HAS_SIGNS,
    PRAGMAS,
    READ_APPLICATION,
    READ_STATE,
    READ_VERSION,
    RECORD_UNDO,
    ROLLBACK_JOURNAL,
)
from carelog.journal.storage.table import ORIGIN, stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.journal.quick_file.now import Now

_HAS_ENTRIES = "SELECT EXISTS (SELECT 1 FROM entries WHERE deleted_at IS NULL)"
_SIDE_FILES = ("-journal", "-wal", "-shm")


class Saved:
    """An entry that is in the journal, by its id."""

    __slots__ = ("row_id",)

    def __init__(self, row_id: str) -> None:
        self.row_id = row_id


class Plain:
    """An entry with a mood, a note or both, of the present, and with nothing else."""

    __slots__ = ("mood", "note", "now")

    def __init__(self, now: Now, mood: int | None, note: str) -> None:
        self.now, self.mood, self.note = now, mood, note


def save(path: str, revision: int, entry: Plain, *, not_first: bool) -> Saved | Begun | None:
    """Save an entry in the journal at a path, if that is of this version, has no sign, and its card is of `revision`.

    With `not_first` it must have an entry already. Returns None where nothing was changed, also where another program
    holds the journal: nobody is waited for here.
    """
    inode = _own_file(path)
    if not inode:
        return None
    try:
        connection = sqlite3.connect(address_of(path, "rw"), uri=True, isolation_level=None, timeout=0)
    except (sqlite3.Error, ValueError):
        return None
    row_id = new_id(entry.now.milliseconds)
    try:
        _begin(connection)
        device = _device(connection, revision)
        if not device or os.stat(path).st_ino != inode or (not_first and not _first(connection, _HAS_ENTRIES)):
            return None
        _write(connection, row_id, device, entry)
    except (sqlite3.Error, OSError, ValueError):
        return None
    else:
        return _committed(connection, path, inode, row_id, entry.now)
    finally:
        connection.close()


def _begin(connection: sqlite3.Connection) -> None:
    for statement in (*PRAGMAS, ROLLBACK_JOURNAL, BEGIN):
        connection.execute(statement)


def _write(connection: sqlite3.Connection, row_id: str, device: str, entry: Plain) -> None:
    now = entry.now
    content = entry_content(now.milliseconds, now.offset, now.day, entry.mood, entry.note)
    row = stamp_of(row_id, device, now.milliseconds, now.milliseconds) | {ORIGIN: None} | content
    connection.execute(ENTRIES.upsert, ENTRIES.values(row))
    connection.execute(FORGET_UNDO)
    connection.execute(RECORD_UNDO, (ENTRIES.name, row_id, None))


def _committed(connection: sqlite3.Connection, path: str, inode: int, row_id: str, now: Now) -> Saved | Begun:
    try:
        connection.execute(COMMIT)
        return Saved(row_id) if os.stat(path).st_ino == inode else Begun(row_id, now)
    except (sqlite3.Error, OSError):
        return Begun(row_id, now)


def _device(connection: sqlite3.Connection, revision: int) -> str:
    """The device that writes here; empty where this is no journal for the door."""
    if _first(connection, READ_APPLICATION) != APPLICATION_ID or _first(connection, READ_VERSION) != NEWEST:
        return ""
    state = connection.execute(READ_STATE).fetchone()
    if state is None or state[1] != revision or _first(connection, HAS_SIGNS):
        return ""
    return str(state[0])


def _first(connection: sqlite3.Connection, statement: str) -> object:
    return connection.execute(statement).fetchone()[0]


def _own_file(path: str) -> int:
    """The inode of a journal that is this account's own file; 0 for any other, and where what is beside it is not."""
    own = os.geteuid()
    for end in _SIDE_FILES:
        try:
            beside = os.lstat(path + end)
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(beside.st_mode) or beside.st_uid != own:
            return 0
    found = os.lstat(path)
    return found.st_ino if stat.S_ISREG(found.st_mode) and found.st_uid == own else 0
