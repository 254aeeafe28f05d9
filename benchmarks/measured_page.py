"""Tables of what was measured: printed line by line, and written into a page between two marks."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

MARKS = ("<!-- measured: begin -->", "<!-- measured: end -->")
"""What stands in a page before and behind its tables."""


def print_simulated(
    tables: Callable[[int], Iterable[str]], about: str | None, *, runs: int, marks: tuple[str, str] = MARKS
) -> None:
    """Print tables of simulated journals as they are made, and write them into a page if --into names one.

    `tables` makes the lines from the number of journals a row, which is `runs` unless --runs says another.
    """
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=runs, help="invented journals per row; fewer in the later tables")
    parser.add_argument("--into", type=Path, help="a page whose tables are replaced")
    asked = parser.parse_args()
    lines = []
    for line in tables(asked.runs):
        print(line, flush=True)
        lines.append(line)
    if asked.into:
        write_into(asked.into, lines, marks)


def write_into(page: Path, lines: Sequence[str], marks: tuple[str, str] = MARKS) -> None:
    """Write lines into a page, in place of what stands between two marks."""
    begin, end = marks
    before, _, rest = page.read_text("utf-8").partition(begin)
    table = "\n".join(lines)
    page.write_text(f"{before}{begin}\n{table}\n{end}{rest.partition(end)[2]}", encoding="utf-8")


def known_to(runs: int, share: float = 0.1) -> str:
    """How many journals a row rests on, and two standard errors of a share."""
    error = 200 * math.sqrt(share * (1 - share) / runs)
    return f"{runs:,} journals a row: a share near {100 * share:.0f} % is known to ±{error:.1f} points"
