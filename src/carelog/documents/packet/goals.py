"""The packet's section on goals: a line for each, with its ratings by day and nothing made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Item
from carelog.wording.files import packet_people as words

if TYPE_CHECKING:
    from carelog.review.packet.goals import GoalPart

_MOST_RATINGS = 10
"""The latest ratings of a goal that stand on its line."""


def goals(parts: Sequence[GoalPart]) -> Iterator[Block]:
    """Each goal in the person's own words, how close they said they were by day, and whether it was put down."""
    yield Bullets(tuple(Item(_line(each)) for each in parts))


def _line(part: GoalPart) -> str:
    shown = part.ratings[-_MOST_RATINGS:]
    said = words.goal(part.text, part.since, shown, len(part.ratings) - len(shown))
    return words.goal_put_down(said, part.put_down) if part.put_down else said
