"""The printed plan for hard days as a document, for a PDF: what the HTML page says, the card on its own page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Bullets, Document, Heading, Item, Paragraph, Tone
from carelog.errors import InvalidValue
from carelog.wording.people import plan as plan_words

if TYPE_CHECKING:
    from carelog.review.people.helplines import Helpline
    from carelog.review.people.printed_plan import PersonPrinted, PrintedForFriend, PrintedPlan, StepPrinted


def plan_document(plan: PrintedPlan) -> Document:
    """The plan for the person themselves, with the card."""
    foot = plan_words.PRINTED_FOOT.format(day=plan.day.isoformat())
    return Document(plan_words.TITLE, (*_plan(plan), *_card(plan)), subtitle=plan.sentence, footer=foot)


def document_for(friend: PrintedForFriend) -> Document:
    """The page for a friend. Raises InvalidValue when the plan says nothing about what they can do."""
    if not (friend.others or friend.agreed_to):
        raise InvalidValue("plan.nothing-for-friend", name=friend.name)
    title = plan_words.FOR_A_FRIEND.format(name=friend.name)
    return Document(title, tuple(_for_friend(friend)), subtitle=plan_words.FROM_ME)


def _plan(plan: PrintedPlan) -> Iterator[Block]:
    yield from _danger(plan)
    for section, steps in plan.sections:
        yield Heading(plan_words.HEADINGS[section])
        yield Bullets(tuple(Item(_step(each)) for each in steps))
    yield from _first_line(plan)


def _card(plan: PrintedPlan) -> Iterator[Block]:
    """The card: what to do alone on the left, people and a line on the right."""
    alone: list[Block] = [*_danger(plan), *([Paragraph(plan.sentence_on_card)] if plan.sentence_on_card else [])]
    alone += [Bullets(tuple(map(Item, plan.steps)))] if plan.steps else []
    people = [Paragraph(line) for each in plan.people for line in _person(each)]
    yield Heading(plan_words.TO_CARRY, on_new_page=True)
    yield Beside(tuple(alone), (*people, *_first_line(plan)))


def _for_friend(friend: PrintedForFriend) -> Iterator[Block]:
    if friend.others:
        yield Heading(plan_words.OTHERS_HEADING)
        yield Bullets(tuple(map(Item, friend.others)))
    if friend.agreed_to:
        yield Heading(plan_words.YOU_AGREED)
        yield Paragraph(friend.agreed_to)
    if friend.line:
        yield Paragraph(plan_words.FOR_YOURSELF)
        yield Paragraph(_line(friend.line))


def _danger(plan: PrintedPlan) -> Iterator[Block]:
    country = plan.country
    if country and country.emergency:
        yield Paragraph(plan_words.IN_DANGER.format(number=country.emergency, country=country.name), Tone.STRONG)
    else:
        yield Paragraph(plan_words.IN_DANGER_UNKNOWN, Tone.STRONG)
    yield from map(Paragraph, country.beside if country else ())


def _first_line(plan: PrintedPlan) -> Iterator[Block]:
    country = plan.country
    if country and country.lines:
        yield Paragraph(plan_words.MY_LINE.format(line=_line(country.lines[0])))
    if country and country.police_only:
        yield Paragraph(country.police_only)


def _line(line: Helpline) -> str:
    template = plan_words.LINE_WITH_HOURS if line.hours else plan_words.LINE
    return template.format(name=line.name, number=line.number or line.text, hours=line.hours, day=line.checked)


def _step(step: StepPrinted) -> str:
    text = plan_words.STEP_WITH_NAME.format(step=step.text, name=step.name) if step.name else step.text
    return " ".join([text, *step.numbers])


def _person(person: PersonPrinted) -> Iterator[str]:
    reached = " ".join([person.name, *person.numbers])
    with_hours = plan_words.PERSON_WITH_HOURS.format(person=reached, hours=person.hours)
    yield with_hours if person.hours else reached
    if person.say:
        yield plan_words.SAYING.format(words=person.say)
