"""The packet: the data of a page for someone else, redacted before any document is made of it.

A packet holds text, numbers and days. It has no fields for contacts, tags, ids, handles and device names, and is made
from the journal without its private entries, so no document made from it can reveal them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.audience import ALLY, SELF, THERAPIST, Audience, Section
from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.domain.statistics.halves import sides
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import InvalidValue
from carelog.review.days.histories import histories
from carelog.review.days.rest_days import Rest
from carelog.review.days.routines import ticks_for
from carelog.review.packet.activities import ActivityPart, activity_parts
from carelog.review.packet.entries import EntryPart, entry_parts
from carelog.review.packet.goals import GoalPart, goal_parts
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
from carelog.review.packet.routines import MedicinePart, RoutineInPeriod, RoutinePart, medicine_part, routine_part
from carelog.review.packet.scores import SafetyPart, ScorePart, safety_part, score_parts
from carelog.review.packet.together import BelongingPart, TogetherPart, belonging_part, together_part

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal
    from carelog.journal.journal import SharedJournal


@dataclass(frozen=True, slots=True)
class NotePart:
    """One full note: its time of day, and the score (or None), its word, and the feelings of the same entry."""

    time: str
    score: int | None
    word: str
    feelings: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class NotesOfDay:
    """The notes of one day, in order of time."""

    day: date
    notes: tuple[NotePart, ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """The data of a page for someone else. A part is None if it was left out, and empty if there is nothing in it.

    `days_with_entries` of the `days` of the period have an entry that may be shown. On `paused` days the person
    announced a pause; on `resting` days routines were not due, because of a pause or of two weeks without use.
    `sections` are the keys of the sections that it has. `is_chosen` says that somebody left out others; `left_out` are
    their keys where the person wants them named, else None. Neither is ever said to an ally. `topics` are what the
    person wants to talk about, `marked` the notes of the entries that topics refer to, and `ask` is what the person
    asks the reader for. `entries` are all entries one by one, on pages for the person themselves only.
    """

    audience: str
    name: str
    first: date
    last: date
    days: int
    days_with_entries: int
    paused: int
    resting: int
    sections: tuple[str, ...]
    is_chosen: bool
    left_out: tuple[str, ...] | None
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
    goals: tuple[GoalPart, ...] | None = None
    together: TogetherPart | None = None
    belonging: BelongingPart | None = None
    activities: tuple[ActivityPart, ...] | None = None
    marked: tuple[NotesOfDay, ...] | None = None
    ask: str = ""
    entries: tuple[EntryPart, ...] | None = None


@dataclass(frozen=True, slots=True)
class StaysHere:
    """How much of the journal is not in a packet, to be shown to the person; it is no part of the packet.

    Counted are the `notes` and `private_entries` of the period, all `contacts`, and the entries that the person
    `struck`.
    """

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
    say_left_out: bool = False,
) -> Packet:
    """Make the packet for an audience about a period, which ends no later than today.

    `without` are the ids of entries that are left out as if they did not exist. With `say_left_out` the sections that
    somebody left out are named. Raises InvalidValue when a section to `include` is not allowed for the audience, and
    when an ally is to hear what was left out; StorageError when the journal cannot be read.
    """
    is_ally = audience.key == ALLY.key
    if say_left_out and is_ally:
        raise InvalidValue("export.ally-hears-nothing-left-out")
    include, leave_out = frozenset(include), frozenset(leave_out)
    contents, left_out = audience.contents(include, leave_out), audience.left_out(include, leave_out)
    journal = journal.as_shared(without)
    entries = journal.entries.matching(period)
    words = journal.settings.mood
    trackers = list(journal.trackers) if Section.TRACKERS in contents else []
    routines = _routines(journal, period)

    return Packet(
        audience=audience.key,
        name=audience.shown_name(journal.settings.name) if Section.NAME in contents else "",
        first=period.first,
        last=period.last,
        days=len(period),
        days_with_entries=len({entry.day for entry in entries}),
        paused=routines.paused,
        resting=routines.resting,
        sections=tuple(section.value for section in Section if section in contents),
        is_chosen=bool(left_out) and not is_ally,
        left_out=tuple(section.value for section in left_out) if say_left_out else None,
        topics=_topics(journal, period) if Section.TOPICS in contents else None,
        safety=_safety(journal, period, contents) if Section.SAFETY in contents else None,
        scores=score_parts(journal, period) if Section.SCORES in contents else None,
        goals=goal_parts(journal, period) if Section.GOALS in contents else None,
        mood=_mood(journal, period, entries) if Section.MOOD in contents else None,
        trackers=_trackers(journal, period, entries, trackers) if Section.TRACKERS in contents else None,
        medicines=routines.medicines() if Section.MEDICINES in contents else None,
        routines=_habits(journal, routines, contents) if Section.ROUTINES in contents else None,
        together=together_part(journal, period, contents) if Section.TOGETHER in contents else None,
        belonging=belonging_part(journal, period) if Section.BELONGING in contents else None,
        activities=activity_parts(journal, period) if Section.ACTIVITIES in contents else None,
        rated_days=_rated_days(entries, words, trackers, contents) if Section.DAYS in contents else None,
        feelings=feeling_parts(entries) if Section.FEELINGS in contents else None,
        marked=_notes(_marked(journal), words, contents) if Section.WORDS in contents else None,
        notes=_notes(entries, words, contents) if Section.NOTES in contents else None,
        ask=clean_line(ask),
        entries=entry_parts(entries, words) if audience.key == SELF.key and _has_full_entries(contents) else None,
    )


def stays_here(journal: Journal, shared: Packet, struck: Collection[str] = ()) -> StaysHere:
    """Count what a packet does not have of the journal. `struck` are the ids of entries that the person struck."""
    entries = journal.entries.matching(Period(shared.first, shared.last))
    shown = [entry for entry in entries if not entry.private and entry.id not in struck]
    return StaysHere(
        notes=0 if shared.notes is not None else sum(bool(entry.note) for entry in shown),
        private_entries=sum(entry.private for entry in entries),
        contacts=len(journal.contacts),
        struck=len(struck),
    )


def _mood(journal: SharedJournal, period: Period, entries: Sequence[Entry]) -> MoodPart:
    """The mood, for which a period under six weeks is compared with entries before it."""
    before, _after = sides(period)
    reaches_back = before.first < period.first
    earlier = journal.entries.matching(Period(before.first, period.first - ONE_DAY)) if reaches_back else ()
    return mood_part(entries, period, journal.settings.mood, _announced(journal), earlier)


def _trackers(
    journal: SharedJournal, period: Period, entries: Sequence[Entry], trackers: Sequence[Tracker]
) -> tuple[TrackerPart, ...]:
    return tracker_parts(entries, period, trackers, _announced(journal))


def _announced(journal: SharedJournal) -> Rest:
    """The announced pauses alone: a long time without use is a gap in what was noted."""
    return Rest(tuple(journal.pauses))


def _routines(journal: Journal, period: Period) -> _RoutinesInPeriod:
    ticks = ticks_for(journal, period)
    routines = [each for each in journal.routines if each.is_in_use_in(period) or ticks.all_of(each)]
    known = histories(journal, routines, period, journal.today)
    found = [RoutineInPeriod(known.of(routine), period, ticks.all_of(routine)) for routine in routines]
    return _RoutinesInPeriod(period, known.rest, found)


@dataclass(frozen=True, slots=True)
class _RoutinesInPeriod:
    """All routines of a period, and its days of rest."""

    period: Period
    rest: Rest
    routines: Sequence[RoutineInPeriod]

    @property
    def paused(self) -> int:
        return sum(self.rest.pause_on(day) is not None for day in self.period)

    @property
    def resting(self) -> int:
        started = min((each.routine.started for each in self._habits), default=None)
        return sum(started is not None and day >= started and day in self.rest for day in self.period)

    def medicines(self) -> tuple[MedicinePart, ...]:
        return tuple(medicine_part(each) for each in self.routines if each.routine.is_medicine)

    def habits(self, homework: Collection[str], *, obstacles: bool) -> tuple[RoutinePart, ...]:
        parts = [routine_part(each, homework=each.routine.id in homework, obstacles=obstacles) for each in self._habits]
        return tuple(part for part in parts if any((part.counts.due, part.counts.extra, part.began, part.ended)))

    @property
    def _habits(self) -> list[RoutineInPeriod]:
        return [each for each in self.routines if not each.routine.is_medicine]


def _topics(journal: Journal, period: Period) -> tuple[str, ...]:
    """The open topics that were noted up to the end of the period."""
    return tuple(topic.text for topic in journal.topics.open() if topic.day <= period.last)


def _safety(journal: Journal, period: Period, contents: frozenset[Section]) -> SafetyPart:
    return safety_part(journal, period, with_earlier=Section.SCORES in contents)


def _habits(journal: Journal, routines: _RoutinesInPeriod, contents: frozenset[Section]) -> tuple[RoutinePart, ...]:
    homework = {agreement.routine_id for agreement in journal.agreements if agreement.routine_id}
    return routines.habits(homework, obstacles=Section.OBSTACLES in contents)


def _rated_days(
    entries: Sequence[Entry], words: MoodWords, trackers: Sequence[Tracker], contents: frozenset[Section]
) -> DaysPart:
    readings = {fold(tracker.name): tracker for tracker in trackers}
    feelings, quotes = Section.FEELINGS in contents, Section.WORDS in contents
    return days_part(entries, words, feelings=feelings, readings=readings, notes=quotes)


def _marked(journal: SharedJournal) -> list[Entry]:
    """The entries that open topics refer to, without private ones."""
    wanted = {topic.entry_id for topic in journal.topics.open() if topic.entry_id}
    return journal.entries.among(wanted) if wanted else []


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


def _has_full_entries(contents: frozenset[Section]) -> bool:
    """Whether a page has all the sections that show parts of an entry."""
    return {Section.MOOD, Section.FEELINGS, Section.TRACKERS, Section.NOTES} <= contents
