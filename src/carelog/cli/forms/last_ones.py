"""Lists that show their last ones where nobody says how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Thing = TypeVar("Thing")

USUAL_NUMBER = 20
ONE_MORE = USUAL_NUMBER + 1
"""How many are read, so that it is known whether there are more."""


def last_ones(found: Sequence[Thing]) -> tuple[Sequence[Thing], bool]:
    """The last of those that were found, as many as are usual, and whether there are more."""
    return found[-USUAL_NUMBER:], len(found) > USUAL_NUMBER
