"""The parts of the crisis card's file that hold something: what lies in the open, taken from the card's own record."""

from __future__ import annotations

from carelog.crisis.card import Card, Person, parse
from carelog.crisis.place import read

PERSON = "person."
"""How the parts about people begin; the others are called what they are called in the card's record."""

DAMAGED = "damaged"
"""The part that cannot be read."""
LOCKED = "ticked"
"""The part that says what a locked journal leaves readable; it stands there also where that is nothing."""

_NO_FACTS = ("whole", "unread", "people")
"""Fields of the record that are no line of the file: whether and why not it could be read, and people's own lines."""


def parts_of_file(path: str) -> tuple[str, ...]:
    """The parts that a card's file holds, with `DAMAGED` where not all of it can be read."""
    try:
        card = parse(read(path))
    except OSError:
        return (DAMAGED,)
    return (*parts_of(card), *(() if card.whole else (DAMAGED,)))


def parts_of(card: Card) -> tuple[str, ...]:
    """The parts of a card that hold something, in the order of its record."""
    own = (name for name in Card.__slots__ if name not in _NO_FACTS and _holds(getattr(card, name)))
    of_people = (f"{PERSON}{name}" for name in Person.__slots__ if any(getattr(person, name) for person in card.people))
    return (*own, *of_people, *([LOCKED] if card.ticked == [] else []))


def _holds(value: object) -> bool:
    return any(value) if isinstance(value, tuple) else bool(value)
