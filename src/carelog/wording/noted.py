"""The answers to a plain mood and a plain note. Whoever notes one loads nothing else that people read."""

from __future__ import annotations

from carelog.language import gettext as _


def noted_mood(score: int, word: str, clock: str, handle: str) -> str:
    """An entry with a mood was saved; the handle finds it again."""
    return _("Noted {score} {word}, {clock} [{handle}].").format(score=score, word=word, clock=clock, handle=handle)


def noted_note(clock: str, handle: str) -> str:
    """An entry with words and without a mood was saved."""
    return _("Noted, {clock} [{handle}].").format(clock=clock, handle=handle)
