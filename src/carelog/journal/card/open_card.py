"""Redact the crisis card of a locked journal: it shows the fields that the person ticked, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.crisis.card import Card, Person
from carelog.domain.card_field import CardField

if TYPE_CHECKING:
    from collections.abc import Iterable

UNNAMED = "Person {number}"
"""The name on the card of somebody whose number is shown and whose name is not."""
_NUMBER_KINDS = ("phone", "text")


def redact_card(card: Card, ticked: Iterable[str]) -> Card:
    """The card with only the ticked fields (CardField values).

    Countries, languages and the built-in helplines are on every card. Raises ValueError for an unknown field.
    """
    fields = {CardField(each) for each in ticked}
    shown = Card(
        revision=card.revision,
        program=card.program,
        countries=card.countries,
        people=_people(card, fields),
        sentence=card.sentence if CardField.SENTENCE in fields else "",
        steps=card.steps if CardField.STEPS in fields else [],
        kind=card.kind if CardField.KIND in fields else ("", ""),
        hidden=card.hidden if CardField.LINES in fields else [],
        checked=card.checked if CardField.LINES in fields else [],
        languages=card.languages,
        topics=card.topics if CardField.LINES in fields else [],
        text_first=card.text_first,
        shown_in=card.shown_in,
        plain=card.plain,
    )
    shown.ticked = sorted(field.value for field in fields)
    return shown


def _people(card: Card, fields: set[CardField]) -> list[Person]:
    people = [_person(number, each, fields) for number, each in enumerate(card.people, 1)]
    is_named = bool(fields & {CardField.NAMES, CardField.FULL_NAMES})
    return [person for person in people if is_named or person.ways]


def _person(number: int, person: Person, fields: set[CardField]) -> Person:
    name = UNNAMED.format(number=number)
    if CardField.FULL_NAMES in fields:
        name = person.name
    elif CardField.NAMES in fields:
        name = person.short_name
    ways = [
        (kind, value, label)
        for kind, value, label in person.ways
        if (CardField.NUMBERS if kind in _NUMBER_KINDS else CardField.OTHER_WAYS) in fields
    ]
    hours = person.hours if CardField.HOURS in fields else ""
    return Person(name, ways, hours, person.say if CardField.SAY in fields else "")
