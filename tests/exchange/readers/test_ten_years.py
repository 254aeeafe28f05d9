"""Ten years of Daylio, 10,000 entries, are imported completely within 150 MB; docs/reliability.md has the time."""

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ENTRIES = 10_000
MEGABYTES = 150
MEASURED = """
import json, pathlib, sys
from carelog.__main__ import main
sys.argv = ["carelog", "import", sys.argv[1], "--apply", "--json"]
try:
    code = main()
except SystemExit as ended:
    code = ended.code
status = pathlib.Path("/proc/self/status").read_text()
kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
print(json.dumps({"code": code, "megabytes": kilobytes / 1000}), file=sys.stderr)
"""
"""Memory is measured in the program itself: getrusage of a child begins with the memory of the process that forked."""


def ten_years(file: Path) -> None:
    """A Daylio export of the newest layout, newest first, with activities, scales and notes of a few lines."""
    last, moods = datetime(2026, 11, 20, 21, 30, tzinfo=UTC), ("rad", "good", "meh", "bad", "awful")
    columns = ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note")
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(columns)
        for number in range(ENTRIES):
            at = last - timedelta(hours=8.76 * number)
            noted = "Some words of a day, and <b>more</b> of them.<br>Another line. " * (number % 5)
            scales = "Sleep Quality: 7/10 points | Sleep Time: 7:45"
            cells = (f"{at:%B} {at.day}", f"{at:%A}", f"{at:%H:%M}", moods[number % 5], "family | walk | cook", scales)
            rows.writerow((f"{at:%Y-%m-%d}", *cells, "", noted))


@pytest.mark.slow
def test_ten_years_of_daylio_come_in_whole_and_stay_small(tmp_path: Path) -> None:
    file = tmp_path / "ten_years.csv"
    ten_years(file)
    settled = {
        "CARELOG_HOME": str(tmp_path / "home"),
        "CARELOG_NOW": "2026-11-22T21:30:00+01:00",
        "TZ": "Europe/Berlin",
    }
    ended = subprocess.run(
        [sys.executable, "-c", MEASURED, str(file)],
        env={**os.environ, **settled},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    figures = json.loads(ended.stderr.splitlines()[-1])
    assert not figures["code"]
    assert json.loads(ended.stdout)["data"]["new"] == ENTRIES
    assert figures["megabytes"] < MEGABYTES
