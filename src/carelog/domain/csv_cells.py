"""Cells of a CSV file that no spreadsheet takes for a formula, and the way back.

A cell that begins as a formula does gets an apostrophe in front, which spreadsheets show as text (OWASP, CSV
injection); numbers stay numbers. `opened(guarded(text))` is the text.
"""

from __future__ import annotations

import re

_BEGINS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def guarded(text: str) -> str:
    """The text as a cell holds it."""
    return f"'{text}" if _needs_a_guard(text) else text


def opened(cell: str) -> str:
    """What stood there before it was guarded; other cells are as they are."""
    return cell[1:] if cell.startswith("'") and _needs_a_guard(cell[1:]) else cell


def _needs_a_guard(text: str) -> bool:
    return text.lstrip("'")[:1] in _BEGINS_A_FORMULA and bool(text.lstrip("'")) and not _NUMBER.fullmatch(text)
