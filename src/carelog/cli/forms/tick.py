"""Read which routines to tick and when, and ask before one is ticked more often than its day asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.times import past_moment
from carelog.domain.routines.routine import Routine, routine_day
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, NotFound
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Moment
    from carelog.journal import Journal
    from carelog.journal.collections.ticks import Ticks


def routines_to_tick(
    context: Context, journal: Journal, names: Sequence[str], when: str | None, *, again: bool, small: bool = False
) -> tuple[list[Routine], Moment]:
    """The routines of those names, and the moment to tick them at; without `when` it is now.

    Raises NotFound or AmbiguousName for a name, InvalidValue for a time that cannot be read, for the small version of a
    medicine, and where the person does not agree to a second tick.
    """
    named = _routines_named(journal, names)
    _refuse_small_medicine(named.values(), small=small)
    moment = past_moment(context, when) or context.clock.now()
    _refuse_doubles(context, journal.ticks, named, moment, again=again)
    return list(named.values()), moment


def _routines_named(journal: Journal, names: Sequence[str]) -> dict[str, Routine]:
    """The routines by what was typed for each: word by word, or all words together as one name.

    A routine that is named twice is there once. Raises NotFound or AmbiguousName.
    """
    whole = " ".join(names)
    if len(names) > 1 and journal.routines.has_name(whole):
        return {whole: journal.routines.named(whole)}
    try:
        found = {name: journal.routines.named(name) for name in names}
    except NotFound as nothing:
        try:
            return {whole: journal.routines.named(whole)}
        except NotFound:
            raise nothing from None
    typed = {routine.id: name for name, routine in reversed(found.items())}
    return {name: routine for name, routine in found.items() if typed[routine.id] == name}


def _refuse_small_medicine(routines: Iterable[Routine], *, small: bool) -> None:
    """Raise InvalidValue for the small version of a medicine: medicines have none."""
    if small and any(routine.is_medicine for routine in routines):
        raise InvalidValue("routine.medicine-not-small")


def _refuse_doubles(
    context: Context, ticks: Ticks, routines: Mapping[str, Routine], moment: Moment, *, again: bool
) -> None:
    """Ask before a routine is ticked more often than its day asks for; `again` agrees in advance.

    A routine is called by what was typed, not by its name, because an error may end up in a log. Raises InvalidValue
    where the person does not agree, and where nobody can be asked.
    """
    day = moment.day(context.settings.day_starts_at)
    noted = ticks.within(Period(day, day))
    for typed, routine in routines.items():
        standing = routine_day(routine, day, [tick for tick in noted if tick.routine_id == routine.id])
        if again or standing.takes_more:
            continue
        clock = standing.ticks[-1].at.clock
        if not context.can_ask:
            raise InvalidValue("routine.noted-already-needs-again", clock=clock, name=typed)
        if not confirm(context, f"{routines_words.already_noted(typed, clock)} {routines_words.ASK_AGAIN}"):
            raise InvalidValue("routine.noted-already", clock=clock, name=typed)
