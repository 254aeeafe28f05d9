"""Insights: which factors went together with better days in one journal. They never give a reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.mood import MoodScale
from carelog.domain.statistics.association import DAYS_OVERALL
from carelog.domain.time.days import Period
from carelog.review.days.rest_days import Rest, covers_half, days_asked_for, known_part, rest_in
from carelog.review.insights.comparisons import Comparison, Lag, Strata, compare
from carelog.review.insights.factors import Factor, factors_in
from carelog.review.insights.findings import Finding, finding_of, moods_by_day
from carelog.review.insights.kept_out import without_kept_out
from carelog.review.insights.kinds import Family
from carelog.review.insights.question import Asked, Question, answered
from carelog.review.insights.standing_out import standing_out

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.journal import Journal

DAYS_LOOKED_AT = 365
"""The days that are looked at by default."""


class Ground(Enum):
    """Whether there are enough days for comparisons, and if not, why."""

    NO_MOODS = "no-moods"
    TOO_FEW_DAYS = "too-few-days"
    TOO_MANY_GAPS = "too-many-gaps"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Insights:
    """The findings of a `period`, which begins no earlier than the journal and ends no later than today.

    `days` of it have a mood. `compared` is the number of comparisons that were made, those with the same day and with
    the day after counted apart, and `compared_feelings` that of feelings, which are told apart; `too_few` factors had
    too few days for either, and `weekday_only` come so much on the same days of the week that they cannot be told from
    them. `found` are at most five findings, the most certain first, and `feelings` at most two; `more` and
    `more_feelings` say whether there are others. `compares_doing` says whether anything but feelings and nights was
    set beside the mood of the same day. `people_left_out` says whether factors about people were left out because they
    were not asked for. `is_new` is true of a journal without entries. `asked` is the answer to a question, where one
    was asked beforehand: then nothing else is compared.

    `paused` of the days have no entry because of an announced pause. With too many gaps, `enough_in_last` is in how
    many of the last days there are enough, None where no part of the period is; `ended_on` is its last day where that
    was before today, else None.
    """

    period: Period
    scale: MoodScale
    ground: Ground
    days: int
    compared: int = 0
    found: tuple[Finding, ...] = ()
    more: bool = False
    too_few: int = 0
    people_left_out: bool = False
    is_new: bool = False
    compared_feelings: int = 0
    feelings: tuple[Finding, ...] = ()
    more_feelings: bool = False
    weekday_only: int = 0
    compares_doing: bool = False
    asked: Asked | None = None
    paused: int = 0
    enough_in_last: int | None = None
    ended_on: date | None = None

    @property
    def days_asked_for(self) -> int:
        """The number of days without those of an announced pause that have no entry."""
        return len(self.period) - self.paused


def insights(
    journal: Journal,
    period: Period,
    today: date,
    *,
    people: bool = False,
    question: Question | None = None,
    watched: Callable[[Sequence[Factor]], Iterable[Factor]] = iter,
) -> Insights:
    """Find factors that went together with mood in a period, as known `today`.

    What the person keeps out is never compared, and factors about people only with `people`. A `question` compares
    what it names and nothing else; see `answered` for what it raises. `watched` yields the factors one by one to the
    comparison; it can show progress, or leave factors out.
    """
    scale = journal.settings.mood.scale
    began = journal.entries.first_day()
    period = known_part(period, began, today)
    entries = journal.entries.within(period)
    moods = moods_by_day(entries, scale)
    rest, asks = rest_in(journal, period, today), question is not None
    base = _ground_of(period, entries, moods, rest, scale, today)
    if began is None or (question is None and base.ground is not Ground.ENOUGH):
        return replace(base, is_new=began is None)
    factors = factors_in(journal, period, entries, rest, today, each_routine=asks)
    if question is not None:
        asked = answered(journal, period, question, factors, moods)
        if base.ground is not Ground.ENOUGH:
            asked = replace(asked, finding=None)
        return replace(base, compared=int(asked.finding is not None), compares_doing=asked.is_about_doing, asked=asked)
    compared_at_all = without_kept_out(journal, period, factors)
    asked_for = [each for each in compared_at_all if people or not each.is_person]
    found = _found(watched(asked_for), moods, base)
    return replace(found, people_left_out=len(asked_for) < len(compared_at_all))


def _ground_of(
    period: Period, entries: Sequence[Entry], moods: Mapping[date, float], rest: Rest, scale: MoodScale, today: date
) -> Insights:
    """Whether the days carry a comparison and, with too many gaps, which of the last days would."""
    asked_for = days_asked_for(period, {entry.day for entry in entries}, rest)
    base = Insights(period, scale, _ground(len(moods), len(asked_for)), len(moods), paused=len(period) - len(asked_for))
    if base.ground is not Ground.TOO_MANY_GAPS:
        return base
    ended = period.last if period.last < today else None
    return replace(base, enough_in_last=_enough_in_last(period, moods, asked_for), ended_on=ended)


def _ground(days: int, of: int) -> Ground:
    if not days:
        return Ground.NO_MOODS
    if days < DAYS_OVERALL:
        return Ground.TOO_FEW_DAYS
    return Ground.ENOUGH if covers_half(days, of) else Ground.TOO_MANY_GAPS


def _enough_in_last(period: Period, moods: Container[date], asked_for: Container[date]) -> int | None:
    """The most of the last days of a period that are enough for comparisons, None where no part of it is."""
    days = of = 0
    longest = None
    for number, day in enumerate(reversed(list(period)), start=1):
        days += day in moods
        of += day in asked_for
        if _ground(days, of) is Ground.ENOUGH:
            longest = number
    return longest


def _found(factors: Iterable[Factor], moods: Mapping[date, float], base: Insights) -> Insights:
    compared, too_few, weekday_only = _compared(factors, moods)
    stands_out = standing_out(compared)
    feelings = sum(each.factor.family is Family.FEELINGS for each in compared)
    return replace(
        base,
        compared=len(compared) - feelings,
        found=_told(stands_out.found, moods, base.scale),
        more=stands_out.more,
        too_few=too_few,
        compared_feelings=feelings,
        feelings=_told(stands_out.feelings, moods, base.scale),
        more_feelings=stands_out.more_feelings,
        weekday_only=weekday_only,
        compares_doing=any(each.is_about_doing for each in compared),
    )


def _compared(factors: Iterable[Factor], moods: Mapping[date, float]) -> tuple[list[Comparison], int, int]:
    """All comparisons with enough days, and the numbers of factors with too few and of those that are the weekday."""
    compared: list[Comparison] = []
    too_few = weekday_only = 0
    for factor in factors:
        lags = (Lag.SAME_DAY,) if factor.same_day_only else tuple(Lag)
        enough = [each for lag in lags if (each := compare(factor, moods, lag))]
        separable = [each for each in enough if each.strata is not Strata.INSEPARABLE]
        compared += separable
        too_few += not enough
        weekday_only += bool(enough) and not separable
    return compared, too_few, weekday_only


def _told(found: Iterable[Comparison], moods: Mapping[date, float], scale: MoodScale) -> tuple[Finding, ...]:
    """The findings whose counts go the way of the effect: within days of the week they may go the other way."""
    findings = (finding_of(comparison, moods, scale) for comparison in found)
    return tuple(each for each in findings if each.counts_agree)
