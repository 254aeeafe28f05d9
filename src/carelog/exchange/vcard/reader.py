"""Read contacts from vCards: names and ways to reach people. Pictures, birthdays and the like are skipped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from carelog.domain.ids import steady_id
from carelog.domain.people.contact import Contact, Role, Way, WayKind
from carelog.domain.text import clean, clean_line, fold
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.vcard.lines import Property, parts, properties, text
from carelog.exchange.vcard.namesakes import with_card
from carelog.exchange.vcard.numbers_in_uris import kind_of_uri, numbers_of_uri
from carelog.exchange.vcard.phone_numbers import read_number
from carelog.wording.people import address_book as address_book_words

DEEPEST, MOST_LINES = 50, 300_000
"""The most levels of nested cards, and the most lines of a file."""

_APPLE_LABEL = re.compile(r"_\$!<([^<>]*)>!\$_")
_NOT_TO_CALL = {"fax", "pager", "modem", "bbs", "x-pager"}
_LABELS = {"cell": "mobile", "iphone": "mobile", "home": "home", "work": "work", "main": "main", "car": "car"}
_USED = {"FN", "N", "ORG", "NICKNAME", "TEL", "IMPP", "EMAIL", "URL", "ADR", "NOTE", "X-ABLABEL"}
_GUESSED, _NOT_SHOWN = "guessed", "not shown"
"""Problems of letters, before they are counted."""
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_ROLE_BY_KIND = {"org": Role.SERVICE, "group": Role.GROUP}


@dataclass(frozen=True, slots=True)
class Problem:
    """A message about something that could not be read, and its line in the file, from 1."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The people of a file in its order, and the problems about what could not be read."""

    people: tuple[Contact, ...]
    problems: tuple[Problem, ...]


def read_address_book(content: bytes) -> AddressBook:
    """Read the people in a vCard file, with phone numbers as they are in the file.

    A card that cannot be read becomes a problem, and the others are still read. Raises RefusedFile when no person can
    be read, the file has more than MOST_LINES lines, or cards are nested deeper than DEEPEST.
    """
    if content.count(b"\n") > MOST_LINES:
        raise RefusedFile("address_book.too-many-lines")
    people: dict[str, Contact] = {}
    problems: list[Problem] = []
    for draft in _drafts(content, problems):
        try:
            person = _person(draft, people, problems)
        except InvalidValue as refusal:
            problems.append(Problem(draft.line, refusal.message))
        else:
            known = people.get(person.id)
            people[person.id] = with_card(known, person) if known else person
    if not people:
        if not problems:
            raise RefusedFile("address_book.not-a-vcard")
        raise RefusedFile("address_book.name-needed", line=problems[0].line)
    return AddressBook(tuple(people.values()), tuple(_said_once(problems)))


def with_numbers(person: Contact, countries: Sequence[str]) -> Contact:
    """A contact with phone numbers formatted for the countries (ISO 3166 codes, the home country first)."""
    number_kinds = (WayKind.PHONE, WayKind.TEXT)
    ways = [
        replace(way, value=read_number(way.value, countries).text) if way.kind in number_kinds else way
        for way in person.ways
    ]
    return replace(person, ways=tuple(dict.fromkeys(ways)))


@dataclass(slots=True)
class _Draft:
    """A card whose properties are still being read."""

    line: int
    properties: list[Property] = field(default_factory=list)


def _drafts(content: bytes, problems: list[Problem]) -> Iterator[_Draft]:
    """The outermost cards of a file; a nested card, such as that of an agent, is dropped."""
    open_cards: list[_Draft] = []
    for each in properties(content):
        if each.name == "BEGIN" and _is_about_a_card(each):
            if open_cards and not _expects_nested_card(open_cards[-1]):
                yield _unended(open_cards, problems)
            _begin(open_cards, each.line)
        elif each.name == "END" and _is_about_a_card(each):
            ended = open_cards[-1:]
            del open_cards[-1:]
            yield from ended if not open_cards else ()
        elif open_cards:
            open_cards[-1].properties.append(each)
    if open_cards:
        yield _unended(open_cards, problems)


def _is_about_a_card(each: Property) -> bool:
    return each.value.strip().upper() == "VCARD"


def _expects_nested_card(draft: _Draft) -> bool:
    """Whether the last property was an AGENT, whose value is a nested card."""
    last = draft.properties[-1] if draft.properties else None
    return last is not None and last.name == "AGENT"


def _unended(open_cards: list[_Draft], problems: list[Problem]) -> _Draft:
    """Close all open cards, with a problem about the missing end, and return the outermost one."""
    outermost = open_cards[0]
    open_cards.clear()
    problems.append(Problem(outermost.line, address_book_words.NOT_ENDED))
    return outermost


def _begin(open_cards: list[_Draft], line: int) -> None:
    open_cards.append(_Draft(line))
    if len(open_cards) > DEEPEST:
        raise RefusedFile("address_book.nested-too-deeply", line=line)


def _person(draft: _Draft, before: Mapping[str, Contact], problems: list[Problem]) -> Contact:
    name = _name(draft.properties)
    if not name:
        raise InvalidValue("address_book.card-without-name")
    problems += _doubtful_letters(draft.properties)
    labels = {each.group: _label(each.value) for each in draft.properties if each.name == "X-ABLABEL" and each.group}
    ways: list[Way] = []
    for each in draft.properties:
        try:
            ways += _ways(each, labels.get(each.group, ""))
        except InvalidValue as refusal:
            problems.append(Problem(each.line, refusal.message))
    kind = _first(draft.properties, "KIND").lower()
    note = "\n".join(text(each.value) for each in draft.properties if each.name == "NOTE")
    unique_ways = tuple(dict.fromkeys(ways))
    return Contact(_id(draft, name, ways, before), name, _ROLE_BY_KIND.get(kind, Role.FRIEND), unique_ways, note=note)


def _id(draft: _Draft, name: str, ways: Sequence[Way], before: Mapping[str, Contact]) -> str:
    """The id made from the card's own; from name and first way where it has none or shares it with another name."""
    by_name = steady_id("vcard", fold(f"{name} {ways[0].value if ways else ''}"))
    own = _first(draft.properties, "UID")
    if not own:
        return by_name
    by_card = steady_id("vcard", own)
    return by_card if by_card not in before or fold(before[by_card].name) == fold(name) else by_name


def _doubtful_letters(given: Iterable[Property]) -> list[Problem]:
    """What is to be said about the letters of a card: those that were guessed, and what cannot be shown."""
    used = [each for each in given if each.name in _USED]
    guessed = [Problem(each.line, _GUESSED) for each in used if each.is_guessed]
    return guessed[:1] + [Problem(each.line, _NOT_SHOWN) for each in used if _BROKEN in clean(each.value)][:1]


def _said_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems by line; doubtful letters, which a whole file may have, are said once, with the number of cards."""
    cards = Counter(each.message for each in problems)
    said = {_GUESSED: address_book_words.guessed, _NOT_SHOWN: address_book_words.not_shown_safely}
    for each in sorted(problems, key=lambda problem: problem.line):
        if each.message not in said:
            yield each
        elif cards[each.message]:
            yield Problem(each.line, said[each.message](cards.pop(each.message)))


def _name(given: Iterable[Property]) -> str:
    """The full name, else its parts in order, else an organisation, a nickname or an e-mail address; else empty."""
    properties = list(given)
    if full_name := clean_line(text(_first(properties, "FN"))):
        return full_name
    family, first, middle, prefix, suffix = [*parts(_first(properties, "N")), *[""] * 5][:5]
    if name := clean_line(f"{prefix} {first} {middle} {family} {suffix}"):
        return name
    others = ("ORG", "NICKNAME", "EMAIL")
    return next(filter(None, (clean_line(parts(_first(properties, other))[0]) for other in others)), "")


def _first(given: Iterable[Property], name: str) -> str:
    return next((each.value for each in given if each.name == name), "")


def _label(value: str) -> str:
    """A label as the person wrote it; Apple's address book encloses its own labels in “_$!<” and “>!$_”."""
    return clean_line(_APPLE_LABEL.sub(r"\1", text(value)))


def _ways(each: Property, label: str) -> list[Way]:
    """The way in a property, under the label of its group if it has one; empty for other properties."""
    value = clean_line(text(each.value))
    if not value:
        return []
    label = label or _label_of_types(each.types)
    match each.name:
        case "TEL" | "IMPP" if not each.types & _NOT_TO_CALL:
            return [Way(kind, number, label) for kind, number in _numbers(each, value)]
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


def _label_of_types(types: set[str]) -> str:
    return next((_LABELS[kind] for kind in _LABELS if kind in types), "")


def _numbers(each: Property, value: str) -> Iterator[tuple[WayKind, str]]:
    """The numbers to call or to text in a property; other addresses for instant messages are none."""
    of_uri = kind_of_uri(value)
    kind = WayKind.TEXT if "text" in each.types and "voice" not in each.types else of_uri or WayKind.PHONE
    if of_uri or each.name == "TEL":
        yield from ((kind, number) for number in (numbers_of_uri(value) if of_uri else [value]))
