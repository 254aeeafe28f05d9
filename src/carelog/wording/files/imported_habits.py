"""Importing habits from another app: what was left out or changed, without any word of the file."""

from __future__ import annotations

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import grouped

NO_DATE = _("The date cannot be read. It is written as 2025-03-09.")
SAME_DAY = _("A later row is for the same habit and day. That one is taken.")
NO_VALUE = _("What was noted on this day cannot be read.")
NO_FREQUENCY = _(
    "A habit does not say how often it is meant. It comes in as daily; change it with: carelog routine edit NAME "
    "--every 3/week"
)
AMOUNT_OF_DAYS = _(
    "A habit has an amount for a week or a month. carelog asks for it once in that time; its strength adds up "
    "the days, as Loop does."
)
RARE = _("A habit is due less often than carelog can count. It comes in at about the same rate.")
LIMITS = _("A habit is a limit not to be passed. carelog keeps it as a scale, and its amounts as readings.")
NO_TARGETS = _(
    "An older export does not say the target of a habit with amounts. Set it with: carelog routine edit NAME "
    "--target 20"
)
WITHOUT_NOTES = _(
    "A habit in the list has no folder of its own in the file. Its days come from the table of all habits, which has "
    "no notes."
)
NO_FOLDER = _("A habit in the list has no table of days in the file, so no days of it come in.")


def not_done(count: int) -> str:
    """Days marked as not done were imported as days without a tick."""
    return plural(
        count,
        "{number} day is marked as not done. In carelog a day without a tick says that.",
        "{number} days are marked as not done. In carelog a day without a tick says that.",
        number=grouped(count),
    )
