"""Settings, the questions of the first start, and the demo journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import short_day

if TYPE_CHECKING:
    from datetime import date

SETTINGS_KEPT = "The settings are kept."
COMMENTS_NOT_KEPT = "The file was written anew; its comments are gone. “carelog settings edit” keeps them."
NEEDS_SET = "Without one: carelog settings set, or an editor of yours on the file of carelog settings path."

WELCOME = (
    "Welcome. carelog keeps a journal on this computer and nowhere else.\n"
    "A few questions, about a minute. Enter skips any of them."
)
ASK_COUNTRY = "Which country's helplines should your crisis card show (two letters, such as GB; several: GB, IE)"
ASK_PERSON = "One person you could call on a hard day"
ASK_SHARED = "Do other people use this computer?"
SHARED_ADVICE = (
    "Words typed after a command stay in the shell's history. Use “carelog mood” alone: it asks, and what you "
    "type then is kept in the journal only. docs/privacy.md says what else stays on a shared computer."
)
ASK_SEE_CARD = "Would you like to see your crisis card now?"
READY = "That is all. Note a moment with: carelog mood 4 a few words"
START_NEEDS_TERMINAL = "Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis"

DEMO_YEARS = "Inventing years"


def no_numbers(codes: list[str]) -> str:
    """The country was set to one for which carelog has no numbers."""
    return (
        f"carelog has no number and no line for {' or '.join(codes)}. If that is your country, the card shows your own "
        "people and says how to find a line; numbers you know can go on it: carelog contact add"
    )


def setting_changed(key: str, value: str) -> str:
    """A setting was changed."""
    return f"{key} is now {value or 'not set'}."


def demo_made(folder: str, first: date, entries: int) -> str:
    """A demo journal was made; `folder` is quoted for a shell."""
    return (
        f"{folder} now holds {entries:,} invented entries from {short_day(first)} {first.year} until today. "
        f"Your own journal was not touched.\nLook around: CARELOG_HOME={folder} carelog today"
    )
