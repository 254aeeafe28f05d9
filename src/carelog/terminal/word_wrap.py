"""Break what is said to a terminal between words, at the width of its window: the one place where that is done.

The terminal itself would break a line in the middle of a word. Nothing of this reaches a pipe or a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from carelog.terminal.window import columns_of

ROOM_TO_TYPE = 8
"""The columns that stay free for an answer behind a question."""

_BLANKS = re.compile(" +")
_NO_COMMAND = "(?:cannot|does|has|keeps|knows|reminds) "
"""What follows the name of the program where a sentence says behind a colon what it does; a test holds them all."""
_WHOLE = re.compile(
    r"[+(]*\d[\d()]*(?: [\d()]*\d)+"  # a telephone number
    # a command behind a colon, as far as its sentence goes
    rf"|(?<=: )carelog (?!{_NO_COMMAND})[^“”]+?(?=[.,;](?:\s|$)|\s·\s|$)"
    r"|(?<=“)carelog [^“”]+(?=”)"
    r"|carelog (?=[a-z-])"
)
_MARKER = re.compile(r"\s*(?:[-*•·]|\d{1,3}[.)]) +|\s*\S.*? {2,}(?=\S)")
"""What a line begins with that the lines below it are not put under: a bullet, a number, a first column."""

_WIDE = r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
_CLOSING = "、。〉》」』】〕！），．：；？］｝ー…”’,.!?:;)"
_BEFORE_WIDE = re.compile(rf"(?<=[^(“‘「『（])(?={_WIDE})(?![{re.escape(_CLOSING)}])")
"""Where Japanese and Chinese can be broken: they are written without blanks."""


def said(text: str, stream: TextIO, *, hanging: int = 0) -> str:
    """The text in lines of the window of a terminal.

    What is below the beginning of a wrapped line is indented by `hanging` columns more than the line.
    """
    columns = columns_of(stream)
    return "\n".join(part for line in text.split("\n") for part in lines_of(line, columns, hanging))


def question(text: str, stream: TextIO) -> str:
    """A question in lines of the window of a terminal, the last of which has room for an answer behind it."""
    *above, last = text.rstrip(" ").split("\n")
    columns, blanks = columns_of(stream), text[len(text.rstrip(" ")) :]
    lines = [part for line in above for part in lines_of(line, columns)]
    return "\n".join([*lines, *lines_of(last, columns, room=ROOM_TO_TYPE)]) + blanks


def lines_of(line: str, columns: int, hanging: int = 0, *, room: int = 0) -> list[str]:
    """A line in lines of at most `columns`, broken between words, the last with `room` columns to spare.

    A word that is wider stays whole, because a path or an address is copied. A command and a telephone number are not
    broken where they fit on a line of their own.
    """
    if cells(line) + room <= columns:
        return [line]
    indent = " " * _indent(line, columns, hanging)
    words = list(_words(line, columns - len(indent)))
    lines = [words[0]] if words else [line]
    for number, (blanks, word) in enumerate(zip(words[1::2], words[2::2], strict=True), start=1):
        spare = room if 2 * number == len(words) - 1 else 0
        if cells(lines[-1] + blanks + word) + spare <= columns:
            lines[-1] += blanks + word
        else:
            lines.append(indent + word)
    return lines


def with_whole_commands(text: str, columns: int, no_break: str) -> str:
    """The text with a sign in place of each blank that is not to be broken, for what breaks lines by itself."""
    letters = list(text)
    for start, end in _kept(text, columns):
        letters[start:end] = text[start:end].replace(" ", no_break)
    return "".join(letters)


def cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _indent(line: str, columns: int, hanging: int) -> int:
    """The columns before the second line: as many as before the first, or as its bullet or first column takes."""
    own = len(line) - len(line.lstrip(" ")) + hanging
    marker = None if hanging else _MARKER.match(line)
    under = cells(marker[0]) if marker else own
    return under if under <= columns // 2 else min(own, columns // 2)


def _words(line: str, columns: int) -> Iterator[str]:
    """What is not broken, and between each two of it the blanks that are left out where the line is broken."""
    kept = _kept(line, columns)
    first = len(line) - len(line.lstrip(" "))
    begin = 0
    for found in _BLANKS.finditer(line, first):
        if any(start <= found.start() < end for start, end in kept):
            continue
        yield from _between_wide(line[begin : found.start()])
        yield found[0]
        begin = found.end()
    yield from _between_wide(line[begin:])


def _kept(line: str, columns: int) -> list[tuple[int, int]]:
    """Where each command and number that fits on a line begins and ends."""
    return [found.span() for found in _WHOLE.finditer(line) if cells(_with_its_signs(line, found)) <= columns]


def _with_its_signs(line: str, found: re.Match[str]) -> str:
    """What was found, with the signs around it that no blank parts from it."""
    return line[line.rfind(" ", 0, found.start()) + 1 : found.end()] + line[found.end() :].partition(" ")[0]


def _between_wide(word: str) -> Iterator[str]:
    """A word, or where it is Japanese or Chinese its characters, with nothing between each two."""
    for number, part in enumerate([word] if word.isascii() else _BEFORE_WIDE.split(word)):
        if number:
            yield ""
        yield part
