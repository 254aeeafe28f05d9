"""Purge deleted words from the backups of a journal, which were taken before the words were deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.file_access import files_in
from carelog.files import date_kept, storage_error, temporary_path
from carelog.journal.backup.backup_names import backups_in
from carelog.journal.backup.copies import copy_to_file, put_in_place, remove_leftovers
from carelog.journal.backup.integrity import open_read_only, verify_journal
from carelog.journal.backup.unfinished import roll_back_unfinished
from carelog.journal.storage.connections import connect, is_of_sqlcipher
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.rows import tables_in
from carelog.journal.storage.table import ORIGIN, Row, Table, checksum
from carelog.paths import rollback_of

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.storage.store import Store

Tombstones = dict[tuple[str, str], Row]
"""Tombstones by table name and id."""


@dataclass(frozen=True, slots=True)
class InspectedCopy:
    """A copy of the journal, and the deleted words that are still in it.

    `deleted` are the tables and ids of live rows that are deleted by now. `kept_for_undo` is whether the copy has a
    record for `undo` with an earlier version. `problem` is the sentence why the copy cannot be read, empty if it can.
    """

    path: Path
    deleted: frozenset[tuple[str, str]] = frozenset()
    kept_for_undo: bool = False
    problem: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether the copy can be read and has no deleted words."""
        return not (self.deleted or self.kept_for_undo or self.problem)


class Purge:
    """The purge of an open journal: of its folder of backups with all copies there, and of backups in other folders."""

    def __init__(self, store: Store, backups: Path, elsewhere: Iterable[Path] = ()) -> None:
        self._store = store
        self._backups = backups
        self._elsewhere = tuple(elsewhere)
        self._tombstones: Tombstones = {}

    def inspect(self) -> list[InspectedCopy]:
        """Look into every copy for words that were deleted, in this journal or in any of the copies.

        What is live in this journal does not count as deleted, even if a copy has its tombstone.
        """
        paths = list(self._paths())
        problems = {path: problem for path in paths if (problem := _problem(path))}
        readable = [path for path in paths if path not in problems]
        with storage_errors(self._store.path):
            self._tombstones = _tombstones(self._store.connection)
            live = _live_rows(self._store.connection)
        for path in readable:
            with storage_errors(path), closing(open_read_only(path)) as copy:
                found = {key: row for key, row in _tombstones(copy).items() if key not in live}
            self._tombstones = found | self._tombstones
        return [
            InspectedCopy(path, problem=problems[path]) if path in problems else self._inspected(path) for path in paths
        ]

    def rewrite(self, copy: InspectedCopy) -> None:
        """Replace a copy with one without the deleted words.

        The new file of a plain copy is built in memory, so that no unfinished file ever holds those words; that of an
        encrypted copy is encrypted from the start. It is verified and compared before it replaces the copy. Raises
        StorageError; the copy is then unchanged.
        """
        beside = temporary_path(copy.path)
        try:
            with storage_errors(copy.path), closing(open_read_only(copy.path)) as old:
                self._copy_without_words(old, beside)
            if verify_journal(beside) != _counts_without(verify_journal(copy.path), copy.deleted):
                raise StorageError("backup.not-rewritten", path=copy.path)
            with date_kept(copy.path):
                put_in_place(beside, copy.path)
            rollback_of(copy.path).unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-written", copy.path, problem) from None
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def remove(self, copy: InspectedCopy) -> None:
        """Remove a copy. Raises StorageError when it cannot be removed."""
        try:
            copy.path.unlink(missing_ok=True)
            rollback_of(copy.path).unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-removed", copy.path, problem) from None

    def remove_leftovers(self) -> None:
        """Remove the files that killed programs left half written, beside the journal and beside the copies."""
        remove_leftovers(self._store.path, {self._backups, *self._elsewhere}, self._store.path)

    def _paths(self) -> Iterator[Path]:
        yield from (path for path in files_in(self._backups, "*.db") if not path.name.startswith("."))
        for folder in self._elsewhere:
            yield from (path for _, path in backups_in(folder))

    def _inspected(self, path: Path) -> InspectedCopy:
        with storage_errors(path), closing(open_read_only(path)) as copy:
            deleted = {key for key in _live_rows(copy) if key in self._tombstones}
            kept_for_undo = copy.execute("SELECT EXISTS (SELECT 1 FROM undo WHERE before IS NOT NULL)").fetchone()[0]
            return InspectedCopy(path, frozenset(deleted), bool(kept_for_undo))

    def _copy_without_words(self, old: sqlite3.Connection, target: Path) -> None:
        if is_of_sqlcipher(old):
            copy_to_file(old, target)
            with closing(connect(target, "rw", any_key=True)) as new:
                new.execute("PRAGMA secure_delete = ON")
                self._blank(new)
            return
        with closing(_in_memory()) as new:
            old.backup(new)
            self._blank(new)
            copy_to_file(new, target)

    def _blank(self, copy: sqlite3.Connection) -> None:
        for table in tables_in(copy):
            deleted = [row_id for name, row_id in _live_rows(copy, (table,)) if (name, row_id) in self._tombstones]
            for row_id in deleted:
                row = dict(copy.execute(f"SELECT * FROM {table.name} WHERE id = ?", (row_id,)).fetchone())
                row = _blanked(table, row, self._tombstones[table.name, row_id])
                copy.execute(table.replacing(row), row | {"checksum": checksum(row)})
        copy.execute("DELETE FROM undo")
        copy.execute("VACUUM")


def _problem(path: Path) -> str:
    """The sentence why a copy cannot be read; empty when it is sound."""
    try:
        roll_back_unfinished(path, any_key=True)
        verify_journal(path)
    except StorageError as problem:
        return problem.message
    return ""


def _in_memory() -> sqlite3.Connection:
    from carelog.journal.storage.plain import connect_in_memory

    memory = connect_in_memory()
    memory.execute("PRAGMA secure_delete = ON")
    return memory


def _tombstones(connection: sqlite3.Connection) -> Tombstones:
    return {
        (table.name, row["id"]): dict(row)
        for table in tables_in(connection)
        for row in connection.execute(f"SELECT * FROM {table.name} WHERE deleted_at IS NOT NULL")
    }


def _live_rows(connection: sqlite3.Connection, tables: Iterable[Table] = ()) -> set[tuple[str, str]]:
    return {
        (table.name, row["id"])
        for table in tables or tables_in(connection)
        for row in connection.execute(f"SELECT id FROM {table.name} WHERE deleted_at IS NULL")
    }


def _blanked(table: Table, row: Row, tombstone: Row) -> Row:
    """A row of a copy as a tombstone, in the columns that the copy has.

    Where the tombstone of the journal names an import that was undone, the row keeps the import it came from.
    """
    stamp = {name: tombstone[name] for name in ("updated_at", "updated_by", "deleted_at")}
    blanked = {column: table.blank.get(column, value) for column, value in row.items()} | stamp
    if tombstone.get(ORIGIN) and ORIGIN in row:
        blanked[ORIGIN] = row[ORIGIN]
    return blanked


def _counts_without(counts: dict[str, int], deleted: Iterable[tuple[str, str]]) -> dict[str, int]:
    remaining = dict(counts)
    for name, _ in deleted:
        remaining[name] -= 1
    return remaining
