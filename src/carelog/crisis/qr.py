"""A telephone number as a QR code that a phone's camera reads and offers to call."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = Sequence[Sequence[int]]

_SPACING = dict.fromkeys(map(ord, " -./()\u00a0\u2010\u2011\u2013"))
_QUIET = 4
"""The quiet zone: light modules around a code, as wide as ISO/IEC 18004 demands."""
_BLACK_ON_WHITE, _AS_BEFORE = "\x1b[0;38;5;16;48;5;231m", "\x1b[0m"
"""Both colours are set, from the part of the palette that themes do not change, for light and dark terminals."""
_HALVES = " \u2584\u2580\u2588"


def address(number: str) -> str:
    """The URI that calls a number, such as tel:+49301234567, or an empty string for anything but a plain number.

    Codes with * or # may change a phone's settings, and a 0 in brackets is dialled in some countries only: the person
    has to type those.
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
    """The lines of a QR code, two rows of modules on each; an empty list if its library is missing or broken."""
    try:
        import segno

        return _lines(segno.make_qr(text, error="l").matrix)
    except Exception:  # noqa: BLE001 - half an installation must not take the number with it
        return []


def columns_of(lines: list[str]) -> int:
    """The columns that a drawn code takes; 0 for an empty list."""
    return len(lines[0]) - len(_BLACK_ON_WHITE) - len(_AS_BEFORE) if lines else 0


def _lines(matrix: Rows) -> list[str]:
    around = [0] * _QUIET
    side = [0] * (len(matrix) + 2 * _QUIET)
    rows = [side] * _QUIET + [[*around, *row, *around] for row in matrix] + [side] * (_QUIET + 1)
    return [
        _BLACK_ON_WHITE + "".join(_HALVES[2 * upper + lower] for upper, lower in zip(*pair, strict=True)) + _AS_BEFORE
        for pair in zip(rows[: len(side) : 2], rows[1::2], strict=False)
    ]
