"""What of people, the plan and kind words the crisis card and the printed card to fold may show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from carelog.domain.people.spoken_name import speaks_of, spoken_names

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.plan import PlanStep


def people_on_card(contacts: Iterable[Contact]) -> list[Contact]:
    """Those who have a place on the card and are not kept off it."""
    return [each for each in contacts if each.crisis_order is not None and not each.not_on_card]


def steps_on_card(contacts: Sequence[Contact], steps: Iterable[PlanStep]) -> list[PlanStep]:
    """The steps that are not kept off the card, and neither about somebody who is nor with such a name in them."""
    names, ids = _kept_off(contacts), {each.id for each in contacts if each.not_on_card}
    return [
        step
        for step in steps
        if not step.not_on_card and step.contact_id not in ids and not (names and speaks_of(step.text, names))
    ]


def word_on_card(contacts: Sequence[Contact], word: KindWord | None) -> KindWord | None:
    """A kind word, unless somebody who is kept off the card said it or is named in it."""
    names = _kept_off(contacts)
    return None if word and names and speaks_of(f"{word.text} {word.from_whom}", names) else word


def _kept_off(contacts: Sequence[Contact]) -> frozenset[str]:
    """The names of those who are kept off the card; one that somebody on the card has too is none of them."""
    shown = [each for each in contacts if not each.not_on_card]
    hidden = (each for each in contacts if each.not_on_card)
    return frozenset(name for each in hidden for name in spoken_names(each, shown))
