"""Recognise entries that an earlier import brought under another id: from another format of the same app, or an older
carelog.

The app's own ids are in one of its formats and not in the other, so the instant and the words tell what is the same.
Nothing is taken for the same by its instant alone, unless the person changed or deleted what stands there.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, takewhile
from typing import TYPE_CHECKING

from carelog.domain.text import fold

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.journal.collections.imports import EarlierEntry

_Content = tuple[tuple[str, ...], int | None, frozenset[tuple[str, float]]]
"""The words, the mood and the readings of an entry."""
_MOST_COMPARED = 10_000
"""How many pairs of one instant are compared word by word."""
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
    one is that one; the others keep their number, or take the next where that is another's.
    """
    known = {each.id: each for each in earlier}
    minutes: dict[tuple[str, ...], list[FoundEntry]] = defaultdict(list)
    for each in found:
        if each.minute:
            minutes[each.minute].append(each)
    ids: dict[str, str] = {}
    for minute, group in minutes.items():
        numbered = list(takewhile(known.__contains__, (numbered_id(minute, number) for number in count())))
        if numbered and len(numbered) + len(group) > 2:
            pairs = _pairs(group, [known[each] for each in numbered], changed_too=False)
            taken = set(pairs.values())
            others = [each.entry.id for each in group if each.entry.id not in pairs]
            kept = {each: each for each in others if each not in taken}
            taken |= kept.keys()
            free = (each for each in map(partial(numbered_id, minute), count()) if each not in taken)
            usable = (each for each in free if each not in known or _is_touched(known[each]))
            ids |= pairs | kept | {each: next(usable) for each in others if each not in kept}
    return ids


def _pairs(found: Sequence[FoundEntry], earlier: Sequence[EarlierEntry], *, changed_too: bool) -> dict[str, str]:
    """The id of the earlier entry by that of the entry in the file, among those of one instant."""
    pairs = _alike(found, earlier)
    left = [each for each in found if each.entry.id not in pairs]
    left_earlier = _without(earlier, pairs)
    if len(left) * len(left_earlier) <= _MOST_COMPARED:
        pairs |= _of_the_same_words(left, left_earlier)
    left = [each for each in left if each.entry.id not in pairs]
    left_earlier = _without(earlier, pairs)
    if changed_too and len(left) == len(left_earlier) == 1 and _is_touched(left_earlier[0]):
        pairs[left[0].entry.id] = left_earlier[0].id
    return pairs


def _without(earlier: Iterable[EarlierEntry], pairs: dict[str, str]) -> list[EarlierEntry]:
    taken = set(pairs.values())
    return [each for each in earlier if each.id not in taken]


def _alike(found: Iterable[FoundEntry], earlier: Iterable[EarlierEntry]) -> dict[str, str]:
    """The pairs that say all the same: words, mood and readings."""
    by_content: dict[_Content, deque[str]] = defaultdict(deque)
    for each in earlier:
        if not each.is_deleted:
            by_content[_content(each.note, each.mood, each.readings)].append(each.id)
    pairs = {}
    for entry in (each.entry for each in found):
        if same := by_content.get(_content(entry.note, entry.mood, entry.readings)):
            pairs[entry.id] = same.popleft()
    return pairs


def _of_the_same_words(found: Iterable[FoundEntry], earlier: Iterable[EarlierEntry]) -> dict[str, str]:
    """The pairs of which one begins with all words of the other: formats write places and weather in other ways."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for each in found:
        others = (other for other in earlier if other.id not in taken and _has_the_same_words(each, other))
        if same := next(others, None):
            pairs[each.entry.id] = same.id
            taken.add(same.id)
    return pairs


def _has_the_same_words(found: FoundEntry, earlier: EarlierEntry) -> bool:
    shorter, longer = sorted((_words(found.words), _words(earlier.note)), key=len)
    other_mood = None not in (found.entry.mood, earlier.mood) and found.entry.mood != earlier.mood
    return bool(shorter) and not other_mood and longer[: len(shorter)] == shorter


def _is_touched(earlier: EarlierEntry) -> bool:
    return earlier.is_changed or earlier.is_deleted


def _content(note: str, mood: int | None, readings: Mapping[str, float]) -> _Content:
    return tuple(_words(note)), mood, frozenset(readings.items())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
