"""Telephone numbers as they are written where the person lives: national at home, international abroad.

What a number is, and how its country writes it, comes from `phonenumbers`, the port of the library phones use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST_SHORT_CODE = 6


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number as it is kept, and whether it is doubtful: no number that any of the countries has."""

    text: str
    doubtful: bool = False


def read_number(text: str, countries: Sequence[str]) -> PhoneNumber:
    """A number that was typed, in the person's countries (ISO 3166 codes), the first of them at home.

    Short codes (988, 116 123, 3114) and codes with * or # stay exactly as they are given; so does a number that is not
    known, and a national one where no country is set: nothing is refused.
    """
    given = text.strip()
    if _is_code(given):
        return PhoneNumber(given)
    if not countries and not given.startswith("+"):
        return PhoneNumber(given)
    for country in countries or [""]:
        if known := _known(given, country, countries):
            return known
    return PhoneNumber(given, doubtful=True)


def _is_code(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return "*" in text or "#" in text or (digits <= _LONGEST_SHORT_CODE and not text.startswith("+"))


def _known(text: str, country: str, countries: Sequence[str]) -> PhoneNumber | None:
    """The number as its country writes it, or None where it is none there."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    at_home = phonenumbers.region_code_for_number(number) == next(iter(countries), None)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return PhoneNumber(phonenumbers.format_number(number, form))
