"""The life chart as a document: a page for each month, with a drawing and a table of a line for each day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Document, Heading, Paragraph, Table, Tone
from carelog.documents.charts.life_chart import month_chart
from carelog.domain.numbers import show_number
from carelog.domain.score import SCORES
from carelog.domain.text import clean_line
from carelog.wording import days as days_words
from carelog.wording.files import life_chart as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import named, with_remark

if TYPE_CHECKING:
    from carelog.review.pages.life_chart import LifeChart, LifeDay, LifeMonth, Taken

_LONGEST_WORDS = 60
"""Words of a day in one line of the printed table, so that a month stays on one page."""


def life_chart_document(chart: LifeChart) -> Document:
    """The document of a life chart."""
    about = words.about(chart.period.first, chart.period.last, chart.name)
    return Document(words.TITLE, tuple(_blocks(chart)), subtitle=about, footer=words.footer(chart.name))


def _blocks(chart: LifeChart) -> Iterator[Block]:
    for number, month in enumerate(chart.months):
        table = _table(chart, month)
        yield Heading(days_words.month_and_year(month.first), on_new_page=number > 0)
        if chart.has_mood or chart.scales or chart.has_medicines:
            drawing = month_chart(chart, month, table)
            yield replace(drawing, in_words=_steps(chart)) if chart.has_mood and not number else drawing
        yield table
        yield Paragraph(words.BOTH_ENDS if chart.has_mood else words.WITHOUT_MOOD, Tone.QUIET)
        if chart.has_medicines:
            yield Paragraph(words.MEDICINES_EXPLAINED, Tone.QUIET)


def _steps(chart: LifeChart) -> str:
    """The words beside the drawing, said once where nothing is drawn."""
    return words.steps(named(str(score), word) for score, word in zip(SCORES, chart.moods, strict=True))


def _table(chart: LifeChart, month: LifeMonth) -> Table:
    scales = (with_remark(scale.name, scale.unit) if scale.unit else scale.name for scale in chart.scales)
    moods = (words.LOWEST, words.HIGHEST) if chart.has_mood else ()
    medicines = (words.MEDICINES,) if chart.has_medicines else ()
    own_words = (words.WORDS if chart.has_own_words else words.FEELINGS,) if chart.has_words else ()
    head = (words.DAY, *moods, *scales, *medicines, *own_words)
    rows = tuple(tuple(_row(chart, day)) for day in month.days)
    return Table(words.chart_title(month.first), head, rows, frozenset({0, *([len(head) - 1] * chart.has_words)}))


def _row(chart: LifeChart, day: LifeDay) -> Iterator[str]:
    yield days_words.short_day(day.day)
    if chart.has_mood:
        yield "" if day.lowest is None else str(day.lowest)
        yield "" if day.highest is None else str(day.highest)
    yield from ("" if reading is None else show_number(round(reading, 2)) for reading in day.readings)
    if chart.has_medicines:
        yield _taken(day.medicines) if day.medicines else ""
    if chart.has_words:
        yield _shortened(listed(map(clean_line, day.words)))


def _taken(taken: Taken) -> str:
    parts = [words.taken(taken.taken, taken.due)] if taken.due else []
    parts += [words.more(taken.more)] if taken.more else []
    parts += [words.as_needed(taken.as_needed)] if taken.as_needed else []
    return listed(parts)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 1].rstrip()}…"
