"""export --for self --format json: the whole journal as one file that loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.exporting.own_copy import agrees_to_copy, copy_shape, nothing_written
from carelog.cli.exporting.write import place_of
from carelog.documents.packet.formats import Format
from carelog.documents.private_file import check_free, write
from carelog.domain.audience import SELF
from carelog.errors import InvalidValue
from carelog.wording.files import export as export_words
from carelog.wording.files import full_copy as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.exporting.page_format import Printing
    from carelog.cli.runtime.session import Session
    from carelog.domain.audience import Audience

PRIVATE = "private"
"""What --include names for this copy alone."""


def is_whole(audience: Audience, how: Printing) -> bool:
    """Whether the copy that loses nothing is meant."""
    return audience.key == SELF.key and how.form is Format.JSON


def whole_copy(
    session: Session, include: Sequence[str] | None, narrowed: bool, output: str, *, yes: bool, force: bool
) -> Answer:
    """Write the whole journal once the person has seen what that is.

    `narrowed` says that days, sections or words were named. Raises InvalidValue then, StorageError when the journal
    cannot be read or the file not be written.
    """
    if narrowed or set(include or ()) - {PRIVATE}:
        raise InvalidValue(words.ONLY_WHOLE)
    private = bool(include)
    place = place_of(session, output, Format.JSON)
    if place:
        check_free(place, replace=force)
    counts, hidden = _counts(session, private=private)
    if not yes and not _agreed(session, counts, hidden, place, private=private):
        return nothing_written()
    session.to_read().check()
    content = _content(session, private=private)
    if place:
        write(place, content, replace=force)
    if hidden and not private and yes:
        session.remarks.append(words.private_stay(hidden))
    if place is None:
        return Answer(content.decode().removesuffix("\n"))
    data = copy_shape(place, Format.JSON, counts, content, 0 if private else hidden)
    return Answer(f"{export_words.written(place)}\n{words.ALL_OF_IT}", data=lambda: data)


def _counts(session: Session, *, private: bool) -> tuple[dict[str, int], int]:
    journal = session.to_read()
    hidden = sum(entry.private for entry in journal.entries)
    counts = journal.counts()
    return counts | {"entries": counts["entries"] - (0 if private else hidden)}, hidden


def _agreed(session: Session, counts: dict[str, int], hidden: int, place: Path | None, *, private: bool) -> bool:
    about = [words.ALL_OF_IT, words.holds(counts)]
    if hidden:
        about.append(words.private_come(hidden) if private else words.private_stay(hidden))
    return agrees_to_copy(session, about, place)


def _content(session: Session, *, private: bool) -> bytes:
    from carelog.cli.runtime.progress import watch_of
    from carelog.exchange.serializers.full_copy_json import write_full_copy

    return write_full_copy(session.to_read(), private=private, progress=watch_of(session))
