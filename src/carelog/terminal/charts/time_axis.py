"""The time axis below a chart: ticks and labels where weeks, months or years begin, as many as fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.time.days import ONE_DAY, Period
from carelog.wording.days import day_of_month, short_month

_LONGEST_WITH_WEEKS = 6 * 7
"""Longer periods, in days, have no ticks for weeks."""

_YEARS = (1, 2, 5, 10, 20, 50)
"""The intervals between ticks for years, by preference."""


class TimeAxis:
    """The axis of a period, `columns` wide, in the finest unit whose labels fit: weeks, months, quarters or years."""

    def __init__(self, period: Period, columns: int) -> None:
        self.period = period
        self.columns = columns
        self._ticks = self._chosen()

    def column(self, day: date) -> int:
        """The column of a day, counted from 0."""
        return (day - self.period.first).days * self.columns // len(self.period)

    def line(self, options: ConsoleOptions) -> Text:
        """The axis line with its ticks."""
        stroke, tick = ("-", "+") if options.ascii_only else ("─", "┬")
        marks = [stroke] * self.columns
        for column, _ in self._ticks:
            marks[column] = tick
        return Text("".join(marks), style="quiet")

    def names(self) -> Text:
        """The labels below the ticks, as one line."""
        line = ""
        for column, name in self._ticks:
            line = line.ljust(column) + name
        return Text(line, style="quiet")

    def _chosen(self) -> list[tuple[int, str]]:
        kinds: list[Callable[[], Iterator[tuple[date, str]]]] = [self._months, self._quarters]
        if len(self.period) <= _LONGEST_WITH_WEEKS:
            kinds.insert(0, self._weeks)
        for kind in kinds:
            ticks = [(self.column(day), name) for day, name in kind()]
            if self._fits(ticks):
                return ticks
        for years in _YEARS:
            ticks = [(self.column(day), str(day.year)) for day in self._firsts(12) if day.year % years == 0]
            if self._fits(ticks):
                return ticks
        return []

    def _fits(self, ticks: list[tuple[int, str]]) -> bool:
        starts = [*(column for column, _ in ticks), self.columns + 1]
        return bool(ticks) and all(
            column + len(name) < following for (column, name), following in zip(ticks, starts[1:], strict=True)
        )

    def _weeks(self) -> Iterator[tuple[date, str]]:
        for number, day in enumerate(day for day in self.period if day.weekday() == 0):
            yield day, day_of_month(day) if number == 0 or day.day <= 7 else str(day.day)

    def _months(self) -> Iterator[tuple[date, str]]:
        return ((day, str(day.year) if day.month == 1 else short_month(day)) for day in self._firsts(1))

    def _quarters(self) -> Iterator[tuple[date, str]]:
        return ((day, str(day.year) if day.month == 1 else short_month(day)) for day in self._firsts(3))

    def _firsts(self, months: int) -> Iterator[date]:
        """The first day of every month, or of every `months` months counted from January."""
        day = self.period.first.replace(day=1)
        while day <= self.period.last:
            if day >= self.period.first and (day.month - 1) % months == 0:
                yield day
            day = (day + 31 * ONE_DAY).replace(day=1)
