"""Helplines country by country: how to reach each, when, in which languages, and how well that is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.people.helpline_list import HelplineList, ListedCountry, ListedLine
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped_whole
from carelog.wording import helplines as helplines_words

_INSIDE = 2


class HelplinesPage:
    """The lines of some countries; with `sources` also where each number comes from."""

    def __init__(self, found: HelplineList, *, sources: bool = False) -> None:
        self.found = found
        self.sources = sources

    def sentences(self) -> Iterator[str]:
        """Each country, each of its lines in one sentence, and what to know about them."""
        for country in self.found.countries:
            yield sentence(helplines_words.country_heading(country.name, country.emergency))
            yield from (sentence(fact) for fact in self._of_country(country))
            for line in country.lines:
                yield sentence("; ".join([_name(line), *self._facts(line)]))
        yield from map(sentence, self._after())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, country in enumerate(self.found.countries):
            if number:
                yield Text()
            heading = helplines_words.country_heading(country.name, country.emergency)
            yield from paragraph(heading, console, options, "heading")
            yield from self._inside(list(self._of_country(country)), console, options)
            for line in country.lines:
                yield Text()
                yield from paragraph(_name(line), console, options)
                yield from self._inside(self._facts(line), console, options)
        for remark in self._after():
            yield Text()
            yield from paragraph(remark, console, options, "quiet")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _inside(self, facts: list[str], console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for fact in facts:
            for row in wrapped_whole(fact, max(page_width(options) - _INSIDE, 1), console, options):
                yield Text(f"{' ' * _INSIDE}{row}")

    def _of_country(self, country: ListedCountry) -> Iterator[str]:
        if self.sources and country.emergency:
            yield helplines_words.SOURCES.format("; ".join(country.emergency_sources))
        if not country.lines:
            yield helplines_words.no_lines(country.name)

    def _facts(self, line: ListedLine) -> list[str]:
        when = ", ".join(filter(None, [line.hours or helplines_words.HOURS_UNKNOWN, line.cost]))
        facts = [*line.phones, *line.writing, when, helplines_words.speaks(line.speaks), line.confirmed]
        return facts + [helplines_words.SOURCES.format("; ".join(line.sources))] * self.sources

    def _after(self) -> Iterator[str]:
        if not self.found.countries:
            yield helplines_words.NO_COUNTRY
            return
        if self.found.source in {"timezone", "locale"}:
            yield helplines_words.GUESSED.format(self.found.countries[0].code)
        if self.sources:
            shown = " ".join(source for country in self.found.countries for source in _sources(country))
            for short, meaning in self.found.keys.items():
                if short in shown.split():
                    yield helplines_words.key(short, meaning)
        else:
            yield helplines_words.SEE_SOURCES
        yield helplines_words.NOBODY_DIALLED


def _name(line: ListedLine) -> str:
    return f"{line.name} ({helplines_words.HIDDEN})" if line.hidden else line.name


def _sources(country: ListedCountry) -> Iterator[str]:
    yield from country.emergency_sources
    for line in country.lines:
        yield from line.sources
