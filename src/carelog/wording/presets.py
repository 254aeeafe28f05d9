"""Presets: several settings at once, each explained on a line."""

from __future__ import annotations

_PARTS = {
    "shared-computer": (
        "For a computer that other people use, carelog can be set up like this:",
        "  shared_computer on  reminds you how to keep words out of the shell's history",
        "  discreet on         pages say numbers in place of names and notes; “carelog show” shows one entry",
        "  own_screen on       pages leave nothing in the terminal's scrollback",
        "  lock.cache 0        no key waits: a locked journal asks for its passphrase every time",
        "  lock.card nothing   while locked, the crisis card shows the emergency number and lines, and nobody's name",
        "  nothing by itself   carelog exports nothing unasked; backups stay beside the journal and are locked with it",
        "Each is a setting, which “carelog settings set” changes back. Then you are asked about a passphrase.",
    ),
}
WHERE_WORDS_BEGIN = 20
"""The column where the explanation of a setting begins."""

ASK = "Set it up like this?"
ASK_LOCK = "Lock the journal with a passphrase now?"
NOT_SET = "Nothing was changed."
LOCKED_ALREADY = "Your journal is locked already."
LOCK_LATER = "Your journal is not locked: whoever opens its file can read it. To lock it: carelog lock on"


def parts(preset: str) -> tuple[str, ...]:
    """The lines that explain a preset: an introduction, its settings, and what comes after."""
    return _PARTS[preset]


def was_set(preset: str) -> str:
    """A preset was applied."""
    return f"Set up for: {preset.replace('-', ' ')}."
