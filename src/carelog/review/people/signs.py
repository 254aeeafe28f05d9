"""The person's early warning signs: how many days fit the rule of each, and whether it is time to show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.letters import plain_letters
from carelog.domain.mood import MoodScale, hard_levels
from carelog.domain.sign import Sign
from carelog.domain.sign_rule import DayFacts, Rule, RuleKind, read_rule
from carelog.domain.statistics.descriptive import median
from carelog.domain.text import fold
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, JournalDamaged
from carelog.review.days.belonging import days_with_people
from carelog.review.days.moods import is_both_ends, moods_of
from carelog.review.days.rest_days import Rest, is_settling, rest_in

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.journal import Journal

LOW_DAYS = 7
"""After this many days in a row at the lowest level, or at one end of a two-sided scale, people are named."""


@dataclass(frozen=True, slots=True)
class SignStatus:
    """A sign on a day, with its rule, or None if it cannot be parsed.

    `days` is how many days of its window fit, and `is_true` whether these are enough.
    """

    sign: Sign
    rule: Rule | None
    days: int = 0
    is_true: bool = False

    @property
    def is_about_high_times(self) -> bool:
        """Whether its rule is about a mood or a reading above a limit."""
        return self.rule is not None and self.rule.is_about_high_times


def sign_statuses(journal: Journal, day: date) -> list[SignStatus]:
    """The status of each sign on a day."""
    signs = [(sign, _rule(sign)) for sign in journal.signs]
    rules = [rule for _, rule in signs if rule]
    facts = _facts(journal, rules, _around([rule.window(day) for rule in rules], day), day) if rules else {}
    return [_status(sign, rule, facts, day) for sign, rule in signs]


def signs_to_show(journal: Journal, day: date) -> list[SignStatus]:
    """The signs that are true, were not shown on that day and are not snoozed; none in the week after a return."""
    waiting = [each for each in sign_statuses(journal, day) if each.is_true and _may_be_shown(each.sign, day)]
    period = Period.ending(day, 2 * LOW_DAYS)
    return waiting if waiting and not is_settling(journal, rest_in(journal, period, day), day) else []


def onsets(journal: Journal, sign: Sign, period: Period) -> list[date]:
    """The days of a period on which a sign became true, after a day on which it was not."""
    rule = _rule(sign)
    if rule is None:
        return []
    around = _around([rule.window(period.first), rule.window(period.last)], period.last)
    facts = _facts(journal, [rule], around, period.last)
    true = [day for day in period if rule.comes_true(_within(facts, rule.window(day)), day)]
    return [day for day in true if date.fromordinal(day.toordinal() - 1) not in true]


def is_for_days(journal: Journal, level: int, day: date) -> bool:
    """Whether the median mood of a day and of each of the six days before is this level."""
    period = Period.ending(day, LOW_DAYS)
    moods = moods_of(period, journal.entries.within(period), Rest())
    return all(mood.median == level for mood in moods)


def is_hard_time(journal: Journal, day: date) -> bool:
    """Whether a mood of a day or of the six before is the lowest, or one at an end of a two-sided scale.

    Pages hand out no homework then, and none where entries of these days cannot be read.
    """
    ends = hard_levels(journal.settings.mood.scale)
    try:
        return any(entry.mood in ends for entry in journal.entries.within(Period.ending(day, LOW_DAYS)))
    except JournalDamaged:
        return True


def _rule(sign: Sign) -> Rule | None:
    try:
        return read_rule(sign.rule)
    except InvalidValue:
        return None


def _around(windows: Iterable[Period], day: date) -> Period:
    first = min((window.first for window in windows), default=day)
    return Period(first, day)


def _facts(journal: Journal, rules: Iterable[Rule], period: Period, today: date) -> dict[date, DayFacts]:
    """What is known of each day of a period. Days before the journal began count as days of rest."""
    rest, scale = rest_in(journal, period, today), journal.settings.mood.scale
    entries: dict[date, list[Entry]] = {}
    for entry in journal.entries.within(period):
        entries.setdefault(entry.day, []).append(entry)
    met, kept = days_with_people(journal, period), _kept(journal, rules, period, today)
    return {
        day: replace(
            _noted(day, entries.get(day, []), scale),
            has_contact=day in met,
            kept=kept.get(day, {}),
            resting=day in rest,
        )
        for day in period
    }


def _kept(journal: Journal, rules: Iterable[Rule], period: Period, today: date) -> dict[date, dict[str, bool | None]]:
    if not any(rule.kind is RuleKind.NOT_DONE for rule in rules):
        return {}
    from carelog.review.people.sign_routines import kept_on_days

    return kept_on_days(journal, period, today)


def _noted(day: date, entries: list[Entry], scale: MoodScale) -> DayFacts:
    """What the entries of a day say."""
    readings: dict[str, list[float]] = {}
    for entry in entries:
        for name, reading in entry.readings.items():
            readings.setdefault(fold(name), []).append(reading)
    scores = [entry.mood for entry in entries if entry.mood is not None]
    return DayFacts(
        day,
        has_entry=bool(entries),
        mood=median(scores) if scores else None,
        ends=(min(scores), max(scores)) if is_both_ends(scores, scale) else None,
        tags=frozenset(plain_letters(tag) for entry in entries for tag in entry.tags),
        feelings=frozenset(plain_letters(word) for entry in entries for word in entry.feelings),
        readings={name: median(values) for name, values in readings.items()},
    )


def _status(sign: Sign, rule: Rule | None, facts: Mapping[date, DayFacts], day: date) -> SignStatus:
    if rule is None:
        return SignStatus(sign, None)
    fitting = rule.count(_within(facts, rule.window(day)), day)
    return SignStatus(sign, rule, fitting, fitting >= rule.times)


def _within(facts: Mapping[date, DayFacts], window: Period) -> list[DayFacts]:
    return [facts[day] for day in window if day in facts]


def _may_be_shown(sign: Sign, day: date) -> bool:
    return sign.spoken != day and not sign.rests_on(day)
