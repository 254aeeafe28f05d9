"""The packet's section on people and purpose: counts, and what activities brought beside what was expected of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Item, Paragraph, Table, Tone
from carelog.wording import days as days_words
from carelog.wording.files import packet_people as words
from carelog.wording.people import activities as activity_words

if TYPE_CHECKING:
    from carelog.documents.blocks import Row
    from carelog.review.packet.activities import ActivityPart
    from carelog.review.packet.together import BelongingPart

_MOST_ACTIVITIES_IN_LINES = 3
MOST_ACTIVITIES = 10
"""The latest rated activities, which stand in the table."""


def belonging(part: BelongingPart, activities: Sequence[ActivityPart]) -> Iterator[Block]:
    """Days with people and with purpose, activities by their state, and the rated ones with what was expected.

    Ratings are counted where not all of them stand below.
    """
    are_few = stand_in_lines(activities)
    said = (
        words.belonging(part.with_people, part.with_purpose, part.days, part.reached),
        words.activities(part.done, part.partly, part.skipped),
        "" if are_few else words.beside_expected(part.better, part.as_expected, part.worse),
    )
    yield Paragraph(" ".join(filter(None, said)))
    if are_few:
        yield Bullets(tuple(Item(_in_a_line(each)) for each in activities))
    elif activities:
        shown = activities[-MOST_ACTIVITIES:]
        rows = tuple(map(_row, shown))
        yield Table(words.ACTIVITIES_RATED, words.ACTIVITY_COLUMNS, rows, frozenset({0, 1}))
        if len(activities) > len(shown):
            yield Paragraph(words.more_activities(len(activities) - len(shown)), Tone.QUIET)


def stand_in_lines(activities: Sequence[ActivityPart]) -> bool:
    """Whether rated activities are few enough for a line each; then nothing counts how they were rated."""
    return 0 < len(activities) <= _MOST_ACTIVITIES_IN_LINES


def _in_a_line(part: ActivityPart) -> str:
    name = words.in_part(part.text) if part.in_part else part.text
    ratings = activity_words.ratings(part.pleasure, part.mastery, part.closeness)
    return words.rated_activity(name, part.day, part.expected, ratings)


def _row(part: ActivityPart) -> Row:
    name = words.in_part(part.text) if part.in_part else part.text
    ratings = (part.expected, part.pleasure, part.mastery, part.closeness)
    shown = ("" if rating is None else str(rating) for rating in ratings)
    return (name, days_words.short_day(part.day), *shown)
