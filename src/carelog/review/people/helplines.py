"""The emergency number and the helplines of a country, from the package's data, for pages other than the card."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.crisis.country import places
from carelog.crisis.helplines import closed, next_opening, suitable, written
from carelog.crisis.lines import country as country_of
from carelog.crisis.lines import put_open_first
from carelog.crisis.marks import mark
from carelog.crisis.page import police_sentence, sentences_beside
from carelog.journal.card.card import card_of
from carelog.wording.people import helplines as helplines_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.clock import Clock
    from carelog.crisis.lines import Country, Line
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.time.days import Moment
    from carelog.journal import Journal
    from carelog.settings import Settings


@dataclass(frozen=True, slots=True)
class Helpline:
    """A helpline exactly as its sources print it: nothing is combined or reformatted.

    `hours`, `text` (how to reach it without speaking) and `speaks` (languages) are empty where no source confirms them;
    `checked` is the month of the newest source, such as 2026-06. `open_now` is None where nobody asked or knows; a line
    that is `closed` now has a sentence that says when it opens.
    """

    name: str
    number: str
    hours: str
    text: str
    speaks: str
    checked: str
    open_now: bool | None = None
    closed: str = ""
    writing: tuple[str, ...] = ()
    """Every way to reach it without speaking: by text, WhatsApp or a chat."""


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """A country's name, its emergency number (empty where none is confirmed) and its lines, in the order of the card.

    `beside` are the card's sentences about other numbers: the ambulance, the police, how to call without a voice.
    `police_only` is the one about the police where theirs is the only number; it belongs below the lines. `opens` says
    when the next line opens, if every line of the country is closed.
    """

    code: str
    name: str
    emergency: str
    beside: tuple[str, ...]
    police_only: str
    lines: tuple[Helpline, ...]
    opens: str = ""


def help_in(journal: Journal, codes: Iterable[str], now: Moment | None = None) -> list[CountryHelp]:
    """The help in countries, by their ISO 3166 codes, in the order given.

    Lines are in the order of the card: first those in the person's languages, without those that the person hid, and
    behind them those that are closed at the moment `now`; those for young people alone only if the person chose them.
    On paper, which is read at another hour and by others, there is no `now`, and every line stands.
    """
    return _help_in(
        codes, journal.settings, journal.helpline_marks.readable(), now_for_card(journal, now) if now else None
    )


def help_here(journal: Journal, now: Moment | None = None) -> tuple[list[CountryHelp], bool]:
    """The help in the countries of the crisis card, and whether the countries are guessed and not from the settings.

    Closed lines stand last at the moment `now`, None for the present one.
    """
    found, is_guessed = _countries(journal.settings)
    return help_in(journal, found, now or journal.clock.now()), is_guessed


def help_without_journal(settings: Settings, clock: Clock) -> tuple[list[CountryHelp], bool]:
    """What `help_here` returns, where the journal with the person's marks cannot be read."""
    found, is_guessed = _countries(settings)
    return _help_in(found, settings, (), _as_card_counts(clock, clock.now())), is_guessed


def now_for_card(journal: Journal, now: Moment) -> tuple[int, int | None]:
    """A moment as the crisis card counts it; with the offset of the person's clock if that clock stands still."""
    return _as_card_counts(journal.clock, now)


def _countries(settings: Settings) -> tuple[list[str], bool]:
    found = places([], list(settings.country), os.environ)
    return [code for code, _ in found], any(source != "settings" for _, source in found)


def _as_card_counts(clock: Clock, now: Moment) -> tuple[int, int | None]:
    return now.milliseconds // 1000, now.offset if clock.zone else None


def _help_in(
    codes: Iterable[str], settings: Settings, marks: Iterable[HelplineMark], now: tuple[int, int | None] | None
) -> list[CountryHelp]:
    found = list(map(country_of, codes))
    card = card_of(0, settings, (), marks=marks)
    for country in found:
        mark(country, card)
        if now:
            put_open_first(country, now)
            country.lines = suitable(country.lines)
    return list(map(_country_help, found))


def _country_help(country: Country) -> CountryHelp:
    return CountryHelp(
        country.code,
        country.name,
        country.emergency,
        sentences_beside(country),
        police_sentence(country),
        tuple(map(_helpline, country.lines)),
        next_opening(country.lines),
    )


def _helpline(line: Line) -> Helpline:
    sms, word = line.get("sms"), line.get("sms_text")
    text = helplines_words.word_to_number(word, sms) if sms and word else sms
    return Helpline(
        line.get("name"),
        line.get("phone"),
        line.get("hours"),
        text,
        line.get("speaks"),
        line.get("checked")[:7],
        line.open_now,
        closed(line),
        tuple(written(line)),
    )
