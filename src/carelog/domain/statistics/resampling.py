"""Block bootstrap: intervals of an effect, from many draws of blocks of days with replacement."""

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
"""The share of the draws that an interval holds. Pages say the range by effective days and never this one."""

CLASSES = 10
"""A number with more different values than this is grouped into this many classes of about equal size."""

_WEEK = 7
_SEED = b"carelog draws days anew"
_WORD_BYTES = 4
_ORDER: Literal["little", "big"] = "little" if memoryview(b"\1\0\0\0").cast("I")[0] == 1 else "big"

Table = Sequence[Sequence[int]]
"""A contingency table: how many days each class of mood (rows) and of the other variable (columns) has."""

Part = tuple[int, float]
"""What a table adds to an effect: Kendall's S, and the largest that it can be."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The interval of an effect from `low` to `high`, both -1 to 1."""

    low: float
    high: float

    @property
    def leaves_out_zero(self) -> bool:
        """Whether all effects in the interval have the same sign."""
        return self.low > 0 or self.high < 0


def resampled_groups(
    mood_by_day: Mapping[date, float], days_with: AbstractSet[date], *, within_weekdays: bool = False
) -> Interval:
    """The 90 % interval of Cliff's delta between days with something and days without it.

    `within_weekdays` compares a Monday with Mondays only, and so on. Raises ValueError without days on either side.
    """
    present = {day: float(day in days_with) for day in mood_by_day}
    with_it = [mood for day, mood in mood_by_day.items() if present[day]]
    without = [mood for day, mood in mood_by_day.items() if not present[day]]
    effect = cliffs_delta(with_it, without)
    return _resampled(mood_by_day, present, _delta_of, None if within_weekdays else effect)


def resampled_numbers(
    mood_by_day: Mapping[date, float], number_by_day: Mapping[date, float], *, within_weekdays: bool = False
) -> Interval:
    """The 90 % interval of Kendall's tau-b between mood and a number, over the days that have both.

    `within_weekdays` compares a Monday with Mondays only, and so on. Raises ValueError when all days of a side are
    alike.
    """
    moods = {day: mood for day, mood in mood_by_day.items() if day in number_by_day}
    numbers = {day: number_by_day[day] for day in moods}
    effect = kendall_tau_b(list(moods.values()), list(numbers.values()))
    return _resampled(moods, numbers, _tau_of, None if within_weekdays else effect)


def _resampled(
    moods: Mapping[date, float],
    others: Mapping[date, float],
    part_of: Callable[[Table], Part],
    effect: float | None,
) -> Interval:
    """The percentile interval of the circular moving-block bootstrap: INTERVAL of the effects of 2,000 draws.

    A block is a run of calendar days, so days without a value stay gaps. Where a number is grouped into classes, the
    interval is shifted by the difference that the classes make to the `effect` itself; without an effect, days are
    compared within days of the week, and the classes are taken as they are.
    Source: Künsch (1989), Annals of Statistics 17:1217; Politis and Romano (1992) for the circle.
    """
    rows, columns = _classes(moods), _classes(others)
    width, height, weeks = len(set(columns.values())), len(set(rows.values())), 1 if effect is not None else _WEEK
    calendar = [
        (day.weekday() % weeks * height + rows[day]) * width + columns[day] if day in rows else None
        for day in map(date.fromordinal, range(min(moods).toordinal(), max(moods).toordinal() + 1))
    ]
    first, *draws = (
        _effect([part_of(table) for table in _tables(counts, width, height)])
        for counts in _cell_counts(calendar, width * height * weeks)
    )
    effect = first if effect is None else effect
    tail = (1 - INTERVAL) / 2
    return Interval(*(max(-1.0, min(1.0, quantile(draws, share) + effect - first)) for share in (tail, 1 - tail)))


def _tables(counts: Sequence[int], width: int, height: int) -> Iterator[Table]:
    """The table of each day of the week, or the one of all days."""
    for start in range(0, len(counts), width * height):
        yield [counts[start + row * width : start + (row + 1) * width] for row in range(height)]


def _effect(parts: Sequence[Part]) -> float:
    """S over the largest that it can be, added up over tables; 0 for a draw in which nothing can be compared."""
    scale = sum(scale for _, scale in parts)
    return sum(s for s, _ in parts) / scale if scale else 0.0


def _classes(values: Mapping[date, float]) -> dict[date, int]:
    """The number, from 0, of the class of each day's value. Up to CLASSES different values each are a class."""
    in_order = sorted(values.values())
    lower_bounds = sorted(set(in_order))
    if len(lower_bounds) > CLASSES:
        lower_bounds = sorted({in_order[len(in_order) * number // CLASSES] for number in range(CLASSES)})
    class_of = {value: sum(bound <= value for bound in lower_bounds) - 1 for value in set(in_order)}
    return {day: class_of[value] for day, value in values.items()}


def _cell_counts(calendar: Sequence[int | None], cells: int) -> Iterator[Sequence[int]]:
    """The number of days in each cell of the table: first for the calendar itself, then for each draw.

    A table is packed into one integer with a 2- or 4-byte field for each cell: a day has a one in the field of its
    cell, a block is the sum of its days, a draw the sum of its blocks. Adding whole tables at once makes draws fast.
    """
    span = len(calendar)
    size = 2 if span < 1 << 16 else 4
    days = [0 if cell is None else 1 << 8 * size * cell for cell in calendar]
    cumulative = list(accumulate([*days, *days], initial=0))
    length = min(span, _block_length(span))
    whole, rest = divmod(span, length)
    blocks = [cumulative[start + length] - cumulative[start] for start in range(span)]
    rests = [cumulative[start + rest] - cumulative[start] for start in range(span)]
    for total in (cumulative[span], *_draws(blocks, rests, whole)):
        table = memoryview(total.to_bytes(size * cells, _ORDER))
        fields = (table.cast("H") if size == 2 else table.cast("I")).tolist()
        yield fields if _ORDER == "little" else fields[::-1]


def _block_length(span: int) -> int:
    """The days in a block: a week, or for long journals as many whole weeks as the cube root of the days holds.

    Source: Hall, Horowitz and Jing (1995), Biometrika 82:561, for the cube root.
    """
    return _WEEK * max(1, round(math.cbrt(span)) // _WEEK)


def _draws(blocks: Sequence[int], rests: Sequence[int], whole: int) -> Iterator[int]:
    """Sums of `whole` blocks and one shorter rest, drawn at random from a fixed seed, to be repeatable."""
    count, span = whole + 1, len(blocks)
    noise = memoryview(hashlib.shake_128(_SEED).digest(_WORD_BYTES * count * DRAWS)).cast("I")
    for start in range(0, len(noise), count):
        places = map(span.__rmod__, noise[start : start + count])
        yield sum(map(blocks.__getitem__, places), rests[next(places)])


def _delta_of(table: Table) -> Part:
    """The part of a table in Cliff's delta; nothing for days of one side only, which say nothing."""
    without, with_it = (sum(column) for column in zip(*table, strict=True))
    return (_kendall_s(table), with_it * without) if with_it and without else (0, 0.0)


def _kendall_s(table: Table) -> int:
    """Kendall's S of a table: the number of concordant pairs of days less that of discordant pairs."""
    s = 0
    rows_above = [0] * len(table[0])
    for row in table:
        cumulative = list(accumulate(rows_above, initial=0))
        lower_less_higher = map(add, cumulative, map(sub, cumulative[1:], repeat(cumulative[-1])))
        s += sum(map(mul, row, lower_less_higher))
        rows_above = list(map(add, rows_above, row))
    return s


def _tau_of(table: Table) -> Part:
    """The part of a table in Kendall's tau-b; nothing where all values of one side are equal."""
    row_totals = [sum(row) for row in table]
    column_totals = [sum(column) for column in zip(*table, strict=True)]
    untied = _pairs_untied(row_totals) * _pairs_untied(column_totals)
    return (_kendall_s(table), math.sqrt(untied)) if untied else (0, 0.0)


def _pairs_untied(counts: Sequence[int]) -> float:
    total = sum(counts)
    return (total * total - sum(count * count for count in counts)) / 2
