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

from carelog.documents.blocks import Table
from carelog.documents.charts.life_chart import month_chart
from carelog.documents.life_chart import life_chart_document
from carelog.documents.plain_text import plain_text
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import About
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.pages.life_chart import LifeChart, LifeDay, LifeMonth, Taken, life_chart
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
    assert "Fri 2 Oct: lowest 1; highest 5; in the way 3; rest (h) 4.5; feelings torn\n" in page
    assert "Sat 3 Oct: lowest 3; highest 3\n" in page
    assert "Sun 4 Oct:\n" in page
    assert "Thu 1 Oct" not in page, "it begins on the first day on which something is noted"
    assert not re.search("Wolkenbruch|Kaleidoskop|weight|70", page)
    assert "Highest and lowest of each day. An empty day was not noted." in page


@pytest.mark.usefixtures("october")
def test_own_words_come_only_when_they_are_asked_for_and_can_be_struck(say: Say) -> None:
    words = ("export", "--as", "life-chart", "--yes", "--format", "md", "-o", "-", "--include", "words")
    with_words = say(*words).stdout
    assert "Kaleidoskop" in with_words
    assert "| rest (h) | words |" in with_words
    assert "| rest (h) | feelings |" in say(*words[:-2]).stdout
    struck = say(*words, "--strike", "kaleidoskop").stdout
    assert "Kaleidoskop" not in struck
    assert "▮▮▮" in struck


@pytest.mark.usefixtures("october")
def test_a_name_behind_the_end_of_a_line_is_told_as_not_on_it(carelog: Command, home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(3, f"{'a walk ' * 10} Robin", at=when("2026-10-05 12:00"))
    words = ("export", "--as", "life-chart", "--yes", "--format", "md", "-o", "-", "--include", "words")
    assert carelog(*words, "--strike", "walk").exit_code == 0
    assert "Not among your words on this page: “Robin”." in carelog(*words, "--strike", "Robin").stderr


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
    person.expect("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
    person.type("torn")
    person.expect("“torn” is struck in 1 place.")
    person.expect("▮▮▮")
    person.expect("q stops, s strikes more, u takes the last one back, Enter writes it to chart.md")
    person.type("u", enter=False)
    person.expect("torn")
    person.expect("q stops, s strikes something, Enter writes it to chart.md")
    person.type("s", enter=False)
    person.expect("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
    person.type("torn")
    person.expect("q stops, s strikes more, u takes the last one back, Enter writes it to chart.md")
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


LEFT_OUT = {
    "mood": "lowest|highest|level",
    "trackers": r"in the way|rest|4\.5",
    "medicines": "medicines|Medicines|1 of 1|as needed|Full dot",
    "feelings": "torn",
    "name": "Ada",
}


@pytest.fixture
def with_medicines(october: Path, say: Say, now: Callable[[str], None]) -> Path:
    """Two medicines, one of them as needed, both taken on a day in October, and a name."""
    now("2026-10-01T08:00:00+02:00")
    say("routine", "add", "Lithium", "--kind", "medicine", "--every", "daily")
    say("routine", "add", "Hydroxyzine", "--kind", "medicine", "--every", "as-needed")
    now("2026-10-02T09:00:00+02:00")
    say("done", "Lithium", "Hydroxyzine")
    now("2026-11-22T12:00:00+01:00")
    say("settings", "set", "name", "Ada")
    return october


def chart(say: Say, *options: str, form: str = "html") -> str:
    page: str = say("export", "--as", "life-chart", "--yes", "--format", form, "-o", "-", *options).stdout
    return page


@pytest.mark.usefixtures("with_medicines")
@pytest.mark.parametrize("form", ["html", "md", "txt"])
@pytest.mark.parametrize("whom", ["therapist", "self"])
def test_what_is_left_out_is_nowhere_on_it_and_everything_else_stays(say: Say, form: str, whom: str) -> None:
    whole = chart(say, "--for", whom, form=form)
    there = {section for section, signs in LEFT_OUT.items() if re.search(signs, whole)}
    assert there == set(LEFT_OUT)
    for section, signs in LEFT_OUT.items():
        page = chart(say, "--for", whom, "--leave-out", section, form=form)
        assert not re.search(signs, page), section
        rest = {other for other in there - {section} if not re.search(LEFT_OUT[other], page)}
        assert rest == set(), f"lost with {section}"


@pytest.mark.usefixtures("with_medicines")
@pytest.mark.parametrize(("options", "named"), [((), True), (("--leave-out", "name"), False)])
def test_the_name_on_the_printed_chart_is_shown_before(
    terminal: Callable[..., Terminal], options: tuple[str, ...], named: bool
) -> None:
    person = terminal("export", "--as", "life-chart", "-o", "chart.pdf", *options, rows=80)
    person.expect("Enter writes it to chart.pdf")
    shown = person.screen
    person.type("")
    assert person.finish()[0] == 0
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(Path("chart.pdf").read_bytes())).pages)
    assert ("Ada" in shown, "Ada" in printed) == (named, named)


@pytest.mark.usefixtures("with_medicines")
def test_settings_leave_out_too_and_include_brings_back(say: Say) -> None:
    say("settings", "set", "share.therapist.sections", "mood,feelings")
    assert not re.search(f"{LEFT_OUT['trackers']}|{LEFT_OUT['medicines']}", chart(say))
    assert "1 of 1" in chart(say, "--include", "medicines")


@pytest.mark.usefixtures("with_medicines")
def test_activities_are_words_that_can_be_left_out(say: Say) -> None:
    say("activity", "did", "a swim", "--at", "2026-10-05 15:00")
    assert "a swim" in chart(say, "--include", "words")
    page = chart(say, "--include", "words", "--leave-out", "activities")
    assert "Kaleidoskop" in page
    assert "a swim" not in page


@pytest.mark.usefixtures("with_medicines")
def test_a_section_is_struck_in_the_preview(terminal: Callable[..., Terminal]) -> None:
    person = terminal("export", "--as", "life-chart", "-o", "chart.md", rows=60)
    person.expect("1 of 1")
    person.expect("Enter writes it to chart.md")
    person.type("s", enter=False)
    person.expect("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
    person.type("medicines")
    person.expect("Enter writes it to chart.md")
    person.type("")
    assert person.finish()[0] == 0
    assert not re.search(LEFT_OUT["medicines"], Path("chart.md").read_text("utf-8"))


@pytest.mark.usefixtures("october")
def test_nothing_is_written_where_all_of_it_is_left_out(say: Say) -> None:
    page = chart(say, *(f"--leave-out={section}" for section in LEFT_OUT))
    assert page == "Nothing is noted on these days. Nothing was written.\n"


@pytest.mark.usefixtures("october")
@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--ask", "a walk"), "--ask"),
        (("--say-left-out",), "--say-left-out"),
        (("--by-year",), "--by-year"),
        (("--by-day",), "--by-day"),
        (("--by-day", "--for", "self"), "--by-day"),
        (("--include", "notes"), "--include notes"),
        (("--include", "words,scores"), "--include scores"),
    ],
)
def test_what_a_chart_does_not_have_is_refused(carelog: Command, options: tuple[str, ...], named: str) -> None:
    done = carelog("export", "--as", "life-chart", "--yes", "-o", "chart.md", *options)
    assert (done.exit_code, done.stderr) == (2, f"A life chart has no {named}.\n")
    assert not list(Path().glob("chart*"))


@pytest.mark.usefixtures("october")
@pytest.mark.parametrize(
    "options",
    [
        ("--for", "ally", "--format", "txt"),
        ("--format", "csv", "-o", "chart.zip"),
        ("--for", "self", "--format", "csv", "-o", "chart.zip"),
        ("--format", "json", "-o", "-"),
        ("--for", "self", "--format", "json", "-o", "-"),
        ("--for", "self", "-o", "chart.json"),
    ],
)
def test_it_is_for_a_therapist_or_oneself_and_no_table_for_programs(carelog: Command, options: tuple[str, ...]) -> None:
    done = carelog("export", "--as", "life-chart", "--yes", *options)
    said = "A life chart is for a therapist or yourself, as pdf, html, md or txt.\n"
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
    assert not list(Path().glob("chart*"))


@pytest.mark.usefixtures("october")
def test_an_unknown_kind_is_refused_before_anything_is_written(carelog: Command) -> None:
    done = carelog("export", "--as", "chart", "--for", "self", "--format", "json", "--yes", "-o", "-")
    said = "There is no “chart” to export as. What there is: page, life-chart.\n"
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.usefixtures("october")
@pytest.mark.parametrize("whom", ["therapist", "self"])
def test_the_record_says_for_whom_it_was(data: Say, whom: str) -> None:
    made = data("export", "--as", "life-chart", "--yes", "--for", whom, "-o", "chart.md")
    assert made["audience"] == whom
    shown = data("shares")["shares"]
    assert [(share["audience"], share["sections"]) for share in shown] == [(whom, ["life-chart"])]


@pytest.mark.parametrize(("hour", "shown"), [("12:00", "1 of 1"), ("20:00", "2 of 2"), ("22:00", "3 of 3")])
def test_what_can_still_be_taken_today_is_not_due(say: Say, now: Callable[[str], None], hour: str, shown: str) -> None:
    now("2026-11-21T12:00:00+01:00")
    say("routine", "add", "Lithium", "--kind", "medicine", "--every", "3/day")
    for at in ("09:00", "13:00", "21:30"):
        if at < hour:
            now(f"2026-11-22T{at}:00+01:00")
            say("done", "Lithium")
    now(f"2026-11-22T{hour}:00+01:00")
    assert f"Sun 22 Nov: medicines {shown}\n" in chart(say, form="txt")


@pytest.mark.parametrize(
    ("taken", "drawn", "dots"),
    [
        (Taken(2, 2), [], 1),
        (Taken(2, 2, 1), ["+1"], 1),
        (Taken(1, 2), ["1"], 0),
        (Taken(0, 2), ["0"], 0),
        (Taken(1, 2, 3), ["1+3"], 0),
        (Taken(0, 0, 2), ["+2"], 0),
    ],
)
def test_medicines_are_drawn_as_a_dot_or_as_a_number_and_a_caption_says_so(
    taken: Taken, drawn: list[str], dots: int
) -> None:
    day = LifeDay(FIRST, None, None, (), taken, ())
    month, moods = LifeMonth((day,)), ("awful", "bad", "okay", "good", "great")
    of_month = LifeChart(Period(FIRST, FIRST), (), (month,), False, True, False, False, False, moods)
    svg = month_chart(of_month, month, Table("", (), ())).svg
    texts = re.findall("<text[^>]*>([^<]*)</text>", svg)
    caption = "Full dot: all that was due is noted as taken. A number: so many are. Behind a plus: taken as needed."
    assert sorted(texts) == sorted(["medicines", "1", *drawn, caption])
    assert svg.count("<circle") == dots


@pytest.mark.usefixtures("october")
def test_no_line_is_of_a_day_to_come(say: Say) -> None:
    with_today = chart(say, "--from", "2026-10-01", "--to", "2026-12-31", form="txt")
    assert not re.search(r"2[3-9] Nov\b|\bDec\b", with_today)


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


def test_a_dose_beyond_the_plan_is_one_more_and_only_a_medicine_without_one_is_taken_as_needed(
    say: Say, now: Callable[[str], None]
) -> None:
    now("2026-11-20T08:00:00+01:00")
    say("routine", "add", "tablets", "--kind", "medicine", "--every", "daily")
    say("routine", "add", "drops", "--kind", "medicine", "--every", "as-needed")
    page = ("export", "--as", "life-chart", "--yes", "--format", "txt", "-o", "-")
    say("done", "tablets")
    say("done", "tablets", "--again")
    assert "medicines 1 of 1, 1 more\n" in say(*page).stdout
    say("done", "drops")
    assert "medicines 1 of 1, 1 more, 1 as needed\n" in say(*page).stdout
    now("2026-11-21T08:00:00+01:00")
    say("routine", "edit", "tablets", "--every", "as-needed")
    say("done", "tablets")
    lines = say(*page).stdout.splitlines()
    assert [line.partition("medicines ")[2] for line in lines if line.startswith(("Fri 20", "Sat 21"))] == [
        "1 of 1, 1 more, 1 as needed",
        "1 as needed",
    ]
