"""The formats that carelog reads. A file is recognised by what is in it, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from carelog.errors import RefusedFile
from carelog.exchange.batch import Batch, Terms
from carelog.exchange.bearable import is_bearable, read_bearable
from carelog.exchange.daylio import is_daylio, read_daylio
from carelog.exchange.dayone import is_dayone, read_dayone
from carelog.exchange.emoods import is_emoods, read_emoods
from carelog.exchange.howwefeel import is_howwefeel, read_howwefeel
from carelog.exchange.jrnl import is_jrnl, read_jrnl
from carelog.exchange.nomie import is_nomie, read_nomie
from carelog.exchange.pixels import is_pixels, read_pixels


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
    Format("daylio", "a Daylio CSV export", is_daylio, read_daylio),
    Format("jrnl", "a journal of jrnl: JSON, text, YAML or a folder", is_jrnl, read_jrnl),
    Format("dayone", "a Day One JSON export or its zip", is_dayone, read_dayone),
    Format("pixels", "a Pixels backup", is_pixels, read_pixels),
    Format("emoods", "an eMoods table or backup", is_emoods, read_emoods),
    Format("bearable", "a Bearable table", is_bearable, read_bearable),
    Format("nomie", "a Nomie backup or table", is_nomie, read_nomie),
    Format("howwefeel", "a How We Feel table", is_howwefeel, read_howwefeel),
)


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

    Raises RefusedFile, naming the formats there are, when none recognises it.
    """
    for each in FORMATS:
        if _recognised(each, content):
            return each
    raise RefusedFile(f"carelog does not recognise this file. It reads: {_known()}.")


def _recognised(each: Format, content: bytes) -> bool:
    """Whether it is that format; a file that is no table at all may still be something else."""
    try:
        return each.recognises(content)
    except RefusedFile:
        return False


def _known() -> str:
    return ", ".join(f"{each.name} ({each.title})" for each in FORMATS)
