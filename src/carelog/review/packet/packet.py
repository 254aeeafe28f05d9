"""The packet: the data of a page for someone else, redacted before any document is made of it.

A packet holds text, numbers and days. It has no fields for contacts, tags, ids, handles and device names, and is made
from the journal without its private entries, so no document made from it can reveal them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.audience import ALLY, SELF, THERAPIST, Audience, Section
from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.domain.statistics.halves import sides
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import InvalidValue
from carelog.review.days.rest_days import Rest
from carelog.review.insights.kept_out import is_kept_out_of
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
from carelog.review.packet.notes import NotesOfDay, notes_by_day
from carelog.review.packet.routines import MedicinePart, RoutinePart, RoutinesInPeriod, routines_in
from carelog.review.packet.scores import SafetyPart, ScorePart, answered_scores, safety_part, score_parts
from carelog.review.packet.together import BelongingPart, TogetherPart, belonging_part, together_part

if TYPE_CHECKING:
    from carelog.domain.people.topic import Topic
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal
    from carelog.journal.journal import SharedJournal
    from carelog.review.days.scores import Scores


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

    @property
    def has_moods(self) -> bool:
        """Whether the page has a mood: it was not left out, and one was noted."""
        return self.mood is not None and self.mood.whole.numbers.days > 0


@dataclass(frozen=True, slots=True)
class StaysHere:
    """How much of the journal is not in a packet, to be shown to the person; it is no part of the packet.

    Counted are the `notes` of the period of which no word is quoted, its `private_entries`, all `contacts`, and the
    entries that the person `struck`.
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
    if say_left_out and audience.key == ALLY.key:
        raise InvalidValue("export.ally-hears-nothing-left-out")
    include, leave_out = frozenset(include), frozenset(leave_out)
    contents, left_out = audience.contents(include, leave_out), audience.left_out(include, leave_out)
    made = _packet_of(_source(journal.as_shared(without), period, audience, contents))
    return replace(
        made,
        is_chosen=bool(left_out) and audience.key != ALLY.key,
        left_out=tuple(section.value for section in left_out) if say_left_out else None,
        ask=clean_line(ask),
    )


def stays_here(journal: Journal, shared: Packet, struck: Collection[str] = ()) -> StaysHere:
    """Count what a packet does not have of the journal. `struck` are the ids of entries that the person struck."""
    entries = journal.entries.within(Period(shared.first, shared.last))
    days = shared.rated_days
    quoted_days = {each.day for each in (*days.lowest, *days.highest) if each.notes} if days else set()
    marked = {topic.entry_id for topic in _topics(journal, shared.last)} if shared.marked is not None else set()

    def is_quoted(entry: Entry) -> bool:
        return entry.day in quoted_days or entry.id in marked

    noted = [entry for entry in entries if entry.note and not entry.private and entry.id not in struck]
    return StaysHere(
        notes=0 if shared.notes is not None else sum(not is_quoted(entry) for entry in noted),
        private_entries=sum(entry.private for entry in entries),
        contacts=len(journal.contacts),
        struck=len(set(struck)),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """What a packet is made of: a journal as it is shared, and what is read of it once for several sections."""

    journal: SharedJournal
    period: Period
    audience: Audience
    contents: frozenset[Section]
    entries: Sequence[Entry]
    trackers: Sequence[Tracker]
    routines: RoutinesInPeriod
    scores: Sequence[Scores]

    @property
    def words(self) -> MoodWords:
        return self.journal.settings.mood

    @property
    def announced(self) -> Rest:
        """The announced pauses alone: a long time without use is a gap in what was noted."""
        return Rest(tuple(self.journal.pauses))


def _source(journal: SharedJournal, period: Period, audience: Audience, contents: frozenset[Section]) -> _Source:
    return _Source(
        journal,
        period,
        audience,
        contents,
        entries=journal.entries.within(period),
        trackers=list(journal.trackers) if Section.TRACKERS in contents else [],
        routines=routines_in(journal, period),
        scores=answered_scores(journal) if {Section.SAFETY, Section.SCORES} & contents else (),
    )


def _packet_of(source: _Source) -> Packet:
    """The packet with the sections that it may have, and without a word on those that were left out."""
    journal, period, contents = source.journal, source.period, source.contents
    return Packet(
        audience=source.audience.key,
        name=source.audience.shown_name(journal.settings.name) if Section.NAME in contents else "",
        first=period.first,
        last=period.last,
        days=len(period),
        days_with_entries=len({entry.day for entry in source.entries}),
        paused=source.routines.paused,
        resting=source.routines.resting,
        sections=tuple(section.value for section in Section if section in contents),
        is_chosen=False,
        left_out=None,
        topics=tuple(topic.text for topic in _topics(journal, period.last)) if Section.TOPICS in contents else None,
        safety=_safety(source) if Section.SAFETY in contents else None,
        scores=score_parts(source.scores, period) if Section.SCORES in contents else None,
        goals=goal_parts(journal, period) if Section.GOALS in contents else None,
        mood=_mood(source) if Section.MOOD in contents else None,
        trackers=_trackers(source) if Section.TRACKERS in contents else None,
        medicines=source.routines.medicines() if Section.MEDICINES in contents else None,
        routines=_habits(source) if Section.ROUTINES in contents else None,
        together=together_part(journal, period, contents) if Section.TOGETHER in contents else None,
        belonging=belonging_part(journal, period) if Section.BELONGING in contents else None,
        activities=activity_parts(journal, period) if Section.ACTIVITIES in contents else None,
        rated_days=_rated_days(source) if Section.DAYS in contents else None,
        feelings=feeling_parts(source.entries) if Section.FEELINGS in contents else None,
        marked=notes_by_day(_marked(journal, period.last), source.words, contents)
        if Section.WORDS in contents
        else None,
        notes=notes_by_day(source.entries, source.words, contents) if Section.NOTES in contents else None,
        entries=entry_parts(source.entries, source.words) if _has_full_entries(source) else None,
    )


def _topics(journal: SharedJournal | Journal, last: date) -> list[Topic]:
    """The open topics that were noted up to the last day of a page: a later one is for a later page."""
    return [topic for topic in journal.topics.open() if topic.day <= last]


def _safety(source: _Source) -> SafetyPart:
    return safety_part(source.journal, source.scores, source.period, with_earlier=Section.SCORES in source.contents)


def _mood(source: _Source) -> MoodPart:
    """The mood, for which a period under six weeks is compared with entries before it."""
    period = source.period
    before, _after = sides(period)
    reaches_back = before.first < period.first
    earlier = source.journal.entries.within(Period(before.first, period.first - ONE_DAY)) if reaches_back else ()
    return mood_part(source.entries, period, source.words, source.announced, earlier)


def _trackers(source: _Source) -> tuple[TrackerPart, ...]:
    return tracker_parts(source.entries, source.period, source.trackers, source.announced)


def _habits(source: _Source) -> tuple[RoutinePart, ...]:
    """The routines, with homework marked."""
    homework = {agreement.routine_id for agreement in source.journal.agreements if agreement.routine_id}
    return source.routines.habits(homework, obstacles=Section.OBSTACLES in source.contents)


def _rated_days(source: _Source) -> DaysPart:
    """The lowest and highest days; no feeling or reading that is kept out of comparisons stands beside a mood here."""
    is_kept_out, feelings = is_kept_out_of(source.journal), Section.FEELINGS in source.contents
    return days_part(
        source.entries,
        source.words,
        shows_feeling=lambda word: feelings and not is_kept_out(word),
        notes=Section.WORDS in source.contents,
        readings={fold(each.name): each for each in source.trackers if not is_kept_out(each.name)},
    )


def _marked(journal: SharedJournal, last: date) -> list[Entry]:
    """The entries up to the last day that the topics of a page refer to, without private ones."""
    wanted = {topic.entry_id for topic in _topics(journal, last) if topic.entry_id}
    return [entry for entry in journal.entries.among(wanted) if entry.day <= last] if wanted else []


def _has_full_entries(source: _Source) -> bool:
    """Whether a page is for the person and has all the sections that show parts of an entry."""
    full = {Section.MOOD, Section.FEELINGS, Section.TRACKERS, Section.NOTES}
    return source.audience.key == SELF.key and full <= source.contents
