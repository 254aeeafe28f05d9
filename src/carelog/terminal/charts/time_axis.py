"""The days below a chart: a tick and a name where a week, a month or a year begins, as many as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.time.days import ONE_DAY, Period

_DAYS_SEEN = 6 * 7
"""In longer periods weeks are not named."""

_YEARS = (1, 2, 5, 10, 20, 50)


class TimeAxis:
    """The first days of the weeks of a period, of its months, of its years, or of every few years, below a chart."""

    def __init__(self, period: Period, columns: int) -> None:
        self.period = period
        self.columns = columns
        self._ticks = self._chosen()

    def column(self, day: date) -> int:
        """In which column a day stands."""
        return (day - self.period.first).days * self.columns // len(self.period)

    def line(self, options: ConsoleOptions) -> Text:
        """The line below the chart, with its ticks."""
        stroke, tick = ("-", "+") if options.ascii_only else ("─", "┬")
        marks = [stroke] * self.columns
        for column, _ in self._ticks:
            marks[column] = tick
        return Text("".join(marks), style="quiet")

    def names(self) -> Text:
        """The names of what begins at the ticks."""
        line = ""
        for column, name in self._ticks:
            line = line.ljust(column) + name
        return Text(line, style="quiet")

    def _chosen(self) -> list[tuple[int, str]]:
        kinds: list[Callable[[], Iterator[tuple[date, str]]]] = [self._months, self._quarters]
        if len(self.period) <= _DAYS_SEEN:
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
            yield day, f"{day.day} {day:%b}" if number == 0 or day.day <= 7 else str(day.day)

    def _months(self) -> Iterator[tuple[date, str]]:
        return ((day, str(day.year) if day.month == 1 else f"{day:%b}") for day in self._firsts(1))

    def _quarters(self) -> Iterator[tuple[date, str]]:
        return ((day, str(day.year) if day.month == 1 else f"{day:%b}") for day in self._firsts(3))

    def _firsts(self, months: int) -> Iterator[date]:
        """The first days of every so many months, counted from January."""
        day = self.period.first.replace(day=1)
        while day <= self.period.last:
            if day >= self.period.first and (day.month - 1) % months == 0:
                yield day
            day = (day + 31 * ONE_DAY).replace(day=1)
