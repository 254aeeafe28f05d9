"""tracker sheet: a month of the person's own scales as a page to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.exporting.page_format import read_page_format
from carelog.cli.exporting.write import answer_of_page, free_place, write_document
from carelog.documents.packet.formats import ON_PAPER
from carelog.domain.audience import THERAPIST
from carelog.domain.time.days import FIRST_YEAR, LAST_YEAR
from carelog.domain.time.months import months_on
from carelog.errors import InvalidValue
from carelog.exchange.files.month_names import month_of_word

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.answer import Answer
    from carelog.cli.runtime.session import Session


def write_month_sheet(session: Session, day: date, form: str, output: str, *, empty: bool, force: bool) -> Answer:
    """Write the sheet of the month of a day to a file, or to standard output.

    Raises InvalidValue for another format or ending and for a file that exists, StorageError where the journal cannot
    be read or the file not be written.
    """
    from carelog.documents.month_sheet import month_sheet_document
    from carelog.review.pages.month_sheet import month_sheet

    page_format = read_page_format(session, form, output, THERAPIST, "", locked=False, offered=ON_PAPER)
    if page_format.form not in ON_PAPER:
        raise InvalidValue("export.not-as-tables", format=page_format.form.value)
    place = free_place(session, output, page_format.form, force=force)
    sheet = month_sheet(session.to_read(), day, empty=empty)
    content = write_document(session, month_sheet_document(sheet), page_format, place, force=force)
    return answer_of_page(place, page_format.form, content, {"month": f"{day:%Y-%m}", "scales": len(sheet.trackers)})


def month_named(session: Session, text: str | None) -> date:
    """A day of the month that a text names, such as 2026-11, november, last or next; without a text of this one.

    A month by its name is the latest that has begun. Raises InvalidValue for anything else.
    """
    today = session.today
    words = (text or "").strip().lower()
    if not words or words == "this":
        return today
    if words in ("last", "next"):
        return months_on(today, -1 if words == "last" else 1)
    if number := month_of_word(words):
        return today.replace(year=today.year - (number > today.month), month=number, day=1)
    year, _, month = words.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12 and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return today.replace(year=int(year), month=int(month), day=1)
    raise InvalidValue("tracker.month-not-understood", text=text)
