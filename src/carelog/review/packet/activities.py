"""The activities of a packet that were done and rated: what was expected beside what came, without the note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.people.activity import ActivityState
from carelog.review.insights.kept_out import is_kept_out_of

if TYPE_CHECKING:
    from carelog.domain.people.activity import Activity
    from carelog.domain.time.days import Period
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class ActivityPart:
    """An activity that was done, or done `in_part`, in the person's own words.

    `expected` is the pleasure expected before; the others are the ratings afterwards. All are 0 to 10, or None.
    """

    day: date
    text: str
    in_part: bool
    expected: int | None
    pleasure: int | None
    mastery: int | None
    closeness: int | None


def activity_parts(journal: Journal, period: Period) -> tuple[ActivityPart, ...]:
    """The activities of a period that were done and have a rating, before or after, by day.

    What the person keeps out of comparisons is left out: its ratings would speak for it.
    """
    is_kept_out = is_kept_out_of(journal)
    return tuple(
        ActivityPart(
            each.day,
            each.text,
            each.state is ActivityState.PARTLY,
            each.expected,
            each.pleasure,
            each.mastery,
            each.closeness,
        )
        for each in journal.activities.within(period)
        if each.was_done and each.day is not None and _is_rated(each) and not is_kept_out(each.text)
    )


def _is_rated(activity: Activity) -> bool:
    ratings = (activity.expected, activity.pleasure, activity.mastery, activity.closeness)
    return any(rating is not None for rating in ratings)
