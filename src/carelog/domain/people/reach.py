"""Whom to turn to: one contact at a time. The order is about who is there; nothing is counted against anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from carelog.domain.people.any_hour import is_there_at_any_hour
from carelog.domain.people.contact import LAST_PLACE, Contact, GoodFor, Role

NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)
"""People sleep and offices are closed from 22:00 to 7:00, unless they said something else."""
OFFICES = frozenset((Role.PROFESSIONAL, Role.SERVICE))
"""Whoever helps as their work, at hours of their own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact who could be asked.

    `reachable` is whether it is within their hours, None where these are not known. `opens` is when their hours begin
    next, an aware datetime, or None. `asked` is the day of the last contact that was noted, or None. `night` is whether
    it is night where they are.
    """

    contact: Contact
    reachable: bool | None
    opens: datetime | None = None
    asked: date | None = None
    night: bool = False

    @property
    def any_hour(self) -> bool:
        """Whether they said yes at any hour."""
        return is_there_at_any_hour(self.contact)

    @property
    def is_there(self) -> bool:
        """Whether they are known to be there now."""
        return self.any_hour or self.reachable is True

    @property
    def may_sleep(self) -> bool:
        """Whether it is night where they are, and nothing says that they are there all the same."""
        return self.night and not self.is_there

    @property
    def is_closed_office(self) -> bool:
        """Whether it is night for a professional whose hours are not known."""
        return self.may_sleep and self.contact.role in OFFICES


def is_night(wall: datetime) -> bool:
    """Whether a naive wall-clock time is at night."""
    return wall.time() >= NIGHT_BEGINS or wall.time() < NIGHT_ENDS


def whom_to_ask(candidates: Sequence[Candidate], good_for: Collection[GoodFor] = ()) -> Candidate | None:
    """The contact to turn to, or None when nobody may be there.

    Who said yes at any hour comes first, whenever they were asked last; then who is within their hours; then those
    whose hours are not known, groups behind the others, and at night a professional last. Among equals the order of the
    crisis card counts, then who was asked longest ago or never, then who is good at listening. Contacts without a way
    to reach them are left out, and all but those who are `good_for` the most of what is asked for. Nobody who
    may be asleep is asked while somebody is there.
    """

    def turn(each: Candidate) -> tuple[bool, bool, bool, bool, int, date, bool]:
        contact = each.contact
        return (
            not each.any_hour,
            not each.is_there,
            each.is_closed_office,
            not each.is_there and contact.role is Role.GROUP,
            contact.crisis_order or LAST_PLACE + 1,
            each.asked or date.min,
            GoodFor.LISTENING not in contact.good_for,
        )

    may_answer = [each for each in candidates if each.is_there or each.reachable is None]
    if any(each.is_there and each.contact.ways for each in may_answer):
        may_answer = [each for each in may_answer if not each.may_sleep]
    return min(_suitable(may_answer, good_for), key=turn, default=None)


def who_is_next(candidates: Sequence[Candidate], good_for: Collection[GoodFor] = ()) -> Candidate | None:
    """Of those who are not there now the contact whose hours begin first; None where nobody's are known."""
    closed = _suitable((each for each in candidates if not each.is_there), good_for)
    opening = [(each.opens, each) for each in closed if each.opens]
    return min(opening, key=lambda pair: pair[0])[1] if opening else None


def _suitable(candidates: Iterable[Candidate], good_for: Collection[GoodFor]) -> list[Candidate]:
    """Those with a way to be reached who are good for the most of what is asked for; all, where nobody is for any."""
    with_ways = [(len({*good_for} & {*each.contact.good_for}), each) for each in candidates if each.contact.ways]
    most = max((count for count, _ in with_ways), default=0)
    return [each for count, each in with_ways if count == most]
