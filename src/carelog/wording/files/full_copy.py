"""The full copy of a journal as JSON: before it is written, and when it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL_OF_IT = (
    "This copy of your whole journal is for you: notes, people with their numbers, your plan. Whoever has the file can "
    "read it; it is not locked."
)
NOTHING_NEW = "Everything in this copy was in your journal already. Nothing was changed."
NOT_APPLIED = "Nothing was written. Add --apply to take this in."

_NOUNS = {
    "trackers": ("tracker", "trackers"),
    "entries": ("entry", "entries"),
    "contacts": ("contact", "contacts"),
    "routines": ("routine", "routines"),
    "ticks": ("tick", "ticks"),
    "pauses": ("pause", "pauses"),
    "plan_steps": ("step of a plan", "steps of a plan"),
    "plan_reviews": ("review of a plan", "reviews of a plan"),
    "kind_words": ("kind word", "kind words"),
    "reached": ("time you turned to somebody", "times you turned to somebody"),
    "activities": ("activity", "activities"),
    "signs": ("sign", "signs"),
    "helpline_marks": ("mark of a helpline", "marks of helplines"),
    "appointments": ("appointment", "appointments"),
    "agreements": ("agreement", "agreements"),
    "topics": ("topic", "topics"),
    "answered": ("answered questionnaire", "answered questionnaires"),
    "shares": ("page handed over", "pages handed over"),
}


def holds(counts: Mapping[str, int]) -> str:
    """How many things of each kind a copy or a journal holds."""
    things = [_counted(name, count) for name, count in counts.items() if count]
    return f"It holds {', '.join(things)}." if things else "It holds nothing yet."


def private_stay(count: int) -> str:
    """Private entries are not in the copy."""
    stay = "stays" if count == 1 else "stay"
    entries = counted(count, "private entry", "private entries")
    return f"{entries} {stay} here. To take everything along, add --include private."


def private_come(count: int) -> str:
    """Private entries are in the copy."""
    return f"Among them: {counted(count, 'private entry', 'private entries')}."


def found(new: Mapping[str, int], newer: Mapping[str, int], known: int) -> str:
    """What a copy would bring, before it is imported."""
    lines = [f"  new: {_counted(name, count)}" for name, count in new.items()]
    lines += [f"  a later version of: {_counted(name, count)}" for name, count in newer.items()]
    if known:
        lines.append(f"  in your journal already: {known:,} rows")
    return "\n".join(["A copy of a whole journal. Deleted things count too: they come as deleted.", *lines])


def taken_in(changes: int) -> str:
    """A copy was imported."""
    return f"Taken in: {changes:,} {'row' if changes == 1 else 'rows'}."


def _counted(name: str, count: int) -> str:
    one, several = _NOUNS.get(name, (name, name))
    return f"{count:,} {one if count == 1 else several}"
