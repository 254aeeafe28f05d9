"""Which planned time a tick is for; asked about in doubt, and before something is noted a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, confirm
from carelog.domain.routines.routine import routine_day
from carelog.domain.routines.slots import Choice, Slot, choose, fill, into_day, planned_times
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.wording import routines as routines_words
from carelog.wording.days import time_of_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.cli.runtime.context import Context
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick, TickState


@dataclass(frozen=True, slots=True)
class RoutineTicks:
    """A routine and its ticks of a day, in order.

    It is called by what was `typed`, not by its name, because an error may end up in a log.
    """

    typed: str
    routine: Routine
    day: date
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is about to be noted: as what, at which `clock` time (None for a day alone), and for which planned time.

    `planned` is what --for says, or None. `again` agrees in advance to a second tick. `asked_about` is the name that
    questions begin with, empty where there is only one routine.
    """

    context: Context
    asked_about: str
    state: TickState
    clock: time | None
    planned: str | None = None
    again: bool = False

    def decide(self, noted: RoutineTicks) -> tuple[time | None, bool]:
        """The planned time, None where ticks are counted a day; and whether it is noted once more on purpose.

        Raises InvalidValue for a time that is not planned, where the person does not agree to a second tick, and where
        nobody can be asked about one.
        """
        slots = fill(planned_times(noted.routine.terms_on(noted.day), self._starts_at), noted.ticks)
        if not slots:
            return None, self._counted_a_day(noted)
        choice = self._choice(noted, slots)
        if choice.slot:
            return self._without_doubt(choice.slot, choice.or_earlier).at, self.again
        adds_up = noted.routine.terms_on(noted.day).target is not None
        latest = choice.nearest.tick or noted.ticks[-1]
        return choice.nearest.at, self.again if adds_up else self._agrees(noted, latest, self._still_to_come(slots))

    @property
    def _starts_at(self) -> time:
        return self.context.settings.day_starts_at

    def _counted_a_day(self, noted: RoutineTicks) -> bool:
        if self.planned is not None:
            raise InvalidValue("routine.no-planned-times", name=noted.typed)
        standing = routine_day(noted.routine, noted.day, noted.ticks)
        return self.again if standing.takes_more else self._agrees(noted, standing.ticks[-1], ())

    def _choice(self, noted: RoutineTicks, slots: Sequence[Slot]) -> Choice:
        if self.planned is None:
            return choose(slots, self.clock, self._starts_at, self.state)
        at = read_clock(self.planned)
        for slot in slots:
            if slot.at == at:
                return Choice(slot, slot if slot.takes(self.state) else None)
        times = listed(time_of_day(slot.at) for slot in slots)
        raise InvalidValue("routine.not-a-planned-time", clock=time_of_day(at), name=noted.typed, times=times)

    def _without_doubt(self, slot: Slot, or_earlier: Sequence[Slot]) -> Slot:
        """The slot, or an earlier one that is open, if the person can be asked and means that."""
        if not or_earlier or not self.context.can_ask:
            return slot
        by_time = {time_of_day(each.at): each for each in (*or_earlier, slot)}
        *earlier, coming = by_time
        question = routines_words.ask_which_time(listed(earlier), coming, self.asked_about)

        def chosen(typed: str) -> Slot:
            start = typed.strip().lstrip("0")
            fitting = [each for shown, each in by_time.items() if start and shown.lstrip("0").startswith(start)]
            if len(fitting) != 1:
                raise InvalidValue("routine.not-one-of-the-times", times=listed(by_time))
            return fitting[0]

        return ask(question, chosen)

    def _still_to_come(self, slots: Sequence[Slot]) -> tuple[Slot, ...]:
        if self.clock is None:
            return ()
        now = into_day(self.clock, self._starts_at)
        return tuple(slot for slot in slots if slot.is_open and into_day(slot.at, self._starts_at) > now)

    def _agrees(self, noted: RoutineTicks, latest: Tick, to_come: Sequence[Slot]) -> bool:
        """True where it may be noted once more, by `again` or because the person says so; else InvalidValue."""
        clock = latest.at.clock
        if self.again:
            return True
        if self.context.can_ask:
            question = f"{routines_words.already_noted(noted.typed, clock)} {routines_words.ASK_AGAIN}"
            if confirm(self.context, question):
                return True
            raise InvalidValue("routine.noted-already", clock=clock, name=noted.typed)
        if to_come:
            later = time_of_day(to_come[0].at)
            raise InvalidValue("routine.noted-already-needs-for", clock=clock, name=noted.typed, later=later)
        raise InvalidValue("routine.noted-already-needs-again", clock=clock, name=noted.typed)
