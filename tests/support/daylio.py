"""Daylio exports for tests: the samples, and files written as Daylio writes them."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime, time

from carelog.clock import Clock, fixed_clock
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.readers.daylio import read_daylio
from support.source import SAMPLES

DAYLIO = SAMPLES / "daylio"
SAMPLE_FILES = sorted(DAYLIO.glob("*.csv"))

LAYOUT_2018 = ("year", "date", "weekday", "time", "mood", "activities", "note")
LAYOUT_CLASSIC = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
LAYOUT_2026 = ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note")

NOON = fixed_clock("2026-11-22T12:00:00+00:00")
DAY_STARTS_AT = time(4)


def context(clock: Clock = NOON, **others: object) -> ImportContext:
    """The context of a person in UTC without scores or trackers of their own."""
    return ImportContext(clock, DAY_STARTS_AT, **others)  # type: ignore[arg-type]  # the test names them rightly


def read_rows(*rows: Mapping[str, str], layout: Iterable[str] = LAYOUT_2026, **others: object) -> ImportBatch:
    """The batch read from an export with these rows, newest first; missing cells get default values."""
    return read_daylio(written(rows, layout), context(**others))  # type: ignore[arg-type]  # as above


def written(
    rows: Iterable[Mapping[str, str]], layout: Iterable[str] = LAYOUT_2026, *, line_end: str = "\n", quoting: int = 0
) -> bytes:
    """An export with these rows, newest first."""
    usual = {"full_date": "2025-03-09", "year": "2025", "date": "9 March", "time": "21:41", "mood": "good"}
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(layout), "", "ignore", lineterminator=line_end, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows({**usual, **row} for row in rows)
    return text.getvalue().encode()


def of_moment(wall: str) -> dict[str, str]:
    """The date and time cells of a row, for a local time such as 2025-03-09T21:41."""
    shown = datetime.fromisoformat(wall)
    return {
        "full_date": f"{shown:%Y-%m-%d}",
        "year": f"{shown:%Y}",
        "date": f"{shown.day} {shown:%B}",
        "weekday": f"{shown:%A}",
        "time": f"{shown:%H:%M}",
    }


def walls(batch: ImportBatch) -> list[str]:
    """The local time of each entry."""
    return [f"{entry.at.local:%Y-%m-%d %H:%M}" for entry in batch.entries]
