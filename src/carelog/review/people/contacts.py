"""Contacts at a moment: whether they can be reached, when next, when a group meets, and who is out of touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from carelog.clock import zone_named
from carelog.domain.people.contact import Contact
from carelog.domain.people.hours import read_hours
from carelog.domain.people.meeting import read_meeting
from carelog.domain.people.reach import is_night
from carelog.domain.time.days import ONE_DAY, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carelog.journal import Journal

_DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class Reachable:
    """Whether a contact can be reached at a moment (`now`); None where their hours are not known.

    `opens` is the moment at which their hours begin next, with the offset of the person's own wall clock.
    """

    contact: Contact
    now: bool | None
    opens: Moment | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting of a contact, such as a group, with the offset of the person's own wall clock."""

    contact: Contact
    at: Moment


@dataclass(frozen=True, slots=True)
class OutOfTouch:
    """A contact that the person wants to keep in touch with, and the number of days without contact."""

    contact: Contact
    days: int


def reachable(journal: Journal, contact: Contact, now: Moment) -> Reachable:
    """Whether a contact can be reached at a moment, by their hours in their own time zone, else in the person's."""
    hours = read_hours(contact.hours)
    if hours is None:
        return Reachable(contact, None)
    wall = _wall(contact, now)
    return Reachable(contact, hours.cover(wall), _moment(journal, contact, hours.next_after(wall)))


def next_meeting(journal: Journal, contact: Contact, now: Moment) -> NextMeeting | None:
    """The next meeting of a contact from a moment on; None without meeting times that are understood."""
    meeting = read_meeting(contact.meets)
    if meeting is None:
        return None
    return NextMeeting(contact, _moment(journal, contact, meeting.next_from(_wall(contact, now))))


def meetings_soon(journal: Journal, contacts: Iterable[Contact], now: Moment) -> tuple[NextMeeting, ...]:
    """The meetings of the next seven days, at most one for each contact, the soonest first."""
    found = (next_meeting(journal, contact, now) for contact in contacts if contact.meets)
    soon = [each for each in found if each and each.at.instant - now.instant < _DAYS_AHEAD * ONE_DAY]
    return tuple(sorted(soon, key=lambda each: (each.at, each.contact.id)))


def out_of_touch(journal: Journal, contacts: Iterable[Contact], day: date) -> tuple[OutOfTouch, ...]:
    """The contacts to remind of, because the number of days that the person chose for them is over; the longest first.

    Days are counted from the last contact that was noted, else from the day the contact was added.
    """
    watched = [each for each in contacts if each.keep_in_touch and (each.snoozed is None or each.snoozed <= day)]
    if not watched:
        return ()
    last, starts_at = journal.reached.last_days(), journal.settings.day_starts_at
    added = {row_id: moment.day(starts_at) for row_id, moment in journal.contacts.added().items()}
    since_contact = (OutOfTouch(each, (day - (last.get(each.id) or added[each.id])).days) for each in watched)
    over = [each for each in since_contact if each.days >= (each.contact.keep_in_touch or 0)]
    return tuple(sorted(over, key=lambda each: -each.days))


def zone_of(contact: Contact) -> tzinfo | None:
    """The time zone of a contact's hours; None for the person's own, and for a zone that this system does not know."""
    return zone_named(contact.zone) if contact.zone else None


def is_night_for(contact: Contact, now: Moment) -> bool:
    """Whether it is night where a contact is."""
    return is_night(_wall(contact, now))


def _wall(contact: Contact, now: Moment) -> datetime:
    """The naive wall-clock time in the contact's zone."""
    zone = zone_of(contact)
    shown = now.instant.astimezone(zone) if zone else now.local
    return shown.replace(tzinfo=None)


def _moment(journal: Journal, contact: Contact, wall: datetime) -> Moment:
    """The moment of a naive wall-clock time in the contact's zone, with the offset of the person's own wall clock."""
    zone = zone_of(contact)
    if zone is None:
        return journal.clock.resolve(wall)[0]
    return journal.clock.at(wall.replace(tzinfo=zone).astimezone(UTC))
