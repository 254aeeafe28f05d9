"""Importing: what an earlier version put on the day before, because it was noted after midnight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import grouped
from carelog.wording.days import date_name
from carelog.wording.files.imports import MOST_LISTED, and_more, listed
from carelog.wording.lists import listed as in_a_list

if TYPE_CHECKING:
    from datetime import date


def early(counts: Mapping[str, int]) -> str:
    """Entries and ticks lie a day early in the journal, and can be moved."""
    return plural(
        sum(counts.values()),
        "{things} lies a day early. An earlier version of carelog put what was noted after midnight on the day "
        "before. Add --apply to move it to the day in the file.",
        "{things} lie a day early. An earlier version of carelog put what was noted after midnight on the day "
        "before. Add --apply to move them to the day in the file.",
        things=listed(counts),
    )


def moved(counts: Mapping[str, int]) -> str:
    """Entries and ticks that lay a day early were moved, and how that is undone."""
    return plural(
        sum(counts.values()),
        "{things} lay a day early and is now on the day in the file. To take that back: carelog undo",
        "{things} lay a day early and are now on the day in the file. To take that back: carelog undo",
        things=listed(counts),
    )


def edited(rows: Sequence[tuple[str, date]]) -> str:
    """Rows that lie a day early and stay, because the person edited them: their handles and the days in the file."""
    names = [
        _("{handle} ({day} in the file)").format(handle=row, day=date_name(day)) for row, day in rows[:MOST_LISTED]
    ]
    rest = len(rows) - MOST_LISTED
    return plural(
        len(rows),
        "{number} that you changed since stays a day early: {rows}. To move it, give it a time of that day: "
        'carelog edit {first} --at "{day} 12:00"',
        "{number} that you changed since stay a day early: {rows}. To move one, give it a time of that day: "
        'carelog edit {first} --at "{day} 12:00"',
        number=grouped(len(rows)),
        rows=in_a_list([*names, and_more(rest)] if rest > 0 else names),
        first=rows[0][0],
        day=rows[0][1],
    )
