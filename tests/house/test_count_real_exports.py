"""The count over real exports finds what is missing, and finds nothing missing in the samples."""

import json
import os
import runpy
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support.command import Command
from support.source import ROOT, SAMPLES

PROGRAM = ROOT / "scripts" / "count_real_exports.py"
OF_SAMPLES = {
    "daylio": (5, 0, 13, 12, 23, 0),
    "loop": (4, 0, 82, 0, 140, 0),
    "jrnl": (6, 2, 12, 12, 0, 0),
    "dayone": (2, 0, 4, 4, 4, 2),
    "pixels": (2, 0, 4, 2, 4, 0),
    "bearable": (2, 0, 2, 2, 0, 0),
    "howwefeel": (1, 0, 2, 3, 2, 0),
    "trackandgraph": (2, 0, 3, 2, 0, 0),
    "journey": (1, 0, 3, 3, 3, 0),
    "dayfiles": (2, 0, 5, 5, 0, 0),
    "diarium": (2, 0, 6, 8, 8, 0),
    "minidiary": (2, 0, 3, 6, 0, 0),
    "tickmate": (1, 0, 3, 0, 6, 0),
    "dailyyou": (2, 0, 6, 4, 0, 0),
}
"""Of the samples of each format: exports, those not counted, dates, notes, activities, and rows that are left out."""


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the program consists of."""
    monkeypatch.syspath_prepend(str(PROGRAM.parent))
    return runpy.run_path(str(PROGRAM))


def test_the_program_prints_a_row_for_each_format(tmp_path: Path) -> None:
    (tmp_path / "journey").symlink_to(SAMPLES / "journey")
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    heading, _, *rows = done.stdout.splitlines()
    assert heading == (
        "| format | exports | not counted | dates | dates missing | notes | notes missing | activities "
        "| activities missing | left out | second run | left after undo |"
    )
    assert rows == ["| journey | 1 | 0 | 3 | 0 | 3 | 0 | 3 | 0 | 0 | 0 | 0 |"]


def test_every_counter_is_tried(count: dict[str, Any]) -> None:
    assert set(count["COUNTERS"]) == set(OF_SAMPLES)


@pytest.mark.parametrize("name", OF_SAMPLES)
def test_all_of_the_samples_comes_in_once_and_goes_again(name: str, count: dict[str, Any], carelog: Command) -> None:
    def in_this_process(home: str, *words: str) -> Any:
        said = carelog(*words, env={"CARELOG_HOME": home, "CARELOG_NOW": count["NOW"]})
        return json.loads(said.stdout or said.stderr)

    count["counted"].__globals__["carelog"] = in_this_process
    found = Counter[str]()
    for result in count["counted_in"](SAMPLES, name):
        found += result.numbers
    wrong = ("dates missing", "notes missing", "activities missing", "second run", "left after undo")
    assert {key: found[key] for key in wrong} == dict.fromkeys(wrong, 0)
    right = ("exports", "not counted", "dates", "notes", "activities", "left out")
    assert tuple(found[key] for key in right) == OF_SAMPLES[name]


def test_a_date_a_note_and_an_activity_that_are_not_in_the_journal_are_missing(count: dict[str, Any]) -> None:
    counted, compared = count["Counted"], count["compared"]
    found, journal = counted(), counted()
    found.add(date(2025, 3, 9), ["Went to the <b>lake</b>"], ["walk", "walk"])
    found.add(date(2025, 3, 10), ["Slept"], ["tea"])
    journal.add(date(2025, 3, 9), ["went to the lake."], ["Walk"])
    result = compared("a", found, journal)
    assert (result.missing, dict(result.numbers)) == (
        [date(2025, 3, 10)],
        {
            "exports": 1,
            "dates": 2,
            "dates missing": 1,
            "notes": 2,
            "notes missing": 1,
            "activities": 3,
            "activities missing": 2,
        },
    )


def test_a_file_that_is_refused_is_not_counted(count: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("words", "utf-8")
    result = count["counted"]("tickmate", tmp_path / "words.db")
    assert dict(result.numbers) == {"not counted": 1}
    assert result.reason == (
        "This is no database of Tickmate, which has tracks and ticks. Export the database in Tickmate and import that "
        "file."
    )
