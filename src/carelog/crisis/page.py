"""The page that `carelog crisis` prints, in full or fitted to a small screen."""

from __future__ import annotations

from carelog.crisis import words
from carelog.crisis.blocks import (
    AIR,
    BOTTOM,
    BUSY,
    DETAIL,
    EVERY_LINE,
    EXTRA,
    FIRST_HELP,
    MORE,
    NEXT_PERSON,
    OWN,
    SAY,
    TOP,
    WHERE,
    fit,
    fits,
    fitting,
    inside,
    wrapped,
)
from carelog.crisis.helplines import first_lines, helplines, next_opening
from carelog.crisis.screen import WIDEST
from carelog.crisis.text import shorten, width, wrap
from carelog.crisis.words import HEADINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.blocks import Block
    from carelog.crisis.card import Card, Person, Way
    from carelog.crisis.lines import Country

    Place = tuple[Country, str]


FIRST_STEPS = ("alone", "distraction", "people", "professionals", "safer")
"""Sections from which a small screen takes its one step: the first of these that has a step."""
SHOWING_PEOPLE = frozenset(("names", "full-names", "numbers", "other-ways"))
"""The fields of a locked journal of which at least one must be ticked to have people on the card; see CardField."""
_FIRST_RIGHT_TO_LEFT = "\u0590"
_SEE_A_COUNTRY, _KEEP_A_COUNTRY = "  carelog crisis --country GB", "  carelog settings set country GB"
_ADD_A_PERSON, _SEE_PEOPLE = "  carelog contact add", "  carelog contact"


def page(
    card: Card | None,
    places: list[Place],
    columns: int,
    rows: int | None = None,
    *,
    helping: bool = False,
    remark: str = "",
    step_first: bool = False,
) -> str:
    """The text of the page, at most `columns` wide and, if `rows` is given, at most that many lines long.

    With `helping` the page lists the options instead of the card; a `remark` stands near the end. With `step_first`,
    for a panic, the first step of the plan stands right below the first line. None for the card means that there is
    none. The emergency number is on the first line and on the last one.
    """
    columns = max(min(columns, WIDEST), 10)
    top, end = _danger(places), _two_dangers(places) + _danger(places)
    step = _first_step(card, columns) if step_first else []
    before = [(TOP, [fitting(top, columns)]), *step, *_where(places, columns)]
    after = [(AIR, [""]), *([(MORE, wrap(remark, columns))] if remark else []), (BOTTOM, [fitting(end, columns)])]
    if helping:
        blocks = [*before, (AIR, [""]), *((MORE, wrap(line, columns)) for line in _help()), *after]
    elif rows is None:
        blocks = [*before, *_content(card, places, columns, EVERY_LINE), *_plan(card, columns), *after]
    else:
        after.insert(-1, (MORE, wrap(words.SEE_ALL, columns)))
        blocks = [*before, *_content(card, places, columns, 2, says_step=not step), *after]
        if not fits(blocks, rows):
            blocks = [*before, *_content(card, places, columns, 1, says_step=not step), *after]
    return "\n".join(fit(blocks, rows)) + "\n"


def _help() -> list[str]:
    options = [f"  {option:<12}  {purpose}" for option, purpose in words.HELP.items()]
    return [words.HELP_NAMES, f"  {words.HELP_PURPOSE}", *options]


def _content(card: Card | None, places: list[Place], columns: int, most: int, *, says_step: bool = True) -> list[Block]:
    """The person's own content and helplines: people come first if there are any. Texts take at most `most` lines."""
    short = most < EVERY_LINE
    people, lines = _people(card, columns, most), helplines(places, columns, short=short)
    help_first = people + lines if card and card.people else lines + people
    return _own(card, columns, short=short, says_step=says_step) + help_first + _police_only(places, columns)


def _police_only(places: list[Place], columns: int) -> list[Block]:
    """The police of countries without any other number, behind everybody else who may help."""
    return [block for text in police_only(places) for block in ((AIR, [""]), (FIRST_HELP, wrap(text, columns)))]


def police_only(places: list[Place]) -> list[str]:
    """A sentence for each country in which the police alone are confirmed."""
    return [police for country, _ in places if (police := police_sentence(country))]


def police_sentence(country: Country) -> str:
    """The number of the police where it is the only one, and that it is no ambulance; else an empty string.

    Attempts are punished in some countries, so that this sentence stands below people and lines and never first.
    """
    number = country.police_only
    return words.POLICE_ONLY.format(number=number, country=country.name) if number else ""


def to_act_on(places: list[Place], columns: int) -> list[str]:
    """The emergency numbers for a page that has no other lines about the country."""
    lines = [fitting(_two_dangers(places) + _danger(places), columns)]
    if len(places) == 1 and places[0][1] == "locale" and places[0][0].emergency:
        lines += wrap(words.IF_IN.format(country=places[0][0].name), columns)
    return lines


def _danger(places: list[Place]) -> list[str]:
    """The wordings of the line with the emergency number, from the longest to the shortest."""
    if not places or not places[0][0].emergency:
        return [words.DANGER_UNKNOWN, words.DANGER_UNKNOWN_SHORT]
    country, source = places[0]
    number = country.emergency
    short = [words.DANGER.format(number=number), words.DANGER_SHORT.format(number=number)]
    return short if source == "locale" else [words.DANGER_IN.format(number=number, country=country.name), *short]


def _two_dangers(places: list[Place]) -> list[str]:
    others = _others(places)
    if not others or not (first := places[0][0]).emergency:
        return []
    other = others[0]
    two = words.DANGER_TWO.format(
        number=first.emergency, code=first.code, other_number=other.emergency, other_code=other.code
    )
    return [two]


def _others(places: list[Place]) -> list[Country]:
    """The countries whose emergency number differs from that of the first one."""
    return [country for country, _ in places[1:] if country.emergency not in {"", places[0][0].emergency}]


def _where(places: list[Place], columns: int) -> list[Block]:
    """Which country the number is for, how that was chosen, and the country's other numbers."""
    if not places:
        return [
            (WHERE, wrapped([words.NO_COUNTRY, _SEE_A_COUNTRY], columns)),
            (EXTRA, wrapped([words.SET_COUNTRY, _KEEP_A_COUNTRY], columns)),
        ]
    first, source = places[0]
    sentences = [words.IF_IN.format(country=first.name)] if source == "locale" else []
    if not first.emergency:
        sentences = [] if first.police_only else [words.NO_NUMBER.format(country=first.name)]
    sentences += [words.OR_IN.format(number=other.emergency, country=other.name) for other in _others(places)]
    sentences += [
        words.CLOSED_LINES.format(country=country.name, when=opening)
        for country, _ in places
        if (opening := next_opening(first_lines(country)))
    ]
    sentences.append(_source(places))
    blocks = [(WHERE, wrap(sentence, columns)) for sentence in sentences]
    if numbers := _other_numbers(first):
        numbers = words.OTHER_NUMBERS_IN.format(numbers=numbers, country=first.name) if len(places) > 1 else numbers
        blocks.append((EXTRA, wrap(numbers, columns)))
    if silently := _without_a_voice(first):
        in_country = words.WITHOUT_A_VOICE_IN.format(country=first.name, sentence=silently)
        blocks.append((DETAIL, wrap(in_country if len(places) > 1 else silently, columns)))
    if source in {"timezone", "locale"}:
        example = "US" if "GB" in {country.code for country, _ in places} else "GB"
        blocks.append((BUSY, wrap(words.ELSEWHERE.format(code=example), columns)))
    return blocks


def _source(places: list[Place]) -> str:
    (first, source), *others = places
    if others:
        return words.SEVERAL[source]
    return words.SOURCES[source].format(country=first.name)


def sentences_beside(country: Country) -> tuple[str, ...]:
    """What a page says beside the emergency number: other numbers, and how to call without a voice."""
    return tuple(filter(None, [_other_numbers(country), _without_a_voice(country)]))


def _other_numbers(country: Country) -> str:
    """The numbers beside the emergency number, in one sentence; empty without any."""
    numbers = ""
    for kind, sentence in words.OTHER_NUMBERS.items():
        if kind in country.numbers and country.emergency:
            number = sentence.format(number=country.numbers[kind])
            numbers = words.LISTED.format(before=numbers, next=number) if numbers else number
    return numbers


def _without_a_voice(country: Country) -> str:
    """How help is called by somebody who cannot speak, and by the deaf; empty where no source says so."""
    ways = ""
    for kind, sentence in words.WITHOUT_A_VOICE.items():
        if kind in country.numbers:
            way = sentence.format(way=country.numbers[kind])
            ways = words.AFTER_ANOTHER.format(before=ways, next=way) if ways else way
    return ways


def _own(card: Card | None, columns: int, *, short: bool, says_step: bool) -> list[Block]:
    """The person's sentence to themselves and, on a small screen, the first step of their plan."""
    if card is None:
        return []
    most = 2 if short else EVERY_LINE
    blocks = [(OWN, shorten(card.sentence, columns, most))] if card.sentence else []
    blocks += _first_step(card, columns) if short and says_step else []
    return [(AIR, [""]), *blocks] if blocks else []


def _first_step(card: Card | None, columns: int) -> list[Block]:
    """The first step of the plan, in at most two lines; nothing without one."""
    steps = card.steps if card else []
    first = next((text for part in FIRST_STEPS for section, text in steps if section == part), "")
    return [(OWN, shorten(words.FIRST_STEP.format(step=first), columns, 2))] if first else []


def _plan(card: Card | None, columns: int) -> list[Block]:
    """The whole plan under its headings, and a kind word."""
    blocks: list[Block] = []
    for section, heading in HEADINGS.items():
        steps = [text for part, text in card.steps if part == section] if card else []
        blocks += [(AIR, ["", *wrap(heading, columns)])] if steps else []
        blocks += [(EXTRA, inside(text, columns)) for text in steps]
    if card and card.kind[0]:
        text, whose = card.kind
        word = (words.KIND_WORD_FROM if whose else words.KIND_WORD).format(text=text, name=whose)
        blocks.append((EXTRA, ["", *wrap(word, columns)]))
    return blocks


def without_people(card: Card | None) -> list[str]:
    """The lines in the place of people: that nobody is on the card, that the lock of the journal hides them, or that
    the card could not be read.
    """
    if card is not None and card.unread:
        return [words.UNREAD[card.unread]]
    hides = card is not None and card.ticked is not None and not SHOWING_PEOPLE.intersection(card.ticked)
    return [words.PEOPLE_LOCKED, _SEE_PEOPLE] if hides else [words.NO_PEOPLE, _ADD_A_PERSON]


def _people(card: Card | None, columns: int, most: int) -> list[Block]:
    blocks: list[Block] = (
        [] if card is None or card.whole or card.unread else [(NEXT_PERSON, wrap(words.DAMAGED, columns))]
    )
    if card is None or not card.people:
        return [(AIR, [""]), *blocks, (NEXT_PERSON, wrapped(without_people(card), columns))]
    blocks.append((AIR, ["", *wrap(words.YOUR_PEOPLE, columns)]))
    for place, person in enumerate(card.people if most == EVERY_LINE else card.people[:3]):
        blocks += _person(person, columns, FIRST_HELP if place == 0 else NEXT_PERSON, most)
    return blocks


def _person(person: Person, columns: int, need: int, most: int) -> list[Block]:
    """The blocks of a person. On a small screen one number stands with the name, and other ways are left out first."""
    name, hours, ways = person.name or words.NAME_LOST, person.hours, list(person.ways)
    together = words.NAME_AND_HOURS.format(name=name, hours=hours)
    if hours and width(together) <= columns and not _turns(name):
        name, hours = together, ""
    head = shorten(name, columns, EVERY_LINE if most == EVERY_LINE else 1)
    if most < EVERY_LINE and ways:
        first = next((way for way in ways if way[0] == "phone"), ways[0])
        ways.remove(first)
        head += _way((*first[:2], ""), columns)
    blocks = [(need, head), *((EXTRA, _way(way, columns)) for way in ways)]
    blocks += [(DETAIL, inside(hours, columns, most))] if hours else []
    blocks += [(SAY, inside(words.SAYING.format(text=person.say), columns, most))] if person.say else []
    return blocks


def _way(way: Way, columns: int) -> list[str]:
    """A way to reach someone: a telephone number on a line of its own, anything else after its label."""
    kind, value, label = way
    if kind == "phone":
        return (inside(words.LABEL.format(label=label), columns) if label else []) + inside(value, columns)
    word = words.WAYS.get(kind, kind)
    word = words.WAY_LABEL.format(way=word, label=label) if label else words.LABEL.format(label=word)
    together = f"{word} {value}"
    if width(together) <= columns - 2 and not _turns(word):
        return inside(together, columns)
    return inside(word, columns) + inside(value, columns)


def _turns(text: str) -> bool:
    """Whether a text would turn the groups of a number on the same line around."""
    if max(text, default="") < _FIRST_RIGHT_TO_LEFT:
        return False
    from carelog.crisis.direction import turns

    return turns(text)
