"""The card file, which holds what `carelog crisis` shows of a person's own data, apart from the journal.

One fact per line, UTF-8, `key TAB value TAB value…`, so that damage costs one line only and `cat` can show it:

    carelog-card  1
    revision      42
    program       0.1.0
    country       DE
    person        1  Sam
    way           1  phone  +49 30 123456  mobile
    hours         1  Mon-Fri 09:00-17:00
    say           1  Can you stay on the phone with me?
    sentence      This has been here before, and it went.
    step          alone  make tea, then shower
    kind          You matter to us.  Mum
    hidden        DE  a helpline that stays off the card
    checked       DE  TelefonSeelsorge  2026-11-20
    language      de  tr
    topic         alcohol
    text-first    yes
    shown-in      de
    plain         yes
    ticked        names  numbers
    end           5731

Every fact about a person carries the person's number, so that a lost line never gives Sam's telephone number to Alex.
`end` is a checksum, the sum of all bytes before it, so that a flipped bit in a number is noticed. Unknown keys are
ignored, so that a later carelog can add facts without a new version of the format.
"""

from __future__ import annotations

from carelog.crisis.lines import code
from carelog.crisis.place import is_whole
from carelog.crisis.text import clean
from carelog.crisis.words import HEADINGS

LONGEST_FIELD, LONGEST_LINE = 1_000, 16_000

Way = tuple[str, str, str]
"""How to reach a person: kind (phone, text, email, web, address), value, label or an empty string."""

Step = tuple[str, str]
"""A step of the plan: its section and its text."""

Hidden = tuple[str, str]
"""A helpline that the person took off the card: the code of its country, and its name."""

Checked = tuple[str, str, str]
"""A helpline whose number the person checked: the code of its country, its name, and the day as YYYY-MM-DD."""


class Person:
    """Someone to turn to: name, ways to reach them, hours, and what to say; each may be empty.

    `short_name` is what a redacted card has in place of the name. It is never written to a card's file.
    """

    __slots__ = ("hours", "name", "say", "short_name", "ways")

    def __init__(
        self, name: str = "", ways: list[Way] | None = None, hours: str = "", say: str = "", short_name: str = ""
    ) -> None:
        self.name, self.ways, self.hours, self.say, self.short_name = name, ways or [], hours, say, short_name


class Card:
    """A copy of what the journal knows about help: countries (ISO codes) and people, both in the person's order.

    `sentence` is the person's sentence to themselves, `steps` is their plan in its order, `kind` a kind word and who
    said it. `hidden` and `checked` are their marks on helplines, `languages` (ISO 639 codes) the ones they like to
    speak, `topics` what else they want lines for; with `text_first` lines that can be written to come first.
    `shown_in` is the language of the card's own sentences, empty for English; with `plain` they want text instead of
    drawings. `revision` is the state of the journal and `program` the version of carelog that wrote the card. `ticked`
    names the fields that a locked journal leaves readable; it is None if the journal is not locked. `whole` is False if
    the file was cut, changed or damaged. `unread` says why there is a file of which nothing is known: "late" if it did
    not answer in time, "unreadable" if it could not be read, else empty.
    """

    __slots__ = (
        "checked", "countries", "hidden", "kind", "languages", "people", "plain", "program", "revision", "sentence",
        "shown_in", "steps", "text_first", "ticked", "topics", "unread", "whole",
    )  # fmt: skip

    def __init__(
        self,
        *,
        revision: int = 0,
        program: str = "",
        countries: list[str] | None = None,
        people: list[Person] | None = None,
        sentence: str = "",
        steps: list[Step] | None = None,
        kind: tuple[str, str] = ("", ""),
        hidden: list[Hidden] | None = None,
        checked: list[Checked] | None = None,
        languages: list[str] | None = None,
        topics: list[str] | None = None,
        text_first: bool = False,
        shown_in: str = "",
        plain: bool = False,
    ) -> None:
        self.revision, self.program = revision, program
        self.countries, self.people = countries or [], people or []
        self.sentence, self.steps, self.kind = sentence, steps or [], kind
        self.hidden, self.checked, self.languages = hidden or [], checked or [], languages or []
        self.topics, self.text_first = topics or [], text_first
        self.shown_in, self.plain, self.whole = shown_in, plain, True
        self.ticked: list[str] | None = None
        self.unread = ""


def dump(card: Card) -> str:
    """The text of the card's file, cleaned; the inverse of `parse`."""
    lines = [
        _line("carelog-card", "1"),
        _line("revision", str(card.revision)),
        _line("program", card.program),
        _line("country", *card.countries),
    ]
    for number, person in enumerate(card.people, 1):
        lines += _facts(str(number), person)
    lines += [_line("sentence", card.sentence)] if card.sentence else []
    lines += [_line("step", *step) for step in card.steps]
    lines += [_line("kind", *card.kind)] if card.kind[0] else []
    lines += [_line("hidden", *each) for each in card.hidden] + [_line("checked", *each) for each in card.checked]
    lines += [_line("language", *card.languages)] if card.languages else []
    lines += [_line("topic", *card.topics)] if card.topics else []
    lines += [_line("text-first", "yes")] if card.text_first else []
    lines += [_line("shown-in", card.shown_in)] if card.shown_in else []
    lines += [_line("plain", "yes")] if card.plain else []
    lines += [] if card.ticked is None else [_line("ticked", *card.ticked)]
    body = "".join(lines)
    return f"{body}end\t{sum(body.encode())}\n"


def parse(content: bytes, *, whole: bool | None = None) -> Card:
    """The card in the bytes of a file, or as much of it as can be read; `whole` where that is known. Never raises."""
    card = Card()
    people: dict[str, Person] = {}
    card.whole = is_whole(content) if whole is None else whole
    for line in content.split(b"\n")[:-1]:  # anything after the last line feed was cut, perhaps within a number
        if fields := _fields(line):
            _take(card, people, fields)
    card.people = list(people.values())
    return card


def unread(why: str) -> Card:
    """The card of which nothing could be read, for the reason that `Card.unread` names."""
    card = Card()
    card.unread, card.whole = why, False
    return card


def _facts(number: str, person: Person) -> list[str]:
    return [
        _line("person", number, person.name),
        *(_line("way", number, *way) for way in person.ways),
        *(_line("hours", number, hours) for hours in [person.hours] if hours),
        *(_line("say", number, say) for say in [person.say] if say),
    ]


def _line(*fields: str) -> str:
    return "\t".join(clean(field[:LONGEST_FIELD]) for field in fields) + "\n"


def _fields(line: bytes) -> list[str]:
    """The fields of a line; an empty list when it is damaged."""
    if b"\0" in line or len(line) > LONGEST_LINE:
        return []
    try:
        return [clean(field[:LONGEST_FIELD]) for field in line.rstrip(b"\r").decode().split("\t")]
    except UnicodeDecodeError:
        return []


def _take(card: Card, people: dict[str, Person], fields: list[str]) -> None:
    match fields:
        case ["revision", revision] if revision.isdecimal():
            card.revision = int(revision)
        case ["program", program]:
            card.program = program
        case ["country", *codes]:
            card.countries = list(filter(None, map(code, codes)))
        case ["sentence", sentence]:
            card.sentence = sentence
        case ["step", section, text] if section in HEADINGS and text.strip():
            card.steps.append((section, text))
        case ["kind", text, whose]:
            card.kind = (text, whose)
        case ["person" | "way" | "hours" | "say", number, *values]:
            _take_fact(people.setdefault(number, Person()), fields[0], values)
        case _:
            _take_mark(card, fields)


def _take_mark(card: Card, fields: list[str]) -> None:
    match fields:
        case ["hidden", country, name] if code(country):
            card.hidden.append((code(country), name))
        case ["checked", country, name, day] if code(country) and _is_day(day):
            card.checked.append((code(country), name, day))
        case ["ticked", *names]:
            card.ticked = names
        case _:
            _take_wish(card, fields)


def _take_wish(card: Card, fields: list[str]) -> None:
    match fields:
        case ["language", *languages]:
            card.languages = [each for each in languages if each.isascii() and each.isalpha()]
        case ["topic", *topics]:
            card.topics = topics
        case ["shown-in", language]:
            card.shown_in = language
        case ["text-first", "yes"]:
            card.text_first = True
        case ["plain", "yes"]:
            card.plain = True
        case _:
            pass


def _is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" and (text[:4] + text[5:7] + text[8:]).isdecimal()


def _take_fact(person: Person, key: str, values: list[str]) -> None:
    match key, values:
        case "person", [name]:
            person.name = name
        case "way", [kind, value, label]:
            person.ways.append((kind, value, label))
        case "hours", [hours]:
            person.hours = hours
        case "say", [say]:
            person.say = say
        case _:
            pass
