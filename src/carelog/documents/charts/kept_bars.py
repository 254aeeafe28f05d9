"""How much of what was due was kept, as a bar for each routine; the small ones are a lighter part of it."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import ACCENT, INK, Canvas
from carelog.wording import charts as words

_ROW, _GROUND, _SMALL = 15.0, "#e9edf0", "#86abbf"
_LONGEST_NAME = 24

Kept = tuple[str, int, int, int]
"""A name, how many were due, how many of them kept, and how many of these were small."""


def kept_bars(routines: Sequence[Kept], *, width: float = 255) -> Chart:
    """A bar for each routine that was due at all."""
    canvas = Canvas(width, _ROW * max(len(routines), 1) + 2)
    label, number = width * 0.44, 44.0
    room = width - label - number
    for place, (name, due, kept, small) in enumerate(routines):
        y = place * _ROW
        shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        canvas.words((0, y + 10.5), shown, color=INK)
        canvas.box((label, y + 3.5), room, 8, _GROUND, radius=1.5)
        canvas.box((label, y + 3.5), room * kept / due, 8, _SMALL, radius=1.5)
        canvas.box((label, y + 3.5), room * (kept - small) / due, 8, ACCENT, radius=1.5)
        canvas.words((width, y + 10.5), words.of(kept, due), anchor="end")
    rows = tuple((name, str(due), str(kept), str(small)) for name, due, kept, small in routines)
    table = Table(words.KEPT, (words.ROUTINE, words.DUE, words.KEPT, words.SMALL), rows)
    return canvas.chart(words.KEPT, words.kept([(name, kept, due) for name, due, kept, _ in routines]), table)
