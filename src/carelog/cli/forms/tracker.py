"""Read what is typed about a tracker, and ask for a tracker field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, ask_text, need_terminal, new_name
from carelog.domain.numbers import read_number
from carelog.domain.text import clean_line, fold, takes_away
from carelog.domain.tracker import About, Better, Tracker
from carelog.errors import InvalidValue
from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.trackers import Trackers


def ask_tracker(context: Context, trackers: Trackers, about: About | None = None) -> Tracker:
    """Ask for a tracker field by field, and keep it; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, "program.name-needs-terminal", command="tracker add", example="sleep")
    taken = {fold(each.name) for each in trackers.active()}

    def read_name(typed: str) -> str:
        return Tracker("", new_name(typed, lambda name: fold(name) in taken, "tracker.name-taken")).name

    name, unit = ask(mood_words.ASK_TRACKER, read_name), ask_text(mood_words.ASK_UNIT)
    low = ask(mood_words.ASK_LOWEST, read_bound)
    high = ask(mood_words.ASK_HIGHEST, lambda typed: Tracker("", name, unit, low, read_bound(typed)).maximum)
    return trackers.add(name, unit=unit, minimum=low, maximum=high, about=about)


def read_bound(typed: str | None) -> float | None:
    """The lowest or highest possible reading; None without a text. Raises InvalidValue for what is not a number."""
    return read_number(typed, "tracker.bound") if typed and typed.strip() else None


def read_about(about: About | None, *, night: bool) -> About | None:
    """What a tracker is about, by `--about` or its short form `--about-night`; None where neither is given.

    Raises InvalidValue where they do not agree.
    """
    if night and about not in (None, About.NIGHT):
        raise InvalidValue("tracker.about-two-things")
    return About.NIGHT if night else about


def changed_tracker(
    old: Tracker,
    name: str | None,
    *,
    unit: str | None,
    low: str | None,
    high: str | None,
    better: Better | None,
    about: About | None,
    cover: str | None = None,
) -> Tracker:
    """The tracker with what is given in place of what was there; the bound “none” takes a bound away.

    Raises InvalidValue for a bound that is not a number, and for a lowest reading above the highest.
    """
    return replace(
        old,
        name=old.name if name is None else clean_line(name),
        unit=old.unit if unit is None else unit,
        minimum=_changed_bound(old.minimum, low),
        maximum=_changed_bound(old.maximum, high),
        better=better or old.better,
        about=about or old.about,
        cover=old.cover if cover is None else cover,
    )


def _changed_bound(old: float | None, typed: str | None) -> float | None:
    if typed is None:
        return old
    return None if takes_away(typed) else read_bound(typed)
