"""Format phone numbers for the person's countries: national for the home country, international for others.

Validity and formats come from `phonenumbers`, a port of the library that phones use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import phonenumbers

_LONGEST_SHORT_CODE = 6


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A phone number as it is stored, and whether it is doubtful, that is, not valid in any of the countries."""

    text: str
    doubtful: bool = False


def read_number(text: str, countries: Sequence[str]) -> PhoneNumber:
    """Format a phone number for the person's countries (ISO 3166 codes), of which the first is the home country.

    Nothing is refused: short codes (988, 116 123, 3114), codes with * or #, numbers that are not valid in any of the
    countries, numbers spelled in letters, and national numbers without a country are returned as they were typed.
    """
    given = text.strip()
    if _is_code(given):
        return PhoneNumber(given)
    if not countries and not given.startswith("+"):
        return PhoneNumber(given)
    for country in countries or [""]:
        if formatted := _formatted(given, country, countries):
            return formatted
    return PhoneNumber(given, doubtful=True)


def digits_of(text: str) -> str:
    """The digits of a text, those of other scripts as 0 to 9."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def _is_code(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return "*" in text or "#" in text or (digits <= _LONGEST_SHORT_CODE and not text.startswith("+"))


def _formatted(text: str, country: str, countries: Sequence[str]) -> PhoneNumber | None:
    """The number in its country's format, or None where it is not valid in that country."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country or None, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or _lacks_prefix(text, number):
        return None
    dialled = phonenumbers.national_significant_number(number) + (number.extension or "")
    if not digits_of(text).endswith(dialled):
        return PhoneNumber(text)
    at_home = phonenumbers.region_code_for_number(number) == next(iter(countries), None)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return PhoneNumber(phonenumbers.format_number(number, form))


def _lacks_prefix(text: str, number: phonenumbers.PhoneNumber) -> bool:
    """Whether a national number is written without the prefix that its country dials, such as the 0 of Germany.

    It is more likely a number of another country, (415) 555-2671, than one that somebody forgot a digit of.
    """
    import phonenumbers

    if number.country_code_source != phonenumbers.CountryCodeSource.FROM_DEFAULT_COUNTRY:
        return False
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return len(digits_of(national)) > len(digits_of(text))
