"""Names of the journal that can be completed: none where it is locked, or where others may see the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.journal import Journal

_HANDLES_OFFERED = 5
_ENTRIES_LOOKED_AT = 3000
"""The newest entries whose words are offered: nobody waits for a TAB."""


def names_in_journal(kind: str) -> list[str]:
    """The names of a kind, none that is put away. Empty where anything is in the way: a shell has no place to say so.

    A journal is never made, brought up to date or unlocked for it.
    """
    from carelog.errors import CarelogError
    from carelog.journal import Journal
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.paths import system_paths
    from carelog.settings_file import load_settings

    try:
        paths = system_paths()
        settings = load_settings(paths)
        if settings.discreet or settings.shared_computer or keys_beside(paths.journal) or not paths.journal.exists():
            return []
        with Journal.open(paths, settings=settings, to_write=False) as journal:
            return list(dict.fromkeys(_KINDS[kind](journal)))
    except (CarelogError, OSError):
        return []


def _handles(journal: Journal) -> Iterable[str]:
    newest = journal.entries.matching(newest=_HANDLES_OFFERED)
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
    "handle": _handles,
}
