"""What of a packet is about people and purpose, in counts; and what went together with mood, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.audience import Section
from carelog.domain.people.activity import ActivityKind, ActivityState
from carelog.domain.time.days import Period
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.insights.factors import Factor, FactorKind
from carelog.review.insights.finding_words import told
from carelog.review.insights.insights import insights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from carelog.journal import Journal

_LOOKED_AT = 90
_SHOWN_WITH = {
    FactorKind.FEELING: Section.FEELINGS,
    FactorKind.TRACKER: Section.TRACKERS,
    FactorKind.ROUTINE: Section.ROUTINES,
    FactorKind.ACTIVITY: Section.BELONGING,
}
"""What may be compared on a page, and the section that has to be on it too; tags and people never are."""


@dataclass(frozen=True, slots=True)
class TogetherPart:
    """What went together with mood on the days from `first` to `last`: sentences with their counts of days.

    `compared` is how many things were looked at; 0 where the days do not carry a comparison.
    """

    first: date
    last: date
    days: int
    compared: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BelongingPart:
    """Days with people and with purpose, of `days`; how often somebody was reached; activities by what became of them.

    `better` is how many were rated above what had been expected.
    """

    days: int
    with_people: int
    with_purpose: int
    reached: int
    done: int
    partly: int
    skipped: int
    better: int


def together_part(journal: Journal, period: Period, contents: frozenset[Section]) -> TogetherPart:
    """What stands out in the 90 days up to the end of a period, or in all of it where it is longer."""
    looked_at = Period(min(period.first, Period.ending(period.last, _LOOKED_AT).first), period.last)

    def shown(factors: Sequence[Factor]) -> Iterator[Factor]:
        return (each for each in factors if _SHOWN_WITH.get(each.kind) in contents and not each.is_person)

    found = insights(journal, looked_at, journal.today, watched=shown)
    sentences = tuple(told(finding, journal.settings.mood) for finding in found.found)
    return TogetherPart(found.period.first, found.period.last, found.days, found.compared, sentences)


def belonging_part(journal: Journal, period: Period) -> BelongingPart:
    """People and purpose in a period, without names."""
    activities = journal.activities.within(period)
    states = [activity.state for activity in activities]
    return BelongingPart(
        len(period),
        len(days_with_people(journal, period)),
        len(days_with(journal, period, ActivityKind.PURPOSE)),
        len(journal.reached.within(period)),
        states.count(ActivityState.DONE),
        states.count(ActivityState.PARTLY),
        states.count(ActivityState.SKIPPED),
        sum((activity.better_by or 0) > 0 for activity in activities if activity.counts),
    )
