"""The text of a note from an entry of Day One: Markdown, rich text, place and weather."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from carelog.domain.numbers import show_number
from carelog.errors import RefusedFile
from carelog.exchange.files.json_file import read_json_file, table_of, tables_of, text_of, whole_of, words_of

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(dayone-moment:[^()]*\)\n?")
_HEADING = re.compile(r"\A#{1,6} ")
_PLACE = (
    ("placeName", "Place Name"),
    ("localityName", "Locality"),
    ("administrativeArea", "Administrative Area"),
    ("country", "Country"),
)
_SKY = ("conditionsDescription", "Description")
_CELSIUS = ("temperatureCelsius", "Celsius")
"""The names of each field, in the JSON export and in the classic folder."""


def plain(markdown: str) -> str:
    """Markdown without escapes, links to photos, and the mark of a heading at its start."""
    return _ESCAPED.sub(r"\1", _HEADING.sub("", _PICTURE.sub("", markdown).strip())).strip()


def rich(content: str) -> str:
    """The plain text of a rich text, which is a string of JSON; empty where it is not. Lists keep their marks."""
    try:
        pieces = tables_of(table_of(read_json_file(content.encode("utf-8", "replace"))).get("contents"))
    except RefusedFile:
        return ""
    written: list[str] = []
    for _, piece in pieces:
        begins = not written or written[-1].endswith("\n")
        if text := text_of(piece.get("text")):
            mark = _mark(table_of(table_of(piece.get("attributes")).get("line"))) if begins else ""
            written.append(f"{mark}{text}")
    return "".join(written).strip()


def surroundings(place: Any, weather: Any) -> list[str]:
    """A line for the place of an entry and a line for its weather, each only where it is known."""
    named = dict.fromkeys(_first(table_of(place), each) for each in _PLACE)
    sky = [_first(table_of(weather), _SKY), *_degrees(table_of(weather))]
    lines = {"Location": ", ".join(filter(None, named)), "Weather": ", ".join(filter(None, sky))}
    return [f"{name}: {line}" for name, line in lines.items() if line]


def _first(table: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := words_of(table.get(name)))), "")


def _degrees(weather: Mapping[str, Any]) -> Iterator[str]:
    for name in _CELSIUS:
        found = weather.get(name)
        if number := show_number(found) if isinstance(found, int | float) else words_of(found):
            yield f"{number} °C"


def _mark(line: Mapping[str, Any]) -> str:
    style = text_of(line.get("listStyle"))
    if style == "numbered":
        return f"{whole_of(line.get('listIndex')) or 1}. "
    if style == "checkbox":
        return "- [x] " if line.get("checked") is True else "- [ ] "
    return "- " if style == "bulleted" else ""
