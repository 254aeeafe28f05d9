"""Settings, the questions of the first start, and the demo journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import short_day
from carelog.wording.lists import listed_with_or

if TYPE_CHECKING:
    from datetime import date

SETTINGS_KEPT = _("The settings are kept.")
COMMENTS_NOT_KEPT = _("The file was written anew; its comments are gone. “carelog settings edit” keeps them.")

WELCOME = _(
    "Welcome. carelog keeps a journal on this computer and nowhere else.\n"
    "A few questions, about a minute. Enter skips any of them."
)
ASK_COUNTRY = _("Which country's helplines should your crisis card show (two letters, such as GB; several: GB, IE)")
ASK_PERSON = _("One person you could call on a hard day")
ASK_SHARED = _("Do other people use this computer?")
SHARED_ADVICE = _(
    "Words typed after a command stay in the shell's history. Use “carelog mood” alone: it asks, and what you "
    "type then is kept in the journal only. docs/privacy.md says what else stays on a shared computer."
)
ASK_SEE_CARD = _("Would you like to see your crisis card now?")
READY = _("That is all. Note a moment with: carelog mood 4 a few words")
START_NEEDS_TERMINAL = _("Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis")

DEMO_YEARS = _("Inventing years")


def no_numbers(codes: list[str]) -> str:
    """The country was set to one for which carelog has no numbers."""
    return _(
        "carelog has no number and no line for {codes}. If that is your country, the card shows your own people and "
        "says how to find a line; numbers you know can go on it: carelog contact add"
    ).format(codes=listed_with_or(codes))


def police_only(sentence: str) -> str:
    """The country was set to one in which the police alone are confirmed; the sentence is the card's."""
    return _(
        "{sentence} It comes at the end of your card, and never first. Numbers you know can go on it: "
        "carelog contact add"
    ).format(sentence=sentence)


def setting_changed(key: str, value: str) -> str:
    """A setting was changed; an empty value means that it has none now."""
    return (
        _("{key} is now {value}.").format(key=key, value=value) if value else _("{key} is now not set.").format(key=key)
    )


def demo_made(folder: str, first: date, entries: int) -> str:
    """A demo journal was made; `folder` is quoted for a shell."""
    return plural(
        entries,
        "{folder} now holds {entries} invented entry from {first} {year} until today. Your own journal was not "
        "touched.\nLook around: CARELOG_HOME={folder} carelog today",
        "{folder} now holds {entries} invented entries from {first} {year} until today. Your own journal was not "
        "touched.\nLook around: CARELOG_HOME={folder} carelog today",
        folder=folder,
        entries=f"{entries:,}",
        first=short_day(first),
        year=first.year,
    )
