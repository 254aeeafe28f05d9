"""The page of built-in helplines, and what a person can say about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.wording.days import day_name

if TYPE_CHECKING:
    from datetime import date

NOBODY_DIALLED = (
    "Nobody has dialled these numbers for carelog: they are copied from their sources. When you have checked one: "
    "carelog helplines checked NAME"
)
SEE_SOURCES = "Where each number comes from: carelog helplines --sources"
HIDDEN = "not on your card"
HOURS_UNKNOWN = "hours not confirmed"
NO_COUNTRY = "No country is set, and nothing tells which one you are in. Name one: carelog helplines --country GB"
GUESSED = "The country is a guess. To set it: carelog settings set country {}"
FUTURE = "That day has not come yet."
SOURCES = "Sources: {}"


def country_heading(name: str, emergency: str) -> str:
    """A country, with its emergency number if one is confirmed."""
    return f"{name}: in danger call {emergency}" if emergency else f"{name}: no emergency number is confirmed"


def no_lines(name: str) -> str:
    """A country has no helplines yet."""
    return f"carelog has no lines for {name} yet. Find one: findahelpline.com"


def speaks(languages: str) -> str:
    """The languages of a helpline."""
    return f"In {languages}"


def key(short: str, meaning: str) -> str:
    """The meaning of a short name of a source."""
    return f"{short}: {meaning}"


def word_to_text(word: str, number: str) -> str:
    """The word to text to a helpline, and its number for texts."""
    return _("{word} to {number}").format(word=word, number=number)


def not_a_country(typed: str) -> str:
    """The country code is invalid."""
    return f"“{typed}” is not a country's code. Codes have two letters: GB, or GB,IE."


def in_country(name: str, country: str) -> str:
    """A helpline, and the code of its country."""
    return _("{name} ({country})").format(name=name, country=country)


def hidden(name: str, country: str) -> str:
    """A helpline was taken off the card."""
    return f"{name} ({country}) is off your card. It comes back with: carelog helplines unhide NAME"


def unhidden(name: str, country: str) -> str:
    """A helpline may be on the card again."""
    return f"{name} ({country}) can be on your card again."


def none_left(country: str) -> str:
    """Every helpline of a country is hidden now."""
    return f"No line of {country} is left for your card. The emergency number stays."


def checked(name: str, country: str, day: date) -> str:
    """The person noted that they checked a helpline."""
    return f"Noted: {name} ({country}) checked on {day_name(day)}. Your card shows the newest day."
