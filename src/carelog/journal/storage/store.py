"""The open file and its changes: rows written together, stamped, checked, and ready to be taken back once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, NotFound, StorageError
from carelog.journal.storage.connections import database_errors, refuse_if_replaced
from carelog.journal.storage.errors import translated
from carelog.journal.storage.rows import ORIGIN, TABLES, Row, Table, Value, as_json, read_json
from carelog.journal.storage.transactions import transaction

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.storage.masks import Discretion

_TABLE_BY_NAME = {table.name: table for table in TABLES}


class Store:
    """The open journal file, and the only thing that reads and writes its rows.

    Every write goes through `change`, which is one transaction, keeps the one earlier version that `undo` needs
    and raises the revision of the crisis card where the card shows what was changed. `reopen` opens the file again
    for writing, after the disk reported a failure.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, reopen: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._reopen = reopen
        self.path = path
        self.changed = False
        """Whether anything was changed since the file was opened."""
        self.discretion: Discretion | None = None
        """What masks the rows that are shown; such a journal is for reading alone."""
        self.numbers: Discretion | None = None
        """What knows things by their number, where people may call them by it."""
        with translated(path):
            state = connection.execute("SELECT device, card_revision FROM state").fetchone()
        if state is None:
            raise JournalDamaged(f"{path} lacks a part that every journal has. “carelog restore” lists your backups.")
        self.device: str = state["device"]
        self.card_revision: int = state["card_revision"]

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the modules of this room."""
        return self._connection

    def rows(self, statement: str, values: Iterable[Value] = ()) -> Iterator[sqlite3.Row]:
        """The rows that a SELECT finds, one after the other.

        The cursor is not delegated to: it would be closed with this generator, which may outlive the connection.
        """
        with translated(self.path):
            cursor = self._connection.execute(statement, tuple(values))
            yield from iter(cursor.fetchone, None)

    def row(self, table: Table, row_id: str) -> Row | None:
        """One row as it is kept, tombstone or not."""
        found = next(self.rows(f"SELECT * FROM {table.name} WHERE id = ?", (row_id,)), None)
        return dict(found) if found else None

    def read_card_revision(self) -> None:
        """Take in how often people were changed, by other programs too."""
        self.card_revision = next(self.rows("SELECT card_revision FROM state"))[0]

    @contextmanager
    def openly(self) -> Iterator[bool]:
        """Look at rows as they are, to find what a person named; says whether they are masked otherwise."""
        discretion, self.discretion = self.discretion, None
        try:
            yield discretion is not None
        finally:
            self.discretion = discretion

    @contextmanager
    def change(self, now: int, *, can_be_undone: bool = True, in_passing: bool = False) -> Iterator[Change]:
        """Write some rows together at a time in milliseconds.

        A change `in_passing` is none of the person's: `undo` still takes back what it would have before.
        When the disk reports a failure at the very end, the file is opened again and looked at: the change is
        then either known to be saved, or StorageError says that it is not.
        """
        if self.discretion:
            raise RuntimeError("rows that were read through masks are not written back")
        change = Change(self, now)
        try:
            with translated(self.path), transaction(self._connection):
                refuse_if_replaced(self._connection, self.path)
                yield change
                change.finish(can_be_undone=can_be_undone, in_passing=in_passing)
        except StorageError:
            refuse_if_replaced(self._connection, self.path)
            if not (change.finished and self._holds(change)):
                raise
        self.card_revision = change.card_revision or self.card_revision
        self.changed = True

    def _holds(self, change: Change) -> bool:
        with suppress(*database_errors()):
            self._connection.close()
        self._connection = self._reopen()
        rows = change.written
        return bool(rows) and all(self.row(table, str(row["id"])) == row for table, row in rows)


class Change:
    """The rows that one command writes, inside its transaction."""

    def __init__(self, store: Store, now: int) -> None:
        self._store = store
        self._now = now
        self._before: list[tuple[Table, str, Row | None]] = []
        self.written: list[tuple[Table, Row]] = []
        self.raises_card = False
        self.card_revision = 0
        self.finished = False

    def put(self, table: Table, row_id: str, content: Mapping[str, Value]) -> None:
        """Write a row's content: a new row, or a new version of it."""
        before = self._store.row(table, row_id)
        origin = {ORIGIN: before and before[ORIGIN]} if table.keeps_origin else {}
        self._write(table, self._stamped(row_id, before, deleted=False) | origin | dict(content), before)

    def put_new(self, table: Table, rows: Iterable[tuple[str, Mapping[str, Value]]]) -> int:
        """Write those of many rows whose ids were never here, and say how many; `undo` does not reach them."""
        connection = self._store.connection
        device, now = self._store.device, self._now
        stamp: Row = {"created_at": now, "updated_at": now, "updated_by": device, "deleted_at": None}
        if table.keeps_origin:
            stamp[ORIGIN] = None
        values = (table.values({"id": row_id} | stamp | dict(content)) for row_id, content in rows)
        before = connection.total_changes
        connection.executemany(table.insert, values)
        self.raises_card |= table.on_card
        return connection.total_changes - before

    def keep(self, table: Table, row: Row, before: Row | None) -> None:
        """Write a row as it was written elsewhere, stamp and all."""
        self._write(table, row, before)

    def remove(self, table: Table, row_id: str, *, withdrawn: bool = False) -> None:
        """Leave a tombstone that keeps none of the row's words.

        One that is `withdrawn` with the import that brought it still says so: that import may bring it again.
        Raises NotFound when there is no such row, or it is deleted already.
        """
        before = self._store.row(table, row_id)
        if before is None or before["deleted_at"] is not None:
            raise NotFound("There is nothing here with that handle any more.")
        content = {column: table.blank.get(column, before[column]) for column in table.columns}
        if withdrawn:
            content[ORIGIN] = before[ORIGIN]
        self._write(table, self._stamped(row_id, before, deleted=True) | content, before)

    def take_back(self) -> list[tuple[str, str]]:
        """Bring back what the last change found: the tables and ids that were changed, newest first.

        Raises NotFound when there is nothing to take back.
        """
        record = list(self._store.rows("SELECT table_name, row_id, before FROM undo ORDER BY position DESC"))
        if not record:
            raise NotFound("There is nothing to take back. Undo reaches the last add, edit or tick.")
        taken_back = []
        for name, row_id, kept in record:
            table, before = _TABLE_BY_NAME[name], read_json(kept)
            if before is None or before["deleted_at"] is not None:
                self.remove(table, row_id)
            else:
                self.put(table, row_id, {column: before.get(column) for column in table.columns})
            taken_back.append((name, row_id))
        return taken_back

    def finish(self, *, can_be_undone: bool, in_passing: bool) -> None:
        """Keep what undo needs, or wipe it, and raise the card's revision if the card shows what changed."""
        connection = self._store.connection
        if not in_passing:
            connection.execute("DELETE FROM undo")
        if can_be_undone and not in_passing:
            record = ((table.name, row_id, as_json(before)) for table, row_id, before in self._before)
            connection.executemany("INSERT INTO undo (table_name, row_id, before) VALUES (?, ?, ?)", record)
        if self.raises_card:
            raised = "UPDATE state SET card_revision = card_revision + 1 RETURNING card_revision"
            self.card_revision = connection.execute(raised).fetchone()[0]
        self.finished = True

    def _stamped(self, row_id: str, before: Row | None, *, deleted: bool) -> Row:
        updated = self._now if before is None else max(self._now, int(before["updated_at"] or 0) + 1)
        return {
            "id": row_id,
            "created_at": self._now if before is None else before["created_at"],
            "updated_at": updated,
            "updated_by": self._store.device,
            "deleted_at": updated if deleted else None,
        }

    def _write(self, table: Table, row: Row, before: Row | None) -> None:
        values = table.values(row)
        self._store.connection.execute(table.upsert, values)
        self._before.append((table, str(row["id"]), before))
        self.written.append((table, dict(zip(table.all_columns, values, strict=True))))
        self.raises_card |= table.on_card
