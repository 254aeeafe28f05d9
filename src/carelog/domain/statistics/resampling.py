"""How far an effect would move if the same life were lived again: days are drawn anew in blocks, many times."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, repeat
from operator import add, mul, sub
from typing import Literal

from carelog.domain.statistics.association import cliffs_delta, kendall_tau_b
from carelog.domain.statistics.descriptive import quantile

DRAWS = 2_000
INTERVAL = 0.90
"""The share of the draws that an interval holds."""

CLASSES = 10
"""A number that took more values than this is drawn as so many classes of about equal size."""

_WEEK = 7
_SEED = b"carelog draws days anew"
_WORD = 4
_ORDER: Literal["little", "big"] = "little" if memoryview(b"\1\0\0\0").cast("I")[0] == 1 else "big"

Table = Sequence[Sequence[int]]
"""How many days there were of each class of mood (rows) and of the other thing (columns)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From the low to the high end of an effect, -1 to 1."""

    low: float
    high: float

    @property
    def leaves_out_zero(self) -> bool:
        """Whether every effect in the interval goes the same way."""
        return self.low > 0 or self.high < 0


def resampled_groups(mood_by_day: Mapping[date, float], days_with: AbstractSet[date]) -> Interval:
    """The 90 % interval of Cliff's delta between days with something and days without it.

    Raises ValueError without days on either side.
    """
    present = {day: float(day in days_with) for day in mood_by_day}
    with_it = [mood for day, mood in mood_by_day.items() if present[day]]
    without = [mood for day, mood in mood_by_day.items() if not present[day]]
    return _resampled(mood_by_day, present, _delta_of, cliffs_delta(with_it, without))


def resampled_numbers(mood_by_day: Mapping[date, float], number_by_day: Mapping[date, float]) -> Interval:
    """The 90 % interval of Kendall's tau-b between mood and a number, over the days that have both.

    Raises ValueError when all days of a side are alike.
    """
    moods = {day: mood for day, mood in mood_by_day.items() if day in number_by_day}
    numbers = {day: number_by_day[day] for day in moods}
    effect = kendall_tau_b(list(moods.values()), list(numbers.values()))
    return _resampled(moods, numbers, _tau_of, effect)


def _resampled(
    moods: Mapping[date, float],
    others: Mapping[date, float],
    effect_of: Callable[[Table], float],
    effect: float,
) -> Interval:
    """The middle 90 % of the effects of 2,000 draws: a percentile interval of the circular moving-block bootstrap.

    Blocks are stretches of the calendar, so gaps stay gaps. Where classes stand for a number, the interval is
    moved by what they change in the effect itself.
    Source: Künsch (1989), Annals of Statistics 17:1217; Politis and Romano (1992) for the circle.
    """
    rows, columns = _classes(moods), _classes(others)
    width, height = len(set(columns.values())), len(set(rows.values()))
    calendar = [
        rows[day] * width + columns[day] if day in rows else None
        for day in map(date.fromordinal, range(min(moods).toordinal(), max(moods).toordinal() + 1))
    ]
    first, *draws = (
        effect_of([counts[row * width : (row + 1) * width] for row in range(height)])
        for counts in _counted(calendar, width * height)
    )
    tail = (1 - INTERVAL) / 2
    return Interval(*(max(-1.0, min(1.0, quantile(draws, share) + effect - first)) for share in (tail, 1 - tail)))


def _counted(calendar: Sequence[int | None], cells: int) -> Iterator[Sequence[int]]:
    """How many days each cell has: first in the calendar as it was, then in each draw.

    A day is a number with a one in the field of its cell, a block the sum of its days, a draw the sum of its
    blocks: adding whole tables at once is what makes thousands of draws quick.
    """
    span = len(calendar)
    size = 2 if span < 1 << 16 else 4
    days = [0 if cell is None else 1 << 8 * size * cell for cell in calendar]
    upto = list(accumulate([*days, *days], initial=0))
    block = min(span, _block(span))
    whole, rest = divmod(span, block)
    blocks = [upto[start + block] - upto[start] for start in range(span)]
    rests = [upto[start + rest] - upto[start] for start in range(span)]
    for total in (upto[span], *_draws(blocks, rests, whole)):
        table = memoryview(total.to_bytes(size * cells, _ORDER))
        fields = (table.cast("H") if size == 2 else table.cast("I")).tolist()
        yield fields if _ORDER == "little" else fields[::-1]


def _draws(blocks: Sequence[int], rests: Sequence[int], whole: int) -> Iterator[int]:
    """Sums of `whole` blocks and one shorter rest, each drawn from anywhere; the same for the same days."""
    count, span = whole + 1, len(blocks)
    noise = memoryview(hashlib.shake_128(_SEED).digest(_WORD * count * DRAWS)).cast("I")
    for start in range(0, len(noise), count):
        places = map(span.__rmod__, noise[start : start + count])
        yield sum(map(blocks.__getitem__, places), rests[next(places)])


def _block(span: int) -> int:
    """How many days a block has: a week, or for long journals as many weeks as the cube root of the days holds.

    Source: Hall, Horowitz and Jing (1995), Biometrika 82:561, for the cube root.
    """
    return _WEEK * max(1, round(math.cbrt(span)) // _WEEK)


def _classes(values: Mapping[date, float]) -> dict[date, int]:
    """The place of each day's value among the different ones, or of its class when there are many."""
    ladder = sorted(values.values())
    edges = sorted({ladder[len(ladder) * number // CLASSES] for number in range(CLASSES)})
    steps = sorted(set(ladder))
    if len(steps) > CLASSES:
        steps = edges
    place = {value: sum(step <= value for step in steps) - 1 for value in set(ladder)}
    return {day: place[value] for day, value in values.items()}


def _delta_of(table: Table) -> float:
    """Cliff's delta; 0 for a draw that has only days of one side, because it says nothing."""
    without, with_it = (sum(column) for column in zip(*table, strict=True))
    return _balance(table) / (with_it * without) if with_it and without else 0.0


def _tau_of(table: Table) -> float:
    """Kendall's tau-b; 0 for a draw whose days are all alike on one side."""
    down = [sum(row) for row in table]
    across = [sum(column) for column in zip(*table, strict=True)]
    untied = _untied(down) * _untied(across)
    return _balance(table) / math.sqrt(untied) if untied else 0.0


def _untied(counts: Sequence[int]) -> float:
    total = sum(counts)
    return (total * total - sum(count * count for count in counts)) / 2


def _balance(table: Table) -> int:
    """Kendall's S of a table: pairs of days that differ the same way in both, less those that differ opposite ways."""
    balance = 0
    met = [0] * len(table[0])
    for row in table:
        upto = list(accumulate(met, initial=0))
        lower_less_higher = map(add, upto, map(sub, upto[1:], repeat(upto[-1])))
        balance += sum(map(mul, row, lower_less_higher))
        met = list(map(add, met, row))
    return balance
