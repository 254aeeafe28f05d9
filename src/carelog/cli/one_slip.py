"""Whether a word is another one but for one slip of the fingers."""

from __future__ import annotations

from itertools import takewhile

_PAIR = 2


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or another makes a word of the other, or two that changed places; or nothing."""
    begun = _alike(one, other)
    one, other = one[begun:], other[begun:]
    ended = _alike(one[::-1], other[::-1])
    one, other = one[: len(one) - ended], other[: len(other) - ended]
    return max(len(one), len(other)) <= 1 or (len(one) == _PAIR and one == other[::-1])


def _alike(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
