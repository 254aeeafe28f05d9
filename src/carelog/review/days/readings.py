"""The readings of trackers by day, for all pages that show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.statistics.descriptive import median

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal


def daily_readings(
    journal: Journal, entries: Iterable[Entry], trackers: Iterable[Tracker] | None = None
) -> Iterator[tuple[Tracker, dict[date, float]]]:
    """Each tracker that has a reading in the entries, with one reading for each day: the median of the day.

    They are those of the journal, or `trackers`. A sum would double a weight, or the hours of a night, that was noted
    twice.
    """
    noted: dict[str, dict[date, list[float]]] = {}
    for entry in entries:
        for name, reading in entry.readings.items():
            noted.setdefault(name, {}).setdefault(entry.day, []).append(reading)
    for tracker in (journal.trackers if trackers is None else trackers) if noted else ():
        if days := noted.get(tracker.name):
            yield tracker, {day: median(readings) for day, readings in days.items()}
