"""What damaged rows are called, in errors and findings. No value of a row is in any sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.row_fault import Fault
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.punctuation import in_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.domain.row_fault import RowFault

MOST_NAMED = 12
WITHOUT_HANDLE = _("row {number}")
"""A row whose id is damaged too, by its place in the table."""

_FAULTS = {
    Fault.MISSING: _("nothing, where something has to be"),
    Fault.WRONG_TYPE: _("not the type that it has to be"),
    Fault.NOT_AN_ID: _("not an id"),
    Fault.NOT_A_MOMENT: _("not a time that there is"),
    Fault.NOT_A_DAY: _("not a day that there is"),
    Fault.NOT_A_TIME: _("not a time of day"),
    Fault.UNKNOWN_WORD: _("a word that means nothing here"),
    Fault.OUT_OF_RANGE: _("a number out of range"),
    Fault.NOT_USABLE_TEXT: _("a text that cannot be used"),
    Fault.NOT_ITS_JSON: _("not the list that it has to be"),
    Fault.POINTS_AT_NOTHING: _("points at something that is not there"),
    Fault.AT_ODDS: _("values that do not go together"),
}


def named(faults: Sequence[RowFault]) -> str:
    """The first rows with faults, and how many more there are."""
    return some([one(fault) for fault in faults])


def one(fault: RowFault) -> str:
    """One row: its table, its handle, the column, and what is wrong with it."""
    if not fault.column:
        return _("{table} {row}: {what}").format(table=fault.table, row=fault.row, what=_FAULTS[fault.fault])
    return _("{table} {row}, {column}: {what}").format(
        table=fault.table, row=fault.row, column=fault.column, what=_FAULTS[fault.fault]
    )


def some(names: Sequence[str]) -> str:
    """The first names of a list, and how many more there are."""
    more = len(names) - MOST_NAMED
    shown = in_clauses(names[:MOST_NAMED])
    if more <= 0:
        return shown
    return plural(more, "{names}; and {count} more", "{names}; and {count} more", names=shown)
