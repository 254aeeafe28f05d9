"""Noting a moment: moods, notes, readings, and trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.wording.days import day_name
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

ASK_FEELINGS = _("Feelings (tired, lonely, proud …), Enter skips")
ASK_NOTE = _("A note, Enter skips")
ASK_WORDS = _("A note")
PRIVATE = _("It is in no export. Anyone who opens this journal can read it.")
SOMEONE_NOW = _("Someone now: carelog reach")
IN_SHELL_HISTORY = _(
    "These words may stay in your shell's history. To keep words out of it, use “carelog mood” alone, or --edit."
)

HASH_IS_LEFT_OUT = _(
    "Most shells leave out a word that begins with #, and all behind it: carelog cannot see them. For a tag: --tag walk"
)
_LONGEST_EXAMPLE = 120

ASK_TRACKER = _("What do you want to watch, such as sleep?")
ASK_UNIT = _("Its unit, such as h (Enter skips)")
ASK_LOWEST = _("The lowest possible number (Enter skips)")
ASK_HIGHEST = _("The highest possible number (Enter skips)")
BETTER = {"higher": _("higher"), "lower": _("lower"), "neither": _("neither")}
"""Which readings of a tracker are better, by the value of `Better`: noting a mood loads nothing about trackers."""
NO_TRACKERS = _("To watch something such as sleep: carelog tracker add sleep --unit h")
TRACKER_COLUMNS = (_("name"), _("unit"), _("range"), _("better"), _("about"), _("put away"))
ABOUT = {
    "night": _("the night"),
    "function": _("how much it got in the way"),
    "irritability": _("irritability"),
    "anxiety": _("anxiety"),
    "cycle": _("the cycle"),
    "other": _("something else"),
}
"""What a tracker measures, by the value of `About`."""


def ask_mood(words: Iterable[str]) -> str:
    """A question for a mood; `words` are those of the five scores."""
    return _("How is it right now, 1 to 5 ({words})?").format(words=listed(words))


def words_kept(text: str) -> str:
    """The words of a mood are there, and its score is asked for."""
    return _("Your words are kept: “{text}”").format(text=text)


def as_typed(score: str, text: str) -> dict[str, str]:
    """The commands that note these words with a score and without one; long words stand as “a few words”."""
    from shlex import join

    words = (text if len(text) <= _LONGEST_EXAMPLE else _("a few words")).split()
    return {"with_score": join(["carelog", "mood", score, *words]), "without": join(["carelog", "note", *words])}


def noted_hard(day: str, *, is_first: bool) -> str:
    """An entry with the lowest mood was saved, for a `day` by its name where it is not kept with the present one.

    The first of a day is answered in full: said four times in a night, a sentence of comfort is a machine's.
    """
    if not is_first:
        again = _("Noted for {day}. Someone now: carelog reach") if day else _("Noted. Someone now: carelog reach")
        return again.format(day=day)
    if not day:
        return _("Noted. That sounds hard. Someone now: carelog reach")
    return _("Noted for {day}. That sounds hard. Someone now: carelog reach").format(day=day)


def noted_readings(trackers: Iterable[str], clock: str, handle: str) -> str:
    """An entry was saved that has readings of these trackers, and neither a mood nor words."""
    return _("Noted {trackers}, {clock} [{handle}].").format(trackers=listed(trackers), clock=clock, handle=handle)


def noted_it(clock: str, handle: str) -> str:
    """An entry was saved that has feelings or tags alone."""
    return _("Noted, {clock} [{handle}].").format(clock=clock, handle=handle)


def noted_for(day: date) -> str:
    """An entry was saved for another day than today."""
    return _("It is noted for {day}.").format(day=day_name(day))


def changed(handle: str) -> str:
    """An entry was changed."""
    return _("Changed [{handle}]. “carelog undo” takes it back.").format(handle=handle)


def changed_entry(handle: str, before: str, now: str) -> str:
    """An entry was changed: what it holds now and, where words went, what it held before."""
    lines = [changed(handle), *([_("Before: {entry}").format(entry=before)] if before else [])]
    return "\n".join([*lines, _("Now: {entry}").format(entry=now)])


def make_tracker(name: str, *, is_kept: bool = False) -> str:
    """A question when a reading names an unknown tracker; the entry may be kept already."""
    if is_kept:
        return _("Your entry is kept. There is no tracker “{name}” yet. Make it?").format(name=name)
    return _("There is no tracker “{name}” yet. Make it?").format(name=name)


def reading_not_kept(name: str, reading: str, handle: str) -> str:
    """An entry was kept without a reading, because there is no tracker for it."""
    return _(
        "The reading “{name}” is not kept. With a tracker it can be added: carelog tracker add {typed} and carelog "
        "edit {handle} --track {reading}"
    ).format(name=name, typed=typed(name), handle=handle, reading=typed(reading))


def tracker_made(name: str, example: str) -> str:
    """A tracker was made; `example` is a possible reading."""
    template = _("Made “{name}”. Note a reading with: carelog track {typed}={example}")
    return template.format(name=name, typed=typed(name), example=example)


def tracker_changed(name: str) -> str:
    """A tracker was changed."""
    return _("“{name}” is changed. “carelog undo” takes it back.").format(name=name)


def tracker_range(low: str, high: str) -> str:
    """The readings that a tracker takes, such as 0 to 24; an end without a bound is left out."""
    if low and high:
        return _("{low} to {high}").format(low=low, high=high)
    if low:
        return _("{low} to").format(low=low)
    return _("to {high}").format(high=high) if high else ""
