"""Whom to turn to now: a name, ways to reach them, a message to begin with."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.people.contact import Contact
from carelog.review.people.helplines import Helpline
from carelog.review.people.reach import Reach
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped_keeping_emoji
from carelog.wording.lists import listed
from carelog.wording.people import contacts as contacts_words
from carelog.wording.people import helplines as helplines_words
from carelog.wording.people import reach as reach_words

_INDENT = 2


class ReachPage:
    """The contact that `carelog reach` suggests; without one, who can be reached next and open helplines."""

    def __init__(self, found: Reach) -> None:
        self.found = found

    def sentences(self) -> Iterator[str]:
        """The contact, how to reach them and the message; or who is next, and the helplines."""
        for heading, facts in self._blocks():
            yield sentence(heading)
            yield from map(sentence, facts)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, (heading, facts) in enumerate(self._blocks()):
            if number:
                yield Text()
            yield from paragraph(heading, console, options, "" if number else "heading")
            for fact in facts:
                for line in wrapped_keeping_emoji(fact, max(page_width(options) - _INDENT, 1), console, options):
                    yield Text(f"{' ' * _INDENT}{line}")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _blocks(self) -> Iterator[tuple[str, list[str]]]:
        """Headings, each with the facts below it."""
        found = self.found
        if found.contact:
            yield found.contact.name, _ways(found.contact)
            if not found.known:
                yield reach_words.HOURS_NOT_KNOWN, []
            yield reach_words.MESSAGE_TO_COPY, [found.message]
            yield reach_words.note_it(found.contact.name), []
            return
        if found.following and found.opens:
            yield reach_words.NOBODY_NOW, []
            yield reach_words.next_up(found.following.name, found.opens), _ways(found.following)
        else:
            yield reach_words.NOBODY_YET, []
        if found.lines:
            are_open = all(line.open_now for line in found.lines)
            heading = reach_words.LINES_OPEN if are_open else reach_words.LINES_TO_TRY
            yield heading, list(map(_line, found.lines))
        yield reach_words.IN_DANGER, [helplines_words.next_opening(found.lines_open)] if found.lines_open else []


def _ways(contact: Contact) -> list[str]:
    return [*map(contacts_words.way, contact.ways), *([reach_words.saying(contact.say)] if contact.say else [])]


def _line(line: Helpline) -> str:
    return listed(filter(None, [line.name, line.number or reach_words.text_to(line.text), line.hours]))
