"""People and places to turn to."""

from __future__ import annotations

from carelog.wording.program import typed

ASK_CONTACT = "Their name"
ASK_PHONE = "A number to call (Enter skips)"
ASK_HOURS = "When can they be reached (Enter skips)"
ASK_ON_CARD = "Place on the crisis card, from 1; 0 for not on it"
ASK_SAY = "What could you say when you call (Enter skips)"
CARD_PLACE = "The place is a number from 1; 0 leaves them off the card."
NO_CONTACTS = "Nobody is here yet. Add someone you trust: carelog contact add"


def contact_added(name: str, *, on_card: bool) -> str:
    """Someone was added."""
    if on_card:
        return f"Added {name}. They are on your crisis card: carelog crisis"
    return f"Added {name}. To have them on your crisis card: carelog contact edit {typed(name)} --crisis 1"


def number_not_known(number: str) -> str:
    """A number is kept that no rule knows."""
    return f"“{number}” is no number that carelog knows. It is kept as you gave it; please check it once."


def contact_changed(name: str) -> str:
    """A contact has a new version."""
    return f"Changed {name}. “carelog undo” takes it back."
