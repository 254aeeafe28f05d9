"""The lines of a vCard file (versions 2.1, 3.0 and 4.0), as devices really write them: unfolded, decoded, and bounded.

RFC 2426, RFC 6350, and the vCard 2.1 specification of the versit consortium.
"""

from __future__ import annotations

import codecs
import quopri
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_LINE = 16_384
"""The most bytes of one unfolded line that are read; longer ones are pictures, and what is beyond is left out."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name in capitals without its group, the group, parameters by name in capitals, and its value.

    `line` is the number of its first line in the file, from 1. A parameter without a name, as in 2.1, is a TYPE.
    """

    name: str
    group: str
    value: str
    line: int
    parameters: dict[str, list[str]] = field(default_factory=dict)

    @property
    def types(self) -> set[str]:
        """The values of TYPE in small letters, however they were spelled."""
        return {kind.strip().lower() for each in self.parameters.get("TYPE", []) for kind in each.split(",")}


def properties(content: bytes) -> Iterator[Property]:
    """The properties of a file, in order; lines that are none are passed over."""
    for number, line in _unfolded(_as_utf_8(content)):
        head, colon, value = _parted(line)
        if colon:
            yield _property(head, value, number)


def parts(value: str, separator: str = ";") -> list[str]:
    """The parts of a structured value, each with its escapes resolved (RFC 6350, 3.4)."""
    found, part, escaped = [], "", False
    for sign in value:
        if escaped:
            part += "\n" if sign in "nN" else sign
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == separator:
            found.append(part)
            part = ""
        else:
            part += sign
    return [*found, part]


def text(value: str) -> str:
    """A plain value with its escapes resolved."""
    return "".join(parts(value, separator=""))


def _as_utf_8(content: bytes) -> bytes:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _unfolded(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Every logical line with the number of its first one; what is beyond LONGEST_LINE is left out."""
    first, gathered, size, soft = 1, [b""], 0, False
    for number, raw in enumerate(content.split(b"\n"), 1):
        line = raw.removesuffix(b"\r")
        if not soft and not line.startswith((b" ", b"\t")):
            yield first, b"".join(gathered)
            first, gathered, size = number, [], 0
        elif not soft:
            line = line[1:]
        soft = line.endswith(b"=") and _is_quoted_printable(gathered or [line])
        line = line[:-1] if soft else line
        if size < LONGEST_LINE:
            gathered.append(line[: LONGEST_LINE - size])
        size += len(line)
    yield first, b"".join(gathered)


def _is_quoted_printable(gathered: list[bytes]) -> bool:
    return b"QUOTED-PRINTABLE" in gathered[0].partition(b":")[0].upper()


def _parted(line: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before and after the first colon that is not within quotes."""
    within = False
    for place, sign in enumerate(line):
        if sign == 0x22:
            within = not within
        elif sign == 0x3A and not within:
            return line[:place], b":", line[place + 1 :]
    return line.partition(b":")


def _property(head: bytes, value: bytes, number: int) -> Property:
    name, *given = _split_outside_quotes(_decoded(head, ""))
    group, _, name = name.rpartition(".")
    parameters: dict[str, list[str]] = {}
    for each in given:
        key, equals, said = each.partition("=")
        parameters.setdefault(key.strip().upper() if equals else "TYPE", []).append(
            (said if equals else key).strip().strip('"')
        )
    encodings = {each.upper() for each in (*parameters.get("ENCODING", []), *parameters.get("TYPE", []))}
    if "QUOTED-PRINTABLE" in encodings:
        value = quopri.decodestring(value)
    charset = next(iter(parameters.get("CHARSET", [])), "")
    return Property(name.strip().upper(), group.strip().lower(), _decoded(value, charset), number, parameters)


def _split_outside_quotes(text: str) -> list[str]:
    found, within = [""], False
    for sign in text:
        within ^= sign == '"'
        if sign == ";" and not within:
            found.append("")
        else:
            found[-1] += sign
    return found


def _decoded(raw: bytes, charset: str) -> str:
    """Text in the character set that is named, else UTF-8, else what Windows wrote in western Europe."""
    for encoding in filter(None, (charset, "utf-8", "cp1252")):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeError, ValueError):
            continue
    return raw.decode("latin-1")
