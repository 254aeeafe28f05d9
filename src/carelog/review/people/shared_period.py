"""The default period of a page: since the last appointment that is known to have been, or since the last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.time.days import Period
from carelog.review.people.appointments import last_before, noted_days

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.audience import Audience
    from carelog.journal import Journal


def usual_period(journal: Journal, audience: Audience, last: date) -> Period:
    """The period up to `last` from the last appointment that was noted or the last page, whichever is later.

    Both count before `last` only, because an appointment on that day is what the page is made for. A day of a repeated
    appointment is planned, and nobody knows whether it was kept: a page never begins there. Where such days have come
    since the noted one, the page begins no earlier than the audience's own number of days, which is also the period
    where there is neither. An audience without `since_appointment` ignores all appointments.
    """
    pages = (share.period.last for share in journal.shares if share.audience == audience.key)
    noted = noted_days(journal) if audience.since_appointment else ()
    page = max((day for day in pages if day < last), default=None)
    appointment = max((day for day in noted if day < last), default=None)
    usual = Period.ending(last, audience.days)
    if appointment and appointment != last_before(journal, last):
        appointment = max(appointment, usual.first)
    first = max((day for day in (page, appointment) if day), default=None)
    return Period(first, last) if first else usual
