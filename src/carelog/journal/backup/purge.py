"""The copies of a journal in its backups, and how the words of what was deleted leave them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.files import remove_temporary_files, storage_error, temporary_path
from carelog.journal.backup.backup_names import COPIES, backups_in
from carelog.journal.backup.backups import copy_to_file, settle
from carelog.journal.backup.integrity import opened, verify_journal
from carelog.journal.storage.connections import connect, is_of_sqlcipher
from carelog.journal.storage.errors import translated
from carelog.journal.storage.rows import ORIGIN, Row, Table, checksum, tables_in

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.storage.store import Store

Deleted = dict[tuple[str, str], Row]
"""Tombstones by the name of their table and their id."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the journal: how many deleted things it still has the words of, or why that cannot be told.

    `kept_for_undo` is whether it has an earlier version of something, as `undo` keeps one.
    """

    path: Path
    deleted: frozenset[tuple[str, str]] = frozenset()
    kept_for_undo: bool = False
    problem: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether it is known to hold nothing that was deleted."""
        return not (self.deleted or self.kept_for_undo or self.problem)


class Copies:
    """The copies of an open journal: its backups and what is kept beside them, and backups in further folders."""

    def __init__(self, store: Store, backups: Path, elsewhere: Iterable[Path] = ()) -> None:
        self._store = store
        self._backups = backups
        self._elsewhere = tuple(elsewhere)
        self._tombstones: Deleted = {}

    def look(self) -> list[Copy]:
        """Every copy and what it holds of what is deleted, in this journal or in any copy, and not here again."""
        paths = list(self._paths())
        problems = {path: problem for path in paths if (problem := _problem(path))}
        sound = [path for path in paths if path not in problems]
        with translated(self._store.path):
            self._tombstones = _tombstones(self._store.connection)
            alive = _alive(self._store.connection)
        for path in sound:
            with translated(path), closing(opened(path)) as copy:
                found = {key: row for key, row in _tombstones(copy).items() if key not in alive}
            self._tombstones = found | self._tombstones
        return [Copy(path, problem=problems[path]) if path in problems else self._copy(path) for path in paths]

    def rewrite(self, copy: Copy) -> None:
        """Write a copy anew without the words of what is deleted; when that is interrupted, the old one stays.

        A plain one is made in memory, so that nothing unfinished ever holds those words; an encrypted one stays
        encrypted while it is made. It is opened again and compared before it takes the copy's place. Raises
        StorageError, and leaves the copy as it was.
        """
        beside = temporary_path(copy.path)
        try:
            with translated(copy.path), closing(opened(copy.path)) as old:
                self._copy_without_words(old, beside)
            if verify_journal(beside) != _fewer(verify_journal(copy.path), copy.deleted):
                raise StorageError(f"{copy.path} could not be written anew. It was left as it is.")
            settle(beside, copy.path)
            _rollback_of(copy.path).unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-written", copy.path, problem) from None
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def remove(self, copy: Copy) -> None:
        """Remove a copy. Raises StorageError when that cannot be done."""
        try:
            copy.path.unlink(missing_ok=True)
            _rollback_of(copy.path).unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-removed", copy.path, problem) from None

    def remove_leftovers(self) -> None:
        """Remove what killed programs left half written, here and beside the copies."""
        journal = self._store.path
        for folder in {self._backups, *self._elsewhere}:
            for begins in COPIES:
                remove_temporary_files(folder, begins, journal)
        for name in (journal.name, "card.txt"):
            remove_temporary_files(journal.parent, f"{name}.", journal)

    def _paths(self) -> Iterator[Path]:
        beside = self._backups.glob("*.db") if self._backups.is_dir() else ()
        yield from sorted(path for path in beside if not path.name.startswith("."))
        for folder in self._elsewhere:
            yield from (path for _, path in backups_in(folder))

    def _copy(self, path: Path) -> Copy:
        with translated(path), closing(opened(path)) as copy:
            words = {key for key in _alive(copy) if key in self._tombstones}
            kept = "SELECT EXISTS (SELECT 1 FROM undo WHERE before IS NOT NULL)"
            return Copy(path, frozenset(words), bool(copy.execute(kept).fetchone()[0]))

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
            gone = [row_id for name, row_id in _alive(copy, (table,)) if (name, row_id) in self._tombstones]
            for row_id in gone:
                row = dict(copy.execute(f"SELECT * FROM {table.name} WHERE id = ?", (row_id,)).fetchone())
                row = _buried(table, row, self._tombstones[table.name, row_id])
                copy.execute(table.replacing(row), row | {"checksum": checksum(row)})
        copy.execute("DELETE FROM undo")
        copy.execute("VACUUM")


def _problem(path: Path) -> str:
    try:
        _roll_back(path)
        verify_journal(path)
    except StorageError as problem:
        return problem.message
    return ""


def _roll_back(path: Path) -> None:
    """Finish what a killed program left half done in a journal that was put aside: SQLite does it at the first look."""
    rollback = _rollback_of(path)
    if rollback.exists() and rollback.stat().st_size:
        with translated(path), closing(connect(path, "rw", any_key=True)) as copy:
            copy.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _rollback_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _in_memory() -> sqlite3.Connection:
    from carelog.journal.storage.plain import connect_in_memory

    memory = connect_in_memory()
    memory.execute("PRAGMA secure_delete = ON")
    return memory


def _tombstones(connection: sqlite3.Connection) -> Deleted:
    return {
        (table.name, row["id"]): dict(row)
        for table in tables_in(connection)
        for row in connection.execute(f"SELECT * FROM {table.name} WHERE deleted_at IS NOT NULL")
    }


def _alive(connection: sqlite3.Connection, tables: Iterable[Table] = ()) -> set[tuple[str, str]]:
    return {
        (table.name, row["id"])
        for table in tables or tables_in(connection)
        for row in connection.execute(f"SELECT id FROM {table.name} WHERE deleted_at IS NULL")
    }


def _buried(table: Table, row: Row, tombstone: Row) -> Row:
    """A row as a tombstone, in the columns that its copy has; one that went with its import still says so."""
    stamps = {name: tombstone[name] for name in ("updated_at", "updated_by", "deleted_at")}
    buried = {column: table.blank.get(column, value) for column, value in row.items()} | stamps
    if tombstone.get(ORIGIN) and ORIGIN in row:
        buried[ORIGIN] = row[ORIGIN]
    return buried


def _fewer(counts: dict[str, int], deleted: Iterable[tuple[str, str]]) -> dict[str, int]:
    fewer = dict(counts)
    for name, _ in deleted:
        fewer[name] -= 1
    return fewer
