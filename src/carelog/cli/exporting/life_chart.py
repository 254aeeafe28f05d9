"""export --as life-chart: a printed page for each month, with both ends of every day."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.own_copy import nothing_written
from carelog.cli.exporting.preview import STOP, ask_about_preview
from carelog.cli.exporting.write import place_of, record_share
from carelog.cli.prompts.ask import need_terminal
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.progress import spinner
from carelog.cli.runtime.streams import say_on_stderr
from carelog.documents.packet.formats import Format
from carelog.documents.private_file import check_free, write
from carelog.domain.audience import Section
from carelog.domain.text import clean_line
from carelog.errors import AmbiguousName, InvalidValue
from carelog.wording.files import export as export_words
from carelog.wording.files import life_chart as words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.cli.exporting.choice import Choice
    from carelog.cli.exporting.page_format import PageFormat
    from carelog.cli.exporting.period import AskedDays
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.documents.blocks import Document
    from carelog.review.pages.life_chart import LifeChart

PAGE, LIFE_CHART = "page", "life-chart"
"""What is typed after --as. “shares” lists a life chart by that name."""

_MONTHS = 3
"""The months of a chart whose first day is not named, the present one included."""


def is_life_chart(kind: str) -> bool:
    """Whether --as names the life chart. Raises InvalidValue for a kind that is not known."""
    if kind.strip().lower() not in (PAGE, LIFE_CHART):
        raise InvalidValue("export.kind-unknown", given=clean_line(kind), known=listed([PAGE, LIFE_CHART]))
    return kind.strip().lower() == LIFE_CHART


def months_of_chart(context: Context, asked: AskedDays) -> AskedDays:
    """The days asked for; without --last and --from the three months up to the last day.

    Raises InvalidValue for a day that cannot be read.
    """
    if asked.last is not None or asked.first is not None:
        return asked
    last = min(day_of(context, asked.until), context.today)
    months = last.year * 12 + last.month - _MONTHS
    return replace(asked, first=date(months // 12, months % 12 + 1, 1).isoformat())


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

    Raises InvalidValue for CSV and JSON and for a file that exists, StorageError where the journal cannot be read or
    the file not be written.
    """
    if page_format.form in (Format.CSV, Format.JSON):
        raise InvalidValue("export.not-as-tables", format=page_format.form.value)
    place = place_of(session, output, page_format.form)
    if place is not None:
        check_free(place, replace=force)
    agreed = choice if yes else _choose_in_preview(session, choice, place)
    if agreed is None:
        return nothing_written()
    chart = _chart(session, agreed)
    if not chart.months:
        return nothing_written(words.NOTHING)
    return _write(session, chart, page_format.with_password(session), place, whom, force=force)


def _choose_in_preview(session: Session, choice: Choice, place: Path | None) -> Choice | None:
    """The choice as the person leaves it after the preview; None when they stop."""
    need_terminal(session, "program.yes-needs-terminal")
    while (chart := _chart(session, choice)).months:
        typed = ask_about_preview(session, _preview(chart), str(place or "")).strip()
        if typed.lower() in ("", "y", "yes"):
            return choice
        if typed.lower() in (STOP, "n", "no"):
            return None
        try:
            choice = choice.with_struck(session.to_read(), typed)
        except AmbiguousName as several:
            say_on_stderr(several.message)
    return choice


def _chart(session: Session, choice: Choice) -> LifeChart:
    from carelog.review.packet.redaction import with_words_struck
    from carelog.review.pages.life_chart import life_chart

    shows_name = Section.NAME in choice.audience.contents((), choice.leave_out)
    name = choice.audience.shown_name(session.settings.name) if shows_name else ""
    own_words = Section.WORDS in choice.include
    journal, without = session.to_read(), choice.struck_entries
    chart = life_chart(journal, choice.period, without=without, own_words=own_words, name=name)
    return with_words_struck(chart, choice.struck_words)


def _preview(chart: LifeChart) -> str:
    from carelog.documents.plain_text import plain_text

    return f"{words.GOES_OUT}\n\n{plain_text(_document(chart))}"


def _document(chart: LifeChart) -> Document:
    from carelog.documents.life_chart import life_chart_document

    return life_chart_document(chart)


def _write(
    session: Session, chart: LifeChart, page_format: PageFormat, place: Path | None, whom: str, *, force: bool
) -> Answer:
    with spinner(session, export_words.WRITING):
        content = page_format.render_document(session, _document(chart))
    if place is not None:
        write(place, content, replace=force)
    record_share(session, "therapist", chart.period, [LIFE_CHART], page_format.form, content, whom)
    if place is None:
        return Answer(content.decode().removesuffix("\n"))
    data = {
        "file": str(place),
        "format": page_format.form.value,
        "audience": "therapist",
        "period": {"from": chart.period.first.isoformat(), "to": chart.period.last.isoformat()},
        "sections": [LIFE_CHART],
        "months": len(chart.months),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    return Answer(f"{export_words.written(place)}\n{export_words.KEEP_AN_EYE}", data=lambda: data)
