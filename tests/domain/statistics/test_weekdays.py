"""Days of the week: whether something sits on them, and comparisons within them."""

import math
from datetime import date, timedelta
from random import Random

import pytest
from scipy import stats

from carelog.domain.statistics.association import (
    Measure,
    associate_groups,
    associate_numbers,
    cliffs_delta,
    compared_days,
)
from carelog.domain.statistics.resampling import resampled_groups, resampled_numbers
from carelog.domain.statistics.weekdays import by_weekday, week_could_explain, weekday_score

MONDAY = date(2026, 6, 1)


def days(number: int) -> list[date]:
    return [MONDAY + timedelta(days=each) for each in range(number)]


@pytest.mark.parametrize("values", [2, 5, 1000])
def test_how_much_values_go_by_the_week_is_what_kruskal_and_wallis_say(values: int) -> None:
    chance = Random(values)
    for _ in range(200):
        lean = chance.random()
        numbers = {day: chance.randrange(values) + lean * (day.weekday() > 4) for day in days(chance.randint(30, 99))}
        p = stats.kruskal(*([numbers[day] for day in week] for week in by_weekday(numbers))).pvalue
        assert stats.norm.sf(weekday_score(numbers)) == pytest.approx(p, abs=0.01)


def test_one_day_of_the_week_or_one_value_says_nothing_of_the_week() -> None:
    assert weekday_score({day: float(day.day) for day in days(99) if day.weekday() == 2}) == -math.inf
    assert weekday_score(dict.fromkeys(days(99), 1.0)) == -math.inf
    assert weekday_score({}) == -math.inf


def test_the_week_could_explain_only_what_goes_by_it_on_both_sides() -> None:
    work = {day: float(day.weekday() < 5) for day in days(90)}
    weekend = {day: 4.0 - 2 * (day.weekday() < 5) + day.day % 2 for day in days(90)}
    every_day = {day: 3.0 + number // 7 % 2 for number, day in enumerate(days(91))}
    assert week_could_explain(weekend, work)
    assert not week_could_explain(every_day, dict.fromkeys(every_day, 0.0) | work)
    assert not week_could_explain(weekend, every_day)


def test_within_days_of_the_week_a_day_is_compared_with_its_own_weekday_only() -> None:
    chance = Random(8)
    moods = {day: float(chance.randint(1, 5)) for day in days(90)}
    present = {day for day in moods if chance.random() < (0.7 if day.weekday() < 5 else 0.3)}
    found = associate_groups(moods, present, within_weekdays=True)
    parts = [
        ([moods[day] for day in week if day in present], [moods[day] for day in week if day not in present])
        for week in by_weekday(moods)
    ]
    pairs = [len(with_it) * len(without) for with_it, without in parts]
    expected = sum(cliffs_delta(*part) * each for part, each in zip(parts, pairs, strict=True)) / sum(pairs)
    assert found
    assert found.effect == pytest.approx(expected)
    assert found.low < found.effect < found.high


def test_a_weekday_that_is_all_with_or_all_without_is_left_out() -> None:
    chance = Random(9)
    moods = {day: float(chance.randint(1, 5)) for day in days(90)}
    present = {day for day in moods if day.weekday() == 0 or (day.weekday() < 5 and chance.random() < 0.5)}
    found = associate_groups(moods, present, within_weekdays=True)
    assert found
    assert found.days == sum(0 < day.weekday() < 5 for day in moods)
    assert associate_groups(moods, {day for day in moods if day.weekday() < 5}, within_weekdays=True) is None


def test_weekends_alone_make_no_difference_within_days_of_the_week() -> None:
    chance = Random(10)
    moods = {day: 2.0 + 2 * (day.weekday() > 4) + chance.randint(0, 1) for day in days(90)}
    slept = {day: 7.0 + (day.weekday() > 4) + chance.randint(0, 2) / 2 for day in moods}
    present = {day for day in moods if chance.random() < (0.8 if day.weekday() < 5 else 0.2)}
    for plain, within in (
        (associate_groups(moods, present), associate_groups(moods, present, within_weekdays=True)),
        (associate_numbers(moods, slept), associate_numbers(moods, slept, within_weekdays=True)),
    ):
        assert plain
        assert within
        assert abs(plain.effect) > 0.3
        assert within.low < 0 < within.high


def test_drawn_anew_a_difference_within_days_of_the_week_stays_and_one_between_them_goes() -> None:
    chance = Random(12)
    present = {day for day in days(120) if chance.random() < (0.8 if day.weekday() < 5 else 0.2)}
    weekend = {day: 2.0 + 2 * (day.weekday() > 4) + chance.randint(0, 1) for day in days(120)}
    lifted = {day: mood + (day in present) for day, mood in weekend.items()}
    numbers = {day: float(day in present) + chance.randint(0, 1) for day in weekend}
    assert resampled_groups(weekend, present).leaves_out_zero
    assert not resampled_groups(weekend, present, within_weekdays=True).leaves_out_zero
    assert resampled_groups(lifted, present, within_weekdays=True).low > 0
    assert resampled_numbers(lifted, numbers, within_weekdays=True).low > 0
    assert not resampled_numbers(weekend, numbers, within_weekdays=True).leaves_out_zero


def test_days_of_a_weekday_on_which_nothing_varies_are_not_compared() -> None:
    days = [date(2026, 8, 3) + timedelta(number) for number in range(84)]
    moods = {day: float(1 + day.day % 5) for day in days}
    readings = {day: 7.0 if day.weekday() == 6 else float(day.day % 7) for day in days}
    compared = compared_days(moods, readings, Measure.KENDALL_TAU_B)
    assert compared == [day for day in days if day.weekday() != 6]
