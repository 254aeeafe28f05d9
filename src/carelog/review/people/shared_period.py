"""The default period of a page: since the last appointment, else since the last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.time.days import Period
from carelog.review.people.appointments import last_before

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.audience import Audience
    from carelog.journal import Journal


def usual_period(journal: Journal, audience: Audience, last: date) -> Period:
    """The period up to `last` from the last appointment, else from the last day of the last page for this audience.

    An appointment on `last` itself is ignored, because the page is made for it. An audience without `since_appointment`
    ignores all appointments. Without any of these days, the period is the audience's own number of days.
    """
    appointment = last_before(journal, last) if audience.since_appointment else None
    pages = (share.period.last for share in journal.shares if share.audience == audience.key)
    page = max((day for day in pages if day < last), default=None)
    first = appointment or page
    return Period(first, last) if first else Period.ending(last, audience.days)
