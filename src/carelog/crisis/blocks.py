"""Blocks of lines, each with a priority, from which a page is fitted to a small screen."""

from __future__ import annotations

from carelog.crisis.text import shorten, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    Block = tuple[int, list[str]]

EVERY_LINE = 999
"""A limit on lines that no text reaches."""

TOP, BOTTOM, WHERE, FIRST_HELP, MORE, OWN, NEXT_PERSON, NEXT_COUNTRY, BUSY, DETAIL, SAY, EXTRA, AIR = range(13)
"""Priorities of blocks: the lower the number, the longer a block stays on a small screen."""


def fit(blocks: list[Block], rows: int | None) -> list[str]:
    """The lines of the blocks, at most `rows` of them; no block is ever cut.

    While there are too many lines, the last block of the lowest priority is dropped; blank lines (AIR) return at the
    end where there is room, but never two behind each other. None means that there is no limit.
    """
    kept = list(range(len(blocks)))

    def size(chosen: list[int]) -> int:
        return sum(len(blocks[index][1]) for index in chosen)

    while rows is not None and size(kept) > rows and len(kept) > 1:
        kept.remove(max(kept, key=lambda index: (blocks[index][0], index)))
    for index, (need, _) in enumerate(blocks):
        if need == AIR and index not in kept and rows is not None and size([*kept, index]) <= rows:
            kept.append(index)
    lines = [line for index in sorted(kept) for line in blocks[index][1]]
    return [line for place, line in enumerate(lines) if line or lines[place - 1]]


def fits(blocks: list[Block], rows: int) -> bool:
    """Whether the blocks fit, not counting blank lines (AIR)."""
    return sum(len(lines) for need, lines in blocks if need != AIR) <= rows


def inside(text: str, columns: int, most: int = EVERY_LINE) -> list[str]:
    """A text indented below its heading, in at most `most` lines."""
    return [f"  {line}" for line in shorten(text, columns - 2, most)]


def wrapped(lines: list[str], columns: int) -> list[str]:
    """Several texts, wrapped, each starting on a new line."""
    return [part for line in lines for part in wrap(line, columns)]


def fitting(wordings: list[str], columns: int) -> str:
    """The first wording that fits, or the last one."""
    return next((wording for wording in wordings if width(wording) <= columns), wordings[-1])
