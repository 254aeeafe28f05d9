"""The record for `undo` and the state of a journal: whether damage left them usable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.journal.backup.sound_rows import is_intact
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.rows import TABLES, read_json
from carelog.journal.storage.table import Row

if TYPE_CHECKING:
    import sqlite3

_HEXADECIMAL = frozenset("0123456789abcdef")


def undo_is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the record for `undo` is intact and its rows exist, and the journal has one device and one revision."""
    try:
        records = list(connection.execute("SELECT position, table_name, row_id, before FROM undo ORDER BY position"))
        state = connection.execute("SELECT device, card_revision FROM state").fetchall()
        if len(state) != 1 or not _is_valid_state(*state[0]):
            return False
        in_order = [record["position"] for record in records] == list(range(1, len(records) + 1))
        return in_order and all(_can_be_undone(connection, record) for record in records)
    except database_errors():
        return False


def _is_valid_state(device: object, revision: object) -> bool:
    """Whether these are a device id and a card revision: damage can leave a value of any type in any column."""
    return isinstance(device, str) and set(device) <= _HEXADECIMAL and isinstance(revision, int) and revision >= 0


def _can_be_undone(connection: sqlite3.Connection, record: sqlite3.Row) -> bool:
    table = next((each for each in TABLES if each.name == record["table_name"]), None)
    if table is None:
        return False
    exists = connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table.name} WHERE id = ?)", (record["row_id"],))
    before = _row_in_json(record["before"])
    return bool(exists.fetchone()[0]) and (
        record["before"] is None or (is_intact(before) and before is not None and before["id"] == record["row_id"])
    )


def _row_in_json(text: str | None) -> Row | None:
    try:
        row = read_json(text)
    except (ValueError, TypeError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
