"""Signs that a person knows of themselves: the rule of each, whether it is true, and the person's own step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.sign import Hold
from carelog.domain.sign_rule import EXAMPLES
from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import from_to, short_day
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from carelog.domain.time.days import Period

NO_SIGNS = _(
    "A sign is how you notice that it is starting, such as short nights. To be told when your entries show "
    "it: carelog sign add"
)
ASK_SIGN = _("How do you notice it, in a few words")
ASK_RULE = _("What in the journal would show it, such as: {example}").format(example=EXAMPLES[0])
ASK_STEP = _("What do you want to do then")
COLUMNS = (_("sign"), pgettext("a condition", "when"), _("so far"), _("your step"), _("asks once more before"))
_HELD = {Hold.DRAFTS: _("drafts"), Hold.PLANS: _("plans")}
_ASKS_BEFORE = {
    frozenset(Hold): _("While it is true, carelog asks once more before drafts and plans."),
    frozenset([Hold.DRAFTS]): _("While it is true, carelog asks once more before drafts."),
    frozenset([Hold.PLANS]): _("While it is true, carelog asks once more before plans."),
}
LEFT_FOR_NOW = _("Left for now.")


def added(text: str, rule: str, holds: Iterable[Hold]) -> str:
    """A sign was added, with its rule as carelog understood it, and what it holds back."""
    said = _("Added “{text}”: {rule}. When your entries show it, carelog shows your step.").format(text=text, rule=rule)
    return " ".join([said, *_asks_before(holds)])


def held(holds: Iterable[Hold]) -> str:
    """What a sign asks about once more while it is true; empty where it holds nothing back."""
    return listed([_HELD[hold] for hold in holds])


def ask_go_on(step: str, *, is_high: bool) -> str:
    """The person's own brake: their step, and whether to go on."""
    template = _("Your own rule for high times: {step}. Go on?") if is_high else _("Your own rule: {step}. Go on?")
    return template.format(step=step)


def hard_week(*, two_sided: bool, has_plan: bool) -> str:
    """A week of days at the lowest level, or of a two-sided scale at one end, and who is there: people before pages."""
    if two_sided and has_plan:
        return _(
            "A week at one end, by what you noted. You do not have to wait until it is worse: carelog reach, or your "
            "plan: carelog plan"
        )
    if two_sided:
        return _("A week at one end, by what you noted. You do not have to wait until it is worse: carelog reach")
    if has_plan:
        return _(
            "A hard week, by what you noted. You do not have to wait until it is worse: carelog reach, or your plan: "
            "carelog plan"
        )
    return _("A hard week, by what you noted. You do not have to wait until it is worse: carelog reach")


def changed(text: str, holds: Iterable[Hold]) -> str:
    """A sign was changed, and what it holds back from now on where that was said."""
    said = _("Changed “{text}”. “carelog undo” takes it back.").format(text=text)
    return " ".join([said, *_asks_before(holds)])


def snoozed(text: str, until: date) -> str:
    """A sign was snoozed."""
    return _("“{text}” is not shown before {day}.").format(text=text, day=short_day(until))


def shown(text: str, rule: str, step: str) -> str:
    """A sign came true, with its rule and the person's own step."""
    return _(
        "You wanted to know when this happens: “{text}”. By what you noted, it may be now: {rule}.\nYour step: "
        "{step}. Later: carelog sign snooze {typed}"
    ).format(text=text, rule=rule, step=step, typed=typed(text))


def cannot_read(text: str) -> str:
    """A sign has a rule that carelog cannot read; `text` is the sign's, as it is called on the page."""
    template = _("carelog cannot read this rule any more. To write it again: carelog sign edit {typed} --if RULE")
    return template.format(typed=typed(text))


def stands(days: int, times: int, of: int, *, is_true: bool) -> str:
    """On how many days a sign's condition was met, and from how many days on the sign is shown."""
    if is_true:
        return plural(of, "on {days} of {count} day: shown now", "on {days} of {count} days: shown now", days=days)
    return plural(
        of,
        "{days} of {count} day, shown from {times}",
        "{days} of {count} days, shown from {times}",
        days=days,
        times=times,
    )


def would_have_spoken(text: str, days: Sequence[date], period: Period, today: date) -> str:
    """On which days of a period a sign would have been shown."""
    span = len(period)
    if not days and period.last != today:
        said = from_to(period.first, period.last)
        return _("“{text}” would not have been shown on these days: {days}.").format(text=text, days=said)
    if not days:
        return plural(
            span,
            "“{text}” would not have been shown in the last {count} day.",
            "“{text}” would not have been shown in the last {count} days.",
            text=text,
        )
    return _("“{text}” would have been shown on: {days}.").format(text=text, days=listed(map(short_day, days)))


def _asks_before(holds: Iterable[Hold]) -> Iterable[str]:
    """What a sign asks about once more, as a sentence; none where it holds nothing back."""
    if said := _ASKS_BEFORE.get(frozenset(holds)):
        yield said
