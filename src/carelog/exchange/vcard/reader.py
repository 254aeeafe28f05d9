"""vCards read as people one could turn to: names, and ways to reach them. Pictures and birthdays are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from carelog.domain.ids import steady_id
from carelog.domain.people.contact import Contact, Role, Way, WayKind
from carelog.domain.text import clean_line, fold
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.vcard.lines import Property, parts, properties, text
from carelog.exchange.vcard.phone_numbers import read_number
from carelog.wording.people import address_book as address_book_words

DEEPEST, MOST_LINES = 50, 300_000
"""How many cards may stand within one another, and how many lines a file may have."""

_APPLE_LABEL = re.compile(r"_\$!<(.*?)>!\$_")
_NOT_TO_CALL = {"fax", "pager", "modem", "bbs", "x-pager"}
_LABELS = {"cell": "mobile", "iphone": "mobile", "home": "home", "work": "work", "main": "main", "car": "car"}
_KINDS = {"org": Role.SERVICE, "group": Role.GROUP}


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, and the line of the file it is about."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The people of a file in its order, and what could not be read."""

    people: tuple[Contact, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Draft:
    """A card while its lines come in."""

    line: int
    properties: list[Property] = field(default_factory=list)


def read_address_book(content: bytes) -> AddressBook:
    """The people in a vCard file, with numbers as they are written there.

    A card that cannot be read costs that card. Raises RefusedFile when nobody is in the file, it has more
    lines than MOST_LINES, or cards stand within one another more than DEEPEST deep.
    """
    if content.count(b"\n") > MOST_LINES:
        raise RefusedFile(address_book_words.TOO_LONG)
    people: dict[str, Contact] = {}
    problems: list[Problem] = []
    for draft in _drafts(content, problems):
        try:
            person = _person(draft, problems)
        except InvalidValue as refusal:
            problems.append(Problem(draft.line, refusal.message))
        else:
            people.setdefault(person.id, person)
    if not people:
        raise RefusedFile(address_book_words.nobody(problems[0].line) if problems else address_book_words.NO_CARDS)
    return AddressBook(tuple(people.values()), tuple(problems))


def with_numbers(person: Contact, countries: Sequence[str]) -> Contact:
    """Someone with their numbers as the person's countries write them."""
    numbers = (WayKind.PHONE, WayKind.TEXT)
    written = [
        replace(way, value=read_number(way.value, countries).text) if way.kind in numbers else way
        for way in person.ways
    ]
    return replace(person, ways=tuple(dict.fromkeys(written)))


def _drafts(content: bytes, problems: list[Problem]) -> Iterator[_Draft]:
    """The cards of a file; one that stands within another is a part of nobody."""
    open_cards: list[_Draft] = []
    for each in properties(content):
        if each.name == "BEGIN" and _is_of_a_card(each):
            if open_cards and not _holds_a_card(open_cards[-1]):
                yield _unended(open_cards, problems)
            _begin(open_cards, each.line)
        elif each.name == "END" and _is_of_a_card(each):
            ended = open_cards[-1:]
            del open_cards[-1:]
            yield from ended if not open_cards else ()
        elif open_cards:
            open_cards[-1].properties.append(each)
    if open_cards:
        yield _unended(open_cards, problems)


def _begin(open_cards: list[_Draft], line: int) -> None:
    open_cards.append(_Draft(line))
    if len(open_cards) > DEEPEST:
        raise RefusedFile(address_book_words.too_deep(line))


def _is_of_a_card(each: Property) -> bool:
    return each.value.strip().upper() == "VCARD"


def _unended(open_cards: list[_Draft], problems: list[Problem]) -> _Draft:
    """The outermost card, which has no end; those within it go with it."""
    outermost = open_cards[0]
    open_cards.clear()
    problems.append(Problem(outermost.line, address_book_words.NOT_ENDED))
    return outermost


def _holds_a_card(draft: _Draft) -> bool:
    """Whether the last property said that a card follows within this one."""
    last = draft.properties[-1] if draft.properties else None
    return last is not None and last.name == "AGENT"


def _person(draft: _Draft, problems: list[Problem]) -> Contact:
    name = _name(draft.properties)
    if not name:
        raise InvalidValue(address_book_words.NO_NAME)
    labels = {each.group: _label(each.value) for each in draft.properties if each.name == "X-ABLABEL" and each.group}
    ways: list[Way] = []
    for each in draft.properties:
        try:
            ways += _ways(each, labels.get(each.group, ""))
        except InvalidValue as refusal:
            problems.append(Problem(each.line, refusal.message))
    kind = _first(draft.properties, "KIND").lower()
    note = "\n".join(text(each.value) for each in draft.properties if each.name == "NOTE")
    mark = _first(draft.properties, "UID") or fold(f"{name} {ways[0].value if ways else ''}")
    once = tuple(dict.fromkeys(ways))
    return Contact(steady_id("vcard", mark), name, _KINDS.get(kind, Role.FRIEND), once, note=note)


def _name(given: Iterable[Property]) -> str:
    """The name as it is written in full, else of its parts, else of an organisation, a nickname or an address."""
    properties = list(given)
    if full := clean_line(text(_first(properties, "FN"))):
        return full
    family, first, more, before, after = [*parts(_first(properties, "N")), *[""] * 5][:5]
    if named := clean_line(f"{before} {first} {more} {family} {after}"):
        return named
    others = ("ORG", "NICKNAME", "EMAIL")
    return next(filter(None, (clean_line(parts(_first(properties, name))[0]) for name in others)), "")


def _ways(each: Property, label: str) -> list[Way]:
    value = clean_line(text(each.value))
    if not value:
        return []
    label = label or _label_of(each.types)
    match each.name:
        case "TEL" if not each.types & _NOT_TO_CALL:
            kind = WayKind.TEXT if each.types & {"text"} and not each.types & {"voice"} else WayKind.PHONE
            return [Way(kind, _dialled(value), label)]
        case "EMAIL":
            return [Way(WayKind.EMAIL, value.removeprefix("mailto:"), label)]
        case "URL":
            return [Way(WayKind.WEB, value, label)]
        case "ADR":
            lines = (clean_line(part) for part in parts(each.value))
            address = ", ".join(filter(None, lines))
            return [Way(WayKind.ADDRESS, address, label)] if address else []
        case _:
            return []


def _dialled(value: str) -> str:
    """A number out of a tel: address (RFC 3966), its extension behind it."""
    if not value.lower().startswith("tel:"):
        return value
    number, *more = value[4:].split(";")
    extension = next((each[4:] for each in more if each.lower().startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number


def _label_of(types: set[str]) -> str:
    return next((_LABELS[kind] for kind in _LABELS if kind in types), "")


def _label(value: str) -> str:
    """A label in one's own words; those of Apple's address book stand in signs of its own."""
    return clean_line(_APPLE_LABEL.sub(r"\1", text(value)))


def _first(given: Iterable[Property], name: str) -> str:
    return next((each.value for each in given if each.name == name), "")
