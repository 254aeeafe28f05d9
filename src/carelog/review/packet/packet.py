"""The packet: what of a journal goes to someone else, redacted before anything is drawn.

A packet holds text, numbers and days. Private entries, contacts, tags, ids, handles and device names have no place
in it, so no document made of it can give them away; it is made from the journal without its private entries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carelog.domain.audience import SELF, THERAPIST, Audience, Section
from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.domain.routines.pause import DAYS_WITHOUT_USE, quiet_stretches
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Period
from carelog.review.days.rest_days import Rest
from carelog.review.packet.entries import EntryPart, entry_parts
from carelog.review.packet.mood import (
    DaysPart,
    FeelingPart,
    MoodPart,
    TrackerPart,
    days_part,
    feeling_parts,
    mood_part,
    tracker_parts,
)
from carelog.review.packet.routines import Course, MedicinePart, RoutinePart, medicine_part, routine_part
from carelog.review.packet.scores import SafetyPart, ScorePart, safety_part, score_parts
from carelog.review.packet.together import BelongingPart, TogetherPart, belonging_part, together_part

if TYPE_CHECKING:
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal
    from carelog.journal.journal import SharedJournal

_TELLS_A_REST = timedelta(days=DAYS_WITHOUT_USE + 1)


@dataclass(frozen=True, slots=True)
class NotePart:
    """One note in full: when on the day, and the score (None where there is none) and feelings noted with it."""

    time: str
    score: int | None
    word: str
    feelings: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class NotesOfDay:
    """The notes of one day, in their order."""

    day: date
    notes: tuple[NotePart, ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """What goes to someone else. A part is None when it was left out, empty when there was nothing.

    `days_with_entries` of `days` have an entry that may be shown; `paused` were taken off by the person; on `resting`
    ones routines were not due, because of that or of two weeks without use. `left_out` are the sections not there.
    `topics` are what the person wants to talk about, `marked` the entries that these point at, `ask` what they ask for.
    `entries` are every entry one by one, for the person themselves.
    """

    audience: str
    name: str
    first: date
    last: date
    days: int
    days_with_entries: int
    paused: int
    resting: int
    left_out: tuple[str, ...]
    mood: MoodPart | None
    trackers: tuple[TrackerPart, ...] | None
    medicines: tuple[MedicinePart, ...] | None
    routines: tuple[RoutinePart, ...] | None
    rated_days: DaysPart | None
    feelings: tuple[FeelingPart, ...] | None
    notes: tuple[NotesOfDay, ...] | None
    topics: tuple[str, ...] | None = None
    safety: SafetyPart | None = None
    scores: tuple[ScorePart, ...] | None = None
    together: TogetherPart | None = None
    belonging: BelongingPart | None = None
    marked: tuple[NotesOfDay, ...] | None = None
    ask: str = ""
    entries: tuple[EntryPart, ...] | None = None


@dataclass(frozen=True, slots=True)
class StaysHere:
    """How much of the period does not go out. The person is told; the packet does not know it."""

    notes: int
    private_entries: int
    contacts: int
    struck: int = 0


def packet(
    journal: Journal,
    period: Period,
    audience: Audience = THERAPIST,
    *,
    include: Iterable[Section] = (),
    leave_out: Iterable[Section] = (),
    without: Iterable[str] = (),
    ask: str = "",
) -> Packet:
    """What goes to an audience about a period of days, up to and with today.

    `without` are the ids of entries that are left out as if they did not exist. Raises InvalidValue when the audience
    does not get what is to be included, StorageError when the journal cannot be read.
    """
    contents = audience.contents(include, leave_out)
    journal = journal.as_shared(without)
    entries = journal.entries.matching(period)
    words = journal.settings.mood
    trackers = list(journal.trackers) if Section.TRACKERS in contents else []
    courses = _courses(journal, period)

    return Packet(
        audience=audience.key,
        name=audience.named(journal.settings.name) if Section.NAME in contents else "",
        first=period.first,
        last=period.last,
        days=len(period),
        days_with_entries=len({entry.day for entry in entries}),
        paused=courses.paused,
        resting=courses.resting,
        left_out=tuple(section.value for section in Section if section not in contents),
        topics=_topics(journal, period) if Section.TOPICS in contents else None,
        safety=safety_part(journal, period) if Section.SAFETY in contents else None,
        scores=score_parts(journal, period) if Section.SCORES in contents else None,
        mood=mood_part(entries, period, words) if Section.MOOD in contents else None,
        trackers=tracker_parts(entries, period, trackers) if Section.TRACKERS in contents else None,
        medicines=courses.medicines() if Section.MEDICINES in contents else None,
        routines=_routines(journal, courses, contents) if Section.ROUTINES in contents else None,
        together=together_part(journal, period, contents) if Section.TOGETHER in contents else None,
        belonging=belonging_part(journal, period) if Section.BELONGING in contents else None,
        rated_days=_rated_days(entries, words, trackers, contents) if Section.DAYS in contents else None,
        feelings=feeling_parts(entries) if Section.FEELINGS in contents else None,
        marked=_notes(_marked(journal), words, contents) if Section.WORDS in contents else None,
        notes=_notes(entries, words, contents) if Section.NOTES in contents else None,
        ask=clean_line(ask),
        entries=entry_parts(entries, words) if audience.key == SELF.key and _whole(contents) else None,
    )


def stays_here(journal: Journal, shared: Packet, struck: Collection[str] = ()) -> StaysHere:
    """What of the packet's period does not go out, for the person's eyes only."""
    entries = journal.entries.matching(Period(shared.first, shared.last))
    left = [entry for entry in entries if not entry.private and entry.id not in struck]
    return StaysHere(
        notes=0 if shared.notes is not None else sum(bool(entry.note) for entry in left),
        private_entries=sum(entry.private for entry in entries),
        contacts=len(journal.contacts),
        struck=len(struck),
    )


@dataclass(frozen=True, slots=True)
class _Courses:
    period: Period
    rest: Rest
    courses: Sequence[Course]

    @property
    def paused(self) -> int:
        return sum(self.rest.pause_on(day) is not None for day in self.period)

    @property
    def resting(self) -> int:
        started = min((course.routine.started for course in self._habits), default=None)
        return sum(started is not None and day >= started and day in self.rest for day in self.period)

    def medicines(self) -> tuple[MedicinePart, ...]:
        return tuple(medicine_part(course) for course in self.courses if course.routine.is_medicine)

    def habits(self, homework: Collection[str], *, obstacles: bool) -> tuple[RoutinePart, ...]:
        parts = [
            routine_part(course, homework=course.routine.id in homework, obstacles=obstacles) for course in self._habits
        ]
        return tuple(part for part in parts if any((part.counts.due, part.counts.extra, part.began, part.ended)))

    @property
    def _habits(self) -> list[Course]:
        return [course for course in self.courses if not course.routine.is_medicine]


def _whole(contents: frozenset[Section]) -> bool:
    """Whether all that an entry says may be told."""
    return {Section.MOOD, Section.FEELINGS, Section.TRACKERS, Section.NOTES} <= contents


def _topics(journal: Journal, period: Period) -> tuple[str, ...]:
    """What is open, of any day up to the end of the period."""
    return tuple(topic.text for topic in journal.topics.open() if topic.day <= period.last)


def _routines(journal: Journal, courses: _Courses, contents: frozenset[Section]) -> tuple[RoutinePart, ...]:
    homework = {agreement.routine_id for agreement in journal.agreements if agreement.routine_id}
    return courses.habits(homework, obstacles=Section.OBSTACLES in contents)


def _marked(journal: SharedJournal) -> list[Entry]:
    """The entries that the person wants to look at together, as far as they may be shown."""
    wanted = {topic.entry_id for topic in journal.topics.open() if topic.entry_id}
    return journal.entries.among(wanted) if wanted else []


def _courses(journal: Journal, period: Period) -> _Courses:
    routines = [
        routine
        for routine in journal.routines
        if routine.started <= period.last and (routine.archived is None or routine.archived > period.first)
    ]
    near = Period(period.first - _TELLS_A_REST, max(period.last, min(period.last + _TELLS_A_REST, journal.today)))
    needed = [routine.cadence.days_that_count(period.first).first for routine in routines]
    ticks = journal.ticks.within(Period(min(near.first, *needed, near.first), near.last))
    rest = _rest(journal, near, {tick.day for tick in ticks if tick.day in near})
    by_routine: dict[str, dict[date, list[Tick]]] = {routine.id: {} for routine in routines}
    for tick in ticks:
        by_routine.get(tick.routine_id, {}).setdefault(tick.day, []).append(tick)
    courses = [Course(routine, period, by_routine[routine.id], rest, journal.today) for routine in routines]
    return _Courses(period, rest, courses)


def _rest(journal: Journal, near: Period, ticked: set[date]) -> Rest:
    """The rest around a period as entries that may be shown and ticks tell it; the edges stand for use beyond them."""
    used = journal.entries.days(near) | ticked | {near.first}
    return Rest(tuple(journal.pauses), tuple(Period(first, last) for first, last in quiet_stretches(used, near.last)))


def _rated_days(
    entries: Sequence[Entry], words: MoodWords, trackers: Sequence[Tracker], contents: frozenset[Section]
) -> DaysPart:
    readings = {fold(tracker.name): tracker for tracker in trackers}
    feelings, quotes = Section.FEELINGS in contents, Section.WORDS in contents
    return days_part(entries, words, feelings=feelings, readings=readings, notes=quotes)


def _notes(entries: Sequence[Entry], words: MoodWords, contents: frozenset[Section]) -> tuple[NotesOfDay, ...]:
    days: dict[date, list[NotePart]] = {}
    for entry in entries:
        if entry.note:
            score = entry.mood if Section.MOOD in contents else None
            days.setdefault(entry.day, []).append(
                NotePart(
                    entry.at.clock,
                    score,
                    words.word(score) if score is not None else "",
                    entry.feelings if Section.FEELINGS in contents else (),
                    entry.note,
                )
            )
    return tuple(NotesOfDay(day, tuple(days[day])) for day in sorted(days))
