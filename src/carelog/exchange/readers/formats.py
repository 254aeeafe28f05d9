"""The list of formats that carelog reads. A file is recognised by its content, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from carelog.domain.outside_text import in_utf_8
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip, members_opened
from carelog.exchange.files.json_shape import is_json
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import guesses
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.readers.any_table import has_names_of_columns, is_any_table, names_columns, read_any_table
from carelog.exchange.readers.bearable import is_bearable, read_bearable
from carelog.exchange.readers.daily_you import is_daily_you, read_daily_you
from carelog.exchange.readers.day_files import is_day_files, read_day_files
from carelog.exchange.readers.daylio import is_daylio, read_daylio
from carelog.exchange.readers.daylio_backup import is_daylio_backup, read_daylio_backup
from carelog.exchange.readers.dayone import is_dayone, read_dayone
from carelog.exchange.readers.diarium import is_diarium, read_diarium
from carelog.exchange.readers.emoods import is_emoods, read_emoods
from carelog.exchange.readers.exports_beside import exports_beside
from carelog.exchange.readers.howwefeel import is_howwefeel, read_howwefeel
from carelog.exchange.readers.journey import is_journey, read_journey
from carelog.exchange.readers.jrnl.journal import SOURCE as JRNL
from carelog.exchange.readers.jrnl.journal import is_jrnl, is_jrnl_within, read_jrnl
from carelog.exchange.readers.loop.export import is_loop, read_loop
from carelog.exchange.readers.mini_diary import is_mini_diary, read_mini_diary
from carelog.exchange.readers.nomie import is_nomie, read_nomie
from carelog.exchange.readers.pixels import is_pixels, read_pixels
from carelog.exchange.readers.tickmate import is_tickmate, read_tickmate
from carelog.exchange.readers.track_and_graph import is_track_and_graph, read_track_and_graph
from carelog.wording.lists import listed, listed_with_or

_ADDRESS_BOOK, _LEADING_BYTES = b"BEGIN:VCARD", b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, and the functions that recognise and read it.

    `recognises` may raise RefusedFile for content that cannot be the format; `read` raises it when the file as a whole
    cannot be read.
    """

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, ImportContext], ImportBatch]


def is_any_daylio(content: bytes) -> bool:
    """Whether a file is Daylio's CSV export or backup. Raises RefusedFile when it is neither text nor a backup."""
    return is_daylio_backup(content) or is_daylio(content)


def read_any_daylio(content: bytes, context: ImportContext) -> ImportBatch:
    """Read Daylio's CSV export or backup. Raises RefusedFile when the file as a whole cannot be read."""
    read = read_daylio_backup if is_zip(content) or is_daylio_backup(content) else read_daylio
    return read(content, context)


FORMATS = (
    Format("loop", is_loop, read_loop),
    Format("daylio", is_any_daylio, read_any_daylio),
    Format("dayfiles", is_day_files, read_day_files),
    Format("jrnl", is_jrnl, read_jrnl),
    Format("dayone", is_dayone, read_dayone),
    Format("pixels", is_pixels, read_pixels),
    Format("emoods", is_emoods, read_emoods),
    Format("bearable", is_bearable, read_bearable),
    Format("nomie", is_nomie, read_nomie),
    Format("howwefeel", is_howwefeel, read_howwefeel),
    Format("trackandgraph", is_track_and_graph, read_track_and_graph),
    Format("journey", is_journey, read_journey),
    Format("diarium", is_diarium, read_diarium),
    Format("minidiary", is_mini_diary, read_mini_diary),
    Format("tickmate", is_tickmate, read_tickmate),
    Format("dailyyou", is_daily_you, read_daily_you),
    Format("csv", is_any_table, read_any_table),
)
FORMAT_NAMES = tuple(each.name for each in FORMATS)


def read_as(file_format: Format, content: bytes, context: ImportContext) -> ImportBatch:
    """Read a file in a format; the batch has a remark where any text in it had to be decoded as Windows-1252.

    Of a folder or zip file it has one for each file that is an export by itself and did not come in.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    with guesses() as guessed, members_opened() as opened:
        batch = file_format.read(in_utf_8(content), context)
    older = [each for each in (Remark(0, message) for message in guessed) if each not in batch.remarks]
    beside = exports_beside(content, file_format.name, opened, _format_name) if is_zip(content) else ()
    return replace(batch, remarks=(*older, *batch.remarks, *beside))


def _format_name(content: bytes) -> str:
    return format_of(content).name


def names_format(name: str) -> bool:
    """Whether a format has this name, in any case."""
    return any(each.name == name.lower() for each in FORMATS)


def format_named(name: str) -> Format:
    """The format with this name, in any case.

    Raises RefusedFile, whose message names the formats that are spelled nearly so, or else all of them.
    """
    for each in FORMATS:
        if each.name == name.lower():
            return each
    if near := get_close_matches(name.lower(), FORMAT_NAMES):
        raise RefusedFile("imports.format-misspelled", name=name, meant=listed_with_or(near))
    raise RefusedFile("imports.format-unknown", name=name, formats=listed(FORMAT_NAMES))


def format_of(content: bytes) -> Format:
    """The first format that recognises the content.

    Raises RefusedFile when none does, with the reason; for an address book and a table of another app, with the command
    that imports it.
    """
    content = in_utf_8(content)  # some shells write UTF-16 where one writes `> export.json`
    if content.lstrip(_LEADING_BYTES)[: len(_ADDRESS_BOOK)].upper() == _ADDRESS_BOOK:
        raise RefusedFile("imports.address-book", typed="FILE")
    reasons = []
    for each in FORMATS:
        try:
            if each.recognises(content):
                return each
        except RefusedFile as reason:
            reasons.append(reason)
    if is_jrnl_within(content) and not names_columns(content):
        return format_named(JRNL)
    if reasons and not is_json(content):
        raise reasons[0]
    is_table = has_names_of_columns(content) and not is_json(content)
    raise RefusedFile("imports.table-of-unknown-app" if is_table else "imports.file-not-recognised")
