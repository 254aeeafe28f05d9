"""The properties at the head of a Markdown file (its front matter), as Obsidian and other note apps write them.

They are a small part of YAML: names with a value, a list in brackets or of lines that begin with a hyphen. What is more
than that, such as a table in a table, is kept as it is written. Source: Obsidian's documentation.
"""

from __future__ import annotations

import re

_FENCE = "---"
_ENDS = ("---", "...")
_MOST_LINES = 500
_NAMED = re.compile(
    r"(?P<name>[^\s:#\-\[{\"'][^:\n]{0,99}|\"[^\"\n]{1,100}\"|'[^'\n]{1,100}')\s*:(?:\s+(?P<value>.*))?"
)
_QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^']|'')*)'")
_PIECE = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+)")
_NOTHING = {"", "null", "~", "[]", "{}"}
_BLOCKS = {"|", ">", "|-", ">-", "|+", ">+"}
"""One of these stands before a text of several lines, in which `#` begins no remark."""


def split_properties(text: str) -> tuple[dict[str, list[str]], str]:
    """The values of each property by its name, and the text below them.

    A value that is no list is a list of one, an empty one a list of none. Without properties, or where they are never
    closed, all of the text is the text.
    """
    lines = text.removeprefix("\ufeff").lstrip("\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((at for at, line in enumerate(lines[1:_MOST_LINES], start=1) if line.rstrip() in _ENDS), None)
    if end is None:
        return {}, text
    return _read(lines[1:end]), "\n".join(lines[end + 1 :])


def _read(lines: list[str]) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = {}
    values: list[str] = []
    is_block = False
    for line in lines:
        found = _NAMED.fullmatch(line.rstrip())
        if found:
            values = properties.setdefault(_unquoted(found["name"].strip()), [])
            value = (found["value"] or "").strip()
            is_block = value in _BLOCKS
            values += [] if is_block else _values(value)
        elif line.strip() and (not line.lstrip().startswith("#") or (is_block and line[0].isspace())):
            if not properties:
                values = properties.setdefault("", [])
            values += [_unquoted(line.strip().removeprefix("- ").strip())]
    return {name: [each for each in values if each not in _NOTHING] for name, values in properties.items()}


def _values(value: str) -> list[str]:
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [text for each in _PIECE.findall(value[1:-1]) if (text := _unquoted(each.strip()))]
    return [_unquoted(value)]


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    if not found:
        return text
    if found["double"] is not None:
        return re.sub(r"\\(.)", r"\1", found["double"])
    return found["single"].replace("''", "'")
