"""Numbers that describe one person's days; moods are steps of a ladder, so medians and not means."""

from __future__ import annotations

from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """The middle of the values; between two middle ones, the point half way.

    Raises ValueError without values.
    """
    return quantile(values, 0.5)


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """The values below which a quarter and three quarters of the sorted list lie.

    Raises ValueError without values.
    """
    return quantile(values, 0.25), quantile(values, 0.75)


def quantile(values: Sequence[float], share: float) -> float:
    """The value at a share from 0 to 1 of the sorted list, on the line between neighbours.

    This is definition 7 of Hyndman and Fan (1996), The American Statistician 50:361, which spreadsheets use too.
    Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values")
    ladder = sorted(values)
    place = share * (len(ladder) - 1)
    below = int(place)
    above = min(below + 1, len(ladder) - 1)
    return ladder[below] + (ladder[above] - ladder[below]) * (place - below)
