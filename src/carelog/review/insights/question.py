"""One thing that was asked about beforehand: a single comparison, so nothing is taken off for having looked at more.

The counts and the range are told also where nothing stands out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.text import fold
from carelog.domain.time.days import ONE_DAY
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.review.insights.comparisons import Lag, compare
from carelog.review.insights.factors import Factor, questionnaire_factors
from carelog.review.insights.findings import Finding, finding_of
from carelog.review.insights.kept_out import without_kept_out
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.names import alike, names_as_shown
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from carelog.domain.time.days import Period
    from carelog.journal import Journal


_FURTHER_BACK = "10y"
"""A longer period to look in than the usual year."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person wants to know: the `name` of anything they noted, its `kind` if it has several, and the lag."""

    name: str
    kind: FactorKind | None = None
    lag: Lag = Lag.SAME_DAY

    def further_back(self) -> str:
        """The command that asks the same of a longer period."""
        later = " --day-after" if self.lag is Lag.DAY_AFTER else ""
        return f"carelog insights {typed(self.name)}{later} --last {_FURTHER_BACK}"


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to a question about a factor, with its counts.

    `days_with` and `days_without` count the days that have a mood or, with a lag of one day, whose day after has one.
    `finding` is None where these are too few. It is None also where a number had fewer than three `different_numbers`
    on them, or mood fewer than three `different_moods`.
    """

    factor: Factor
    lag: Lag
    days_with: int
    days_without: int
    finding: Finding | None = None
    different_numbers: int = 0
    different_moods: int = 0

    @property
    def stands_out(self) -> bool:
        """Whether the difference is clear."""
        return self.finding is not None and self.finding.comparison.is_clear

    @property
    def is_about_doing(self) -> bool:
        """Whether mood is set beside something that was done on the same day."""
        return self.finding is not None and self.finding.comparison.is_about_doing


def answered(
    journal: Journal, period: Period, question: Question, factors: Sequence[Factor], moods: Mapping[date, float]
) -> Asked:
    """The answer to a question, from the factors of a period and the moods of its days.

    Raises NotFound where nothing in the period has that name, AmbiguousName where several kinds of things have it, and
    InvalidValue for what is never compared: what the person keeps out, medicine and what is done as needed, and a night
    with the day after.
    """
    factor = _factor(journal, period, question, [*factors, *questionnaire_factors(journal, period)])
    if factor.same_day_only and question.lag is Lag.DAY_AFTER:
        raise InvalidValue("insights.night-on-its-own-day", name=question.name)
    later = question.lag.value * ONE_DAY
    days = [day for day in factor.known if day + later in moods]
    present = len(days) if factor.is_number else sum(day in factor.present for day in days)
    compared = compare(factor, moods, question.lag)
    finding = finding_of(compared, moods, journal.settings.mood.scale) if compared else None
    return Asked(
        factor,
        question.lag,
        present,
        len(days) - present,
        finding,
        different_numbers=len({factor.readings[day] for day in days if factor.is_number}),
        different_moods=len({moods[day + later] for day in days if factor.is_number}),
    )


def _factor(journal: Journal, period: Period, question: Question, factors: Sequence[Factor]) -> Factor:
    for is_meant in _ways_to_mean(question.name):
        shown = names_as_shown(journal, period, is_meant)
        meant = [each for each in factors if each.name in shown or is_meant(each.name)]
        if not meant and any(map(is_meant, journal.settings.insights_never)):
            raise InvalidValue("insights.kept-out", name=question.name)
        if meant:
            return _the_one(without_kept_out(journal, period, meant, asked=True), question)
        _refuse_medicine(journal, period, shown)
    raise _nothing_of_that_name(question, has_earlier_days=_has_days_before(journal, period.first))


def _has_days_before(journal: Journal, day: date) -> bool:
    first = journal.entries.first_day()
    return first is not None and first < day


def _ways_to_mean(name: str) -> Iterator[Callable[[str], bool]]:
    """Whether a name is the one that was typed, else whether it begins so, each with its accents before without."""
    if alike(name):
        yield lambda each: alike(each, fold) == alike(name, fold)
        yield lambda each: alike(each) == alike(name)
        yield lambda each: alike(each, fold).startswith(alike(name, fold))
        yield lambda each: alike(each).startswith(alike(name))


def _the_one(meant: Sequence[Factor], question: Question) -> Factor:
    if not meant:
        raise InvalidValue("insights.kept-out", name=question.name)
    fitting = [each for each in meant if question.kind in (None, each.kind)]
    if question.name.lstrip().startswith("#"):
        fitting = [each for each in fitting if each.kind is FactorKind.TAG]
    if not fitting:
        raise _nothing_of_that_name(question, has_earlier_days=False)
    if len(fitting) > 1:
        raise _fits_several(question, list(dict.fromkeys(each.kind.value for each in fitting)), len(fitting))
    return fitting[0]


def _nothing_of_that_name(question: Question, *, has_earlier_days: bool) -> NotFound:
    if not has_earlier_days:
        return NotFound("insights.nothing-of-that-name", name=question.name)
    command = question.further_back()
    return NotFound("insights.nothing-of-that-name-in-these-days", name=question.name, command=command)


def _fits_several(question: Question, kinds: Sequence[str], count: int) -> AmbiguousName:
    """The error for several things of these kinds: of one kind they are several names with one beginning."""
    if len(kinds) == 1:
        return AmbiguousName("insights.name-begins-several", name=question.name, count=count)
    option = f"--kind {kinds[0]}"
    return AmbiguousName(
        "insights.name-fits-several", name=question.name, count=count, kinds=listed(kinds), option=option
    )


def _refuse_medicine(journal: Journal, period: Period, shown: frozenset[str]) -> None:
    for routine in journal.routines.with_uncovered():
        if routine.name in shown and (routine.is_medicine or not routine.is_asked_for_in(period)):
            raise InvalidValue("insights.medicine-not-compared")
