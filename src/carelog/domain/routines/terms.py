"""The terms of a routine: how often it is due, when, and how much of it, from a day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from carelog.domain.routines.cadence import Cadence
from carelog.domain.time.days import ONE_DAY


@dataclass(frozen=True, slots=True)
class Terms:
    """What a routine asks for `since` a day, or since ever where that is None.

    `at` are the planned times of day in order, `target` is an amount for each day in the routine's unit.
    """

    since: date | None
    cadence: Cadence
    at: tuple[time, ...] = ()
    target: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", tuple(sorted(self.at)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last` on which one cadence holds; `last` is None where no end is known."""

    cadence: Cadence
    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def terms_on(terms: Sequence[Terms], day: date) -> Terms:
    """The terms that hold on a day: the latest that began by then, else the first; `terms` are in order of time."""
    return next((each for each in reversed(terms) if each.since is None or each.since <= day), terms[0])


def stretches(terms: Sequence[Terms], first: date, last: date | None) -> tuple[Stretch, ...]:
    """The days from `first` to `last` by cadence, in order of time. Times and target may change within a stretch."""
    if last is not None and last < first:
        return ()
    begun = [(first, terms_on(terms, first).cadence)]
    begun += [(each.since, each.cadence) for each in terms if each.since is not None and each.since > first]
    changes = [each for number, each in enumerate(begun) if not number or each[1] != begun[number - 1][1]]
    within = [each for each in changes if last is None or each[0] <= last]
    ends = [*(after - ONE_DAY for after, _ in within[1:]), last]
    return tuple(Stretch(cadence, day, end) for (day, cadence), end in zip(within, ends, strict=True))


def changed_terms(terms: Sequence[Terms], since: date | None, changes: Mapping[str, Any]) -> tuple[Terms, ...]:
    """The terms with some fields changed `since` a day, or since ever: fields that are not given stay as they were.

    What began on that day or later is changed too, so that nothing of the old fields is left after it.
    """
    before = [each for each in terms if since is not None and (each.since is None or each.since < since)]
    after = list(terms[len(before) :])
    if before and (not after or after[0].since != since):
        after.insert(0, replace(before[-1], since=since))
    whole = [*before, *(replace(each, **changes) for each in after)]
    return tuple(each for number, each in enumerate(whole) if not number or not _same(each, whole[number - 1]))


def _same(one: Terms, other: Terms) -> bool:
    return (one.cadence, one.at, one.target) == (other.cadence, other.at, other.target)
