"""What a page is made of: lines that stay or go together when the screen is small, and how needed they are."""

from __future__ import annotations

from carelog.crisis.text import shorten, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    Block = tuple[int, list[str]]

WIDEST, EVERY_LINE = 40, 999
"""The columns that a page takes at most, and as many lines as a text has."""

TOP, BOTTOM, WHERE, FIRST_HELP, MORE, OWN, NEXT_PERSON, BUSY, DETAIL, SAY, EXTRA, AIR = range(12)
"""What stays on a small screen, most needed first."""


def fit(blocks: list[Block], rows: int | None) -> list[str]:
    """The lines of all blocks; too many for the rows, the least needed go first, from the end, air comes back last."""
    kept = list(range(len(blocks)))

    def size(chosen: list[int]) -> int:
        return sum(len(blocks[index][1]) for index in chosen)

    while rows is not None and size(kept) > rows and len(kept) > 1:
        kept.remove(max(kept, key=lambda index: (blocks[index][0], index)))
    for index, (need, _) in enumerate(blocks):
        if need == AIR and index not in kept and rows is not None and size([*kept, index]) <= rows:
            kept.append(index)
    return [line for index in sorted(kept) for line in blocks[index][1]]


def fits(blocks: list[Block], rows: int) -> bool:
    """Whether the rows are enough for everything but air."""
    return sum(len(lines) for need, lines in blocks if need != AIR) <= rows


def inside(text: str, columns: int, most: int = EVERY_LINE) -> list[str]:
    """A text below its heading, in at most so many lines."""
    return [f"  {line}" for line in shorten(text, columns - 2, most)]


def wrapped(lines: list[str], columns: int) -> list[str]:
    """Several texts, each from a line of its own."""
    return [part for line in lines for part in wrap(line, columns)]


def fitting(wordings: list[str], columns: int) -> str:
    """The first wording that fits, or the last one."""
    return next((wording for wording in wordings if width(wording) <= columns), wordings[-1])
