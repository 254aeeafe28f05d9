"""The emergency number and the helplines of a country, from the package's data, for pages other than the card."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.crisis.country import places
from carelog.crisis.lines import country as country_of
from carelog.crisis.marks import mark
from carelog.crisis.page import police_sentence, sentences_beside
from carelog.journal.card.card import card_of
from carelog.wording.people import helplines as helplines_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.crisis.lines import Country, Line
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Helpline:
    """A helpline exactly as its sources print it: nothing is combined or reformatted.

    `hours`, `text` (how to reach it without speaking) and `speaks` (languages) are empty where no source confirms them;
    `checked` is the month of the newest source, such as 2026-06.
    """

    name: str
    number: str
    hours: str
    text: str
    speaks: str
    checked: str


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """A country's name, its emergency number (empty where none is confirmed) and its lines, in the order of the card.

    `beside` are the card's sentences about other numbers: the ambulance, the police, how to call without a voice.
    `police_only` is the one about the police where theirs is the only number; it belongs below the lines.
    """

    code: str
    name: str
    emergency: str
    beside: tuple[str, ...]
    police_only: str
    lines: tuple[Helpline, ...]


def help_in(journal: Journal, codes: Iterable[str]) -> list[CountryHelp]:
    """The help in countries, by their ISO 3166 codes, in the order given.

    Lines are in the order of the card: first those in the person's languages, without those that the person hid.
    """
    found, card = list(map(country_of, codes)), card_of(0, journal.settings, (), marks=journal.helpline_marks)
    for country in found:
        mark(country, card)
    return list(map(_country_help, found))


def help_here(journal: Journal) -> tuple[list[CountryHelp], bool]:
    """The help in the countries of the crisis card, and whether the countries are guessed and not from the settings."""
    found = places("", list(journal.settings.country), os.environ)
    return help_in(journal, (code for code, _ in found)), any(source != "settings" for _, source in found)


def _country_help(country: Country) -> CountryHelp:
    return CountryHelp(
        country.code,
        country.name,
        country.emergency,
        sentences_beside(country),
        police_sentence(country),
        tuple(map(_helpline, country.lines)),
    )


def _helpline(line: Line) -> Helpline:
    sms, word = line.get("sms"), line.get("sms_text")
    text = helplines_words.word_to_number(word, sms) if sms and word else sms
    return Helpline(
        line.get("name"), line.get("phone"), line.get("hours"), text, line.get("speaks"), line.get("checked")[:7]
    )
