"""The JSON of the calendar, spelled out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.exchange.serializers.page_shapes import mood_shape

if TYPE_CHECKING:
    from carelog.review.pages.calendar import Calendar


def calendar_shape(calendar: Calendar) -> dict[str, Any]:
    """Years, their days from the first of the journal up to today, and both in numbers; a null mood is unknown."""
    tally = calendar.tally
    return {
        "years": [year.year for year in calendar.years],
        "days": [mood_shape(day) | {"resting": day.resting} for day in calendar.days],
        "levels": {str(level): days for level, days in tally.levels.items()},
        "coverage": {"days": tally.noted, "of": tally.of},
    }
