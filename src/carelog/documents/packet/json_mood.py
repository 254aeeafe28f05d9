"""Moods and readings of a packet as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.numbers import rounded

if TYPE_CHECKING:
    from carelog.domain.statistics.halves import Half
    from carelog.review.days.mood_counts import MoodCounts
    from carelog.review.days.mood_halves import MoodHalves
    from carelog.review.packet.mood import MoodPart, MoodSummary, Summary, TrackerPart

Data = dict[str, Any]


def mood(part: MoodPart) -> Data:
    """Moods of a period: all of it, its weeks, days and levels, and the two halves."""
    return {
        "scale": "two-sided" if part.two_sided else "one-sided",
        "words": list(part.words),
        "whole": _mood_stretch(part.whole),
        "weeks": [_mood_stretch(week) for week in part.weeks],
        "days": [
            {"day": each.day.isoformat(), "mood": each.median, "low": each.low, "high": each.high} for each in part.days
        ],
        "levels": [{"score": level.score, "word": level.word, "days": level.days} for level in part.levels],
        "halves": None if part.halves is None else _halves(part.halves),
    }


def tracker(part: TrackerPart) -> Data:
    """The readings of a scale, of all days and by week."""
    return {
        "name": part.name,
        "unit": part.unit or None,
        "minimum": part.minimum,
        "maximum": part.maximum,
        "whole": _stretch(part.whole),
        "weeks": [_stretch(week) for week in part.weeks],
    }


def _mood_stretch(stretch: MoodSummary) -> Data:
    return _stretch(stretch.numbers) | {
        "word": stretch.word or None,
        "days_at_2_or_below": stretch.counts.low,
        "days_at_4_or_above": stretch.counts.high,
        "days_with_an_entry_at_2_or_below": stretch.counts.low_entries,
        "days_with_an_entry_at_4_or_above": stretch.counts.high_entries,
        "days_level": stretch.counts.level,
        "days_both_low_and_high": stretch.counts.both,
    }


def _halves(halves: MoodHalves) -> Data:
    found = halves.found
    return {
        "before": _half(found.before, halves.before),
        "after": _half(found.after, halves.after),
        "delta": rounded(found.delta),
        "low": rounded(found.low),
        "high": rounded(found.high),
        "verdict": found.verdict.value,
        "days_per_point": found.spacing,
    }


def _half(half: Half, counts: MoodCounts) -> Data:
    return {
        "from": half.period.first.isoformat(),
        "to": half.period.last.isoformat(),
        "days": half.days,
        "median": half.median,
        "levels": {str(level): days for level, days in counts.levels.items()},
        "both_low_and_high": counts.both,
    }


def _stretch(stretch: Summary) -> Data:
    return {
        "from": stretch.first.isoformat(),
        "to": stretch.last.isoformat(),
        "coverage": {"days": stretch.days, "of": stretch.of},
        "median": stretch.median,
        "lowest": stretch.lowest,
        "highest": stretch.highest,
    }
