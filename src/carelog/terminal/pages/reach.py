"""Whom to turn to now: who said yes, a line that is open, who is next; a name, ways to reach them, words to begin."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.people.any_hour import is_there_at_any_hour
from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.review.people.helplines import Helpline
from carelog.review.people.reach import Reach
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped_keeping_emoji
from carelog.wording.people import contacts as contacts_words
from carelog.wording.people import helplines as helplines_words
from carelog.wording.people import reach as reach_words

_INDENT = 2
_MOST_LINES = 3

Block = tuple[str, list[str]]
"""A sentence, and the facts below it."""


class ReachPage:
    """The contact that `carelog reach` suggests, one open helpline, and who can be reached next."""

    def __init__(self, found: Reach) -> None:
        self.found = found

    def sentences(self) -> Iterator[str]:
        """Whoever is there, with how to reach them and the message; the helpline; who is next; the crisis card."""
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

    def _blocks(self) -> Iterator[Block]:
        """Somebody who may be asleep stands behind the line that is open."""
        found = self.found
        if found.unread:
            yield reach_words.UNREAD_WITH_NUMBERS if found.lines.line else reach_words.UNREAD, []
        if found.contact and not found.may_sleep:
            yield from self._contact(found.contact)
        yield from self._line()
        if found.contact and found.may_sleep:
            yield from self._contact(found.contact)
        if found.following and found.opens:
            yield reach_words.next_up(found.following_name, found.opens, found.now), self._ways(found.following)
        yield reach_words.IN_DANGER, []

    def _contact(self, contact: Contact) -> Iterator[Block]:
        found, ways = self.found, self._ways(contact)
        saying = [reach_words.saying(contact.say)] if contact.say else []
        if contact.agreed_to and ways:
            yield reach_words.said_yes(found.name, contact.agreed_to, ways[0]), [*ways[1:], *saying]
        elif is_there_at_any_hour(contact):
            yield reach_words.at_any_hour(found.name), [*ways, *saying]
        else:
            yield contact.name, [*ways, *saying]
        if not found.known:
            yield self._when(contact), []
        if found.message:
            yield reach_words.MESSAGE_TO_COPY, [found.message]
        yield reach_words.note_it(found.name), []

    def _when(self, contact: Contact) -> str:
        """When a group meets, else that nothing is known of somebody's hours."""
        if self.found.meeting:
            return reach_words.next_meeting(self.found.meeting)
        return reach_words.meets(contact.meets) if contact.meets else reach_words.HOURS_NOT_KNOWN

    def _line(self) -> Iterator[Block]:
        lines = self.found.lines
        others = [self._told(each) for each in lines.others[1:_MOST_LINES]] if self.found.unread else []
        if lines.line:
            is_sure, nobody = lines.line.open_now is True, self.found.nobody
            yield reach_words.open_line(self._told(lines.line), is_sure=is_sure, nobody=nobody), others
        elif lines.country is None:
            yield reach_words.NO_COUNTRY, []
        elif lines.country.opens:
            yield helplines_words.next_opening(lines.country.opens), []
        else:
            yield helplines_words.no_lines(lines.country.name), []
        if lines.country and lines.guessed:
            yield helplines_words.guessed(lines.country.code), []
        if self.found.nobody and not lines.line:
            yield reach_words.ADD_SOMEONE, []

    def _told(self, line: Helpline) -> str:
        texts = [reach_words.text_to(line.text)] if line.text else list(line.writing[:1])
        ways = [*texts, line.number] if self.found.lines.writing_first else [line.number, *texts]
        return reach_words.line_with_way(line.name, next(filter(None, ways), ""))

    def _ways(self, contact: Contact) -> list[str]:
        """How to reach somebody; what is written comes first for those who would rather not speak."""
        ways = sorted(contact.ways, key=_is_spoken) if self.found.lines.writing_first else contact.ways
        return list(map(contacts_words.way, ways))


def _is_spoken(way: Way) -> bool:
    return way.kind is not WayKind.TEXT
