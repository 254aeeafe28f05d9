"""Read which routines to tick, when and for which planned time, and ask before one is ticked too often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.forms.beginning import begun_earlier
from carelog.cli.forms.planned_time import Decision, Occasion, RoutineTicks
from carelog.cli.prompts.times import is_day_alone, past_moment
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import TickState
from carelog.domain.text import fold
from carelog.domain.time.days import Period
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.wording import days as days_words
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.cli.runtime.context import Context
    from carelog.domain.routines.tick import Tick
    from carelog.domain.time.days import Moment
    from carelog.journal import Journal
    from carelog.journal.collections.ticks import Ticks


_NOTED = "routine.noted-"
"""What the keys begin with of the errors that a routine is noted already."""


@dataclass(frozen=True, slots=True)
class TickWords:
    """What is typed of ticks, still as text: names, when it was, and the planned time that they stand for.

    `again` agrees in advance to a second tick.
    """

    names: Sequence[str]
    at: str | None = None
    planned: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Ticking:
    """Routines to tick at a `moment`, the `planned` times they are ticked for, and those noted once more (`again`).

    Both are by id of the routine. `when` is the moment in words: a day where no time of day was given. `begun` are the
    routines that began earlier than they were said to. `refused` are the errors for those that are noted already, where
    several were named: the others are ticked all the same.
    """

    routines: list[Routine]
    moment: Moment
    day: date
    when: str
    planned: Mapping[str, time]
    again: frozenset[str]
    begun: Sequence[Routine]
    refused: Sequence[InvalidValue] = ()

    @property
    def exit_number(self) -> int:
        """0, or that of the first routine that was refused."""
        return self.refused[0].exit_number if self.refused else 0

    def add_to(self, ticks: Ticks, state: TickState, note: str, amount: float | None = None) -> list[Tick]:
        """Note all of them, and return their ticks. Raises InvalidValue for an invalid amount or note."""
        return ticks.add_several(
            self.routines,
            state,
            amount=amount,
            note=note,
            at=self.moment,
            planned=self.planned,
            again=self.again,
            begun=self.begun,
        )

    def by_slot(self) -> list[tuple[str, list[str]]]:
        """The names, those of one planned time together; the time is empty where a day has one or none."""
        names: dict[str, list[str]] = {}
        for routine in self.routines:
            planned = self.planned.get(routine.id)
            said = days_words.time_of_day(planned) if planned and len(routine.terms_on(self.day).at) > 1 else ""
            names.setdefault(said, []).append(routine.name)
        return sorted(names.items())


def routines_to_tick(context: Context, journal: Journal, words: TickWords, state: TickState) -> Ticking:
    """The routines of those names, the moment to tick them at (now, unless words say so), and their planned times.

    Of several routines those that are noted already are left out. Raises NotFound or AmbiguousName for a name,
    InvalidValue for a time that cannot be read or is not planned, for the small version of a medicine, and where the
    person does not agree to a second tick and nothing is left to tick.
    """
    named = routines_named(journal, words.names)
    if state is TickState.SMALL:
        from carelog.journal.collections.ticks import refuse_small_medicine

        refuse_small_medicine(named)
    moment = past_moment(context, words.at) or context.clock.now()
    day = moment.day(context.settings.day_starts_at)
    clock = None if is_day_alone(context, words.at) else moment.local.time()
    when = moment.clock if clock else days_words.short_day(day)
    noted = journal.ticks.within(Period(day, day))
    decided: list[tuple[Routine, Decision]] = []
    refused: list[InvalidValue] = []
    for typed, routine in named.items():
        ticks = tuple(tick for tick in noted if tick.routine_id == routine.id)
        asked_about = typed if len(named) > 1 else ""
        about = Occasion(context, asked_about, state, clock, words.planned, again=words.again, at=words.at)
        try:
            decided.append((routine, about.decide(RoutineTicks(typed, routine, day, ticks))))
        except InvalidValue as error:
            if len(named) == 1 or not error.key.startswith(_NOTED):
                raise
            refused.append(error)
    routines = [routine for routine, _ in decided]
    planned = {routine.id: decision.planned for routine, decision in decided if decision.planned}
    again = frozenset(routine.id for routine, decision in decided if decision.again)
    begun = begun_earlier(context, routines, moment)
    return Ticking(routines, moment, day, when, planned, again, begun, refused)


def names_and_words(journal: Journal, names: Sequence[str], words: str) -> tuple[Sequence[str], str]:
    """The names of routines, and the words behind a colon, as in `walk tablets: rain`; else `words` of an option.

    A routine may have a colon in its name. Raises InvalidValue for words behind a colon and in an option too,
    AmbiguousName where a colon may belong to a name.
    """
    text = " ".join(names)
    if text.endswith(":") and len(text) > 1 and not journal.routines.has_name(text):
        return [*names[:-1], *filter(None, [names[-1].removesuffix(":")])], words
    before, colon, behind = f"{text} ".partition(": ")
    if not (colon and before.strip() and behind.strip()) or journal.routines.has_name(text):
        return names, words
    if any(":" in each.name and fold(text).startswith(fold(each.name)) for each in journal.routines.active()):
        raise AmbiguousName("handle.name-fits-several", name=text, count=2)
    if words:
        raise InvalidValue("routine.words-twice", words=behind.strip())
    named: list[str] = []
    for name in names:
        first, found, _ = f"{name} ".partition(": ")
        named.append(first.strip())
        if found:
            break
    return [name for name in named if name], behind.strip()


def routines_named(journal: Journal, names: Sequence[str]) -> dict[str, Routine]:
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


def wrong_counts(journal: Journal, routines: Iterable[Routine]) -> list[str]:
    """What is said of the medicines of which more was taken than there can have been."""
    counted = [routine for routine in routines if routine.stock]
    if not counted:
        return []
    from carelog.review.days.stock import stocks_left

    return [routines_words.count_is_wrong(each.routine.name) for each in stocks_left(journal, counted) if each.is_wrong]
