"""The diary, a zip of Markdown files for note apps: words on its pages and about its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted
from carelog.wording.days import from_to

if TYPE_CHECKING:
    from datetime import date

ROUTINES, TAGS = "Routines", "tags"
DONE, SMALL, SKIPPED = "done", "the small version", "skipped"
NOTHING = "Nothing is noted on these days. Nothing was written."
FOR_YOU = (
    "This diary is for you: every note that is not private, and your routines. Whoever has the file can read it; it is "
    "not locked."
)


def holds(days: int, entries: int, first: date, last: date) -> str:
    """How many entries and days a diary holds."""
    return (
        f"It holds {counted(entries, 'entry', 'entries')}, as {counted(days, 'file')} for {from_to(first, last)}, in "
        "Markdown with properties that Obsidian reads."
    )


def private_stay(count: int) -> str:
    """Private entries are not in the diary."""
    return f"{counted(count, 'private entry', 'private entries')} {'stays' if count == 1 else 'stay'} here."
