"""The card in plain lines, where its page cannot be laid out: numbers of the country, and people with theirs.

It leans on as little as it can: `words`, `lines`, `country`, `place` and `screen`. What a person wrote, and names of
countries and lines, are in ASCII, because the tables of all other characters may be what is missing.
"""

from __future__ import annotations

import os

from carelog.crisis import words as sentences
from carelog.crisis.country import asked, places
from carelog.crisis.lines import code, country
from carelog.crisis.screen import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.crisis.lines import Country
    from carelog.crisis.place import Rescue

_NUMBERS = ("phone", "text")


def main(words: Sequence[str], rescue: Rescue) -> int:
    """Show the plain lines for these command line arguments, and return 0: `boundary.main` could not be loaded."""
    words, answers = [word.lower() for word in words], list[bytes]()
    try:
        from carelog.crisis.place import look_at_home

        home = look_at_home(rescue)
        answers = home.answers
        try:
            home.first()
            home.last()
        finally:
            home.leave()
    except KeyboardInterrupt:
        return 0
    except Exception:  # noqa: BLE001 - half of the card may be missing, and the numbers need none of it
        answers = []
    show_plainly(words, answers)
    return 0


def show_plainly(words: list[str], answers: Iterable[bytes]) -> None:
    """Show the plain lines of the card in the answers of the home; without any card if that fails too."""
    try:
        card = next((fields for answer in reversed([*answers]) if (fields := _fields(answer))), [])
        text = _text(words, card)
    except Exception:  # noqa: BLE001 - the last resort
        text = f"{sentences.DANGER_UNKNOWN}\n{sentences.FIND_LINE}\n"
    show(text)


def _fields(answer: bytes) -> list[list[str]]:
    """The lines of a card as fields in ASCII, with ? for every other character; empty for what is no card."""
    lines = answer[1:].decode("utf-8", "replace").split("\n")[:-1]
    return [[_ascii(field) for field in line.split("\t")] for line in lines]


def _ascii(text: str) -> str:
    return "".join(character if " " <= character <= "~" else "?" for character in text)


def _text(words: list[str], card: list[list[str]]) -> str:
    chosen = [code(each) for fields in card if fields[0] == "country" for each in fields[1:]]
    found = [(country(each), source) for each, source in places(asked(words), [*filter(None, chosen)], os.environ)]
    danger = [
        sentences.DANGER_IN.format(number=place.emergency, country=_ascii(place.name))
        for place, _ in found
        if place.emergency
    ] or [sentences.DANGER_UNKNOWN]
    where = [line for place, source in found for line in _where(place, source)]
    help_lines = [line for place, _ in found for line in _lines(place)]
    lines = [*danger, *where, *_people(card), *help_lines, sentences.FIND_LINE, danger[0]]
    return "".join(f"{line}\n" for line in lines)


def _where(place: Country, source: str) -> list[str]:
    """How a country was chosen, and its numbers beside the emergency number."""
    others = sentences.OTHER_NUMBERS.items() if place.emergency else ()
    numbers = [text.format(number=_ascii(place.numbers[kind])) for kind, text in others if kind in place.numbers]
    return [sentences.SOURCES[source].format(country=_ascii(place.name)), *numbers]


def _people(card: list[list[str]]) -> list[str]:
    """A line for each number of a person; a name without a letter in ASCII is told as a number of the card."""
    names = {fields[1]: fields[2] for fields in card if fields[0] == "person" and len(fields) == 3}
    told = []
    for fields in card:
        if fields[0] == "way" and len(fields) == 5 and fields[2] in _NUMBERS:
            name = names.get(fields[1], "")
            name = name if any(map(str.isalpha, name)) else sentences.UNNAMED.format(number=fields[1])
            told.append(f"{name}: {fields[3]}")
    return told


def _lines(place: Country) -> list[str]:
    told = [f"{_ascii(line.get('name'))}: {_ascii(number)}" for line in place.lines for number in line.all("phone")[:1]]
    if place.police_only:
        told.append(sentences.POLICE_ONLY.format(number=place.police_only, country=_ascii(place.name)))
    return told
