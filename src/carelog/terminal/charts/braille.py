"""A canvas for charts made of characters: braille cells of 2 × 4 dots, or one ASCII mark per character."""

from __future__ import annotations

from enum import Enum

_DOTS_ACROSS, _DOTS_DOWN = 2, 4
_BLANK_CELL = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille character, by row and column (The Unicode Standard, chapter 21)."""


class Ink(Enum):
    """What a character of the drawing holds. The value is the character that ASCII terminals get."""

    NONE = " "
    DOTS = "."
    STROKE = "-"
    BOTH = "+"


class Drawing:
    """A canvas of `columns` × `rows` characters. Coordinates are in dots, from the upper left corner.

    Points are two dots high and strokes one dot thick, so that they differ without colours too.
    """

    def __init__(self, columns: int, rows: int, *, ascii_only: bool) -> None:
        self._dots_across, self._dots_down = (1, 1) if ascii_only else (_DOTS_ACROSS, _DOTS_DOWN)
        self._ascii_only = ascii_only
        self._columns = columns
        self.width, self.height = columns * self._dots_across, rows * self._dots_down
        self._points: set[tuple[int, int]] = set()
        self._strokes: set[tuple[int, int]] = set()

    def y(self, share: float) -> int:
        """The y coordinate for a share from 0 (middle of the first row of characters) to 1 (middle of the last)."""
        return round((1 if self._dots_down > 1 else 0) + share * (self.height - self._dots_down))

    def point(self, x: int, y: int) -> None:
        """Draw a point."""
        high = 1 if self._ascii_only else 2
        self._points.update((x, min(y + each, self.height - 1)) for each in range(high))

    def stroke(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Draw a straight line, both ends included."""
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            self._strokes.add((x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps)))

    def row(self, number: int) -> list[tuple[str, Ink]]:
        """The characters of a row, counted from 0 at the top, and what each holds."""
        return [self._cell(column, number) for column in range(self._columns)]

    def _cell(self, column: int, row: int) -> tuple[str, Ink]:
        points, strokes = self._bits(self._points, column, row), self._bits(self._strokes, column, row)
        ink = (Ink.BOTH if points else Ink.STROKE) if strokes else Ink.DOTS if points else Ink.NONE
        if self._ascii_only or ink is Ink.NONE:
            return ink.value, ink
        return chr(_BLANK_CELL + (points | strokes)), ink

    def _bits(self, dots: set[tuple[int, int]], column: int, row: int) -> int:
        return sum(
            _BITS[y][x]
            for y in range(self._dots_down)
            for x in range(self._dots_across)
            if (column * self._dots_across + x, row * self._dots_down + y) in dots
        )
