"""export --for self --format md --by-day: the journal as files for days, for a note app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.own_copy import agrees_to_copy, copy_shape, nothing_written
from carelog.cli.exporting.page_format import STDOUT
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.progress import waiting
from carelog.documents.packet.formats import Format, neutral_name
from carelog.documents.private_file import check_free, write
from carelog.domain.audience import SELF
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue
from carelog.wording.files import diary as words
from carelog.wording.files import export as export_words

if TYPE_CHECKING:
    from carelog.cli.exporting.page_format import Printing
    from carelog.cli.runtime.session import Session
    from carelog.domain.audience import Audience
    from carelog.review.pages.diary import Diary


def diary_copy(
    session: Session,
    audience: Audience,
    how: Printing,
    ends: tuple[str | None, str | None],
    *,
    narrowed: bool,
    output: str,
    yes: bool,
    force: bool,
) -> Answer:
    """Write a file for each day, once the person has heard what that is; every day there is, unless some are asked for.

    `narrowed` says that sections or words were named. Raises InvalidValue then, for another audience or format, and on
    a screen; StorageError when the journal cannot be read or the file not be written.
    """
    if audience.key != SELF.key or how.form is not Format.MARKDOWN:
        raise InvalidValue(words.ONLY_SELF)
    if narrowed:
        raise InvalidValue(words.ONLY_DAYS)
    if output == STDOUT:
        raise InvalidValue(words.NOT_ON_SCREENS)
    place = Path(output or neutral_name(session.today, "zip"))
    check_free(place, replace=force)
    found, hidden = _found(session, ends)
    if not found.days:
        return nothing_written(words.NOTHING)
    if not yes and not agrees_to_copy(session, _about(found, hidden), place):
        return nothing_written()
    return _written(session, found, hidden, place, force=force)


def _found(session: Session, ends: tuple[str | None, str | None]) -> tuple[Diary, int]:
    """The days, and how many entries of theirs are private."""
    from carelog.review.pages.diary import EVERY_DAY, diary

    since, until = ends
    first = day_of(session, since) if since else EVERY_DAY.first
    period = Period(first, day_of(session, until) if until else EVERY_DAY.last)
    journal = session.to_read()
    with waiting(session, "Reading"):
        return diary(journal, period), sum(entry.private for entry in journal.entries.matching(period))


def _about(found: Diary, hidden: int) -> list[str]:
    days = found.days
    about = [words.FOR_YOU, words.holds(len(days), found.entries, days[0].day, days[-1].day)]
    return [*about, words.private_stay(hidden)] if hidden else about


def _written(session: Session, found: Diary, hidden: int, place: Path, *, force: bool) -> Answer:
    from carelog.documents.diary import diary_zip

    session.to_read().check()
    with waiting(session, "Writing"):
        content = diary_zip(found, session.settings.mood)
    write(place, content, replace=force)
    if hidden:
        session.remarks.append(words.private_stay(hidden))
    holds = {"days": len(found.days), "entries": found.entries}
    data = copy_shape(place, Format.MARKDOWN, holds, content, hidden)
    return Answer(f"{export_words.written(place)}\n{words.FOR_YOU}", data=lambda: data)
