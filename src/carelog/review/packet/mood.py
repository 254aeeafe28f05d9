"""The numbers of a packet: moods and readings by week, feelings, and the days with the lowest and highest mood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from carelog.domain.entry import Entry
from carelog.domain.mood import MIDDLE, MoodScale, MoodWords
from carelog.domain.score import HIGHEST, LOWEST
from carelog.domain.statistics.descriptive import median
from carelog.domain.statistics.halves import sides
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.mood_halves import MoodHalves, mood_halves
from carelog.review.days.moods import MoodDay, half_step, is_both_ends, scores_by_day
from carelog.review.days.rest_days import Rest, covers_half, days_asked_for
from carelog.review.packet.spans import cut, unit_of, weeks_of

_MOST_DAYS, _MOST_FEELINGS = 3, 10
_LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Summary:
    """Some days in numbers: `days` of the `of` days have a value.

    `median` is the median of the days' medians; `lowest` and `highest` are of all values. All three are None where
    fewer than half of the days have a value, because a few days would then stand for all.
    """

    first: date
    last: date
    days: int
    of: int
    median: float | None = None
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class MoodSummary:
    """The mood of some days: `word` for the median, and the days by level, low and high."""

    numbers: Summary
    word: str
    counts: MoodCounts


@dataclass(frozen=True, slots=True)
class Level:
    """A score, half steps included, its word, and the number of days whose median it is."""

    score: float
    word: str
    days: int


@dataclass(frozen=True, slots=True)
class MoodPart:
    """The mood of the period; `words` are those for 1 to 5, `days` are the days with a mood.

    `halves` compares these days with as many before, and is None where there are too few. `spans` are the rows of a
    table that stays short: weeks, months or years, chosen by `unit_of`.
    """

    two_sided: bool
    words: tuple[str, ...]
    whole: MoodSummary
    weeks: tuple[MoodSummary, ...]
    spans: tuple[MoodSummary, ...]
    levels: tuple[Level, ...]
    days: tuple[MoodDay, ...] = ()
    halves: MoodHalves | None = None

    @property
    def scale(self) -> MoodScale:
        """The person's scale."""
        return MoodScale.TWO_SIDED if self.two_sided else MoodScale.ONE_SIDED

    @property
    def mood_words(self) -> MoodWords:
        """The person's scale and words."""
        return MoodWords(self.scale, self.words)


@dataclass(frozen=True, slots=True)
class TrackerPart:
    """The readings of one tracker; `minimum` and `maximum` are the ends of its scale, None where it has none.

    `spans` are the same as those of the mood.
    """

    name: str
    unit: str
    minimum: float | None
    maximum: float | None
    whole: Summary
    weeks: tuple[Summary, ...]
    spans: tuple[Summary, ...]


@dataclass(frozen=True, slots=True)
class FeelingPart:
    """A feeling, and the number of days on which it was noted."""

    word: str
    days: int


@dataclass(frozen=True, slots=True)
class RatedDay:
    """A day with a low or high entry, its `score`, and what was noted on it.

    `notes` are the day's notes, a line each. They are whole until words are struck: a page quotes their beginnings.
    """

    day: date
    score: int
    word: str
    feelings: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[str, ...]:
        """The beginnings of the notes, which is what a page says of them."""
        return tuple(map(_quote, self.notes))


@dataclass(frozen=True, slots=True)
class DaysPart:
    """The days with the lowest and with the highest entry, none of them at the `middle` of the scale, which is a word.

    `more_lowest` and `more_highest` are how many more days have such an entry as the last one shown.
    """

    lowest: tuple[RatedDay, ...]
    highest: tuple[RatedDay, ...]
    more_lowest: int
    more_highest: int
    middle: str


def mood_part(
    entries: Sequence[Entry], period: Period, words: MoodWords, rest: Rest, earlier: Sequence[Entry] = ()
) -> MoodPart:
    """The mood of a period as a whole, by week, by span and by level.

    `earlier` are entries before the period, which a short period is compared with and which nothing else counts. Days
    of an announced pause in `rest` are no gaps.
    """
    scores, (before, after) = scores_by_day(entries), sides(period)
    noted = [*earlier, *entries]
    asked_for = days_asked_for(Period(min(before.first, period.first), period.last), {each.day for each in noted}, rest)
    moods = [median(each) for each in scores.values() if not is_both_ends(each, words.scale)]
    levels = tuple(
        Level(step / 2, words.word(step / 2), moods.count(step / 2)) for step in range(2 * LOWEST, 2 * HIGHEST + 1)
    )
    return MoodPart(
        two_sided=words.scale is MoodScale.TWO_SIDED,
        words=tuple(words.words),
        whole=_mood_summary(scores, period, words, asked_for),
        weeks=tuple(_mood_summary(scores, week, words, asked_for) for week in weeks_of(period)),
        spans=tuple(_mood_summary(scores, span, words, asked_for) for span in cut(period, unit_of(period))),
        levels=tuple(level for level in levels if level.days or level.score % 1 == 0),
        days=tuple(MoodDay(day, median(each), min(each), max(each)) for day, each in sorted(scores.items())),
        halves=mood_halves(scores_by_day(noted), before, after, words.scale, asked_for),
    )


def tracker_parts(
    entries: Sequence[Entry], period: Period, trackers: Iterable[Tracker], rest: Rest
) -> tuple[TrackerPart, ...]:
    """The trackers that have a reading in the period; days of an announced pause in `rest` are no gaps."""
    asked_for = days_asked_for(period, {entry.day for entry in entries}, rest)
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
            _summary(readings[fold(tracker.name)], period, asked_for),
            tuple(_summary(readings[fold(tracker.name)], week, asked_for) for week in weeks_of(period)),
            tuple(_summary(readings[fold(tracker.name)], span, asked_for) for span in cut(period, unit_of(period))),
        )
        for tracker in trackers
        if fold(tracker.name) in readings
    )


def feeling_parts(entries: Sequence[Entry]) -> tuple[FeelingPart, ...]:
    """The feelings that were noted on the most days, at most ten, without duplicates in another case."""
    days: dict[str, set[date]] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        for word in entry.feelings:
            days.setdefault(fold(word), set()).add(entry.day)
            spelled.setdefault(fold(word), word)
    order = sorted(days, key=lambda word: (-len(days[word]), word))
    return tuple(FeelingPart(spelled[word], len(days[word])) for word in order[:_MOST_FEELINGS])


def days_part(
    entries: Sequence[Entry],
    words: MoodWords,
    *,
    shows_feeling: Callable[[str], bool],
    notes: bool,
    readings: Mapping[str, Tracker],
) -> DaysPart:
    """Up to three days each with the lowest and the highest entry; of days with the same the latest come first.

    A low day has an entry below the middle of the scale, a high day one above it; a day may be both. `readings` are the
    trackers, by folded name, whose readings may be shown with a day, and `shows_feeling` says which feelings may.
    """
    scores = scores_by_day(entries)
    by_lowest = sorted((min(noted), median(noted), -day.toordinal()) for day, noted in scores.items())
    by_highest = sorted((-max(noted), -median(noted), -day.toordinal()) for day, noted in scores.items())
    low = [(score, -number) for score, _middle, number in by_lowest if score < MIDDLE]
    high = [(-score, -number) for score, _middle, number in by_highest if -score > MIDDLE]

    def rated(score: int, number: int) -> RatedDay:
        day = date.fromordinal(number)
        of_day = [entry for entry in entries if entry.day == day]
        return RatedDay(
            day,
            score,
            words.word(score),
            tuple(dict.fromkeys(word for entry in of_day for word in entry.feelings if shows_feeling(word))),
            _readings(of_day, readings),
            tuple(clean_line(entry.note) for entry in of_day if entry.note) if notes else (),
        )

    return DaysPart(
        tuple(rated(score, number) for score, number in low[:_MOST_DAYS]),
        tuple(rated(score, number) for score, number in high[:_MOST_DAYS]),
        _more(low),
        _more(high),
        words.word(MIDDLE),
    )


def _mood_summary(
    scores: Mapping[date, Sequence[int]], period: Period, words: MoodWords, asked_for: frozenset[date]
) -> MoodSummary:
    """The summary of the moods of a period, with the median rounded down to a half step."""
    numbers = _summary(scores, period, asked_for)
    if numbers.median is not None:
        numbers = replace(numbers, median=half_step(numbers.median))
    counts = count_moods((scores[day] for day in period if day in scores), words.scale)
    return MoodSummary(numbers, "" if numbers.median is None else words.word(numbers.median), counts)


def _summary(values: Mapping[date, Sequence[float]], period: Period, asked_for: frozenset[date]) -> Summary:
    noted = [values[day] for day in period if day in values]
    if not covers_half(len(noted), len(asked_for.intersection(period))):
        return Summary(period.first, period.last, len(noted), len(period))
    everything = [value for day in noted for value in day]
    middle = median([median(day) for day in noted])
    return Summary(period.first, period.last, len(noted), len(period), middle, min(everything), max(everything))


def _readings(entries: Sequence[Entry], trackers: Mapping[str, Tracker]) -> tuple[str, ...]:
    values: dict[str, list[float]] = {}
    for entry in entries:
        for name, reading in entry.readings.items():
            values.setdefault(fold(name), []).append(reading)
    shown = ((trackers[name], median(noted)) for name, noted in values.items() if name in trackers)
    return tuple(f"{tracker.name} {tracker.show(reading)}" for tracker, reading in shown)


def _quote(line: str) -> str:
    if len(line) <= _LONGEST_QUOTE:
        return line
    return line[:_LONGEST_QUOTE].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _more(order: Sequence[tuple[int, int]]) -> int:
    shown, rest = order[:_MOST_DAYS], order[_MOST_DAYS:]
    return sum(score == shown[-1][0] for score, _day in rest)
