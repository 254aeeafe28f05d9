"""Contacts: people and places to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.contact import Way, WayKind
from carelog.wording.days import day_count, short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.time.days import Moment

ASK_CONTACT = "Their name"
ASK_PHONE = "A number to call (Enter skips)"
ASK_HOURS = "When can they be reached (Enter skips)"
ASK_ON_CARD = "Place on the crisis card, from 1; 0 for not on it"
ASK_SAY = "What could you say when you call (Enter skips)"
CARD_PLACE = "The place is a number from 1; 0 leaves them off the card."
NO_CONTACTS = "Nobody is here yet. Add someone you trust: carelog contact add"


def contact_added(name: str, *, on_card: bool) -> str:
    """A contact was added."""
    if on_card:
        return f"Added {name}. They are on your crisis card: carelog crisis"
    return f"Added {name}. To have them on your crisis card: carelog contact edit {typed(name)} --crisis 1"


def number_not_known(number: str) -> str:
    """A telephone number was kept that no numbering plan allows."""
    return f"“{number}” is no number that carelog knows. It is kept as you gave it; please check it once."


def contact_changed(name: str) -> str:
    """A contact was changed."""
    return f"Changed {name}. “carelog undo” takes it back."


def way(way: Way) -> str:
    """A way to reach someone, such as text +44 7700 900371 (mobile)."""
    kind = "text " if way.kind is WayKind.TEXT else ""
    return f"{kind}{way.value} ({way.label})" if way.label else f"{kind}{way.value}"


def reachable(now: bool | None, opens: Moment | None) -> str:
    """Whether someone can be reached now, or from when; empty where it is not known."""
    if now is None:
        return ""
    return "reachable" if now or opens is None else f"from {short_day(opens.local.date())} {opens.clock}"


def agreement(agreed_to: str, on: date | None) -> str:
    """What someone agreed to, and on which day."""
    return f"{agreed_to} ({short_day(on)} {on.year})" if agreed_to and on else agreed_to


def every(days: int | None) -> str:
    """After how many days without contact the person wants a reminder; empty for never."""
    return f"after {day_count(days)}" if days else ""


def no_zone(name: str) -> str:
    """A time zone is unknown."""
    return f"“{name}” is not a time zone that this computer knows. Examples: Europe/Berlin, America/New_York."


def not_understood(text: str, examples: str) -> str:
    """Hours or meeting times could not be parsed and are kept as text."""
    return f"“{text}” is kept as you wrote it, but carelog cannot tell the times in it. It understands: {examples}."


def no_length(text: str) -> str:
    """A length of time cannot be read."""
    return f"“{text}” is not a length of time such as 3w or 10d. off ends it."
