"""The rates of false and of true findings of `insights` and `trends`, measured on simulated journals.

python benchmarks/false_alarms.py             everything, about six minutes
python benchmarks/false_alarms.py --runs 200  a first look
python benchmarks/false_alarms.py --into docs/statistics.md

Journals are simulated with seeded chance, so that the same command prints the same table on any computer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from measured_page import known_to, print_simulated

from carelog.demo.chance import Chance
from carelog.domain.statistics.trend import Verdict, trend
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.insights.comparisons import Lag, Strata, compare
from carelog.review.insights.factors import Factor
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.standing_out import standing_out

HEAD = "| journal | alike | days | insights: anything | trends: any verdict |\n|---|---:|---:|---:|---:|"
FIRST = date(2024, 1, 1)
YES_WHEN_ABOVE = (0.0, 0.5, 0.5, 0.25)
EVEN_STEPS = (-1.3, -0.5, 0.5, 1.3)
MOSTLY_THREE = (-2.2, -1.3, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class World:
    """A kind of journal: `alike` is the correlation of neighbouring days, `days` their number.

    `noted` is the share of days with a mood; `factors` is how many factors are compared, on the same day and the day
    after. `effect` is how far the first factor moves mood, `drift` how far mood moves from the first day to the last,
    `steps` where the levels 2 to 5 begin: all in standard deviations of the noise.
    """

    name: str
    alike: float
    days: int
    noted: float = 1.0
    factors: int = 8
    effect: float = 0.0
    drift: float = 0.0
    steps: tuple[float, ...] = EVEN_STEPS


NOTHING_THERE = [World("as the goal names it", alike, days) for alike in (0.0, 0.3, 0.6) for days in (30, 60, 90)]
HARDER = [
    *(World("very alike days", 0.8, days) for days in (30, 60, 90)),
    *(World("a third of the days missing", 0.6, days, noted=0.67) for days in (60, 90)),
    *(World("40 things looked at", 0.6, days, factors=40) for days in (30, 90)),
    *(World("mood is nearly always 3", 0.6, days, steps=MOSTLY_THREE) for days in (30, 90)),
    World("a whole year", 0.6, 365),
]
SOMETHING_THERE = [
    World("moved by 0.8, rises by 1.5", alike, days, effect=0.8, drift=1.5)
    for alike in (0.0, 0.3, 0.6)
    for days in (30, 60, 90, 180)
]


def main() -> None:
    """Simulate, print the tables, and write them into a page if one is named."""
    print_simulated(_tables, __doc__, runs=2_000)


def _tables(runs: int) -> Iterator[str]:
    yield f"False alarms, where nothing is to be found ({known_to(runs)}):\n\n{HEAD}"
    for world in NOTHING_THERE:
        yield _row(world, *shares(world, runs))
    yield f"\nHarder journals ({known_to(runs // 4)}):\n\n{HEAD}"
    for world in HARDER:
        yield _row(world, *shares(world, runs // 4))
    yield "\nFound: one of the eight things moves mood, and in other journals mood rises by a level and a half"
    yield f"({runs // 8} journals a row).\n\n{HEAD.replace('anything', 'that one').replace('any verdict', '“higher”')}"
    for world in SOMETHING_THERE:
        moved, _ = shares(replace(world, drift=0.0), runs // 8)
        _, rises = shares(replace(world, effect=0.0, factors=0), runs // 8)
        yield _row(world, moved, rises)


def _row(world: World, found: float, verdict: float) -> str:
    return f"| {world.name} | {world.alike:.1f} | {world.days} | {100 * found:.1f} % | {100 * verdict:.1f} % |"


def shares(world: World, runs: int) -> tuple[float, float]:
    """The share of simulated journals in which `insights` finds something, and in which `trends` gives a verdict.

    With an effect or a drift only the true finding counts.
    """
    found = verdicts = 0
    for run in range(runs):
        chance = Chance(f"{world} {run}")
        discovered, verdict = simulate(world, chance)
        found += "0" in discovered if world.effect else bool(discovered)
        verdicts += verdict is Verdict.HIGHER or (not world.drift and verdict is Verdict.LOWER)
    return found / runs, verdicts / runs


def simulate(world: World, chance: Chance) -> tuple[set[str], Verdict]:
    """What is found in one simulated journal: the factors that stand out, and the verdict on its trend."""
    period = Period(FIRST, FIRST + (world.days - 1) * ONE_DAY)
    series = [noise(world, chance, world.days + 1) for _ in range(world.factors)]
    mood_noise = noise(world, chance, world.days)
    moods = {}
    for number, day in enumerate(period):
        moved = world.effect * (series[0][number + 1] > YES_WHEN_ABOVE[0]) if world.effect else 0.0
        if chance.happens(world.noted):
            moods[day] = level(mood_noise[number] + moved + world.drift * (number / world.days - 0.5), world.steps)
    factors = [factor(number, values) for number, values in enumerate(series)]
    pairs = (compare(each, moods, lag) for each in factors for lag in Lag)
    separable = [each for each in pairs if each and each.strata is not Strata.INSEPARABLE]
    found = standing_out(separable).found
    return {each.factor.name for each in found}, trend(moods, period).verdict


def factor(number: int, values: list[float]) -> Factor:
    """A factor with a value on each day and on the day before the first: yes or no, a level, or a measured number."""
    days = dict(zip(Period(FIRST - ONE_DAY, FIRST + (len(values) - 2) * ONE_DAY), values, strict=True))
    kind = number % 8
    if kind < len(YES_WHEN_ABOVE):
        present = {day for day, value in days.items() if value > YES_WHEN_ABOVE[kind]}
        return Factor(FactorKind.TAG, str(number), list(days), present=present)
    readings = days if kind == 7 else {day: level(value) for day, value in days.items()}
    return Factor(FactorKind.TRACKER, str(number), list(days), readings=readings)


def noise(world: World, chance: Chance, days: int) -> list[float]:
    """A first-order autoregressive series with mean 0, standard deviation 1 and the world's autocorrelation."""
    own = math.sqrt(1 - world.alike**2)
    values = [chance.near(0, 1)]
    while len(values) < days:
        values.append(world.alike * values[-1] + own * chance.near(0, 1))
    return values


def level(value: float, steps: Sequence[float] = EVEN_STEPS) -> float:
    """The level from 1 to 5 that a value falls into."""
    return 1.0 + sum(value > begin for begin in steps)


if __name__ == "__main__":
    main()
