"""export --for self --format json: the whole journal as one file that loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.own_copy import agrees_to_copy, copy_shape, nothing_written
from carelog.cli.exporting.write import free_place
from carelog.documents.packet.formats import Format
from carelog.documents.private_file import write_parts
from carelog.domain.audience import SELF
from carelog.errors import InvalidValue
from carelog.wording.files import export as export_words
from carelog.wording.files import full_copy as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelog.cli.exporting.page_format import PageFormat
    from carelog.cli.runtime.session import Session
    from carelog.domain.audience import Audience

PRIVATE = "private"
"""What only the full copy takes behind --include."""


def is_full_copy(audience: Audience, page_format: PageFormat) -> bool:
    """Whether audience and format ask for the full copy."""
    return audience.key == SELF.key and page_format.form is Format.JSON


def export_full_copy(
    session: Session, include: Sequence[str] | None, narrowed: bool, output: str, *, yes: bool, force: bool
) -> Answer:
    """Write the whole journal to a file or standard output, once the person agrees.

    Raises InvalidValue where `narrowed` says that days, sections or words were chosen; StorageError when the journal
    cannot be read or the file not be written.
    """
    if narrowed or set(include or ()) - {PRIVATE}:
        raise InvalidValue("export.full-copy-only-whole")
    with_private = bool(include)
    place = free_place(session, output, Format.JSON, force=force)
    session.to_read().check()
    counts, private_entries = _counts(session, with_private=with_private)
    about = _description(counts, private_entries, with_private=with_private)
    content = None if yes and place else _content(session, with_private=with_private)
    if not yes and not agrees_to_copy(session, about, place):
        return nothing_written()
    parts = _parts(session, with_private=with_private) if content is None else (content,)
    sha256 = write_parts(place, parts, replace=force) if place else ""
    stays = 0 if with_private else private_entries
    if stays and yes:
        session.remarks.append(words.private_stay(stays))
    if place is None:
        return Answer(document=content)
    data = copy_shape(place, Format.JSON, counts, sha256, stays)
    return Answer(f"{export_words.written(place)}\n{words.ALL_OF_IT}", data=lambda: data)


def _counts(session: Session, *, with_private: bool) -> tuple[dict[str, int], int]:
    """What the copy holds, by kind, and the number of private entries in the journal."""
    journal = session.to_read()
    private_entries = journal.entries.how_many_private()
    counts = journal.counts()
    return counts | {"entries": counts["entries"] - (0 if with_private else private_entries)}, private_entries


def _description(counts: dict[str, int], private_entries: int, *, with_private: bool) -> list[str]:
    lines = [words.ALL_OF_IT, words.holds(counts)]
    if private_entries:
        lines.append((words.private_come if with_private else words.private_stay)(private_entries))
    return lines


def _content(session: Session, *, with_private: bool) -> bytes:
    """The whole copy, as it is told before a question: what is agreed to is what is written.

    For standard output too, so that whoever reads it slowly does not hold up other programs meanwhile.
    """
    from carelog.cli.runtime.progress import progress_bar
    from carelog.exchange.serializers.full_copy_json import write_full_copy

    return write_full_copy(session.to_read(), private=with_private, progress=progress_bar(session))


def _parts(session: Session, *, with_private: bool) -> Iterator[bytes]:
    from carelog.cli.runtime.progress import progress_bar
    from carelog.exchange.serializers.full_copy_json import full_copy_parts

    return full_copy_parts(session.to_read(), private=with_private, progress=progress_bar(session))
