"""Right-to-left text beside commands and numbers: which marks of direction may stay, and what turns a number.

The journal has the same rule in `carelog.domain.direction`; the card uses nothing of it, so that nothing can break it.
"""

from __future__ import annotations

import unicodedata

_RIGHT_TO_LEFT_MARK = "\u200f"
MARKS = "\u200e" + _RIGHT_TO_LEFT_MARK
_RIGHT_TO_LEFT, _DIGITS = {"R", "AL"}, {"EN", "AN"}


def turns(text: str) -> bool:
    """Whether a text has right-to-left letters, which turn the groups of a number behind them around."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def without_stray_marks(line: str) -> str:
    """The line with U+FFFD for every direction mark that does more than Hebrew and Arabic need.

    A mark is an invisible letter with a direction. It stays beside a right-to-left letter, or at an end of a line that
    has one. Between Latin letters and digits it could turn the words of a command or the groups of a telephone number
    around without being seen, and U+200F could do so beside any digit, because the line may be broken there.
    """
    before, after = _directions_before(line), _directions_before(line[::-1])[::-1]
    turning = any(direction in _RIGHT_TO_LEFT for direction in (*before, *after))
    return "".join(
        "\ufffd" if character in MARKS and not _may_stay(character, *sides, turning=turning) else character
        for character, *sides in zip(line, before, after, strict=True)
    )


def _may_stay(mark: str, before: str, after: str, *, turning: bool) -> bool:
    """Whether a mark may stay between these directions of letters and digits; an empty one is an end of the line."""
    if mark == _RIGHT_TO_LEFT_MARK and not _DIGITS.isdisjoint((before, after)):
        return False
    return not _RIGHT_TO_LEFT.isdisjoint((before, after)) or (turning and not (before and after))


def _directions_before(line: str) -> list[str]:
    """For each character the direction of the last letter or digit before it; empty if there is none."""
    directions, last = [], ""
    for character in line:
        directions.append(last)
        direction = unicodedata.bidirectional(character)
        if character not in MARKS and direction in {"L", *_RIGHT_TO_LEFT, *_DIGITS}:
            last = direction
    return directions
