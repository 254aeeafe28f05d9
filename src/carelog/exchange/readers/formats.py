"""The formats that carelog reads. A file is recognised by what is in it, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip
from carelog.exchange.files.json_file import looks_like_json
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.readers.any_table import is_any_table, read_any_table
from carelog.exchange.readers.bearable import is_bearable, read_bearable
from carelog.exchange.readers.daylio import is_daylio, read_daylio
from carelog.exchange.readers.daylio_backup import is_daylio_backup, read_daylio_backup
from carelog.exchange.readers.dayone import is_dayone, read_dayone
from carelog.exchange.readers.emoods import is_emoods, read_emoods
from carelog.exchange.readers.howwefeel import is_howwefeel, read_howwefeel
from carelog.exchange.readers.jrnl import is_jrnl, read_jrnl
from carelog.exchange.readers.loop import is_loop, read_loop
from carelog.exchange.readers.nomie import is_nomie, read_nomie
from carelog.exchange.readers.pixels import is_pixels, read_pixels
from carelog.exchange.readers.track_and_graph import is_track_and_graph, read_track_and_graph

_ADDRESS_BOOK, _BEFORE_WORDS = b"BEGIN:VCARD", b"\xef\xbb\xbf \t\r\n"


def is_any_daylio(content: bytes) -> bool:
    """Whether a file is one of Daylio's two exports. Raises RefusedFile when it is no text and no backup."""
    return is_daylio_backup(content) or is_daylio(content)


def read_any_daylio(content: bytes, terms: Terms) -> Batch:
    """The entries of either export. Raises RefusedFile when the file as a whole cannot be read."""
    reads = read_daylio_backup if is_zip(content) or is_daylio_backup(content) else read_daylio
    return reads(content, terms)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what people call it, and how it is recognised and read.

    Both functions raise RefusedFile for a content that cannot be the format at all.
    """

    name: str
    title: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Terms], Batch]


FORMATS = (
    Format("loop", "Loop Habit Tracker, HabitBull", is_loop, read_loop),
    Format("daylio", "a Daylio CSV export or backup", is_any_daylio, read_any_daylio),
    Format("jrnl", "a journal of jrnl: JSON, text, YAML or a folder", is_jrnl, read_jrnl),
    Format("dayone", "a Day One JSON export or its zip", is_dayone, read_dayone),
    Format("pixels", "a Pixels backup", is_pixels, read_pixels),
    Format("emoods", "an eMoods table or backup", is_emoods, read_emoods),
    Format("bearable", "a Bearable table", is_bearable, read_bearable),
    Format("nomie", "a Nomie backup or table", is_nomie, read_nomie),
    Format("howwefeel", "a How We Feel table", is_howwefeel, read_howwefeel),
    Format("trackandgraph", "Track & Graph's CSV", is_track_and_graph, read_track_and_graph),
    Format("csv", "any table, with --column", is_any_table, read_any_table),
)


def read_as(file_format: Format, content: bytes, terms: Terms) -> Batch:
    """What a file of a format holds, with a remark where its letters had to be read in an older encoding.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    batch = file_format.read(content, terms)
    with suppress(RefusedFile):
        older = Remark(0, decoded(content).remark)
        if older.message and older not in batch.remarks:
            return replace(batch, remarks=(older, *batch.remarks))
    return batch


def names_format(name: str) -> bool:
    """Whether a format has that name, in any case."""
    return any(each.name == name.lower() for each in FORMATS)


def format_named(name: str) -> Format:
    """The format of that name, in any case.

    Raises RefusedFile, naming those there are.
    """
    for each in FORMATS:
        if each.name == name.lower():
            return each
    raise RefusedFile(f"carelog does not know the format “{name}”. It reads: {_known()}.")


def format_of(content: bytes) -> Format:
    """The format that a content is in.

    Raises RefusedFile, naming the formats there are, when none recognises it, and the command for an address book.
    """
    if content.lstrip(_BEFORE_WORDS)[: len(_ADDRESS_BOOK)].upper() == _ADDRESS_BOOK:
        raise RefusedFile("This is an address book. To choose people from it: carelog contact import FILE")
    reasons = []
    for each in FORMATS:
        try:
            if each.recognises(content):
                return each
        except RefusedFile as reason:
            reasons.append(reason)
    if reasons and not looks_like_json(content):
        raise reasons[0]
    raise RefusedFile(f"carelog does not recognise this file. It reads: {_known()}.")


def _known() -> str:
    return ", ".join(f"{each.name} ({each.title})" for each in FORMATS)
