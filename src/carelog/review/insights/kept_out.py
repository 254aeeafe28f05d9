"""What is never compared with mood or with a rating, because the person keeps it out. Every comparison asks here.

A habit that harms may be followed by an hour of relief. A page that counts better days with it is an argument for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.spoken_name import speaks_of
from carelog.review.insights.names import alike, names_as_shown
from carelog.review.people.standing_in import names_away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelog.domain.time.days import Period
    from carelog.journal import Journal
    from carelog.review.insights.factors import Factor


def is_kept_out_of(journal: Journal) -> Callable[[str], bool]:
    """Whether a name, as it is stored, is in the setting `insights.never`."""
    never = frozenset(map(alike, journal.settings.insights_never))
    return lambda name: bool(never) and alike(name) in never


def without_kept_out(
    journal: Journal, period: Period, factors: Iterable[Factor], *, asked: bool = False
) -> list[Factor]:
    """The factors that may be compared: without those in the setting `insights.never` and, where nobody `asked` about
    them, without the names of people who were put away.
    """
    is_kept_out, away = is_kept_out_of(journal), frozenset[str]() if asked else names_away(journal)
    if not (journal.settings.insights_never or away):
        return list(factors)
    kept_out = names_as_shown(journal, period, lambda name: is_kept_out(name) or speaks_of(name, away))
    return [each for each in factors if each.name not in kept_out]
