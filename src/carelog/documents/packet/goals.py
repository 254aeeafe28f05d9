"""The packet's section on goals: a line for each, with its ratings by day and nothing made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Item
from carelog.wording.files import packet_people as words

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet.goals import GoalPart

MOST_RATINGS = 10
"""The latest ratings of a goal that stand on its line."""


def goals(parts: Sequence[GoalPart], last: date) -> Iterator[Block]:
    """Each goal in the person's own words, how close they said they were by day, and whether it was put down.

    The year of the `last` day of the page is not repeated.
    """
    yield Bullets(tuple(Item(_line(each, last.year)) for each in parts))


def _line(part: GoalPart, year: int) -> str:
    shown = part.ratings[-MOST_RATINGS:]
    said = words.goal(part.text, part.since, shown, len(part.ratings) - len(shown), year)
    return words.goal_put_down(said, part.put_down) if part.put_down else said
