"""A canvas that makes SVG with presentation attributes only, which browsers and PDF engines draw alike.

The SVG has no style sheet, no script and no reference; text is cleaned and escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from carelog.documents.blocks import Chart, Table
from carelog.domain.text import clean_line

INK, QUIET, GRID, ACCENT = "#22303c", "#55636f", "#dfe5ea", "#2a6380"
LEVELS = ("#3b2f73", "#4f72b5", "#63aaa3", "#a9cf7c", "#f3df86")
"""The moods 1 to 5, each lighter than the one below it, so that their order is visible in grey; none is red."""
ON_LEVELS = ("#ffffff", "#ffffff", INK, INK, INK)
"""The colour of a number on each level, with a contrast ratio of at least 4.5."""
BANDS = ("#ffffff", "#f1f4f6", "#e3e9ed", "#d5dee4", "#c7d2da")
"""Backgrounds for the bands of a score, from the lowest band up."""
FAMILY = "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', sans-serif"

Point = tuple[float, float]


class Canvas:
    """A canvas of `width` × `height` CSS pixels; coordinates count from the upper left corner."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._shapes: list[str] = []

    def box(
        self, corner: Point, width: float, height: float, fill: str, *, stroke: str = "", radius: float = 0
    ) -> None:
        """Draw a rectangle from its upper left corner; the fill "none" leaves it hollow."""
        edges = f' rx="{_n(radius)}"' if radius else ""
        edges += f' stroke="{stroke}" stroke-width="0.8"' if stroke else ""
        x, y = corner
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"{edges}/>'
        )

    def line(self, start: Point, end: Point, color: str = GRID, width: float = 0.8) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = start, end
        self._shapes.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
            f'stroke="{color}" stroke-width="{_n(width)}"/>'
        )

    def path(self, points: Sequence[Point], color: str = ACCENT, width: float = 2) -> None:
        """Draw a line through several points."""
        course = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
        self._shapes.append(
            f'<path d="M{course}" fill="none" stroke="{color}" stroke-width="{_n(width)}" '
            'stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def uprights(self, lines: Sequence[tuple[float, float, float]], color: str, width: float) -> None:
        """Draw upright lines, each by its x and its two ends, as one shape: the chart of ten years stays small."""
        course = "".join(f"M{_n(x)} {_n(top)}V{_n(bottom)}" for x, top, bottom in lines)
        if course:
            self._shapes.append(f'<path d="{course}" fill="none" stroke="{color}" stroke-width="{_n(width)}"/>')

    def dot(self, center: Point, radius: float, fill: str, stroke: str = "") -> None:
        """Draw a filled circle."""
        x, y = center
        edge = f' stroke="{stroke}" stroke-width="1.4"' if stroke else ""
        self._shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"{edge}/>')

    def words(
        self,
        place: Point,
        text: str,
        *,
        size: float = 8.5,
        color: str = QUIET,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """Write text on one line. `place` is the start of its baseline; with another anchor its middle or end."""
        x, y = place
        weight = ' font-weight="600"' if bold else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-family="{escape(FAMILY)}" font-size="{_n(size)}" fill="{color}" '
            f'text-anchor="{anchor}"{weight}>{escape(clean_line(text))}</text>'
        )

    def chart(self, title: str, alternative: str, table: Table, *, in_words: str) -> Chart:
        """The chart that has been drawn so far."""
        title, alternative = clean_line(title), clean_line(alternative)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(self.width)} {_n(self.height)}" '
            f'width="{_n(self.width)}" height="{_n(self.height)}" role="img" aria-label="{escape(title)}">'
            f"<title>{escape(title)}</title><desc>{escape(alternative)}</desc>{''.join(self._shapes)}</svg>"
        )
        return Chart(title, alternative, clean_line(in_words), svg, self.width, self.height, table)


def _n(number: float) -> str:
    """A number with at most two decimals, written as short as possible."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
