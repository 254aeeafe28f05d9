"""The base classes of the collections: get, find by handle or name, edit, remove; each collection has its own add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from carelog.domain.ids import HANDLE_LENGTH, handle, is_last, new_id, reference_suffix
from carelog.domain.time.days import Moment
from carelog.errors import AmbiguousName, InvalidValue, JournalDamaged, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.days_of_use import unreadable
from carelog.journal.storage.connections import undecodable_as_bytes
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import COVER
from carelog.journal.storage.table import Row, Table, Value

if TYPE_CHECKING:
    import sqlite3
    from typing import Protocol

    from carelog.domain.time.days import Period
    from carelog.journal.storage.store import Store

    class _WithId(Protocol):
        __dataclass_fields__: ClassVar[dict[str, Any]]

        @property
        def id(self) -> str: ...


Thing = TypeVar("Thing", bound="_WithId")

COVERED = f"{COVER} IS NOT NULL"
"""The WHERE of the rows that have a cover."""


class Collection(Generic[Thing]):
    """The things of one kind in the journal; deleted ones are left out.

    `after_change` is called after every change. Reading raises JournalDamaged for a row that cannot be read, writing
    raises StorageError.
    """

    table: ClassVar[Table]
    kind: ClassVar[type]
    """The class of its things."""
    arguments: ClassVar[Mapping[str, given.Reader]] = {}
    """What `add` and `edit` take, by name, and how each is read; `fields` has those that a thing calls otherwise."""
    fields: ClassVar[Mapping[str, str]] = {"contact": "contact_id", "entry": "entry_id", "routine": "routine_id"}
    key_prefix: ClassVar[str]
    """The first part of the keys of its error sentences: a topic and a dot, and a word where the topic has several."""
    order: ClassVar[str] = "created_at, id"
    """The ORDER BY of the collection."""
    live: ClassVar[str] = "deleted_at IS NULL"
    """The WHERE of the rows that the collection shows."""
    covered: ClassVar[str] = ""
    """The rest of the WHERE where masks are on: the rows of which a page may speak there."""

    def __init__(self, store: Store, beside: given.Collections, after_change: Callable[[], None] | None = None) -> None:
        self._store = store
        self._beside = beside
        self._clock = beside.clock
        self._after_change = after_change

    def __iter__(self) -> Iterator[Thing]:
        """All things, in the collection's order; where masks are on, those that may be shown (`_shown`)."""
        return iter(self._select(self._shown, ()))

    def with_uncovered(self) -> list[Thing]:
        """All things, also those that discreet pages leave out; for what is reckoned from them and not shown."""
        return self._select("", ())

    def readable(self) -> list[Thing]:
        """The things that can be read, in the collection's order, where a command has to go on whatever is damaged.

        The store remembers why the others were left out.
        """
        try:
            return list(self._without_unreadable(self._rows(self._shown, (), ordered=False)))
        except JournalDamaged:
            with undecodable_as_bytes(self._store.connection):
                return list(self._without_unreadable(self._rows(self._shown, (), ordered=False)))

    def __len__(self) -> int:
        found = next(self._store.rows(f"SELECT count(*) FROM {self.table.name} WHERE {self.live} {self._shown}"))
        return int(found[0])

    def get(self, thing_id: str) -> Thing:
        """The thing with an id. Raises NotFound when there is none or it is deleted."""
        found = self._select("AND id = ?", (given.text(self._beside, "thing_id", thing_id),))
        if not found:
            raise NotFound(f"{self.key_prefix}id-unknown")
        return found[0]

    def get_also_away(self, thing_id: str) -> Thing:
        """The thing with an id, also one that was put away. Raises NotFound when there is none or it is deleted."""
        which = "deleted_at IS NULL AND id = ?"
        for row in self._store.rows(f"SELECT * FROM {self.table.name} WHERE {which}", (thing_id,)):
            return self._thing(row)
        raise NotFound(f"{self.key_prefix}id-unknown")

    def find(self, reference: str) -> Thing:
        """The thing with a handle or a longer end of its id; `last` finds the one that was added last.

        Raises NotFound, or AmbiguousName, whose message has longer handles of the things that the reference fits.
        """
        reference = given.text(self._beside, "reference", reference)
        if is_last(reference):
            return self._last()
        suffix = reference_suffix(reference)
        found = self._select(
            f"AND substr(id, -{HANDLE_LENGTH}) = ? AND replace(id, '-', '') LIKE ?",
            (suffix[-HANDLE_LENGTH:], f"%{suffix}"),
        )
        if not found:
            raise NotFound(f"{self.key_prefix}handle-unknown", reference=reference)
        if len(found) > 1:
            longer = ", ".join(_longer_handle(thing.id) for thing in found)
            raise AmbiguousName("handle.fits-several", reference=reference, count=len(found), longer=longer)
        return found[0]

    def edit(self, which: Thing | str, **changes: Any) -> Thing:
        """Write a new version of a thing and return it; `changes` are arguments of `add`, and what they take.

        `which` is the thing, or its id, handle or name. A thing is written as it is handed over, with the changes; one
        that is so already is left as it is, and `undo` takes back what was changed before.
        Raises NotFound when it is missing or deleted, AmbiguousName, and InvalidValue for a value that cannot be used.
        """
        old = self._the_one(which)
        return self._rewrite(self._changed(old, self._values(changes)) if changes else old)

    def remove(self, *which: Thing | str) -> None:
        """Delete things in one transaction; their words are removed from the journal, and `undo` cannot restore them.

        Each is the thing, or its id, handle or name. Raises NotFound when one of them is missing; none is deleted then.
        """
        ids = self._ids(which)
        with self._store.change(self._now(), can_be_undone=False) as change:
            for each in ids:
                change.remove(self.table, each)
        self._follow_up()

    @property
    def _shown(self) -> str:
        """The condition of the rows that are gone through; discreet pages leave out what has no cover."""
        return f"AND {self.covered}" if self.covered and self._store.masks else ""

    def _days(self, period: Period) -> set[date]:
        """The days of a period on which there is a thing, in a table with a column `day`."""
        statement = f"SELECT DISTINCT day FROM {self.table.name} WHERE {self.live} AND day BETWEEN ? AND ?"
        bounds = (period.first.isoformat(), period.last.isoformat())
        return {self._day(row["day"]) for row in self._store.rows(statement, bounds)}

    def _day(self, text: str, column: str = "day") -> date:
        """The day in a column of a row that is not read as a whole. Raises JournalDamaged, which names the row."""
        try:
            return read_day(text)
        except UNREADABLE:
            raise self._unreadable(column, text) from None

    def _created(self, milliseconds: int) -> Moment:
        """When a row was created, on the wall clock. Raises JournalDamaged, which names the row."""
        try:
            return self._clock.at(Moment.of_milliseconds(milliseconds, 0).instant)
        except UNREADABLE:
            raise self._unreadable("created_at", milliseconds) from None

    def _unreadable(self, own_column: str, value: Value) -> JournalDamaged:
        """The error for the first row with a value that cannot be read, in a column of this table."""
        return unreadable(self._store, self.table, own_column, value)

    def _arguments(self, local: Mapping[str, Any], **defaults: Any) -> dict[str, Any]:
        """The arguments of `add` from its local names, read into values; a default stands for one that is None."""
        named = {name: local[name] for name in self.arguments if name in local}
        return self._values(named | {name: each for name, each in defaults.items() if local[name] is None})

    def _values(self, given_values: Mapping[str, Any]) -> dict[str, Any]:
        """What was given, read into values of the fields. Raises InvalidValue for what cannot be used."""
        if unknown := [name for name in given_values if name not in self.arguments]:
            raise InvalidValue("library.nothing-so-called", argument=unknown[0], choices=given.listed(self.arguments))
        return {
            self.fields.get(name, name): self.arguments[name](self._beside, name, value)
            for name, value in given_values.items()
        }

    def _changed(self, old: Thing, values: dict[str, Any]) -> Thing:
        """A thing with other values of its fields."""
        return replace(old, **values)

    def _moved(self, old: Thing, values: dict[str, Any]) -> Thing:
        """A thing with other values; where its moment is another one, its day of the journal is that of the moment."""
        moment = values.get("at")
        return replace(old, **values, **({"day": self._day_of(moment)} if moment else {}))

    def _rewrite(self, thing: Thing) -> Thing:
        """Write a new version of a thing, unless it is so already, also where its row has it in another form."""
        old = self.get(thing.id)
        return thing if thing == old else self._write_over(old, thing)

    def _write_over(self, old: Thing, thing: Thing) -> Thing:
        """Write a new version of a thing that differs from the old one."""
        raise NotImplementedError

    def _the_one(self, which: Thing | str) -> Thing:
        return given.thing(self, self.kind, "which", which)

    def _ids(self, which: Iterable[Thing | str]) -> list[str]:
        """The ids of things, each once."""
        ids = (each if isinstance(each, str) and given.is_id(each) else self._the_one(each).id for each in which)
        return list(dict.fromkeys(ids))

    def _put(self, thing_id: str, content: Mapping[str, Value]) -> None:
        with self._store.change(self._now()) as change:
            change.put(self.table, thing_id, content)
        self._follow_up()

    def _follow_up(self) -> None:
        if self._after_change:
            self._after_change()

    def _day_of(self, moment: Moment) -> date:
        """The day of the journal of a moment."""
        return moment.day(self._beside.settings.day_starts_at)

    @property
    def _today(self) -> date:
        return self._day_of(self._clock.now())

    def _now(self) -> int:
        return self._clock.now().milliseconds

    def _last(self) -> Thing:
        found = self._select("ORDER BY rowid DESC LIMIT 1", (), ordered=True)
        if not found:
            raise NotFound(f"{self.key_prefix}none-yet")
        return found[0]

    def _select(self, condition: str, values: Sequence[Value], *, ordered: bool = False) -> list[Thing]:
        return [self._thing(row) for row in self._rows(condition, values, ordered=ordered)]

    def _rows(self, condition: str, values: Sequence[Value], *, ordered: bool) -> Iterator[sqlite3.Row]:
        order = "" if ordered else f" ORDER BY {self.order}"
        return self._store.rows(f"SELECT * FROM {self.table.name} WHERE {self.live} {condition}{order}", values)

    def _without_unreadable(self, rows: Iterable[sqlite3.Row]) -> Iterator[Thing]:
        for row in rows:
            try:
                yield self._thing(row)
            except JournalDamaged as problem:
                self._store.left_out.append(problem)

    def _thing(self, row: sqlite3.Row) -> Thing:
        masks = self._store.masks
        try:
            return self._read(masks.masked(self.table, dict(row)) if masks else dict(row))
        except UNREADABLE:
            broken = handle(str(row["id"]))
            raise JournalDamaged("storage.row-unreadable", table=self.table.name, handle=broken) from None

    def _read(self, row: Row) -> Thing:
        raise NotImplementedError


class WholeCollection(Collection[Thing]):
    """A collection that also takes complete things, as forms and imports make them, with ids of `new_id`."""

    def new_id(self) -> str:
        """A new id, for a thing that is about to be added."""
        return new_id(self._now())

    def insert(self, thing: Thing) -> Thing:
        """Add a complete thing and return it."""
        self._put(thing.id, self._content(thing))
        return thing

    def edit_all(self, things: Iterable[Thing]) -> None:
        """Write new versions of several things; it is one change for `undo`."""
        with self._store.change(self._now()) as change:
            for thing in things:
                change.put(self.table, thing.id, self._content(thing))
        self._follow_up()

    def add_imported(self, things: Iterable[Thing]) -> int:
        """Add the things whose ids are new, in one transaction, and return how many that were.

        An id that was ever in the journal is left alone, also when it is deleted. Raises CardNotWritten when they are
        saved but the crisis card could not be updated.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            new = change.put_new(self.table, ((thing.id, self._content(thing)) for thing in things))
        self._follow_up()
        return new

    def _insert_new(self, **values: Any) -> Thing:
        """Add a thing with these values and a new id."""
        made: Thing = self.kind(id=self.new_id(), **values)
        return self.insert(made)

    def _write_over(self, _old: Thing, thing: Thing) -> Thing:
        return self.insert(thing)

    def _content(self, thing: Thing) -> Row:
        raise NotImplementedError


class DayCollection(Collection[Thing]):
    """A collection whose things each have a day of the journal."""

    day_of_row: ClassVar[str] = "day"
    """The day of a row, in SQL."""

    def within(self, period: Period) -> list[Thing]:
        """The things of the days of a period, in the collection's order. Raises InvalidValue for what is no Period."""
        bounds = given.period(self._beside, "period", period)
        condition = f"AND {self.day_of_row} BETWEEN ? AND ?"
        return self._select(condition, (bounds.first.isoformat(), bounds.last.isoformat()))

    def days(self, period: Period) -> set[date]:
        """The days of a period on which there is a thing."""
        return self._days(given.period(self._beside, "period", period))


def _longer_handle(thing_id: str) -> str:
    return thing_id.replace("-", "")[-2 * HANDLE_LENGTH :]
