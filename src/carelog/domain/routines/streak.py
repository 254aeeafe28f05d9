"""Runs of kept days, shown only to people who ask for them: a skip pauses a run, one miss in a while is bridged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.due import DueDay

DAYS_PER_BRIDGE = 7
"""Of so many due days in a row one may be missed without ending a run."""


@dataclass(frozen=True, slots=True)
class Run:
    """Due days that were kept, from the first to the last of them.

    `kept` counts them; the days that are `bridged` stand between them and are never counted.
    """

    first: date
    last: date
    kept: int
    bridged: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs in the order of time. Two may share days, where each bridges what ends the other.

    `goes_on` says whether the last of them reaches to now.
    """

    all: tuple[Run, ...] = ()
    goes_on: bool = False

    @property
    def present(self) -> Run | None:
        """The run that reaches to now."""
        return self.all[-1] if self.goes_on else None

    @property
    def longest(self) -> Run | None:
        """The run with the most days kept, of equal ones the latest."""
        return max(reversed(self.all), key=lambda run: run.kept, default=None)


def runs(days: Iterable[DueDay], *, bridging: bool = True) -> Runs:
    """The longest stretches of due days that hold together, of days in the order of time.

    A day is kept when all that was due on it was kept or skipped and something was kept. Days that were skipped
    altogether, and a day that is still open, are as if they were not there. A stretch holds together while any
    seven due days in a row have at most one miss; without `bridging`, as for medicine, while none is missed. A day
    of which nothing is known ends it. A miss at the end of the present run is bridged until a second one comes.
    """
    counted = [each for each in days if not each.open and (each.kept or each.missed or not each.due)]
    stretches = list(_stretches(counted, bridging=bridging))
    found = [_run(stretch, is_last=number == len(stretches) - 1) for number, stretch in enumerate(stretches)]
    return Runs(tuple(run for run in found if run), goes_on=bool(found) and found[-1] is not None)


def _stretches(counted: Sequence[DueDay], *, bridging: bool) -> Iterator[Sequence[DueDay]]:
    """The stretches, each beginning with a kept day; the last one reaches to the end and may be empty."""
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
