"""Streaks, called runs: consecutive kept days. A skip pauses a run, and a rare miss does not end it but is bridged.

Runs are shown only to people who ask for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.due import DueDay

DAYS_PER_BRIDGE = 7
"""One of this many due days in a row may be missed without ending a run."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of due days that were kept, from the first to the last of them.

    `kept` is their number. The `bridged` days are misses within the run, which are not counted.
    """

    first: date
    last: date
    kept: int
    bridged: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs in the order of time. Two runs can share days when each bridges the miss that ends the other.

    `goes_on` says whether the last run is still going on today.
    """

    all: tuple[Run, ...] = ()
    goes_on: bool = False

    @property
    def present(self) -> Run | None:
        """The run that is still going on, or None."""
        return self.all[-1] if self.goes_on else None

    @property
    def longest(self) -> Run | None:
        """The run with the most kept days, the latest of equal ones, or None without any run."""
        return max(reversed(self.all), key=lambda run: run.kept, default=None)


def runs(days: Iterable[DueDay], *, bridging: bool = True) -> Runs:
    """The runs within days in the order of time.

    A day is kept when something was kept and nothing was missed. A day on which everything was skipped, or which is
    still open, is ignored. A run goes on while any seven due days in a row have at most one miss;
    without `bridging`, as for medicine, the first miss ends it. A day of which nothing is known ends it too. A miss at
    the end of the present run is bridged until a second one comes.
    """
    counted = [each for each in days if not each.open and (each.kept or each.missed or not each.due)]
    stretches = list(_stretches(counted, bridging=bridging))
    found = [_run(stretch, is_last=number == len(stretches) - 1) for number, stretch in enumerate(stretches)]
    return Runs(tuple(run for run in found if run), goes_on=bool(found) and found[-1] is not None)


def runs_in_one_unit(days: Iterable[DueDay], begun: Sequence[tuple[date, bool]], *, bridging: bool = True) -> Runs:
    """The runs within days that are in the unit of the last of them: a run in another unit begins anew.

    `begun` says from which days on runs were in days rather than in times, in order of time.
    """
    changes = [each for number, each in enumerate(begun) if not number or each[1] != begun[number - 1][1]]
    parts: list[list[DueDay]] = [[] for _ in changes]
    for each in days:
        latest = sum(1 for day, _ in changes if day <= each.day)
        parts[max(latest - 1, 0)].append(each)
    alike = [part for part, (_, in_days) in zip(parts, changes, strict=True) if in_days == changes[-1][1]]
    found = [runs(part, bridging=bridging) for part in alike]
    return Runs(tuple(run for each in found for run in each.all), goes_on=found[-1].goes_on if found else False)


def _stretches(counted: Sequence[DueDay], *, bridging: bool) -> Iterator[Sequence[DueDay]]:
    """The days of each run, beginning with a kept one; the last stretch reaches to the end and may be empty."""
    start, missed = 0, None
    for number, each in enumerate(counted):
        if not each.due or (each.missed and not bridging):
            yield counted[start:number]
            start, missed = number + 1, None
        elif each.missed and number == start:
            start += 1
        elif each.missed:
            if missed is not None and number - missed < DAYS_PER_BRIDGE:
                yield counted[start:number]
                start = missed + 1
            start, missed = (number + 1, None) if start == number else (start, number)
    yield counted[start:]


def _run(stretch: Sequence[DueDay], *, is_last: bool) -> Run | None:
    kept = [each.day for each in stretch if not each.missed]
    if not kept:
        return None
    bridged = (each.day for each in stretch if each.missed and (is_last or each.day < kept[-1]))
    return Run(kept[0], kept[-1], len(kept), tuple(bridged))
