"""Escaping for Markdown, so that a person's text shows as it was typed."""

from __future__ import annotations

import re

from carelog.domain.text import clean, clean_line

_ESCAPED_ANYWHERE = re.compile(r"[\\`*_{}\[\]~$|#^]|(?<=%)%|%(?=%)|(?<==)=|=(?==)")
_HTML_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED_AT_LINE_START = re.compile(r"([-+=:!%])|(\d+)([.)])(?=\s|$)")
_AUTOLINKED = re.compile(r"(?<=[A-Za-z])(:)(?=//)|(?i:(?<=\bwww)(\.))|(@)")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def line(text: str) -> str:
    """Escaped text on one line, for headings, cells and sentences."""
    return _at_line_start(_inline(clean_line(text)))


def quoted(text: str) -> str:
    """Escaped text of several lines as a block quote that keeps its line breaks.

    Blanks at the beginning of a line become no-break spaces, because four blanks would make it a code block.
    """
    return "\n".join(_quoted_line(each) for each in clean(text).split("\n"))


def _quoted_line(text: str) -> str:
    shown = text.expandtabs(4).rstrip(" ")
    words = shown.lstrip(" ")
    return f"> {_NO_BREAK * (len(shown) - len(words))}{_at_line_start(_inline(words))}  " if words else ">"


def _inline(text: str) -> str:
    """Text with everything escaped that is markup anywhere in a line; `<`, `>` and `&` become entities.

    Entities work in renderers without backslash escapes too. Of Obsidian's own markup these are escaped: `%%` (a
    comment), `==` (a highlight) and `^word` (the name of a block).
    """
    escaped = _ESCAPED_ANYWHERE.sub(r"\\\g<0>", text).translate(_HTML_ENTITIES)
    return _AUTOLINKED.sub(r"\\\g<0>", escaped)


def _at_line_start(text: str) -> str:
    """Text with its beginning escaped where it would start a list, a heading or a rule."""
    found = _ESCAPED_AT_LINE_START.match(text)
    if not found:
        return text
    return f"\\{text}" if found[1] else f"{found[2]}\\{text[found.end(2) :]}"
