"""A person's text as Markdown that shows it as it was typed, and nothing else."""

from __future__ import annotations

import re

from carelog.domain.text import clean, clean_line

_ANYWHERE = re.compile(r"[\\`*_{}\[\]~$|#^]|(?<=%)%|%(?=%)|(?<==)=|=(?==)")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_FIRST_ON_A_LINE = re.compile(r"([-+=:!%])|(\d+)([.)])(?=\s|$)")
_LINKS_ITSELF = re.compile(r"(?<=[A-Za-z])(:)(?=//)|(?i:(?<=\bwww)(\.))|(@)")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def line(text: str) -> str:
    """Text on one line, for headings, cells and sentences."""
    return _first(_inline(clean_line(text)))


def quoted(text: str) -> str:
    """Text of several lines as a block quote, each line on its own as it was typed.

    Blanks at the beginning of a line become no-break ones: four plain ones would make it code.
    """
    return "\n".join(_quoted_line(each) for each in clean(text).split("\n"))


def _quoted_line(text: str) -> str:
    shown = text.expandtabs(4).rstrip(" ")
    words = shown.lstrip(" ")
    return f"> {_NO_BREAK * (len(shown) - len(words))}{_first(_inline(words))}  " if words else ">"


def _inline(text: str) -> str:
    """Escaped wherever it stands; `<`, `>` and `&` as entities, which renderers that know no escapes obey too.

    Obsidian also hides what is between `%%`, marks what is between `==`, and takes `^word` for the name of a line.
    """
    escaped = _ANYWHERE.sub(r"\\\g<0>", text).translate(_HTML)
    return _LINKS_ITSELF.sub(r"\\\g<0>", escaped)


def _first(text: str) -> str:
    """Escaped where it would begin a list, a heading or a rule."""
    found = _FIRST_ON_A_LINE.match(text)
    if not found:
        return text
    return f"\\{text}" if found[1] else f"{found[2]}\\{text[found.end(2) :]}"
