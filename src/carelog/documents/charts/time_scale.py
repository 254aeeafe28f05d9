"""The time scale along the width of a chart, with labels for some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from carelog.documents.charts.canvas import Canvas
from carelog.wording.days import day_of_month, month_and_year, short_month

_MOST_TICKS = 9
_LETTER = 5.0
"""The estimated width of a letter in CSS pixels, used to keep labels apart."""
_LONGEST_WITH_WEEKS = 70
"""Longer periods, in days, are labelled by months or years."""
_MONTHS_OF_A_YEAR = 12
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A scale on which the days from `first` to `last` go from `left` to `right`, in CSS pixels."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """The x coordinate of a day."""
        return self.left + (self.right - self.left) * (day - self.first).days / max((self.last - self.first).days, 1)

    def ticks(self) -> list[tuple[date, str]]:
        """The labelled days and their labels: weeks of a short period, months or years of a longer one."""
        days = (self.last - self.first).days
        if days <= _LONGEST_WITH_WEEKS:
            step = 7 * max(1, -(-(days // 7 + 1) // _MOST_TICKS))
            return [(day, day_of_month(day)) for day in (self.first + timedelta(n) for n in range(0, days + 1, step))]
        months = [
            date(year, month, 1)
            for year in range(self.first.year, self.last.year + 1)
            for month in range(1, 13)
            if self.first <= date(year, month, 1) <= self.last
        ]
        step = next(
            each for each in _STEPS_IN_MONTHS if len(months) / each <= _MOST_TICKS or each == _STEPS_IN_MONTHS[-1]
        )
        labelled = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
        years = self.first.year != self.last.year
        if step >= _MONTHS_OF_A_YEAR:
            return [(day, str(day.year)) for day in labelled]
        return [(day, month_and_year(day, short=True) if years else short_month(day)) for day in labelled]

    def draw(self, canvas: Canvas, baseline: float) -> None:
        """Draw the labels on a baseline, leaving out those that would touch the one before."""
        free_from = 0.0
        for day, label in self.ticks():
            x, width = self.x(day), _LETTER * len(label)
            anchor = "start" if x < self.left + 12 else "end" if x > self.right - 12 else "middle"
            begins = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
            if begins >= free_from:
                canvas.words((x, baseline), label, anchor=anchor)
                free_from = begins + width + _LETTER
