"""Cells of a CSV file read back, as a program does that knows what an apostrophe before a formula means."""

from carelog.domain.csv_cells import escape_cell


def unescape_cell(cell: str) -> str:
    """The text of a cell without the apostrophe that was put in front of it; other cells are unchanged."""
    return cell[1:] if cell.startswith("'") and escape_cell(cell[1:]) == cell else cell
