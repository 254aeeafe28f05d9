"""A list of entries under headings for their days, as log, show and on-this-day print it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.entry import Entry
from carelog.domain.ids import HANDLE_LENGTH
from carelog.domain.mood import MoodWords
from carelog.terminal.marks.mood import mood_figure
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.pages.entry_words import details_of, note_of
from carelog.terminal.user_text import paragraph, wrapped, wrapped_keeping_emoji
from carelog.wording import days as days_words
from carelog.wording.pages import common as common_words
from carelog.wording.punctuation import in_clauses, labelled

_INDENT, _HANGING_INDENT = 2, 4
_FEWEST_COLUMNS_FOR_NOTES_BESIDE = 60
_WIDEST_PROSE = 84
"""Longer lines of prose are hard to follow."""


class EntryList:
    """Entries by day, those of a day in the order given. `units` are the units of readings, by the name of the tracker.

    The words of private entries are shown only when `revealed`, as for an entry requested by its handle. An empty list
    says `if_empty`.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        words: MoodWords,
        *,
        units: Mapping[str, str] | None = None,
        revealed: bool = False,
        if_empty: str = common_words.NO_ENTRIES,
    ) -> None:
        self.entries = sorted(entries, key=lambda entry: entry.day)
        self.words = words
        self.units = units or {}
        self.revealed = revealed
        self.if_empty = if_empty

    @property
    def is_empty_list(self) -> bool:
        """Whether all it says is that there are no entries."""
        return not self.entries

    def sentences(self) -> Iterator[str]:
        """Each day, then one sentence per entry."""
        if not self.entries:
            yield self.if_empty
        for day, entries in groupby(self.entries, lambda entry: entry.day):
            yield sentence(days_words.day_name(day))
            yield from (self._sentence(entry) for entry in entries)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self.entries:
            yield from paragraph(self.if_empty, console, options)
        for number, (day, entries) in enumerate(groupby(self.entries, lambda entry: entry.day)):
            if number:
                yield Text()
            yield Text(days_words.day_name(day), style="heading")
            for entry in entries:
                yield from self._drawn(entry, console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _drawn(self, entry: Entry, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        head = self._head(entry, options)
        width = page_width(options)
        beside = width >= _FEWEST_COLUMNS_FOR_NOTES_BESIDE
        indent = cell_len(head.plain) + 2 if beside else _HANGING_INDENT
        body = list(self._body(entry, min(width - indent, _WIDEST_PROSE), console, options))
        if beside and body:
            head.append("  ").append_text(body.pop(0))
        head.rstrip()
        yield head
        for line in body:
            yield Text.assemble(" " * indent, line) if line else line

    def _head(self, entry: Entry, options: ConsoleOptions) -> Text:
        score = Text("") if entry.mood is None else mood_figure(entry.mood, options)
        score.pad_right(max((1 if options.ascii_only else 3) - cell_len(score.plain), 0))
        handle = Text(entry.handle.rjust(HANDLE_LENGTH), style="quiet")
        return Text.assemble(" " * _INDENT, entry.at.clock, "  ", handle, "  ", score)

    def _body(self, entry: Entry, width: int, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        note = note_of(entry, revealed=self.revealed)
        if note:
            wrap = wrapped_keeping_emoji if self.revealed else wrapped
            yield from map(Text, wrap(note, width, console, options))
        details = details_of(entry, self.units, revealed=self.revealed)
        if details:
            lines = wrapped(" · ".join(details), width, console, options)
            yield from (Text(line, style="quiet") for line in lines)

    def _sentence(self, entry: Entry) -> str:
        mood = "" if entry.mood is None else common_words.mood_in_words(entry.mood, self.words.word(entry.mood))
        note = " ".join(note_of(entry, revealed=self.revealed).split())
        details = details_of(entry, self.units, revealed=self.revealed)
        parts = [part for part in (mood, note, *details, common_words.handle(entry.handle)) if part]
        return sentence(labelled(entry.at.clock, in_clauses(parts)))
