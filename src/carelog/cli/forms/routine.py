"""Read a routine from the options, or ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from carelog.cli.prompts.ask import ask, ask_text, confirm, need_terminal, new_name
from carelog.cli.prompts.times import day_of
from carelog.domain.numbers import read_number
from carelog.domain.routines.cadence import Cadence, CadenceKind, read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.text import fold, takes_away
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.wording import routines as routines_words
from carelog.wording.program import typed as shell_word
from carelog.wording.punctuation import in_clauses

if TYPE_CHECKING:
    from datetime import time

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
    cover: str | None = None

    def new(self, journal: Journal, name: str, kind: RoutineKind) -> Routine:
        """A routine that begins today.

        Raises InvalidValue for what cannot be used, NotFound for an unknown contact.
        """
        bare = Routine(journal.routines.new_id(), name, journal.today, kind=kind)
        return self.changed(journal, bare, None)

    def changed(self, journal: Journal, old: Routine, name: str | None, since: date | None = None) -> Routine:
        """The routine with what is given in place of what was there.

        How often, when and how much hold from today on or `since` a day (`read_since`), and what changed before
        anything was noted is replaced. Raises InvalidValue for what cannot be used, NotFound for an unknown contact.
        """
        if (self.dose or self.stock) and not old.is_medicine:
            is_here = journal.routines.has_name(old.name)
            raise InvalidValue("routine.only-medicine", typed="NAME" if is_here else shell_word(old.name))
        if (self.stock or "").strip() and since not in (None, journal.today):
            raise InvalidValue("routine.stock-counted-now")
        begins = max(since or journal.today, old.started)
        held = old.with_terms(since or _since_now(journal, old), self._terms(old, since))
        return replace(
            held,
            name=old.name if name is None else name,
            unit=_text(self.unit, old.unit),
            small=_text(self.small, old.small),
            why=_text(self.why, old.why),
            cover=_text(self.cover, old.cover),
            contact_id=self._contact(journal, old),
            doses=self._doses(old, begins),
            stock=self._stock(journal, old, begins),
        )

    def _terms(self, old: Routine, since: date | None) -> dict[str, Any]:
        """How often, when and how much, as far as it is given; with a day and nothing else, all that holds now."""
        given: dict[str, Any] = {}
        if self.every is not None:
            given["cadence"] = read_cadence(self.every)
        if self.at is not None:
            given["at"] = _times(self.at)
        if self.target is not None:
            given["target"] = _number(self.target, None, "routine.target")
        is_all = since is not None and not given and not self.dose and self.per_dose is None
        return {"cadence": old.cadence, "at": old.at, "target": old.target} if is_all else given

    def _contact(self, journal: Journal, old: Routine) -> str | None:
        if self.with_whom is None:
            return old.contact_id
        return journal.contacts.named(self.with_whom).id if self.with_whom.strip() else None

    def _doses(self, old: Routine, since: date) -> tuple[Dose, ...]:
        if not self.dose:
            return old.doses
        new = Dose(since, self.dose)
        if old.doses and old.doses[-1].since <= since and old.doses[-1].text == new.text:
            return old.doses
        return (*(dose for dose in old.doses if dose.since < since), new)

    def _stock(self, journal: Journal, old: Routine, since: date) -> Stock | None:
        stock, today = old.stock, journal.today
        if self.stock is not None:
            amount = _number(self.stock, None, "routine.stock")
            if amount is None:
                return None
            noted = journal.ticks.of(old) if stock else ()
            stock = (stock or Stock(today, 0)).counted_anew(amount, today, journal.clock.now(), noted)
        if stock is None:
            return None
        if self.per_dose is not None:
            stock = stock.with_per_dose(_number(self.per_dose, None, "routine.per-dose") or 1, since)
        refill_at = _number(self.refill_at, stock.refill_at, "routine.refill-at")
        return replace(stock, refill_at=refill_at)


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
        return routine.with_terms(routine.asked_so_since, {"cadence": Cadence(CadenceKind.PER_DAY, times)})
    context.remarks.append(routines_words.counted_together(cadence.text, times, in_clauses(_one_by_one(routine))))
    return routine


def read_since(context: Context, typed: str | None) -> date | None:
    """The day from which a change holds, None where it is not said; `start` is before any day of a journal.

    Raises InvalidValue for a text that cannot be read, and for a day to come.
    """
    if typed is None:
        return None
    if fold(typed.strip()) in ("start", "always"):
        return date.min
    day = day_of(context, typed)
    if day > context.today:
        raise InvalidValue("routine.change-to-come")
    return day


def ask_routine(context: Context, journal: Journal) -> tuple[str, RoutineOptions]:
    """Ask for the name and the fields of a routine; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, "program.name-needs-terminal", command="routine add", example="walk")
    taken = journal.routines.has_name
    name = ask(routines_words.ASK_ROUTINE, lambda typed: new_name(typed, taken, "routine.name-taken"))
    every = ask(routines_words.ASK_EVERY, lambda typed: read_cadence(typed).text, "daily")
    at = ask(routines_words.ASK_AT, lambda typed: [f"{each:%H:%M}" for each in _times(typed.replace(",", " ").split())])
    small = ask_text(routines_words.ASK_SMALL)
    return name, RoutineOptions(every=every, at=at, small=small, why=ask_text(routines_words.ASK_WHY))


def _since_now(journal: Journal, routine: Routine) -> date:
    """Today, or the day from which the present terms hold, if nothing was noted since then."""
    since = routine.all_terms[-1].since or date.min
    latest = journal.ticks.of(routine, newest=1)
    return journal.today if latest and latest[0].day >= since else since


def _times(typed: Sequence[str]) -> tuple[time, ...]:
    return tuple(dict.fromkeys(read_clock(each) for each in typed if each.strip()))


def _number(typed: str | None, old: float | None, field: str) -> float | None:
    if typed is None:
        return old
    return None if takes_away(typed) else read_number(typed, field)


def _text(typed: str | None, old: str) -> str:
    return old if typed is None else typed


def _one_by_one(routine: Routine) -> Iterator[str]:
    """The commands that make each time of day of a routine due by itself: as often a day, else a routine for each."""
    edit = f"carelog routine edit {shell_word(routine.name)}"
    if routine.cadence.kind is CadenceKind.PER_DAY:
        yield f"{edit} --every {len(routine.at)}/day"
        return
    first, *others = (f"{each:%H:%M}" for each in routine.at)
    yield f"{edit} --time {first}"
    kind = " --kind medicine" if routine.is_medicine else ""
    for at in others:
        name, every = shell_word(f"{routine.name} {at}"), shell_word(routine.cadence.text)
        yield f"carelog routine add {name}{kind} --every {every} --time {at}"
