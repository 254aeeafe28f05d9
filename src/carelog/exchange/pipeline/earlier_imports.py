"""Recognise entries that an earlier import brought under another id: from another format of the same app, or an older
carelog.

The app's own ids are in one of its formats and not in the other, so the instant and the words tell what is the same.
Nothing is taken for the same by its instant alone, unless the person changed or deleted what stands there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from typing import TYPE_CHECKING

from carelog.domain.text import fold

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.journal.collections.imports import EarlierEntry

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry in a file. `words` are those that all formats of the app have; `older_id` is its earlier id.

    `minute` is what it shares with others that are told apart by their order alone; empty where the app has a key.
    """

    entry: Entry
    words: str = ""
    older_id: str = ""
    minute: tuple[str, ...] = ()


def by_older_id(found: Iterable[FoundEntry], earlier: Iterable[EarlierEntry]) -> dict[str, str]:
    """The id of the earlier entry by that of the entry in the file, where an older carelog gave it."""
    free = {each.id for each in earlier} - {each.entry.id for each in found}
    return {each.entry.id: each.older_id for each in found if each.older_id in free}


def by_instant(
    found: Iterable[FoundEntry], earlier: Iterable[EarlierEntry], *, changed_too: bool = True
) -> dict[str, str]:
    """The id of the earlier entry by that of the entry in the file, where both are of one instant and say the same.

    With `changed_too`, the only one of an instant that is left is also the one that the person changed or deleted.
    """
    known = {each.id for each in earlier}
    taken = {each.entry.id for each in found}
    at: dict[int, list[EarlierEntry]] = defaultdict(list)
    for each in earlier:
        if each.id not in taken:
            at[each.at].append(each)
    of_instant: dict[int, list[FoundEntry]] = defaultdict(list)
    for entry in found:
        if entry.entry.id not in known and entry.entry.at.milliseconds in at:
            of_instant[entry.entry.at.milliseconds].append(entry)
    pairs: dict[str, str] = {}
    for instant, group in of_instant.items():
        pairs |= _pairs(group, at[instant], changed_too=changed_too)
    return pairs


def by_minute(
    found: Iterable[FoundEntry], earlier: Sequence[EarlierEntry], numbered_id: Callable[[tuple[str, ...], int], str]
) -> dict[str, str]:
    """The id of each entry whose order alone does not tell which of the earlier ones of its minute it is.

    `numbered_id` gives the id of the first, second and so on of a minute, from 0. One that says the same as an earlier
    one is that one; the others take the numbers that are left.
    """
    known = {each.id: each for each in earlier}
    minutes: dict[tuple[str, ...], list[FoundEntry]] = defaultdict(list)
    for each in found:
        if each.minute:
            minutes[each.minute].append(each)
    ids: dict[str, str] = {}
    for minute, group in minutes.items():
        numbered = list(takewhile(known.__contains__, (numbered_id(minute, number) for number in count())))
        if len(numbered) + len(group) > 2 or (len(group) > 1 and numbered):
            pairs = _pairs(group, [known[each] for each in numbered], changed_too=False)
            numbers = (numbered_id(minute, number) for number in count())
            left = (each for each in numbers if each not in pairs.values())
            ids |= pairs | {each.entry.id: next(left) for each in group if each.entry.id not in pairs}
    return ids


def _pairs(found: list[FoundEntry], earlier: list[EarlierEntry], *, changed_too: bool) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for is_same in (_says_all_the_same, _has_the_same_words):
        for each in found:
            others = (other for other in earlier if other.id not in pairs.values() and is_same(each, other))
            if each.entry.id not in pairs and (same := next(others, None)):
                pairs[each.entry.id] = same.id
    left = [each for each in found if each.entry.id not in pairs]
    left_earlier = [each for each in earlier if each.id not in pairs.values()]
    if (
        changed_too
        and len(left) == len(left_earlier) == 1
        and (left_earlier[0].is_changed or left_earlier[0].is_deleted)
    ):
        pairs[left[0].entry.id] = left_earlier[0].id
    return pairs


def _says_all_the_same(found: FoundEntry, earlier: EarlierEntry) -> bool:
    entry = found.entry
    same_numbers = (entry.mood, dict(entry.readings)) == (earlier.mood, dict(earlier.readings))
    return not earlier.is_deleted and same_numbers and _words(entry.note) == _words(earlier.note)


def _has_the_same_words(found: FoundEntry, earlier: EarlierEntry) -> bool:
    """Whether one begins with all words of the other: formats write punctuation, places and weather in other ways."""
    shorter, longer = sorted((_words(found.words), _words(earlier.note)), key=len)
    other_mood = None not in (found.entry.mood, earlier.mood) and found.entry.mood != earlier.mood
    return bool(shorter) and not other_mood and longer[: len(shorter)] == shorter


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
