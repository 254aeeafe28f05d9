"""The integrity check of a journal: schema, pages, references, checksum and values of every row; nothing is changed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, JournalNewer, StorageError
from carelog.journal.backup.sound_rows import COLUMNS_OF_EVERY_ROW, is_intact, live_rows_if_sound
from carelog.journal.backup.undo_record import undo_is_sound
from carelog.journal.migrations import APPLICATION_ID, NEWEST, migrate
from carelog.journal.storage.connections import connect, database_errors, is_of_sqlcipher
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.rows import TABLES, tables_in
from carelog.journal.storage.table import Row, Table

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from carelog.domain.row_fault import RowFault


_Found = tuple[dict[str, int], tuple[tuple[str, str], ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """The result of an integrity check: `counts` are live rows by table, the rest is damage.

    `damaged` are rows by table and handle whose checksum is not theirs, `faults` are values that no column of theirs
    can have, `unread` are tables that could not be read to their end, `alien` counts schema objects that a journal does
    not have and those it lacks, `is_whole` is SQLite's own check, and `undo_sound` is about the record for `undo`.
    """

    counts: dict[str, int]
    damaged: tuple[tuple[str, str], ...] = ()
    faults: tuple[RowFault, ...] = ()
    unread: tuple[str, ...] = ()
    alien: int = 0
    is_whole: bool = True
    undo_sound: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether nothing is damaged."""
        return self.is_whole and self.undo_sound and not (self.damaged or self.faults or self.unread or self.alien)


def verify_journal(path: Path) -> dict[str, int]:
    """Check that a file is as carelog wrote it, and return its live rows by table.

    Schema objects that a journal does not have, such as triggers, are damage too: carelog did not write them. What a
    row says is not looked at, so that a journal with a fault in a row can be copied and compared with its copy. Raises
    JournalDamaged at the first damage, JournalNewer for the file of a newer carelog, JournalLocked when its key is not
    known, StorageError when it cannot be read.
    """
    with storage_errors(path), closing(open_read_only(path)) as connection:
        _refuse_foreign(connection, path)
        return _verify_written(connection, path)


def verify_readable(path: Path) -> dict[str, int]:
    """Run the whole integrity check over a file and return its live rows by table: pages can show every row of it.

    Raises what `verify_journal` raises; for rows with faults JournalDamaged names them, without their values.
    """
    with storage_errors(path), closing(open_read_only(path)) as connection:
        return verify_open(connection, path)


def verify_open(connection: sqlite3.Connection, path: Path) -> dict[str, int]:
    """Run the whole integrity check over an open journal, as `verify_readable` does."""
    with storage_errors(path):
        _refuse_foreign(connection, path)
        if counts := _counts_if_nothing_is_wrong(connection, path):
            return counts
        from carelog.journal.backup.row_faults import row_faults

        if faults := row_faults(connection, path):
            from carelog.wording.damaged_rows import named
            from carelog.wording.program import typed

            facts = {"path": path, "quoted": typed(str(path)), "count": len(faults), "rows": named(faults)}
            raise JournalDamaged("storage.rows-with-faults", **facts)
        return _verify_written(connection, path)


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    if _schema(connection) != expected_schema(_version(connection, path)):
        raise JournalDamaged("storage.foreign-parts", path=path)


def _verify_written(connection: sqlite3.Connection, path: Path) -> dict[str, int]:
    if not _is_whole(connection):
        raise JournalDamaged("storage.damaged-inside", path=path)
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    for table in tables_in(connection):
        live = live_rows_if_sound(connection, table)
        if live is None:
            raise JournalDamaged("storage.row-damaged", table=table.name, path=path)
        counts[table.name] = live
    if not undo_is_sound(connection):
        raise JournalDamaged("storage.undo-damaged", path=path)
    return counts


def _counts_if_nothing_is_wrong(connection: sqlite3.Connection, path: Path) -> dict[str, int] | None:
    """The live rows by table of a journal with its own schema, read once; None where anything may be wrong with it."""
    from carelog.journal.backup.row_faults import faults_of_wholes

    unreadable: tuple[type[Exception], ...] = (*database_errors(), StorageError)
    try:
        if not (_is_whole(connection) and undo_is_sound(connection)):
            return None
        counts = dict.fromkeys((table.name for table in TABLES), 0)
        for table in tables_in(connection):
            live = live_rows_if_sound(connection, table, as_kinds=True)
            if live is None:
                return None
            counts[table.name] = live
        return None if any(True for _ in faults_of_wholes(connection, path)) else counts
    except unreadable:
        return None


def integrity_report(path: Path) -> IntegrityReport:
    """Run the integrity check to its end and report all damage, where `verify_journal` stops at the first.

    Raises JournalDamaged when the file cannot be read as a journal at all, JournalNewer, JournalLocked or StorageError.
    """
    from carelog.journal.backup.row_faults import row_faults

    with storage_errors(path), closing(open_read_only(path)) as connection:
        version = _version(connection, path)
        alien = len(_schema(connection) ^ expected_schema(version))
        if not alien and (counts := _counts_if_nothing_is_wrong(connection, path)):
            return IntegrityReport(counts)
        is_whole, undo_sound = _seems_whole(connection), undo_is_sound(connection)
        faults = tuple(row_faults(connection, path))
        found = (_quickly_counted(connection) if is_whole else None) or _all_there_is(connection)
        return IntegrityReport(found[0], found[1], faults, found[2], alien, is_whole, undo_sound)


def _quickly_counted(connection: sqlite3.Connection) -> _Found | None:
    """Live rows, damaged rows and no unread tables of a file that SQLite finds whole; None where a row cannot be read.

    Everything is read once. Where it is, there is nothing that another way through the file could find.
    """
    counts, damaged = dict.fromkeys((table.name for table in TABLES), 0), []
    try:
        for table in tables_in(connection):
            for number, is_live, is_intact_row in _checked_rows(connection, table):
                counts[table.name] += is_live
                if not is_intact_row:
                    damaged.append((table.name, _handle(number, _row(connection, table, number))))
    except database_errors():
        return None
    return counts, tuple(damaged), ()


def _all_there_is(connection: sqlite3.Connection) -> _Found:
    """Live rows, damaged rows and tables that could not be read to their end, of a file that may be damaged inside."""
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    damaged: list[tuple[str, str]] = []
    unread = []
    for table in tables_in(connection):
        rows, complete = readable_rows(connection, table)
        counts[table.name] = sum(row["deleted_at"] is None for _, row in rows if row)
        damaged += [(table.name, _handle(number, row)) for number, row in rows if not is_intact(row)]
        unread += [] if complete else [table.name]
    return counts, tuple(damaged), tuple(unread)


def readable_rows(connection: sqlite3.Connection, table: Table) -> tuple[list[tuple[int, Row | None]], bool]:
    """The rows of a table that can be reached from its start, from its end or through the index of ids.

    Return each row with its rowid, None for one that cannot be read or lacks a column, and whether all three ways could
    be followed to their end.
    """
    numbers: set[int] = set()
    complete = True
    for order in ("NOT INDEXED ORDER BY rowid", "NOT INDEXED ORDER BY rowid DESC", "ORDER BY id"):
        try:
            numbers.update(row[0] for row in connection.execute(f"SELECT rowid FROM {table.name} {order}"))
        except database_errors():
            complete = False
    return [(number, _row(connection, table, number)) for number in sorted(numbers)], complete


@cache
def expected_schema(version: int) -> frozenset[tuple[str, str, str]]:
    """The type, name and SQL of every schema object that a journal of a version has."""
    from carelog.journal.storage.plain import connect_in_memory

    with closing(connect_in_memory()) as fresh:
        migrate(fresh, 0, up_to=version)
        return _schema(fresh)


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a journal or a copy of one for reading only, with any key that this process knows.

    Raises what SQLite raises (`database_errors`), JournalLocked and NotInstalled.
    """
    connection = connect(path, "ro", any_key=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
    except database_errors():
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise JournalDamaged("storage.not-a-journal", path=path)
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST:
        raise JournalNewer("storage.newer", path=path)
    return version


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file and its references intact; an encrypted file also has a checksum on each page."""
    if is_of_sqlcipher(connection):
        from carelog.journal.storage.cipher import unread_pages

        if unread_pages(connection):
            return False
    if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
        return False
    return connection.execute("PRAGMA foreign_key_check").fetchone() is None


def _seems_whole(connection: sqlite3.Connection) -> bool:
    try:
        return _is_whole(connection)
    except database_errors():
        return False


def _checked_rows(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[int, bool, bool]]:
    """Of every row its rowid, whether it is live, and whether its checksum fits: `rows.checksum`, but fast."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
    columns = sorted(column for column in columns if column != "checksum")
    labels = [f"{column}\x1f" for column in columns]
    cursor = connection.cursor()
    cursor.row_factory = None
    statement = f"SELECT rowid, checksum, deleted_at, {', '.join(columns)} FROM {table.name}"
    for number, stored, deleted_at, *values in cursor.execute(statement):
        yield number, deleted_at is None, stored == _checksum(labels, values)


def _checksum(labels: Sequence[str], values: Sequence[object]) -> int:
    parts = [f"{label}{value}" for label, value in zip(labels, values, strict=True) if value is not None]
    return zlib.crc32("\x1e".join(parts).encode("utf-8", "surrogatepass"))


def _schema(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    parts = connection.execute("SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master")
    return frozenset((row["type"], row["name"], " ".join(row["sql"].split())) for row in parts)


def _row(connection: sqlite3.Connection, table: Table, number: int) -> Row | None:
    with suppress(*database_errors()):
        found = connection.execute(f"SELECT * FROM {table.name} WHERE rowid = ?", (number,)).fetchone()
        if found and set(found.keys()) >= COLUMNS_OF_EVERY_ROW:
            return dict(found)
    return None


def _handle(number: int, row: Row | None) -> str:
    from carelog.journal.backup.row_reader import handle_of

    return handle_of(row["id"] if row else "", number)
