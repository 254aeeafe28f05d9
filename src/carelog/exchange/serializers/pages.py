"""The JSON of the pages, spelled out by hand: what `today`, `due`, `week`, `calendar`, `streaks` and more know.

Keys are added, never renamed: programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.numbers import rounded
from carelog.domain.time.dates_as_said import WEEKDAYS
from carelog.domain.time.days import ONE_DAY
from carelog.exchange.serializers.nouns import entry_shape, pause_shape, routine_day_shape, stock_left_shape
from carelog.exchange.serializers.people import activity_shape, sign_standing_shape
from carelog.exchange.serializers.scores import scores_shape

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.routines.slots import Slot
    from carelog.domain.statistics.descriptive import Instability
    from carelog.domain.statistics.trend import Trend
    from carelog.review.days.mood_counts import MoodCounts
    from carelog.review.days.moods import DayMood
    from carelog.review.days.routines import RoutineToday
    from carelog.review.pages.calendar import Calendar
    from carelog.review.pages.due import Due
    from carelog.review.pages.streaks import RoutineStreak, Streaks
    from carelog.review.pages.today import Today
    from carelog.review.pages.trends import TrackerTrend, Trends, WeekdayMood
    from carelog.review.pages.week import RoutineWeek, Week
    from carelog.review.people.contacts import NextMeeting


def today_shape(today: Today) -> dict[str, Any]:
    """A day as it stands."""
    return {
        "day": today.day.isoformat(),
        "mood": today.mood.median,
        "entries": [entry_shape(entry) for entry in today.entries],
        "routines": [routine_today_shape(each) for each in today.routines],
        "recent": [mood_shape(each) for each in today.recent],
        "pause": pause_shape(today.pause) if today.pause else None,
        "days_away": today.days_away,
        "low_stock": [stock_left_shape(each) for each in today.low_stock],
        "plan_unread": today.plan_unread,
        "meetings": [meeting_shape(each) for each in today.meetings],
        "signs": [sign_standing_shape(each) for each in today.signs],
        "activities": [activity_shape(each.activity) for each in today.activities],
        "appointment": _appointment(today),
        "plan_after_hard_answers": today.plan_after_hard_answers,
        "out_of_touch": today.out_of_touch
        and {"name": today.out_of_touch.contact.name, "days": today.out_of_touch.days},
    }


def due_shape(due: Due) -> dict[str, Any]:
    """What is open at a moment, and what comes later."""
    return {
        "day": due.day.isoformat(),
        "due": [routine_today_shape(each) for each in due.now],
        "later": [routine_today_shape(each) for each in due.later],
    }


def week_shape(week: Week) -> dict[str, Any]:
    """A week, day by day."""
    return {
        "period": {"from": week.period.first.isoformat(), "to": week.period.last.isoformat()},
        "days": [
            mood_shape(mood)
            | {
                "notes": [entry.note for entry in entries if entry.note and not entry.private],
                "readings": {each.tracker.name: each.readings[number] for each in week.trackers},
                "routines": [routine_day_shape(each.days[number]) for each in week.routines],
            }
            for number, (mood, entries) in enumerate(zip(week.moods, week.entries, strict=True))
        ],
        "ends": mood_counts_shape(week.mood_counts),
        "routines": [routine_week_shape(each) for each in week.routines],
        "meetings": [meeting_shape(each) for each in week.meetings],
        "activities": [activity_shape(each.activity) for each in week.activities],
        "days_with_people": week.with_people,
        "days_with_purpose": week.with_purpose,
    }


def routine_week_shape(each: RoutineWeek) -> dict[str, Any]:
    """How a routine was kept in a week; null is a routine that is never due."""
    return {
        "name": each.routine.name,
        "kept": each.kept,
        "due": each.due,
        "open": each.open,
        "unknown": each.unknown,
    }


def meeting_shape(meeting: NextMeeting) -> dict[str, Any]:
    """The next meeting of a group."""
    return {"name": meeting.contact.name, "at": meeting.at.rfc3339}


def mood_shape(mood: DayMood) -> dict[str, Any]:
    """The mood of a day; null is unknown."""
    return {
        "day": mood.day.isoformat(),
        "mood": mood.median,
        "low": mood.lowest,
        "high": mood.highest,
        "lowest": mood.lowest,
        "highest": mood.highest,
        "entries": mood.entries,
    }


def mood_counts_shape(counts: MoodCounts) -> dict[str, Any]:
    """How many days are low or high, by their middle and by an entry, and how many are both on a two-sided scale."""
    return {
        "at_2_or_below": {"days": counts.low, "days_with_an_entry": counts.low_entries},
        "at_4_or_above": {"days": counts.high, "days_with_an_entry": counts.high_entries},
        "both_low_and_high": counts.both,
    }


def routine_today_shape(routine: RoutineToday) -> dict[str, Any]:
    """A routine today, and when it is meant for next."""
    next_at = f"{routine.next_at:%H:%M}" if routine.next_at else None
    planned = [planned_shape(slot) for slot in routine.slots]
    return routine_day_shape(routine.day) | {"next_at": next_at, "later": routine.later, "planned": planned}


def planned_shape(slot: Slot) -> dict[str, Any]:
    """A planned time of a day, what is noted for it, and when; open where that is nothing."""
    state, at = (slot.tick.state.value, slot.tick.at.rfc3339) if slot.tick else ("open", None)
    return {"time": f"{slot.at:%H:%M}", "state": state, "at": at}


def calendar_shape(calendar: Calendar) -> dict[str, Any]:
    """Years, their days from the first of the journal up to today, and both in numbers; a null mood is unknown."""
    tally = calendar.tally
    return {
        "years": [year.year for year in calendar.years],
        "days": [mood_shape(day) | {"resting": day.resting} for day in calendar.days],
        "levels": {str(level): days for level, days in tally.levels.items()},
        "ends": mood_counts_shape(tally.moods),
        "coverage": {"days": tally.noted, "of": tally.of},
    }


def streaks_shape(streaks: Streaks) -> dict[str, Any]:
    """All routines in use, medicines last, over the weeks that are shown."""
    period = streaks.period
    return {
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "days_away": streaks.days_away,
        "routines": [routine_streak_shape(each, period.first) for each in (*streaks.routines, *streaks.medicines)],
    }


def routine_streak_shape(streak: RoutineStreak, first: date) -> dict[str, Any]:
    """A routine and its days from `first` on; null is a strength that is not defined and runs not asked for."""
    routine, runs = streak.routine, streak.runs
    return {
        "id": routine.id,
        "handle": routine.handle,
        "name": routine.name,
        "kind": routine.kind.value,
        "every": routine.cadence.text,
        "due": streak.due,
        "kept": streak.kept,
        "small": streak.small,
        "skipped": streak.skipped,
        "missed": streak.missed,
        "times": streak.times,
        "unknown": streak.unknown,
        "strength": streak.strength,
        "run": runs.present if runs else None,
        "best_run": runs.longest if runs else None,
        "run_unit": "day" if streak.runs_in_days else "time",
        "bridged": [day.isoformat() for day in runs.bridged] if runs else [],
        "weeks": [{"kept": kept, "due": due} for kept, due in streak.weeks],
        "days": [
            {"day": (first + number * ONE_DAY).isoformat(), "state": mark.value}
            for number, mark in enumerate(streak.marks)
        ],
    }


def trends_shape(trends: Trends) -> dict[str, Any]:
    """A period as a whole; null is unknown, or not to be said of days that nobody noted."""
    return {
        "period": {"from": trends.period.first.isoformat(), "to": trends.period.last.isoformat()},
        "coverage": {"days": trends.days_with_entries, "of": trends.days_asked_for},
        "days": [mood_shape(mood) for mood in trends.moods],
        "median": trends.median,
        "quartiles": None if trends.quartiles is None else list(trends.quartiles),
        "levels": {str(level): days for level, days in trends.levels.items()},
        "smooth": [
            {"day": mood.day.isoformat(), "mood": value}
            for mood, value in zip(trends.moods, trends.smooth, strict=True)
        ],
        "ends": mood_counts_shape(trends.counts),
        "slope": slope_shape(trends.slope),
        "halves": None if trends.halves is None else trends.halves.data,
        "weekdays": [weekday_shape(each) for each in trends.weekdays],
        "trackers": [tracker_trend_shape(each) for each in trends.trackers],
        "questionnaires": [scores_shape(each) for each in trends.scores],
        "instability": None if trends.instability is None else instability_shape(trends.instability),
    }


def slope_shape(slope: Trend) -> dict[str, Any]:
    """How mood moved, in levels a week."""
    return {
        "per_week": rounded(slope.per_week),
        "low": rounded(slope.low),
        "high": rounded(slope.high),
        "could_show": rounded(slope.could_show_on_scale),
        "verdict": slope.verdict.value,
        "days": slope.days,
    }


def weekday_shape(each: WeekdayMood) -> dict[str, Any]:
    """The mood of a weekday."""
    shape = {"weekday": WEEKDAYS[each.weekday], "days": each.days, "mood": each.median}
    return shape | {"both_low_and_high": each.both}


def tracker_trend_shape(each: TrackerTrend) -> dict[str, Any]:
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


def _appointment(today: Today) -> dict[str, Any] | None:
    coming = today.appointment
    if coming is None or coming.next_day is None:
        return None
    at = coming.appointment.at
    return {
        "day": coming.next_day.isoformat(),
        "at": f"{at:%H:%M}" if at else None,
        "with_whom": coming.contact.name if coming.contact else None,
        "topics": today.topics,
    }
