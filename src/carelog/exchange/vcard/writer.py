"""Contacts as vCard 3.0 (RFC 2426), which phones and mail programs accept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carelog.domain.people.contact import Contact, Way, WayKind

_OCTETS = 75
_TYPES = {"mobile": "CELL", "home": "HOME", "work": "WORK"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def vcards(contacts: Iterable[Contact], *, with_notes: bool) -> bytes:
    """The contacts as one file: names, ways to reach them and roles; notes only `with_notes`."""
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
    """A way, under its own label where vCard has no word for it."""
    known = _TYPES.get(way.label.lower(), "")
    group = f"item{number}." if way.label and not known else ""
    match way.kind:
        case WayKind.PHONE:
            yield f"{group}TEL;TYPE={known or 'VOICE'}:{_text(way.value)}"
        case WayKind.TEXT:
            yield f"{group}TEL;TYPE={f'{known},' if known else ''}TEXT:{_text(way.value)}"
        case WayKind.EMAIL:
            yield f"{group}EMAIL;TYPE={f'{known},' if known else ''}INTERNET:{_text(way.value)}"
        case WayKind.WEB:
            yield f"{group}URL{f';TYPE={known}' if known else ''}:{_text(way.value)}"
        case WayKind.ADDRESS:
            yield f"{group}ADR{f';TYPE={known}' if known else ''}:;;{_text(way.value)};;;;"
    if group:
        yield f"{group}X-ABLabel:{_text(way.label)}"


def _text(value: str) -> str:
    return value.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets (RFC 2426, 2.6), no character parted, each but the first after a blank."""
    pieces, used = [""], 0
    for sign in line:
        size = len(sign.encode())
        if used + size > _OCTETS:
            pieces.append("")
            used = 1
        pieces[-1] += sign
        used += size
    return "\r\n ".join(pieces) + "\r\n"
