"""A table of the journal: its columns, how a row is written, and the checksum that reveals a flipped bit.

Whatever notes an entry loads this, so it loads nothing but what makes the checksum.
"""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    Row = dict[str, Any]
else:
    Row = dict
"""A row by column name. The type of a column is known to the collection that reads it."""
Value = str | int | float | None

ORIGIN = "import_id"
"""The column with the id of the import that added a row, in the tables that imports write to."""

AWAY_WITH = "away_with"
"""The column with the id of the contact with whom a row was put away, in the tables that may name people."""

STAMP = ("id", "created_at", "updated_at", "updated_by", "deleted_at")
"""The columns that every table has beside its checksum."""


class Table:
    """A table of the journal: its columns beside the stamp, and how a delete blanks them.

    `blank` gives, for each column that holds a person's words, the value it has in a tombstone. A change to a table
    that is `on_card` makes the crisis card due for rewriting. Every version of a row in a table that `keeps_origin`
    names the import that added it, and so does the tombstone that undoing that import leaves.
    """

    __slots__ = ("all_columns", "blank", "columns", "keeps_origin", "name", "on_card")

    def __init__(
        self, name: str, columns: tuple[str, ...], blank: Mapping[str, Value], *, on_card: bool = False
    ) -> None:
        self.name = name
        self.columns = columns
        self.blank = blank
        self.on_card = on_card
        self.keeps_origin = ORIGIN in columns
        self.all_columns = (*STAMP, "checksum", *columns)

    @property
    def insert(self) -> str:
        """The statement that inserts a row with a new id, and does nothing where the id exists, tombstones included."""
        return f"{self._insert} ON CONFLICT (id) DO NOTHING"

    @property
    def upsert(self) -> str:
        """The statement that inserts a row or overwrites its earlier version."""
        updates = ", ".join(f"{column} = excluded.{column}" for column in self.all_columns[1:])
        return f"{self._insert} ON CONFLICT (id) DO UPDATE SET {updates}"

    def replacing(self, columns: Iterable[str]) -> str:
        """The statement that updates these columns of the row `:id`; its values are bound by column name.

        A backup of an earlier schema has fewer columns than `all_columns`.
        """
        updates = ", ".join(f"{column} = :{column}" for column in columns)
        return f"UPDATE {self.name} SET {updates} WHERE id = :id"

    def values(self, row: Mapping[str, Value]) -> tuple[Value, ...]:
        """A row's values in the order of `all_columns`, with a fresh checksum."""
        return tuple(checksum(row) if column == "checksum" else row[column] for column in self.all_columns)

    @property
    def live(self) -> str:
        """The condition of the rows that were neither deleted nor put away with somebody."""
        return "deleted_at IS NULL" + (f" AND {AWAY_WITH} IS NULL" if AWAY_WITH in self.columns else "")

    @property
    def _insert(self) -> str:
        columns = self.all_columns
        placeholders = ", ".join("?" * len(columns))
        return f"INSERT INTO {self.name} ({', '.join(columns)}) VALUES ({placeholders})"


def stamp_of(row_id: str, device: str, created_at: int, updated_at: int, deleted_at: int | None = None) -> Row:
    """The stamp of a version of a row, which `device` wrote; times are milliseconds since 1970."""
    return {
        "id": row_id,
        "created_at": created_at,
        "updated_at": updated_at,
        "updated_by": device,
        "deleted_at": deleted_at,
    }


def checksum(row: Mapping[str, Value]) -> int:
    """The CRC-32 of a row, over its columns in order of their names.

    Columns that are NULL are left out, so that a column which a later schema adds changes no checksum.
    """
    parts = (f"{name}\x1f{row[name]}" for name in sorted(row) if name != "checksum" and row[name] is not None)
    return zlib.crc32("\x1e".join(parts).encode("utf-8", "surrogatepass"))
