"""The pages of the terminal: today, the week, lists, and the footer of the pager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import figures, number_range, part_of
from carelog.wording.days import date_name, from_to, short_day, time_of_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from carelog.domain.time.days import Moment

WELCOME_BACK = _("Welcome back.")
NOTHING_THAT_DAY = _("Nothing is noted on this day.")
NOTHING_TODAY = _("Today: nothing here yet. To note how it is: carelog mood")
NO_ENTRIES = _("No entries here.")
NO_ENTRY = _("no entry")
NO_MOOD = _("noted without a mood")
NOTHING_THAT_WEEK = _("Nothing is noted for this week.")
PRIVATE_WORDS = _("(private)")
TWO_WEEKS = _("two weeks")
MOOD = _("mood")
HANDLE = _("handle")
NOTHING_ON_THESE_DAYS = _("Nothing here on these days.")
NOTHING_LISTED = _("Nothing is listed here yet.")
KEYS = _("Space or Enter goes on, b goes back, q leaves")
KEYS_AT_END = _("q or Enter leaves; nothing stays on the screen")

STATE_WORDS = {
    "open": _("nothing noted"),
    "partly": _("partly"),
    "done": _("done"),
    "small": _("small version"),
    "skipped": _("skipped"),
}
OPEN = _("open")
NOW = _("now")

_STATE_AT = {"done": _("done {clock}"), "small": _("small version {clock}"), "skipped": _("skipped {clock}")}


def week_title(number: int, first: date, last: date) -> str:
    """A week's number and its days, such as Week 47, 16 to 22 November 2026."""
    return _("Week {number}, {days}").format(number=number, days=from_to(first, last))


def mood_alone(mood: float) -> str:
    """A mood as a number, such as mood 4."""
    return _("mood {mood}").format(mood=figures(mood))


def mood_in_words(mood: float, word: str) -> str:
    """A mood as a number and a word, such as mood 4, good."""
    return _("mood {mood}, {word}").format(mood=figures(mood), word=word)


def mood_of_day(mood: float, word: str) -> str:
    """The mood of a day at the beginning of a sentence, such as Mood 4, good."""
    return _("Mood {mood}, {word}").format(mood=figures(mood), word=word)


def two_weeks(days: str) -> str:
    """The moods of the last two weeks, day by day."""
    return _("Two weeks: {days}").format(days=days)


def levels(lowest: int, highest: int) -> str:
    """The range of moods on a day, such as 2 to 5; empty when they are equal."""
    return number_range(lowest, highest) if lowest != highest else ""


def day_range(lowest: int, highest: int, entries: int) -> str:
    """The range of moods on a day and the number of entries; empty for a single entry."""
    number = plural(entries, "{count} entry", "{count} entries") if entries > 1 else ""
    return listed(part for part in (levels(lowest, highest), number) if part)


def days_noted(days: int, of: int) -> str:
    """On how many days something was noted."""
    return plural(of, "Entries on {days} of {count} day.", "Entries on {days} of {count} days.", days=days)


def on_pause(last: date | None) -> str:
    """A pause is running; medicine is due all the same, and nothing else is asked."""
    if last is None:
        return _(
            "On pause for as long as you like. Only medicine and appointments are listed. To go on: carelog resume"
        )
    return _("On pause until {day}. Only medicine and appointments are listed.").format(day=short_day(last))


def refill_due(name: str, until: date | None) -> str:
    """A refill of a medicine is near, and until when the stock is enough; how much is at home is not said unasked."""
    if until is None:
        return _("{name}: a refill is due.").format(name=name)
    return _("{name}: a refill is due soon; enough until about {day}.").format(name=name, day=date_name(until))


def more_entries(count: int) -> str:
    """A page shows fewer entries than the day has."""
    return plural(count, "and {count} earlier: carelog log", "and {count} earlier: carelog log")


def more_routines(count: int) -> str:
    """A page shows fewer routines than the day has."""
    return plural(count, "and {count} more: carelog today --plain", "and {count} more: carelog today --plain")


def handle(shown: str) -> str:
    """The handle of an entry, behind what it holds."""
    return _("handle {handle}").format(handle=shown)


def comes_at(clock: time, *, later: bool) -> str:
    """The time of day at which something open is due; `later` says that it is still to come."""
    return (_("at {clock}") if later else _("from {clock}")).format(clock=time_of_day(clock))


def state_at(state: str, clock: str) -> str:
    """What became of a routine and when, such as done 07:30; `state` is done, small or skipped."""
    return _STATE_AT[state].format(clock=clock)


def not_noted(times: Sequence[time]) -> str:
    """Planned times that are past and for which nothing was noted; they are open, and nobody is reminded of them."""
    shown = listed(map(time_of_day, times))
    return plural(len(times), "{times} was not noted", "{times} were not noted", times=shown)


def or_small(small: str) -> str:
    """The smallest version counts too."""
    return _("or small: {small}").format(small=small)


def kept_count(kept: int, due: int | None, still_open: int) -> str:
    """How often a routine was kept, out of how often it was due, and what the rest of the week asks for.

    Without `due` it is how often something was done as needed. Empty when it was never kept.
    """
    if kept == 0:
        return ""
    count = plural(kept, "once", "{count} times") if due is None else part_of(kept, due)
    return listed([count, plural(still_open, "{count} open", "{count} open")]) if still_open else count


def meeting(name: str, at: Moment) -> str:
    """When a group meets next."""
    return _("{day} {clock}: {name}").format(day=short_day(at.local.date()), clock=at.clock, name=name)
