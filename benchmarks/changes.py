"""How often the slope of `trends` and its two halves find a change, where there is none and where there is one.

python benchmarks/changes.py             everything, about ten minutes
python benchmarks/changes.py --runs 200  a first look
python benchmarks/changes.py --into docs/statistics.md

Beside them stand two methods that carelog does not use: Mann and Kendall's test with the variance of Hamed and Rao for
the slope, and a block bootstrap for the halves. They need numpy and scipy, which the extra `test` brings. Journals are
simulated with seeded chance, so that the same command prints the same table on any computer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
from false_alarms import FIRST, World, level, noise
from measured_page import known_to, print_simulated
from scipy.stats import rankdata, theilslopes

from carelog.demo.chance import Chance
from carelog.domain.statistics.halves import FEWEST_DAYS_PER_HALF, halves, sides
from carelog.domain.statistics.trend import Trend, Verdict, mann_kendall, trend
from carelog.domain.time.days import ONE_DAY, Period

MARKS = ("<!-- changes: begin -->", "<!-- changes: end -->")
HEAD = "| alike | days | slope | halves | slope, Hamed and Rao | halves, bootstrap |\n|---:|---:|---:|---:|---:|---:|"
SHOWN_HEAD = "| alike | days | could show, levels | found |\n|---:|---:|---:|---:|"
ALIKE, DAYS = (0.0, 0.3, 0.6), (28, 45, 56, 90, 91, 180)
LEVEL = 0.955
"""By so many standard deviations of the noise the values move when the mean of the levels moves by one."""

NORMAL_975, NORMAL_95 = 1.959963984540054, 1.6448536269514722
BLOCK, DRAWS = 7, 400

Answers = tuple[Verdict, Verdict, Verdict, Verdict]
"""Of the slope, the halves, Hamed and Rao's slope and the bootstrap of the halves."""


@dataclass(frozen=True, slots=True)
class Moving(World):
    """A world in which mood also moves by a `step`, in standard deviations of the noise, in the middle of its days."""

    step: float = 0.0


def main() -> None:
    """Simulate, print the tables, and write them into a page if one is named."""
    print_simulated(_tables, __doc__, runs=2_000, marks=MARKS)


def _tables(runs: int) -> Iterator[str]:
    worlds = [Moving("", alike, days) for days in DAYS for alike in ALIKE]
    yield f"A change is found where there is none ({known_to(runs, 0.05)}):\n\n{HEAD}"
    yield from (_row(world, runs) for world in worlds)
    yield f"\nA step of one level in the middle is found ({known_to(runs // 4, 0.5)}):\n\n{HEAD}"
    yield from (_row(replace(world, step=LEVEL), runs // 4) for world in worlds)
    yield f"\nA straight rise of one level from the first day to the last is found:\n\n{HEAD}"
    yield from (_row(replace(world, drift=LEVEL), runs // 4) for world in worlds)
    yield f"\nA rise as large as the slope says that such days could have shown (the median journal’s):\n\n{SHOWN_HEAD}"
    yield from (_shown_row(world, runs // 4) for world in worlds if world.days in (28, 90, 180))


def _row(world: Moving, runs: int) -> str:
    changes = bool(world.step or world.drift)
    wanted = (Verdict.HIGHER,) if changes else (Verdict.HIGHER, Verdict.LOWER)
    found = [[verdict in wanted for verdict in answers(world, run)] for run in range(runs)]
    shares = [f"{100 * sum(column) / runs:.1f} %" for column in zip(*found, strict=True)]
    if world.days < 2 * FEWEST_DAYS_PER_HALF:
        shares[1] = shares[3] = "–"
    return f"| {world.alike:.1f} | {world.days} | {' | '.join(shares)} |"


def _shown_row(world: Moving, runs: int) -> str:
    still = [each for run in range(runs) if (each := _trend(world, run).could_show) is not None]
    could_show = median(still)
    rising = replace(world, drift=could_show * LEVEL)
    found = sum(_trend(rising, run).verdict is Verdict.HIGHER for run in range(runs))
    return f"| {world.alike:.1f} | {world.days} | {could_show:.1f} | {100 * found / runs:.1f} % |"


def _trend(world: Moving, run: int) -> Trend:
    moods = simulate(world, Chance(f"{world} {run}"))
    return trend(dict(zip(_period(world), moods, strict=True)), _period(world))


def answers(world: Moving, run: int) -> Answers:
    """What the four methods say of one simulated journal."""
    moods = simulate(world, Chance(f"{world} {run}"))
    period = _period(world)
    by_day = dict(zip(period, moods, strict=True))
    before, after = sides(period)
    two_halves = halves(by_day, before, after)
    return (
        trend(by_day, period).verdict,
        two_halves.verdict if two_halves else Verdict.TOO_EARLY,
        hamed_rao(moods),
        block_bootstrap(moods, run),
    )


def simulate(world: Moving, chance: Chance) -> list[float]:
    """The levels of the days of one journal."""
    middle = world.days - world.days // 2
    return [
        level(value + world.drift * (number / world.days - 0.5) + world.step * ((number >= middle) - 0.5), world.steps)
        for number, value in enumerate(noise(world, chance, world.days))
    ]


def hamed_rao(moods: Sequence[float]) -> Verdict:
    """Mann and Kendall's test with the variance of Hamed and Rao (1998), Journal of Hydrology 204:182."""
    n, values = len(moods), np.array(moods)
    s, variance = mann_kendall(moods)
    if not variance:
        return Verdict.NO_CLEAR_CHANGE
    places = np.arange(n)
    ranks = rankdata(values - theilslopes(values, places)[0] * places)
    ranks = ranks - ranks.mean()
    inflation = 1.0
    for lag in range(1, n - 2):
        correlation = float(ranks[lag:] @ ranks[:-lag] / (ranks @ ranks))
        if abs(correlation) > NORMAL_95 / math.sqrt(n):
            inflation += 2 / (n * (n - 1) * (n - 2)) * (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation
    return _verdict(s, NORMAL_975 * math.sqrt(variance * max(inflation, 1 / n)))


def block_bootstrap(moods: Sequence[float], run: int) -> Verdict:
    """Whether the middle 95 % of the deltas leave out 0, when the days of each half are drawn anew in weeks.

    Source: Künsch (1989), Annals of Statistics 17:1217; on a circle as of Politis and Romano (1992).
    """
    length, random = len(moods) // 2, np.random.default_rng(run)
    halves_of_days = np.array(moods[-2 * length :]).reshape(2, length)
    counts = []
    for half in halves_of_days:
        starts = random.integers(0, length, (DRAWS, -(-length // BLOCK)))
        drawn = half[(starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWS, -1)[:, :length] % length]
        counts.append(np.stack([(drawn == score).sum(1) for score in range(1, 6)], 1))
    before, after = counts
    below = np.cumsum(before, 1) - before
    deltas = (after * (2 * below + before - length)).sum(1) / length**2
    low, high = np.quantile(deltas, (0.025, 0.975))
    return Verdict.HIGHER if low > 0 else Verdict.LOWER if high < 0 else Verdict.NO_CLEAR_CHANGE


def _verdict(s: float, margin: float) -> Verdict:
    if abs(s) <= margin:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.HIGHER if s > 0 else Verdict.LOWER


def _period(world: Moving) -> Period:
    return Period(FIRST, FIRST + (world.days - 1) * ONE_DAY)


if __name__ == "__main__":
    main()
