"""Read a routine from the options, or ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, ask_text, confirm, need_terminal, new_name
from carelog.domain.numbers import read_number
from carelog.domain.routines.cadence import Cadence, CadenceKind, read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class RoutineOptions:
    """What the options say of a routine, still as text; None leaves what was there, empty text removes it."""

    every: str | None = None
    at: Sequence[str] | None = None
    target: str | None = None
    unit: str | None = None
    small: str | None = None
    why: str | None = None
    with_whom: str | None = None
    dose: str | None = None
    stock: str | None = None
    per_dose: str | None = None
    refill_at: str | None = None

    def new(self, journal: Journal, name: str, kind: RoutineKind) -> Routine:
        """A routine that begins today.

        Raises InvalidValue for what cannot be used, NotFound for an unknown contact.
        """
        bare = Routine(journal.routines.new_id(), name, journal.today, kind=kind)
        return self.changed(journal, bare, None)

    def changed(self, journal: Journal, old: Routine, name: str | None) -> Routine:
        """The routine with what is given in place of what was there.

        Raises InvalidValue for what cannot be used, NotFound for an unknown contact.
        """
        if (self.dose or self.stock) and not old.is_medicine:
            raise InvalidValue("routine.only-medicine")
        return replace(
            old,
            name=old.name if name is None else name,
            cadence=old.cadence if self.every is None else read_cadence(self.every),
            at=old.at if self.at is None else _times(self.at),
            target=_number(self.target, old.target, "routine.target"),
            unit=_text(self.unit, old.unit),
            small=_text(self.small, old.small),
            why=_text(self.why, old.why),
            contact_id=self._contact(journal, old),
            doses=self._doses(old, journal.today),
            stock=self._stock(journal, old),
        )

    def _contact(self, journal: Journal, old: Routine) -> str | None:
        if self.with_whom is None:
            return old.contact_id
        return journal.contacts.named(self.with_whom).id if self.with_whom.strip() else None

    def _doses(self, old: Routine, today: date) -> tuple[Dose, ...]:
        if not self.dose:
            return old.doses
        return (*(dose for dose in old.doses if dose.since < today), Dose(today, self.dose))

    def _stock(self, journal: Journal, old: Routine) -> Stock | None:
        stock, today = old.stock, journal.today
        if self.stock is not None:
            amount = _number(self.stock, None, "routine.stock")
            if amount is None:
                return None
            noted = journal.ticks.of(old) if stock else ()
            stock = (stock or Stock(today, 0)).counted_anew(amount, today, journal.clock.now(), noted)
        if stock is None:
            return None
        per_dose = _number(self.per_dose, stock.per_dose, "routine.per-dose")
        refill_at = _number(self.refill_at, stock.refill_at, "routine.refill-at")
        return replace(stock.with_per_dose(per_dose or 1, today), refill_at=refill_at)


def with_each_time(context: Context, words: RoutineOptions, routine: Routine) -> Routine:
    """The routine, due at each of its times of day if the person says so.

    That is asked where they are more than it is due on a day, and explained where nobody can be asked.
    """
    times, cadence = len(routine.at), routine.cadence
    changed = words.at is not None or words.every is not None
    if not changed or times <= cadence.most_a_day or cadence.kind is CadenceKind.AS_NEEDED:
        return routine
    is_daily = cadence.kind is CadenceKind.PER_DAY
    if is_daily and context.can_ask and confirm(context, routines_words.ask_each_time(times), default=True):
        return replace(routine, cadence=Cadence(CadenceKind.PER_DAY, times))
    context.remarks.append(routines_words.counted_together(cadence.text, times, can_be_each=is_daily))
    return routine


def ask_routine(context: Context, journal: Journal) -> tuple[str, RoutineOptions]:
    """Ask for the name and the fields of a routine; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, "program.name-needs-terminal")
    taken = journal.routines.has_name
    name = ask(routines_words.ASK_ROUTINE, lambda typed: new_name(typed, taken, "routine.name-taken"))
    every = ask(routines_words.ASK_EVERY, lambda typed: read_cadence(typed).text, "daily")
    at = ask(routines_words.ASK_AT, lambda typed: [f"{each:%H:%M}" for each in _times(typed.replace(",", " ").split())])
    small = ask_text(routines_words.ASK_SMALL)
    return name, RoutineOptions(every=every, at=at, small=small, why=ask_text(routines_words.ASK_WHY))


def _times(typed: Sequence[str]) -> tuple[time, ...]:
    return tuple(dict.fromkeys(read_clock(each) for each in typed if each.strip()))


def _number(typed: str | None, old: float | None, field: str) -> float | None:
    if typed is None:
        return old
    return read_number(typed, field) if typed.strip() else None


def _text(typed: str | None, old: str) -> str:
    return old if typed is None else typed
