"""The properties at the head of a Markdown file (its front matter), as Obsidian and other note apps write them.

They are a small part of YAML: names with a value, a list in brackets or of lines that begin with a hyphen. What is more
than that, such as a table in a table, is kept as it is written. Source: Obsidian's documentation.
"""

from __future__ import annotations

import re
from textwrap import dedent

_FENCE = "---"
_ENDS = ("---", "...")
_MOST_LINES = 500
_NAMED = re.compile(
    r"(?P<name>[^\s:#\-\[{\"'][^:\n]{0,99}|\"[^\"\n]{1,100}\"|'[^'\n]{1,100}')\s*:(?:\s+(?P<value>.*))?"
)
_QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^']|'')*)'")
_PIECE = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+)")
_NOTHING = {"", "null", "~", "[]", "{}"}
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}")
"""It stands before a text of several lines, in which `#` begins no remark."""
_KEY = re.compile(r"[^\W_][\w-]*")


def split_properties(text: str) -> tuple[dict[str, list[str]], str]:
    """The values of each property by its name, and the text below them.

    A value that is no list is a list of one, with all its lines; an empty one a list of none. Lines that belong to no
    property are values without a name. Where the first line between the fences is no property, or they are never
    closed, all of the text is the text: a person may begin a day with `---` too.
    """
    lines = text.removeprefix("\ufeff").lstrip("\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((at for at, line in enumerate(lines[1:_MOST_LINES], start=1) if line.rstrip() in _ENDS), None)
    if end is None or not _is_head(lines[1:end]):
        return {}, text
    return _read(lines[1:end]), "\n".join(lines[end + 1 :])


def is_key(name: str) -> bool:
    """Whether the name of a property is plainly a key, and not words of a sentence in front of a colon."""
    return _KEY.fullmatch(name) is not None


def _is_head(lines: list[str]) -> bool:
    written = [line for line in lines if line.strip()]
    first = next((line for line in written if not line.startswith("#")), "")
    return not written or _NAMED.fullmatch(first.rstrip()) is not None


def _read(lines: list[str]) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = {}
    loose: list[str] = []
    for name, first, further in _blocks(lines, loose):
        properties.setdefault(name, []).extend(each for each in _values(first, further) if each not in _NOTHING)
    return properties | ({"": loose} if loose else {})


def _blocks(lines: list[str], loose: list[str]) -> list[tuple[str, str, list[str]]]:
    """The name of each property, what stands behind it, and the lines below it; lines of none go to `loose`."""
    found: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if named := _NAMED.fullmatch(line.rstrip()):
            found.append((_unquoted(named["name"].strip()), (named["value"] or "").strip(), []))
        elif found and _goes_on(line, *found[-1][1:]):
            found[-1][2].append(line)
        elif line.strip() and not line.lstrip().startswith("#"):
            loose.append(line.strip())
    return found


def _goes_on(line: str, first: str, further: list[str]) -> bool:
    """Whether a line belongs to the property above it: it is indented, an item of a list, or in open brackets."""
    if line.lstrip().startswith("#"):
        return line[:1].isspace() and _BLOCK.fullmatch(first) is not None
    return line[:1].isspace() or line[:1] in ("", "-") or _is_open("".join([first, *further]))


def _is_open(text: str) -> bool:
    """Whether a list in brackets is not closed yet."""
    return text.startswith("[") and not text.rstrip().endswith("]")


def _values(first: str, further: list[str]) -> list[str]:
    """The values of a property: the items of a list, or one text with all its lines."""
    if _BLOCK.fullmatch(first):
        return [dedent("\n".join(further)).strip("\n").rstrip()]
    lines = [line.strip() for line in further if line.strip()]
    if first.startswith("[") and not first.startswith("[[") and not _is_open(whole := " ".join([first, *lines])):
        return [text for each in _PIECE.findall(whole[1:-1]) if (text := _unquoted(each.strip()))]
    return [_unquoted("\n".join([first, *lines]))] if first else _items(lines)


def _items(lines: list[str]) -> list[str]:
    """The items of a list and the lines of a table in a table; a line that is neither goes on with what is above it."""
    items: list[list[str]] = []
    for line in lines:
        if not items or line.startswith("-") or _NAMED.fullmatch(line):
            items.append([])
        items[-1].append(line.removeprefix("- ").strip())
    return [_unquoted("\n".join(each)) for each in items]


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    if not found:
        return text
    if found["double"] is not None:
        return re.sub(r"\\(.)", r"\1", found["double"])
    return found["single"].replace("''", "'")
