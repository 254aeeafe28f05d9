"""What becomes of a page that the person agreed to: a file or the screen, and a line in “carelog shares”."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.cli.exporting.choice import Choice, made
from carelog.cli.exporting.page_format import STDOUT, Printing
from carelog.cli.runtime.progress import waiting
from carelog.cli.runtime.streams import say_beside
from carelog.documents.packet.formats import Format, neutral_name
from carelog.documents.private_file import check_free, write
from carelog.domain.share import Share
from carelog.errors import InvalidValue, JournalDamaged, StorageError
from carelog.wording.files import export as words
from carelog.wording.verify import PAGE_MAY_BE_WRONG

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.review.packet.packet import Packet, StaysHere


@dataclass(frozen=True, slots=True)
class Written:
    """A page as it was written: where, as what, and how much of the period stays here."""

    place: Path
    form: Format
    page: Packet
    stays: StaysHere
    sha256: str

    def shape(self) -> dict[str, Any]:
        """The file for programs."""
        from carelog.documents.packet.preview import sections

        return {
            "file": str(self.place),
            "format": self.form.value,
            "audience": self.page.audience,
            "period": {"from": self.page.first.isoformat(), "to": self.page.last.isoformat()},
            "sections": [section.value for section in sections(self.page)],
            "left_out": list(self.page.left_out),
            "stays": {
                "notes": self.stays.notes,
                "private_entries": self.stays.private_entries,
                "contacts": self.stays.contacts,
                "struck": self.stays.struck,
            },
            "sha256": self.sha256,
        }


def place_of(context: Context, output: str, form: Format) -> Path | None:
    """Where the page goes; None for standard output. Raises InvalidValue where that is taken by --json."""
    if output == STDOUT:
        if context.as_json:
            raise InvalidValue(words.STDOUT_IS_JSON)
        return None
    return Path(output or neutral_name(context.today, form.ending))


def check_places(place: Path | None, choice: Choice, *, force: bool) -> None:
    """Raise InvalidValue when a name is taken, or years of their own would all go to the screen."""
    if place is None:
        if choice.by_year:
            raise InvalidValue(words.YEARS_ARE_FILES)
        return
    for each in choice.pages():
        check_free(_named(place, each), replace=force)


def handed_over(
    session: Session, choice: Choice, how: Printing, place: Path | None, whom: str, *, force: bool
) -> Answer:
    """Make every page of a choice, write it, and keep what was handed over."""
    _remark_if_unsound(session)
    how = how.with_password(session)
    if place is None:
        page, _ = made(session.to_read(), choice)
        content = how.of(session, page)
        _record(session, page, how.form, content, whom)
        return Answer(content.decode().removesuffix("\n"))
    written = [_written(session, each, how, _named(place, each), whom, force=force) for each in choice.pages()]
    said = "\n".join([*(words.written(each.place) for each in written), words.KEEP_AN_EYE])
    shapes = [each.shape() for each in written]
    return Answer(said, data=lambda: {"files": shapes} if choice.by_year else shapes[0])


def _remark_if_unsound(session: Session) -> None:
    """Say so where a page may hold what was never written; it can be needed all the same."""
    try:
        session.to_read().check()
    except JournalDamaged:
        session.remarks.append(PAGE_MAY_BE_WRONG)


def _written(session: Session, choice: Choice, how: Printing, place: Path, whom: str, *, force: bool) -> Written:
    with waiting(session, "Writing"):
        page, stays = made(session.to_read(), choice)
    warning = how.weight(page)
    if warning:
        say_beside(warning)
    with waiting(session, "Writing"):
        content = how.of(session, page)
    write(place, content, replace=force)
    _record(session, page, how.form, content, whom)
    return Written(place, how.form, page, stays, hashlib.sha256(content).hexdigest())


def _named(place: Path, choice: Choice) -> Path:
    """The file of a page; that of one year of several has the year in its name."""
    return place.with_name(f"{place.stem}-{choice.period.first.year}{place.suffix}") if choice.is_one_year else place


def _record(session: Session, page: Packet, form: Format, content: bytes, whom: str) -> None:
    """Keep what was handed over; where there is no journal or it cannot be written, the page is made all the same."""
    from carelog.documents.packet.preview import sections
    from carelog.domain.time.days import Period

    if not session.paths.journal.exists():
        return
    session.close()
    try:
        journal = session.to_write()
        now = journal.clock.now()
        share = Share(
            journal.shares.new_id(),
            now,
            now.day(session.settings.day_starts_at),
            page.audience,
            form.value,
            Period(page.first, page.last),
            tuple(section.value for section in sections(page)),
            hashlib.sha256(content).hexdigest(),
            whom,
        )
        journal.shares.record(share)
    except StorageError:
        session.remarks.append(words.NOT_RECORDED)
