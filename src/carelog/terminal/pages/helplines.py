"""Helplines by country: how to reach each one, its hours and languages, and how well these are confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.people.line_topic import LineTopic
from carelog.review.people.helpline_list import HelplineList, ListedCountry, ListedLine
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped_keeping_emoji
from carelog.wording.lists import listed
from carelog.wording.people import helplines as helplines_words
from carelog.wording.punctuation import in_clauses, with_remark

_INDENT = 2


class HelplinesPage:
    """The helplines of some countries; with `sources` also where each number comes from."""

    def __init__(self, found: HelplineList, *, sources: bool = False) -> None:
        self.found = found
        self.sources = sources

    def sentences(self) -> Iterator[str]:
        """What the lines are for, each country, one sentence for each of its helplines, then the remarks."""
        yield from map(sentence, self._topic())
        for country in self.found.countries:
            yield sentence(_heading(country))
            yield from map(sentence, self._country_facts(country))
            for line in country.lines:
                yield sentence(in_clauses([_name(line), *self._line_facts(line)]))
            yield from map(sentence, self._behind_lines(country))
        yield from map(sentence, self._remarks())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for topic in self._topic():
            yield from paragraph(topic, console, options, "heading")
            yield Text()
        for number, country in enumerate(self.found.countries):
            if number:
                yield Text()
            yield from paragraph(_heading(country), console, options, "heading")
            yield from _indented(self._country_facts(country), console, options)
            for line in country.lines:
                yield Text()
                yield from paragraph(_name(line), console, options)
                yield from _indented(self._line_facts(line), console, options)
            for fact in self._behind_lines(country):
                yield Text()
                yield from paragraph(fact, console, options)
        for number, remark in enumerate(self._remarks()):
            if number or self.found.countries:
                yield Text()
            yield from paragraph(remark, console, options, "quiet")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _topic(self) -> Iterator[str]:
        if self.found.topic:
            yield helplines_words.lines_for(self.found.topic)

    def _country_facts(self, country: ListedCountry) -> Iterator[str]:
        yield from country.beside
        if self.sources and country.emergency:
            yield helplines_words.sources(country.emergency_sources)
        if country.opens:
            yield helplines_words.next_opening(country.opens)
        if not country.lines and self.found.topic and country.listens_to_all:
            yield helplines_words.no_lines_for(country.name, self._elsewhere())
        elif not country.lines:
            yield helplines_words.no_lines(country.name)

    def _behind_lines(self, country: ListedCountry) -> Iterator[str]:
        if country.police_only:
            yield country.police_only
            if self.sources:
                yield helplines_words.sources(country.emergency_sources)

    def _line_facts(self, line: ListedLine) -> list[str]:
        when = listed(filter(None, [line.hours or helplines_words.HOURS_UNKNOWN, line.cost]))
        when_now = [when, *filter(None, [line.opening])]
        facts = [*line.phones, *line.writing, *when_now, helplines_words.speaks(line.speaks), line.confirmed]
        facts += [helplines_words.SENDS_HELP[line.sends_help]] * self.found.about_one
        return facts + [helplines_words.sources(line.sources)] * self.sources

    def _remarks(self) -> Iterator[str]:
        if not self.found.countries:
            yield helplines_words.NO_COUNTRY
            return
        if self.found.about_one:
            yield helplines_words.WHAT_A_CALL_IS
        elif topics := self._topics_beside():
            yield helplines_words.more_lines(topics, self._elsewhere())
        if self.found.source in {"timezone", "locale"}:
            yield helplines_words.guessed(self.found.countries[0].code)
        if any(each.emergency or each.police_only or each.lines for each in self.found.countries):
            yield from self._keys() if self.sources else [helplines_words.see_sources(self._elsewhere())]
            has_lines = any(each.lines for each in self.found.countries)
            yield helplines_words.NOBODY_DIALLED if has_lines else helplines_words.NOBODY_DIALLED_NUMBERS

    def _keys(self) -> Iterator[str]:
        """What the short names of the sources stand for."""
        shown = " ".join(source for country in self.found.countries for source in _sources(country))
        for short, meaning in self.found.keys.items():
            if short in shown.split():
                yield helplines_words.key(short, meaning)

    def _topics_beside(self) -> list[LineTopic]:
        """What there are other lines for, where these are for everybody."""
        found = {topic for country in self.found.countries for topic in country.topics}
        return [topic for topic in LineTopic if topic in found and not self.found.topic]

    def _elsewhere(self) -> str:
        """The codes of the countries that were asked for, as --country takes them; empty for those of the person."""
        asked = self.found.source == "option"
        return ",".join(country.code for country in self.found.countries) if asked else ""


def _heading(country: ListedCountry) -> str:
    if country.police_only:
        return country.name
    return helplines_words.country_heading(country.name, country.emergency)


def _name(line: ListedLine) -> str:
    return with_remark(line.name, helplines_words.HIDDEN) if line.hidden else line.name


def _indented(facts: Iterable[str], console: Console, options: ConsoleOptions) -> Iterator[Text]:
    for fact in facts:
        for row in wrapped_keeping_emoji(fact, max(page_width(options) - _INDENT, 1), console, options):
            yield Text(f"{' ' * _INDENT}{row}")


def _sources(country: ListedCountry) -> Iterator[str]:
    yield from country.emergency_sources
    for line in country.lines:
        yield from line.sources
