"""Escaping cells of a CSV file, so that no spreadsheet runs a person's text as a formula.

A cell that begins as a formula does gets an apostrophe in front, which spreadsheets show as text (OWASP, CSV
injection); numbers stay numbers. A spreadsheet that is told another delimiter than the file's takes every comma,
semicolon, tab, bar and line end within a text for the end of a cell, so what begins as a formula behind one of these
gets an apostrophe too. Every text can be had back from its cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FORMULA = r"""(?:[^\S\t\r\n]|["'])*[=+\-@＝＋－＠]"""
"""What begins a formula, behind blanks and quotation marks that a spreadsheet may leave out."""
_CELL_BEGINS = re.compile(rf"(\A(?={_FORMULA}|'*[\t\r\n])|[,;\t|\r\n](?={_FORMULA}))")
_ESCAPED = re.compile(rf"(\A|[,;\t|\r\n])'(?={_FORMULA})|\A'(?='*[\t\r\n])")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def escape_cell(text: str) -> str:
    """The text for a cell, with an apostrophe wherever a spreadsheet could find the beginning of a formula."""
    return text if _NUMBER.fullmatch(text) else _CELL_BEGINS.sub(r"\1'", text)


def escape_row(cells: Sequence[str]) -> list[str]:
    """The cells of a row. Its first is escaped even if it is a number: read with another delimiter it goes on."""
    return [_CELL_BEGINS.sub(r"\1'", cells[0]), *map(escape_cell, cells[1:])] if cells else []


def unescape_cell(cell: str) -> str:
    """The text of a cell that `escape_cell` made; another cell may come out as it is."""
    return _ESCAPED.sub(r"\1", cell)
