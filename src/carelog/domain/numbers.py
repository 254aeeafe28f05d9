"""Numbers: parsed from what people type, checked, and formatted for reading."""

from __future__ import annotations

from carelog.errors import InvalidValue

LARGEST = 1e12
"""The largest number that is accepted; no reading of a person's day is larger, so it would be a typing error."""


def read_number(text: str, field: str, **values: object) -> float:
    """Parse a finite number with a decimal point or a decimal comma.

    Raises InvalidValue with the sentence of `field`, such as `routine.target`, and `-not-a-number` for anything else,
    also for numbers beyond ±LARGEST. `values` fill slots of that sentence beside `text`.
    """
    number = text.strip().replace(",", ".", 1)
    unsigned = number[1:] if number.startswith(("+", "-")) else number
    if unsigned.replace(".", "", 1).isdecimal() and float(unsigned) <= LARGEST:
        return float(number) + 0.0
    raise InvalidValue(f"{field}-not-a-number", text=text, **values)


def checked_number(number: float, field: str) -> float:
    """Return a number unchanged, except that minus zero becomes zero.

    SQLite stores no minus zero, so the checksum of its row would not match. Raises InvalidValue with the sentence of
    `field` and `-too-large` for a number that is not finite or lies beyond ±LARGEST.
    """
    if not -LARGEST <= number <= LARGEST:
        raise InvalidValue(f"{field}-too-large", largest=LARGEST)
    return number + 0


def show_number(number: float) -> str:
    """A number without trailing zeros, to ten decimal places: 5, 7.5, 0.25."""
    shown = f"{number:.10f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def to_hundredths(number: float) -> float:
    """A number to two decimal places; one next to 0 keeps its side of it."""
    shown = round(number, 2)
    return shown if shown or not number else 0.01 if number > 0 else -0.01


def rounded(number: float | None) -> float | None:
    """An estimate for programs, to six decimal places, so that a range up to the end of its scale ends there."""
    return None if number is None else round(number, 6) + 0.0
