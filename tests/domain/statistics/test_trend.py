"""A trend needs enough days, has the direction of the days, and never contradicts its interval."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.statistics.trend import FEWEST_DAYS, Trend, Verdict, trend
from carelog.domain.time.days import ONE_DAY, Period

few = settings(max_examples=40, deadline=None)
FIRST = date(2026, 1, 1)
moods = st.lists(st.none() | st.integers(2, 10).map(lambda half: half / 2), min_size=1, max_size=120)


def noted(values: list[float | None]) -> dict[date, float]:
    return {FIRST + number * ONE_DAY: value for number, value in enumerate(values) if value is not None}


def of(values: list[float | None]) -> Trend:
    return trend(noted(values), Period(FIRST, FIRST + (len(values) - 1) * ONE_DAY))


def rising(days: int, levels: float, seed: int = 1) -> list[float | None]:
    """Days on whole levels that rise by a number of `levels` from the first to the last, with noise."""
    chance = Random(seed)
    return [float(max(1, min(5, round(3 + levels * (day / days - 0.5) + chance.gauss(0, 0.8))))) for day in range(days)]


@few
@given(moods)
def test_under_four_weeks_or_half_the_days_it_is_too_early_to_say(values: list[float | None]) -> None:
    result = of(values)
    known = sum(value is not None for value in values)
    assert (result.days, result.of) == (known, len(values))
    too_few = known < FEWEST_DAYS or 2 * known < len(values)
    assert (result.per_week is None) == too_few
    assert (result.low is None) == (result.high is None) == (result.verdict is Verdict.TOO_EARLY)
    assert result.verdict is Verdict.TOO_EARLY or not too_few


@few
@given(moods)
def test_no_range_is_wider_than_the_scale(values: list[float | None]) -> None:
    result = of(values)
    if result.low is not None and result.high is not None:
        places = [number for number, value in enumerate(values) if value is not None]
        steepest = 4 / (places[-1] - places[0]) * 7
        assert -steepest - 1e-9 <= result.low <= result.high <= steepest + 1e-9
        assert (
            result.low < 0 < result.high or result.verdict is not Verdict.NO_CLEAR_CHANGE or result.low == result.high
        )
        if result.verdict is Verdict.NO_CLEAR_CHANGE:
            assert -steepest + 1e-9 < result.low <= result.high < steepest - 1e-9
    assert result.could_show_on_scale is None or result.could_show_on_scale <= 4


def test_a_range_that_the_scale_cuts_off_is_not_said_unless_the_change_is_clear() -> None:
    one_end = of([float(mood) for mood in "544443221111122112123323132223331111322111133"])
    assert (one_end.verdict, one_end.low, one_end.high, one_end.could_show) == (Verdict.TOO_EARLY, None, None, None)
    assert one_end.per_week is not None
    clear = of([float(1 + day // 18) for day in range(90)])
    assert clear.verdict is Verdict.HIGHER
    assert clear.low is not None
    assert clear.high == pytest.approx(4 / 89 * 7)


def test_a_clean_step_has_a_slope_and_no_range() -> None:
    result = of([2.0] * 45 + [4.0] * 45)
    assert (result.verdict, result.low, result.high, result.could_show) == (Verdict.TOO_EARLY, None, None, None)
    assert result.per_week == pytest.approx(0.22, abs=0.01)


def test_what_could_have_been_shown_is_found_four_times_in_five() -> None:
    still = [result.could_show for seed in range(40) if (result := of(rising(60, 0, seed))).could_show]
    could_show = sorted(still)[20]
    found = sum(of(rising(60, could_show, seed)).verdict is Verdict.HIGHER for seed in range(200))
    assert 1.0 <= could_show <= 1.5
    assert 140 <= found <= 180


@few
@given(moods)
def test_the_slope_is_in_its_interval_and_a_verdict_leaves_zero_out(values: list[float | None]) -> None:
    result = of(values)
    if result.low is not None and result.per_week is not None and result.high is not None:
        assert result.low - 1e-9 <= result.per_week <= result.high + 1e-9
        assert result.verdict is not Verdict.HIGHER or result.low > 0
        assert result.verdict is not Verdict.LOWER or result.high < 0


@few
@given(st.integers(1, 1000), st.integers(0, 3))
def test_turned_upside_down_it_says_the_opposite(seed: int, levels: int) -> None:
    values = rising(60, levels, seed)
    result, turned = of(values), of([None if value is None else 6 - value for value in values])
    opposite = {Verdict.HIGHER: Verdict.LOWER, Verdict.LOWER: Verdict.HIGHER}
    assert turned.verdict is opposite.get(result.verdict, result.verdict)
    assert (turned.per_week, turned.low, turned.high) == (
        pytest.approx(-(result.per_week or 0), abs=1e-6),
        pytest.approx(-(result.high or 0), abs=1e-6),
        pytest.approx(-(result.low or 0), abs=1e-6),
    )


def test_days_outside_the_period_and_their_order_make_no_difference() -> None:
    days = noted(rising(60, 1.5))
    period = Period(FIRST, FIRST + 39 * ONE_DAY)
    inside = {day: mood for day, mood in reversed(days.items()) if day in period}
    assert trend(days, period) == trend(inside, period)


@pytest.mark.parametrize("seed", range(5))
def test_a_plain_rise_is_seen_with_its_size(seed: int) -> None:
    result = of(rising(90, 2, seed))
    assert result.verdict is Verdict.HIGHER
    assert result.per_week == pytest.approx(2 / 90 * 7, rel=0.4)


def test_a_rise_on_whole_levels_has_a_size_where_most_pairs_of_days_are_level() -> None:
    slope = of([2.0] * 45 + [3.0] * 15).per_week
    assert slope is not None
    assert 0 < slope / 7 * 60 < 2


def test_the_size_of_a_slow_and_even_rise_is_found_through_the_steps() -> None:
    chance = Random(3)
    slope = of([float(round(2 + day / 200 + chance.gauss(0, 0.6))) for day in range(360)]).per_week
    assert slope == pytest.approx(7 / 200, rel=0.15)


def test_days_that_are_all_alike_have_no_clear_change() -> None:
    result = of([4.0] * 60)
    assert result.verdict is Verdict.NO_CLEAR_CHANGE
    assert (result.per_week, result.low, result.high) == (pytest.approx(0, abs=1e-9),) * 3


@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_days_that_go_nowhere_seldom_get_a_verdict_however_alike_neighbours_are(alike: float) -> None:
    chance = Random(11)
    verdicts = 0
    for _ in range(200):
        values: list[float | None] = []
        within = chance.gauss(0, 1)
        for _ in range(60):
            values.append(float(max(1, min(5, round(3 + within)))))
            within = alike * within + (1 - alike**2) ** 0.5 * chance.gauss(0, 1)
        verdicts += of(values).verdict in (Verdict.HIGHER, Verdict.LOWER)
    assert verdicts <= 20


def test_one_low_stretch_of_days_that_are_alike_is_no_trend() -> None:
    assert of([3.0] * 14 + [2.0] * 7 + [4.0] * 9).verdict not in (Verdict.HIGHER, Verdict.LOWER)


@pytest.mark.parametrize(("days", "spacing"), [(366, 1), (367, 7), (3_660, 7), (3_661, 28), (18_263, 28)])
def test_long_periods_are_looked_at_in_weeks_and_say_so(days: int, spacing: int) -> None:
    result = of(rising(days, 1.5))
    assert (result.spacing, result.verdict) == (spacing, Verdict.HIGHER)
    assert result.per_week == pytest.approx(1.5 / days * 7, rel=0.3)


def test_a_few_weeks_between_years_of_pauses_are_one_point_and_have_no_slope() -> None:
    days = {FIRST + number * ONE_DAY: 3.0 + number % 2 for number in range(FEWEST_DAYS)}
    result = trend(days, Period(FIRST, FIRST + 4_000 * ONE_DAY), asked=FEWEST_DAYS)
    assert (result.verdict, result.per_week, result.spacing) == (Verdict.TOO_EARLY, None, 28)
