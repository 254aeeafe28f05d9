"""The packet: what it says of medicines and routines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.routines.cadence import CadenceKind
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import amount, counted_as, figures
from carelog.wording.days import SHORT_WEEKDAYS, day_count, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carelog.domain.routines.cadence import Cadence

_TWICE = 2
"""How often something is done that English has a word for."""
MEDICINES_TAKEN = _("Medicines taken")
MEDICINE_COLUMNS = (
    _("Medicine"),
    _("Dose"),
    _("How often"),
    _("Due"),
    _("Taken"),
    _("Skipped"),
    _("Nothing noted"),
)
ROUTINES_KEPT, HOMEWORK = _("Routines kept"), _("agreed on")
ROUTINE_COLUMNS = (
    _("Routine"),
    _("How often"),
    _("Due"),
    _("Kept"),
    _("Of these in part"),
    _("Skipped"),
    _("Nothing noted"),
)


def how_often(cadence: Cadence) -> str:
    """A cadence in words for a sentence, such as 3 times a week."""
    match cadence.kind:
        case CadenceKind.PER_DAY:
            return _a_day(cadence.times)
        case CadenceKind.WEEKDAYS:
            return listed(SHORT_WEEKDAYS[number] for number in sorted(cadence.weekdays))
        case CadenceKind.PER_WEEK:
            return _a_week(cadence.times)
        case CadenceKind.PER_DAYS:
            return _in_days(cadence.times, cadence.days)
        case CadenceKind.INTERVAL:
            return plural(cadence.days, "every day", "every {count} days")
        case CadenceKind.AS_NEEDED:
            return _("as needed")


def and_more(done: int, more: int) -> str:
    """How often something was done where it was due, and how often beyond that."""
    return plural(more, "{done} (and {count} more)", "{done} (and {count} more)", done=done) if more else str(done)


def until(day: date) -> str:
    """The day on which a medicine ended."""
    return _("until {day}").format(day=short_day(day))


def dose_changed(name: str, before: str, after: str) -> str:
    """The dose of a medicine changed, or was noted for the first time."""
    if before:
        return _("{name} from {before} to {after}").format(name=name, before=before, after=after)
    return _("{name}, dose noted as {dose}").format(name=name, dose=after)


def first_noted(name: str) -> str:
    """A medicine or routine began."""
    return _("{name}, first noted").format(name=name)


def no_longer_noted(name: str) -> str:
    """A medicine or routine ended."""
    return _("{name}, no longer noted").format(name=name)


def obstacle(name: str, words: str) -> str:
    """What stood in the way of a routine, in the words of the person."""
    return _("{name}, last time it was left out: “{words}”").format(name=name, words=words)


def taken_of(due: int, taken: int, more: int, skipped: int, unnoted: int, unknown: int) -> str:
    """How a medicine was taken, out of how often it was due, and `more`; one taken as needed was never due."""
    not_used = [days_not_used(unknown)] if unknown else []
    if not due:
        return listed([plural(more, "taken once", "taken {count} times") if more else _("not noted"), *not_used])
    counts = [_("taken {taken} of {due}").format(taken=taken, due=due)]
    if more:
        counts.append(plural(more, "{count} more", "{count} more"))
    if skipped:
        counts.append(plural(skipped, "{count} skipped", "{count} skipped"))
    if unnoted:
        counts.append(plural(unnoted, "{count} with nothing noted", "{count} with nothing noted"))
    return listed([*counts, *not_used])


def days_not_used(days: int) -> str:
    """On how many days nothing is known of a medicine."""
    return plural(days, "on {count} further day carelog was not used", "on {count} further days carelog was not used")


def dose_taken(day: date, clock: str, quantity: float | None, unit: str) -> str:
    """A dose that was taken as needed, with its time of day and its amount where they were noted."""
    when = _("{day} {clock}").format(day=short_day(day), clock=clock) if clock else short_day(day)
    if quantity is None:
        return when
    if unit:
        return _("{when} ({amount})").format(when=when, amount=amount(quantity, unit))
    doses = counted_as(quantity)
    return plural(doses, "{when} ({amount} dose)", "{when} ({amount} doses)", when=when, amount=figures(quantity))


def doses_taken(name: str, doses: Iterable[str], more: int) -> str:
    """The doses of a medicine by date; `more` earlier ones are not shown."""
    by_date = listed(doses)
    if more:
        return plural(
            more,
            "{medicine} by date: {doses}; {count} more before",
            "{medicine} by date: {doses}; {count} more before",
            medicine=name,
            doses=by_date,
        )
    return _("{medicine} by date: {doses}").format(medicine=name, doses=by_date)


def resting(days: int) -> str:
    """How many days were days of rest, on which no routine was due."""
    return plural(
        days,
        "On {count} day nothing was due: a pause that was announced, or a day without carelog",
        "On {count} days nothing was due: a pause that was announced, or days without carelog",
    )


def kept(name: str, count: int, due: int) -> str:
    """How often a routine was kept, out of how often it was due."""
    return _("{name}: kept {kept} of {due}").format(name=name, kept=count, due=due)


def _a_day(times: int) -> str:
    in_words = {1: _("every day"), _TWICE: _("twice a day")}
    return in_words.get(times) or plural(times, "{count} time a day", "{count} times a day")


def _a_week(times: int) -> str:
    if times == _TWICE:
        return _("twice a week")
    return plural(times, "once a week", "{count} times a week")


def _in_days(times: int, days: int) -> str:
    if times == 1:
        return plural(days, "once a day", "once in {count} days")
    if times == _TWICE:
        return plural(days, "twice a day", "twice in {count} days")
    return plural(times, "once in {days}", "{count} times in {days}", days=day_count(days))
