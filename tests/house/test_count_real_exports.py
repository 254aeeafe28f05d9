"""The count over real exports finds what is missing, and finds nothing missing in the samples."""

import os
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from support.source import ROOT, SAMPLES

PROGRAM = ROOT / "scripts" / "count_real_exports.py"


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the program consists of."""
    monkeypatch.syspath_prepend(str(PROGRAM.parent))
    return runpy.run_path(str(PROGRAM))


def test_all_of_the_samples_comes_in_once_and_goes_again(tmp_path: Path) -> None:
    for name in ("journey", "dayfiles", "diarium", "minidiary", "tickmate", "dailyyou"):
        (tmp_path / name).symlink_to(SAMPLES / name)
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
    assert rows == [
        "| journey | 1 | 0 | 3 | 0 | 3 | 0 | 3 | 0 | 0 | 0 | 0 |",
        "| dayfiles | 2 | 0 | 5 | 0 | 5 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| diarium | 2 | 0 | 6 | 0 | 8 | 0 | 8 | 0 | 0 | 0 | 0 |",
        "| minidiary | 2 | 0 | 3 | 0 | 6 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| tickmate | 1 | 0 | 3 | 0 | 0 | 0 | 6 | 0 | 0 | 0 | 0 |",
        "| dailyyou | 2 | 0 | 6 | 0 | 4 | 0 | 0 | 0 | 0 | 0 | 0 |",
    ]


def test_a_date_a_note_and_an_activity_that_are_not_in_the_journal_are_missing(count: dict[str, object]) -> None:
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


def test_a_file_that_is_refused_is_not_counted(count: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("words", "utf-8")
    result = count["counted"]("tickmate", tmp_path / "words.db")
    assert dict(result.numbers) == {"not counted": 1}
    assert result.reason == (
        "This is no database of Tickmate, which has tracks and ticks. Export the database in Tickmate and import that "
        "file."
    )
