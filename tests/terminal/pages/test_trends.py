"""The trends page, drawn at any width and as sentences."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.statistics.descriptive import instability
from carelog.domain.statistics.trend import trend
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.days.curves import curve, stages
from carelog.review.days.moods import DayMood
from carelog.review.pages.trends import TrackerTrend, Trends, WeekdayMood, trends
from carelog.settings import Settings
from carelog.terminal.charts.time_axis import TimeAxis
from carelog.terminal.page import Page
from carelog.terminal.pages.trends import TrendsPage
from carelog.wording.pages import mood_counts as mood_counts_words
from carelog.wording.pages import trends as trends_words
from support.drawing import lines_of
from support.scenes import FRIDAY, HOSTILE, SCENES, Scene, back_after_four_months, empty, one_entry

WORDS = MoodWords()
TWO_SIDED = MoodWords(MoodScale.TWO_SIDED)
WAVE = (3, 4, 4, 5, 3, 2, 1, 2, 3, 3, 4, 2)
SLEEP = Tracker("t", "sleep", "h")


def made(
    moods: Sequence[float | None],
    *,
    last: date = FRIDAY,
    trackers: Sequence[Tracker] = (),
    resting: int = 0,
    restless: bool = False,
) -> Trends:
    """The trends of a period with these moods on its days; each tracker has a reading on every third day."""
    period = Period.ending(last, len(moods))
    by_day = {day: mood for day, mood in zip(period, moods, strict=True) if mood is not None}
    readings = {day: 5 + number % 4 / 2 for number, day in enumerate(period) if number % 3 == 0}
    return Trends(
        period,
        tuple(
            DayMood(
                day, () if mood is None else (int(mood), round(mood + 0.1)), int(mood is not None), number < resting
            )
            for number, (day, mood) in enumerate(zip(period, moods, strict=True))
        ),
        curve(by_day, period),
        stages(by_day, period, frozenset(period)),
        trend(by_day, period),
        tuple(
            WeekdayMood(number, 12 + number, None if number == 3 else 2.5 + number / 4)
            for number in range(7)
            if 2 * len(by_day) >= len(period)
        ),
        tuple(TrackerTrend(each, curve(readings, period), len(readings), 5, 6.5, 5.5) for each in trackers),
        instability(by_day) if restless else None,
        last,
    )


def gappy(days: int, every: int = 1) -> list[float | None]:
    """Moods on every day, or on each day with a number divisible by `every`, with a gap of two weeks in the middle."""
    return [
        None if number % every or days // 2 <= number < days // 2 + 14 else WAVE[number % len(WAVE)]
        for number in range(days)
    ]


LONG = {
    "ninety_days": lambda: made(gappy(90), trackers=[SLEEP, Tracker("u", "irritability", "")], restless=True),
    "a_year_with_five_days": lambda: made(gappy(365, 73), resting=300),
    "fifty_years": lambda: made(gappy(18_262), restless=True),
}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("scene", SCENES)
def test_trends_look_as_they_are_kept(scene: str, golden: Callable[[str, Page], None]) -> None:
    with SCENES[scene]() as journal:
        golden(f"trends-{scene}", TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS))


@pytest.mark.parametrize("period", LONG)
def test_longer_periods_look_as_they_are_kept(period: str, golden: Callable[[str, Page], None]) -> None:
    golden(f"trends-{period}", TrendsPage(LONG[period](), WORDS, with_instability=True))


@pytest.mark.parametrize(("columns", "rows"), [(64, 25), (80, 24), (120, 24)])
def test_ninety_days_of_moods_fit_a_screen(columns: int, rows: int) -> None:
    """At 64 columns what could have shown takes a third line of its sentence, which is one more than a screen has."""
    assert len(lines_of(TrendsPage(made(gappy(90)), WORDS), columns)) <= rows


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_levels_stand_beside_the_chart_in_the_persons_words(columns: int, encoding: str) -> None:
    drawn = lines_of(TrendsPage(made(gappy(90)), TWO_SIDED), columns, encoding)
    starts = [line.strip() for line in drawn]
    order = [next(n for n, line in enumerate(starts) if line.startswith(word)) for word in reversed(TWO_SIDED.words)]
    assert order == sorted(order)
    assert not [line for line in drawn if "great" in line or "awful" in line]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_day_without_a_mood_is_an_empty_place_and_the_line_stops_there(columns: int) -> None:
    """Of sixty days the middle forty are empty; the median of the line covers one week."""
    drawn = lines_of(TrendsPage(made([3] * 10 + [None] * 40 + [3] * 10), WORDS), columns)
    okay = next(line for line in drawn if "okay" in line)
    chart = okay[okay.index("│") + 1 :].split("━")[0].rstrip("0123456789 ")
    width = len(chart)
    assert chart[round(width * 0.3) : round(width * 0.8)].strip() == ""
    assert chart[: round(width * 0.15)].strip()
    assert chart[-round(width * 0.1) :].strip()


def test_no_dot_stands_on_a_level_that_no_day_had() -> None:
    drawn = lines_of(TrendsPage(made([4] * 40), WORDS), 80)
    for word in ("great", "okay", "bad", "awful"):
        row = next(line for line in drawn if line.strip().startswith(word))
        assert not [mark for mark in row if 0x2800 < ord(mark) <= 0x28FF]


@pytest.mark.usefixtures("home")
def test_a_new_journal_gets_a_beginning_and_a_first_day_is_enough_to_be_said() -> None:
    with empty() as journal:
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS)
    assert lines_of(page) == list(page.sentences()) == ["Nothing is noted yet. Begin with: carelog mood 4 a few words"]
    with one_entry() as journal:
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS)
    assert lines_of(page)[1:4] == ["Entries on 1 of 1 day.", "", "One day has a mood: 3, okay."]


@pytest.mark.usefixtures("home")
def test_after_a_long_time_away_nothing_is_held_up_and_the_way_back_is_shown() -> None:
    with back_after_four_months() as journal:
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS)
    assert lines_of(page)[1:] == [
        "Nothing is noted in these days.",
        "Your latest entries: carelog trends --to 2026-07-20",
    ]


def test_few_days_are_shown_and_nothing_is_summed_up() -> None:
    told = list(TrendsPage(made(gappy(90, 5)), WORDS).sentences())
    assert "A mood on 15 of 90 days: too early to say more than those days show." in told
    assert not [line for line in told if "middle" in line or "per week" in line]


@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_a_clear_change_comes_with_its_size_its_doubt_and_its_days(direction: str) -> None:
    ladder = [1, 2, 3, 4, 5] if direction == "higher" else [5, 4, 3, 2, 1]
    page = TrendsPage(made([mood for mood in ladder for _ in range(12)]), WORDS)
    change = (
        f"Over these days mood went about 0.47 of a level {direction} per week "
        f"(could be anywhere from 0.43 to 0.47 {direction}; 60 days)."
    )
    assert change in list(page.sentences())


def test_no_clear_change_says_both_ways_it_could_be() -> None:
    both_ways = (
        "No clear change: about even (could be anywhere from 0.13 lower to 0.13 higher; 76 days). "
        "Only a change of 2.5 levels or more would have shown."
    )
    assert both_ways in list(TrendsPage(made(gappy(90)), WORDS).sentences())


def days_of(*moods: int) -> Trends:
    return made([float(mood) for mood in moods])


def test_days_or_weeks_with_one_middle_throughout_say_so_and_have_no_range() -> None:
    for moods, period in (([3] * 60, "day"), ([1 if day % 7 == 0 else 4 for day in range(735)], "week")):
        said = " ".join(lines_of(TrendsPage(made(moods), WORDS), 200))
        assert f"No clear change: the middle of every {period} was the same ({len(moods)} days)." in said
        assert "either way" not in said


def test_a_clean_step_says_that_it_is_too_early_to_tell_how_sure_its_slope_is() -> None:
    told = list(TrendsPage(days_of(*[2] * 45, *[4] * 45), WORDS).sentences())
    assert (
        "Over these days mood went about 0.22 of a level higher per week (90 days). It is too early to tell how sure "
        "that is."
    ) in told
    assert not [line for line in told if "No clear change" in line or "anywhere" in line]


@pytest.mark.usefixtures("home")
def test_a_clean_step_is_all_of_these_days_beside_all_of_those_before() -> None:
    scene = Scene()
    for number in range(90):
        scene.note(f"{FRIDAY - timedelta(days=number)} 08:00", 4 if number < 45 else 2)
    with scene.journal as journal:
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS)
    told = list(page.sentences())
    assert "All of the last 45 days were at 4 (good), all of the 45 before at 2 (bad), as far as noted." in told


@pytest.mark.usefixtures("home")
def test_a_step_with_exceptions_is_counted_by_level_on_both_sides_with_its_range() -> None:
    scene = Scene()
    for number in range(90):
        scene.note(f"{FRIDAY - timedelta(days=number)} 08:00", (3 if number < 45 else 2) + number % 2)
    with scene.journal as journal:
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 90), FRIDAY), WORDS)
    told = [line for line in page.sentences() if "45" in line]
    difference = "0.74, where 0 is no difference and 1 is always higher; it could be anywhere from 0.62 to 0.83."
    assert told == [
        f"Mood was higher in the last 45 days than in the 45 before: {difference}",
        "The 45 days before: 45 with a mood, middle 3; bad 22, okay 23.",
        "The last 45: 45 with a mood, middle 3; okay 23, good 22.",
    ]
    assert len(lines_of(page, 80)) <= 30


@pytest.mark.usefixtures("home")
def test_days_at_both_ends_of_a_two_sided_scale_are_drawn_and_told_as_both() -> None:
    scene = Scene()
    for number in range(60):
        for hour, mood in ((8, 1), (20, 5)) if number % 3 else ((8, 3),):
            scene.note(f"{FRIDAY - timedelta(days=number)} {hour:02}:00", mood)
    with scene.journal as journal:
        journal.settings = Settings(mood=TWO_SIDED)
        page = TrendsPage(trends(journal, Period.ending(FRIDAY, 60), FRIDAY), TWO_SIDED)
    told = list(page.sentences())
    assert told[2].startswith(
        "Mood: level on 20 of 60 days, both low and high on 40. On 40 days an entry was at 2 or below; "
    )
    assert "The 30 days before: 30 with a mood, middle 3; level 10, both low and high 20." in told
    assert not [line for line in told if "All of" in line or "3, level" in line or "about level" in line]
    drawn = lines_of(page, 80)
    for word in ("very high", "very low"):
        assert any(0x2800 < ord(mark) <= 0x28FF for line in drawn if line.strip().startswith(word) for mark in line)


@pytest.mark.usefixtures("home")
def test_weekdays_of_days_at_both_ends_show_both_and_the_slope_says_what_the_middle_hides() -> None:
    scene = Scene()
    for number in range(30):
        for hour, mood in ((8, 1), (20, 5)):
            scene.note(f"{FRIDAY - timedelta(days=number)} {hour:02}:00", mood)
    with scene.journal as journal:
        journal.settings = Settings(mood=TWO_SIDED)
        found = trends(journal, Period.ending(FRIDAY, 30), FRIDAY)
    assert {(each.days - each.both, each.median) for each in found.weekdays} == {(0, None)}
    page = TrendsPage(found, TWO_SIDED)
    told = list(page.sentences())
    assert any("Friday both low and high on 5 days" in line for line in told)
    assert "Mon 16 Nov to Fri 20 Nov: both low and high on 5 days." in told
    assert "That goes by the middle of each day, which does not show days that were both low and high." in told
    drawn = lines_of(page, 80)
    assert any(line.split() == ["mood", *["↕"] * 7] for line in drawn)
    assert any(line.split() == ["↕", *(str(each.both) for each in found.weekdays)] for line in drawn)


@pytest.mark.usefixtures("home")
def test_few_days_at_both_ends_are_told_apart_and_nothing_is_said_of_a_change_that_is_not_stated() -> None:
    scene = Scene()
    for number in range(5):
        for hour, mood in ((8, 2), (20, 4)) if number == 1 else ((8, 4),):
            scene.note(f"{FRIDAY - timedelta(days=number)} {hour:02}:00", mood)
    with scene.journal as journal:
        journal.settings = Settings(mood=TWO_SIDED)
        told = list(TrendsPage(trends(journal, Period.ending(FRIDAY, 5), FRIDAY), TWO_SIDED).sentences())
    assert "Mon 16 Nov to Fri 20 Nov: 4 on 4 days, both low and high on 1 day." in told
    assert "Too early to say if mood changes: that takes 28 days with a mood, and here are 5." in told
    assert trends_words.MIDDLE_HIDES not in told


@pytest.mark.parametrize(
    ("median", "days", "both", "said"),
    [
        (None, 1, 1, "Mon 2 Nov to Sun 8 Nov: both low and high on 1 day"),
        (None, 2, 2, "Mon 2 Nov to Sun 8 Nov: both low and high on 2 days"),
        (None, 3, 1, "Mon 2 Nov to Sun 8 Nov: a mood on 3 days, both low and high on 1 day"),
        (3.5, 7, 2, "Mon 2 Nov to Sun 8 Nov: 3.5 on 5 days, both low and high on 2 days"),
        (3.5, 7, 0, "Mon 2 Nov to Sun 8 Nov: 3.5 on 7 days"),
    ],
)
def test_a_stage_says_on_how_many_days_both_ends_were_noted(
    median: float | None, days: int, both: int, said: str
) -> None:
    assert trends_words.stage(date(2026, 11, 2), date(2026, 11, 8), median, days, both) == said


def test_a_range_that_rounds_to_nothing_is_never_0() -> None:
    for low, high in ((-0.004, 0.2), (-0.2, 0.004), (0.004, 0.2), (-0.2, -0.004)):
        for say in (trends_words.clear_change, trends_words.no_clear_change):
            told = say((low + high) / 2, low, high, 90, yearly=False)
            assert " 0 " not in told
            assert "less than 0.01" in told


@given(
    low=st.floats(-1, 1),
    high=st.floats(-1, 1),
    days=st.integers(1, 9_999),
    yearly=st.booleans(),
    could_show=st.none() | st.floats(0, 50),
)
def test_no_range_says_0_lower_or_0_higher(
    low: float, high: float, days: int, yearly: bool, could_show: float | None
) -> None:
    low, high = sorted((low, high))
    told = trends_words.no_clear_change((low + high) / 2, low, high, days, yearly=yearly, could_show=could_show)
    assert not re.search(r"\b0 (lower|higher|to)\b", told)


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (0.1, "Only a change of half a level or more would have shown."),
        (1.1, "Only a change of 1 level or more would have shown."),
        (2.2, "Only a change of 2 levels or more would have shown."),
        (4.3, "Even the largest change on this scale would not have shown."),
    ],
)
def test_what_days_can_show_is_said_in_half_levels(levels: float, told: str) -> None:
    said = trends_words.no_clear_change(0.1, -1, 1, 28, yearly=False, could_show=levels)
    assert said.endswith(told)


def test_instability_is_said_on_request() -> None:
    asked = TrendsPage(made([2, 4] * 20, restless=True), WORDS, with_instability=True)
    assert "From one day to the next mood usually moved by about 2.0 (39 pairs of days)." in asked.sentences()
    unknown = TrendsPage(made([2, None] * 20), WORDS, with_instability=True)
    assert any("takes 10 pairs of days" in line for line in unknown.sentences())
    assert not [line for line in TrendsPage(made([2, 4] * 20), WORDS).sentences() if "next" in line]


def test_every_week_that_has_a_mood_is_said_with_its_days() -> None:
    told = list(
        TrendsPage(made([3] * 7 + [None] * 7 + [4] * 5 + [None] * 2, last=date(2026, 11, 22)), WORDS).sentences()
    )
    weeks = [line for line in told if line.startswith("Mon ")]
    assert weeks == ["Mon 2 Nov to Sun 8 Nov: 3 on 7 days.", "Mon 16 Nov to Sun 22 Nov: 4 on 5 days."]


@pytest.mark.parametrize(("columns", "beside"), [(40, 1), (80, 2), (120, 3)])
def test_trackers_stand_side_by_side_where_there_is_room(columns: int, beside: int) -> None:
    names = ["alpha", "beta", "gamma"]
    page = TrendsPage(made(gappy(90), trackers=[Tracker(name, name, "h") for name in names]), WORDS)
    first = next(line for line in lines_of(page, columns) if "alpha" in line)
    assert [name for name in names if name in first] == names[:beside]
    assert any("5 to 6.5 h, middle 5.5 h, 30 days" in line for line in lines_of(page, columns))


def test_a_tracker_that_never_changed_is_drawn_level() -> None:
    period = Period.ending(FRIDAY, 30)
    readings = dict.fromkeys(period, 70.0)
    level = TrackerTrend(Tracker("t", "weight", "kg"), curve(readings, period), 30, 70, 70, 70)
    page = TrendsPage(replace(made(gappy(30)), trackers=(level,)), WORDS)
    drawn = lines_of(page)
    assert "70 kg, 30 days" in drawn
    assert drawn[-2].startswith("70 │⠆")
    assert drawn[-1].strip() == drawn[-3].strip() == "│"


@settings(max_examples=40)
@given(
    moods=st.lists(st.none() | st.sampled_from([1, 1.5, 2.5, 3, 3.5, 5]), min_size=1, max_size=200),
    name=st.sampled_from([*HOSTILE, "sleep"])
    .map(lambda text: " ".join(text.split())[:60])
    .filter(lambda s: "=" not in s),
    columns=st.sampled_from([20, 33, 40, 64, 80, 120]),
    encoding=st.sampled_from(["utf-8", "ascii", "latin-1"]),
)
@example([1, 5] * 30, "x" * 60, 20, "utf-8")
def test_no_line_is_wider_than_the_page(moods: list[float | None], name: str, columns: int, encoding: str) -> None:
    page = TrendsPage(made(moods, trackers=[Tracker("t", name, name[:20])] * 2), MoodWords(renamed=tuple("漢字あいう")))
    for line in lines_of(page, columns, encoding):
        assert cell_len(line) <= columns
        assert columns < 40 or not line.endswith(" ")


@settings(max_examples=200)
@given(start=st.dates(date(1950, 1, 1), date(2080, 1, 1)), length=st.integers(1, 20_000), columns=st.integers(1, 110))
def test_names_below_a_chart_stand_under_their_ticks_and_never_touch(start: date, length: int, columns: int) -> None:
    period = Period(start, start + timedelta(days=length - 1))
    axis = TimeAxis(period, columns)
    names = axis.names().plain
    assert len(names) <= columns
    for place, letter in enumerate(names):
        if letter != " " and (place == 0 or names[place - 1] == " ") and axis._ticks:
            begun = [column for column, _ in axis._ticks if column <= place]
            assert begun
            assert place - begun[-1] < 7


@pytest.mark.parametrize(
    ("days", "columns", "names"),
    [(30, 58, "26 Oct"), (90, 58, "Sep"), (365, 58, "2026"), (3650, 58, "2020"), (18262, 33, "2000")],
)
def test_weeks_months_or_years_are_named_by_what_there_is_room_for(days: int, columns: int, names: str) -> None:
    assert names in TimeAxis(Period.ending(FRIDAY, days), columns).names().plain


@pytest.mark.parametrize(
    ("entries", "middle", "said"),
    [
        (0, 0, "No entry was at 2 or below."),
        (1, 1, "On 1 day an entry was at 2 or below."),
        (1, 0, "On 1 day an entry was at 2 or below; the middle of the day was not."),
        (17, 17, "On 17 days an entry was at 2 or below."),
        (17, 0, "On 17 days an entry was at 2 or below; the middle of those days was not."),
        (17, 15, "On 17 days an entry was at 2 or below; on 15 of them the middle of the day was too."),
    ],
)
def test_low_days_are_said_in_one_way_and_high_days_alike(entries: int, middle: int, said: str) -> None:
    assert mood_counts_words.low_days(entries, middle) == said
    assert mood_counts_words.high_days(entries, middle) == said.replace("at 2 or below", "at 4 or above")


@pytest.mark.parametrize(
    ("delta", "said"),
    [
        (0.33, "If anything higher: 0.33, where 0 is no difference and 1 is always higher"),
        (-0.16, "If anything lower: -0.16, where 0 is no difference and -1 is always lower"),
        (0.0, "Neither higher nor lower: 0, where 0 is no difference and 1 is always higher"),
    ],
)
def test_the_sign_of_a_difference_is_said_in_words(delta: float, said: str) -> None:
    told = mood_counts_words.no_clear_difference(27, delta, -0.5, 0.6)
    assert told == (
        f"No clear difference between the last 27 days and the 27 before. {said}; "
        "it could be anywhere from -0.5 to 0.6."
    )
