"""Telephone numbers with QR codes to scan into a phone: people first, then helplines."""

from __future__ import annotations

from carelog.crisis import words
from carelog.crisis.blocks import inside, wrapped
from carelog.crisis.helplines import closed, find_another, first_lines
from carelog.crisis.page import police_only, to_act_on, without_people
from carelog.crisis.qr import address, can_draw, columns_of, draw
from carelog.crisis.screen import show, size
from carelog.crisis.text import shorten, wrap
from carelog.crisis.walk import can_wait, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card
    from carelog.crisis.page import Place

    Number = tuple[str, str, str]
    """A name, a telephone number, and a remark that may be empty."""


def show_codes(card: Card, places: list[Place], *, plain: bool) -> None:
    """Show one number after the other, each with its code; all at once, as text, where codes cannot be drawn."""
    columns, rows = size()
    if rows is None or plain or not can_draw():
        show(as_text(card, places, columns))
        return
    shown = screens(card, places, columns, rows) or [as_text(card, places, columns)]
    if can_wait():
        walk(shown)
    else:
        show("\n".join(shown))


def numbers(card: Card, places: list[Place]) -> list[Number]:
    """All numbers of people in the card's order, then the first one of each helpline; closed ones say so."""
    people = [
        (_named(person.name or words.NAME_LOST, label), value, "")
        for person in card.people
        for kind, value, label in person.ways
        if kind == "phone"
    ]
    lines = [line for place, _ in places for line in first_lines(place) if line.get("phone")]
    return people + [(line.get("name"), line.get("phone"), closed(line)) for line in lines]


def screens(card: Card, places: list[Place], columns: int, rows: int) -> list[str]:
    """One screen per number. A code that does not fit is left out; the number always stays."""
    shown, end = [], [*_elsewhere(places, columns), *to_act_on(places, columns)]
    for name, number, remark in numbers(card, places):
        before = [*shorten(name, columns), *inside(number, columns), *(inside(remark, columns) if remark else [])]
        lines = [*before, *_code(number, columns, rows - len(before) - len(end)), *end]
        shown.append("\n".join(lines) + "\n")
    return shown


def as_text(card: Card, places: list[Place], columns: int) -> str:
    """All numbers below each other, with the emergency number at the top and at the bottom."""
    end = to_act_on(places, columns)
    found = [line for number in numbers(card, places) for line in _told(*number, columns)]
    police = wrapped(police_only(places), columns)
    found = (found or wrapped(without_people(card), columns)) + _elsewhere(places, columns)
    return "\n".join([*end, "", *found, *([""] if police else []), *police, "", *end]) + "\n"


def _elsewhere(places: list[Place], columns: int) -> list[str]:
    """Where to find another helpline, if none here answers now: a closed one is never the only help."""
    return wrap(another, columns) if (another := find_another(places)) else []


def _named(name: str, label: str) -> str:
    return words.NAME_AND_LABEL.format(name=name, label=label) if label else name


def _told(name: str, number: str, remark: str, columns: int) -> list[str]:
    told = [*wrap(words.LABEL.format(label=name), columns), *inside(number, columns)]
    return told + (inside(remark, columns) if remark else [])


def _code(number: str, columns: int, rows: int) -> list[str]:
    if not (wanted := address(number)):
        return inside(words.NOT_A_CODE, columns)
    code = draw(wanted)
    if columns_of(code) > columns or len(code) > rows:
        return inside(words.TOO_SMALL, columns)
    return code
