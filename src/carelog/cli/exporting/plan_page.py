"""plan print: the plan for hard days on paper, as HTML or PDF, for the person or for a friend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.page_format import read_page_format
from carelog.cli.runtime.standard_streams import output_file
from carelog.documents.file_ending import check_ending
from carelog.documents.packet.formats import Format
from carelog.documents.private_file import check_free, write
from carelog.domain.audience import SELF
from carelog.wording.people import plan as plan_words

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.cli.runtime.session import Session
    from carelog.documents.blocks import Document
    from carelog.review.people.printed_plan import PrintedForFriend, PrintedPlan

_FORMATS = (Format.HTML, Format.PDF)


def write_plan(session: Session, file: Path, whom: str | None, *, force: bool) -> Answer:
    """Write the plan, or the page for the contact `whom`, in the format of the ending, HTML without one; and say so.

    Raises InvalidValue for another ending, a file that exists and a plan that has nothing for the friend; NotInstalled
    for a PDF without the extra `pdf`; NotFound or AmbiguousName for the friend.
    """
    check_ending(str(file), *(form.ending for form in _FORMATS))
    page_format, place = read_page_format(session, "", str(file), SELF, "", locked=False), output_file(session, file)
    if place:
        check_free(place, replace=force)
    if page_format.form is Format.HTML:
        content = _html(session, whom)
    else:
        content = page_format.render_document(session, _document(session, whom))
    if not place:
        return Answer(document=content)
    write(place, content, replace=force)
    said = plan_words.printed(str(place), as_pdf=page_format.form is Format.PDF)
    return Answer(said, data=lambda: {"file": str(place)})


def _html(session: Session, whom: str | None) -> bytes:
    from carelog.documents.plan_html import page_for, plan_page

    return plan_page(_printed(session)) if whom is None else page_for(_for_friend(session, whom))


def _document(session: Session, whom: str | None) -> Document:
    from carelog.documents.plan_document import document_for, plan_document

    return plan_document(_printed(session)) if whom is None else document_for(_for_friend(session, whom))


def _printed(session: Session) -> PrintedPlan:
    from carelog.review.people.printed_plan import printed_plan

    return printed_plan(session.to_read(), session.today)


def _for_friend(session: Session, whom: str) -> PrintedForFriend:
    from carelog.review.people.printed_plan import printed_for

    journal = session.to_read()
    return printed_for(journal, journal.contacts.named(whom))
