"""Convert a note that another app stored as HTML to plain text.

Only the tags that note editors write are read: line breaks, paragraphs, lists, emphasis and entities. Anything else
that looks like a tag was typed by the person (“I felt <meh>”) and stays; a full HTML parser would drop it.
"""

from __future__ import annotations

import html
import re

_ATTRIBUTES = r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=/]+))*"""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>br|b|i|u|s|strong|em|strike|del|small|big|font|span|p|div|h[1-6]|ul|ol|li)"
    rf"{_ATTRIBUTES}\s*/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LISTS = {"ul", "ol"}
_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"} | _LISTS


def plain_text(markup: str) -> str:
    """The plain text of a note: one line for each paragraph, `- ` or a number before each item of a list."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    page = _Page()
    position = 0
    for tag in _TAG.finditer(markup):
        page.write(markup[position : tag.start()])
        page.apply(tag["name"].lower(), ends=bool(tag["end"]))
        position = tag.end()
    page.write(markup[position:])
    return page.text


class _Page:
    """The text that was written so far; a line break is only added when more text follows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._needs_break = False
        self._marker = ""
        self._lists: list[int] = []
        """For each open list the number of its next item, 0 where items have no numbers."""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts).strip()

    def write(self, markup: str) -> None:
        """Add the text between two tags; white space alone is dropped where a line break is due."""
        text = _ENTITY.sub(_character, markup)
        if not text or (self._needs_break and text.isspace()):
            return
        if self._needs_break and self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")
        self._parts += [self._marker, text] if self._marker else [text]
        self._needs_break, self._marker = False, ""

    def apply(self, name: str, *, ends: bool) -> None:
        """Apply a start or end tag to the lines and lists."""
        if name == "br":
            self._parts.append("\n")
        elif name in _BLOCKS:
            self._needs_break = True
            if name in _LISTS:
                self._open_or_close_list(ordered=name == "ol", ends=ends)
            elif name == "li" and not ends:
                self._begin_item()

    def _open_or_close_list(self, *, ordered: bool, ends: bool) -> None:
        if not ends:
            self._lists.append(1 if ordered else 0)
        elif self._lists:
            self._lists.pop()

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append(0)
        number = self._lists[-1]
        self._marker = "  " * min(len(self._lists) - 1, 8) + (f"{number}. " if number else "- ")
        self._lists[-1] += bool(number)


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]).replace("\N{NO-BREAK SPACE}", " ") or "\N{REPLACEMENT CHARACTER}"
