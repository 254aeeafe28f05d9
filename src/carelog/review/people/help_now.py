"""What can help in this moment, in this order: the person's own plan, their people, lines, the emergency number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.domain.people.plan import Section
from carelog.review.people.helplines import help_here
from carelog.review.people.printed_plan import printed_plan

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal
    from carelog.review.people.helplines import CountryHelp
    from carelog.review.people.printed_plan import StepPrinted

_SHORT = 3
_ORDER = (
    Section.ALONE,
    Section.DISTRACTION,
    Section.PEOPLE,
    Section.PROFESSIONALS,
    Section.SAFER,
    Section.REASONS,
    Section.SIGNS,
)
"""What one can do comes first; what others can do is on their own page."""


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Steps of the plan by section, people of the crisis card, and the countries whose numbers the card shows.

    `guessed` says that the person chose no country, so that each number names its own. `countries` may be empty, and
    of one no number may be confirmed.
    """

    steps: dict[Section, tuple[StepPrinted, ...]]
    people: tuple[Contact, ...]
    countries: tuple[CountryHelp, ...]
    guessed: bool = False

    @property
    def in_short(self) -> HelpNow:
        """The first three steps of the first section that has some, three people, three lines of the first country."""
        steps = {section: steps[:_SHORT] for section, steps in [*self.steps.items()][:1]}
        first = tuple(replace(country, lines=country.lines[:_SHORT]) for country in self.countries[:1])
        return HelpNow(steps, self.people[:_SHORT], (*first, *self.countries[1:]), self.guessed)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The emergency numbers that are confirmed, each once, with the name of its country."""
        found: dict[str, str] = {}
        for country in self.countries:
            if country.emergency:
                found.setdefault(country.emergency, country.name)
        return list(found.items())


def help_now(journal: Journal, day: date) -> HelpNow:
    """Everything there is on a day, from the journal, for the countries of the crisis card."""
    countries, guessed = help_here(journal)
    sections = dict(printed_plan(journal, day).sections)
    steps = {section: sections[section] for section in _ORDER if section in sections}
    return HelpNow(steps, tuple(journal.contacts.on_card()), tuple(countries), guessed)
