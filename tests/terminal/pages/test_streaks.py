from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Routine, RoutineKind
from carelog.domain.time.days import Period
from carelog.review.pages.streaks import DayMark, RoutineStreak, RunCounts, Streaks, streaks
from carelog.terminal.charts.strength_bar import StrengthBar
from carelog.terminal.charts.week_strip import WeekStrip, columns_of, per_line
from carelog.terminal.console import make_console
from carelog.terminal.marks.day import day_mark
from carelog.terminal.page import Page
from carelog.terminal.pages.streaks import StreaksPage
from carelog.wording.pages.streaks import weeks_title
from support.drawing import lines_of
from support.scenes import EVENING, FRIDAY, HOSTILE, SCENES, Scene, back_after_four_months, full_week

Golden = Callable[[str, Page], None]

PAGES = ("streaks", "streaks_with_runs")
MONDAY = date(2026, 9, 28)
WEEKS = Period(MONDAY, FRIDAY)
REPROACHES = ("missed", "lost", "broke", "fail", "behind", "days ago", "away", "only", "should", "!")
marks_of_weeks = st.lists(st.sampled_from(DayMark), min_size=len(WEEKS), max_size=len(WEEKS)).map(tuple)
STRENGTH = "Strength is how settled a routine is. It moves slowly; one day changes little."
columns = st.sampled_from([20, 40, 72, 80, 100, 120])


def streak(name: str = "Walk", every: str = "daily", **more: object) -> RoutineStreak:
    """A routine that was kept on 24 of the 28 days on which it was due."""
    routine = Routine("r", name, MONDAY, read_cadence(every), kind=more.pop("kind", RoutineKind.HABIT))  # type: ignore[arg-type]  # passed on
    marks = (DayMark.NOT_DUE,) * 26 + (DayMark.DONE,) * 24 + (DayMark.MISSED,) * 4
    weeks = ((0, 0),) * 4 + ((7, 7),) * 3 + ((3, 7),)
    usual = RoutineStreak(routine, 28, 24, 2, 1, 3, 24, 0.625, weeks, marks)
    return replace(usual, **more)  # type: ignore[arg-type]  # passed on


def page(*shown: RoutineStreak, **more: object) -> StreaksPage:
    habits = tuple(each for each in shown if not each.routine.is_medicine)
    medicines = tuple(each for each in shown if each.routine.is_medicine)
    return StreaksPage(Streaks(WEEKS, habits, medicines, **more))  # type: ignore[arg-type]  # passed on


def drawn(*shown: RoutineStreak, width: int = 80) -> str:
    return "\n".join(lines_of(page(*shown), width))


def test_the_legend_and_the_days_below_are_those_of_strips_that_are_drawn() -> None:
    """A routine that had nothing but a pause has no strip, so nothing explains its marks."""
    paused = streak("Piano", marks=(DayMark.NOT_DUE,) * 50 + (DayMark.PAUSED,) * 4)
    assert "~" not in drawn(paused)
    assert "28 Sep" not in drawn(paused).split("\n", 1)[1]
    assert "~ pause" in drawn(streak(marks=(DayMark.DONE,) * 50 + (DayMark.PAUSED,) * 4))
    assert "~ pause" not in drawn(paused, streak())


def test_kept_of_due_comes_first_then_the_strength_then_the_days() -> None:
    text = drawn(streak())
    places = [text.index(part) for part in ("Walk", "kept 24 of 28 times", "62 %", "■■■")]
    assert places == sorted(places)


def test_braces_in_a_name_stay_as_they_were_typed() -> None:
    named = streak(name="Walk {kept} {} {0}")
    assert "Walk {kept} {} {0}" in drawn(named)
    assert [*page(named).sentences()][1].startswith("Walk {kept} {} {0}, daily: kept 24 of 28 times; ")


def test_runs_are_said_only_where_they_are_asked_for() -> None:
    assert "run" not in drawn(streak())
    assert "run of 12 days, longest 30" in drawn(streak(runs=RunCounts(12, 30, ())))
    assert "run of 12 days, the longest" in drawn(streak(runs=RunCounts(12, 12, ())))
    assert "longest run 30 days" in drawn(streak(runs=RunCounts(0, 30, ())))
    assert "run of 1 day\n" in drawn(streak(runs=RunCounts(1, 1, ())))
    assert "run of 9 times" in drawn(streak(every="3/week", runs=RunCounts(9, 10, ())))
    assert "run" not in drawn(streak(runs=RunCounts(0, 0, ())))


def test_medicines_stand_below_a_heading_of_their_own() -> None:
    text = drawn(streak("Tablets", kind=RoutineKind.MEDICINE), streak("Walk"))
    assert text.index("Walk") < text.index("Medicines") < text.index("Tablets")
    assert "Medicines" not in drawn(streak())


def test_what_was_never_done_is_not_counted_against_anyone() -> None:
    text = drawn(streak(kept=0, small=0, skipped=0, missed=28, times=0, strength=0.0))
    assert "nothing noted in these weeks" in text
    assert "0 of" not in text
    assert "nothing was due yet" in drawn(streak(due=0, kept=0, small=0, skipped=0, missed=0, times=0))


def test_something_needed_now_and_then_has_a_count_and_no_bar() -> None:
    text = drawn(streak(every="as-needed", due=0, kept=0, times=5, strength=None, small=0, skipped=0))
    assert "done 5 times" in text
    assert "%" not in text


@pytest.mark.parametrize("scene", [full_week, back_after_four_months])
def test_nothing_on_the_page_reproaches(scene: object, home: object) -> None:
    assert home
    journal = scene()  # type: ignore[operator]  # a scene
    for with_runs in (False, True):
        journal.settings = replace(journal.settings, streaks=with_runs)
        shown = StreaksPage(streaks(journal, FRIDAY, EVENING))
        text = " ".join([*lines_of(shown), *shown.sentences()]).lower()
        assert not [word for word in REPROACHES if word in text]


def test_a_return_begins_with_a_welcome_and_one_open_thing_and_says_where_the_others_are(home: object) -> None:
    assert home
    shown = StreaksPage(streaks(back_after_four_months(), FRIDAY, EVENING))
    aside = "Set aside for today: 2 routines. To see them: carelog routine list"
    assert lines_of(shown) == ["Welcome back.", "", "□ Sertraline  50 mg  open", "", aside]
    assert list(shown.sentences()) == ["Welcome back.", "Sertraline, 50 mg: open.", aside]


def test_a_return_after_three_weeks_still_shows_the_weeks_before(home: object) -> None:
    assert home
    scene = Scene()
    walk = scene.routine("Walk", started=date(2026, 10, 1))
    scene.routine("Piano", started=date(2026, 10, 30))
    scene.tick(walk, *(f"{date(2026, 10, 1) + timedelta(days=number)} 17:00" for number in range(30)))
    lines = lines_of(StreaksPage(streaks(scene.journal, FRIDAY, EVENING)))
    assert lines[:2] == ["Welcome back.", "Eight weeks, 28 Sep to 20 Nov 2026"]
    assert "Walk  kept 30 of 30 times" in lines
    assert not [line for line in lines[4:] if "□" in line]
    assert not [line for line in lines if line.startswith("Piano")]


def test_without_routines_the_page_says_how_to_begin(home: object) -> None:
    assert home
    assert lines_of(StreaksPage(streaks(Scene().journal, FRIDAY, EVENING))) == [
        "No routines yet. Something small to begin with: carelog routine add walk"
    ]


def test_weeks_in_which_nothing_had_begun_are_left_out() -> None:
    assert drawn(streak()).startswith("Five weeks, 19 Oct to 20 Nov 2026\n")
    longer = streak("Piano", marks=(DayMark.SKIPPED, *[DayMark.NOT_DUE] * 53))
    assert drawn(streak(), longer).startswith("Eight weeks, 28 Sep")
    assert drawn(streak(marks=(DayMark.NOT_DUE,) * 54)).startswith("One week, 16 to 20 Nov")
    assert weeks_title(1, FRIDAY, FRIDAY) == "One week, 20 Nov 2026"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_every_day_mark_has_a_shape_of_its_own_and_one_column(encoding: str) -> None:
    options = make_console(Stream(encoding)).options  # type: ignore[arg-type]  # what a console asks of a stream
    shapes = [day_mark(mark, options).plain for mark in DayMark]
    assert len(set(shapes)) == len(DayMark)
    assert {cell_len(shape) for shape in shapes} == {1}


class Stream:
    """A stream that is not a terminal, with an encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding

    def isatty(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("strength", "bar", "in_ascii"),
    [
        (0.0, "┄┄┄┄┄┄┄┄  strength 0 %", "--------  strength 0 %"),
        (1.0, "━━━━━━━━  strength 100 %", "########  strength 100 %"),
        (0.5, "━━━━┄┄┄┄  strength 50 %", "####----  strength 50 %"),
        (0.999, "━━━━━━━╸  strength 99 %", "#######-  strength 99 %"),
        (0.07, "╸┄┄┄┄┄┄┄  strength 7 %", "--------  strength 7 %"),
    ],
)
def test_a_bar_is_as_long_as_the_strength_and_never_full_too_early(strength: float, bar: str, in_ascii: str) -> None:
    assert lines_of(StrengthBar(strength, 8)) == [bar]  # type: ignore[arg-type]  # a part of a page
    assert lines_of(StrengthBar(strength, 8), encoding="ascii") == [in_ascii]  # type: ignore[arg-type]  # as above


@given(st.floats(0, 1), st.sampled_from(["utf-8", "ascii"]))
def test_every_bar_has_the_same_width_before_its_words(strength: float, encoding: str) -> None:
    (line,) = lines_of(StrengthBar(strength), 80, encoding)  # type: ignore[arg-type]  # a part of a page
    assert line[20:].startswith("  strength ")
    assert cell_len(line) <= 36


def test_a_strip_draws_each_day_in_its_weekday_and_breaks_where_the_page_ends() -> None:
    marks = [DayMark.DONE, DayMark.NOT_DUE, DayMark.MISSED, *[DayMark.NOT_DUE] * 4, DayMark.SKIPPED] * 2
    assert lines_of(WeekStrip(marks)) == ["■ ·    │–■ ·   │ –"]  # type: ignore[arg-type]  # a part of a page
    assert lines_of(WeekStrip(marks), 20) == ["■ ·    │–■ ·", " –"]  # type: ignore[arg-type]  # as above
    assert lines_of(WeekStrip(marks), encoding="ascii") == ["x .    |-x .   | -"]  # type: ignore[arg-type]  # as above


@given(st.integers(1, 60), st.integers(7, 130))
def test_as_many_weeks_stand_on_a_line_as_fit(weeks: int, room: int) -> None:
    assert columns_of(per_line(weeks, room)) <= room
    assert per_line(weeks, columns_of(weeks)) == weeks


@given(
    st.lists(st.tuples(st.sampled_from([*HOSTILE, "Walk", "שלום", "漢字" * 40]), marks_of_weeks), max_size=3),
    columns,
    st.sampled_from(["utf-8", "ascii", "cp1252"]),
    st.none() | st.builds(RunCounts, st.integers(0, 9999), st.integers(0, 9999), st.just(())),
)
@example([("a" * 130, (DayMark.DONE,) * len(WEEKS))], 20, "ascii", RunCounts(9999, 9999, ()))
def test_the_page_keeps_to_its_columns(
    shown: Sequence[tuple[str, tuple[DayMark, ...]]], width: int, encoding: str, runs: RunCounts | None
) -> None:
    made = [streak(name, marks=marks, runs=runs) for name, marks in shown]
    for line in lines_of(page(*made), width, encoding):
        assert cell_len(line) <= width or width < 40
        assert width < 40 or not line.endswith(" ")
    for each in page(*made).sentences():
        assert "\n" not in each
        assert each.endswith((".", "…")) or ": carelog " in each


def test_sentences_say_the_weeks_and_the_bridged_days() -> None:
    marks = (DayMark.NOT_DUE,) * 28 + (DayMark.DONE,) * 10 + (DayMark.BRIDGED,) + (DayMark.DONE,) * 15
    told = list(page(streak(marks=marks, runs=RunCounts(25, 25, (date(2026, 11, 5),)))).sentences())
    assert told == [
        "Four weeks, 26 Oct to 20 Nov 2026.",
        "Walk, daily: kept 24 of 28 times; 2 small, 1 skipped; strength 62 %; run of 25 days, the longest.",
        "Week by week: 7 of 7, 7 of 7, 7 of 7, 3 of 7.",
        "Bridged: Thu 5 Nov.",
        STRENGTH,
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_says_once_what_strength_is_where_it_shows_one(width: int) -> None:
    two = page(streak(), streak("Tablet", kind=RoutineKind.MEDICINE))
    assert " ".join(" ".join(lines_of(two, width)).split()).count(STRENGTH) == 1
    assert list(two.sentences()).count(STRENGTH) == 1
    without = page(streak(strength=None))
    assert STRENGTH not in list(without.sentences())
    assert "settled" not in "\n".join(lines_of(without, width))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_number_of_the_page_is_without_its_word(width: int) -> None:
    (line,) = (each for each in lines_of(page(streak()), width) if "%" in each)
    assert "strength 62 %" in line


@pytest.mark.parametrize("with_runs", [False, True])
@pytest.mark.parametrize("scene", SCENES)
def test_streaks_look_as_they_are_kept(scene: str, with_runs: bool, home: object, golden: Golden) -> None:
    assert home
    with SCENES[scene]() as journal:
        journal.settings = replace(journal.settings, streaks=with_runs)
        golden(f"{PAGES[with_runs]}-{scene}", StreaksPage(streaks(journal, FRIDAY, EVENING)))


def test_every_golden_page_of_streaks_is_drawn_by_a_test() -> None:
    kept = {path.stem for path in (Path(__file__).parents[1] / "golden").glob("streaks*.txt")}
    assert kept == {f"{page}-{scene}" for page in PAGES for scene in SCENES}
