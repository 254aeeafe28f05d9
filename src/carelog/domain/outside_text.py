"""Text from outside: what files, pipes, editors and command lines hold, read so that no letter is lost in silence.

One rule for all of them. UTF-8 is read as it is, and so are UTF-16 and UTF-32 that begin with their mark. Of anything
else, each line that is not UTF-8 is read as Windows-1252, which Windows wrote for decades, and that is said. What holds
bytes that no text has is refused, so that it stays where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from carelog.domain.text import clean_line

_MARKED = (
    (b"\xff\xfe\x00\x00", "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MARK_OF_UTF_8 = b"\xef\xbb\xbf"
_OLDER_ENCODING = "cp1252"
_BYTE = re.compile("[\udc80-\udcff]")
"""A lone surrogate, which stands for a byte in a text that Python got from the system."""
_FIRST_PRINTABLE, _WHITE_SPACE = 0x20, b"\t\r\n\f\x1a"


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A text, and whether letters of it were guessed: read as Windows-1252, because they were not UTF-8."""

    text: str
    is_guessed: bool = False


def read_outside(content: bytes) -> OutsideText:
    """Decode a text from outside.

    Raises UnicodeError where it is none: a NUL in it, half a character of UTF-16, or, where it is not UTF-8, control
    characters or bytes that are no letters in Windows-1252 either.
    """
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return OutsideText(_without_nul(content.decode(encoding)))
    try:
        return OutsideText(_without_nul(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return OutsideText(_with_older_lines(content.removeprefix(_MARK_OF_UTF_8)), is_guessed=True)


def in_utf_8(content: bytes) -> bytes:
    """A text in UTF-16 or UTF-32 that begins with its mark, in UTF-8; anything else as it is."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            try:
                return content.decode(encoding).encode()
            except UnicodeError:
                return content
    return content


def read_word(word: str) -> OutsideText:
    """Read a word of the command line, in which Python keeps bytes that are not UTF-8 as lone surrogates.

    Raises UnicodeError as `read_outside` does.
    """
    try:
        content = word.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that stand for no byte: Windows passes them on
        return OutsideText(word)
    return read_outside(content) if _BYTE.search(word) else OutsideText(word)


def named_in_letters(text: str) -> str:
    r"""A sentence in which the names of files that are not UTF-8 can be read.

    Their bytes are shown as letters of Windows-1252, and as `\x81` where they are none.
    """
    return _BYTE.sub(_letter, text)


def shown_path(path: object) -> str:
    """The name of a file or folder as it can be shown on one line."""
    return clean_line(named_in_letters(str(path)))


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise UnicodeError
    return text


def _with_older_lines(content: bytes) -> str:
    if any(byte < _FIRST_PRINTABLE and byte not in _WHITE_SPACE for byte in set(content)):
        raise UnicodeError
    return "\n".join(map(_line, content.split(b"\n")))


def _line(content: bytes) -> str:
    """A line is written by one program: it is UTF-8 as a whole or not at all."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(_OLDER_ENCODING)


def _letter(escape: re.Match[str]) -> str:
    return escape[0].encode("utf-8", "surrogateescape").decode(_OLDER_ENCODING, "backslashreplace")
