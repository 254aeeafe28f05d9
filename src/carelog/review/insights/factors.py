"""Factors that may go together with mood: feelings, tags, readings, routines, activities and people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.people.activity import ActivityKind
from carelog.domain.people.contact import Contact, Role
from carelog.domain.routines.due import RoutineHistory
from carelog.domain.routines.routine import Routine
from carelog.domain.text import fold
from carelog.domain.time.days import Period
from carelog.domain.tracker import About
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.days.histories import histories
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest
from carelog.review.days.scores import all_scores
from carelog.review.insights.kinds import FactorKind, Family
from carelog.wording.people import activities as activities_words

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal

_NO_PERSON = (Role.GROUP, Role.SERVICE)


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that days have or do not have, or a number that they have.

    `known` are the days, in order, of which it is known whether they had it, and `present` those that did. A tracker or
    a questionnaire has `readings` by day, in `unit`, instead. `is_person` marks factors that are about people. A factor
    that is `same_day_only` is not compared with the mood of the day after.
    """

    kind: FactorKind
    name: str
    known: Sequence[date]
    present: AbstractSet[date] = frozenset()
    readings: Mapping[date, float] = field(default_factory=dict)
    unit: str = ""
    is_person: bool = False
    same_day_only: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a number, and not merely present or absent."""
        return self.kind in (FactorKind.TRACKER, FactorKind.QUESTIONNAIRE)

    @property
    def family(self) -> Family:
        """What it is corrected together with."""
        return Family.FEELINGS if self.kind is FactorKind.FEELING else Family.THINGS


def factors_in(
    journal: Journal, period: Period, entries: Sequence[Entry], rest: Rest, today: date, *, each_routine: bool = False
) -> list[Factor]:
    """The factors of a period; its entries are given in the order of time.

    With `each_routine` a routine that is done with somebody is a factor of its own, beside the one about that person.

    Whether `today` is without something is not known before it is over, so today has readings only. Medicine is left
    out: its effect shows over weeks, and is for the person and their prescriber to judge.
    """
    over = sorted({entry.day for entry in entries if entry.day < today})
    contacts = list(journal.contacts)
    named = {name for contact in contacts for name in _names(contact)}
    return [
        *_words(FactorKind.FEELING, entries, over, lambda entry: entry.feelings, frozenset()),
        *_words(FactorKind.TAG, entries, over, lambda entry: entry.tags, named),
        *_trackers(journal, entries, journal.trackers.with_uncovered() if each_routine else journal.trackers),
        *_routines(
            journal,
            period,
            over,
            rest,
            today,
            {contact.id: contact.name for contact in contacts},
            each_routine=each_routine,
        ),
        *_activities(journal, period, over),
    ]


def questionnaire_factors(journal: Journal, period: Period) -> Iterator[Factor]:
    """A factor for each questionnaire with a total in a period; of two totals on a day the later one counts.

    They are not among `factors_in`: a questionnaire asks about mood, and is compared with it only when asked for.
    """
    for scores in all_scores(journal):
        totals = scores.within(period).totals
        readings = {score.answered.day: float(score.total) for score in totals if score.total is not None}
        if readings:
            name = scores.questionnaire.name
            yield Factor(FactorKind.QUESTIONNAIRE, name, sorted(readings), readings=readings)


def _names(contact: Contact) -> Iterator[str]:
    """The folded tags that mean a contact: what they are called, the whole name and, of a person, its first word."""
    yield from map(fold, filter(None, (contact.called, contact.name)))
    if contact.role not in _NO_PERSON:
        yield fold(contact.name.split(maxsplit=1)[0])


def _words(
    kind: FactorKind,
    entries: Iterable[Entry],
    over: Sequence[date],
    words_of: Callable[[Entry], Iterable[str]],
    people: AbstractSet[str],
) -> Iterator[Factor]:
    """A factor for each feeling or tag, known from the first day it was used: before, its absence says nothing.

    A word that is in private entries only is left out, because a page would show it.
    """
    present: dict[str, set[date]] = {}
    shown: dict[str, str] = {}
    for entry in entries:
        for word in words_of(entry):
            key = fold(word)
            present.setdefault(key, set()).add(entry.day)
            if not entry.private:
                shown[key] = word
    for key, word in sorted(shown.items()):
        first = min(present[key])
        known = over[bisect_left(over, first) :]
        yield Factor(kind, word, known, present[key].intersection(known), is_person=key in people)


def _trackers(journal: Journal, entries: Iterable[Entry], trackers: Iterable[Tracker]) -> Iterator[Factor]:
    """A factor for each tracker. A night is noted on the day of waking, so it is compared with that day only."""
    for tracker, readings in daily_readings(journal, entries, trackers):
        night = tracker.about is About.NIGHT
        known = sorted(readings)
        yield Factor(FactorKind.TRACKER, tracker.name, known, readings=readings, unit=tracker.unit, same_day_only=night)


def _routines(
    journal: Journal,
    period: Period,
    over: Sequence[date],
    rest: Rest,
    today: date,
    people: Mapping[str, str],
    *,
    each_routine: bool,
) -> Iterator[Factor]:
    """A factor for each routine, known on days on which it was due and the journal was used.

    All routines that are done with the same contact are one factor about that person.
    """
    there = journal.routines.with_uncovered() if each_routine else journal.routines
    routines = [each for each in there if _is_compared(each, period)]
    read = histories(journal, routines, period, today)
    known = [(routine, read.of(routine)) for routine in routines]
    used = {*over, *(day for _, history in known for day in history.noted if day in period)}
    days = [day for day in sorted(used) if day < today and day not in rest]
    together: dict[str, dict[date, bool]] = {}
    for routine, history in known:
        kept = _kept(history, period, days)
        with_somebody = routine.contact_id is not None and routine.contact_id in people
        if each_routine or not with_somebody:
            yield _routine(FactorKind.ROUTINE, routine.name, kept)
        if routine.contact_id is not None and with_somebody:
            shared = together.setdefault(routine.contact_id, {})
            shared.update({day: shared.get(day, False) or done for day, done in kept.items()})
    for contact_id, kept in together.items():
        yield _routine(FactorKind.PERSON, people[contact_id], kept)


def _is_compared(routine: Routine, period: Period) -> bool:
    return routine.is_asked_for_in(period) and routine.is_in_use_in(period) and not routine.is_medicine


def _kept(history: RoutineHistory, period: Period, days: Iterable[date]) -> dict[date, bool]:
    """Whether a routine was kept, small versions included, for each of the days on which it could have been.

    A routine without fixed days is missed of a week and not of a day, so a day without it is one that asked for it.
    """
    due = {each.day: each for each in history.due_days(period)}
    kept = {day for day, each in due.items() if each.kept}
    return {day: day in kept for day in days if day in kept or history.asked_on(day)}


def _routine(kind: FactorKind, name: str, kept: Mapping[date, bool]) -> Factor:
    present = {day for day, done in kept.items() if done}
    return Factor(kind, name, sorted(kept), present, is_person=kind is FactorKind.PERSON)


def _activities(journal: Journal, period: Period, over: Sequence[date]) -> Iterator[Factor]:
    """A factor for each kind of activity, known from the first day with one. Connection covers all days with people."""
    for kind in ActivityKind:
        people = kind is ActivityKind.CONNECTION
        days = days_with_people(journal, period) if people else days_with(journal, period, kind)
        if days:
            known = over[bisect_left(over, min(days)) :]
            name = activities_words.KIND_NAMES[kind]
            yield Factor(FactorKind.ACTIVITY, name, known, days.intersection(known), is_person=people)
