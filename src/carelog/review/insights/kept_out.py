"""What is never compared with mood or with a rating, because the person keeps it out. Every comparison asks here.

A habit that harms may be followed by an hour of relief. A page that counts better days with it is an argument for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.review.insights.names import alike, names_as_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelog.domain.time.days import Period
    from carelog.journal import Journal
    from carelog.review.insights.factors import Factor


def is_kept_out_of(journal: Journal) -> Callable[[str], bool]:
    """Whether a name, as it is stored, is in the setting `insights.never`."""
    never = frozenset(map(alike, journal.settings.insights_never))
    return lambda name: bool(never) and alike(name) in never


def without_kept_out(journal: Journal, period: Period, factors: Iterable[Factor]) -> list[Factor]:
    """The factors that may be compared: those whose names are not in the setting `insights.never`."""
    if not journal.settings.insights_never:
        return list(factors)
    kept_out = names_as_shown(journal, period, is_kept_out_of(journal))
    return [each for each in factors if each.name not in kept_out]
