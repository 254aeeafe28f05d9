"""What can help in this moment, in this order: the person's own plan, their people, lines, the emergency number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.plan import Section
from carelog.review.helplines import help_in

if TYPE_CHECKING:
    from carelog.domain.contact import Contact
    from carelog.journal import Journal
    from carelog.review.helplines import Helpline

_SHORT = 3


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Steps of the plan to do alone, people of the crisis card, lines of the first country, its emergency number.

    `emergency` is empty where no country is set or no number is confirmed.
    """

    steps: tuple[str, ...]
    people: tuple[Contact, ...]
    lines: tuple[Helpline, ...]
    emergency: str

    @property
    def in_short(self) -> HelpNow:
        """The first three of each."""
        return HelpNow(self.steps[:_SHORT], self.people[:_SHORT], self.lines[:_SHORT], self.emergency)


def help_now(journal: Journal) -> HelpNow:
    """Everything there is, from the journal."""
    country = next(iter(help_in(journal, journal.settings.country[:1])), None)
    return HelpNow(
        tuple(step.text for step in journal.plan.of(Section.ALONE)),
        tuple(journal.contacts.on_card()),
        country.lines if country else (),
        country.emergency if country else "",
    )
