import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.routine import DayState
from carelog.review.days.moods import DayMood
from carelog.terminal.charts.mood_strip import MoodStrip
from carelog.terminal.console import make_console
from carelog.terminal.marks.mood import level_of, mood_mark
from carelog.terminal.marks.routine import routine_mark
from carelog.terminal.page import Page
from support.drawing import lines_of
from support.scenes import FRIDAY


class Streams:
    """A stream that is not a terminal, with an encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding

    def isatty(self) -> bool:
        return False


@pytest.fixture(params=["utf-8", "ascii"])
def options(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]  # Rich's own, as pages get them
    return make_console(Streams(request.param)).options  # type: ignore[arg-type]


def test_every_level_has_a_shape_of_its_own_and_so_have_the_unknown_and_rest(options) -> None:  # type: ignore[no-untyped-def]
    marks = [mood_mark(level, options).plain for level in (1, 2, 3, 4, 5, None)]
    marks.append(mood_mark(None, options, resting=True).plain)
    assert len(set(marks)) == 7
    assert {len(mark) for mark in marks} == {1}


def test_every_state_of_a_routine_has_a_shape_of_its_own(options) -> None:  # type: ignore[no-untyped-def]
    marks = {routine_mark(state, options).plain for state in DayState}
    assert len(marks) == len(DayState)


def test_a_day_that_is_over_and_stayed_open_looks_like_a_day_without_a_mood(options) -> None:  # type: ignore[no-untyped-def]
    assert routine_mark(DayState.OPEN, options, past=True).plain == mood_mark(None, options).plain


@given(st.floats(1, 5))
def test_a_median_is_drawn_as_a_level_at_most_half_a_step_away(mood: float) -> None:
    assert abs(level_of(mood) - mood) <= 0.5


@pytest.mark.parametrize(("mood", "level"), [(1.5, 2), (2.5, 3), (3.5, 3), (4.5, 4), (3, 3)])
def test_half_way_between_two_levels_the_one_nearer_to_the_middle_is_drawn(mood: float, level: int) -> None:
    assert level_of(mood) == level


def test_a_strip_draws_unknown_as_a_dot_rest_as_nothing_and_begins_where_notes_begin() -> None:
    rest, unknown, low, high = (
        DayMood(FRIDAY, resting=True),
        DayMood(FRIDAY),
        DayMood(FRIDAY, (1,), 1),
        DayMood(FRIDAY, (5,), 1),
    )
    strip = MoodStrip([rest, rest, low, unknown, rest, high])
    assert lines_of(strip) == ["○ ·   ●"]  # type: ignore[arg-type]  # a part of a page
    assert lines_of(strip, encoding="ascii") == ["1 .   5"]  # type: ignore[arg-type]


def test_nothing_of_a_page_is_needed_to_measure_it() -> None:
    page: Page
    from carelog.terminal.table import ListTable

    page = ListTable(["name"], [])
    console = make_console(Streams("utf-8"), columns=30)  # type: ignore[arg-type]
    assert page.__rich_measure__(console, console.options).maximum == 30
