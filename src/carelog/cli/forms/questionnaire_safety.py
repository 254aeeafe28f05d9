"""The response to an answer about death or harm: it comes at once, and is the same for every answer above zero.

It shows the emergency number, the person's own plan, their people and helplines. On a terminal they may choose one of
these to see all of it, and can always carry on. What they choose is not recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_text
from carelog.cli.prompts.wrap import show_lines
from carelog.domain.people.called import called
from carelog.wording import questionnaires as words
from carelog.wording.hard_answer import hard_answer_in
from carelog.wording.lists import listed
from carelog.wording.people import contacts as contacts_words
from carelog.wording.people import plan as plan_words
from carelog.wording.people import reach as reach_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal
    from carelog.review.people.help_now import HelpNow
    from carelog.review.people.helplines import Helpline
    from carelog.review.people.printed_plan import StepPrinted
    from carelog.wording.hard_answer import HardAnswer


def response(journal: Journal, language: str) -> str:
    """The response in a few lines, without a question, in the language in which the question was read."""
    return "\n".join(_response(_read_help(journal).in_short, hard_answer_in(language)))


def offer_help(journal: Journal, language: str) -> None:
    """Show the response on a terminal, then whatever part the person chooses, until Enter carries on."""
    help_here, said = _read_help(journal), hard_answer_in(language)
    show_lines(["", *_response(help_here.in_short, said), "", said.what_helps])
    while part := _part_chosen(ask_text(words.CHOICE)):
        lines = part(help_here, said) or [said.nothing_there]
        show_lines(["", *lines, _emergency_numbers(help_here, said), "", said.what_helps])


def _response(help_here: HelpNow, said: HardAnswer) -> list[str]:
    steps = [_step(step) for steps in help_here.steps.values() for step in steps]
    plan = _block(said.your_plan, steps)
    first = [said.honest, _emergency_numbers(help_here, said)]
    return [*first, *plan, *_people(help_here, said), *_lines(help_here, said), said.at_any_time]


def _read_help(journal: Journal) -> HelpNow:
    from carelog.review.people.help_now import help_now

    return help_now(journal, journal.today)


def _part_chosen(typed: str) -> Callable[[HelpNow, HardAnswer], list[str]] | None:
    """The part that a number or a word asks for; None for anything else, which carries on."""
    said = set(typed.lower().replace(":", " ").split())
    parts = (({"1", "p", "plan"}, _whole_plan), ({"2", "o", "person", "people"}, _people), ({"3", "l", "line"}, _lines))
    return next((part for names, part in parts if said & names), None)


def _emergency_numbers(help_here: HelpNow, said: HardAnswer) -> str:
    return said.emergency(help_here.numbers, guessed=help_here.guessed)


def _whole_plan(help_here: HelpNow, _: HardAnswer) -> list[str]:
    parts = help_here.steps.items()
    return [line for part, steps in parts for line in _block(plan_words.HEADINGS[part], map(_step, steps))]


def _step(step: StepPrinted) -> str:
    return listed(filter(None, [step.text, step.name, *step.numbers]))


def _block(heading: str, lines: Iterable[str]) -> list[str]:
    indented = [f"  {line}" for line in lines]
    return [heading, *indented] if indented else []


def _people(help_here: HelpNow, said: HardAnswer) -> list[str]:
    return _block(said.your_people, map(_person, help_here.people))


def _lines(help_here: HelpNow, said: HardAnswer) -> list[str]:
    first = next(iter(help_here.countries), None)
    if first is None:
        return []
    return _block(said.lines_in(first.name) if help_here.guessed else said.your_lines, map(_line, first.lines))


def _person(contact: Contact) -> str:
    return listed([called(contact), *map(contacts_words.way, contact.ways), *filter(None, [contact.hours])])


def _line(line: Helpline) -> str:
    return listed(filter(None, [line.name, line.number or reach_words.text_to(line.text), line.hours, line.closed]))
