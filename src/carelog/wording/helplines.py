"""The built-in helplines, looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence
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
EMERGENCY_STAYS = "The emergency number stays on your card: it cannot be hidden, and nobody should dial it as a test."
FUTURE = "That day has not come yet."
SOURCES = "Sources: {}"


def country_heading(name: str, emergency: str) -> str:
    """A country, and the number to call in danger where one is confirmed."""
    return f"{name}: in danger call {emergency}" if emergency else f"{name}: no emergency number is confirmed"


def no_lines(name: str) -> str:
    """There are no lines for a country yet."""
    return f"carelog has no lines for {name} yet. Find one: findahelpline.com"


def speaks(languages: str) -> str:
    """In which languages a line speaks."""
    return f"In {languages}"


def key(short: str, meaning: str) -> str:
    """What a short name of a source stands for."""
    return f"{short}: {meaning}"


def not_a_country(typed: str) -> str:
    """What was typed is no country code."""
    return f"“{typed}” is not a country's code. Codes have two letters: GB, or GB,IE."


def several(typed: str, lines: Sequence[tuple[str, str]]) -> str:
    """A name fits several lines."""
    named = ", ".join(f"{name} ({country})" for name, country in lines)
    return f"“{typed}” fits {len(lines)} lines: {named}. Use the whole name, or --country."


def no_line(typed: str) -> str:
    """A name fits no line."""
    return f"There is no line called “{typed}”. “carelog helplines --country GB” lists those of a country."


def hidden(name: str, country: str) -> str:
    """A line leaves the card."""
    return f"{name} ({country}) is off your card. It comes back with: carelog helplines unhide NAME"


def unhidden(name: str, country: str) -> str:
    """A line is on the card again."""
    return f"{name} ({country}) can be on your card again."


def none_left(country: str) -> str:
    """Every line of a country is hidden."""
    return f"No line of {country} is left for your card. The emergency number stays."


def checked(name: str, country: str, day: date) -> str:
    """The person checked a number."""
    return f"Noted: {name} ({country}) checked on {day_name(day)}. Your card shows the newest day."
