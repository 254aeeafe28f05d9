"""Brakes: what a person wants to be asked about once more while a sign of their own is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.prompts.ask import confirm
from carelog.domain.sign import Hold
from carelog.errors import JournalDamaged
from carelog.wording.people import signs as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal


def left_for_now(context: Context, journal: Journal, hold: Hold) -> Answer | None:
    """The answer of a command that the person wants to leave for now; None to go on.

    They are asked in their own words by each sign that holds this back and is true today. Where nobody can be asked,
    where a sign is snoozed, and where what it looks at cannot be read, nothing is held back.
    """
    if not (context.can_ask and journal.has_signs):
        return None
    from carelog.review.people.signs import sign_statuses

    try:
        statuses = sign_statuses(journal, context.today)
    except JournalDamaged as problem:
        context.remarks.append(problem.message)
        return None
    true = [each for each in statuses if each.is_true and hold in each.sign.holds]
    asking = [each for each in true if not each.sign.rests_on(context.today)]
    if all(confirm(context, words.ask_go_on(each.sign.step, is_high=each.is_about_high_times)) for each in asking):
        return None
    return Answer(words.LEFT_FOR_NOW)
