"""Convert a note that another app stored as HTML to plain text.

Some apps mix typed text with a few tags, so that “I felt <meh>” may be what the person wrote: `plain_text` reads the
tags that note editors write, and anything else that looks like one stays. Others store whole HTML in which a typed `<`
is escaped: `plain_page` reads all tags, and keeps the addresses of links.
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
_ANY_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*)>")
_HREF = re.compile(r"""\bhref\s*=\s*(["'])(?P<address>[^"'<>]*)\1""", re.IGNORECASE)
_CODE = re.compile(r"<(?:script|style)\b[^<>]*>", re.IGNORECASE)
_END_OF_CODE = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LISTS = {"ul", "ol"}
_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "hr"} | _LISTS

_CELLS = {"td", "th"}


def plain_text(markup: str) -> str:
    """The plain text of a note: one line for each paragraph, `- ` or a number before each item of a list."""
    return _plain(markup, _TAG)


def plain_page(markup: str) -> str:
    """The plain text of whole HTML, as `plain_text` gives it; a link has its address behind it, in brackets."""
    return _plain(_without_code(markup), _ANY_TAG)


def _plain(markup: str, tags: re.Pattern[str]) -> str:
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    page = _Page()
    position = 0
    for tag in tags.finditer(markup):
        page.write(markup[position : tag.start()])
        page.apply(tag["name"].lower(), tag[0], ends=bool(tag["end"]))
        position = tag.end()
    page.write(markup[position:])
    return page.text


def _without_code(markup: str) -> str:
    """HTML without comments, scripts and styles; one that is never closed stays."""
    first, *commented = markup.split("<!--")
    for each in commented:
        _, closed, after = each.partition("-->")
        first += after if closed else f"<!--{each}"
    seen, *hidden = _CODE.split(first)
    for each in hidden:
        end = _END_OF_CODE.search(each)
        seen += each[end.end() :] if end else each
    return seen


class _Page:
    """The text that was written so far; a line break is only added when more text follows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._needs_break = False
        self._marker = ""
        self._lists: list[int] = []
        """For each open list the number of its next item, 0 where items have no numbers."""
        self._address, self._link_begins = "", 0

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

    def apply(self, name: str, tag: str, *, ends: bool) -> None:
        """Apply a start or end tag to the lines, lists and links."""
        if name == "br":
            self._parts.append("\n")
        elif name in _CELLS and ends:
            self._parts.append(" ")
        elif name == "a":
            self._open_or_close_link(tag, ends=ends)
        elif name in _BLOCKS:
            self._needs_break = True
            if name in _LISTS:
                self._open_or_close_list(ordered=name == "ol", ends=ends)
            elif name == "li" and not ends:
                self._begin_item()

    def _open_or_close_link(self, tag: str, *, ends: bool) -> None:
        shown = "".join(self._parts[self._link_begins :]) if ends else ""
        if ends and self._address and self._address not in shown:
            self._parts.append(f" ({self._address})")
        found = None if ends else _HREF.search(tag)
        self._address, self._link_begins = found["address"].strip() if found else "", len(self._parts)

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
