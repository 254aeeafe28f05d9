"""Presets: several settings at once, each explained on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

WHERE_WORDS_BEGIN = 20
"""The column where the explanation of a setting begins, counted from the indent of its line."""
ASK = _("Set it up like this?")
ASK_LOCK = _("Lock the journal with a passphrase now?")
NOT_SET = _("Nothing was changed.")
LOCKED_ALREADY = _("Your journal is locked already.")
LOCK_LATER = _("Your journal is not locked: whoever opens its file can read it. To lock it: carelog lock on")

_INTRODUCTIONS = {
    "shared-computer": _(
        "If someone could look at this computer, carelog can be set up like this. It hides words, not that "
        "it is here; a device they cannot reach is safer:"
    ),
}
_SETTINGS = {
    "shared-computer": {
        "shared_computer on": _("reminds you how to keep words out of the shell's history"),
        "own_screen on": _("pages leave nothing in the terminal's scrollback"),
        "lock.cache 0": _("no key waits: a locked journal asks for its passphrase every time"),
        "lock.card nothing": _("while locked, the crisis card shows the emergency number and lines, and nobody's name"),
        _("nothing by itself"): _(
            "carelog exports nothing unasked; backups stay beside the journal and are locked with it"
        ),
    },
}
_AFTERWARDS = {
    "shared-computer": _(
        "You can change each back with “carelog settings set”. Two questions follow: whether pages hide "
        "names and notes, and whether you want a passphrase."
    ),
}
_WAS_SET = {
    "shared-computer": _("Set up for: shared computer."),
}


def parts(preset: str) -> Iterator[str]:
    """The lines that explain a preset: an introduction, its settings, and what comes after."""
    yield _INTRODUCTIONS[preset]
    for setting, words in _SETTINGS[preset].items():
        yield f"  {setting:<{WHERE_WORDS_BEGIN}}{words}"
    yield _AFTERWARDS[preset]


def was_set(preset: str) -> str:
    """A preset was applied."""
    return _WAS_SET[preset]
