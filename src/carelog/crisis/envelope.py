"""The card as JSON, for `carelog crisis --json`."""

from __future__ import annotations

import json

from carelog.crisis.marks import can_write
from carelog.crisis.words import HEADINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card, Person
    from carelog.crisis.lines import Country, Line

_OTHER_NUMBERS = ("also", "ambulance", "police", "text_for_deaf", "cannot_speak")


def envelope(card: Card | None, places: list[tuple[Country, str]]) -> str:
    """One line of JSON in ASCII. A single value that is missing is null, a missing list is empty."""
    first, source = places[0] if places else (None, "none")
    steps = card.steps if card else []
    data: dict[str, object] = {
        "card": _state(card),
        "country": first.code if first else None,
        "country_source": source,
        "emergency": emergency_shape(first),
        "other_countries": [
            {"country": country.code, "country_source": source, "emergency": emergency_shape(country)}
            for country, source in places[1:]
        ],
        "people": [_person(person) for person in (card.people if card else [])],
        "lines": [_line(line, country) for country, _ in places for line in country.lines],
        "plan": {section: [text for part, text in steps if part == section] for section in HEADINGS},
        "sentence": (card.sentence if card else "") or None,
        "kind": {"text": card.kind[0], "from_whom": card.kind[1] or None} if card and card.kind[0] else None,
    }
    return json.dumps({"carelog": 1, "command": "crisis", "data": data, "errors": []}) + "\n"


def emergency_shape(country: Country | None) -> dict[str, str | None]:
    """The numbers of a country. Where the police alone are confirmed, `number` is null and `service` says so."""
    numbers = country.numbers if country else {}
    first = {"number": numbers.get("emergency"), "service": (country.service if country else "") or None}
    return first | {kind: numbers.get(kind) for kind in _OTHER_NUMBERS}


def _state(card: Card | None) -> str:
    """Whether the person's own card could be read: "whole", "damaged", "missing", "late" or "unreadable"."""
    if card is None:
        return "missing"
    return card.unread or ("whole" if card.whole else "damaged")


def _person(person: Person) -> dict[str, object]:
    ways = [{"kind": kind, "value": value, "label": label or None} for kind, value, label in person.ways]
    return {
        "name": person.name or None,
        "ways": ways,
        "hours": person.hours or None,
        "say": person.say or None,
    }


def _line(line: Line, country: Country) -> dict[str, object]:
    singles = ("name", "phone", "sms", "sms_text", "whatsapp", "chat", "hours", "cost", "checked")
    return {key: line.get(key) or None for key in singles} | {
        "country": country.code,
        "phone_alt": line.all("phone")[1:],
        "languages": line.all("languages"),
        "for": line.all("for"),
        "audience": line.get("audience") or "all",
        "text": can_write(line),
        "sends_help": line.get("sends_help") or "unknown",
        "open_now": line.open_now,
        "one_source": bool(line.get("sources")),
        "stale": bool(line.get("stale")),
        "checked_by_you": bool(line.get("yours")),
    }
