"""One tracker: what it is, how it is put away and taken back, and what is asked before it is removed."""

from __future__ import annotations

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.edit import ask_remove_words
from carelog.wording.program import typed

TRACKER_DETAILS = (
    _("name"),
    _("what others may read"),
    _("unit"),
    _("range"),
    _("better"),
    _("about"),
    _("put away"),
)
"""The labels of everything that is known of one tracker."""


def tracker_back(name: str) -> str:
    """A tracker that was archived is in use again."""
    return _("“{name}” is back, with all that was noted.").format(name=name)


def ask_remove_tracker(name: str, readings: int) -> str:
    """The question before a tracker is removed with its readings."""
    if not readings:
        return ask_remove_words(name)
    return plural(
        readings,
        "Remove “{name}” and its {count} reading for good? It cannot be undone. To put it away and keep the reading: "
        "carelog tracker archive {typed}",
        "Remove “{name}” and its {count} readings for good? It cannot be undone. To put it away and keep the readings: "
        "carelog tracker archive {typed}",
        name=name,
        typed=typed(name),
    )
