"""The JSON of streaks, spelled out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.time.days import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.pages.streaks import RoutineStreak, Streaks


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
