"""export --as life-chart: a printed page for each month, with both ends of every day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.choice import choose_in_preview, sections_named
from carelog.cli.exporting.own_copy import nothing_written
from carelog.cli.exporting.preview import Preview
from carelog.cli.exporting.struck_in_name import struck_in_name
from carelog.cli.exporting.struck_words import told_of_struck
from carelog.cli.exporting.unmet import unmet
from carelog.cli.exporting.write import answer_of_page, free_place, record_share, write_document
from carelog.cli.prompts.times import day_of
from carelog.documents.packet.formats import Format
from carelog.domain.audience import ALLY, Section
from carelog.domain.text import clean_line
from carelog.domain.time.months import months_on
from carelog.errors import InvalidValue
from carelog.review.packet.redaction import Strike
from carelog.wording.files import life_chart as words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from carelog.cli.exporting.choice import Choice
    from carelog.cli.exporting.page_format import PageFormat
    from carelog.cli.exporting.period import AskedDays
    from carelog.cli.exporting.unmet import Unmet
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.documents.blocks import Document
    from carelog.domain.audience import Audience
    from carelog.review.pages.life_chart import LifeChart

PAGE, LIFE_CHART = "page", "life-chart"
"""What is typed after --as. “shares” lists a life chart by that name."""

_MONTHS = 3
"""The months of a chart whose first day is not named, the present one included."""

_SECTIONS = frozenset(
    {Section.NAME, Section.MOOD, Section.TRACKERS, Section.MEDICINES, Section.FEELINGS, Section.WORDS}
)
"""The sections that a chart can have."""

_IN_WORDS = frozenset({Section.BELONGING, Section.ACTIVITIES})
"""Sections that decide whether activities are among the words of a day."""


def is_life_chart(kind: str) -> bool:
    """Whether --as names the life chart. Raises InvalidValue for a kind that is not known."""
    if kind.strip().lower() not in (PAGE, LIFE_CHART):
        raise InvalidValue("export.kind-unknown", given=clean_line(kind), known=listed([PAGE, LIFE_CHART]))
    return kind.strip().lower() == LIFE_CHART


def check_life_chart(audience: Audience, form: Format, include: Iterable[str], options: Mapping[str, object]) -> None:
    """Raise InvalidValue for an audience or a format that has no life chart, and for what a chart does not have.

    `options` are what a chart has none of, by what is typed, and whether each was given.
    """
    if audience.key == ALLY.key or form in (Format.CSV, Format.JSON):
        raise InvalidValue("export.life-chart-for-whom")
    sections = sections_named(include, Section)
    absent = [f"--include {section.value}" for section in sections if section not in _SECTIONS]
    for option in [*(option for option, given in options.items() if given), *absent]:
        raise InvalidValue("export.life-chart-has-no", option=option)


def months_of_chart(context: Context, asked: AskedDays) -> AskedDays:
    """The days asked for; without --last and --from the three months up to the last day.

    Raises InvalidValue for a day that cannot be read.
    """
    if asked.last is not None or asked.first is not None:
        return asked
    last = min(day_of(context, asked.until), context.today)
    return replace(asked, first=months_on(last, 1 - _MONTHS).isoformat())


def export_life_chart(
    session: Session,
    choice: Choice,
    page_format: PageFormat,
    output: str,
    whom: str,
    *,
    yes: bool,
    force: bool,
) -> Answer:
    """Write the life chart of a choice, once the person agrees to its preview or `yes` agrees in advance.

    Raises InvalidValue for a file that exists, StorageError where the journal cannot be read or the file not be
    written.
    """
    place = free_place(session, output, page_format.form, force=force)
    chart = (
        _chart(session, choice, place)
        if yes
        else choose_in_preview(session, session.to_read(), choice, place, partial(_preview, session))
    )
    if chart is None:
        return nothing_written()
    if not chart.months:
        return nothing_written(words.NOTHING)
    return _write(session, chart, choice.audience, page_format.with_password(session), place, whom, force=force)


def _chart(session: Session, choice: Choice, place: Path | None) -> LifeChart:
    """The chart, unless a word or an entry that was to be taken off it is not there."""
    whole = _whole_chart(session, choice)
    session.remarks += _unmet(session, choice, whole).remarks_or_refusal()
    session.remarks += struck_in_name(choice.struck_words, place)
    return Strike(choice.struck_words).page(whole)


def _preview(session: Session, choice: Choice) -> Preview[LifeChart]:
    """Every line of the chart; empty where it has no month."""
    from carelog.documents.plain_text import plain_text

    whole = _whole_chart(session, choice)
    chart = Strike(choice.struck_words).page(whole)
    if not chart.months:
        return Preview(chart, "")
    text = f"{words.GOES_OUT}\n\n{plain_text(_document(chart))}"
    told = told_of_struck(choice.struck_words, [whole], lambda strike: plain_text(_document(strike.page(whole))))
    return Preview(chart, text, [*told, *_unmet(session, choice, whole).sentences()])


def _whole_chart(session: Session, choice: Choice) -> LifeChart:
    """The chart before words are struck."""
    from carelog.review.pages.life_chart import life_chart

    sections = _contents(choice, choice.leave_out)
    name = choice.audience.shown_name(session.settings.name) if Section.NAME in sections else ""
    return life_chart(session.to_read(), choice.period, sections, without=choice.struck_entries, name=name)


def _contents(choice: Choice, leave_out: Iterable[Section] = ()) -> frozenset[Section]:
    """What may be on the chart; words only where they are asked for, whoever it is for."""
    contents = choice.audience.contents(choice.include, leave_out)
    return contents if Section.WORDS in choice.include else contents - {Section.WORDS}


def _unmet(session: Session, choice: Choice, whole: LifeChart) -> Unmet:
    contents = (_SECTIONS | _IN_WORDS) & _contents(choice)
    if Section.WORDS not in contents:
        contents -= _IN_WORDS
    return unmet(session.to_read(), choice, contents, lambda strike: _document(strike.page(whole)))


def _document(chart: LifeChart) -> Document:
    from carelog.documents.life_chart import life_chart_document

    return life_chart_document(chart)


def _write(
    session: Session,
    chart: LifeChart,
    audience: Audience,
    page_format: PageFormat,
    place: Path | None,
    whom: str,
    *,
    force: bool,
) -> Answer:
    content = write_document(session, _document(chart), page_format, place, force=force)
    record_share(session, audience.key, chart.period, [LIFE_CHART], page_format.form, content, whom)
    about = {
        "audience": audience.key,
        "period": {"from": chart.period.first.isoformat(), "to": chart.period.last.isoformat()},
        "sections": [LIFE_CHART],
        "months": len(chart.months),
    }
    return answer_of_page(place, page_format.form, content, about)
