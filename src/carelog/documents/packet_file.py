"""A packet as a file: its formats, its neutral name, and how it is written."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import InvalidValue
from carelog.files import write_private
from carelog.wording import sharing as sharing_words

if TYPE_CHECKING:
    from carelog.review.packet import Packet


class Format(Enum):
    """The formats there are; the value is what is typed and how the file's name ends."""

    MARKDOWN = "md"
    JSON = "json"


def rendered(packet: Packet, form: Format) -> bytes:
    """The packet in a format, UTF-8."""
    match form:
        case Format.MARKDOWN:
            from carelog.documents.packet_markdown import markdown

            return markdown(packet).encode()
        case Format.JSON:
            from carelog.documents.packet_json import as_json

            return as_json(packet).encode()


def neutral_name(today: date, form: Format) -> str:
    """A file name that says nothing to whoever looks over a shoulder or at a list of recent files."""
    return f"pages-{today}.{form.value}"


def check_free(place: Path, *, replace: bool) -> None:
    """Raise InvalidValue when a file cannot or may not get this name: a folder, a device, or something to keep.

    A link is never followed: with `replace` the link itself makes room.
    """
    if place.is_symlink() or place.is_file():
        if not replace:
            raise InvalidValue(sharing_words.taken(place))
    elif place.exists():
        raise InvalidValue(sharing_words.not_a_file(place))


def write(place: Path, content: bytes, *, replace: bool) -> None:
    """Write a page for its owner's eyes alone (0600), whole or not at all.

    Raises InvalidValue when the name is taken or no file's, StorageError when it cannot be written.
    """
    check_free(place, replace=replace)
    try:
        write_private(place, content, replace=replace)
    except FileExistsError:
        raise InvalidValue(sharing_words.taken(place)) from None
