"""Read the sections and steps of a plan, and ask for them section by section."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_text
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.people.plan import Section
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.wording.lists import listed
from carelog.wording.people import plan as plan_words
from carelog.wording.punctuation import labelled

if TYPE_CHECKING:
    from carelog.domain.people.plan import PlanStep
    from carelog.journal import Journal
    from carelog.journal.collections.contacts import Contacts
    from carelog.journal.collections.plan import Plan


def section_named(typed: str) -> Section:
    """The section of that name, or the only one whose name begins so. Raises InvalidValue, which names all of them."""
    word = fold(typed.strip())
    begun = [section for section in Section if word and section.value.startswith(word)]
    exact = [section for section in begun if section.value == word]
    found = exact or begun
    if len(found) != 1:
        raise InvalidValue("plan.section-unknown", given=typed, parts=listed(section.value for section in Section))
    return found[0]


def contact_id_of(contacts: Contacts, name: str | None) -> str | None:
    """The id of the contact of that name; None without a name. Raises NotFound or AmbiguousName."""
    return contacts.named(name).id if name else None


def change_step(
    journal: Journal, reference: str, text: str | None, contact: str | None, to: int | None, off_card: bool | None
) -> PlanStep:
    """Change a step, with its place within its section where `to` says one; it is one change for `undo`.

    Places are counted from 1; one past the end is the last. Raises InvalidValue where nothing is to be changed,
    NotFound or AmbiguousName for the step and the contact.
    """
    if not (text or contact is not None or to or off_card is not None):
        raise InvalidValue("plan.change-needed")
    plan = journal.plan
    old = plan.find(reference)
    tied = old.contact_id if contact is None else contact_id_of(journal.contacts, contact)
    not_on_card = old.not_on_card if off_card is None else off_card
    step = replace(old, text=text or old.text, contact_id=tied, not_on_card=not_on_card)
    if not to:
        return plan.edit(step)
    others = [each for each in plan.of(step.section) if each.id != step.id]
    plan.arrange([*others[: to - 1], step, *others[to - 1 :]])
    return plan.get(step.id)


def walk_through(plan: Plan) -> None:
    """Ask for steps section by section; each is saved as soon as it is typed, and Enter goes on."""
    say_on_stderr(plan_words.GUIDE)
    for section, prompt in plan_words.PROMPTS.items():
        _ask_section(plan, section, prompt)
    say_on_stderr(f"\n{plan_words.HEADINGS[Section.OTHERS]}")
    for label, prompt in plan_words.OTHERS_PROMPTS:
        if text := ask_text(prompt):
            plan.add(Section.OTHERS, labelled(label, text))
    if text := ask_text(plan_words.SENTENCE_PROMPT):
        plan.add(Section.SENTENCE, text)


def _ask_section(plan: Plan, section: Section, prompt: str) -> None:
    say_on_stderr(f"\n{plan_words.HEADINGS[section]}")
    for step in plan.of(section):
        say_on_stderr(f"  {step.text}")
    while text := ask_text(prompt):
        plan.add(section, text)
        prompt = plan_words.ONE_MORE
