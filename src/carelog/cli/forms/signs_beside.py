"""The person's own signs beside what they note: shown when they come true, once a day, in a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.journal import Journal
    from carelog.review.people.signs import SignStatus


def beside(context: Context, journal: Journal, entry: Entry, answer: str) -> tuple[str, list[dict[str, Any]]]:
    """An answer with what is to be said beside it when an entry of today is noted, and the signs for programs.

    That are signs that have come true, and after a week on the lowest mood an offer. Without signs, and on any better
    day, nothing is looked up.
    """
    if entry.day != context.today:
        return answer, []
    offer = _offer(journal, entry) if entry.mood == 1 and context.settings.offer_plan else ""
    signs = shown_now(journal, context.today) if journal.has_signs else []
    return "\n".join(filter(None, [answer, offer, *map(_told, signs)])), list(map(_shape, signs))


def shown_now(journal: Journal, today: date) -> list[SignStatus]:
    """The signs that are to be shown now; that they were is kept, and `undo` still takes back what the person did."""
    from carelog.review.people.signs import signs_to_show

    waiting = signs_to_show(journal, today)
    if waiting:
        journal.signs.mark_spoken([each.sign for each in waiting], today)
    return waiting


def _offer(journal: Journal, entry: Entry) -> str:
    """The plan, with the first entry of a day that makes it the seventh in a row on the lowest mood."""
    from carelog.domain.time.days import Period
    from carelog.review.people.signs import is_low_for_days
    from carelog.wording.people.signs import PLAN_OFFER

    is_alone = len(journal.entries.matching(Period(entry.day, entry.day))) == 1
    return PLAN_OFFER if is_alone and is_low_for_days(journal, entry.day) else ""


def _told(standing: SignStatus) -> str:
    from carelog.wording.people.signs import shown

    return shown(standing.sign.text, standing.sign.rule, standing.sign.step)


def _shape(standing: SignStatus) -> dict[str, Any]:
    from carelog.exchange.serializers.people import sign_standing_shape

    return sign_standing_shape(standing)
