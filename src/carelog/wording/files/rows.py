"""Numbers of things in a journal, by the name of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import plural
from carelog.wording.counts import grouped

if TYPE_CHECKING:
    from collections.abc import Callable

_THINGS: dict[str, Callable[[int], str]] = {
    "trackers": lambda count: plural(count, "{number} tracker", "{number} trackers", number=grouped(count)),
    "entries": lambda count: plural(count, "{number} entry", "{number} entries", number=grouped(count)),
    "contacts": lambda count: plural(count, "{number} contact", "{number} contacts", number=grouped(count)),
    "routines": lambda count: plural(count, "{number} routine", "{number} routines", number=grouped(count)),
    "ticks": lambda count: plural(count, "{number} tick", "{number} ticks", number=grouped(count)),
    "pauses": lambda count: plural(count, "{number} pause", "{number} pauses", number=grouped(count)),
    "plan_steps": lambda count: plural(
        count, "{number} step of a plan", "{number} steps of a plan", number=grouped(count)
    ),
    "plan_reviews": lambda count: plural(
        count, "{number} review of a plan", "{number} reviews of a plan", number=grouped(count)
    ),
    "kind_words": lambda count: plural(count, "{number} kind word", "{number} kind words", number=grouped(count)),
    "reached": lambda count: plural(
        count, "{number} time you turned to somebody", "{number} times you turned to somebody", number=grouped(count)
    ),
    "activities": lambda count: plural(count, "{number} activity", "{number} activities", number=grouped(count)),
    "signs": lambda count: plural(count, "{number} sign", "{number} signs", number=grouped(count)),
    "helpline_marks": lambda count: plural(
        count, "{number} mark of a helpline", "{number} marks of helplines", number=grouped(count)
    ),
    "appointments": lambda count: plural(count, "{number} appointment", "{number} appointments", number=grouped(count)),
    "agreements": lambda count: plural(count, "{number} agreement", "{number} agreements", number=grouped(count)),
    "topics": lambda count: plural(count, "{number} topic", "{number} topics", number=grouped(count)),
    "answered": lambda count: plural(
        count, "{number} answered questionnaire", "{number} answered questionnaires", number=grouped(count)
    ),
    "imports": lambda count: plural(count, "{number} import", "{number} imports", number=grouped(count)),
    "shares": lambda count: plural(
        count, "{number} page handed over", "{number} pages handed over", number=grouped(count)
    ),
}


def counted_rows(table: str, count: int) -> str:
    """A number of things, such as 1,200 entries; a table that a later carelog has is called by its name."""
    say = _THINGS.get(table)
    return say(count) if say else f"{grouped(count)} {table}"
