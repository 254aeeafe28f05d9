"""The rates of false and of true answers of `insights`: one question, days of the week, and feelings.

python benchmarks/questions.py             everything, about five minutes
python benchmarks/questions.py --runs 100  a first look
python benchmarks/questions.py --into docs/insights.md

Journals are simulated with seeded chance, so that the same command prints the same tables on any computer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from false_alarms import FIRST, World, factor, level, noise
from measured_page import known_to, print_simulated

from carelog.demo.chance import Chance
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.insights.comparisons import Comparison, Lag, compare
from carelog.review.insights.factors import Factor
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.standing_out import standing_out

CELLS = [(alike, days) for alike in (0.0, 0.3, 0.6) for days in (30, 60, 90)]
R = 0.3
"""The correlation of mood with what is asked about."""
WEEKEND = 1.5
"""How far a weekend lifts mood, in standard deviations."""
ON_WEEKDAYS = {
    "work, Monday to Friday": (1.0, 0.0),
    "work, mostly": (0.9, 0.1),
    "a little more on weekdays": (0.6, 0.3),
}
"""The share of days with a tag on Monday to Friday, and on weekends."""


def main() -> None:
    """Simulate, print the tables, and write them into a page if one is named."""
    print_simulated(_tables, __doc__, runs=1_000)


def _tables(runs: int) -> Iterator[str]:
    yield f"One question where nothing is to be found ({known_to(runs, 0.05)}):\n"
    yield "| alike | days | a tag | a scale |\n|---:|---:|---:|---:|"
    for alike, days in CELLS:
        rates = (_rate(runs, f"{number} {alike} {days}", _unrelated(number, alike, days)) for number in (0, 7))
        yield f"| {alike:.1f} | {days} | {' | '.join(map(_percent, rates))} |"
    yield f"\nSleep that goes with mood at r = {R}, days not alike:\n"
    yield "| days | asked about alone | beside twenty tags |\n|---:|---:|---:|"
    for days in (30, 60, 90):
        rates = (_rate(runs // few, f"sleep {days}", each) for few, each in ((1, _sleep(days)), (2, _sleep(days, 20))))
        yield f"| {days} | {' | '.join(map(_percent, rates))} |"
    yield f"\nOnly the day of the week matters: a weekend lifts mood by {WEEKEND} of its usual spread. How often a tag"
    yield "is found:\n"
    yield "| tag | alike | days | asked about alone | page of it alone |\n|---|---:|---:|---:|---:|"
    for name, shares in ON_WEEKDAYS.items():
        for alike in (0.0, 0.6):
            for days in (60, 90, 180):
                rates = (_rate(runs, f"{name} {alike} {days}", each) for each in _weekly(shares, alike, days))
                yield f"| {name} | {alike:.1f} | {days} | {' | '.join(map(_percent, rates))} |"
    yield "\nA tag moves mood by 0.8 of its usual spread, over 60 days that are not alike. How often it is found:\n"
    yield "| tag | asked about alone |\n|---|---:|"
    for name, lift, shares in (("on any day", 0.0, (0.5, 0.5)), ("a little more on weekdays", WEEKEND, (0.6, 0.3))):
        yield f"| {name} | {_percent(_rate(runs, name, _moving(lift, shares)))} |"
    yield "\nFeelings that go with mood anyway, beside eight things that do not, over 60 days. How often anything but"
    yield "a feeling is found, and how often a tag that moves mood by 0.8 is:\n"
    yield "| feelings | anything else | that tag |\n|---:|---:|---:|"
    for feelings in (0, 10, 40):
        rates = (_rate(runs // 5, f"feelings {effect}", _beside(feelings, effect)) for effect in (0.0, 0.8))
        yield f"| {feelings} | {' | '.join(map(_percent, rates))} |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _rate(runs: int, seed: str, finds: Callable[[Chance], bool]) -> float:
    """The share of journals in which something is found."""
    return sum(finds(Chance(f"{seed} {run}")) for run in range(runs)) / runs


def _answer(asked: Factor, moods: Mapping[date, float]) -> bool:
    """Whether a question asked alone is answered with a clear difference."""
    compared = compare(asked, moods, Lag.SAME_DAY)
    return compared is not None and compared.is_clear


def _page(factors: list[Factor], moods: Mapping[date, float]) -> set[str]:
    """The names of what a page finds, feelings left out."""
    pairs = [each for factor_ in factors for lag in Lag if (each := compare(factor_, moods, lag))]
    return {each.factor.name for each in standing_out(list(filter(_is_separable, pairs))).found}


def _is_separable(compared: Comparison) -> bool:
    return compared.strata.value != "inseparable"


def _unrelated(number: int, alike: float, days: int) -> Callable[[Chance], bool]:
    world = World("", alike, days)

    def finds(chance: Chance) -> bool:
        moods = _moods(noise(world, chance, days))
        return _answer(factor(number, noise(world, chance, days + 1)), moods)

    return finds


def _sleep(days: int, beside: int = 0) -> Callable[[Chance], bool]:
    world = World("", 0.0, days)

    def finds(chance: Chance) -> bool:
        slept, own = noise(world, chance, days), noise(world, chance, days)
        moods = _moods([R * sleep + math.sqrt(1 - R * R) * rest for sleep, rest in zip(slept, own, strict=True)])
        readings = {day: round(7 + sleep, 1) for day, sleep in zip(moods, slept, strict=True)}
        sleep = Factor(FactorKind.TRACKER, "sleep", list(moods), readings=readings, same_day_only=True)
        if not beside:
            return _answer(sleep, moods)
        compared = [compare(sleep, moods, Lag.SAME_DAY)]
        for _ in range(beside):
            compared += [compare(factor(0, noise(world, chance, days + 1)), moods, lag) for lag in Lag]
        found = standing_out([each for each in compared if each and _is_separable(each)]).found
        return "sleep" in {each.factor.name for each in found}

    return finds


def _weekly(shares: tuple[float, float], alike: float, days: int) -> Iterator[Callable[[Chance], bool]]:
    world = World("", alike, days)

    def drawn(chance: Chance) -> tuple[Factor, dict[date, float]]:
        period = list(_period(days))
        moods = _moods(
            [value + WEEKEND * _weekend(day) for value, day in zip(noise(world, chance, days), period, strict=True)]
        )
        return _tag(chance, period, shares), moods

    yield lambda chance: _answer(*drawn(chance))
    yield lambda chance: bool(_page([(pair := drawn(chance))[0]], pair[1]))


def _moving(lift: float, shares: tuple[float, float]) -> Callable[[Chance], bool]:
    world = World("", 0.0, 60)

    def finds(chance: Chance) -> bool:
        period = list(_period(60))
        tag = _tag(chance, period, shares)
        values = zip(noise(world, chance, 60), period, strict=True)
        return _answer(
            tag, _moods([value + lift * _weekend(day) + 0.8 * (day in tag.present) for value, day in values])
        )

    return finds


def _beside(feelings: int, effect: float) -> Callable[[Chance], bool]:
    world = World("", 0.3, 60)

    def finds(chance: Chance) -> bool:
        period = list(_period(60))
        series = [noise(world, chance, 61) for _ in range(8)]
        moved = [effect * (value > 0) for value in series[0][1:]]
        values = [value + more for value, more in zip(noise(world, chance, 60), moved, strict=True)]
        felt = [_feeling(chance, number, period, values) for number in range(feelings)]
        found = _page([*(factor(number, each) for number, each in enumerate(series)), *felt], _moods(values))
        return "0" in found if effect else bool(found)

    return finds


def _feeling(chance: Chance, number: int, period: list[date], values: list[float]) -> Factor:
    """A feeling that is noted on most days of high, or of low, mood."""
    sign = 1 if number % 2 else -1
    present = {day for day, value in zip(period, values, strict=True) if sign * value + chance.near(0, 0.7) > 0.7}
    return Factor(FactorKind.FEELING, f"feeling {number}", period, present)


def _tag(chance: Chance, period: list[date], shares: tuple[float, float]) -> Factor:
    present = {day for day in period if chance.happens(shares[_weekend(day)])}
    return Factor(FactorKind.TAG, "tag", period, present)


def _moods(values: list[float]) -> dict[date, float]:
    return dict(zip(_period(len(values)), map(level, values), strict=True))


def _period(days: int) -> Period:
    return Period(FIRST, FIRST + (days - 1) * ONE_DAY)


def _weekend(day: date) -> bool:
    return day.weekday() > 4


if __name__ == "__main__":
    main()
