"""The data of a printed plan: all of it for the person, or for a friend only the page that is meant for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.people.contact import Contact, WayKind
from carelog.domain.people.on_card import steps_on_card
from carelog.domain.people.plan import SECTIONS, Section
from carelog.review.people.helplines import CountryHelp, Helpline, help_in
from carelog.review.people.plan import Step, plan

if TYPE_CHECKING:
    from datetime import date

    from carelog.journal import Journal

_PEOPLE_ON_WALLET, _STEPS_ON_WALLET = 3, 3


@dataclass(frozen=True, slots=True)
class PersonPrinted:
    """A contact of the crisis card: name, numbers to call or text, hours and what to say."""

    name: str
    numbers: tuple[str, ...]
    hours: str
    say: str


@dataclass(frozen=True, slots=True)
class StepPrinted:
    """A step, and the name and numbers of the contact it is about; `name` is empty if the text contains it."""

    text: str
    name: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """The plan on paper, with a wallet card to cut out and fold.

    `sections` are pairs of a section and its steps. The wallet card has the first `steps` to do alone and the first
    `people` of the crisis card, three each, and `sentence_on_card`, without what is kept off it. `country` is the first
    of the person's countries, or None.
    """

    day: date
    sentence: str
    sections: tuple[tuple[Section, tuple[StepPrinted, ...]], ...]
    steps: tuple[str, ...]
    people: tuple[PersonPrinted, ...]
    country: CountryHelp | None
    sentence_on_card: str


@dataclass(frozen=True, slots=True)
class PrintedForFriend:
    """The page for one friend: what others can do, what this friend agreed to, and a helpline for the friend."""

    name: str
    others: tuple[str, ...]
    agreed_to: str
    line: Helpline | None


def printed_plan(journal: Journal, day: date) -> PrintedPlan:
    """The plan of the person themselves, on paper."""
    sections = plan(journal, day).sections
    people = list(journal.contacts)
    alone, sentences = (
        steps_on_card(people, (each.step for each in sections.get(section, ())))
        for section in (Section.ALONE, Section.SENTENCE)
    )
    return PrintedPlan(
        day,
        next((each.step.text for each in sections.get(Section.SENTENCE, ())), ""),
        tuple((section, tuple(map(_step, sections[section]))) for section in SECTIONS if section in sections),
        tuple(each.text for each in alone[:_STEPS_ON_WALLET]),
        tuple(map(_person, journal.contacts.on_card()[:_PEOPLE_ON_WALLET])),
        _country(journal),
        next((each.text for each in sentences), ""),
    )


def printed_for(journal: Journal, friend: Contact) -> PrintedForFriend:
    """The page for a friend. It names nobody else and has no other part of the plan."""
    country = _country(journal)
    others = tuple(step.text for step in journal.plan.of(Section.OTHERS))
    return PrintedForFriend(
        friend.name, others, friend.agreed_to, country.lines[0] if country and country.lines else None
    )


def _step(step: Step) -> StepPrinted:
    contact, text = step.contact, step.step.text
    if contact is None:
        return StepPrinted(text)
    return StepPrinted(text, "" if contact.name in text else contact.name, _numbers(contact))


def _person(contact: Contact) -> PersonPrinted:
    return PersonPrinted(contact.name, _numbers(contact), contact.hours, contact.say)


def _numbers(contact: Contact) -> tuple[str, ...]:
    """The numbers to call or text, without duplicates."""
    return tuple(dict.fromkeys(way.value for way in contact.ways if way.kind in (WayKind.PHONE, WayKind.TEXT)))


def _country(journal: Journal) -> CountryHelp | None:
    return next(iter(help_in(journal, journal.settings.country[:1])), None)
