"""The card's sentences in another language, read from a text file in the place of English.

One sentence per line, UTF-8, `key TAB sentence`; a line that begins with # is a remark:

    DANGER        Bei Gefahr: {number} anrufen
    WAYS.email    E-Mail
    =Germany      Deutschland
    =24/7         rund um die Uhr

A sentence is used if it has the slots and the commands of the English one and fits its place. A key that begins with =
is a text in the data of countries and helplines. Whatever is missing or wrong costs that line only, which stays
English: the card never fails because of its language.
"""

from __future__ import annotations

import os

from carelog.crisis import words
from carelog.crisis.place import read
from carelog.crisis.text import clean, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelog.crisis.card import Card
    from carelog.crisis.lines import Country

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "card")

MOST_COLUMNS = {
    "DANGER": 40,
    "DANGER_IN": 40,
    "DANGER_TWO": 40,
    "DANGER_SHORT": 10,
    "DANGER_UNKNOWN": 40,
    "DANGER_UNKNOWN_SHORT": 13,
    "NEXT_OR_LEAVE": 38,
    "CUT_OFF": 4,
}
"""The columns of sentences that are never wrapped, with their slots filled."""
LONGEST = 200
"""The most columns of any other sentence, which is wrapped: five lines of the card."""
SAMPLES = {"number": "1669", "code": "DE", "other_number": "911", "other_code": "US", "country": "Germany", "key": "q"}
"""What fills these slots when a sentence is measured; the others are empty then."""
KEPT = (
    *("carelog crisis --country {code}", "carelog crisis --all", "carelog crisis", "carelog sos", "carelog plan edit"),
    "findahelpline.com",
)
"""Commands and addresses in sentences, which are the same in every language."""
_NO_BREAK = {0xA0: " ", 0x202F: " "}
"""Spaces at which no line is broken, as French writes them before a colon."""


def _places() -> Iterator[tuple[str, dict[str, str], str]]:
    """The key of every sentence, and the dictionary and the name in it from which the card takes the sentence."""
    names = vars(words)
    for name, value in names.items():
        if name.isupper() and isinstance(value, str):
            yield name, names, name
        elif name.isupper() and isinstance(value, dict):
            yield from ((f"{name}.{part}", value, part) for part in value)


_PLACES = list(_places())
ENGLISH = {key: place[name] for key, place, name in _PLACES}
"""Every sentence in English, by its key."""
_DATA: dict[str, str] = {}
"""Texts in the data, by what they are in English."""


def use(language: str) -> None:
    """Put the card's sentences into a language such as `de` or `pt-BR`, and into English where it has none."""
    words.language = language
    found = _sentences(tag(language))
    for key, place, name in _PLACES:
        place[name] = found[key] if key in found and fits(key, found[key]) else ENGLISH[key]
    _DATA.clear()
    _DATA.update((key[1:], text) for key, text in found.items() if key[:1] == "=")


def has(language: str, key: str) -> bool:
    """Whether a language has a sentence for a key, and one that can stand in the place of the English one."""
    sentence = _sentences(tag(language)).get(key, "")
    return fits(key, sentence)


def translate(place: Country) -> None:
    """Put the name of a country and the words in its data into the language that was chosen last."""
    place.name = _translated(place.name)
    place.numbers = {kind: _translated(number) for kind, number in place.numbers.items()}
    for line in place.lines:
        for key in ("name", "hours", "cost"):
            if value := line.get(key):
                line.facts[key] = [_translated(value)]
        first, *more = map(_translated, line.get("speaks").split(", "))
        for each in more:
            first = words.LISTED.format(before=first, next=each)
        line.facts["speaks"] = [first]


def name_the_unnamed(card: Card) -> None:
    """Say in the chosen language how people are called whose names a locked journal keeps off the card."""
    for person in card.people:
        before, after = ENGLISH["UNNAMED"].split("{number}")
        number = person.name.removeprefix(before).removesuffix(after)
        if card.ticked is not None and number.isdecimal():
            person.name = words.UNNAMED.format(number=number)


def fits(key: str, sentence: str) -> bool:
    """Whether a sentence can stand in the place of the English one: not empty, with its slots, and not too wide."""
    if not sentence or _slots(sentence) != _slots(ENGLISH[key]):
        return False
    if not all(each in sentence for each in KEPT if each in ENGLISH[key]):
        return False
    return _is_sound(filled(sentence), MOST_COLUMNS.get(key, LONGEST))


def filled(sentence: str) -> str:
    """A sentence with SAMPLES in its slots, which have to be sound."""
    return sentence.format_map({slot: SAMPLES.get(slot, "") for slot in _slots(sentence)})


def tag(language: str) -> str:
    """A language as its file is called ("pt_br" → "pt-BR", "zh-hant" → "zh-Hant"); empty if it cannot be one."""
    first, *rest = language.partition(".")[0].partition("@")[0].replace("_", "-").split("-")
    parts = [first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)]
    is_one = 2 <= len(first) <= 3 and len(parts) <= 3 and all(part.isascii() and part.isalnum() for part in parts)
    return "-".join(parts) if is_one else ""


def _translated(text: str) -> str:
    found = _DATA.get(text, "")
    return found if found and _is_sound(found, LONGEST) else text


def _is_sound(text: str, columns: int) -> bool:
    narrow = 2 * len(text) <= columns or width(text) <= columns  # no character is wider than two columns
    return narrow and (text.isprintable() or text.translate(_NO_BREAK) == clean(text))


def _slots(sentence: str) -> set[str]:
    """The names in braces; a brace without its pair counts as a name that no English sentence has."""
    if "{" not in sentence and "}" not in sentence:
        return set()
    before, *parts = sentence.split("{")
    slots = {part.partition("}")[0] if part.count("}") == 1 else "{" for part in parts}
    return slots | {"}"} if "}" in before else slots


def _sentences(language: str) -> dict[str, str]:
    """The sentences in the file of a language, else in that of the language without its region or script."""
    for name in (language, language.partition("-")[0]):
        if name in {"", "en"}:
            return {}
        if found := dict(_lines(name)):
            return found
    return {}


def _lines(name: str) -> Iterator[tuple[str, str]]:
    try:
        content = read(os.path.join(_FOLDER, f"{name}.txt"))
    except OSError:
        return
    for line in content.removeprefix(b"\xef\xbb\xbf").splitlines():
        try:
            key, _, sentence = line.decode().partition("\t")
        except UnicodeDecodeError:
            continue
        yield key.strip(), sentence.strip()
