"""The life chart: each day's lowest and highest mood beside sleep, function, medicines and what else a person tracks.

The columns follow the prospective life chart of the US National Institute of Mental Health (Leverich and Post): mood by
both ends of the day, how much it got in the way, hours slept, medicines, events. The layout is carelog's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

from carelog.domain.audience import THERAPIST, Section
from carelog.domain.mood import MoodScale
from carelog.domain.routines.due import DueDay
from carelog.domain.routines.routine import NO_TICKS
from carelog.domain.text import clean_line
from carelog.domain.time.days import Period
from carelog.domain.tracker import About
from carelog.review.days.histories import histories
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.journal import Journal

_ORDER = (About.FUNCTION, About.NIGHT, About.IRRITABILITY, About.ANXIETY, About.CYCLE)
"""The scales in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many times medicines were noted as taken on a day, of those they were due.

    `more` times were beyond what was due, and `as_needed` those of medicines that were taken as needed on that day.
    """

    taken: int
    due: int
    more: int = 0
    as_needed: int = 0

    @property
    def extra(self) -> int:
        """How many times medicines were taken without being due."""
        return self.more + self.as_needed


@dataclass(frozen=True, slots=True)
class LifeDay:
    """A day: its lowest and highest score (None without one), a reading for each scale or None, and words.

    `medicines` is None where nothing was noted of any that were due or taken. `words` are feelings and, where asked
    for, activities and notes.
    """

    day: date
    lowest: int | None
    highest: int | None
    readings: tuple[float | None, ...]
    medicines: Taken | None
    words: tuple[str, ...]

    @property
    def is_noted(self) -> bool:
        """Whether anything stands on that day."""
        has_reading = any(reading is not None for reading in self.readings)
        return self.lowest is not None or has_reading or self.medicines is not None or bool(self.words)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale that is on the chart, in the person's words, with its unit and what it is about."""

    name: str
    unit: str
    about: About


@dataclass(frozen=True, slots=True)
class LifeMonth:
    """A calendar month, or the part of one that was asked for."""

    days: tuple[LifeDay, ...]

    @property
    def first(self) -> date:
        """Its first day."""
        return self.days[0].day


@dataclass(frozen=True, slots=True)
class LifeChart:
    """The months of a period that have something on them, and the scales that stand beside the mood.

    Nothing stands on it of what was left out: without `has_mood` no end of a day, without `has_words` no words, and
    without `has_own_words` none but feelings.
    """

    period: Period
    scales: tuple[Scale, ...]
    months: tuple[LifeMonth, ...]
    has_mood: bool
    has_medicines: bool
    has_words: bool
    has_own_words: bool
    two_sided: bool
    moods: tuple[str, ...]
    name: str = ""


def life_chart(
    journal: Journal,
    period: Period,
    sections: Collection[Section] = THERAPIST.sections,
    *,
    without: Iterable[str] = (),
    name: str = "",
) -> LifeChart:
    """The life chart of a period, made without private entries and those whose ids are in `without`.

    Of the `sections` it can have mood, trackers, medicines, feelings, and with words the beginning of notes and the
    activities, where they are among the sections too; such words may hold names. It begins on the first day on which
    something is noted. Raises StorageError where the journal cannot be read.
    """
    shared = journal.as_shared(without)
    entries = shared.entries.within(period)
    found = list(daily_readings(shared, entries)) if Section.TRACKERS in sections else []
    readings = [(tracker, about, days) for about in _ORDER for tracker, days in found if tracker.about is about]
    medicines = _medicines(shared, period) if Section.MEDICINES in sections else {}
    words = _words(shared, entries, period, sections)
    rated = moods_of(period, entries if Section.MOOD in sections else (), Rest())
    by_scale = [by_day for *_, by_day in readings]
    days = [_life_day(each, by_scale, medicines.get(each.day), words.get(each.day, ())) for each in rated]
    moods = journal.settings.mood
    return LifeChart(
        period,
        tuple(Scale(tracker.name, tracker.unit, about) for tracker, about, _ in readings),
        tuple(_months(days)),
        Section.MOOD in sections,
        bool(medicines),
        bool({Section.FEELINGS, Section.WORDS} & set(sections)),
        Section.WORDS in sections,
        moods.scale is MoodScale.TWO_SIDED,
        moods.words,
        name,
    )


def _life_day(
    mood: DayMood, by_scale: Iterable[Mapping[date, float]], medicines: Taken | None, words: tuple[str, ...]
) -> LifeDay:
    readings = tuple(readings.get(mood.day) for readings in by_scale)
    return LifeDay(mood.day, mood.lowest, mood.highest, readings, medicines, words)


def _months(days: Iterable[LifeDay]) -> Iterator[LifeMonth]:
    """The months that have something on them, from the first day that does."""
    known = dropwhile(lambda day: not day.is_noted, days)
    for _, of_month in groupby(known, key=lambda day: (day.day.year, day.day.month)):
        month = LifeMonth(tuple(of_month))
        if any(day.is_noted for day in month.days):
            yield month


def _medicines(journal: Journal, period: Period) -> dict[date, Taken]:
    """What was due and noted of all medicines, by day; a day without any tick is unknown and left out.

    What can still be taken today is not due yet.
    """
    routines = [routine for routine in journal.routines if routine.is_medicine]
    found: dict[date, Taken] = {}
    if not routines:
        return found
    of_routines = histories(journal, routines, period, journal.today)
    known = [of_routines.of(routine) for routine in routines]
    due = [{each.day: each for each in history.due_days(period)} for history in known]
    for day in period:
        noted = [history.noted.get(day, NO_TICKS) for history in known]
        if not any(each.times or each.skipped for each in noted):
            continue
        asked = [each.get(day, DueDay(day)) for each in due]
        kept, times = sum(each.kept for each in asked), sum(each.times for each in noted)
        both = zip(routines, noted, strict=True)
        as_needed = sum(counts.times for routine, counts in both if routine.is_as_needed_on(day))
        taken = Taken(kept, sum(each.due for each in asked), times - kept - as_needed, as_needed)
        if taken.due or taken.extra:
            found[day] = taken
    return found


def _words(
    journal: Journal, entries: Iterable[Entry], period: Period, sections: Collection[Section]
) -> Mapping[date, tuple[str, ...]]:
    found: dict[date, dict[str, None]] = {}
    own_words = Section.WORDS in sections
    if own_words and Section.ACTIVITIES in sections:
        for activity in journal.activities.within(period):
            if activity.day and activity.was_done:
                found.setdefault(activity.day, {})[activity.text] = None
    for entry in entries:
        of_day = found.setdefault(entry.day, {})
        if Section.FEELINGS in sections:
            of_day |= dict.fromkeys(entry.feelings)
        if own_words and entry.note:
            of_day[clean_line(entry.note)] = None
    return {day: tuple(words) for day, words in found.items() if words}
