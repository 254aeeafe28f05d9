"""tracker sheet: a month of one's own scales, to print."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command
from support.scenes import when

Say = Callable[..., Any]


@pytest.fixture
def november(home: Path, now: Callable[[str], None]) -> Path:
    now("2026-11-22T12:00:00+01:00")
    with Journal.open(Paths.inside(home)) as journal:
        journal.trackers.add("sleep", unit="h", minimum=0, maximum=24)
        journal.entries.add(4, readings={"sleep": 7.5}, at=when("2026-11-02 09:00"))
        journal.entries.add(1, readings={"sleep": 1}, private=True, at=when("2026-11-03 09:00"))
    return home


@pytest.mark.usefixtures("november")
def test_it_has_a_line_a_day_and_what_was_noted(say: Say) -> None:
    page = say("tracker", "sheet", "--format", "txt", "-o", "-").stdout
    assert "Mon 2 Nov: mood (1 to 5) 4; sleep (h, 0 to 24) 7.5\n" in page
    assert page.count(" Nov:") == 30
    assert "Tue 3 Nov:\n" in page, "what is private stays here"


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    ("scale", "scores", "shown"),
    [
        ("two-sided", (1, 5), "1 to 5"),
        ("two-sided", (2, 3, 4), "2 to 4"),
        ("two-sided", (4, 5), "4.5"),
        ("one-sided", (1, 5), "3"),
    ],
)
def test_a_day_with_both_ends_has_both(say: Say, home: Path, scale: str, scores: tuple[int, ...], shown: str) -> None:
    say("settings", "set", "mood.scale", scale)
    with Journal.open(Paths.inside(home)) as journal:
        for hour, score in enumerate(scores, 10):
            journal.entries.add(score, at=when(f"2026-11-05 {hour}:00"))
    page = say("tracker", "sheet", "--format", "txt", "-o", "-").stdout
    assert f"Thu 5 Nov: mood (1 to 5) {shown}\n" in page


@pytest.mark.usefixtures("november")
def test_an_empty_one_holds_nothing_that_was_noted(say: Say) -> None:
    page = say("tracker", "sheet", "--empty", "--format", "md", "-o", "-").stdout
    assert "7.5" not in page
    assert "To fill in by hand." in page


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    ("typed", "month"),
    [("last", "October 2026"), ("next", "December 2026"), ("2025-02", "February 2025"), ("dec", "December 2025")],
)
def test_months_are_named_as_people_name_them(say: Say, typed: str, month: str) -> None:
    assert say("tracker", "sheet", "--month", typed, "--format", "md", "-o", "-").stdout.startswith(f"# {month}\n")


@pytest.mark.parametrize("typed", ["soon", "2026-13", "ma", "2026", "²-²"])
def test_what_is_no_month_is_refused(carelog: Command, typed: str) -> None:
    done = carelog("tracker", "sheet", "--month", typed)
    said = f"carelog cannot read “{typed}” as a month. A month is 2026-11, november, last or next.\n"
    assert (done.exit_code, done.stderr) == (2, said)


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(("scales", "pages"), [(1, 1), (7, 1), (8, 2), (15, 3)])
def test_a_month_fits_on_a_page_for_every_seven_scales(say: Say, home: Path, scales: int, pages: int) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        for number in range(scales - 1):
            journal.trackers.add(f"scale {number}", minimum=0, maximum=10)
    say("tracker", "sheet", "--month", "october", "-o", "sheet.pdf")
    assert len(PdfReader(BytesIO(Path("sheet.pdf").read_bytes())).pages) == pages


@pytest.mark.usefixtures("november")
def test_a_file_that_is_there_stays_unless_it_may_be_replaced(carelog: Command, say: Say) -> None:
    Path("sheet.md").write_text("mine")
    assert carelog("tracker", "sheet", "--output", "sheet.md").exit_code == 2
    assert Path("sheet.md").read_text() == "mine"
    say("tracker", "sheet", "--output", "sheet.md", "--force")
    assert Path("sheet.md").read_text("utf-8").startswith("# November 2026\n")
