"""Charts show every number, are readable in grey, and leave gaps for days without a mood."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.documents.blocks import Chart
from carelog.documents.charts.canvas import BANDS, LEVELS, ON_LEVELS
from carelog.documents.charts.mood_calendar import mood_calendar
from carelog.documents.charts.mood_line import mood_line
from carelog.documents.charts.score_line import score_line
from carelog.domain.mood import MoodScale
from carelog.domain.statistics.descriptive import median
from carelog.domain.time.days import Period
from carelog.review.days.moods import MoodDay

FIRST = date(2026, 11, 2)
NAMES = ("awful", "bad", "okay", "good", "great")
PHQ9 = ((0, 4, "minimal"), (5, 9, "mild"), (10, 14, "moderate"), (15, 19, "moderately severe"), (20, 27, "severe"))
SVG = "{http://www.w3.org/2000/svg}"
days_of_scores = st.dictionaries(
    st.integers(0, 400).map(lambda days: FIRST + timedelta(days)),
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    max_size=60,
)
scales = st.sampled_from(MoodScale)


def noted(scores: dict[date, list[int]]) -> list[MoodDay]:
    """The days of these scores."""
    return [MoodDay(day, median(each), min(each), max(each)) for day, each in sorted(scores.items())]


def luminance(color: str) -> float:
    """The relative luminance of WCAG 2, from 0 to 1."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def parts(chart: Chart, tag: str) -> list[ET.Element]:
    """The elements of a kind in the SVG, which has to be well-formed XML."""
    return list(drawing(chart).iter(f"{SVG}{tag}"))


def drawing(chart: Chart) -> ET.Element:
    """The root element of the SVG."""
    return ET.fromstring(chart.svg)  # noqa: S314 - drawn by carelog


def running_medians(chart: Chart) -> list[ET.Element]:
    """The pieces of the line through the running medians."""
    return [path for path in parts(chart, "path") if path.attrib.get("stroke-linejoin") == "round"]


def ranges(chart: Chart) -> list[tuple[float, float, float]]:
    """The upright lines of the days: their x, and the y of the highest and the lowest entry."""
    courses = [path.attrib["d"] for path in parts(chart, "path") if "V" in path.attrib["d"]]
    found = re.findall(r"M(\S+) (\S+)V([^M]+)", "".join(courses))
    return [(float(x), float(top), float(bottom)) for x, top, bottom in found]


def test_levels_get_lighter_and_bands_darker_also_in_grey_and_numbers_on_them_are_legible() -> None:
    levels = [luminance(color) for color in LEVELS]
    assert all(after - before > 0.04 for before, after in pairwise(levels))
    assert [luminance(color) for color in BANDS] == sorted(map(luminance, BANDS), reverse=True)
    assert all(contrast(ground, ink) >= 4.5 for ground, ink in zip(LEVELS, ON_LEVELS, strict=True))


@settings(max_examples=40)
@given(days_of_scores, st.sampled_from([6, 27, 60, 400, 3650]))
def test_a_line_has_a_dot_for_every_day_with_a_mood_and_a_row_in_its_table(
    scores: dict[date, list[int]], days: int
) -> None:
    last = FIRST + timedelta(days)
    shown = [each for each in noted(scores) if each.day <= last]
    chart = mood_line(shown, FIRST, last, NAMES)
    assert len(parts(chart, "circle")) == len(chart.table.rows) == len(shown)
    for dot in parts(chart, "circle"):
        assert 0 <= float(dot.attrib["cx"]) <= chart.width
        assert 0 <= float(dot.attrib["cy"]) <= chart.height
    assert chart.alternative.startswith("From 2 ")
    assert (
        "A dot is a day, a thin line its lowest and highest entry; the line is the middle of seven days, drawn where "
        "at least four of them have a mood." in chart.alternative
    ) is bool(running_medians(chart))
    assert len(ranges(chart)) == sum(each.low < each.high for each in shown)
    assert not chart.in_words


def test_the_line_breaks_where_days_are_missing_and_is_never_joined() -> None:
    days = noted({FIRST + timedelta(day): [3] for day in (*range(8), *range(30, 38))})
    chart = mood_line(days, FIRST, FIRST + timedelta(40), NAMES)
    assert len(parts(chart, "path")) == 2
    assert not parts(mood_line(days[:3], FIRST, FIRST + timedelta(40), NAMES), "path")


@settings(max_examples=40)
@given(days_of_scores, st.sampled_from([6, 27, 41, 400]), scales)
def test_a_calendar_has_a_square_for_every_day_hollow_where_nothing_was_noted(
    scores: dict[date, list[int]], days: int, scale: MoodScale
) -> None:
    last = FIRST + timedelta(days)
    shown = [each for each in noted(scores) if each.day <= last]
    chart = mood_calendar(shown, FIRST, last, scale)
    squares = parts(chart, "rect")
    both = sum(each.is_both(scale) for each in shown)
    is_in_columns = (last - FIRST).days // 7 + 1 > 6
    legend = (6 + 2 * (both > 0)) if is_in_columns else 0
    assert len(squares) == days + 1 + both + legend
    assert sum(square.attrib["fill"] == "none" for square in squares) == days + 1 - len(shown) + is_in_columns
    assert sum(int(count) for _, count in chart.table.rows) == days + 1
    assert ("hollow" in chart.alternative) is (len(shown) < days + 1)
    assert not re.search("square|darker|hollow", chart.in_words)


@pytest.mark.parametrize(
    ("scores", "shown"),
    [([1, 2], "1½"), ([2, 3], "2½"), ([3, 4], "3½"), ([4, 5], "4½"), ([1, 3], "2"), ([1], "1"), ([1, 5], "3")],
)
def test_a_square_has_the_number_of_its_median(scores: list[int], shown: str) -> None:
    chart = mood_calendar(noted({FIRST: scores}), FIRST, FIRST, MoodScale.ONE_SIDED)
    assert parts(chart, "text")[-1].text == shown


def test_a_day_at_both_ends_of_a_two_sided_scale_is_drawn_and_counted_as_both() -> None:
    chart = mood_calendar(noted({FIRST: [1, 5]}), FIRST, FIRST, MoodScale.TWO_SIDED)
    assert [square.attrib["fill"] for square in parts(chart, "rect")] == [LEVELS[0], LEVELS[4]]
    assert [text.text for text in parts(chart, "text")[-2:]] == ["1", "5"]
    assert ("both low and high", "1") in chart.table.rows
    assert ("3", "0") in chart.table.rows
    assert "in two halves on 1 both low and high" in chart.alternative


@pytest.mark.parametrize("weeks", [8, 12, 104])
def test_a_calendar_without_numbers_says_what_its_colours_are(weeks: int) -> None:
    last = FIRST + timedelta(7 * weeks - 1)
    chart = mood_calendar(noted({FIRST: [1, 5]}), FIRST, last, MoodScale.TWO_SIDED)
    *_, one, two, three, four, five, hollow, both = (text.text for text in parts(chart, "text"))
    assert (one, two, three, four, five) == ("1", "2", "3", "4", "5")
    assert (hollow, both) == ("no mood noted", "both low and high")
    colors = [box.attrib["fill"] for box in parts(chart, "rect")]
    assert set(LEVELS) | {"none"} == set(colors)


def test_what_a_calendar_says_in_words() -> None:
    days = noted({FIRST: [1, 5], FIRST + timedelta(1): [2, 3], FIRST + timedelta(2): [4]})
    chart = mood_calendar(days, FIRST, FIRST + timedelta(4), MoodScale.TWO_SIDED)
    assert chart.in_words == (
        "The middle of the day was at 1 on 0 days, at 2 on 0, at 3 on 1, at 4 on 1, at 5 on 0; 1 day was both low and "
        "high; 2 days without a mood."
    )


def test_a_day_has_a_line_from_its_lowest_to_its_highest_entry() -> None:
    day, other = noted({FIRST: [1, 5], FIRST + timedelta(1): [3]})
    chart = mood_line([day, other], FIRST, FIRST + timedelta(6), NAMES)
    (drawn,) = ranges(chart)
    grid = sorted(float(line.attrib["y1"]) for line in parts(chart, "line") if line.attrib["y1"] == line.attrib["y2"])
    assert drawn == (62, grid[0], grid[4])
    assert chart.table.rows[0][1:] == ("3", "okay", "1", "5")
    assert len(parts(chart, "circle")) == 2


def test_a_day_at_both_ends_of_a_two_sided_scale_has_a_dot_at_either_end() -> None:
    chart = mood_line(noted({FIRST: [1, 5]}), FIRST, FIRST + timedelta(6), NAMES, MoodScale.TWO_SIDED)
    grid = sorted(float(line.attrib["y1"]) for line in parts(chart, "line") if line.attrib["y1"] == line.attrib["y2"])
    assert sorted(float(dot.attrib["cy"]) for dot in parts(chart, "circle")) == [grid[0], grid[4]]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 27)), min_size=1, max_size=8))
def test_totals_stand_on_their_bands(given: list[tuple[int, int]]) -> None:
    totals = [(FIRST + timedelta(day), total) for day, total in sorted(given)]
    drawn = Period(FIRST, FIRST + timedelta(90))
    chart = score_line("PHQ-9", PHQ9, totals, drawn, drawn)
    bands = parts(chart, "rect")
    assert len(bands) == len(PHQ9)
    for dot, (_, total) in zip(parts(chart, "circle"), totals, strict=True):
        y = float(dot.attrib["cy"])
        place = next(number for number, (low, high, _) in enumerate(PHQ9) if low <= total <= high)
        top, height = float(bands[place].attrib["y"]), float(bands[place].attrib["height"])
        assert top - 0.01 <= y <= top + height + 0.01
    assert [row[1] for row in chart.table.rows] == [str(total) for _, total in totals]


@pytest.mark.parametrize(("first", "last"), [(60, 90), (90, 90), (0, 10)])
def test_the_days_of_the_page_are_marked_below_the_totals(first: int, last: int) -> None:
    marked = Period(FIRST + timedelta(first), FIRST + timedelta(last))
    drawn = Period(FIRST, FIRST + timedelta(90))
    chart = score_line("PHQ-9", PHQ9, [(FIRST, 5), (drawn.last, 9)], drawn, marked)
    (bar,) = [line for line in parts(chart, "line") if line.attrib["stroke-width"] == "3"]
    begin, end = float(bar.attrib["x1"]), float(bar.attrib["x2"])
    dots = [float(dot.attrib["cx"]) for dot in parts(chart, "circle")]
    assert (begin == dots[0]) is (first == 0)
    assert (end >= dots[1]) is (last == 90)
    assert end - begin >= 3
    assert (
        chart.alternative
        == "PHQ-9, from 0 to 27: 2 Nov 2026 5 (mild), 31 Jan 2027 9 (mild). The days of this page are marked."
    )
    assert chart.in_words == ("" if first == 0 else "Before these days: 2 Nov 2026 5 (mild).")
    whole = score_line("PHQ-9", PHQ9, [(FIRST, 5)], drawn, drawn)
    assert not [line for line in parts(whole, "line") if line.attrib["stroke-width"] == "3"]
    assert whole.alternative == "PHQ-9, from 0 to 27: 2 Nov 2026 5 (mild)."
    assert not whole.in_words


K10 = [(10, 15, "low"), (16, 21, "moderate"), (22, 29, "high"), (30, 50, "very high")]


@pytest.mark.parametrize("bands", [PHQ9, K10, [(number, number, str(number)) for number in range(6)]])
def test_numbers_beside_the_bands_do_not_touch_and_stay_beside_them(bands: list[tuple[int, int, str]]) -> None:
    drawn = Period(FIRST, FIRST + timedelta(90))
    chart = score_line("", bands, [(FIRST, bands[0][0]), (drawn.last, bands[-1][0])], drawn, drawn)
    numbers = [float(text.attrib["y"]) for text in parts(chart, "text") if text.attrib["x"] == "18"]
    assert len(numbers) == len(bands)
    assert all(above <= below - 7.5 + 0.02 for below, above in pairwise(numbers))
    bottoms = [float(box.attrib["y"]) + float(box.attrib["height"]) for box in parts(chart, "rect")]
    assert all(abs(number - 3 - bottom) < 4.5 for number, bottom in zip(numbers, bottoms, strict=True))


def test_the_first_and_the_last_total_have_a_number_however_many_lie_between() -> None:
    drawn = Period(FIRST, FIRST + timedelta(90))
    chart = score_line("PHQ-9", PHQ9, [(day, number % 28) for number, day in enumerate(drawn)], drawn, drawn)
    numbers = [text.text for text in parts(chart, "text") if text.attrib.get("font-weight")]
    assert {"0", str(90 % 28)} <= set(numbers)
    assert len(numbers) < 12


@given(st.text(max_size=40))
def test_a_persons_words_are_text_in_a_chart(word: str) -> None:
    chart = mood_line(noted({FIRST: [3]}), FIRST, FIRST + timedelta(6), (word or "x",) * 5)
    assert {element.tag.removeprefix(SVG) for element in drawing(chart).iter()} <= {
        *("svg", "title", "desc", "line", "circle", "text", "path", "rect"),
    }
    assert not re.search(r"<(style|script|image|use|a)\b", chart.svg)


@pytest.mark.parametrize("days", [6, 27, 69, 71, 200, 361, 800, 3650, 20_000])
def test_names_under_a_chart_do_not_touch(days: int) -> None:
    drawn = Period(FIRST, FIRST + timedelta(days))
    chart = score_line("PHQ-9", PHQ9, [(FIRST, 5)], drawn, drawn)
    names = [text for text in parts(chart, "text") if float(text.attrib["y"]) == chart.height - 4]
    assert names
    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    spans = []
    for name in names:
        width = 4.6 * len(name.text or "")
        begins = float(name.attrib["x"]) - width * shares[name.attrib["text-anchor"]]
        spans.append((begins, begins + width))
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_ten_years_of_days_stay_a_file_that_opens_at_once() -> None:
    days = noted({FIRST + timedelta(day): [1 + day % 5, 1 + (day + 1) % 5] for day in range(3650)})
    last = FIRST + timedelta(3650)
    assert len(mood_line(days, FIRST, last, NAMES).svg) < 300_000
    assert len(mood_calendar(days, FIRST, last, MoodScale.TWO_SIDED).svg) < 400_000
