"""An image of a terminal, as a phone's camera would see it, and the QR codes in it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

WIDE, HIGH = 8, 16
"""The pixels of a cell."""
BLACK, WHITE = bytes(3), b"\xff" * 3
HALVES = {" ": (0, 0), "\u2580": (1, 0), "\u2584": (0, 1), "\u2588": (1, 1)}
PALETTE = {16: BLACK, 231: WHITE}
PARTS = re.compile(r"\x1b\[([\d;]*)m|(.)", re.DOTALL)


def picture(capture: str, columns: int, *, dark: bool) -> bytes:
    """A PPM image of a screen that tmux captured with its colours, on a dark or a light terminal.

    Letters are drawn as bars, so that a code needs enough quiet space around it.
    """
    paper, ink = (BLACK, WHITE) if dark else (WHITE, BLACK)
    lines = list(_lines(capture, ink, paper))
    rows = [row for line in lines for row in _pixel_rows(line, columns, paper)]
    return b"P6 %d %d 255\n" % (columns * WIDE, len(rows)) + b"".join(rows)


def codes_in(image: bytes, folder: Path) -> list[str]:
    """The texts of the QR codes that zbarimg finds in an image."""
    (folder / "screen.ppm").write_bytes(image)
    found = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(folder / "screen.ppm")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode in {0, 4}, found.stderr  # 4: no code was found
    return found.stdout.splitlines()


Cell = tuple[str, bytes, bytes]


def _lines(capture: str, ink: bytes, paper: bytes) -> Iterator[list[Cell]]:
    """Each character of each line with its two colours; colours last until changed, also over line ends."""
    front, back, line = ink, paper, []
    for sequence, character in PARTS.findall(capture):
        if character == "\n":
            yield line
            line = []
        elif character:
            line.append((character, front, back))
        numbers = [] if character else [int(number or 0) for number in sequence.split(";")]
        while numbers:
            match numbers:
                case [38 | 48 as kind, 5, color, *rest]:
                    front, back = (PALETTE[color], back) if kind == 38 else (front, PALETTE[color])
                case [0 | 39 | 49 as kind, *rest]:
                    front, back = (front if kind == 49 else ink), (back if kind == 39 else paper)
                case _:
                    raise AssertionError(sequence)
            numbers = rest


def _pixel_rows(cells: list[Cell], columns: int, paper: bytes) -> Iterator[bytes]:
    for row in range(HIGH):
        drawn = b"".join(
            _color(cell, row) * WIDE if cell[0] in HALVES else _bar(cell, row) * (WIDE // 2) for cell in cells
        )
        yield drawn + paper * (columns * WIDE - len(drawn) // 3)


def _color(cell: Cell, row: int) -> bytes:
    character, front, back = cell
    return front if HALVES[character][row >= HIGH // 2] else back


def _bar(cell: Cell, row: int) -> bytes:
    _, front, back = cell
    return (front if 2 < row < HIGH - 2 else back) + back
