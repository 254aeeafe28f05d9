"""Words that a person looks for among entries, compared without accents.

Most entries are put aside by their columns, before anything is made of them: a journal has tens of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from carelog.domain.letters import plain_letters

if TYPE_CHECKING:
    from carelog.domain.entry import Entry

_SPELLED_OTHERWISE_IN_JSON = ('"', "\\", "\n", "\t")


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

    def may_be_in(self, note: str, feelings: str, tags: str) -> bool:
        """Whether an entry with these columns can fit; where this says no, it does not."""
        return (
            all(
                part in plain_letters(note) or _may_hold(feelings, part) or _may_hold(tags, part) for part in self.parts
            )
            and all(_may_hold(tags, tag) for tag in self.tags)
            and all(_may_hold(feelings, feeling) for feeling in self.feelings)
        )

    def are_in(self, entry: Entry) -> bool:
        """Whether an entry fits."""
        return (
            all(_has(entry.tags, tag) for tag in self.tags)
            and all(_has(entry.feelings, feeling) for feeling in self.feelings)
            and all(map(entry.mentions, self.parts))
        )


def _letters(typed: str) -> str:
    return plain_letters(typed) or typed


def _may_hold(json: str, letters: str) -> bool:
    """Whether a JSON list can hold a word with these letters: some characters are written otherwise there."""
    if json == "[]":
        return False
    return "\\" in json or letters in plain_letters(json) or any(each in letters for each in _SPELLED_OTHERWISE_IN_JSON)


def _has(words: Sequence[str], letters: str) -> bool:
    return letters in map(plain_letters, words)
