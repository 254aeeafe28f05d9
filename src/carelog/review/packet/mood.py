"""The numbers of a packet: moods and readings by week, and the days that stand out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from carelog.domain.entry import Entry
from carelog.domain.mood import HIGHEST, LOWEST, MoodScale, MoodWords
from carelog.domain.statistics.descriptive import median
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.coverage import speak_for
from carelog.review.days.moods import half_step
from carelog.review.packet.spans import cut, unit_of, weeks_of

_MOST_DAYS, _MOST_FEELINGS = 3, 10
_LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in numbers: `days` of `of` have a value.

    `median` is that of the days, each counted once; `lowest` and `highest` are of all that was noted. All three
    are None where fewer than half of the days have a value: then a few days would speak for all.
    """

    first: date
    last: date
    days: int
    of: int
    median: float | None = None
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class MoodStretch:
    """The mood of some days: `word` says the median, `low` of the days are at 2 or below, `high` at 4 or above."""

    numbers: Stretch
    word: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the mood, half steps included, its word, and on how many days it was the day's mood."""

    score: float
    word: str
    days: int


@dataclass(frozen=True, slots=True)
class MoodPart:
    """The mood of the period; `words` are the person's own for 1 to 5, `days` the moods of the days that have one.

    `spans` are the lines of a table that stays short: weeks, months or years, as `unit_of` the period says.
    """

    two_sided: bool
    words: tuple[str, ...]
    whole: MoodStretch
    weeks: tuple[MoodStretch, ...]
    spans: tuple[MoodStretch, ...]
    levels: tuple[Level, ...]
    days: tuple[tuple[date, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TrackerPart:
    """The readings of one tracker; `minimum` and `maximum` are the ends of its scale where it has some.

    `spans` are those of the mood's.
    """

    name: str
    unit: str
    minimum: float | None
    maximum: float | None
    whole: Stretch
    weeks: tuple[Stretch, ...]
    spans: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class FeelingPart:
    """A word for a feeling, and on how many days it was noted."""

    word: str
    days: int


@dataclass(frozen=True, slots=True)
class RatedDay:
    """A day at one end: its mood, and what was noted with it. `quotes` are the beginnings of the day's notes."""

    day: date
    score: float
    word: str
    feelings: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DaysPart:
    """The days rated lowest and highest; `more_lowest` and `more_highest` others were rated as the last one shown."""

    lowest: tuple[RatedDay, ...]
    highest: tuple[RatedDay, ...]
    more_lowest: int
    more_highest: int


def mood_part(entries: Sequence[Entry], period: Period, words: MoodWords) -> MoodPart:
    """The mood of a period in weeks and levels."""
    scores = _scores_by_day(entries)
    moods = [median(noted) for noted in scores.values()]
    levels = tuple(
        Level(step / 2, words.word(step / 2), moods.count(step / 2)) for step in range(2 * LOWEST, 2 * HIGHEST + 1)
    )
    return MoodPart(
        two_sided=words.scale is MoodScale.TWO_SIDED,
        words=tuple(words.words),
        whole=_mood_stretch(scores, period, words),
        weeks=tuple(_mood_stretch(scores, week, words) for week in weeks_of(period)),
        spans=tuple(_mood_stretch(scores, span, words) for span in cut(period, unit_of(period))),
        levels=tuple(level for level in levels if level.days or level.score % 1 == 0),
        days=tuple((day, median(scores[day])) for day in sorted(scores)),
    )


def tracker_parts(entries: Sequence[Entry], period: Period, trackers: Iterable[Tracker]) -> tuple[TrackerPart, ...]:
    """The trackers that have a reading in the period."""
    readings: dict[str, dict[date, list[float]]] = {}
    for entry in entries:
        for name, reading in entry.readings.items():
            readings.setdefault(fold(name), {}).setdefault(entry.day, []).append(reading)
    return tuple(
        TrackerPart(
            tracker.name,
            tracker.unit,
            tracker.minimum,
            tracker.maximum,
            _stretch(readings[fold(tracker.name)], period),
            tuple(_stretch(readings[fold(tracker.name)], week) for week in weeks_of(period)),
            tuple(_stretch(readings[fold(tracker.name)], span) for span in cut(period, unit_of(period))),
        )
        for tracker in trackers
        if fold(tracker.name) in readings
    )


def feeling_parts(entries: Sequence[Entry]) -> tuple[FeelingPart, ...]:
    """The words for feelings by the days they were noted on, most days first; no more than ten."""
    days: dict[str, set[date]] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        for word in entry.feelings:
            days.setdefault(fold(word), set()).add(entry.day)
            spelled.setdefault(fold(word), word)
    order = sorted(days, key=lambda word: (-len(days[word]), word))
    return tuple(FeelingPart(spelled[word], len(days[word])) for word in order[:_MOST_FEELINGS])


def days_part(
    entries: Sequence[Entry], words: MoodWords, *, feelings: bool, readings: Mapping[str, Tracker], notes: bool
) -> DaysPart:
    """Up to three days at either end, of days with one mood the latest first.

    A day belongs to an end when it lies beyond the median of the days, or is the end itself; when all days are
    alike there are no ends. `readings` are the trackers, by folded name, whose readings may stand beside a day.
    """
    moods = {day: median(noted) for day, noted in _scores_by_day(entries).items()}
    if len(set(moods.values())) < 2:
        return DaysPart((), (), 0, 0)
    middle, least, most = median(list(moods.values())), min(moods.values()), max(moods.values())
    low = sorted((mood, -day.toordinal()) for day, mood in moods.items() if mood < middle or mood == least)
    high = sorted((-mood, -day.toordinal()) for day, mood in moods.items() if mood > middle or mood == most)

    def rated(mood: float, number: int) -> RatedDay:
        day = date.fromordinal(number)
        of_day = [entry for entry in entries if entry.day == day]
        return RatedDay(
            day,
            mood,
            words.word(mood),
            tuple(dict.fromkeys(word for entry in of_day for word in entry.feelings)) if feelings else (),
            _readings(of_day, readings),
            tuple(_quote(entry.note) for entry in of_day if entry.note) if notes else (),
        )

    return DaysPart(
        tuple(rated(mood, -day) for mood, day in low[:_MOST_DAYS]),
        tuple(rated(-mood, -day) for mood, day in high[:_MOST_DAYS]),
        _more(low),
        _more(high),
    )


def _scores_by_day(entries: Iterable[Entry]) -> dict[date, list[float]]:
    scores: dict[date, list[float]] = {}
    for entry in entries:
        if entry.mood is not None:
            scores.setdefault(entry.day, []).append(entry.mood)
    return scores


def _stretch(values: Mapping[date, Sequence[float]], period: Period) -> Stretch:
    noted = [values[day] for day in period if day in values]
    if not speak_for(len(noted), len(period)):
        return Stretch(period.first, period.last, len(noted), len(period))
    everything = [value for day in noted for value in day]
    middle = median([median(day) for day in noted])
    return Stretch(period.first, period.last, len(noted), len(period), middle, min(everything), max(everything))


def _mood_stretch(scores: Mapping[date, Sequence[float]], period: Period, words: MoodWords) -> MoodStretch:
    """The ladder of moods has half steps and no finer ones, so a median between them is the half step below."""
    numbers = _stretch(scores, period)
    if numbers.median is not None:
        numbers = replace(numbers, median=half_step(numbers.median))
    moods = [median(scores[day]) for day in period if day in scores]
    return MoodStretch(
        numbers,
        "" if numbers.median is None else words.word(numbers.median),
        low=sum(mood <= 2 for mood in moods),
        high=sum(mood >= 4 for mood in moods),
    )


def _readings(entries: Sequence[Entry], trackers: Mapping[str, Tracker]) -> tuple[str, ...]:
    values: dict[str, list[float]] = {}
    for entry in entries:
        for name, reading in entry.readings.items():
            values.setdefault(fold(name), []).append(reading)
    shown = ((trackers[name], median(noted)) for name, noted in values.items() if name in trackers)
    return tuple(f"{tracker.name} {tracker.show(reading)}" for tracker, reading in shown)


def _more(order: Sequence[tuple[float, int]]) -> int:
    shown, rest = order[:_MOST_DAYS], order[_MOST_DAYS:]
    return sum(mood == shown[-1][0] for mood, _ in rest)


def _quote(note: str) -> str:
    line = clean_line(note)
    if len(line) <= _LONGEST_QUOTE:
        return line
    return line[:_LONGEST_QUOTE].rpartition(" ")[0].rstrip(" ,;:") + " …"
