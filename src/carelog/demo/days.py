"""How invented days went: slow waves, the rhythm of the week, nights, and stretches away from the journal."""

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
"""The first and the last day of each, counted back from today and again from every year before it."""

_LATELY = 14
"""So many days up to today have an entry each: a home is looked at from its end."""

_BY_WEEKDAY = (-0.4, -0.15, 0.0, -0.05, 0.2, 0.4, 0.25)
_MIDSUMMER, _LONG_WAVE = 172, 97
"""The day of the year when the season lifts most, and the days from one crest of a slow wave to the next."""
_CARRIED_OVER, _NEW_EACH_DAY = 0.72, 0.46


@dataclass(frozen=True, slots=True)
class Day:
    """One invented day: how it was about (`level`, around 3), the night before it in hours, and what was noted at all.

    `noted` says whether the journal was opened, `ticked` whether routines were; a `paused` day belongs to a pause.
    """

    date: date
    level: float
    sleep: float
    noted: bool
    ticked: bool
    paused: bool


def days(period: Period, chance: Chance) -> Iterator[Day]:
    """The days of a period that ends today. What one day was like carries over into the next."""
    mood, phase = 0.0, chance.between(0, 2 * pi)
    for number, day in enumerate(period):
        mood = _CARRIED_OVER * mood + chance.near(0, _NEW_EACH_DAY)
        sleep = min(max(chance.near(7.2 + 0.4 * mood, 0.9), 3.0), 10.5)
        season = 0.3 * cos(2 * pi * (day.timetuple().tm_yday - _MIDSUMMER) / _YEAR)
        wave = 0.4 * sin(2 * pi * number / _LONG_WAVE + phase)
        level = 3.25 + season + wave + mood + _BY_WEEKDAY[day.weekday()] + 0.15 * (sleep - 7.2)
        noted, ticked, paused = _attention(day, period.last, chance)
        yield Day(day, level, round(sleep * 4) / 4, noted, ticked, paused)


def pauses(period: Period) -> list[Period]:
    """The pauses that were announced, earliest first: two weeks every year."""
    first, last = _PAUSE_DAYS_AGO
    yearly = range(0, len(period) - first, _YEAR)
    return [Period(_ago(period, first + back), _ago(period, last + back)) for back in reversed(yearly)]


def _attention(day: date, today: date, chance: Chance) -> tuple[bool, bool, bool]:
    """Whether a day was noted, whether routines were ticked, and whether it belongs to a pause."""
    days_ago = (today - day).days
    noted_anyway = chance.happens(0.35)
    forgotten = chance.happens(0.05) and days_ago >= _LATELY
    if _within(days_ago, _SILENCE_DAYS_AGO):
        return False, False, False
    if _within(days_ago, _PAUSE_DAYS_AGO):
        return noted_anyway, False, True
    return not forgotten, not forgotten or noted_anyway, False


def _within(days_ago: int, stretch: tuple[int, int]) -> bool:
    first, last = stretch
    return last <= days_ago % _YEAR <= first


def _ago(period: Period, days: int) -> date:
    return period.last - days * ONE_DAY
