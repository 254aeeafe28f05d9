"""export --for self --format md --by-day: a Markdown file for each day, for a note app."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.own_copy import agrees_to_copy, copy_shape, nothing_written
from carelog.cli.prompts.period_options import period_of_options
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.progress import spinner
from carelog.cli.runtime.standard_streams import DASH, output_file
from carelog.documents.file_ending import check_ending
from carelog.documents.packet.formats import Format, neutral_name
from carelog.documents.private_file import check_free, write_parts
from carelog.domain.audience import SELF
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue
from carelog.wording.files import diary as words
from carelog.wording.files import export as export_words
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from carelog.cli.exporting.page_format import PageFormat
    from carelog.cli.exporting.period import AskedDays
    from carelog.cli.runtime.session import Session
    from carelog.domain.audience import Audience
    from carelog.review.pages.diary import Diary


def export_diary(
    session: Session,
    audience: Audience,
    page_format: PageFormat,
    asked: AskedDays,
    *,
    narrowed: bool,
    output: str,
    yes: bool,
    force: bool,
) -> Answer:
    """Write a zip with a file for each day, once the person agrees; without days asked for it has every day.

    Raises InvalidValue for another audience or format, for standard output, and where `narrowed` says that sections or
    words were chosen; StorageError when the journal cannot be read or the file not be written.
    """
    if audience.key != SELF.key or page_format.form is not Format.MARKDOWN:
        raise InvalidValue("export.diary-only-self")
    if narrowed:
        raise InvalidValue("export.diary-only-days")
    if output == DASH and sys.stdout.isatty():
        raise InvalidValue("export.diary-is-zip")
    check_ending(output, "zip")
    place = output_file(session, Path(output or neutral_name(session.today, "zip")))
    if place is not None:
        check_free(place, replace=force)
    found, private_left = _read_diary(session, asked)
    if not found.days:
        return nothing_written(words.NOTHING)
    if not yes and not agrees_to_copy(session, _description(found, private_left), place):
        return nothing_written()
    return _write_diary(session, found, private_left, place, force=force)


def _read_diary(session: Session, asked: AskedDays) -> tuple[Diary, int]:
    """The diary of a period, and the number of private entries that it leaves out."""
    from carelog.review.pages.diary import EVERY_DAY, diary

    if asked.last is not None:
        period = period_of_options(session, asked.last, asked.first, asked.until, usual=0)
    else:
        first = day_of(session, asked.first) if asked.first else EVERY_DAY.first
        period = Period(first, day_of(session, asked.until) if asked.until else EVERY_DAY.last)
    journal = session.to_read()
    with spinner(session, imports_words.READING):
        return diary(journal, period), sum(entry.private for entry in journal.entries.within(period))


def _description(found: Diary, private_left: int) -> list[str]:
    days = found.days
    lines = [words.FOR_YOU, words.holds(len(days), found.entries, days[0].day, days[-1].day)]
    return [*lines, words.private_stay(private_left)] if private_left else lines


def _write_diary(session: Session, found: Diary, private_left: int, place: Path | None, *, force: bool) -> Answer:
    from carelog.documents.diary import diary_zip

    session.to_read().check()
    with spinner(session, export_words.WRITING):
        content = diary_zip(found, session.settings.mood)
    if private_left:
        session.remarks.append(words.private_stay(private_left))
    if place is None:
        return Answer(document=content)
    sha256 = write_parts(place, (content,), replace=force)
    holds = {"days": len(found.days), "entries": found.entries}
    data = copy_shape(place, Format.MARKDOWN, holds, sha256, private_left)
    return Answer(f"{export_words.written(place)}\n{words.FOR_YOU}", data=lambda: data)
