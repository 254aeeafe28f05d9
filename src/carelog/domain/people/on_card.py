"""What of people, the plan and kind words the crisis card and the printed card to fold may show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.plan import PlanStep


def people_on_card(contacts: Iterable[Contact]) -> list[Contact]:
    """Those who have a place on the card and are not kept off it."""
    return [each for each in contacts if each.crisis_order is not None and not each.not_on_card]


def steps_on_card(contacts: Sequence[Contact], steps: Iterable[PlanStep]) -> list[PlanStep]:
    """The steps that are not kept off the card, and neither about somebody who is nor with such a name in them."""
    is_about_hidden, ids = _speaks_of_hidden(contacts), {each.id for each in contacts if each.not_on_card}
    return [
        step for step in steps if not step.not_on_card and step.contact_id not in ids and not is_about_hidden(step.text)
    ]


def word_on_card(contacts: Sequence[Contact], word: KindWord | None) -> KindWord | None:
    """A kind word, unless somebody who is kept off the card said it or is named in it."""
    return None if word and _speaks_of_hidden(contacts)(f"{word.text} {word.from_whom}") else word


def _speaks_of_hidden(contacts: Sequence[Contact]) -> Callable[[str], bool]:
    """Whether a text names somebody who is kept off the card; a name of somebody on it too names nobody hidden."""
    hidden = [each for each in contacts if each.not_on_card]
    if not hidden:
        return lambda _: False
    from carelog.domain.people.spoken_name import speaks_of, spoken_names

    shown = [each for each in contacts if not each.not_on_card]
    names = frozenset(name for each in hidden for name in spoken_names(each, shown))
    return lambda text: speaks_of(text, names)
