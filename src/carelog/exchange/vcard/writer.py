"""Write contacts as vCard 3.0 (RFC 2426), which phones and mail programs accept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelog.domain.people.contact import Contact, Way, WayKind

_OCTETS = 75
_TYPES = {"mobile": "CELL", "home": "HOME", "work": "WORK"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def vcards(contacts: Iterable[Contact], *, with_notes: bool) -> bytes:
    """The contacts as one vCard file in UTF-8, with names, ways to reach them and roles; notes only `with_notes`."""
    lines = (line for contact in contacts for line in _card(contact, with_notes=with_notes))
    return "".join(map(_folded, lines)).encode()


def _card(contact: Contact, *, with_notes: bool) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{contact.id}"
    yield f"FN:{_text(contact.name)}"
    first, _, family = contact.name.rpartition(" ")
    yield f"N:{_text(family)};{_text(first)};;;"
    for number, way in enumerate(contact.ways, 1):
        yield from _way(way, number)
    yield f"CATEGORIES:{contact.role.value}"
    if with_notes and contact.note:
        yield f"NOTE:{_text(contact.note)}"
    yield "END:VCARD"


def _way(way: Way, number: int) -> Iterator[str]:
    """The lines of a way; a label for which vCard has no type gets a line of its own."""
    kind = _TYPES.get(way.label.lower(), "")
    group = f"item{number}." if way.label and not kind else ""
    match way.kind:
        case WayKind.PHONE:
            yield f"{group}TEL;TYPE={kind or 'VOICE'}:{_text(way.value)}"
        case WayKind.TEXT:
            yield f"{group}TEL;TYPE={f'{kind},' if kind else ''}TEXT:{_text(way.value)}"
        case WayKind.EMAIL:
            yield f"{group}EMAIL;TYPE={f'{kind},' if kind else ''}INTERNET:{_text(way.value)}"
        case WayKind.WEB:
            yield f"{group}URL{f';TYPE={kind}' if kind else ''}:{_text(way.value)}"
        case WayKind.ADDRESS:
            yield f"{group}ADR{f';TYPE={kind}' if kind else ''}:;;{_text(way.value)};;;;"
    if group:
        yield f"{group}X-ABLabel:{_text(way.label)}"


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Fold a line to at most 75 octets (RFC 2426, 2.6) between characters; continuation lines begin with a space."""
    pieces, used = [""], 0
    for character in line:
        size = len(character.encode())
        if used + size > _OCTETS:
            pieces.append("")
            used = 1
        pieces[-1] += character
        used += size
    return "\r\n ".join(pieces) + "\r\n"
