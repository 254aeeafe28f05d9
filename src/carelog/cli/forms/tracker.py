"""Read the bounds of a tracker, and ask for a tracker field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, ask_text, need_terminal, new_name
from carelog.domain.numbers import read_number
from carelog.domain.text import fold
from carelog.domain.tracker import Tracker
from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.trackers import Trackers


def ask_tracker(context: Context, trackers: Trackers) -> Tracker:
    """Ask for a tracker field by field, and keep it; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, "program.name-needs-terminal")
    taken = {fold(each.name) for each in trackers.active()}

    def read_name(typed: str) -> str:
        return Tracker("", new_name(typed, lambda name: fold(name) in taken, "tracker.name-taken")).name

    name, unit = ask(mood_words.ASK_TRACKER, read_name), ask_text(mood_words.ASK_UNIT)
    low = ask(mood_words.ASK_LOWEST, read_bound)
    high = ask(mood_words.ASK_HIGHEST, lambda typed: Tracker("", name, unit, low, read_bound(typed)).maximum)
    return trackers.add(name, unit=unit, minimum=low, maximum=high)


def read_bound(typed: str | None) -> float | None:
    """The lowest or highest possible reading; None without a text. Raises InvalidValue for what is not a number."""
    return read_number(typed, "tracker.bound") if typed and typed.strip() else None
