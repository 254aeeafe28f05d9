"""Offer a tracker that is not there yet, without ever losing the entry that has a reading of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_text, confirm
from carelog.domain.numbers import show_number
from carelog.errors import InvalidValue, NotFound
from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.journal import Journal
    from carelog.journal.collections.trackers import Trackers


def made_first(context: Context, trackers: Trackers, offered: Mapping[str, float]) -> dict[str, float]:
    """The readings whose trackers the person makes, of an entry that has nothing else.

    Where nobody can be asked these are all: the journal refuses readings without a tracker. Raises InvalidValue where
    none is made, because nothing is left to note.
    """
    if not context.can_ask:
        return dict(offered)
    made = {name: number for name, number in offered.items() if _is_made(context, trackers, name, is_kept=False)}
    if not made:
        raise InvalidValue("entry.nothing-to-note")
    return made


def with_offered(context: Context, journal: Journal, entry: Entry, offered: Mapping[str, float]) -> Entry:
    """The kept entry with the readings whose trackers the person makes now; it stays whatever is answered.

    Where nobody can be asked, and after Ctrl-C at the question, it is kept without the readings, and that is said.
    """
    missing = {name: number for name, number in offered.items() if name not in entry.readings}
    for name, number in missing.items():
        try:
            is_made = context.can_ask and _is_made(context, journal.trackers, name, is_kept=True)
        except _interruptions():
            is_made = False
        if is_made:
            entry = journal.entries.edit(replace(entry, readings={**entry.readings, name: number}))
        else:
            reading = f"{name}={show_number(number)}"
            context.remarks.append(mood_words.reading_not_kept(name, reading, entry.handle))
    return entry


def number_after(context: Context, offered: Mapping[str, float]) -> int:
    """The exit number once an entry is kept: not found where readings were left out unasked, so that scripts notice."""
    return NotFound.exit_number if offered and not context.can_ask else 0


def _is_made(context: Context, trackers: Trackers, name: str, *, is_kept: bool) -> bool:
    if not confirm(context, mood_words.make_tracker(name, is_kept=is_kept)):
        return False
    trackers.add(name, unit=ask_text(mood_words.ASK_UNIT))
    return True


def _interruptions() -> tuple[type[BaseException], ...]:
    import typer

    return (typer.Abort, KeyboardInterrupt, EOFError)
