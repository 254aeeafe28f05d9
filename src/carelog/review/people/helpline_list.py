"""The list of built-in helplines: each with its sources and the person's marks, and found by name or number."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources import files
from typing import TYPE_CHECKING

from carelog.crisis.country import places
from carelog.crisis.envelope import emergency_shape
from carelog.crisis.helplines import closed, confirmed, next_opening, suitable, written
from carelog.crisis.lines import country as country_of
from carelog.crisis.lines import find, put_open_first
from carelog.crisis.marks import can_write, is_for_any, mark
from carelog.crisis.page import police_sentence, sentences_beside
from carelog.domain.letters import plain_letters
from carelog.domain.people.line_topic import LineTopic
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.journal.card.card import card_of
from carelog.review.people.helplines import now_for_card
from carelog.wording.lists import listed_with_or
from carelog.wording.people import helplines as helplines_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.crisis.lines import Country, Line
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A helpline exactly as its sources print it: nothing is combined or reformatted.

    `hours` and `cost` are empty where no source confirms them. `checked` is the latest day on which a source, or with
    `by_you` the person, confirmed the line; `confirmed` is a sentence about that, doubts included. A line with
    `one_source` has a single source, a `stale` one was checked long ago, and a `hidden` one is off the person's card.
    `topics` are what else it is for (LineTopic values), `audience` is all, youth or topic: for its topics alone.
    `sends_help` says what it does when a life is in danger: asks first, may send help without a yes, or unknown.
    `open_now` is None where that is not known; `opening` says it of a line that is not open all the time.
    """

    country: str
    name: str
    phones: tuple[str, ...]
    writing: tuple[str, ...]
    sms: str
    sms_text: str
    whatsapp: str
    chat: str
    hours: str
    cost: str
    languages: tuple[str, ...]
    speaks: str
    checked: str
    confirmed: str
    by_you: bool
    one_source: bool
    stale: bool
    hidden: bool
    topics: tuple[str, ...]
    audience: str
    is_written: bool
    sends_help: str
    sources: tuple[str, ...]
    open_now: bool | None = None
    opening: str = ""


@dataclass(frozen=True, slots=True)
class ListedCountry:
    """A country with its lines in the order of the crisis card, hidden ones last.

    `emergency` is the emergency number, empty where no source confirms one. `beside` are the card's sentences about
    other numbers, and `police_only` the one about the police where theirs is the only number: it belongs below the
    lines. `numbers` are all of them as `crisis --json` has them. `opens` says when the next line opens, if every line
    is closed but those that the person hid. `topics` are what it has lines for, and `listens_to_all` says whether it
    has any for everybody, whatever the list is about.
    """

    code: str
    name: str
    emergency: str
    beside: tuple[str, ...]
    police_only: str
    numbers: dict[str, str | None]
    emergency_sources: tuple[str, ...]
    lines: tuple[ListedLine, ...]
    opens: str = ""
    topics: tuple[LineTopic, ...] = ()
    listens_to_all: bool = False


@dataclass(frozen=True, slots=True)
class HelplineList:
    """Countries with their lines. `source` is how the countries were chosen, `keys` explain short names of sources.

    `topic` is what the lines are for, None for everybody. With `about_one` the list is about a single line.
    """

    countries: tuple[ListedCountry, ...]
    source: str
    keys: dict[str, str]
    topic: LineTopic | None = None
    about_one: bool = False


def helpline_list(journal: Journal, places: Sequence[tuple[str, str]], topic: LineTopic | None = None) -> HelplineList:
    """The lines of some countries for everybody, and those for topics of the settings; with a topic those for it alone.

    `places` are pairs of a country code and how it was chosen, such as settings.
    """
    countries = tuple(_listed(journal, country_of(code), topic) for code, _ in places)
    return HelplineList(countries, places[0][1] if places else "none", _short_names(), topic)


def has_lines_here(chosen: Sequence[str], topic: LineTopic) -> bool:
    """Whether there are lines for a topic in the chosen countries or, without any, in the one that is guessed."""
    found = places([], list(chosen), os.environ)
    return any(topic in _topics(country_of(code)) for code, _ in found)


def one_line(journal: Journal, country: str, name: str) -> HelplineList:
    """The list with one line, by the code of its country and its whole name, whatever it is for."""
    place = country_of(country)
    topics = next(line.all("for") for line in (*place.lines, *place.for_topics) if line.get("name") == name)
    found = _listed(journal, place, *map(LineTopic, topics[:1]))
    line = next(line for line in found.lines if line.name == name)
    return HelplineList((replace(found, lines=(line,)),), "option", _short_names(), about_one=True)


def line_named(typed: str, codes: Iterable[str], *, only_there: bool = False) -> tuple[str, str]:
    """The country and the name of the line with a name, the beginning of a name, or a number.

    Lines of the countries in `codes` take precedence; lines of other countries are searched only if none of them fits,
    and not at all with `only_there`. Raises InvalidValue for an emergency number, NotFound without a match, naming the
    lines that are spelled nearly so, and AmbiguousName, naming the lines, for several.
    """
    wanted, there = _bare(typed), list(map(country_of, codes))
    if wanted in {"emergency", "emergencynumber", *map(_bare, _emergency_numbers(there))}:
        raise InvalidValue("helpline.emergency-number-stays")
    found = _matching(wanted, there)
    if not found and not only_there:
        found = _matching(wanted, _everywhere())
    if len(found) > 1:
        named = helplines_words.in_countries((name, code) for code, name in found)
        raise AmbiguousName("helpline.several", text=typed, count=len(found), lines=named)
    if not found:
        raise _not_found(typed, there)
    return found[0]


def _not_found(typed: str, places: Iterable[Country]) -> NotFound:
    """That there is no line of a name, with those of the places that are spelled nearly so."""
    lines = (line for place in places for line in (*place.lines, *place.for_topics))
    names = {_bare(line.get("name")): line.get("name") for line in lines}
    near = get_close_matches(_bare(typed), names)
    if near:
        return NotFound("helpline.misspelled", text=typed, meant=listed_with_or(names[each] for each in near))
    return NotFound("helpline.unknown", text=typed)


def _matching(wanted: str, places: Iterable[Country]) -> list[tuple[str, str]]:
    """The country and the name of each line with a name or number; without any, of each whose name begins so."""
    lines = [(place.code, line) for place in places for line in (*place.lines, *place.for_topics)]
    same = [(code, line) for code, line in lines if wanted in _names(line)]
    begin = [(code, line) for code, line in lines if wanted and _bare(line.get("name")).startswith(wanted)]
    return [(code, line.get("name")) for code, line in same or begin]


def _listed(journal: Journal, country: Country, topic: LineTopic | None = None) -> ListedCountry:
    card = card_of(0, journal.settings, (), marks=journal.helpline_marks)
    hidden = {name for code, name in card.hidden if code == country.code}
    card.hidden = []
    card.topics = [topic.value] if topic else card.topics
    topics, listens_to_all = _topics(country), bool(country.lines)
    mark(country, card)
    if topic:
        country.lines = [line for line in country.lines if is_for_any(line, [topic.value])]
    put_open_first(country, now_for_card(journal, journal.clock.now()))
    lines = [_line(country.code, line, hidden) for line in country.lines]
    return ListedCountry(
        country.code,
        country.name,
        country.emergency,
        sentences_beside(country),
        police_sentence(country),
        emergency_shape(country),
        _sources(country.code),
        tuple(sorted(lines, key=lambda line: line.hidden)),
        next_opening(suitable([line for line in country.lines if line.get("name") not in hidden])),
        topics,
        listens_to_all,
    )


def _topics(country: Country) -> tuple[LineTopic, ...]:
    """What a country has lines for."""
    lines = (*country.lines, *country.for_topics)
    return tuple(topic for topic in LineTopic if any(is_for_any(line, [topic.value]) for line in lines))


def _line(code: str, line: Line, hidden: set[str]) -> ListedLine:
    return ListedLine(
        country=code,
        name=line.get("name"),
        phones=tuple(line.all("phone")),
        writing=tuple(written(line)),
        sms=line.get("sms"),
        sms_text=line.get("sms_text"),
        whatsapp=line.get("whatsapp"),
        chat=line.get("chat"),
        hours=line.get("hours"),
        cost=line.get("cost"),
        languages=tuple(line.all("languages")),
        speaks=line.get("speaks"),
        checked=line.get("checked"),
        confirmed=confirmed(line),
        by_you=bool(line.get("yours")),
        one_source=bool(line.get("sources")),
        stale=bool(line.get("stale")),
        hidden=line.get("name") in hidden,
        topics=tuple(line.all("for")),
        audience=line.get("audience") or "all",
        is_written=can_write(line),
        sends_help=line.get("sends_help") or "unknown",
        sources=_sources(line.get("line")),
        open_now=line.open_now,
        opening=closed(line) or (helplines_words.OPEN_NOW if line.within_hours else ""),
    )


def _sources(key: str) -> tuple[str, ...]:
    """Where a number comes from, by the code of its country or the id of its line."""
    return tuple(filter(None, find("sources", key).split("\t")))


def _short_names() -> dict[str, str]:
    return {name: find("sources", f"={name}") for name in _sources("names")}


def _everywhere() -> list[Country]:
    """All countries that have helplines or numbers."""
    names = (path.name.removesuffix(".txt") for path in files("carelog").joinpath("data", "helplines").iterdir())
    return [country_of(name) for name in sorted(names) if len(name) == 2]


def _emergency_numbers(places: Iterable[Country]) -> Iterable[str]:
    for place in places:
        yield from (place.numbers[key] for key in ("emergency", "also", "ambulance", "police") if key in place.numbers)


def _names(line: Line) -> set[str]:
    return {_bare(each) for each in (line.get("name"), *line.all("phone"), line.get("sms")) if each}


def _bare(text: str) -> str:
    """A name or number without spaces, case and accents."""
    return "".join(plain_letters(text).split())
