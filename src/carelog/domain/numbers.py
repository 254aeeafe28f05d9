"""Numbers as people type and read them."""

from __future__ import annotations

from carelog.errors import InvalidValue

LARGEST = 1e12
"""No reading of a person's day is larger; above it a number is a slip of the finger."""


def read_number(text: str, what: str) -> float:
    """A finite number, written with a decimal point or a decimal comma.

    Raises InvalidValue, naming `what`, for anything else, also for numbers beyond ±LARGEST.
    """
    number = text.strip().replace(",", ".", 1)
    unsigned = number[1:] if number.startswith(("+", "-")) else number
    if unsigned.replace(".", "", 1).isdecimal() and float(unsigned) <= LARGEST:
        return float(number) + 0.0
    raise InvalidValue(f"{what} needs a number such as 5 or 7.5; “{text}” is not one carelog can use.")


def checked_number(number: float, what: str) -> float:
    """The number itself, and zero without a sign: the file keeps no minus zero, and its checksum would notice.

    Raises InvalidValue, naming `what`, for what is not finite or lies beyond ±LARGEST.
    """
    if not -LARGEST <= number <= LARGEST:
        raise InvalidValue(f"{what} is a number up to {LARGEST:,.0f}; this is not.")
    return number + 0


def show_number(number: float) -> str:
    """The shortest plain form of a number: 5, 7.5, 0.25."""
    shown = f"{number:.10f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
