"""The calendar page: every day in its place, a pointer to today, and no interpretation."""

import io
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.time.days import ONE_DAY, Period
from carelog.journal import Journal
from carelog.review.days.moods import DayMood
from carelog.review.pages.calendar import Calendar, CalendarYear, calendar
from carelog.settings import Theme
from carelog.terminal.console import make_console
from carelog.terminal.page import Page
from carelog.terminal.pages.calendar import CalendarPage
from carelog.wording.days import SHORT_WEEKDAYS, short_month
from support.drawing import lines_of
from support.scenes import FRIDAY, HOSTILE, Scene, back_after_four_months, empty, full_week, hostile, one_entry

pytestmark = pytest.mark.usefixtures("home")

WORDS = MoodWords()
MONTHS = tuple(short_month(date(2026, month, 1)) for month in range(1, 13))
YEARS = st.integers(1900, 9000)
COLUMNS = st.integers(20, 130)


def year_with_five_days() -> Journal:
    """Five days in February and no later ones."""
    scene = Scene()
    for day, mood in {3: 2, 4: 3, 10: 4, 12: 3, 15: 5}.items():
        scene.note(f"2026-02-{day:02} 20:00", mood)
    return scene.journal


def three_years() -> Journal:
    """Days in the spring of 2024, none in 2025, and the last weeks."""
    scene = Scene()
    for number in range(60):
        scene.note(f"{date(2024, 3, 1) + timedelta(days=2 * number)} 20:00", 1 + number % 5)
        if number < 30:
            scene.note(f"{FRIDAY - timedelta(days=number)} 08:00", None if number == 4 else 1 + number % 4, "words")
    return scene.journal


SCENES: dict[str, Callable[[], tuple[Journal, int]]] = {
    "empty": lambda: (empty(), 1),
    "one_entry": lambda: (one_entry(), 1),
    "full_week": lambda: (full_week(), 1),
    "back_after_four_months": lambda: (back_after_four_months(), 1),
    "hostile": lambda: (hostile(), 1),
    "year_with_five_days": lambda: (year_with_five_days(), 1),
    "three_years": lambda: (three_years(), 3),
}


@pytest.mark.parametrize("scene", SCENES)
def test_the_calendar_looks_as_it_is_kept(scene: str, golden: Callable[[str, Page], None]) -> None:
    journal, years = SCENES[scene]()
    with journal:
        golden(f"calendar-{scene}", CalendarPage(calendar(journal, FRIDAY.year, FRIDAY, years), WORDS))


def test_every_golden_calendar_is_drawn_by_a_test() -> None:
    kept = {path.stem for path in (Path(__file__).parents[1] / "golden").glob("calendar-*.txt")}
    assert kept == {f"calendar-{scene}" for scene in SCENES}


def full(year: int, *, until: date | None = None, years: int = 1) -> Calendar:
    """Years with an entry every day, whose moods cycle through the levels, so that a misplaced day is detected."""
    last = until or date(year, 12, 31)
    days = [
        tuple(
            DayMood(day, (1 + day.toordinal() % 5,), 1)
            for day in Period(date(each, 1, 1), date(each, 12, 31))
            if day <= last
        )
        for each in range(year - years + 1, year + 1)
    ]
    return Calendar(tuple(CalendarYear(each[0].day.year, each) for each in days), last)


def pieces(lines: Sequence[str]) -> list[list[str]]:
    """The seven rows of each piece of a drawn calendar, without the weekday labels."""
    rows = [line[4:] for line in lines if line[:3] in SHORT_WEEKDAYS and line[3:4] in ("", " ")]
    return [rows[start : start + 7] for start in range(0, len(rows), 7)]


def read(piece: Sequence[str]) -> str:
    """The marks of a piece in the order of the days."""
    wide = max(map(len, piece))
    columns = zip(*(row.ljust(wide) for row in piece), strict=True)
    return "".join("".join(column) for column in columns).replace(" ", "")


@given(YEARS, COLUMNS, st.integers(1, 3))
@example(2012, 111, 1)
@example(2012, 58, 2)
@example(2023, 31, 1)
def test_read_week_by_week_the_marks_are_the_days_of_the_year(year: int, columns: int, years: int) -> None:
    found = full(year, years=years if year - years >= 1899 else 1)
    drawn = lines_of(CalendarPage(found, WORDS), columns, "ascii")
    assert all(cell_len(line) <= columns for line in drawn)
    assert "".join(map(read, pieces(drawn))) == "".join(str(day.scores[0]) for day in found.days)


@pytest.mark.parametrize(
    ("columns", "count"), [(20, 4), (31, 4), (32, 2), (40, 2), (80, 2), (110, 2), (111, 1), (120, 1)]
)
def test_a_year_is_drawn_in_one_piece_where_it_fits_and_else_in_halves_or_quarters(columns: int, count: int) -> None:
    assert len(pieces(lines_of(CalendarPage(full(2026), WORDS), columns))) == count


def test_years_under_each_other_are_one_piece_each_on_a_usual_terminal() -> None:
    drawn = lines_of(CalendarPage(full(2026, years=3), WORDS), 80)
    assert len(pieces(drawn)) == 3
    assert [line[:4] for line in drawn if line[:2] == "20"] == ["2024", "2025", "2026"]


def with_everything(scale: MoodScale) -> Calendar:
    """A year with every mark there is: all levels, days at both ends, without a mood, without an entry and of rest."""
    shapes = ((1,), (2,), (3,), (4,), (5,), (1, 5), (2, 4), (), None)
    days = [
        DayMood(day, shape or (), 0 if shape is None else len(shape) or 1, resting=shape is None and number % 2 == 0)
        for number, day in enumerate(Period(date(2026, 1, 1), FRIDAY))
        for shape in [shapes[number % len(shapes)]]
    ]
    return Calendar((CalendarYear(2026, tuple(days), scale),), FRIDAY, scale=scale)


@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("scale", MoodScale)
def test_a_year_with_its_legend_and_the_prompt_fits_a_terminal_of_24_lines(scale: MoodScale, columns: int) -> None:
    drawn = lines_of(CalendarPage(with_everything(scale), MoodWords(scale)), columns)
    assert len(drawn) <= 23
    assert any("no entry" in line for line in drawn)


def test_a_year_on_a_narrow_terminal_has_no_line_to_spare() -> None:
    assert len(lines_of(CalendarPage(full(2026, until=FRIDAY), WORDS), 40)) <= 24
    drawn = lines_of(CalendarPage(with_everything(MoodScale.ONE_SIDED), WORDS), 40)
    assert len(drawn) <= 28
    assert [line for line in drawn if not line] == [""]


@given(YEARS, COLUMNS)
def test_the_name_of_a_month_stands_above_the_week_of_its_first_day(year: int, columns: int) -> None:
    first_of_months = Calendar(
        (CalendarYear(year, tuple(DayMood(date(year, month, 1), (3,), 1) for month in range(1, 13))),), date(9999, 1, 1)
    )
    drawn = lines_of(CalendarPage(first_of_months, WORDS), columns, "ascii")
    found = []
    for number, line in enumerate(drawn):
        if line.split() and set(line.split()) <= set(MONTHS):
            for name in line.split():
                column = line.index(name)
                below = [row[column : column + 1] for row in drawn[number + 1 : number + 8]]
                assert "3" in below, name
                found.append(name)
    assert tuple(found) == MONTHS


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 1, 5), date(2026, 6, 30), FRIDAY, date(2026, 12, 31)])
def test_below_todays_week_an_arrow_points_at_it(day: date, columns: int, encoding: str) -> None:
    drawn = lines_of(CalendarPage(full(2026, until=day), WORDS), columns, encoding)
    (pointer,) = [line for line in drawn if "today" in line]
    column = pointer.index("^" if encoding == "ascii" else "▴")
    row = drawn[drawn.index(pointer) - 7 + day.weekday()]
    assert len(row) - 1 == column
    assert row.startswith(SHORT_WEEKDAYS[day.weekday()])


def test_another_year_has_no_today() -> None:
    found = Calendar(full(2025).years, FRIDAY)
    assert not [line for line in lines_of(CalendarPage(found, WORDS)) if "today" in line]


@pytest.mark.parametrize("columns", [40, 120])
def test_today_is_found_before_something_is_noted(columns: int) -> None:
    known = full(2026, until=date(2026, 6, 30)).years
    drawn = lines_of(CalendarPage(Calendar(known, date(2026, 7, 1)), WORDS), columns)
    assert [line for line in drawn if "today" in line]


def test_halves_without_a_day_are_left_out() -> None:
    first, second = (DayMood(date(2026, month, 2), (3,), 1) for month in (3, 10))
    drawn = lines_of(CalendarPage(Calendar((CalendarYear(2026, (first,)),), date(2026, 3, 9)), WORDS))
    assert [line.split()[0] for line in drawn if line.split()[:1] in (["Jan"], ["Jul"])] == ["Jan"]
    drawn = lines_of(CalendarPage(Calendar((CalendarYear(2026, (second,)),), date(2027, 1, 1)), WORDS))
    assert [line.split()[0] for line in drawn if line.split()[:1] in (["Jan"], ["Jul"])] == ["Jul"]


def test_a_pause_is_drawn_as_quietly_as_a_day_without_an_entry_and_the_future_not_at_all() -> None:
    days = (DayMood(date(2026, 3, 2), (4,), 1), DayMood(date(2026, 3, 3)), DayMood(date(2026, 3, 4), resting=True))
    page = CalendarPage(Calendar((CalendarYear(2026, days),), date(2026, 3, 5)), WORDS)
    assert [read(piece) for piece in pieces(lines_of(page, 80))] == ["◕··"]


def test_half_a_level_is_drawn_as_the_one_nearer_to_the_middle() -> None:
    scores = ((1, 2), (2, 3), (3, 4), (4, 5))
    days = tuple(DayMood(FRIDAY + number * ONE_DAY, each, 2) for number, each in enumerate(scores))
    page = CalendarPage(Calendar((CalendarYear(2026, days),), date(2027, 1, 1)), WORDS)
    assert "".join(map(read, pieces(lines_of(page, 80, "ascii")))) == "2334"


@pytest.mark.parametrize("plain", [False, True])
def test_a_page_opens_with_the_year_and_its_coverage_and_no_mood(plain: bool) -> None:
    low = tuple(DayMood(day, (1,), 1) for day in Period(date(2026, 1, 1), FRIDAY))
    page = CalendarPage(Calendar((CalendarYear(2026, low),), FRIDAY), WORDS)
    first = " ".join(list(page.sentences())[:2]) if plain else lines_of(page)[0]
    assert first.split() == f"2026{'.' if plain else ''} Entries on 324 of 324 days.".split()


def test_sentences_tell_month_by_month_how_many_days_there_were_of_each() -> None:
    with full_week() as journal:
        page = CalendarPage(calendar(journal, 2026, FRIDAY), WORDS)
    assert list(page.sentences()) == [
        "2026.",
        "Entries on 11 of 14 days.",
        "On 4 days an entry was at 2 or below; on 3 of them the middle of the day was too.",
        "November: good on 3 days, okay on 5, bad on 2, awful on 1, no entry on 3.",
    ]


def test_of_several_years_the_sentences_tell_each_year() -> None:
    with three_years() as journal:
        told = list(CalendarPage(calendar(journal, 2026, FRIDAY, 3), WORDS).sentences())
    assert told == [
        "2024.",
        "Entries on 60 of 119 days; pauses and long times away are left out.",
        "On 24 days an entry was at 2 or below.",
        "The year: great on 12 days, good on 12, okay on 12, bad on 12, awful on 12, no entry on 59, pause on 187.",
        "2025.",
        "Nothing is noted in 2025.",
        "2026.",
        "Entries on 30 of 30 days; pauses and long times away are left out.",
        "On 15 days an entry was at 2 or below.",
        "The year: good on 7 days, okay on 7, bad on 8, awful on 7, noted without a mood on 1, pause on 294.",
    ]


@pytest.mark.parametrize(("year", "told"), [(2020, "Nothing is noted in 2020."), (2030, "Nothing is noted in 2030.")])
def test_a_year_without_entries_says_so_and_draws_nothing(year: int, told: str) -> None:
    with full_week() as journal:
        page = CalendarPage(calendar(journal, year, FRIDAY), WORDS)
    assert lines_of(page) == [f"{year}   {told}"]
    assert list(page.sentences()) == [f"{year}.", told]


def test_nothing_is_said_of_months_that_were_a_pause_from_end_to_end() -> None:
    with year_with_five_days() as journal:
        told = list(CalendarPage(calendar(journal, 2026, FRIDAY), WORDS).sentences())
    assert told[1:] == [
        "Entries on 5 of 13 days; pauses and long times away are left out.",
        "On 1 day an entry was at 2 or below.",
        "February: great on 1 day, good on 1, okay on 2, bad on 1, no entry on 8, pause on 13.",
    ]


def test_an_empty_journal_says_how_to_begin() -> None:
    with empty() as journal:
        page = CalendarPage(calendar(journal, 2026, FRIDAY, 50), WORDS)
    assert " ".join(lines_of(page)).endswith("Nothing is noted yet. Begin with: carelog mood 4 a few words")


def test_the_legend_speaks_in_the_persons_words_and_of_both_ends_alike() -> None:
    drawn = lines_of(CalendarPage(full(2026), MoodWords(MoodScale.TWO_SIDED)), 120)
    assert drawn[-4:] == [
        "● very high: 73   ◕ high: 73   ◑ level: 73   ◔ low: 73   ○ very low: 73",
        "Mood: level on 73 of 365 days.",
        "On 146 days an entry was at 2 or below.",
        "On 146 days an entry was at 4 or above.",
    ]


def test_a_day_at_both_ends_of_a_two_sided_scale_has_a_mark_of_its_own() -> None:
    days = tuple(DayMood(date(2026, 1, 1 + number), (1, 5) if number < 20 else (3,), 2) for number in range(28))
    scale = MoodScale.TWO_SIDED
    page = CalendarPage(Calendar((CalendarYear(2026, days, scale),), FRIDAY, scale=scale), MoodWords(scale))
    drawn = lines_of(page, 120)
    assert "↕ both low and high: 20" in "\n".join(drawn)
    assert sum(line.count("↕") for line in drawn if line[:3] in SHORT_WEEKDAYS) == 20
    assert sum(line.count("x") for line in lines_of(page, 120, "ascii") if line[:3] in SHORT_WEEKDAYS) == 20
    assert list(page.sentences())[2:] == [
        "Mood: level on 8 of 28 days, both low and high on 20.",
        "On 20 days an entry was at 2 or below; the middle of those days was not.",
        "On 20 days an entry was at 4 or above; the middle of those days was not.",
        "January: level on 8 days, both low and high on 20.",
    ]


@given(
    st.lists(st.sampled_from([*HOSTILE, "漢字", "שלום", "a"]).map(lambda text: text[:20]), min_size=5, max_size=5),
    st.sampled_from([20, 40, 80, 120]),
    st.sampled_from(["utf-8", "ascii"]),
)
def test_any_words_for_moods_stay_inside_the_page(words: list[str], columns: int, encoding: str) -> None:
    own = MoodWords(renamed=tuple(f"{number}{word}" for number, word in enumerate(words)))
    page = CalendarPage(full(2026), own)
    assert all(cell_len(line) <= columns for line in lines_of(page, columns, encoding))
    assert "".join(map(read, pieces(lines_of(page, columns, "ascii")))).isdigit()


def test_every_level_has_its_colour_on_the_grid_and_in_the_legend(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    console = make_console(io.StringIO(), Theme.DARK, columns=120)
    drawn = {
        (segment.text.strip(), segment.style)
        for segment in console.render(CalendarPage(full(2026), WORDS))
        if segment.text.strip() in set("○◔◑◕●")
    }
    assert drawn == {(mark, console.get_style(f"mood.{level}")) for level, mark in enumerate("○◔◑◕●", start=1)}
    assert len({style.color for _, style in drawn if style}) == 5


def test_fifty_years_are_drawn_one_under_the_other() -> None:
    drawn = lines_of(CalendarPage(full(2026, years=50), WORDS), 80, "ascii")
    assert len(pieces(drawn)) == 50
    assert len("".join(map(read, pieces(drawn)))) == 50 * 365 + 12
