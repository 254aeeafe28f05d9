"""The parts of a packet about people and purpose, in counts, and about what went together with mood, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.audience import Section
from carelog.domain.people.activity import ActivityKind, ActivityState
from carelog.domain.time.days import Period
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.insights.factors import Factor
from carelog.review.insights.finding_words import finding_sentence, week_remark
from carelog.review.insights.insights import insights
from carelog.review.insights.kinds import FactorKind
from carelog.wording.pages import insights as insights_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from carelog.domain.mood import MoodWords
    from carelog.journal import Journal
    from carelog.review.insights.findings import Finding

_DAYS_LOOKED_AT = 90
_SHOWN_WITH = {
    FactorKind.FEELING: Section.FEELINGS,
    FactorKind.TRACKER: Section.TRACKERS,
    FactorKind.ROUTINE: Section.ROUTINES,
    FactorKind.ACTIVITY: Section.BELONGING,
}
"""The kinds of factors that a page may show, each with the section that it needs; tags and people are never shown."""


@dataclass(frozen=True, slots=True)
class TogetherPart:
    """What went together with mood from `first` to `last`: sentences with counts of days.

    `days` of these have a mood. `compared` is the number of comparisons, 0 where there are too few days for any.
    `on_a_page` are the same sentences for a reader who is not the person; those about feelings, which are part of a
    mood, are apart, in `feelings_on_a_page`. `caution` is the last line where anything that was done is set beside the
    mood of the same day; else it is empty.
    """

    first: date
    last: date
    days: int
    compared: int
    sentences: tuple[str, ...]
    on_a_page: tuple[str, ...]
    feelings_on_a_page: tuple[str, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True)
class BelongingPart:
    """Of the `days` of a period, how many were with people and with purpose, and counts of contacts and activities.

    `reached` is how often the person was in touch with someone. Of the activities that were rated before and after,
    `better` were more pleasant than expected, `as_expected` as much and `worse` less.
    """

    days: int
    with_people: int
    with_purpose: int
    reached: int
    done: int
    partly: int
    skipped: int
    better: int
    as_expected: int
    worse: int

    @property
    def has_any(self) -> bool:
        """Whether any of it was noted."""
        noted = (self.with_people, self.with_purpose, self.reached, self.done, self.partly, self.skipped)
        return any(noted)


def together_part(journal: Journal, period: Period, contents: frozenset[Section]) -> TogetherPart:
    """What went together with mood in a period, or in the 90 days up to its end if it is shorter."""
    looked_at = Period(min(period.first, Period.ending(period.last, _DAYS_LOOKED_AT).first), period.last)

    def shown(factors: Sequence[Factor]) -> Iterator[Factor]:
        return (each for each in factors if _SHOWN_WITH.get(each.kind) in contents and not each.is_person)

    found = insights(journal, looked_at, journal.today, watched=shown)
    words = journal.settings.mood
    return TogetherPart(
        found.period.first,
        found.period.last,
        found.days,
        found.compared + found.compared_feelings,
        tuple(finding_sentence(finding, words) for finding in (*found.found, *found.feelings)),
        tuple(_on_a_page(finding, words) for finding in found.found),
        tuple(_on_a_page(finding, words) for finding in found.feelings),
        insights_words.NOT_WHAT_HELPS if found.compares_doing else "",
    )


def _on_a_page(finding: Finding, words: MoodWords) -> str:
    """A finding for a reader who is not the person, and how days of the week were minded."""
    return f"{finding_sentence(finding, words, for_others=True)} {week_remark(finding)}".rstrip()


def belonging_part(journal: Journal, period: Period) -> BelongingPart:
    """Counts about people and purpose in a period, without names."""
    activities = journal.activities.within(period)
    states = [activity.state for activity in activities]
    differences = [each.better_by for each in activities if each.was_done and each.better_by is not None]
    return BelongingPart(
        len(period),
        len(days_with_people(journal, period)),
        len(days_with(journal, period, ActivityKind.PURPOSE)),
        len(journal.reached.within(period)),
        states.count(ActivityState.DONE),
        states.count(ActivityState.PARTLY),
        states.count(ActivityState.SKIPPED),
        sum(difference > 0 for difference in differences),
        sum(difference == 0 for difference in differences),
        sum(difference < 0 for difference in differences),
    )
