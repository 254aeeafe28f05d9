"""Weekdays as people write them: Mon-Fri, tuesdays, weekends, daily."""

from __future__ import annotations

import re

from carelog.domain.time.dates_as_said import WEEKDAYS

EVERY_DAY = frozenset(range(7))
"""All seven weekdays; Monday is 0."""

_WORDS = {"daily": EVERY_DAY, "day": EVERY_DAY, "everyday": EVERY_DAY, "weds": frozenset({2})}
_WORDS |= {"weekday": frozenset(range(5)), "weekend": frozenset({5, 6})}
_FILLERS = {"and", "on", "every", "from", "between"}


def joined(text: str) -> str:
    """The text in lower case, with a dash for every way of writing “to”, and one blank between words."""
    dashes = re.sub(r"\s*(?:[\u2010-\u2015\u2212-]|\bto\b|\buntil\b|\btill\b)\s*", "-", text.lower())
    return re.sub(r"\s+", " ", dashes)


def read_weekdays(text: str) -> frozenset[int] | None:
    """The weekdays (Monday is 0) that a text from `joined` names.

    Empty for a text without a weekday, None for one with anything else in it.
    """
    named: frozenset[int] = frozenset()
    for word in re.split(r"[\s,;&+/:]+", text):
        if word and word not in _FILLERS:
            first, dash, last = word.partition("-")
            begin, end = _named_by(first), _named_by(last)
            if dash and len(begin) == len(end) == 1:
                named |= _from_to(min(begin), min(end))
            elif begin and not dash:
                named |= begin
            else:
                return None
    return named


def _named_by(word: str) -> frozenset[int]:
    """The weekdays that one word names, in full, abbreviated or in the plural; empty if it names none."""
    single = word.rstrip(".").removesuffix("s") if len(word) > 4 else word.rstrip(".")
    abbreviated = frozenset(number for number, day in enumerate(WEEKDAYS) if len(single) > 1 and day.startswith(single))
    return _WORDS.get(single, abbreviated)


def _from_to(first: int, last: int) -> frozenset[int]:
    return frozenset((first + days) % 7 for days in range((last - first) % 7 + 1))
