"""Signs that a person knows of themselves: the rule of each, whether it is true, and the person's own step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.sign_rule import EXAMPLES
from carelog.wording.days import day_count, short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

NO_SIGNS = "No signs are noted yet. What do you know of yourself? carelog sign add"
ASK_SIGN = "How do you notice it, in a few words"
ASK_RULE = f"What in the journal would show it, such as: {EXAMPLES[0]}"
ASK_STEP = "What do you want to do then"
NEEDS_PARTS = 'Without one: carelog sign add "sleeping badly" --when "sleep below 5 on 3 of 5 days" --then "call Sam"'
CANNOT_READ = "cannot be read; give it anew with: carelog sign edit"
PLAN_OFFER = "That sounds like a hard week. If you like, your plan is here: carelog plan"


def added(text: str, rule: str) -> str:
    """A sign was added, with its rule as carelog understood it."""
    return f"Added “{text}”: {rule}. When it comes true, carelog shows your own step."


def changed(text: str) -> str:
    """A sign was changed."""
    return f"Changed “{text}”. “carelog undo” takes it back."


def snoozed(text: str, until: date) -> str:
    """A sign was snoozed."""
    return f"“{text}” is not shown before {short_day(until)}."


def shown(text: str, rule: str, step: str) -> str:
    """A sign came true, with its rule and the person's own step."""
    return f"Your sign “{text}”: {rule}.\nYour step: {step}. Later: carelog sign snooze {typed(text)}"


def stands(days: int, times: int, of: int, *, is_true: bool) -> str:
    """On how many days a sign's condition was met, and from how many days on the sign is shown."""
    seen = f"{days} of {day_count(of)}"
    return f"true now: {seen}" if is_true else f"{seen}, shown from {times}"


def would_have_spoken(text: str, days: Sequence[date], span: int) -> str:
    """On which of the last `span` days a sign would have been shown."""
    if not days:
        return f"“{text}” would not have spoken in the last {day_count(span)}."
    return f"“{text}” would have spoken on: {', '.join(map(short_day, days))}."
