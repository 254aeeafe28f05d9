"""The days on which a journal was used, by one query: for that no collection is loaded, and no row is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.ids import handle
from carelog.errors import JournalDamaged
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import ACTIVITIES, ANSWERED, GOAL_RATINGS, REACHED, TICKS
from carelog.journal.storage.table import Table, Value

if TYPE_CHECKING:
    from carelog.domain.time.days import Period
    from carelog.journal.storage.store import Store

USED = (ENTRIES, TICKS, ACTIVITIES, REACHED, ANSWERED, GOAL_RATINGS)
"""The tables in which each row is something that a person noted on its day."""


def days_of_use(store: Store, period: Period, tables: Sequence[Table] = USED) -> set[date]:
    """The days of a period on which there is a row. Raises JournalDamaged, which names the row, for what is no day."""
    bounds = (period.first.isoformat(), period.last.isoformat())
    asked = [
        f"SELECT '{table.name}', day FROM {table.name} WHERE {table.live} AND day BETWEEN ? AND ?" for table in tables
    ]
    found = store.rows(" UNION ".join(asked), bounds * len(asked))
    by_name = {table.name: table for table in tables}
    return {_day(store, by_name[name], text) for name, text in found}


def unreadable(store: Store, table: Table, own_column: str, value: Value) -> JournalDamaged:
    """The error for the first row of a table with a value that cannot be read."""
    found = next(store.rows(f"SELECT id FROM {table.name} WHERE {own_column} IS ?", (value,)), ("",))
    return JournalDamaged("storage.row-unreadable", table=table.name, handle=handle(str(found[0])))


def _day(store: Store, table: Table, text: str) -> date:
    try:
        return read_day(text)
    except UNREADABLE:
        raise unreadable(store, table, "day", text) from None
