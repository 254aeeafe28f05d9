"""The days of a page: those asked for, or the usual ones, and more of them where they are few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.period_options import period_of_options
from carelog.cli.prompts.times import day_of
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.audience import Audience
    from carelog.journal import Journal

FEW_DAYS = 7
"""A page about fewer days is offered longer, unless its days were asked for."""


@dataclass(frozen=True, slots=True)
class AskedDays:
    """What --last, --from and --to say, each None where it was not given, and whether each year is a file."""

    last: str | None = None
    first: str | None = None
    until: str | None = None
    by_year: bool = False

    def __bool__(self) -> bool:
        return any((self.last, self.first, self.until))


def period_of_page(context: Context, journal: Journal, audience: Audience, asked: AskedDays, *, yes: bool) -> Period:
    """The period asked for, at most to today; without --last and --from it begins where the usual period does.

    If that leaves few days, the person is asked whether they want more; where `yes` agrees to the page in advance or
    nobody can be asked, a remark says how. Raises InvalidValue for days that cannot be read or have not come yet.
    """
    from carelog.review.people.shared_period import usual_period

    last = min(day_of(context, asked.until), context.today)
    if asked.last is None and asked.first is None:
        return _longer_if_wanted(context, audience, usual_period(journal, audience, last), yes=yes)
    if asked.first is not None and day_of(context, asked.first) > context.today:
        raise InvalidValue("export.period-ahead")
    until = asked.until if last < context.today else None
    return period_of_options(context, asked.last, asked.first, until, audience.days)


def _longer_if_wanted(context: Context, audience: Audience, period: Period, *, yes: bool) -> Period:
    if len(period) >= FEW_DAYS:
        return period
    if yes or not context.can_ask:
        context.remarks.append(words.few_days(len(period), audience.key, audience.days))
        return period
    longer = Period.ending(period.last, audience.days)
    question = words.ask_longer(len(period), period.first, len(longer), longer.first)
    return longer if confirm(context, question, default=True) else period
