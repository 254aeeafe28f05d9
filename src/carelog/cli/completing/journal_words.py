"""Names of the journal that can be completed: none where it is locked, or where others may see the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from carelog.cli.prompts.names_begun import from_journal

if TYPE_CHECKING:
    from carelog.journal import Journal

_HANDLES_OFFERED = 5
_ENTRIES_LOOKED_AT = 3000
"""The newest entries whose words are offered: nobody waits for a TAB."""


def names_in_journal(kind: str) -> list[str]:
    """The names of a kind, none that is put away."""
    return from_journal(_KINDS[kind])


def _handles(journal: Journal) -> Iterable[str]:
    newest = journal.entries.within(newest=_HANDLES_OFFERED)
    return ["last", *(each.handle for each in reversed(newest))] if newest else []


_KINDS: dict[str, Callable[[Journal], Iterable[str]]] = {
    "routine": lambda journal: (each.name for each in journal.routines.active()),
    "contact": lambda journal: (each.name for each in journal.contacts),
    "tracker": lambda journal: (each.name for each in journal.trackers.active()),
    "feeling": lambda journal: journal.entries.words_used("feelings", _ENTRIES_LOOKED_AT),
    "tag": lambda journal: journal.entries.words_used("tags", _ENTRIES_LOOKED_AT),
    "activity": lambda journal: (each.name for each in journal.activities.planned()),
    "sign": lambda journal: (each.name for each in journal.signs),
    "goal": lambda journal: (each.name for each in journal.goals.open()),
    "routine put away": lambda journal: (each.name for each in journal.routines if each.archived),
    "tracker put away": lambda journal: (each.name for each in journal.trackers if each.archived),
    "goal put down": lambda journal: (each.name for each in journal.goals if each.let_go),
    "handle": _handles,
}
