"""Activities: planned, done in full or in part, and rated against what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.activity import ActivityKind, ActivityState
from carelog.wording.days import day_count, short_day

if TYPE_CHECKING:
    from datetime import date, time

KIND_NAMES = {
    ActivityKind.CONNECTION: "time with people",
    ActivityKind.PURPOSE: "something with purpose",
    ActivityKind.MOVEMENT: "movement",
    ActivityKind.REST: "rest",
    ActivityKind.FUN: "something for fun",
    ActivityKind.PRACTICAL: "something practical",
}
STATE_WORDS = {
    ActivityState.PLANNED: "planned",
    ActivityState.DONE: "done",
    ActivityState.PARTLY: "done in part, which counts",
    ActivityState.SKIPPED: "not this time",
}
NO_ACTIVITIES = "Nothing is planned or noted yet. Something small and specific: carelog activity plan"
NONE_BETTER = "Nothing yet was rated above what you had expected. It takes --expect before and --pleasure after."
ASK_TEXT = "Something small and specific"
ASK_WHEN = "When (Enter leaves it open)"
ASK_EXPECT = "How pleasant do you expect it to be, 0 to 10 (Enter skips)"
NEEDS_TEXT = 'Without one: carelog activity plan "visit the library" --when "tuesday 15:00"'
RATING = "A rating is a whole number from 0 to 10."
NOT_PLANNED = "That activity is noted already; carelog undo takes the last change back."


def planned(text: str, day: date | None, at: time | None) -> str:
    """An activity was planned."""
    start = f", {when(day, at)}" if day else ""
    return f"Planned: {text}{start}. When it is done, or a part of it: carelog activity done last"


def noted(text: str, state: ActivityState) -> str:
    """An activity was done or skipped."""
    return f"Noted: {text}, {STATE_WORDS[state]}."


def better(expected: int, pleasure: int) -> str:
    """An activity was rated higher than expected."""
    return f"You expected {expected}, it was {pleasure}."


def when(day: date | None, at: time | None) -> str:
    """A day and a time of day, such as Tue 24 Nov 15:00; either can be missing."""
    return " ".join(filter(None, [short_day(day) if day else "", f"{at:%H:%M}" if at else ""]))


def with_whom(text: str, who: str) -> str:
    """An activity, with the name of the person it is done with."""
    return f"{text} ({who})" if who else text


def line(start: str, text: str, who: str, state: ActivityState) -> str:
    """An activity on one line of a page."""
    stands = "" if state is ActivityState.PLANNED else f", {STATE_WORDS[state]}"
    return f"{f'{start}: ' if start else ''}{with_whom(text, who)}{stands}"


def more(count: int) -> str:
    """A page shows fewer activities than there are."""
    return f"and {count} more: carelog activity list"


def ratings(pleasure: int | None, mastery: int | None, closeness: int | None) -> str:
    """The ratings that were given."""
    named = (("pleasure", pleasure), ("mastery", mastery), ("closeness", closeness))
    return ", ".join(f"{name} {rating}" for name, rating in named if rating is not None)


def belonging(people: int, purpose: int) -> str:
    """On how many days there was time with people, and something with purpose; empty when there was neither."""
    counts = [f"with people on {day_count(people)}"] if people else []
    counts += [f"with something of purpose on {day_count(purpose)}"] if purpose else []
    return f"{' and '.join(counts)}.".capitalize() if counts else ""
