"""Numbers in words and in figures."""

from __future__ import annotations

from carelog.domain.numbers import show_number
from carelog.language import gettext as _
from carelog.language import in_figures


def figures(number: float) -> str:
    """A number without trailing zeros, such as 5 and 7.5; to be read, and not to be typed."""
    return in_figures(show_number(number))


def grouped(count: float) -> str:
    """A large number with its thousands set apart and no decimals, such as 12,400."""
    return in_figures(f"{count:,.0f}")


def tenths(number: float) -> str:
    """A number with one decimal, such as 0.4 and 1.0."""
    return in_figures(f"{number:.1f}")


def amount(number: float, unit: str) -> str:
    """A number with its unit, such as 7.5 h; a number alone where there is no unit."""
    shown = figures(number)
    return _("{number} {unit}").format(number=shown, unit=unit) if unit else shown


def counted_as(number: float) -> int:
    """The whole number whose plural a number takes: its own, and 2 for one with decimals, such as 2.5 doses."""
    return int(number) if number == int(number) else 2


def part_of(part: object, whole: object) -> str:
    """A part of a whole, such as 3 of 7."""
    return _("{part} of {whole}").format(part=part, whole=whole)


def number_range(low: float, high: float) -> str:
    """A range of numbers, such as 4.5 to 6.75; a single number where both ends are equal."""
    if low == high:
        return figures(low)
    return _("{low} to {high}").format(low=figures(low), high=figures(high))
