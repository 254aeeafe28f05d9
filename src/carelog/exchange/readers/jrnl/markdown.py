"""jrnl's Markdown export: a whole journal under headings of years and months, or a file for each entry.

The heading of an entry is its date, in whatever format the person set, and its title. jrnl makes every heading in an
entry so much smaller that none can be taken for one of its own. Source: jrnl's exporter, which docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from carelog.exchange.files.written_days import Order
from carelog.exchange.readers.jrnl.stamps import read_stamp

_WHOLE = re.compile(r"\s*# \d{4}\n+## [^\n]+\n+(?=### )")
_MARK_OF_WHOLE, _MARK_OF_ONE = "###", "#"
_YEAR_OR_MONTH = re.compile(r"^#{1,2} [^\n]*$", re.MULTILINE)
_BEGINNING = 4_096
_MOST_COMPARED = 500
"""How many headings tell how long the dates in them are."""
_LENGTHS = range(1, 9)
"""How many words a date with its time can have."""
_HALVES = ("AM", "PM")


@dataclass(frozen=True, slots=True)
class MarkdownEntry:
    """An entry of an export: its local time or day, and its text with the title as the first line."""

    when: datetime | date
    text: str


def is_markdown(text: str) -> bool:
    """Whether a text is a journal that jrnl exported as Markdown, or the file of an entry whose heading has a time."""
    text = text[:_BEGINNING]
    entries = [entry for order in Order for entry in entries_in(text, order)]
    return bool(entries) and (_is_whole(text) or any(isinstance(entry.when, datetime) for entry in entries))


def entries_in(text: str, order: Order | None) -> list[MarkdownEntry]:
    """The entries of an export. A heading whose date cannot be read belongs to the entry before it."""
    mark = _MARK_OF_WHOLE if _is_whole(text) else _MARK_OF_ONE
    heads = _heads(text, mark)
    length = _stamp_length([head[0].split()[1:] for head in heads[:_MOST_COMPARED]], order)
    dated = [(head, when) for head in heads if (when := _when(head[0].split()[1:], length, order))]
    entries = []
    for (head, when), following in zip_longest(dated, dated[1:]):
        title = " ".join(head[0].split(maxsplit=length + 1)[length + 1 :])
        body = text[head.end() : following[0].start() if following else len(text)]
        entries.append(MarkdownEntry(when, f"{title}\n{_body(body, mark)}".strip()))
    return entries


def stamps_in(text: str) -> Iterator[str]:
    """The dates of numbers at the beginning of headings, each with more words, to tell what comes first in them."""
    for head in _heads(text, _MARK_OF_WHOLE if _is_whole(text) else _MARK_OF_ONE):
        words = head[0].split(maxsplit=5)[1:]
        yield from (" ".join(words[:length]) for length in (1, 2, 3))


def larger_headings(text: str, mark: str = _MARK_OF_ONE) -> str:
    """A text with its headings as large as they were before jrnl made them smaller by `mark`."""
    return re.sub(rf"^{mark}(?=#+ )", "", text, flags=re.MULTILINE)


def _is_whole(text: str) -> bool:
    return _WHOLE.match(text) is not None


def _heads(text: str, mark: str) -> list[re.Match[str]]:
    """The headings of entries; the file of one entry has one, at its beginning."""
    if mark == _MARK_OF_WHOLE:
        return list(re.finditer(rf"^{mark} \S[^\n]*", text, re.MULTILINE))
    found = re.compile(rf"\s*{mark} \S[^\n]*").match(text)
    return [found] if found else []


def _stamp_length(heads: Sequence[Sequence[str]], order: Order | None) -> int:
    """How many words of each heading are its date: the fewest that hold all that can be read in each of them.

    All dates of a journal have one format, so a title that begins with a time or a day of the week is not taken for a
    part of one.
    """
    dated = [words for words in heads if any(_when(words, length, order) for length in _LENGTHS)]
    whole = [length for length in _LENGTHS if all(_when(words, length, order) for words in dated)]
    read = [(length, [_when(words, length, order) for words in dated]) for length in whole]
    fewest = next((length for length, found in read if found == read[-1][1]), 1)
    return fewest + (fewest + 1 in whole and all(words[fewest] in _HALVES for words in dated))


def _when(words: Sequence[str], length: int, order: Order | None) -> datetime | date | None:
    return read_stamp(" ".join(words[:length]), order) if len(words) >= length else None


def _body(text: str, mark: str) -> str:
    return larger_headings(_YEAR_OR_MONTH.sub("", text) if mark == _MARK_OF_WHOLE else text, mark).strip()
