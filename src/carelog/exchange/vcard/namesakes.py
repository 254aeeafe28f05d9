"""Cards of one name: which of them are one person, and how two people of one name are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.domain.text import fold
from carelog.exchange.vcard.phone_numbers import digits_of

_LONGEST_NAME = 200
_DIGITS_COMPARED = 9
"""As many last digits as `+49 171 2345678` and `0171 2345678` have in common; shorter numbers are compared whole."""
_DIGITS_SHOWN = 4

Reached = tuple[str, str]
"""A way in the form in which it is compared, without its label; calls and texts to one number are the same."""


def joined(cards: Iterable[Contact]) -> list[Contact]:
    """The people of these cards, in order: cards of one name that share a way, or that have none, are one person."""
    people: dict[int, Contact] = {}
    of_name: dict[str, _OfOneName] = defaultdict(_OfOneName)
    for place, card in enumerate(cards):
        of_name[fold(card.name)].add(people, place, card)
    return [people[place] for place in sorted(people)]


def is_one_person(one: Contact, other: Contact) -> bool:
    """Whether two cards are about the same person: one name, and a way in common or no way to tell them apart."""
    if fold(one.name) != fold(other.name):
        return False
    ways = set(map(_reached, one.ways)), set(map(_reached, other.ways))
    return not all(ways) or bool(ways[0] & ways[1])


def further_ways(known: Contact, card: Contact) -> tuple[Way, ...]:
    """The ways of a card that a contact does not have yet, each of them once."""
    seen = {(way.kind, _reached(way)) for way in known.ways}
    further: dict[tuple[WayKind, Reached], Way] = {}
    for way in card.ways:
        if (key := (way.kind, _reached(way))) not in seen:
            further.setdefault(key, way)
    return tuple(further.values())


def with_card(person: Contact, *cards: Contact) -> Contact:
    """A person with the ways and the words of further cards behind their own; everything else stays as it is."""
    for card in cards:
        known = person.note.split("\n")
        new = [line for line in card.note.split("\n") if line not in known] if card.note else []
        note = "\n".join(filter(None, (person.note, "\n".join(new))))
        person = replace(person, ways=person.ways + further_ways(person, card), note=note)
    return person


def told_apart(person: Contact, namesakes: Sequence[Contact], taken: Container[str]) -> Contact:
    """The person under a name that nobody else has: with what is different about them behind it, such as “Mama home”.

    `namesakes` are the others of that name, `taken` all names that others have, folded. A name of blanks and letters
    alone can be typed without quotes.
    """
    for difference in _differences(person, namesakes):
        name = f"{person.name[: _LONGEST_NAME - len(difference) - 1]} {difference}"
        if fold(name) not in taken:
            return replace(person, name=name)
    raise AssertionError  # numbers never end


class _OfOneName:
    """The places of the people of one name, by the ways that they have."""

    def __init__(self) -> None:
        self._first: int | None = None
        self._place_by_way: dict[Reached, int] = {}

    def add(self, people: dict[int, Contact], place: int, card: Contact) -> None:
        """Join a card with the people whom it is about, at the place of the first of them; else it has its own."""
        people[place] = card
        first, *others = [*self._same(card), place]
        if others:
            people[first] = with_card(people[first], *(people.pop(each) for each in others))
        moved = people[first].ways if others[1:] else card.ways
        self._place_by_way |= {_reached(way): first for way in moved}
        self._first = place if self._first is None else self._first

    def _same(self, card: Contact) -> list[int]:
        """The places of those whom a card is about, in order."""
        if self._first is not None and not (card.ways and self._place_by_way):
            return [self._first]
        return sorted({self._place_by_way[way] for way in map(_reached, card.ways) if way in self._place_by_way})


def _differences(person: Contact, namesakes: Sequence[Contact]) -> Iterator[str]:
    """What tells a person from those of the same name: a label, the end of a number, and at last a number."""
    theirs = {fold(way.label) for each in namesakes for way in each.ways}
    yield from (way.label for way in person.ways if way.label and fold(way.label) not in theirs)
    numbers = (digits_of(way.value) for way in person.ways if way.kind in (WayKind.PHONE, WayKind.TEXT))
    yield from (number[-_DIGITS_SHOWN:] for number in numbers if number)
    yield from map(str, count(2))


def _reached(way: Way) -> Reached:
    if way.kind in (WayKind.PHONE, WayKind.TEXT):
        return "number", digits_of(way.value)[-_DIGITS_COMPARED:]
    return way.kind.value, fold(way.value)
