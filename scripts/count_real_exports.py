"""Import real exports of other apps, and count beside it, with plain code, what should have come in.

    python scripts/count_real_exports.py FOLDER
    python scripts/count_real_exports.py FOLDER --each

FOLDER has a folder for each format, called as on the command line (`carelog import FORMAT FILE`), with exports in it:
files, zips or folders. They are downloaded by whoever runs this; nothing of them is in the repository, and nothing of
them is printed but numbers, and with --each their names and the first dates that are missing.

Each export is imported into a home of its own: looked at, taken in, taken in again, and taken back. Moods that need a
number get 3. Beside the program counted_by_hand.py counts dates, notes and activities. “Missing” are dates without
anything in the journal, notes whose words are in no note of the journal, and activities that are there less often.
“Left out” are rows that the program did not take and named; “not counted” are exports that the program refuses, or that
the plain code cannot read.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from counted_by_hand import COUNTERS
from exports_read import Counted

NOW = "2026-11-29T12:00:00+00:00"
COLUMNS = (
    *("exports", "not counted", "dates", "dates missing", "notes", "notes missing", "activities", "activities missing"),
    *("left out", "second run", "left after undo"),
)
WORD = re.compile(r"[^\W_]+")
MARKUP = re.compile(r"&[#a-z0-9]+;|<[^<>]*>")
SAME_NAME = re.compile(r" \((?:loop|habitbull|tickmate|\d+)\)$")
"""What the program puts behind the name of a habit where another one has the same."""
ENTRIES = "SELECT day, note, tags, feelings FROM entries WHERE deleted_at IS NULL"
TICKS = """
SELECT t.day, t.note, r.name FROM ticks t JOIN routines r ON r.id = t.routine_id WHERE t.deleted_at IS NULL
"""
STILL_THERE = tuple(
    f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL" for table in ("entries", "routines", "ticks", "trackers")
)


@dataclass
class Result:
    """What one export, or all of one format, came to: a number for each column."""

    name: str
    numbers: Counter[str]
    missing: list[date] = field(default_factory=list)
    reason: str = ""

    @property
    def row(self) -> str:
        """A row of the table."""
        return "| " + " | ".join([self.name, *(f"{self.numbers[column]:,}" for column in COLUMNS)]) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="a row for each export, and what is wrong with it")
    given = parser.parse_args()
    print(f"| format | {' | '.join(COLUMNS)} |\n|---|{'---:|' * len(COLUMNS)}")
    for name in COUNTERS:
        results = []
        for result in counted_in(given.folder, name):
            results.append(result)
            if given.each:
                print(result.row, result.reason or ", ".join(map(str, result.missing[:5])), flush=True)
        if results and not given.each:
            print(Result(name, sum((each.numbers for each in results), Counter())).row, flush=True)


def counted_in(folder: Path, name: str) -> Iterator[Result]:
    """What each export of a format in a folder comes to."""
    if (folder / name).is_dir():
        yield from (counted(name, export) for export in sorted((folder / name).iterdir()))


def counted(name: str, export: Path) -> Result:
    """Import one export and compare it with what plain code counts in it."""
    with tempfile.TemporaryDirectory() as home:
        look = carelog(home, "import", name, str(export), "--json")
        if look.get("errors"):
            return Result(export.name, Counter({"not counted": 1}), reason=look["errors"][0]["message"])
        placed = [f"--map={mood}=3" for mood in look["data"]["unknown_moods"]]
        taken = carelog(home, "import", name, str(export), "--apply", "--json", *placed)
        journal = in_journal(Path(home) / "journal.db")
        again = carelog(home, "import", name, str(export), "--apply", "--json", *placed)
        undone = carelog(home, "import-undo", "last", "--yes", "--json")
        left = 0 if undone.get("errors") else rows_in(Path(home) / "journal.db")
    try:
        found = COUNTERS[name](export)
    except (LookupError, ValueError, TypeError) as problem:
        return Result(export.name, Counter({"not counted": 1}), reason=repr(problem))
    result = compared(export.name, found, journal)
    result.numbers.update(
        {"left out": len(taken["data"]["problems"]), "second run": again["data"]["new"], "left after undo": left}
    )
    return result


def compared(name: str, found: Counted, journal: Counted) -> Result:
    """What was found by hand, and what of it is not in the journal."""
    words = "".join(map(spaced, journal.notes))
    missing = sorted(found.dates - journal.dates)
    numbers = {
        "exports": 1,
        "dates": len(found.dates),
        "dates missing": len(missing),
        "notes": len(found.notes),
        "notes missing": sum(spaced(note) not in words for note in found.notes),
        "activities": found.activities.total(),
        "activities missing": (folded(found.activities) - folded(journal.activities)).total(),
    }
    return Result(name, Counter(numbers), missing)


def spaced(note: str) -> str:
    """The words of a note alone, without marks that a conversion may change."""
    return f" {' '.join(WORD.findall(MARKUP.sub(' ', note.lower())))} "


def folded(activities: Counter[str]) -> Counter[str]:
    """The activities by their words alone."""
    counts: Counter[str] = Counter()
    for name, count in activities.items():
        counts[spaced(name)] += count
    return counts


def in_journal(path: Path) -> Counted:
    """The days, notes and activities of a journal, read from its file."""
    there = Counted()
    with closing(sqlite3.connect(path)) as connection:
        for day, note, tags, feelings in connection.execute(ENTRIES).fetchall():
            there.add(date.fromisoformat(day), [note], [*json.loads(tags), *json.loads(feelings)])
        for day, note, name in connection.execute(TICKS).fetchall():
            there.add(date.fromisoformat(day), [note], [SAME_NAME.sub("", name)])
    return there


def rows_in(path: Path) -> int:
    """How many rows of a journal are not deleted."""
    with closing(sqlite3.connect(path)) as connection:
        return sum(connection.execute(query).fetchone()[0] for query in STILL_THERE)


def carelog(home: str, *arguments: str) -> Any:
    """What the program answers as JSON."""
    environment = os.environ | {"CARELOG_HOME": home, "CARELOG_NOW": NOW}
    command = [sys.executable, "-m", "carelog", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return json.loads(done.stdout or done.stderr)


if __name__ == "__main__":
    main()
