"""Take chosen people in beside the contacts that are there: nobody twice, and no number lost to another of one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_yes_or_no
from carelog.domain.text import fold
from carelog.exchange.vcard.namesakes import further_ways, is_one_person, told_apart, with_card
from carelog.wording.people import address_book as address_book_words
from carelog.wording.people import contacts as contacts_words

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact, Way


@dataclass(slots=True)
class Intake:
    """The contacts as they will be, and what became of each chosen person.

    `new` are added, `changed` are contacts that got further ways, `known` are names of those left as they are. `apart`
    has the names of people who are called otherwise because a contact has their name: as it was, and as it is. `left`
    has the ways of the file that a contact does not have, and does not get.
    """

    contacts: dict[str, Contact]
    new: dict[str, Contact] = field(default_factory=dict)
    changed: dict[str, Contact] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    left: list[tuple[str, tuple[Way, ...]]] = field(default_factory=list)
    _of_name: dict[str, list[str]] = field(init=False)
    """The ids of contacts by their folded name."""

    def __post_init__(self) -> None:
        self._of_name = {}
        for each in self.contacts.values():
            self._of_name.setdefault(fold(each.name), []).append(each.id)

    def namesakes(self, person: Contact) -> list[Contact]:
        """The contacts of the name of a person."""
        return [self.contacts[each] for each in self._of_name.get(fold(person.name), [])]

    def add(self, person: Contact) -> None:
        """Add somebody who is nobody of the contacts, under a name of their own."""
        if namesakes := self.namesakes(person):
            apart = told_apart(person, namesakes, self._of_name)
            self.apart.append((person.name, apart.name))
            person = apart
        self.new[person.id] = self.contacts[person.id] = person
        self._of_name.setdefault(fold(person.name), []).append(person.id)

    def sentences(self) -> Iterator[str]:
        """What is said of it."""
        added, changed = ([each.name for each in those.values()] for those in (self.new, self.changed))
        if added or not changed:
            yield address_book_words.added(added) if added else address_book_words.NOBODY
        if changed:
            yield address_book_words.changed(changed)
        if self.known:
            yield address_book_words.already(self.known)
        yield from (address_book_words.told_apart(name, called) for name, called in self.apart)
        yield from (address_book_words.not_taken(name, contacts_words.ways(ways)) for name, ways in self.left)


def take_in(contacts: Iterable[Contact], chosen: Iterable[Contact], *, asks: bool) -> Intake:
    """What becomes of chosen people. With `asks` the person is asked who is who, else nobody here is changed.

    Somebody is known by the id of the card, or by a name and a way that a contact has. Where the name alone is the
    same, they are somebody else, whose name is told apart.
    """
    intake = Intake({each.id: each for each in contacts})
    for person in chosen:
        namesakes = intake.namesakes(person)
        known = intake.contacts.get(person.id) or _known_by_name(namesakes, person)
        if known:
            _meet(intake, known, person, asks=asks)
        elif asks and (same := _same_person(namesakes, person)):
            _change(intake, same, person)
        else:
            intake.add(person)
    return intake


def _known_by_name(namesakes: Iterable[Contact], person: Contact) -> Contact | None:
    """The contact who is the person of a card; one with a way in common comes before one without any."""
    same = [each for each in namesakes if is_one_person(each, person)]
    return min(same, key=lambda each: not each.ways, default=None)


def _meet(intake: Intake, known: Contact, person: Contact, *, asks: bool) -> None:
    """Somebody who is here already: further ways are added if the person wants that."""
    further = further_ways(known, person)
    shown = contacts_words.ways(further)
    if further and asks and ask_yes_or_no(address_book_words.ask_further(known.name, shown), default=False):
        _change(intake, known, person)
        return
    name = person.name if fold(person.name) == fold(known.name) else known.name
    intake.known.append(name)
    if further:
        intake.left.append((name, further))


def _same_person(namesakes: Iterable[Contact], person: Contact) -> Contact | None:
    """The contact of whom the person says that a card of the same name and with other ways is about them."""
    shown = contacts_words.ways(person.ways)
    for each in namesakes:
        question = address_book_words.ask_same(each.name, contacts_words.ways(each.ways), shown)
        if ask_yes_or_no(question, default=True):
            return each
    return None


def _change(intake: Intake, known: Contact, person: Contact) -> None:
    """Give a contact the further ways of a card. Of one that was there before, all else stays as it is."""
    is_new = known.id in intake.new
    both = with_card(known, person) if is_new else replace(known, ways=known.ways + further_ways(known, person))
    intake.contacts[known.id] = (intake.new if is_new else intake.changed)[known.id] = both
