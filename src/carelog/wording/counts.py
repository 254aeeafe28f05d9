"""Numbers in words and in figures."""

from __future__ import annotations

from carelog.domain.numbers import show_number
from carelog.language import gettext as _


def grouped(count: float) -> str:
    """A large number with its thousands set apart and no decimals, such as 12,400."""
    return f"{count:,.0f}"


def tenths(number: float) -> str:
    """A number with one decimal, such as 0.4 and 1.0."""
    return f"{number:.1f}"


def amount(number: float, unit: str) -> str:
    """A number with its unit, such as 7.5 h; a number alone where there is no unit."""
    shown = show_number(number)
    return _("{number} {unit}").format(number=shown, unit=unit) if unit else shown


def part_of(part: object, whole: object) -> str:
    """A part of a whole, such as 3 of 7."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def number_range(low: float, high: float) -> str:
    """A range of numbers, such as 4.5 to 6.75; a single number where both ends are equal."""
    if low == high:
        return show_number(low)
    return _("{low} to {high}").format(low=show_number(low), high=show_number(high))
