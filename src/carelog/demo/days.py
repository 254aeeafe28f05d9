"""Simulated days: mood with slow waves and a weekly rhythm, hours of sleep, and times away from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from carelog.demo.chance import Chance
from carelog.domain.time.days import ONE_DAY, Period

_YEAR = 365
_PAUSE_DAYS_AGO = (150, 137)
_SILENCE_DAYS_AGO = (88, 71)
"""The first and the last day of an announced pause and of a time without use, in days before today, for every year."""

_FULL_DAYS = 14
"""Each of this many days up to today has an entry, because people look at the latest days of a demo."""

_WEEKDAY_EFFECT = (-0.4, -0.15, 0.0, -0.05, 0.2, 0.4, 0.25)
"""What each weekday, from Monday, adds to the level of mood."""

_MIDSUMMER, _WAVE_DAYS = 172, 97
"""The day of the year with the largest seasonal effect, and the period of a slow wave in days."""

_AUTOCORRELATION, _NOISE = 0.72, 0.46
"""How much of yesterday's mood is left today, and the standard deviation of what is new each day."""


@dataclass(frozen=True, slots=True)
class Day:
    """One simulated day: its `level` of mood, around 3, and the hours of `sleep` before it.

    `noted` says whether it has entries, `ticked` whether it has ticks, `paused` whether it is in an announced pause.
    """

    date: date
    level: float
    sleep: float
    noted: bool
    ticked: bool
    paused: bool


def days(period: Period, chance: Chance) -> Iterator[Day]:
    """Simulate the days of a period that ends today. Mood is autocorrelated: part of a day carries over to the next."""
    mood, phase = 0.0, chance.between(0, 2 * pi)
    for number, day in enumerate(period):
        mood = _AUTOCORRELATION * mood + chance.near(0, _NOISE)
        sleep = min(max(chance.near(7.2 + 0.4 * mood, 0.9), 3.0), 10.5)
        season = 0.3 * cos(2 * pi * (day.timetuple().tm_yday - _MIDSUMMER) / _YEAR)
        wave = 0.4 * sin(2 * pi * number / _WAVE_DAYS + phase)
        level = 3.25 + season + wave + mood + _WEEKDAY_EFFECT[day.weekday()] + 0.15 * (sleep - 7.2)
        noted, ticked, paused = _attention(day, period.last, chance)
        yield Day(day, level, round(sleep * 4) / 4, noted, ticked, paused)


def pauses(period: Period) -> list[Period]:
    """The announced pauses of a period, earliest first: two weeks every year."""
    first, last = _PAUSE_DAYS_AGO
    yearly = range(0, len(period) - first, _YEAR)
    return [Period(_ago(period, first + back), _ago(period, last + back)) for back in reversed(yearly)]


def _attention(day: date, today: date, chance: Chance) -> tuple[bool, bool, bool]:
    """Whether a day has entries, whether it has ticks, and whether it is in an announced pause."""
    days_ago = (today - day).days
    noted_anyway = chance.happens(0.35)
    forgotten = chance.happens(0.05) and days_ago >= _FULL_DAYS
    if _within(days_ago, _SILENCE_DAYS_AGO):
        return False, False, False
    if _within(days_ago, _PAUSE_DAYS_AGO):
        return noted_anyway, False, True
    return not forgotten, not forgotten or noted_anyway, False


def _within(days_ago: int, span: tuple[int, int]) -> bool:
    first, last = span
    return last <= days_ago % _YEAR <= first


def _ago(period: Period, days: int) -> date:
    return period.last - days * ONE_DAY
