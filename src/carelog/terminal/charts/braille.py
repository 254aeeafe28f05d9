"""A drawing made of small dots, eight to a character, or of one mark to a character where there are only letters."""

from __future__ import annotations

from enum import Enum

_DOTS_ACROSS, _DOTS_DOWN = 2, 4
_FIRST = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille character, by line and column (The Unicode Standard, chapter 21)."""


class Ink(Enum):
    """What a character of the drawing holds: nothing, dots alone, or a stroke, with dots or without."""

    NONE = " "
    DOTS = "."
    STROKE = "-"
    BOTH = "+"


class Drawing:
    """A sheet of so many characters; places on it are counted in dots from its upper left corner.

    Dots are single and strokes two dots thick, so that both are told apart without colours.
    """

    def __init__(self, columns: int, rows: int, *, ascii_only: bool) -> None:
        self._across, self._down = (1, 1) if ascii_only else (_DOTS_ACROSS, _DOTS_DOWN)
        self._ascii = ascii_only
        self._columns = columns
        self.width, self.height = columns * self._across, rows * self._down
        self._dots: set[tuple[int, int]] = set()
        self._strokes: set[tuple[int, int]] = set()

    def place(self, share: float) -> int:
        """How far down a value stands: 0 is the middle of the first row of characters, 1 of the last."""
        return round((1 if self._down > 1 else 0) + share * (self.height - self._down))

    def dot(self, x: int, y: int) -> None:
        """Make a dot."""
        tall = 1 if self._ascii else 2
        self._dots.update((x, min(y + each, self.height - 1)) for each in range(tall))

    def stroke(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Draw a line, both ends included."""
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            across, down = x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps)
            self._strokes.add((across, down))

    def row(self, number: int) -> list[tuple[str, Ink]]:
        """One row of characters, and what each holds."""
        return [self._cell(column, number) for column in range(self._columns)]

    def _cell(self, column: int, row: int) -> tuple[str, Ink]:
        dots, strokes = self._bits(self._dots, column, row), self._bits(self._strokes, column, row)
        ink = (Ink.BOTH if dots else Ink.STROKE) if strokes else Ink.DOTS if dots else Ink.NONE
        if self._ascii or ink is Ink.NONE:
            return ink.value, ink
        return chr(_FIRST + (dots | strokes)), ink

    def _bits(self, places: set[tuple[int, int]], column: int, row: int) -> int:
        return sum(
            _BITS[y][x]
            for y in range(self._down)
            for x in range(self._across)
            if (column * self._across + x, row * self._down + y) in places
        )
