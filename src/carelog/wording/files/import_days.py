"""Importing: what an earlier version put on the day before, because it was noted after midnight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shlex import join
from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number
from carelog.domain.routines.tick import TickState
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
        "{things} is a day early. An earlier version of carelog put what was noted after midnight on the day "
        "before. Add --apply to move it to the day in the file.",
        "{things} are a day early. An earlier version of carelog put what was noted after midnight on the "
        "day before. Add --apply to move them to the day in the file.",
        things=listed(counts),
    )


def moved(counts: Mapping[str, int]) -> str:
    """Entries and ticks that lay a day early were moved, and how that is undone."""
    return plural(
        sum(counts.values()),
        "{things} was a day early and is now on the day in the file. To take that back: carelog undo",
        "{things} were a day early and are now on the day in the file. To take that back: carelog undo",
        things=listed(counts),
    )


def entries_stay(rows: Sequence[tuple[str, date]]) -> str:
    """Entries that lie a day early and stay, as they are not what the file says: handles and the days in the file."""
    return plural(
        len(rows),
        "{number} entry stays a day early, because it is no longer what the file says: {rows}. To move it, give it a "
        'time of that day: carelog edit {first} --at "{day} 12:00"',
        "{number} entries stay a day early, because they are no longer what the file says: {rows}. To move one, give "
        'it a time of that day: carelog edit {first} --at "{day} 12:00"',
        number=grouped(len(rows)),
        rows=_named(rows),
        first=rows[0][0],
        day=rows[0][1],
    )


def ticks_stay(rows: Sequence[tuple[str, date]], how_to_move: str) -> str:
    """Ticks that lie a day early and stay, as they are not what the file says, and how to move one, or an empty text.

    A tick cannot be changed, so it is noted anew and deleted.
    """
    stay = plural(
        len(rows),
        "{number} tick stays a day early, because it is no longer what the file says: {rows}.",
        "{number} ticks stay a day early, because they are no longer what the file says: {rows}.",
        number=grouped(len(rows)),
        rows=_named(rows),
    )
    return " ".join(filter(None, (stay, how_to_move)))


def to_move(noted_anew: str, handle: str) -> str:
    """How one tick gets to the day in the file: a command that notes it anew, and one that deletes the old one."""
    template = _("To move {handle}, note it again on that day: {command}; then delete it: carelog delete {handle}")
    return template.format(command=noted_anew, handle=handle)


def noted_anew(routine: str, state: TickState, day: date, amount: float | None, note: str) -> str:
    """The command that notes a tick as it is on another day, as it is typed in a shell."""
    is_skipped = state is TickState.SKIPPED
    words = ["carelog", "skip" if is_skipped else "done", routine, "--at", f"{day} 12:00"]
    words += ["--small"] if state is TickState.SMALL else []
    words += [] if amount is None or is_skipped else ["--amount", show_number(amount)]
    words += ["--why" if is_skipped else "--note", note] if note else []
    return join(words)


def _named(rows: Sequence[tuple[str, date]]) -> str:
    """The handles and the days in the file of the first rows."""
    names = [
        _("{handle} ({day} in the file)").format(handle=row, day=date_name(day)) for row, day in rows[:MOST_LISTED]
    ]
    rest = len(rows) - MOST_LISTED
    return in_a_list([*names, and_more(rest)] if rest > 0 else names)
