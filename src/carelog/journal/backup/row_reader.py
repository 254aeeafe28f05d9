"""Read the values of a row as their kinds, and name those that no page could show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from carelog.domain.ids import handle, is_reference
from carelog.domain.row_fault import Fault, RowFault
from carelog.journal.backup.column_kinds import RightValues
from carelog.journal.backup.columns import KINDS, STAMP
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.table import Table
from carelog.wording.damaged_rows import WITHOUT_HANDLE

_NOTHING_IN_IT = {"mood": None, "feelings": "[]", "tags": "[]", "readings": "{}"}
_BLANKS = ", ".join(str(code) for code in range(0x3001) if chr(code).isspace())
_SOMETHING_IN_IT = (
    "(deleted_at IS NOT NULL OR mood IS NOT NULL OR feelings <> '[]' OR tags <> '[]' OR readings <> '{}' "
    f"OR unicode(note) NOT IN ({_BLANKS}))"
)
"""Whether an entry has something in it, where SQL is sure of that: a note that begins with a blank is looked at."""


class RowReader:
    """Reads the rows of one table as their kinds. `columns` are those that the table has in the journal's schema."""

    def __init__(self, table: Table, columns: Sequence[str]) -> None:
        kinds = {**STAMP, **KINDS[table.name]}
        self._table = table
        self._columns = [(place, name, kinds[name]) for place, name in enumerate(columns) if name in kinds]
        self._places = {name: place for place, name in enumerate(columns)}
        self._asked_here = {name: RightValues(kind) for _, name, kind in self._columns if not kind.in_sql}

    @property
    def question(self) -> str:
        """What SQL is asked about a row: 1 where the row is right if its values in `asked_here` are."""
        asked = [kind.asked_in_sql(name) for _, name, kind in self._columns if kind.in_sql]
        return " AND ".join([*asked, *([_SOMETHING_IN_IT] if self._may_be_empty else [])])

    @property
    def asked_here(self) -> tuple[str, ...]:
        """The columns that SQL is not asked about."""
        return tuple(self._asked_here)

    def are_right(self, values: Iterable[Sequence[Any]]) -> bool:
        """Whether all values of some rows are of their kinds, given for each of `asked_here`."""
        return all(right.has_all(these) for right, these in zip(self._asked_here.values(), values, strict=True))

    def faults(self, number: int, values: Sequence[Any]) -> list[RowFault]:
        """The faults of a row with this rowid and these values, in the order of the columns."""
        if self._is_right(values) and not self._is_empty(values):
            return []
        row = handle_of(values[self._places["id"]], number)
        found = [
            RowFault(self._table.name, number, row, name, fault)
            for place, name, kind in self._columns
            if (fault := kind.fault_in(values[place])) and not self._is_blanked(name, values[place], values)
        ]
        if not found and self._is_empty(values):
            return [RowFault(self._table.name, number, row, "", Fault.AT_ODDS)]
        return found

    def _is_right(self, values: Sequence[Any]) -> bool:
        """Whether each value is of its kind: the quick way, through which nearly all rows go."""
        return not any(
            kind.fault_in(values[place]) if kind.in_sql else not self._asked_here[name].has(values[place])
            for place, name, kind in self._columns
        )

    def _is_blanked(self, name: str, value: object, values: Sequence[Any]) -> bool:
        """Whether it is what a delete leaves of a value."""
        blank = self._table.blank
        return values[self._places["deleted_at"]] is not None and name in blank and value == blank[name]

    def _is_empty(self, values: Sequence[Any]) -> bool:
        """Whether there is nothing in an entry that was not deleted."""
        if not self._may_be_empty or values[self._places["mood"]] is not None:
            return False
        row = {name: values[place] for name, place in self._places.items()}
        return row["deleted_at"] is None and not str(row.get("note")).strip() and _NOTHING_IN_IT.items() <= row.items()

    @property
    def _may_be_empty(self) -> bool:
        return self._table is ENTRIES and "mood" in self._places


def handle_of(row_id: object, number: int) -> str:
    """The handle of a row with an id, or its rowid where the id is damaged too."""
    last = handle(str(row_id))
    return last if is_reference(last) else WITHOUT_HANDLE.format(number=number)
