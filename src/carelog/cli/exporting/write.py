"""Write a page that the person agreed to, to a file or standard output, and record it as a share."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.cli.exporting.page_format import PageFormat
from carelog.cli.runtime.progress import spinner
from carelog.cli.runtime.standard_streams import output_file
from carelog.cli.runtime.streams import say_on_stderr
from carelog.documents.packet.formats import Format, neutral_name
from carelog.documents.private_file import check_free, write
from carelog.errors import InvalidValue, JournalDamaged, StorageError
from carelog.file_access import is_open_to_others, is_there
from carelog.wording.files import export as words
from carelog.wording.verify import PAGE_MAY_BE_WRONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carelog.cli.exporting.choice import Choice
    from carelog.cli.exporting.pages import MadePage
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.documents.blocks import Document
    from carelog.domain.audience import Section
    from carelog.domain.time.days import Period
    from carelog.review.packet.packet import Packet, StaysHere


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that was written: its file, format and packet, what somebody left out, and how much stayed."""

    place: Path
    form: Format
    page: Packet
    left_out: tuple[Section, ...]
    stays: StaysHere
    sha256: str

    def shape(self) -> dict[str, Any]:
        """The answer for programs, which is for the person and not for the reader of the page."""
        return {
            "file": str(self.place),
            "format": self.form.value,
            "audience": self.page.audience,
            "period": {"from": self.page.first.isoformat(), "to": self.page.last.isoformat()},
            "sections": list(self.page.sections),
            "left_out": [section.value for section in self.left_out],
            "stays": {
                "notes": self.stays.notes,
                "private_entries": self.stays.private_entries,
                "contacts": self.stays.contacts,
                "struck": self.stays.struck,
            },
            "sha256": self.sha256,
        }


def free_place(context: Context, output: str, form: Format, *, force: bool) -> Path | None:
    """The same as `place_of` for one file. Raises InvalidValue too where that exists, unless `force`."""
    place = place_of(context, output, form)
    if place is not None:
        check_free(place, replace=force)
    return place


def place_of(context: Context, output: str, form: Format) -> Path | None:
    """The file of the page; None for standard output. Raises InvalidValue where that is needed for JSON."""
    return output_file(context, Path(output or neutral_name(context.today, form.ending)))


def check_places(place: Path | None, choice: Choice, *, force: bool) -> None:
    """Raise InvalidValue where a file exists (unless `force`), and where pages of several years would go to stdout."""
    if place is None:
        if choice.by_year:
            raise InvalidValue("export.years-are-files")
        return
    for each in choice.pages():
        check_free(_file_of(place, each), replace=force)


def write_pages(
    session: Session,
    pages: Sequence[MadePage],
    page_format: PageFormat,
    place: Path | None,
    whom: str,
    *,
    force: bool,
) -> Answer:
    """Write pages as they were made, and record each as a share. Without a place there is one page."""
    _remark_on_damage(session)
    page_format = page_format.with_password(session)
    if place is None:
        content = page_format.render(session, pages[0].packet)
        _record(session, pages[0].packet, page_format.form, content, whom)
        return Answer(document=content)
    written = [
        _write_page(session, each, page_format, _file_of(place, each.choice), whom, force=force) for each in pages
    ]
    open_to_others = any(is_open_to_others(each.place) for each in written)
    said = "\n".join([*(words.written(each.place) for each in written), words.who_can_read(open_to_others)])
    shapes = [each.shape() for each in written]
    return Answer(said, data=lambda: {"files": shapes} if pages[0].choice.is_one_year else shapes[0])


def write_document(
    session: Session, page: Document, page_format: PageFormat, place: Path | None, *, force: bool
) -> bytes:
    """Write a document that is no packet to its place, if it has one, and return the content."""
    with spinner(session, words.WRITING):
        content = page_format.render_document(session, page)
    if place is not None:
        write(place, content, replace=force)
    return content


def answer_of_page(place: Path | None, form: Format, content: bytes, about: Mapping[str, Any]) -> Answer:
    """The answer after a page that is no packet was made: its file, or without a place the page itself."""
    if place is None:
        return Answer(document=content)
    data = {"file": str(place), "format": form.value, **about, "sha256": hashlib.sha256(content).hexdigest()}
    who_can_read = words.who_can_read(is_open_to_others(place))
    return Answer(f"{words.written(place)}\n{who_can_read}", data=lambda: data)


def _file_of(place: Path, choice: Choice) -> Path:
    """The file of a page; the page of one year has the year in its name."""
    return place.with_name(f"{place.stem}-{choice.period.first.year}{place.suffix}") if choice.is_one_year else place


def _remark_on_damage(session: Session) -> None:
    """Remark that a page of a damaged journal may be wrong; it is written all the same, because it may be needed."""
    try:
        session.to_read().check()
    except JournalDamaged:
        session.remarks.append(PAGE_MAY_BE_WRONG)


def _record(session: Session, page: Packet, form: Format, content: bytes, whom: str) -> None:
    """Record the page as a share."""
    from carelog.domain.time.days import Period

    record_share(session, page.audience, Period(page.first, page.last), page.sections, form, content, whom)


def record_share(
    session: Session,
    audience: str,
    period: Period,
    sections: Iterable[str],
    form: Format,
    content: bytes,
    whom: str,
) -> None:
    """Record a page as a share, unless there is no journal; a journal that cannot be written is remarked on."""
    if not is_there(session.paths.journal):
        return
    session.close()
    try:
        journal = session.to_write()
        sha256 = hashlib.sha256(content).hexdigest()
        journal.shares.add(audience, form=form.value, period=period, sections=tuple(sections), sha256=sha256, whom=whom)
    except StorageError:
        session.remarks.append(words.NOT_RECORDED)


def _write_page(
    session: Session, made: MadePage, page_format: PageFormat, place: Path, whom: str, *, force: bool
) -> WrittenPage:
    page = made.packet
    cost = page_format.cost(page)
    if cost:
        say_on_stderr(cost)
    with spinner(session, words.WRITING):
        content = page_format.render(session, page)
    write(place, content, replace=force)
    _record(session, page, page_format.form, content, whom)
    sha256 = hashlib.sha256(content).hexdigest()
    return WrittenPage(place, page_format.form, page, made.choice.left_out, made.stays, sha256)
