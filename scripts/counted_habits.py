"""Count the done days in real exports of habit trackers, with plain code. Used by counted_by_hand.py."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from exports_read import Counted, files_in, iso, local, query, table

DONE = ("2", "YES_MANUAL")
"""What Loop writes of a day on which a habit was done."""


def loop(path: Path) -> Counted:
    """Loop's database, its folder or zip of CSV files, or HabitBull's table."""
    if path.suffix == ".db":
        return loop_database(path)
    if path.suffix == ".csv":
        return habitbull(path)
    files = dict(files_in(path, ".csv"))
    return loop_folder(files) if any("/" in name for name in files) else loop_wide(files)


def loop_database(path: Path) -> Counted:
    """Loop's database: 2 is done, 3 skipped, and more is an amount."""
    counted = Counted()
    for row in query(path, "SELECT h.name, r.* FROM Repetitions r JOIN Habits h ON h.id = r.habit"):
        value = row.get("value", 2)
        if isinstance(value, int) and value >= 2 and value != 3:
            counted.add(local(float(str(row["timestamp"])), "UTC"), [], [str(row["name"])])
    return counted


def loop_folder(files: dict[str, bytes]) -> Counted:
    """A folder for each habit, whose number is its place in Habits.csv."""
    counted = Counted()
    habits = [row["name"] for row in table(files["Habits.csv"])]
    for name, content in files.items():
        if name.endswith("/Checkmarks.csv"):
            habit = habits[int(re.sub(r"^(?:.*/)?(\d+) .*", r"\1", name)) - 1]
            for line in content.decode("utf-8-sig").splitlines():
                if line.split(",")[1] in DONE:
                    counted.add(iso(line), [], [habit])
    return counted


def loop_wide(files: dict[str, bytes]) -> Counted:
    """One table with a column for each habit."""
    counted = Counted()
    for row in table(files["Checkmarks.csv"]):
        done = [habit for habit, mark in row.items() if habit not in ("date", "") and mark in DONE]
        counted.add(iso(row["date"]) if done else None, [], done)
    return counted


def habitbull(path: Path) -> Counted:
    """HabitBull's table, in which a habit can stand twice for one day; numbers below zero are no amounts."""
    counted = Counted()
    rows = [row for row in table(path.read_bytes()) if float(row["value"] or 0) > 0]
    for habit, day in {(row["habitname"], row["calendardate"]) for row in rows}:
        month, *others = day.split("/")
        counted.add(date(int(others[1]), int(month), int(others[0])) if others else iso(day), [], [habit])
    return counted


def tickmate(path: Path) -> Counted:
    """Tickmate's database: ticks of tracks that are still there."""
    counted = Counted()
    rows = query(path, "SELECT t.name, k.year, k.month, k.day FROM ticks k JOIN tracks t ON t._id = k._track_id")
    for row in rows:
        counted.add(
            date(*(int(str(row[name])) + (name == "month") for name in ("year", "month", "day"))),
            [],
            [str(row["name"])],
        )
    return counted
