"""The life chart: both ends of each day, a page a month, and nothing that is private."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from carelog.documents.life_chart import life_chart_document
from carelog.documents.plain_text import plain_text
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import About
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.pages.life_chart import life_chart
from support.command import Command, Terminal
from support.journals import written_and_read
from support.scenes import when

Say = Callable[..., Any]
FIRST = date(2026, 10, 1)


@pytest.fixture
def october(home: Path, now: Callable[[str], None]) -> Path:
    """A day with both ends, one in the middle, one that is private, and scales of every kind."""
    now("2026-11-22T12:00:00+01:00")
    with Journal.open(Paths.inside(home)) as journal:
        journal.trackers.add("rest", unit="h", about=About.NIGHT)
        journal.trackers.add("in the way", minimum=0, maximum=3, about=About.FUNCTION)
        journal.trackers.add("weight")
        for at, mood in (("2026-10-02 08:00", 1), ("2026-10-02 21:00", 5), ("2026-10-03 12:00", 3)):
            journal.entries.add(mood, "Kaleidoskop", feelings=["torn"] if mood == 1 else [], at=when(at))
        journal.entries.add(readings={"rest": 4.5, "in the way": 3, "weight": 70}, at=when("2026-10-02 09:00"))
        journal.entries.add(2, "Wolkenbruch", private=True, at=when("2026-10-04 09:00"))
    return home


@pytest.mark.usefixtures("october")
def test_a_day_with_both_ends_is_shown_as_both_and_what_is_private_is_on_no_page(say: Say) -> None:
    page = say("export", "--as", "life-chart", "--yes", "--format", "txt", "-o", "-").stdout
    assert "Fri 2 Oct: lowest 1; highest 5; in the way 3; rest (h) 4.5; words torn\n" in page
    assert "Sat 3 Oct: lowest 3; highest 3\n" in page
    assert "Sun 4 Oct:\n" in page
    assert not re.search("Wolkenbruch|Kaleidoskop|weight|70", page)
    assert "Highest and lowest of each day. An empty day was not noted." in page


@pytest.mark.usefixtures("october")
def test_own_words_come_only_when_they_are_asked_for_and_can_be_struck(say: Say) -> None:
    words = ("export", "--as", "life-chart", "--yes", "--format", "md", "-o", "-", "--include", "words")
    assert "Kaleidoskop" in say(*words).stdout
    struck = say(*words, "--strike", "kaleidoskop").stdout
    assert "Kaleidoskop" not in struck
    assert "▮▮▮" in struck


@pytest.mark.usefixtures("october")
def test_months_without_anything_are_left_out_and_nothing_is_written_without_any(say: Say) -> None:
    page = say("export", "--as", "life-chart", "--yes", "--format", "md", "-o", "-").stdout
    assert re.findall("^## (.*)$", page, re.MULTILINE) == ["October 2026"]
    none = say("export", "--as", "life-chart", "--yes", "--to", "2026-08-31", "-o", "chart.md")
    assert none.stdout == "Nothing is noted on these days. Nothing was written.\n"
    assert not Path("chart.md").exists()


@pytest.mark.usefixtures("october")
def test_every_line_is_shown_before_it_is_written(terminal: Callable[..., Terminal]) -> None:
    person = terminal("export", "--as", "life-chart", "-o", "chart.md", rows=60)
    person.expect("Fri 2 Oct: lowest 1; highest 5")
    person.expect("q stops, s strikes something, Enter writes it to chart.md")
    person.type("s", enter=False)
    person.expect("What to strike")
    person.type("torn")
    person.expect("▮▮▮")
    person.expect("q stops, s strikes something, Enter writes it to chart.md")
    person.type("")
    assert person.finish()[0] == 0
    assert "torn" not in Path("chart.md").read_text("utf-8")


@pytest.mark.usefixtures("october")
def test_each_month_is_one_printed_page(say: Say, home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        for number in range(90):
            day = date(2026, 8, 25) + timedelta(days=number)
            at = Moment.of(when(f"{day} 09:00").instant)
            journal.entries.add(number % 5 + 1, "a long note " * 9, feelings=["restless", "irritable"], at=at)
    say("export", "--as", "life-chart", "--yes", "--from", "2026-08-01", "-o", "chart.pdf", "--include", "words")
    pages = PdfReader(BytesIO(Path("chart.pdf").read_bytes())).pages
    months = ["August 2026", "September 2026", "October 2026", "November 2026"]
    assert [month in page.extract_text() for month, page in zip(months, pages, strict=True)] == [True] * 4


def test_it_is_a_page_and_no_table_for_programs(carelog: Command) -> None:
    done = carelog("export", "--as", "life-chart", "--yes", "--format", "csv", "-o", "chart.zip")
    assert (done.exit_code, done.stderr) == (2, "This page is made as pdf, html, md or txt, and not as csv.\n")


@given(st.lists(st.lists(st.integers(1, 5), max_size=4), min_size=1, max_size=40))
@settings(max_examples=15)
def test_the_ends_of_a_day_are_those_of_its_entries(scores: list[list[int]]) -> None:
    days = [FIRST + timedelta(days=number) for number in range(len(scores))]

    def fill(journal: Journal) -> None:
        for day, of_day in zip(days, scores, strict=True):
            for hour, score in enumerate(of_day, 8):
                journal.entries.add(score, at=when(f"{day} {hour:02}:00"))

    with written_and_read(fill) as journal:
        chart = life_chart(journal, Period(days[0], days[-1]))
    shown = {day.day: (day.lowest, day.highest) for month in chart.months for day in month.days}
    for day, of_day in zip(days, scores, strict=True):
        if day in shown:
            assert shown[day] == (min(of_day, default=None), max(of_day, default=None))
        else:
            assert not of_day
    assert plain_text(life_chart_document(chart)).startswith("Life chart\n")
