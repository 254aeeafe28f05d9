"""A telephone number as a picture that a phone's camera reads and offers to call."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[Sequence[int]]

_SPACING = dict.fromkeys(map(ord, " -./()\u00a0\u2010\u2011\u2013"))
_QUIET = 4
"""Light modules around a code: as many as ISO/IEC 18004 asks for."""
_BLACK_ON_WHITE, _AS_BEFORE = "\x1b[0;38;5;16;48;5;231m", "\x1b[0m"
"""Both colours are named, from the part of the palette that themes leave alone, for light and dark terminals alike."""
_HALVES = " \u2584\u2580\u2588"


def address(number: str) -> str:
    """The address that calls a number, such as tel:+49301234567, or an empty string for what is no plain number.

    Codes with * or # may change a phone's settings, and a 0 in brackets is dialled in some countries only: those are
    left to the person.
    """
    digits = number.translate(_SPACING)
    plain = digits.removeprefix("+")
    if not (plain.isascii() and plain.isdigit() and 2 <= len(plain) <= 20) or (plain != digits and "(0)" in number):
        return ""
    return f"tel:{digits}"


def can_draw() -> bool:
    """Whether the terminal has colours and half blocks."""
    if os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return False
    try:
        return bool(_HALVES.encode(sys.stdout.encoding))
    except (AttributeError, LookupError, TypeError, UnicodeEncodeError):
        return False


def draw(text: str) -> list[str]:
    """A text as a QR code, two rows of modules on a line; no lines where the library for it is missing or damaged."""
    try:
        import segno

        return _lines(segno.make_qr(text, error="l").matrix)
    except Exception:  # noqa: BLE001 - half an installation must not take the number with it
        return []


def columns_of(lines: list[str]) -> int:
    """How many columns a drawn code takes."""
    return len(lines[0]) - len(_BLACK_ON_WHITE) - len(_AS_BEFORE) if lines else 0


def _lines(matrix: Rows) -> list[str]:
    around = [0] * _QUIET
    side = [0] * (len(matrix) + 2 * _QUIET)
    rows = [side] * _QUIET + [[*around, *row, *around] for row in matrix] + [side] * (_QUIET + 1)
    return [
        _BLACK_ON_WHITE + "".join(_HALVES[2 * upper + lower] for upper, lower in zip(*pair, strict=True)) + _AS_BEFORE
        for pair in zip(rows[: len(side) : 2], rows[1::2], strict=False)
    ]
