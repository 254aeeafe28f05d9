"""Settings, their countries, and the demo journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import grouped
from carelog.wording.days import short_day
from carelog.wording.lists import listed_with_or

if TYPE_CHECKING:
    from datetime import date

SETTINGS_KEPT = _("The settings are saved.")
COMMENTS_NOT_KEPT = _(
    "Saved, without the comments that were in the file. To keep comments another time: carelog settings edit"
)

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
        _("{key} is now {value}.").format(key=key, value=value)
        if value
        else _("{key} is no longer set.").format(key=key)
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
        entries=grouped(entries),
        first=short_day(first),
        year=first.year,
    )
