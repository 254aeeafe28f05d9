"""Signs beside the answer to a new entry: one that comes true is shown once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.errors import JournalDamaged

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.journal import Journal
    from carelog.review.people.signs import SignStatus


def answer_with_signs(
    context: Context, journal: Journal, entry: Entry, answer: str
) -> tuple[str, list[dict[str, Any]]]:
    """The answer to a new entry with the signs that have come true, and these signs for programs.

    After seven days on the lowest mood it has an offer to read the plan too. An entry of another day gets neither.
    Nothing is looked up where there are no signs and the mood is not the lowest. A row that cannot be read is a remark,
    because the entry is saved.
    """
    if entry.day != context.today:
        return answer, []
    try:
        offer = _offer(journal, entry) if entry.mood == 1 and context.settings.offer_plan else ""
        signs = take_signs_to_show(journal, context.today) if journal.has_signs else []
    except JournalDamaged as problem:
        context.remarks.append(problem.message)
        return answer, []
    return "\n".join(filter(None, [answer, offer, *map(_sentence, signs)])), list(map(_shape, signs))


def take_signs_to_show(journal: Journal, today: date) -> list[SignStatus]:
    """The signs to show now, marked as shown; `undo` still takes back what the person did, not that mark."""
    from carelog.review.people.signs import signs_to_show

    found = signs_to_show(journal, today)
    if found:
        journal.signs.mark_spoken([each.sign for each in found], today)
    return found


def _offer(journal: Journal, entry: Entry) -> str:
    """The offer to read the plan, with the first entry of the seventh day in a row on the lowest mood; else empty."""
    from carelog.domain.time.days import Period
    from carelog.review.people.signs import is_low_for_days
    from carelog.wording.people.signs import PLAN_OFFER

    is_alone = len(journal.entries.matching(Period(entry.day, entry.day))) == 1
    return PLAN_OFFER if is_alone and is_low_for_days(journal, entry.day) else ""


def _sentence(standing: SignStatus) -> str:
    from carelog.wording.people.signs import shown

    return shown(standing.sign.text, standing.sign.rule, standing.sign.step)


def _shape(standing: SignStatus) -> dict[str, Any]:
    from carelog.exchange.serializers.people import sign_standing_shape

    return sign_standing_shape(standing)
