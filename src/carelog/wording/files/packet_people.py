"""The packet: what it says of goals, activities, and people and purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import date_name, day_count, day_in_year, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ACTIVITIES_RATED = _("Activities, rated 0 to 10")
ACTIVITY_COLUMNS = (
    _("Activity"),
    _("Day"),
    _("Pleasure expected"),
    _("Pleasure"),
    _("Mastery"),
    _("Closeness"),
)


def goal(text: str, since: date, ratings: Sequence[tuple[date, int]], more: int, year: int) -> str:
    """A goal and how close the person said they were to it, on a day each; `more` earlier ratings are not shown.

    The `year` of the page is not repeated.
    """
    if not ratings:
        return _("“{goal}”, since {since}: not rated in these days").format(goal=text, since=date_name(since))
    days = ((rating, day_in_year(day, year)) for day, rating in ratings)
    by_day = listed(_("{rating} on {day}").format(rating=rating, day=day) for rating, day in days)
    if more:
        by_day = plural(more, "{ratings} (and {count} before)", "{ratings} (and {count} before)", ratings=by_day)
    return _("“{goal}”, since {since}, how close from 0 to 10: {ratings}").format(
        goal=text, since=date_name(since), ratings=by_day
    )


def goal_put_down(said: str, day: date) -> str:
    """A goal was put down in these days."""
    return _("{goal}; put down on {day}").format(goal=said, day=date_name(day))


def belonging(people: int, purpose: int, days: int, reached: int) -> str:
    """Days with people and with purpose, and how often somebody was reached; nothing of what was not noted at all."""
    if not (people and purpose):
        return " ".join(filter(None, [_with_people(people, days), _with_purpose(purpose, days), _turned(reached)]))
    if not reached:
        return plural(
            days,
            "Time with people noted on {people} of {count} day, something with purpose on {purpose}.",
            "Time with people noted on {people} of {count} days, something with purpose on {purpose}.",
            people=people,
            purpose=purpose,
        )
    return plural(
        reached,
        "Time with people noted on {people} of {days}, something with purpose on {purpose}; turned to somebody once.",
        "Time with people noted on {people} of {days}, something with purpose on {purpose}; "
        "turned to somebody {count} times.",
        people=people,
        days=day_count(days),
        purpose=purpose,
    )


def activities(done: int, partly: int, skipped: int) -> str:
    """Numbers of activities by their state; empty when there were none."""
    by_state = [
        plural(done, "{count} done", "{count} done") if done else "",
        plural(partly, "{count} done in part", "{count} done in part") if partly else "",
        plural(skipped, "{count} left for another time", "{count} left for another time") if skipped else "",
    ]
    if not any(by_state):
        return ""
    return _("Planned or noted activities: {counts}.").format(counts=listed(filter(None, by_state)))


def beside_expected(better: int, same: int, worse: int) -> str:
    """How pleasant activities were beside what was expected, where both were rated; empty where none was."""
    found = [
        plural(better, "{count} more pleasant than expected", "{count} more pleasant than expected") if better else "",
        plural(same, "{count} as expected", "{count} as expected") if same else "",
        plural(worse, "{count} less pleasant than expected", "{count} less pleasant than expected") if worse else "",
    ]
    if not any(found):
        return ""
    return _("Rated before and after: {counts}.").format(counts=listed(filter(None, found)))


def in_part(activity: str) -> str:
    """An activity that was done in part."""
    return _("{activity} (in part)").format(activity=activity)


def rated_activity(activity: str, day: date, expected: int | None, ratings: str) -> str:
    """An activity with the pleasure that was expected and the ratings that came; either can be missing."""
    known = {"activity": activity, "day": short_day(day), "expected": expected, "ratings": ratings}
    if expected is None:
        return _("{activity}, {day}: {ratings}").format(**known)
    if not ratings:
        return _("{activity}, {day}: expected {expected}, not rated").format(**known)
    return _("{activity}, {day}: expected {expected} → {ratings}").format(**known)


def more_activities(count: int) -> str:
    """How many rated activities before those in a table it leaves out."""
    return plural(count, "{count} more before these.", "{count} more before these.")


def _with_people(people: int, days: int) -> str:
    if not people:
        return ""
    return plural(
        days,
        "Time with people noted on {people} of {count} day.",
        "Time with people noted on {people} of {count} days.",
        people=people,
    )


def _with_purpose(purpose: int, days: int) -> str:
    if not purpose:
        return ""
    return plural(
        days,
        "Something with purpose noted on {purpose} of {count} day.",
        "Something with purpose noted on {purpose} of {count} days.",
        purpose=purpose,
    )


def _turned(reached: int) -> str:
    return plural(reached, "Turned to somebody once.", "Turned to somebody {count} times.") if reached else ""
