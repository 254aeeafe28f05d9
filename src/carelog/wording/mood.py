"""Noting a moment: moods, notes, readings, the editor, and trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_name
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ASK_MOOD = "How are you, 1 to 5 ({words})?"
ASK_FEELINGS = "Words for it, with commas between them (Enter skips)"
ASK_NOTE = "A few words (Enter skips)"
NO_SCORE = "A mood begins with a number from 1 to 5 or its word, such as: carelog mood 4 a few words"
NOTHING_TO_NOTE = "There was nothing to note, so nothing was saved."
HARD = "That sounds hard."
PRIVATE = "Kept out of every export. Anyone who opens this journal can read it."
IN_SHELL_HISTORY = (
    "These words may stay in your shell's history. To keep words out of it, use “carelog mood” alone, or --edit."
)
NO_TRACKER_READINGS = "A reading is written name=number, such as: carelog track sleep=7.5"
NEEDS_DASH = "To read the text from standard input, write - in its place."

NEEDS_NAME = "Write its name, as the help shows."
ASK_TRACKER = "What do you want to watch, such as sleep?"
ASK_UNIT = "Its unit, such as h (Enter skips)"
ASK_LOWEST = "The lowest possible number (Enter skips)"
ASK_HIGHEST = "The highest possible number (Enter skips)"
NO_TRACKERS = "There are no scales yet. Make one with: carelog tracker add sleep --unit h"


def noted(what: str, clock: str, handle: str) -> str:
    """An entry was saved; the handle finds it again."""
    return f"Noted {what}, {clock} [{handle}]."


def noted_hard(clock: str, handle: str) -> str:
    """An entry with the lowest mood was saved."""
    return f"Noted. {HARD} {clock} [{handle}]"


def noted_for(day: date) -> str:
    """An entry was saved for another day than today."""
    return f"It is kept with {day_name(day)}."


def changed(handle: str) -> str:
    """An entry was changed."""
    return f"Changed [{handle}]. “carelog undo” takes it back."


def make_tracker(name: str) -> str:
    """A question when a reading names an unknown tracker."""
    return f"There is no tracker “{name}” yet. Make it?"


def earlier_draft(draft: Path) -> str:
    """A draft from before exists: an editor is still open, or was killed."""
    return f"There is an earlier draft in {draft}"


def draft_kept(draft: Path) -> str:
    """Writing in the editor was interrupted, and the draft is kept."""
    return f"What you wrote is kept in {draft}"


def editor_failed(number: int) -> str:
    """The editor ended with an error."""
    return f"The editor closed with an error ({number}), so nothing was noted."


def no_editor(name: str) -> str:
    """The editor could not be started."""
    return f"“{name}” could not be started. Set EDITOR to an editor you have, such as nano."


def tracker_made(name: str) -> str:
    """A tracker was made."""
    return f"Made “{name}”. Note a reading with: carelog track {typed(name)}=5"


def put_away(name: str) -> str:
    """A tracker or routine was archived."""
    return f"“{name}” is put away. What was noted stays."
