"""The routines of a journal: what a person does regularly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any, ClassVar

from carelog.domain.ids import new_id
from carelog.domain.numbers import checked_number
from carelog.domain.routines.cadence import Cadence, read_cadence
from carelog.domain.routines.routine import DAILY, Dose, Routine, RoutineKind
from carelog.domain.routines.stock import FormerPerDose, Stock
from carelog.domain.routines.terms import Terms
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import COVERED
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.dates import read_day, read_time
from carelog.journal.storage.rows import ROUTINES, TICKS, as_json, read_json
from carelog.journal.storage.table import Row
from carelog.wording.program import typed

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact


class Routines(NamedCollection[Routine]):
    """The routines, archived ones included, in order of creation; only active ones are found by name."""

    table = ROUTINES
    kind = Routine
    fields: ClassVar = {"every": "cadence", "contact": "contact_id"}
    arguments: ClassVar = {
        "name": given.text,
        "kind": given.choice(RoutineKind),
        "every": given.cadence,
        "at": given.clocks,
        "target": given.or_none(given.number),
        "unit": given.text,
        "small": given.text,
        "why": given.text,
        "contact": given.or_none(given.id_in("contacts")),
        "dose": given.text,
        "stock": given.or_none(given.stock),
        "cover": given.text,
        "started": given.day,
        "archived": given.or_none(given.day),
    }
    key_prefix = "routine."
    covered = f"({COVERED} OR kind = '{RoutineKind.MEDICINE.value}')"

    def new_id(self) -> str:
        """A new id, for a routine that is about to be added."""
        return new_id(self._now())

    def add(
        self,
        name: str,
        *,
        kind: RoutineKind | str = RoutineKind.HABIT,
        every: Cadence | str = DAILY,
        at: given.Clock | Iterable[given.Clock] = (),
        target: float | None = None,
        unit: str = "",
        small: str = "",
        why: str = "",
        contact: Contact | str | None = None,
        dose: str = "",
        stock: float | Stock | None = None,
        cover: str = "",
        started: given.Day | None = None,
    ) -> Routine:
        """Add a routine and return it; it begins today or on the day it `started`.

        `kind` is habit or medicine, `every` how often: daily, 3/week, mon,wed,fri, every 3 days or as-needed. `at` are
        the times of day it is planned for, `target` an amount a day in its `unit`, `contact` somebody among the
        contacts. `dose` and `stock`, in what the person counts, are of a medicine. Raises InvalidValue for a value that
        cannot be used and when an active routine has its name, NotFound for an unknown contact.
        """
        values = self._arguments(locals(), started=self._today)
        dose, stock = values.pop("dose"), values.pop("stock")
        routine = Routine(id=self.new_id(), **values)
        return self.insert(self._with_medicine(routine, dose, stock, routine.started))

    def insert(self, routine: Routine) -> Routine:
        """Add a complete routine and return it. Raises InvalidValue when an active routine has its name."""
        self.refuse_taken(routine.name)
        self.refuse_cover_taken(routine)
        self._put(routine.id, content_of(routine))
        return routine

    def edit(self, which: Routine | str, **changes: Any) -> Routine:
        """Write a new version of a routine and return it; `changes` are arguments of `add`, and `archived`.

        How often, when and how much (`every`, `at`, `target`) and a `dose` hold from today on; before, what held is
        kept. `which` is the routine, or its id, handle or name. Raises NotFound when it is missing or deleted,
        InvalidValue for a value that cannot be used and when an active routine has its new name.
        """
        return super().edit(which, **changes)

    def archive(self, which: Routine | str, day: given.Day) -> Routine:
        """Archive a routine from a day on and return it; its ticks stay. One that is archived keeps its day."""
        routine = self._the_one(which)
        return self.edit(routine, archived=routine.archived or day)

    def unarchive(self, which: Routine | str, day: given.Day) -> Routine:
        """Take a routine up again on a day and return it; it was due on no day since it was archived.

        A name means an archived routine first. Raises InvalidValue for what is no day, and when an active routine has
        its name.
        """
        if isinstance(which, str) and not given.is_id(which):
            which = self.named_even_archived(which, archived_first=True)
        routine = self._the_one(which)
        if routine.archived is None:
            return routine
        self.refuse_taken(routine.name)
        return self.edit(routine.taken_up_again(given.day(self._beside, "day", day)))

    def remove(self, *which: Routine | str) -> None:
        """Delete routines and their ticks in one transaction, for good. Raises NotFound when one of them is missing."""
        ids = self._ids(which)
        condition = f"routine_id IN ({', '.join('?' * len(ids))})"
        statement = f"SELECT id FROM {TICKS.name} WHERE deleted_at IS NULL AND {condition}"
        with self._store.change(self._now(), can_be_undone=False) as change:
            for row in list(self._store.rows(statement, ids)):
                change.remove(TICKS, row["id"])
            for each in ids:
                change.remove(self.table, each)
        self._follow_up()

    def named_even_archived(self, name: str, *, archived_first: bool = False) -> Routine:
        """The routine that a name means: an active one, else an archived one; or the other way round.

        Raises NotFound or AmbiguousName.
        """

        def archived() -> list[Routine]:
            return [routine for routine in self.readable() if routine.archived]

        try:
            return self._named_among(archived, name) if archived_first else self.named(name)
        except NotFound:
            return self.named(name) if archived_first else self._named_among(archived, name)

    def active(self) -> list[Routine]:
        """The routines that are not archived."""
        return [routine for routine in self if routine.archived is None]

    def refuse_taken(self, name: str) -> None:
        """Raise InvalidValue when an active routine has this name."""
        if self.has_name(name):
            raise InvalidValue("routine.name-taken-edit", name=name, quoted=typed(clean_line(name)))

    def _changed(self, old: Routine, values: dict[str, Any]) -> Routine:
        """The routine, in which terms and doses hold from today on."""
        dose, stock = values.pop("dose", ""), values.pop("stock", old.stock)
        terms: dict[str, Any] = {name: values.pop(name) for name in ("cadence", "at", "target") if name in values}
        held = old.with_terms(self._today, terms) if terms else old
        new = replace(held, **values)
        return self._with_medicine(new, dose, stock, max(self._today, new.started))

    def _with_medicine(self, routine: Routine, dose: str, stock: Any, since: date) -> Routine:
        """The routine with a dose since a day, and with a stock, counted now if it is a number.

        Raises InvalidValue for what is no medicine.
        """
        if not dose and stock is routine.stock:
            return routine
        if not routine.is_medicine:
            raise InvalidValue("routine.only-medicine", typed=typed(routine.name))
        doses = (*(each for each in routine.doses if each.since < since), Dose(since, dose)) if dose else routine.doses
        if isinstance(stock, Stock) or stock is None:
            return replace(routine, doses=doses, stock=stock)
        counted = routine.stock or Stock(self._today, 0)
        noted = self._beside.ticks.of(routine) if routine.stock else ()
        return replace(routine, doses=doses, stock=counted.counted_anew(stock, self._today, self._clock.now(), noted))

    def _write_over(self, old: Routine, thing: Routine) -> Routine:
        if fold(old.name) != fold(thing.name):
            self.refuse_taken(thing.name)
        self.refuse_cover_taken(thing)
        self._put(thing.id, content_of(thing))
        return thing

    def _candidates(self) -> list[Routine]:
        return self.active()

    def _read(self, row: Row) -> Routine:
        return Routine(
            id=row["id"],
            name=row["name"],
            started=read_day(row["started"]),
            cadence=read_cadence(row["cadence"]),
            kind=RoutineKind(row["kind"]),
            at=times_of(row["times"]),
            target=row["target"],
            unit=row["unit"],
            small=row["small"],
            why=row["why"],
            contact_id=row["contact_id"],
            doses=doses_of(row["doses"]),
            stock=stock_of(row["stock"]),
            archived=read_day(row["archived"]) if row["archived"] else None,
            terms=terms_of(row["terms"]),
            cover=row["cover"] or "",
        )


def content_of(routine: Routine) -> Row:
    """The columns of a routine."""
    return {
        "name": routine.name,
        "kind": routine.kind.value,
        "cadence": routine.cadence.text,
        "times": as_json([f"{each:%H:%M}" for each in routine.at]),
        "target": None if routine.target is None else float(routine.target),
        "unit": routine.unit,
        "small": routine.small,
        "why": routine.why,
        "contact_id": routine.contact_id,
        "doses": as_json([[dose.since.isoformat(), dose.text] for dose in routine.doses]),
        "stock": as_json(routine.stock and _stock_content(routine.stock)),
        "started": routine.started.isoformat(),
        "archived": routine.archived.isoformat() if routine.archived else None,
        "terms": as_json([_as_list(terms) for terms in routine.terms] or None),
        "cover": routine.cover or None,
    }


def times_of(text: str) -> tuple[time, ...]:
    """The planned times in a column. Raises ValueError, TypeError or LookupError where it holds none, as all below."""
    return tuple(map(read_time, _list(text)))


def doses_of(text: str) -> tuple[Dose, ...]:
    """The doses in a column."""
    return tuple(Dose(read_day(since), text) for since, text in _list(text))


def terms_of(text: str | None) -> tuple[Terms, ...]:
    """The terms in a column; none where it is empty."""
    return tuple(map(_terms, _list(text))) if text is not None else ()


def stock_of(text: str | None) -> Stock | None:
    """The stock in a column; None where it is empty. Raises AttributeError too."""
    if text is None:
        return None
    stock = read_json(text)
    counted_at = stock.get("counted_at")
    return Stock(
        read_day(stock["counted"]),
        stock["amount"],
        stock["per_dose"],
        stock["refill_at"],
        None if counted_at is None else Moment.of_milliseconds(*counted_at),
        frozenset(stock.get("before", ())),
        tuple(FormerPerDose(read_day(until), amount) for until, amount in stock.get("former", ())),
    )


def _as_list(terms: Terms) -> list[Any]:
    since = terms.since and terms.since.isoformat()
    return [since, terms.cadence.text, [f"{each:%H:%M}" for each in terms.at], terms.target]


def _terms(kept: Sequence[Any]) -> Terms:
    since, cadence, at, target = kept
    if target is not None and checked_number(target, "routine.target") <= 0:
        raise ValueError
    times = tuple(read_time(each) for each in at)
    return Terms(None if since is None else read_day(since), read_cadence(cadence), times, target)


def _stock_content(stock: Stock) -> Row:
    counted_at, former = stock.counted_at, [[each.until.isoformat(), each.amount] for each in stock.former]
    return {
        "counted": stock.counted.isoformat(),
        "amount": stock.amount,
        "per_dose": stock.per_dose,
        "refill_at": stock.refill_at,
        "counted_at": counted_at and [counted_at.milliseconds, counted_at.offset],
        "before": sorted(stock.before),
        "former": former,
    }


def _list(text: str) -> list[Any]:
    found = read_json(text)
    if not isinstance(found, list):
        raise TypeError
    return found
