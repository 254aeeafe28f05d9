"""The JSON of trends, spelled out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.time.when import WEEKDAYS
from carelog.exchange.serializers.score_shape import scores_shape

if TYPE_CHECKING:
    from carelog.domain.statistics.descriptive import Instability
    from carelog.domain.statistics.trend import Trend
    from carelog.review.pages.trends import TrackerTrend, Trends, WeekdayMood


def trends_shape(trends: Trends) -> dict[str, Any]:
    """A period as a whole; null is unknown, or not to be said of days that nobody noted."""
    return {
        "period": {"from": trends.period.first.isoformat(), "to": trends.period.last.isoformat()},
        "coverage": {"days": trends.days_with_entries, "of": len(trends.period)},
        "days": [{"day": mood.day.isoformat(), "mood": mood.median, "entries": mood.entries} for mood in trends.moods],
        "median": trends.median,
        "quartiles": None if trends.quartiles is None else list(trends.quartiles),
        "levels": {str(level): days for level, days in trends.levels.items()},
        "smooth": [
            {"day": mood.day.isoformat(), "mood": value}
            for mood, value in zip(trends.moods, trends.smooth, strict=True)
        ],
        "slope": slope_shape(trends.slope),
        "weekdays": [weekday_shape(each) for each in trends.weekdays],
        "trackers": [tracker_shape(each) for each in trends.trackers],
        "questionnaires": [scores_shape(each) for each in trends.scores],
        "instability": None if trends.instability is None else instability_shape(trends.instability),
    }


def slope_shape(slope: Trend) -> dict[str, Any]:
    """How mood moved, in levels a week."""
    return {
        "per_week": slope.per_week,
        "low": slope.low,
        "high": slope.high,
        "verdict": slope.verdict.value,
        "days": slope.days,
    }


def weekday_shape(each: WeekdayMood) -> dict[str, Any]:
    """The mood of a weekday."""
    return {"weekday": WEEKDAYS[each.weekday], "days": each.days, "mood": each.median}


def tracker_shape(each: TrackerTrend) -> dict[str, Any]:
    """The readings of a tracker, one a day."""
    return {
        "name": each.tracker.name,
        "unit": each.tracker.unit,
        "days": each.days,
        "lowest": each.lowest,
        "highest": each.highest,
        "median": each.median,
    }


def instability_shape(instability: Instability) -> dict[str, Any]:
    """How far mood usually moves from one day to the next, in levels."""
    return {"typical_step": instability.typical_step, "pairs": instability.pairs}
