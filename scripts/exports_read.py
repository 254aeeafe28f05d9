"""What a real export holds, and how its files are opened, with plain code that knows nothing of carelog."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Rows = list[dict[str, str]]


@dataclass
class Counted:
    """The dates of an export, its notes, and how often each activity was noted."""

    dates: set[date] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    activities: Counter[str] = field(default_factory=Counter)

    def add(self, day: date | None, notes: list[str] | None = None, activities: list[str] | None = None) -> None:
        """Add what stands in one row, where it has a date."""
        if day:
            self.dates.add(day)
            self.notes += [note for note in notes or [] if note and re.search(r"[^\W_]", note)]
            self.activities.update(each.strip().lower() for each in activities or [] if each.strip())


def files_in(path: Path, *endings: str) -> Iterator[tuple[str, bytes]]:
    """The name and content of each file with one of these endings: the path itself, in its zip, or in its folder."""
    if path.is_dir():
        found = [(each.relative_to(path).as_posix(), each) for each in sorted(path.rglob("*")) if each.is_file()]
        yield from ((name, each.read_bytes()) for name, each in found if name.lower().endswith(endings))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist() if name.lower().endswith(endings))
    else:
        yield path.name, path.read_bytes()


def table(content: bytes) -> Rows:
    """The rows of a CSV file, by the lower-case names of their columns."""
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    names = [name.strip().lower() for name in next(reader, [])]
    return [dict(zip(names, map(str.strip, row), strict=False)) for row in reader if any(row)]


def query(path: Path, sql: str) -> list[dict[str, object]]:
    """The rows that a query gives of a database, or of the first one in a zip file."""
    content = next(content for _, content in files_in(path, ".db"))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def iso(text: str) -> date | None:
    """The day with which a text begins."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def local(milliseconds: float, zone: str) -> date:
    """The day of an instant in a zone, or in UTC where there is no such zone."""
    try:
        there = ZoneInfo(zone)
    except (ValueError, OSError, LookupError):
        there = ZoneInfo("UTC")
    return (EPOCH + timedelta(milliseconds=milliseconds)).astimezone(there).date()
