"""Whom to turn to: one contact at a time, in rotation. Nobody is ranked, and nothing is counted against anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from carelog.domain.people.contact import Contact, GoodFor

LATELY = timedelta(days=3)
"""Someone who was asked within this time is not proposed while there is somebody else."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact who could be asked.

    `reachable` is whether it is within their hours, None where these are not known. `opens` is when their hours begin
    next, an aware datetime, or None. `asked` is the day of the last contact that was noted, or None.
    """

    contact: Contact
    reachable: bool | None
    opens: datetime | None = None
    asked: date | None = None

    def was_asked_lately(self, today: date) -> bool:
        """Whether they were asked within the last three days."""
        return self.asked is not None and today - self.asked < LATELY


def whom_to_ask(candidates: Sequence[Candidate], today: date, good_for: GoodFor | None = None) -> Candidate | None:
    """The contact whose turn it is, or None when nobody is within their hours.

    Those not asked in the last three days come before others, then those within their hours before those whose hours
    are not known, then those who were asked longest ago, or never. Ties keep the order of `candidates`. Contacts
    without a way to reach them are left out and, if anybody is marked as `good_for` it, all who are not.
    """

    def turn(each: Candidate) -> tuple[bool, bool, date]:
        return each.was_asked_lately(today), each.reachable is None, each.asked or date.min

    may_answer = (each for each in _suitable(candidates, good_for) if each.reachable is not False)
    return min(may_answer, key=turn, default=None)


def who_is_next(candidates: Sequence[Candidate], good_for: GoodFor | None = None) -> Candidate | None:
    """The contact whose hours begin first, or None where nobody's are known; `whom_to_ask` says who is left out."""
    opening = [(each.opens, each) for each in _suitable(candidates, good_for) if each.opens]
    return min(opening, key=lambda pair: pair[0])[1] if opening else None


def _suitable(candidates: Iterable[Candidate], good_for: GoodFor | None) -> list[Candidate]:
    with_ways = [each for each in candidates if each.contact.ways]
    marked = [each for each in with_ways if good_for in each.contact.good_for]
    return marked or with_ways
