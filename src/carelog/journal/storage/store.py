"""The open journal file and changes to it: each is a transaction that stamps, checksums and records rows for undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, JournalNewer, NotFound, StorageError
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.connections import database_errors, refuse_if_replaced
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.rows import TABLES, as_json, read_json
from carelog.journal.storage.statements import FORGET_UNDO, READ_STATE, READ_VERSION, RECORD_UNDO
from carelog.journal.storage.table import ORIGIN, Row, Table, Value, stamp_of
from carelog.journal.storage.transactions import transaction

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.storage.masks import Masks

_IDS_AT_ONCE = 1_000
_TABLE_BY_NAME = {table.name: table for table in TABLES}


class Store:
    """The open journal file; everything else reads and writes rows through it.

    Every write goes through `change`, which is one transaction, records the earlier version that `undo` needs, and
    raises the revision of the crisis card where the card shows what was changed. `reopen` opens the file again for
    writing after the disk reported a failure.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        reopen: Callable[[], sqlite3.Connection],
        *,
        to_write: bool = True,
    ) -> None:
        self._connection = connection
        self._reopen = reopen
        self._to_write = to_write
        self.path = path
        self.changed = False
        """Whether anything was changed since the file was opened."""
        self.changed_by_person = False
        """Whether a person changed anything since then: what the program keeps by itself does not count."""
        self.left_out: list[JournalDamaged] = []
        """Why rows that could not be read were left out, where a command went on without them."""
        self.masks: Masks | None = None
        """The masks of the rows that are read, or None. A store with masks refuses changes."""
        self.numbered_names: Masks | None = None
        """Where people may call things by number (“routine 2”), the masks that know the numbers; else None."""
        with storage_errors(path):
            state = connection.execute(READ_STATE).fetchone()
        if state is None:
            raise JournalDamaged("storage.part-missing", path=path)
        self.device: str = state["device"]
        self.card_revision: int = state["card_revision"]

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the modules of the journal only."""
        return self._connection

    def close(self) -> None:
        """Close the file. Raises StorageError in another thread than the one that opened it."""
        with storage_errors(self.path):
            self._connection.close()

    def rows(self, statement: str, values: Iterable[Value] = ()) -> Iterator[sqlite3.Row]:
        """The rows that a SELECT finds, read one by one. Raises StorageError when they cannot be read.

        It does not `yield from` the cursor itself: closing the generator would then close the cursor, and the
        connection may be closed by that time.
        """
        with storage_errors(self.path):
            cursor = self._connection.execute(statement, tuple(values))
            yield from iter(cursor.fetchone, None)

    def row(self, table: Table, row_id: str) -> Row | None:
        """The row with an id, also a tombstone; None where there is none. No masks are applied."""
        found = next(self.rows(f"SELECT * FROM {table.name} WHERE id = ?", (row_id,)), None)
        return dict(found) if found else None

    def rows_with(self, table: Table, ids: Iterable[str], columns: str = "*") -> Iterator[sqlite3.Row]:
        """The rows with these ids, also tombstones, in no order and each once; an id of no row is passed over.

        They are looked up many at once: one by one, an import of 10,000 rows asks SQLite 40,000 times. No masks are
        applied.
        """
        statement = f"SELECT {columns} FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))"
        wanted = iter(dict.fromkeys(ids))
        while some := list(islice(wanted, _IDS_AT_ONCE)):
            yield from self.rows(statement, (as_json(some),))

    def read_card_revision(self) -> None:
        """Read the revision of the crisis card again: another program may have raised it."""
        self.card_revision = next(self.rows("SELECT card_revision FROM state"))[0]

    @contextmanager
    def unmasked(self) -> Iterator[bool]:
        """Read rows without masks, to find what a person named; yields whether there are masks otherwise."""
        masks, self.masks = self.masks, None
        try:
            yield masks is not None
        finally:
            self.masks = masks

    @contextmanager
    def change(self, now: int, *, can_be_undone: bool = True, keeps_undo: bool = False) -> Iterator[Change]:
        """Write rows in one transaction; `now` is their time in milliseconds since 1970.

        A change that cannot be undone clears the record for `undo`. One that `keeps_undo` leaves the record alone: the
        program made it by itself, and `undo` still takes back what the person did before. A change that writes nothing,
        because all of it is so already, leaves everything as it is. When COMMIT fails, the file is opened again to see
        whether the change is saved after all. Raises StorageError when it is not, also where another program put
        another journal in the place of this one meanwhile, and where it was opened for reading.
        """
        if not self._to_write:
            raise StorageError("storage.opened-for-reading", path=self.path)
        if self.masks:
            raise StorageError("storage.masked", path=self.path)
        change = Change(self, now)
        try:
            with storage_errors(self.path), transaction(self._connection):
                refuse_if_replaced(self._connection, self.path)
                self._refuse_if_newer()
                yield change
                change.finish(can_be_undone=can_be_undone, keeps_undo=keeps_undo)
            refuse_if_replaced(self._connection, self.path)  # a program that synchronises may have done so since
        except StorageError:
            refuse_if_replaced(self._connection, self.path)
            if not (change.finished and self._is_saved(change)):
                raise
        self.card_revision = change.card_revision or self.card_revision
        self.changed |= change.has_changed
        self.changed_by_person |= change.has_changed and not keeps_undo

    def _refuse_if_newer(self) -> None:
        """Raise JournalNewer where a newer carelog has migrated the file since it was opened here."""
        if self._connection.execute(READ_VERSION).fetchone()[0] > NEWEST:
            raise JournalNewer("storage.newer-to-write", path=self.path)

    def _is_saved(self, change: Change) -> bool:
        """Whether the file has every row of a change, seen through a new connection."""
        with suppress(*database_errors()):
            self._connection.close()
        self._connection = self._reopen()
        rows = change.written
        return bool(rows) and all(self.row(table, str(row["id"])) == row for table, row in rows)


class Change:
    """The rows that one command writes inside its transaction. `now` is their time in milliseconds since 1970."""

    def __init__(self, store: Store, now: int) -> None:
        self._store = store
        self._now = now
        self._before: list[tuple[Table, str, Row | None]] = []
        self.written: list[tuple[Table, Row]] = []
        self.has_changed = False
        self.raises_card = False
        self.card_revision = 0
        self.finished = False

    def put(self, table: Table, row_id: str, content: Mapping[str, Value]) -> None:
        """Write a new row, or a new version of one. `content` is its columns without the stamp.

        A row that has this content already is left as it is, with the time of its last real change.
        """
        before = self._store.row(table, row_id)
        origin = {ORIGIN: before and before[ORIGIN]} if table.keeps_origin else {}
        new = origin | dict(content)
        if before is None or before["deleted_at"] is not None or any(before[each] != new[each] for each in new):
            self._write(table, self._stamped(row_id, before, deleted=False) | new, before)

    def put_new(self, table: Table, rows: Iterable[tuple[str, Mapping[str, Value]]]) -> int:
        """Write the rows whose ids are new, tombstones included, and return how many that were.

        They are not recorded for `undo`.
        """
        connection = self._store.connection
        device, now = self._store.device, self._now
        origin = {ORIGIN: None} if table.keeps_origin else {}
        values = (table.values(stamp_of(each, device, now, now) | origin | dict(content)) for each, content in rows)
        before = connection.total_changes
        connection.executemany(table.insert, values)
        new = connection.total_changes - before
        self.has_changed |= bool(new)
        self.raises_card |= bool(new) and table.on_card
        return new

    def put_stamped(self, table: Table, row: Row, before: Row | None) -> None:
        """Write a row of another copy of the journal with its own stamp; `before` is the version here, if any."""
        self._write(table, row, before)

    def remove(self, table: Table, row_id: str, *, withdrawn: bool = False) -> None:
        """Delete a row: a tombstone without its words takes its place.

        The tombstone of a row that is `withdrawn` with its import names that import, so that the same file can add the
        row again. Raises NotFound when there is no such row, or it is deleted already.
        """
        before = self._store.row(table, row_id)
        if before is None or before["deleted_at"] is not None:
            raise NotFound("handle.gone")
        content = {column: table.blank.get(column, before[column]) for column in table.columns}
        if withdrawn:
            content[ORIGIN] = before[ORIGIN]
        self._write(table, self._stamped(row_id, before, deleted=True) | content, before)

    def take_back(self) -> list[tuple[str, str, bool]]:
        """Undo the last recorded change, and return the tables and ids of its rows, newest first.

        With each row is whether it remains, as it was before the change; it is gone where the change had added it.

        Raises NotFound when nothing is recorded.
        """
        record = list(self._store.rows("SELECT table_name, row_id, before FROM undo ORDER BY position DESC"))
        if not record:
            if not list(self._store.rows("SELECT 1 FROM imports WHERE deleted_at IS NULL LIMIT 1")):
                raise NotFound("program.nothing-to-take-back-nor-imported")
            raise NotFound("program.nothing-to-take-back")
        self.clear_undo()
        taken_back = []
        for name, row_id, kept in record:
            table, before = _TABLE_BY_NAME[name], read_json(kept)
            if remains := before is not None and before["deleted_at"] is None:
                self.put(table, row_id, {column: before.get(column) for column in table.columns})
            else:
                self.remove(table, row_id)
            taken_back.append((name, row_id, remains))
        return taken_back

    def clear_undo(self) -> None:
        """Have the record for `undo` cleared, also where nothing else is changed."""
        self.has_changed = True

    def finish(self, *, can_be_undone: bool, keeps_undo: bool) -> None:
        """Record or clear what `undo` needs, and raise the card's revision if the card shows what changed.

        `Store.change` calls it at the end of the transaction.
        """
        connection = self._store.connection
        if self.has_changed and not keeps_undo:
            connection.execute(FORGET_UNDO)
        if can_be_undone and not keeps_undo:
            record = ((table.name, row_id, as_json(before)) for table, row_id, before in self._before)
            connection.executemany(RECORD_UNDO, record)
        if self.raises_card:
            raised = "UPDATE state SET card_revision = card_revision + 1 RETURNING card_revision"
            self.card_revision = connection.execute(raised).fetchone()[0]
        self.finished = True

    def _stamped(self, row_id: str, before: Row | None, *, deleted: bool) -> Row:
        updated = self._now if before is None else max(self._now, int(before["updated_at"] or 0) + 1)
        created = self._now if before is None else before["created_at"]
        return stamp_of(row_id, self._store.device, created, updated, updated if deleted else None)

    def _write(self, table: Table, row: Row, before: Row | None) -> None:
        values = table.values(row)
        self._store.connection.execute(table.upsert, values)
        self.has_changed = True
        self._before.append((table, str(row["id"]), before))
        self.written.append((table, dict(zip(table.all_columns, values, strict=True))))
        self.raises_card |= table.on_card
