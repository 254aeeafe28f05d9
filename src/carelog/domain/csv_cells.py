"""Escaping cells of a CSV file, so that no spreadsheet runs a person's text as a formula.

A cell that begins as a formula does gets an apostrophe in front, which spreadsheets show as text (OWASP, CSV
injection); numbers stay numbers. So does a cell that has apostrophes before such a beginning, and every text can be
had back from its cell.
"""

from __future__ import annotations

import re

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def escape_cell(text: str) -> str:
    """The text for a cell, with an apostrophe in front where it would begin a formula."""
    return f"'{text}" if _needs_escape(text) else text


def _needs_escape(text: str) -> bool:
    return text.lstrip("'")[:1] in _FORMULA_STARTS and bool(text.lstrip("'")) and not _NUMBER.fullmatch(text)
