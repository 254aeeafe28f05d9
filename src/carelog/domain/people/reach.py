"""Whom to turn to: one person at a time, taken in turn. Nobody is ranked, and nothing is counted against anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from carelog.domain.people.contact import Contact, GoodFor

LATELY = timedelta(days=3)
"""Whoever was asked within so many days is let be, while there is somebody else."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who could be asked.

    `reachable` is None where their hours are not known; `opens` is when their hours begin next (an aware datetime), or
    None; `asked` is the day of the last contact that was noted, or None.
    """

    contact: Contact
    reachable: bool | None
    opens: datetime | None = None
    asked: date | None = None

    def was_asked_lately(self, today: date) -> bool:
        """Whether they were asked within the last days."""
        return self.asked is not None and today - self.asked < LATELY


def whom_to_ask(candidates: Sequence[Candidate], today: date, good_for: GoodFor | None = None) -> Candidate | None:
    """The person whose turn it is among those who may be reachable.

    Somebody who was not asked in the last days comes before somebody who was, then somebody within their hours before
    somebody whose hours are not known, then whoever was asked longest ago, or never. Only those who can be reached in
    some way are asked, and with `good_for` those who are marked for it, where there are any. Equals are taken in the
    person's own order. None when everybody's hours are over.
    """

    def turn(each: Candidate) -> tuple[bool, bool, date]:
        return each.was_asked_lately(today), each.reachable is None, each.asked or date.min

    return min((each for each in _fitting(candidates, good_for) if each.reachable is not False), key=turn, default=None)


def who_is_next(candidates: Sequence[Candidate], good_for: GoodFor | None = None) -> Candidate | None:
    """The person whose hours begin first, or None where nobody's are known."""
    opening = [(each.opens, place, each) for place, each in enumerate(_fitting(candidates, good_for)) if each.opens]
    return min(opening, key=lambda each: each[:2])[2] if opening else None


def _fitting(candidates: Iterable[Candidate], good_for: GoodFor | None) -> list[Candidate]:
    with_ways = [each for each in candidates if each.contact.ways]
    marked = [each for each in with_ways if good_for in each.contact.good_for]
    return marked or with_ways
