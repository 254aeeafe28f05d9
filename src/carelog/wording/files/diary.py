"""The diary, a zip of Markdown files for note apps: words on its pages and about its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import from_to
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

ROUTINES = _("Routines")
NOTHING = _("Nothing is noted on these days. Nothing was written.")
FOR_YOU = _(
    "This diary is for you: every note that is not private, and your routines. Whoever has the file can read it; it is "
    "not locked."
)

_TICKS = {
    "done": _("{clock} {routine}: done"),
    "small": _("{clock} {routine}: the small version"),
    "skipped": _("{clock} {routine}: skipped"),
}
_TICKS_WITH_AMOUNT = {
    "done": _("{clock} {routine}: done, {amount}"),
    "small": _("{clock} {routine}: the small version, {amount}"),
    "skipped": _("{clock} {routine}: skipped, {amount}"),
}


def tags(names: Iterable[str]) -> str:
    """The tags of an entry, among what else was noted with it."""
    return _("tags: {names}").format(names=listed(names))


def tick(clock: str, routine: str, state: str, amount: str) -> str:
    """What became of a routine and when; `state` is done, small or skipped, `amount` is empty where none was noted."""
    template = _TICKS_WITH_AMOUNT[state] if amount else _TICKS[state]
    return template.format(clock=clock, routine=routine, amount=amount)


def holds(days: int, entries: int, first: date, last: date) -> str:
    """How many entries and days a diary holds."""
    return plural(
        days,
        "It holds {entries}, as {count} file for {period}, in Markdown with properties that Obsidian reads.",
        "It holds {entries}, as {count} files for {period}, in Markdown with properties that Obsidian reads.",
        entries=plural(entries, "{count} entry", "{count} entries"),
        period=from_to(first, last),
    )


def private_stay(count: int) -> str:
    """Private entries are not in the diary."""
    return plural(count, "{count} private entry stays here.", "{count} private entries stay here.")
