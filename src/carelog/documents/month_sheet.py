"""The sheet of a month as a document: a ruled table of a line for each day, to be read or filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Document, Heading, Paragraph, Table, Tone
from carelog.domain.numbers import show_number
from carelog.domain.score import HIGHEST, LOWEST
from carelog.wording import days as days_words
from carelog.wording.counts import number_range
from carelog.wording.files import life_chart as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import with_remark

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.review.pages.month_sheet import MonthSheet, SheetDay

_MOST_SCALES = 7
"""More scales than this get a second page, so that a field has room to write in."""


def month_sheet_document(sheet: MonthSheet) -> Document:
    """The document of a sheet."""
    title = words.sheet_title(sheet.days[0].day)
    how = words.SHEET_TO_FILL if sheet.is_empty else words.SHEET_EXPLAINED
    return Document(title, tuple(_blocks(sheet)), subtitle=how, footer=title)


def _blocks(sheet: MonthSheet) -> Iterator[Block]:
    title = words.sheet_title(sheet.days[0].day)
    for start in range(0, max(len(sheet.trackers), 1), _MOST_SCALES):
        if start:
            yield Heading(title, on_new_page=True)
        yield _table(sheet, start)
    if not sheet.is_empty:
        yield Paragraph(words.SELF_REPORT, Tone.QUIET)


def _table(sheet: MonthSheet, start: int) -> Table:
    part = slice(start, start + _MOST_SCALES)
    head = (words.DAY, with_remark(words.MOOD, number_range(LOWEST, HIGHEST)), *map(_name, sheet.trackers[part]))
    rows = ((days_words.short_day(each.day), _mood(each), *map(_number, each.readings[part])) for each in sheet.days)
    return Table(words.sheet_title(sheet.days[0].day), head, tuple(rows), ruled=True)


def _name(tracker: Tracker) -> str:
    low, high = tracker.minimum, tracker.maximum
    scale = number_range(low, high) if low is not None and high is not None else ""
    about = listed(part for part in (tracker.unit, scale) if part)
    return with_remark(tracker.name, about) if about else tracker.name


def _mood(day: SheetDay) -> str:
    return number_range(*day.ends) if day.ends else _number(day.mood)


def _number(number: float | None) -> str:
    return "" if number is None else show_number(round(number, 2))
