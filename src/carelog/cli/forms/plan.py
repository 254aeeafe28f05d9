"""The plan as it is typed: sections by name, and a gentle walk through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_text
from carelog.cli.runtime.streams import say_beside
from carelog.domain.people.plan import Section
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.wording.people import plan as plan_words

if TYPE_CHECKING:
    from carelog.journal.collections.contacts import Contacts
    from carelog.journal.collections.plan import Plan


def section_named(typed: str) -> Section:
    """The section that a word means, or the only one that begins so. Raises InvalidValue naming them all."""
    word = fold(typed.strip())
    begun = [section for section in Section if word and section.value.startswith(word)]
    exact = [section for section in begun if section.value == word]
    found = exact or begun
    if len(found) != 1:
        raise InvalidValue(plan_words.no_section(typed))
    return found[0]


def contact_id_of(contacts: Contacts, name: str | None) -> str | None:
    """The id of the contact that a name means, or None without one."""
    return contacts.named(name).id if name else None


def moved(plan: Plan, reference: str, place: int) -> None:
    """Put a step at a place within its section, counted from 1; one past the end is the last."""
    step = plan.find(reference)
    others = [each for each in plan.of(step.section) if each.id != step.id]
    plan.arrange([*others[: place - 1], step, *others[place - 1 :]])


def walk_through(plan: Plan) -> None:
    """Ask for steps section by section; each is kept as soon as it is written, and Enter goes on."""
    say_beside(plan_words.GUIDE)
    for section, prompt in plan_words.PROMPTS.items():
        _ask_section(plan, section, prompt)
    say_beside(f"\n{plan_words.HEADINGS[Section.OTHERS]}")
    for label, prompt in plan_words.OTHERS_PROMPTS:
        if text := ask_text(prompt):
            plan.add_last(Section.OTHERS, f"{label}: {text}")
    if text := ask_text(plan_words.SENTENCE_PROMPT):
        plan.add_last(Section.SENTENCE, text)


def _ask_section(plan: Plan, section: Section, prompt: str) -> None:
    say_beside(f"\n{plan_words.HEADINGS[section]}")
    for step in plan.of(section):
        say_beside(f"  {step.text}")
    while text := ask_text(prompt):
        plan.add_last(section, text)
        prompt = plan_words.ONE_MORE
