"""What can help right now, in this order: steps of the plan, people, helplines, the emergency number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.domain.people.plan import STEPS_FIRST, Section
from carelog.review.people.helplines import help_here
from carelog.review.people.printed_plan import printed_plan

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal
    from carelog.review.people.helplines import CountryHelp
    from carelog.review.people.printed_plan import StepPrinted

_SHORT = 3


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Steps of the plan by section, people of the crisis card, and the countries whose numbers the card shows.

    `guessed` says that the person chose no country, so that pages name the country of each number. `countries` may be
    empty, and a country may be without a confirmed emergency number.
    """

    steps: dict[Section, tuple[StepPrinted, ...]]
    people: tuple[Contact, ...]
    countries: tuple[CountryHelp, ...]
    guessed: bool = False

    @property
    def in_short(self) -> HelpNow:
        """The first three steps of the first section with steps, three people, three lines of the first country."""
        steps = {section: steps[:_SHORT] for section, steps in [*self.steps.items()][:1]}
        first = tuple(replace(country, lines=country.lines[:_SHORT]) for country in self.countries[:1])
        return HelpNow(steps, self.people[:_SHORT], (*first, *self.countries[1:]), self.guessed)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The confirmed emergency numbers without duplicates, each with the name of its first country."""
        found: dict[str, str] = {}
        for country in self.countries:
            if country.emergency:
                found.setdefault(country.emergency, country.name)
        return list(found.items())


def help_now(journal: Journal, day: date) -> HelpNow:
    """All help that the journal has on a day, with the lines of the crisis card's countries."""
    countries, guessed = help_here(journal)
    sections = dict(printed_plan(journal, day).sections)
    steps = {each: sections[each] for each in STEPS_FIRST if each in sections and each.value != Section.OTHERS.value}
    people = tuple(each for each in journal.contacts if each.crisis_order is not None)
    return HelpNow(steps, people, tuple(countries), guessed)
