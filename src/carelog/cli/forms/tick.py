"""Which routines are meant, and whether today has noted them already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import confirm
from carelog.domain.routines.routine import Routine, routine_day
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, NotFound
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Moment
    from carelog.journal import Journal
    from carelog.journal.collections.ticks import Ticks


def routines_named(journal: Journal, names: Sequence[str]) -> dict[str, Routine]:
    """The routines that words mean, each once, by what was typed: word by word, or all words together as one name.

    Raises NotFound or AmbiguousName.
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


def refuse_small_medicine(routines: Iterable[Routine], *, small: bool) -> None:
    """Raise InvalidValue when the small version of a medicine is meant: there is none."""
    if small and any(routine.is_medicine for routine in routines):
        raise InvalidValue(routines_words.NO_SMALL_MEDICINE)


def refuse_doubles(
    context: Context, ticks: Ticks, routines: Mapping[str, Routine], moment: Moment, *, again: bool
) -> None:
    """Ask before something is noted more often than the day asks for it; `again` agrees in advance.

    It is called what was typed, because a refusal may end up in a log.

    Raises InvalidValue when the person does not agree, or nobody can be asked.
    """
    day = moment.day(context.settings.day_starts_at)
    noted = ticks.within(Period(day, day))
    for typed, routine in routines.items():
        standing = routine_day(routine, day, [tick for tick in noted if tick.routine_id == routine.id])
        if again or standing.takes_more:
            continue
        already = routines_words.already_noted(typed, standing.ticks[-1].at.clock)
        if not context.can_ask:
            raise InvalidValue(f"{already} {routines_words.NEEDS_AGAIN}")
        if not confirm(context, f"{already} {routines_words.ASK_AGAIN}"):
            raise InvalidValue(f"{already} Nothing more was noted.")
