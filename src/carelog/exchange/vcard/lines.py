"""Parse the lines of a vCard file (versions 2.1, 3.0 and 4.0), also those that devices write against the rules.

Sources: RFC 2426, RFC 6350, and the vCard 2.1 specification of the versit consortium.
"""

from __future__ import annotations

import codecs
import quopri
from collections.abc import Iterator
from dataclasses import dataclass, field

from carelog.domain.outside_text import OutsideText

LONGEST_LINE = 16_384
"""The most bytes that are kept of one unfolded line; longer lines are pictures."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a card: its name in capitals, its group in small letters, its value, and parameters.

    `line` is the number of its first line in the file, from 1. Parameters are by name in capitals; one without a name,
    as in version 2.1, is a TYPE. `is_guessed` says that its letters are neither UTF-8 nor in the character set that it
    names, and were read as Windows-1252.
    """

    name: str
    group: str
    value: str
    line: int
    parameters: dict[str, list[str]] = field(default_factory=dict)
    is_guessed: bool = False

    @property
    def types(self) -> set[str]:
        """The values of TYPE in small letters."""
        return {kind.strip().lower() for each in self.parameters.get("TYPE", []) for kind in each.split(",")}


def properties(content: bytes) -> Iterator[Property]:
    """The properties of a file in order; lines that are not properties are skipped."""
    for number, line in _unfolded(_as_utf_8(content)):
        head, colon, value = _split_at_colon(line)
        if colon:
            yield _property(head, value, number)


def parts(value: str, separator: str = ";") -> list[str]:
    """Split a structured value and resolve the escapes in each part (RFC 6350, 3.4)."""
    found, part, escaped = [], "", False
    for character in value:
        if escaped:
            part += "\n" if character in "nN" else character
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == separator:
            found.append(part)
            part = ""
        else:
            part += character
    return [*found, part]


def text(value: str) -> str:
    """A value that is a single text, with its escapes resolved."""
    return "".join(parts(value, separator=""))


def _as_utf_8(content: bytes) -> bytes:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "backslashreplace").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Every unfolded line with the number of its first line in the file; what is beyond LONGEST_LINE is cut off.

    A line is continued by one that begins with white space, or, in quoted-printable, after a soft break (`=`).
    """
    first, pieces, size, has_soft_break = 1, [b""], 0, False
    for number, raw in enumerate(content.split(b"\n"), 1):
        line = raw.removesuffix(b"\r")
        if not has_soft_break and not line.startswith((b" ", b"\t")):
            yield first, b"".join(pieces)
            first, pieces, size = number, [], 0
        elif not has_soft_break:
            line = line[1:]
        has_soft_break = line.endswith(b"=") and _is_quoted_printable(pieces or [line])
        line = line[:-1] if has_soft_break else line
        if size < LONGEST_LINE:
            pieces.append(line[: LONGEST_LINE - size])
        size += len(line)
    yield first, b"".join(pieces)


def _is_quoted_printable(pieces: list[bytes]) -> bool:
    return b"QUOTED-PRINTABLE" in pieces[0].partition(b":")[0].upper()


def _split_at_colon(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Partition a line at its first colon outside of quotes."""
    is_quoted = False
    for position, byte in enumerate(line):
        if byte == 0x22:
            is_quoted = not is_quoted
        elif byte == 0x3A and not is_quoted:
            return line[:position], b":", line[position + 1 :]
    return line.partition(b":")


def _property(head: bytes, value: bytes, number: int) -> Property:
    name, *given = _split_outside_quotes(_decoded(head, "").text)
    group, _, name = name.rpartition(".")
    parameters: dict[str, list[str]] = {}
    for each in given:
        key, equals, parameter = each.partition("=")
        parameters.setdefault(key.strip().upper() if equals else "TYPE", []).append(
            (parameter if equals else key).strip().strip('"')
        )
    encodings = {each.upper() for each in (*parameters.get("ENCODING", []), *parameters.get("TYPE", []))}
    if "QUOTED-PRINTABLE" in encodings:
        value = quopri.decodestring(value)
    charset = next(iter(parameters.get("CHARSET", [])), "")
    read = _decoded(value, charset)
    return Property(name.strip().upper(), group.strip().lower(), read.text, number, parameters, read.is_guessed)


def _split_outside_quotes(text: str) -> list[str]:
    found, is_quoted = [""], False
    for character in text:
        is_quoted ^= character == '"'
        if character == ";" and not is_quoted:
            found.append("")
        else:
            found[-1] += character
    return found


def _decoded(raw: bytes, charset: str) -> OutsideText:
    """Decode text in the character set that it names, else in UTF-8, else in Windows-1252, which is a guess."""
    for encoding in filter(None, (charset, "utf-8")):
        try:
            return OutsideText(raw.decode(encoding))
        except (LookupError, UnicodeError, ValueError):
            continue
    return OutsideText(raw.decode("cp1252", "replace"), is_guessed=True)
