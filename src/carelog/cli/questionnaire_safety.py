"""What is said at once when an answer is about death or harm: the same for every answer above nothing.

Own plan first, then people, then lines; the emergency number is always there. One open choice, and carrying on is
always possible: care.md, 1.3. Nothing is kept of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.cli.ask import ask_text
from carelog.cli.streams import say_beside
from carelog.wording import contacts as contacts_words
from carelog.wording import questionnaires as words
from carelog.wording import reach as reach_words

if TYPE_CHECKING:
    from carelog.domain.contact import Contact
    from carelog.journal import Journal
    from carelog.review.help_now import HelpNow
    from carelog.review.helplines import Helpline


def response(journal: Journal) -> str:
    """All of it in a few lines."""
    from carelog.review.help_now import help_now

    help_here = help_now(journal).in_short
    parts = [words.HONEST, words.now(help_here.emergency), *_plan(help_here), *_people(help_here), *_lines(help_here)]
    return "\n".join(parts)


def be_there(journal: Journal) -> None:
    """Say it on a terminal, and show what the person chooses; Enter carries on."""
    say_beside(f"\n{response(journal)}\n")
    from carelog.review.help_now import help_now

    help_here = help_now(journal)
    shown = {"p": _plan, "o": _people, "l": _lines}
    chosen = shown.get(ask_text(words.WHAT_HELPS).lower()[:1])
    if chosen:
        say_beside("\n".join(["", *(chosen(help_here) or ["carelog crisis"]), words.now(help_here.emergency)]))
        ask_text(words.CARRY_ON)


def _plan(help_here: HelpNow) -> list[str]:
    return _block(words.YOUR_PLAN, iter(help_here.steps))


def _people(help_here: HelpNow) -> list[str]:
    return _block(words.YOUR_PEOPLE, map(_person, help_here.people))


def _lines(help_here: HelpNow) -> list[str]:
    return _block(words.YOUR_LINES, map(_line, help_here.lines))


def _block(heading: str, lines: Iterator[str]) -> list[str]:
    told = [f"  {line}" for line in lines]
    return [heading, *told] if told else []


def _person(contact: Contact) -> str:
    return ", ".join([contact.name, *map(contacts_words.way, contact.ways), *filter(None, [contact.hours])])


def _line(line: Helpline) -> str:
    return ", ".join(filter(None, [line.name, line.number or reach_words.text_to(line.text), line.hours]))
