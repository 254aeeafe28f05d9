from datetime import date

import pytest

from carelog.domain.mood import MoodScale, MoodWords
from carelog.review.pages.week import week
from carelog.terminal.pages.week import WeekPage
from support.drawing import lines_of
from support.scenes import FRIDAY, Scene, back_after_four_months, full_week, hostile

DAYS = ("Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21", "Sun 22")
WORDS = MoodWords()


@pytest.fixture(autouse=True)
def _home(home: object) -> None:
    """Scenes are journals in a home."""


@pytest.fixture
def page() -> WeekPage:
    with full_week() as journal:
        return WeekPage(week(journal, FRIDAY, FRIDAY), WORDS)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("columns", [100, 111, 112, 120, 200])
def test_seven_days_stand_side_by_side_and_everything_stands_under_its_day(
    page: WeekPage, columns: int, encoding: str
) -> None:
    drawn = lines_of(page, columns, encoding)
    header = next(line for line in drawn if "Mon 16" in line)
    starts = [header.index(day) for day in DAYS]
    for row in ("mood", "sleep", "Lamotrigine", "Walk"):
        line = next(line for line in drawn if line.startswith(row))
        cells = [line[start] for start in starts if len(line) > start]
        assert all(line[start - 1] == " " for start in starts if len(line) > start)
        assert "".join(cells).strip()
    assert next(line for line in drawn if line.startswith("Lamotrigine")).endswith("5 of 5")


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_no_name_of_a_routine_is_cut(page: WeekPage, columns: int) -> None:
    names = [each.routine.name for each in page.week.routines]
    drawn = lines_of(page, columns)
    first = next(number for number, line in enumerate(drawn) if line.startswith("Lamotrigine"))
    labels = " ".join(line[:24].split("  ")[0].strip() for line in drawn[first:] if not line[:1].isdigit())
    assert all(name in " ".join(labels.split()) for name in names)


def test_a_narrow_terminal_gets_one_day_under_the_other(page: WeekPage) -> None:
    drawn = lines_of(page, 40)
    assert [line[:6] for line in drawn if line[:6] in DAYS] == list(DAYS[:5])
    assert "Stretching               2 of 2, 1 open" in drawn


def test_days_to_come_are_empty_and_nobody_asks_about_them(page: WeekPage) -> None:
    drawn = lines_of(page, 120)
    header = next(line for line in drawn if "Sat 21" in line)
    start, end = header.index("Sat 21"), header.index("Sun 22") + 6
    below = drawn[drawn.index(header) + 1 :]
    assert not any(line[start:end].strip() for line in below)
    assert not [line for line in page.sentences() if line.startswith(("Saturday", "Sunday"))]


def test_a_day_without_entries_is_drawn_as_unknown_and_not_as_low(page: WeekPage) -> None:
    drawn = lines_of(page, 120)
    thursday = next(line for line in drawn if "Thu 19" in line).index("Thu 19")
    assert next(line for line in drawn if line.startswith("mood"))[thursday : thursday + 6].strip() == "·"


def test_a_routine_so_many_times_a_week_leaves_its_other_days_empty(page: WeekPage) -> None:
    stretching = next(line for line in lines_of(page, 120) if line.startswith("Stretching"))
    assert "·" not in stretching
    assert stretching.count("■") == 2
    assert stretching.endswith("2 of 2, 1 open")


def test_the_level_of_a_day_is_said_in_the_persons_words() -> None:
    with full_week() as journal:
        found = week(journal, FRIDAY, FRIDAY)
    words = MoodWords(MoodScale.TWO_SIDED)
    assert any("◑ 3  level" in line for line in lines_of(WeekPage(found, words), 40))
    assert any("mood 3, level" in line for line in WeekPage(found, words).sentences())


@pytest.mark.parametrize("columns", [40, 120])
def test_the_week_of_a_return_draws_no_days_before_it(columns: int) -> None:
    with back_after_four_months() as journal:
        drawn = "\n".join(lines_of(WeekPage(week(journal, FRIDAY, FRIDAY), WORDS), columns))
    assert "·" not in drawn
    assert "of 5" not in drawn


def test_private_words_are_not_on_the_page_and_step_back_behind_others() -> None:
    with hostile() as journal:
        page = WeekPage(week(journal, FRIDAY, FRIDAY), WORDS)
    told = [*lines_of(page, 40), *lines_of(page, 120), *page.sentences()]
    assert not [line for line in told if "canary" in line]
    tuesday = next(line for line in page.sentences() if line.startswith("Tuesday"))
    assert "(private)" not in tuesday


def test_a_day_with_private_words_alone_says_that_they_are_there() -> None:
    scene = Scene()
    scene.note("2026-11-17 09:00", 2, "canary", private=True)
    with scene.journal as journal:
        page = WeekPage(week(journal, FRIDAY, FRIDAY), WORDS)
    assert any("(private)" in line for line in lines_of(page, 120))
    assert any("(private)" in line for line in lines_of(page, 40))


def test_a_week_without_anything_says_so() -> None:
    with full_week() as journal:
        page = WeekPage(week(journal, date(2020, 2, 5), FRIDAY), WORDS)
    assert lines_of(page)[1:] == ["Nothing is noted for this week."]
    assert list(page.sentences()) == ["Week 6, 3 to 9 February 2020.", "Nothing is noted for this week."]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2026, 11, 30), "Week 49, 30 November to 6 December 2026"),
        (date(2026, 12, 30), "Week 53, 28 December 2026 to 3 January 2027"),
    ],
)
def test_a_week_over_the_end_of_a_month_or_year_names_both(day: date, title: str) -> None:
    with full_week() as journal:
        assert lines_of(WeekPage(week(journal, day, day), WORDS))[0] == title
