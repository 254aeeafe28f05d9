"""Words that a person looks for among entries, compared without accents.

Most entries are put aside by their columns, before anything is made of them: a journal has tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Self

from carelog.domain.letters import plain_letters
from carelog.domain.text import clean
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import read_json

if TYPE_CHECKING:
    from carelog.domain.entry import Entry

_AT_ONCE, _REMEMBERED = 200, 2_000


@dataclass(frozen=True, slots=True)
class SoughtWords:
    """Whole tags, whole feelings and parts of any words, in plain letters; an entry fits that has all of them."""

    tags: tuple[str, ...]
    feelings: tuple[str, ...]
    parts: tuple[str, ...]

    @classmethod
    def typed(cls, tags: Iterable[str], feelings: Iterable[str], parts: Iterable[str]) -> Self:
        """What is looked for, from what was typed: a tag may have its # before it, and an empty word is none.

        Accents alone are in no entry.
        """
        without_hash = (tag.lstrip("#") for tag in tags)
        return cls(*(tuple(map(_letters, filter(None, typed))) for typed in (without_hash, feelings, parts)))

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.tags or self.feelings or self.parts)

    def ids_of_fitting(self, rows: Iterable[Sequence[str]]) -> Iterator[str]:
        """The ids of rows that can fit, of (id, note, feelings, tags) as they are in columns; no other row fits.

        Many are looked at together first: a rare word is in none of most hundreds. Letters beyond ASCII are gone
        through one by one anyway, so that this saves nothing there.
        """
        left = iter(rows)
        while some := list(islice(left, _AT_ONCE)):
            if not all(row[1].isascii() for row in some) or self._may_be_among(some):
                yield from (row[0] for row in some if self._may_be_in(*row[1:]))

    def are_in(self, entry: Entry) -> bool:
        """Whether an entry fits."""
        return (
            all(_has(entry.tags, tag) for tag in self.tags)
            and all(_has(entry.feelings, feeling) for feeling in self.feelings)
            and all(map(entry.mentions, self.parts))
        )

    def _may_be_among(self, rows: Sequence[Sequence[str]]) -> bool:
        _, notes, feelings, tags = zip(*rows, strict=True)
        lists = [_listed(json) for json in {*feelings, *tags}]
        if None in lists:
            return True
        text = "\n".join((*notes, *filter(None, lists)))
        return all(_may_hold(text, letters) for letters in (*self.parts, *self.tags, *self.feelings))

    def _may_be_in(self, note: str, feelings: str, tags: str) -> bool:
        return (
            all(_may_hold(note, part) or _may_list(feelings, part) or _may_list(tags, part) for part in self.parts)
            and all(_may_list(tags, tag) for tag in self.tags)
            and all(_may_list(feelings, feeling) for feeling in self.feelings)
        )


def _letters(typed: str) -> str:
    return plain_letters(typed) or typed


def _may_list(json: str, letters: str) -> bool:
    """Whether a JSON list can hold a word with these letters, or cannot be read."""
    words = _listed(json)
    return words is None or _may_hold(words, letters)


def _may_hold(text: str, letters: str) -> bool:
    """Whether a text, once it is cleaned, can hold these letters: blanks at its ends and in a row go then."""
    plain = plain_letters(clean(text))
    return letters in plain or (not letters.isalnum() and _without_blanks(letters) in _without_blanks(plain))


def _without_blanks(text: str) -> str:
    return "".join(text.split())


@lru_cache(_REMEMBERED)
def _listed(json: str) -> str | None:
    """The words of a JSON list, each on a line, None where it cannot be read; many entries have the same.

    They are read where they are spelled otherwise in JSON, which a backslash shows: else they stand between its quotes.
    """
    if "\\" not in json:
        return json[2:-2].replace('","', "\n")
    try:
        return "\n".join(read_json(json))
    except UNREADABLE:
        return None


def _has(words: Sequence[str], letters: str) -> bool:
    return letters in map(plain_letters, words)
