"""Moods and readings of a packet as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
        "halves": None if part.halves is None else part.halves.data,
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


def _stretch(stretch: Summary) -> Data:
    return {
        "from": stretch.first.isoformat(),
        "to": stretch.last.isoformat(),
        "coverage": {"days": stretch.days, "of": stretch.of},
        "median": stretch.median,
        "lowest": stretch.lowest,
        "highest": stretch.highest,
    }
