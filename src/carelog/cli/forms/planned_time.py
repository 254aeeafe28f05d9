"""Which planned time a tick is for; asked about in doubt, and before something is noted a second time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, confirm
from carelog.cli.prompts.typed_again import typed_without
from carelog.domain.ids import handle
from carelog.domain.routines.routine import counts_of
from carelog.domain.routines.slots import Choice, Slot, choose, fill, has_come, planned_times
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.wording import routines as routines_words
from carelog.wording.days import short_day, time_of_day
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.cli.runtime.context import Context
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick


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
class Decision:
    """What a tick is for: a `planned` time, None where ticks are counted a day. `again`: once more on purpose."""

    planned: time | None
    again: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is about to be noted: as what, at which `clock` time (None for a day alone), and for which planned time.

    `planned` is what --for says and `at` what --at says, or None. `again` agrees in advance to a second tick.
    `asked_about` is the name that questions begin with, empty where there is only one routine.
    """

    context: Context
    asked_about: str
    state: TickState
    clock: time | None
    planned: str | None = None
    again: bool = False
    at: str | None = None

    def decide(self, noted: RoutineTicks) -> Decision:
        """What the tick is for.

        Raises InvalidValue for a time that is not planned, where the person does not agree to a second tick, and where
        nobody can be asked about one.
        """
        slots = fill(planned_times(noted.routine.terms_on(noted.day), self._starts_at), noted.ticks)
        if not slots:
            return Decision(None, self._counted_a_day(noted))
        choice = self._choice(noted, slots)
        if choice.slot:
            return self._without_doubt(noted, choice.slot, choice)
        adds_up = noted.routine.terms_on(noted.day).target is not None
        latest = choice.nearest.tick or noted.ticks[-1]
        again = self.again if adds_up else self._agrees(noted, latest, self._still_to_come(slots))
        return Decision(choice.nearest.at, again)

    @property
    def _starts_at(self) -> time:
        return self.context.settings.day_starts_at

    def _counted_a_day(self, noted: RoutineTicks) -> bool:
        if self.planned is not None:
            raise InvalidValue("routine.no-planned-times", name=noted.typed, command=self._without_time(noted.typed))
        takes_more = counts_of(noted.ticks).takes_more(noted.routine.terms_on(noted.day))
        return self.again if takes_more else self._agrees(noted, noted.ticks[-1], ())

    def _without_time(self, name: str) -> str:
        """The command without --for; of several routines it names this one alone, because the time may fit others."""
        return self._alone(name) if self.asked_about else typed_without("--for", sys.argv[1:])

    def _alone(self, name: str) -> str:
        """The command that notes one of several routines by itself."""
        if self.state is TickState.SKIPPED:
            return f"carelog skip {typed(name)}"
        return f"carelog done {typed(name)}{' --small' if self.state is TickState.SMALL else ''}"

    def _alone_again(self, name: str) -> str:
        """The command that notes one of several routines by itself once more, at the same time."""
        return f"{self._alone(name)}{'' if self.at is None else f' --at {typed(self.at)}'} --again"

    def _choice(self, noted: RoutineTicks, slots: Sequence[Slot]) -> Choice:
        if self.planned is None:
            return choose(slots, self.clock, self._starts_at, self.state)
        at = read_clock(self.planned)
        for slot in slots:
            if slot.at == at:
                return Choice(slot, slot if slot.takes(self.state) else None)
        times = listed(time_of_day(slot.at) for slot in slots)
        raise InvalidValue("routine.not-a-planned-time", clock=time_of_day(at), name=noted.typed, times=times)

    def _without_doubt(self, noted: RoutineTicks, slot: Slot, choice: Choice) -> Decision:
        """The slot, or another one that the person means.

        With `again` it is the one that was noted a moment ago. Raises InvalidValue where nobody says that it is not.
        """
        if choice.just_noted and self.again:
            return Decision(choice.just_noted.at, again=True)
        if choice.or_earlier and self.context.can_ask:
            return Decision(self._one_of(slot, choice.or_earlier).at, self.again)
        if choice.just_noted and choice.just_noted.tick:
            self._is_another(noted, slot, choice.just_noted.at, choice.just_noted.tick.at.clock)
        return Decision(slot.at, self.again)

    def _is_another(self, noted: RoutineTicks, slot: Slot, before: time, clock: str) -> None:
        """Raise InvalidValue unless the person says that it is not what was noted for the time `before` once more."""
        coming = time_of_day(slot.at)
        if not self.context.can_ask:
            raise InvalidValue("routine.noted-already-needs-for", clock=clock, name=noted.typed, other=coming)
        is_dose = noted.routine.is_medicine
        question = routines_words.ask_another(clock, time_of_day(before), coming, self.asked_about, is_dose=is_dose)
        if not confirm(self.context, question):
            raise InvalidValue("routine.noted-already", clock=clock, name=noted.typed)

    def _one_of(self, slot: Slot, or_earlier: Sequence[Slot]) -> Slot:
        """The slot, or an earlier one that is open, as the person says."""
        by_time = {time_of_day(each.at): each for each in (*or_earlier, slot)}
        *earlier, coming = by_time
        question = routines_words.ask_which_time(listed(earlier), coming, self.asked_about)

        def chosen(typed: str) -> Slot:
            fitting = [each for each in by_time.values() if typed.strip() in _ways_to_say(each.at)]
            if len(fitting) != 1:
                raise InvalidValue("routine.not-one-of-the-times", times=listed(by_time))
            return fitting[0]

        return ask(question, chosen)

    def _still_to_come(self, slots: Sequence[Slot]) -> tuple[Slot, ...]:
        if self.clock is None:
            return ()
        return tuple(slot for slot in slots if slot.is_open and not has_come(slot.at, self.clock, self._starts_at))

    def _agrees(self, noted: RoutineTicks, latest: Tick, to_come: Sequence[Slot]) -> bool:
        """True where it may be noted once more, by `again` or because the person says so; else InvalidValue."""
        clock, other = latest.clock or short_day(latest.day), time_of_day(to_come[0].at) if to_come else ""
        if self.again:
            return True
        if self.context.can_ask:
            question = f"{routines_words.already_noted(noted.typed, clock)} {routines_words.ASK_AGAIN}"
            if confirm(self.context, question):
                return True
        if self.state is TickState.SKIPPED and latest.state is not TickState.SKIPPED:
            key = "routine.noted-as-done-needs-for" if other else "routine.noted-as-done"
            raise InvalidValue(key, clock=clock, name=noted.typed, other=other, handle=handle(latest.id))
        if self.context.can_ask:
            key = "routine.noted-already-beside-others" if self.asked_about else "routine.noted-already"
            raise InvalidValue(key, clock=clock, name=noted.typed)
        if self.asked_about and not other:
            command = self._alone_again(noted.typed)
            raise InvalidValue("routine.noted-already-again-alone", clock=clock, name=noted.typed, command=command)
        key = "routine.noted-already-needs-for" if other else "routine.noted-already-needs-again"
        raise InvalidValue(key, clock=clock, name=noted.typed, other=other)


def _ways_to_say(at: time) -> tuple[str, ...]:
    """What may be typed for a time: “8” is 08:00, and “1” is neither 10:00 nor the first time of a list."""
    return f"{at:%H:%M}", f"{at.hour}:{at:%M}", f"{at:%H}", str(at.hour)
