"""The card as a person reads it: every sentence of it, and what stays when the screen is small."""

from __future__ import annotations

from carelog.crisis.headings import FIRST_STEPS, HEADINGS
from carelog.crisis.text import shorten, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card, Person, Way
    from carelog.crisis.lines import Country, Line

    Place = tuple[Country, str]
    Block = tuple[int, list[str]]

WIDEST = 40
"""The columns that a page takes at most."""
EVERY_LINE = 999

# What stays on a small screen, most needed first.
TOP, BOTTOM, WHERE, FIRST_HELP, MORE, OWN, NEXT_PERSON, BUSY, DETAIL, SAY, EXTRA, AIR = range(12)

DANGER, DANGER_TWO = "In danger now: call {}", "In danger now: {} ({}) or {} ({})"
DANGER_SHORT = "Call {}"
DANGER_UNKNOWN = "In danger: call your emergency number"
DANGER_UNKNOWN_SHORT = "Call for help"
IF_IN, OR_IN = "if you are in {}.", "or {} if you are in {}."
ELSEWHERE = "Elsewhere: carelog crisis --country {}"
NO_NUMBER = "carelog has no confirmed number for {}."
NO_COUNTRY = ["No country is set. To see numbers:", "  carelog crisis --country GB"]
SET_COUNTRY = ["To keep it:", "  carelog settings set country GB"]
FIND_LINE = "Find a line: findahelpline.com"
FALLBACK = "If a number does not work: call your local emergency number, or look at findahelpline.com."
SOURCES = {
    "settings": "Your setting: {}.",
    "option": "Shown for {}, as you asked.",
    "timezone": "Guess from the time zone: {}.",
    "locale": "A guess from this computer's language.",
}
SEVERAL_CHOSEN, SEVERAL_GUESSED = "These countries are your settings.", "Guesses from time zone and language."
OTHER_NUMBERS = {
    "also": "Also",
    "ambulance": "Ambulance",
    "police": "Police",
    "text_for_deaf": "Text, if deaf",
}
FIRST_STEP, KIND_WORD, KIND_WORD_FROM = "First: {}", "“{}”", "“{}” {}"
YOUR_PEOPLE, NAME_LOST, SAYING = "Your people", "(name not readable)", "Say: {}"
NO_PEOPLE = ["Someone you trust can be on this card:", "  carelog contact add"]
DAMAGED = "This card may be incomplete or damaged."
WAYS = {"text": "Text", "email": "E-mail", "web": "Web", "address": "Address"}
LINES_IN = "Lines in {}"
BUSY_LINES = "Lines can be busy: try the next, or a person."
TEXT_TO, TEXT_WORD_TO, WHATSAPP = "Text {}", "Text {} to {}", "WhatsApp {}"
HOURS_UNKNOWN, LANGUAGES = "hours not confirmed", "In {}"
CONFIRMED, ONE_SOURCE, STALE = "Last confirmed {}", ", by one source", ": may have changed"
SEE_ALL = "More: carelog crisis --all"
HELP = [
    "carelog crisis (or: carelog sos)",
    "  shows people and lines to turn to",
    "  --all         everything on the card",
    "  --country GB  numbers of a country",
    "  --json        for other programs",
]
_MOST_LINES = 3
_ARTICLE = ("United ", "Netherlands", "Philippines", "Czech Republic")


def page(
    card: Card | None, places: list[Place], columns: int, rows: int | None = None, *, helping: bool = False
) -> str:
    """The card in at most `columns`; where `rows` are given, in so many lines with what is needed least left out.

    No card means that none was found. The emergency number is on the first and on the last line.
    """
    columns, short = max(min(columns, WIDEST), 10), rows is not None
    blocks = [(TOP, [_fitting(_danger(places), columns)]), *_where(places, columns)]
    if helping:
        blocks += [(AIR, [""]), *((MORE, wrap(line, columns)) for line in HELP)]
    else:
        parts = [_people(card, columns, short), _helplines(places, columns, short)]
        blocks += _own(card, columns, short)
        blocks += [block for part in (parts if card and card.people else parts[::-1]) for block in part]
        blocks += [] if short else _plan(card, columns)
    blocks.append((AIR, [""]))
    if short and not helping:
        blocks.append((MORE, wrap(SEE_ALL, columns)))
    blocks.append((BOTTOM, [_fitting(_two_dangers(places) + _danger(places), columns)]))
    return "\n".join(_fit(blocks, rows)) + "\n"


def _fit(blocks: list[Block], rows: int | None) -> list[str]:
    """The lines of all blocks; too many for the rows, the least needed go first, from the end, air comes back last."""
    kept = list(range(len(blocks)))

    def size(chosen: list[int]) -> int:
        return sum(len(blocks[index][1]) for index in chosen)

    while rows is not None and size(kept) > rows and len(kept) > 1:
        kept.remove(max(kept, key=lambda index: (blocks[index][0], index)))
    for index, (need, _) in enumerate(blocks):
        if need == AIR and index not in kept and rows is not None and size([*kept, index]) <= rows:
            kept.append(index)
    return [line for index in sorted(kept) for line in blocks[index][1]]


def _danger(places: list[Place]) -> list[str]:
    """The line to act on, from the fullest wording to the shortest."""
    if not places or not places[0][0].emergency:
        return [DANGER_UNKNOWN, DANGER_UNKNOWN_SHORT]
    country, source = places[0]
    call = DANGER.format(country.emergency)
    short = [call, DANGER_SHORT.format(country.emergency)]
    return short if source == "locale" else [f"{call} ({country.name})", *short]


def _two_dangers(places: list[Place]) -> list[str]:
    others = _others(places)
    if not others or not (first := places[0][0]).emergency:
        return []
    return [DANGER_TWO.format(first.emergency, first.code, others[0].emergency, others[0].code)]


def _others(places: list[Place]) -> list[Country]:
    """The countries whose number is another than the first one's."""
    return [country for country, _ in places[1:] if country.emergency not in {"", places[0][0].emergency}]


def _where(places: list[Place], columns: int) -> list[Block]:
    """For which country the number is, by whose choice, and which numbers it has besides."""
    if not places:
        return [(WHERE, _wrapped(NO_COUNTRY, columns)), (EXTRA, _wrapped(SET_COUNTRY, columns))]
    first, source = places[0]
    sentences = [IF_IN.format(_the(first.name))] if source == "locale" else []
    if not first.emergency:
        sentences = [NO_NUMBER.format(_the(first.name))]
    sentences += [OR_IN.format(other.emergency, _the(other.name)) for other in _others(places)]
    sentences.append(_source(places))
    blocks = [(WHERE, wrap(sentence, columns)) for sentence in sentences]
    if numbers := _other_numbers(places):
        blocks.append((EXTRA, wrap(numbers, columns)))
    if source in {"timezone", "locale"}:
        example = "US" if "GB" in {country.code for country, _ in places} else "GB"
        blocks.append((BUSY, wrap(ELSEWHERE.format(example), columns)))
    return blocks


def _source(places: list[Place]) -> str:
    (first, source), *others = places
    if others:
        return SEVERAL_CHOSEN if source == "settings" else SEVERAL_GUESSED
    return SOURCES[source].format(first.name if source == "timezone" else _the(first.name))


def _other_numbers(places: list[Place]) -> str:
    country, _ = places[0]
    numbers = ", ".join(
        f"{word}: {country.numbers[kind]}" for kind, word in OTHER_NUMBERS.items() if kind in country.numbers
    )
    return f"{numbers} ({country.name})" if numbers and len(places) > 1 else numbers


def _own(card: Card | None, columns: int, short: bool) -> list[Block]:
    """The person's sentence to themselves and, on a small screen, the one step to begin with."""
    if card is None:
        return []
    most = 2 if short else EVERY_LINE
    blocks = [(OWN, shorten(card.sentence, columns, most))] if card.sentence else []
    first = next((text for part in FIRST_STEPS for section, text in card.steps if section == part), "")
    blocks += [(OWN, shorten(FIRST_STEP.format(first), columns, most))] if first and short else []
    return [(AIR, [""]), *blocks] if blocks else []


def _plan(card: Card | None, columns: int) -> list[Block]:
    """The whole plan under its headings, and a kind word."""
    blocks: list[Block] = []
    for section, heading in HEADINGS.items():
        steps = [text for part, text in card.steps if part == section] if card else []
        blocks += [(AIR, ["", *wrap(heading, columns)])] if steps else []
        blocks += [(EXTRA, _inside(text, columns)) for text in steps]
    if card and card.kind[0]:
        text, whose = card.kind
        word = KIND_WORD_FROM.format(text, whose) if whose else KIND_WORD.format(text)
        blocks.append((EXTRA, ["", *wrap(word, columns)]))
    return blocks


def _people(card: Card | None, columns: int, short: bool) -> list[Block]:
    blocks: list[Block] = [] if card is None or card.whole else [(NEXT_PERSON, wrap(DAMAGED, columns))]
    if card is None or not card.people:
        return [(AIR, [""]), *blocks, (NEXT_PERSON, _wrapped(NO_PEOPLE, columns))]
    blocks.append((AIR, ["", YOUR_PEOPLE]))
    for place, person in enumerate(card.people[:3] if short else card.people):
        blocks += _person(person, columns, FIRST_HELP if place == 0 else NEXT_PERSON, short)
    return blocks


def _person(person: Person, columns: int, need: int, short: bool) -> list[Block]:
    name, hours, ways = person.name or NAME_LOST, person.hours, list(person.ways)
    if hours and width(f"{name}, {hours}") <= columns:
        name, hours = f"{name}, {hours}", ""
    head = shorten(name, columns) if short else wrap(name, columns)
    if short and ways:
        kind, value, _ = ways.pop(0)
        head += _way((kind, value, ""), columns)
    most = 2 if short else EVERY_LINE
    blocks = [(need, head), *((EXTRA, _way(way, columns)) for way in ways)]
    blocks += [(DETAIL, _inside(hours, columns, most))] if hours else []
    blocks += [(SAY, _inside(SAYING.format(person.say), columns, most))] if person.say else []
    return blocks


def _way(way: Way, columns: int) -> list[str]:
    """How to reach someone: a number to call on a line of its own, everything else behind the word for it."""
    kind, value, label = way
    if kind == "phone":
        return (_inside(f"{label}:", columns) if label else []) + _inside(value, columns)
    word = WAYS.get(kind, kind)
    word = f"{word} ({label}):" if label else f"{word}:"
    together = f"{word} {value}"
    if width(together) <= columns - 2:
        return _inside(together, columns)
    return _inside(word, columns) + _inside(value, columns)


def _helplines(places: list[Place], columns: int, short: bool) -> list[Block]:
    countries = [country for country, _ in places if country.lines]
    if not countries:
        return [(AIR, [""]), (BUSY, wrap(FIND_LINE, columns))]
    blocks: list[Block] = []
    for country in countries:
        heading = wrap(LINES_IN.format(_the(country.name)), columns)
        blocks.append((AIR, ["", *heading] if len(places) == 1 else [""]))
        lines = country.lines[: 1 if short and len(countries) > 1 else _MOST_LINES]
        for line in lines:
            parts = _line(line, columns)
            if len(places) > 1 and line is lines[0]:
                parts[0][1][:0] = heading
            if country is countries[0] and line is lines[0]:
                blocks += parts
            else:
                blocks.append((EXTRA, [row for _, rows in parts for row in rows]))
    blocks += [(AIR, [""]), (BUSY, wrap(BUSY_LINES, columns))]
    return blocks if short else [*blocks, (AIR, [""]), (BUSY, wrap(FALLBACK, columns))]


def _line(line: Line, columns: int) -> list[Block]:
    """A helpline: its name with the first way to reach it, then what else there is to know."""
    name, when = line.get("name"), line.get("hours") or HOURS_UNKNOWN
    when += f", {line.get('cost')}" if line.get("cost") else ""
    if width(f"{name}, {when}") <= columns:
        name, when = f"{name}, {when}", ""
    calls = [(EXTRA, number) for number in line.all("phone")]
    (_, first), *others = calls + _written(line)
    blocks: list[Block] = [(FIRST_HELP, wrap(name, columns) + _inside(first, columns))]
    facts = [*others, (DETAIL, when), (EXTRA, LANGUAGES.format(line.get("speaks"))), (DETAIL, _confirmed(line))]
    return blocks + [(need, _inside(fact, columns)) for need, fact in facts if fact]


def _written(line: Line) -> list[tuple[int, str]]:
    """The ways to reach a line without speaking."""
    word, number = line.get("sms_text"), line.get("sms")
    texts = [(DETAIL, TEXT_WORD_TO.format(word, number) if word else TEXT_TO.format(number))] if number else []
    chats = [WHATSAPP.format(number) for number in line.all("whatsapp")] + line.all("chat")
    return texts + [(EXTRA, chat) for chat in chats]


def _confirmed(line: Line) -> str:
    doubts = ONE_SOURCE * bool(line.get("sources")) + STALE * bool(line.get("stale"))
    return CONFIRMED.format(line.get("checked")[:7]) + doubts


def _inside(text: str, columns: int, most: int = EVERY_LINE) -> list[str]:
    return [f"  {line}" for line in shorten(text, columns - 2, most)]


def _wrapped(lines: list[str], columns: int) -> list[str]:
    return [part for line in lines for part in wrap(line, columns)]


def _fitting(wordings: list[str], columns: int) -> str:
    return next((wording for wording in wordings if width(wording) <= columns), wordings[-1])


def _the(name: str) -> str:
    return f"the {name}" if name.startswith(_ARTICLE) else name
