"""Signs beside the answer to a new entry: one that comes true is shown once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.mood import MoodScale, hard_levels
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

    After seven days at the lowest level, or at one end of a two-sided scale, it says who is there too. An entry of
    another day gets neither. Nothing is looked up where there are no signs and the mood is at no such level. A row that
    cannot be read is a remark, because the entry is saved.
    """
    if entry.day != context.today:
        return answer, []
    try:
        offer = _hard_week(context, journal, entry) if context.settings.offer_plan else ""
        signs = take_signs_to_show(journal, context.today) if journal.has_signs else []
    except JournalDamaged as problem:
        context.remarks.append(problem.message)
        return answer, []
    return "\n".join(filter(None, [answer, offer, *map(_sentence, signs)])), list(map(_shape, signs))


def is_first_low(journal: Journal, entry: Entry) -> bool:
    """Whether an entry is the only one of its day with the lowest mood, also where others of the day cannot be read."""
    from carelog.domain.time.days import Period

    try:
        of_day = journal.entries.within(Period(entry.day, entry.day))
    except JournalDamaged:
        return True
    return all(each.id == entry.id for each in of_day if each.mood == 1)


def take_signs_to_show(journal: Journal, today: date) -> list[SignStatus]:
    """The signs to show now, marked as shown; `undo` still takes back what the person did, not that mark."""
    from carelog.review.people.signs import signs_to_show

    found = signs_to_show(journal, today)
    if found:
        journal.signs.mark_spoken([each.sign for each in found], today)
    return found


def _hard_week(context: Context, journal: Journal, entry: Entry) -> str:
    """Who is there, with the first entry of the seventh day in a row at a hard level; else empty."""
    scale = context.settings.mood.scale
    if entry.mood is None or entry.mood not in hard_levels(scale):
        return ""
    from carelog.domain.time.days import Period
    from carelog.review.people.signs import is_for_days
    from carelog.wording.people.signs import hard_week

    is_alone = len(journal.entries.within(Period(entry.day, entry.day))) == 1
    if not (is_alone and is_for_days(journal, entry.mood, entry.day)):
        return ""
    return hard_week(two_sided=scale is MoodScale.TWO_SIDED, has_plan=bool(len(journal.plan)))


def _sentence(standing: SignStatus) -> str:
    from carelog.wording.people.signs import shown

    return shown(standing.sign.text, standing.sign.rule, standing.sign.step)


def _shape(standing: SignStatus) -> dict[str, Any]:
    from carelog.exchange.serializers.people import sign_standing_shape

    return sign_standing_shape(standing)
