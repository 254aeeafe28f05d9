"""Words that a person looks for among entries, compared without accents.

Most entries are put aside by their columns, before anything is made of them: a journal has tens of thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from carelog.domain.letters import plain_letters

if TYPE_CHECKING:
    from carelog.domain.entry import Entry

_SPELLED_OTHERWISE_IN_JSON = ('"', "\\", "\n", "\t")


@dataclass(frozen=True, slots=True)
class SoughtWords:
    """A whole tag, a whole feeling and a part of any words, in plain letters; one that is empty is not looked for."""

    tag: str
    feeling: str
    part: str

    @classmethod
    def typed(cls, tag: str, feeling: str, part: str) -> Self:
        """What is looked for, from what was typed; a tag may have its # before it. Accents alone are in no entry."""
        return cls(*(plain_letters(typed) or typed for typed in (tag.lstrip("#"), feeling, part)))

    def may_be_in(self, note: str, feelings: str, tags: str) -> bool:
        """Whether an entry with these columns can fit; where this says no, it does not."""
        part = self.part
        return (not part or part in plain_letters(note) or _may_hold(feelings, part) or _may_hold(tags, part)) and (
            _may_hold(tags, self.tag) and _may_hold(feelings, self.feeling)
        )

    def are_in(self, entry: Entry) -> bool:
        """Whether an entry fits."""
        return (
            (not self.tag or _has(entry.tags, self.tag))
            and (not self.feeling or _has(entry.feelings, self.feeling))
            and (not self.part or entry.mentions(self.part))
        )


def _may_hold(json: str, letters: str) -> bool:
    """Whether a JSON list can hold a word with these letters: some characters are written otherwise there."""
    if not letters:
        return True
    if json == "[]":
        return False
    return "\\" in json or letters in plain_letters(json) or any(each in letters for each in _SPELLED_OTHERWISE_IN_JSON)


def _has(words: Sequence[str], letters: str) -> bool:
    return letters in map(plain_letters, words)
