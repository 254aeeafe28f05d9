"""Routines, ticks and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.routines.routine import RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import by_day, date_name, day_and_month, day_name, short_day
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ASK_ROUTINE = _("What is it called")
ASK_EVERY = _("How often: daily, mon,wed,fri, 3/week, 2/day, every 3 days, as-needed")
ASK_AT = _("At which time of day, such as 08:00 (Enter skips)")
ASK_SMALL = _("The smallest version that counts on a hard day (Enter skips)")
ASK_WHY = _("What it is for (Enter skips)")
NOTHING = _("nothing")
ASK_AGAIN = _("Was there a second time? y notes that too.")
NO_ROUTINES = _("No routines yet. Something small to begin with: carelog routine add walk")
NOTHING_DUE = _("Nothing is due.")
KIND_WORDS = {RoutineKind.HABIT: _("habit"), RoutineKind.MEDICINE: _("medicine")}

_TODAY = {
    TickState.DONE: _("{name}: done today, {when}."),
    TickState.SMALL: _("{name}: small today, {when}."),
    TickState.SKIPPED: _("{name}: skipped today, {when}."),
}
_YESTERDAY = {
    TickState.DONE: _("{name}: done yesterday, {when}."),
    TickState.SMALL: _("{name}: small yesterday, {when}."),
    TickState.SKIPPED: _("{name}: skipped yesterday, {when}."),
}
COLUMNS = (_("name"), _("every"), pgettext("a time", "at"), _("aim"), _("small version"))
PUT_AWAY_COLUMNS = (_("put away"), _("handle"))
DETAILS = {
    "name": _("name"),
    "cover": _("what others may read"),
    "kind": _("kind"),
    "every": _("every"),
    "at": pgettext("a time", "at"),
    "aim": _("aim"),
    "small": _("small"),
    "why": _("why"),
    "with": pgettext("a person", "with"),
    "since": _("since"),
    "put_away": _("put away"),
    "dose": _("dose"),
    "left": pgettext("a stock", "left"),
    "supply": pgettext("a stock", "supply"),
    "amounts": _("amounts"),
    "count": pgettext("a stock", "count"),
}
"""The labels of everything that was noted of one routine."""


def routine_back(name: str) -> str:
    """A routine that was archived is in use again."""
    return _("“{name}” is back on your list. The time in between has no gaps.").format(name=name)


def ask_remove(name: str, ticks: int) -> str:
    """The question before a routine is removed with its ticks."""
    if not ticks:
        from carelog.wording.edit import ask_remove_words

        return ask_remove_words(name)
    return plural(
        ticks,
        "Remove “{name}” and its {count} tick for good? It cannot be undone. To put it away and keep the tick: "
        "carelog routine archive {typed}",
        "Remove “{name}” and its {count} ticks for good? It cannot be undone. To put it away and keep the ticks: "
        "carelog routine archive {typed}",
        name=name,
        typed=typed(name),
    )


def routine_added(name: str) -> str:
    """A routine was added, due from today."""
    return _("Added “{name}”. When it is done: carelog done {typed}").format(name=name, typed=typed(name))


def routine_changed(name: str) -> str:
    """A routine was changed."""
    return _("Changed “{name}”. “carelog undo” takes it back.").format(name=name)


def already_noted(name: str, clock: str) -> str:
    """A routine that is due once was already noted today."""
    return _("Already noted {clock}: {name}.").format(clock=clock, name=name)


def ask_which_time(earlier: str, coming: str, name: str) -> str:
    """Which planned time a tick is for, before the `coming` one; `name` is empty where there is only one routine."""
    if name:
        return _("{name}: for {earlier} or for {coming}?").format(name=name, earlier=earlier, coming=coming)
    return _("For {earlier} or for {coming}?").format(earlier=earlier, coming=coming)


def ask_another(clock: str, before: str, coming: str, name: str, *, is_dose: bool) -> str:
    """Whether it is for the `coming` time, and not what was noted a moment ago for the time `before` once more.

    `name` is empty where there is only one routine.
    """
    if name:
        template = _("{name}: noted {clock} for {before}. Is this for {coming}?")
    elif is_dose:
        template = _("Noted {clock} for {before}. Is this the dose for {coming}?")
    else:
        template = _("Noted {clock} for {before}. Is this for {coming}?")
    return template.format(name=name, clock=clock, before=before, coming=coming)


def ticked(by_time: list[tuple[str, list[str]]], when: str, *, small: bool) -> str:
    """Routines were noted as done, by the planned time they were noted for; it is empty where there is none to say."""
    return " ".join(_ticked(planned, listed(names), when, small=small) for planned, names in by_time)


def skipped(by_time: list[tuple[str, list[str]]]) -> str:
    """Routines were noted as skipped, by planned time."""
    return " ".join(_skipped(planned, listed(names)) for planned, names in by_time)


def last_time(name: str, day: date, clock: str, state: TickState, ago: int) -> str:
    """When a routine was last noted; `ago` is in days, and `clock` is empty where only the day was noted."""
    when = _("{day}, {clock}").format(day=day_name(day), clock=clock) if clock else day_name(day)
    if ago not in (0, 1):
        return _days_ago(name, when, state, ago)
    return (_YESTERDAY if ago else _TODAY)[state].format(name=name, when=when)


def never_noted(name: str) -> str:
    """A routine was never noted."""
    return _("{name}: nothing is noted yet.").format(name=name)


def paused(last: date | None, back: date | None) -> str:
    """A pause begins; `back` is the day after its last day."""
    if last is None or back is None:
        return _("Paused. Only medicine and appointments stay on your list. When you want to go on: carelog resume")
    return _("Paused until {last}. Your routines are back from {back}. Medicine goes on as always.").format(
        last=day_name(last), back=day_name(back)
    )


def resumed(day: date) -> str:
    """A pause was ended."""
    return _("Welcome back. Your routines are due again from {day}; nothing has to be made up for.").format(
        day=short_day(day)
    )


def _ticked(planned: str, names: str, when: str, *, small: bool) -> str:
    if planned and small:
        template = _("Noted for {planned}: {names}, the small version, {when}.")
    elif planned:
        template = _("Noted for {planned}: {names}, {when}.")
    else:
        template = _("Noted {names}, the small version, {when}.") if small else _("Noted {names}, {when}.")
    return template.format(planned=planned, names=names, when=when)


def _skipped(planned: str, names: str) -> str:
    if planned:
        return _("Left out for {planned}: {names}.").format(planned=planned, names=names)
    return _("Left out: {names}.").format(names=names)


def _days_ago(name: str, when: str, state: TickState, ago: int) -> str:
    match state:
        case TickState.DONE:
            return plural(
                ago,
                "{name}: done {count} day ago, {when}.",
                "{name}: done {count} days ago, {when}.",
                name=name,
                when=when,
            )
        case TickState.SMALL:
            return plural(
                ago,
                "{name}: small {count} day ago, {when}.",
                "{name}: small {count} days ago, {when}.",
                name=name,
                when=when,
            )
        case TickState.SKIPPED:
            return plural(
                ago,
                "{name}: skipped {count} day ago, {when}.",
                "{name}: skipped {count} days ago, {when}.",
                name=name,
                when=when,
            )


def held(values: Sequence[tuple[date | None, str]]) -> str:
    """What holds of a routine, with what held before by day; empty where it never had any of it."""
    if not any(value for _since, value in values):
        return ""
    return by_day([(day, value or NOTHING) for day, value in values], with_year=True)


def began_earlier(name: str, began: date, noted: date) -> str:
    """A routine was done before the day on which it is said to have begun."""
    day = day_and_month(began) if began.year == noted.year else date_name(began)
    return _("Before “{name}” began ({day}). Did it begin then?").format(name=name, day=day)


def dose_since(dose: str, day: date) -> str:
    """A dose of a medicine, and the day from which it was taken."""
    return _("{dose} from {day}").format(dose=dose, day=day_name(day))


def lasts_until(day: date) -> str:
    """The day until which a stock lasts."""
    return _("lasts until about {day}").format(day=date_name(day))


def amounts_not_counted(unit: str) -> str:
    """Amounts in a unit say nothing of how many doses they are."""
    return _("Amounts in {unit} are not counted from the stock; each time counts as one dose.").format(unit=unit)


def count_is_wrong(name: str) -> str:
    """More was taken of a medicine than its stock had."""
    return _("The count says 0 left. Count what is there: carelog routine edit {typed} --stock N").format(
        typed=typed(name)
    )


def ask_each_time(times: int) -> str:
    """More times of day than times a day: whether each of them counts."""
    return plural(
        times, "There is {count} time of day. Is it due at each?", "There are {count} times of day. Is it due at each?"
    )


def counted_together(every: str, times: int, commands: str) -> str:
    """A routine has more times of day than it asks for on a day; the `commands` make each of them due by itself."""
    return plural(
        times,
        "“{every}” with {count} time of day: it is not noted by itself. To be asked for it: {commands}",
        "“{every}” with {count} times of day: they are not noted one by one. To be asked for each: {commands}",
        every=every,
        commands=commands,
    )
