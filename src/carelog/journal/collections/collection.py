"""The base classes of the collections: get, find by handle or name, add, replace, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from carelog.domain.ids import HANDLE_LENGTH, handle, is_reference, new_id, reference_suffix
from carelog.domain.letters import spelled
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import AmbiguousName, InvalidValue, JournalDamaged, NotFound
from carelog.journal.collections.covers import cover_of, named_or_covered, words_for
from carelog.journal.storage.connections import undecodable_as_bytes
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import AWAY_WITH, COVER, Row, Table, Value

if TYPE_CHECKING:
    import sqlite3
    from typing import Protocol

    from carelog.clock import Clock
    from carelog.domain.time.days import Period
    from carelog.journal.storage.store import Store

    class _WithId(Protocol):
        @property
        def id(self) -> str: ...

    class _WithName(_WithId, Protocol):
        @property
        def name(self) -> str: ...


Thing = TypeVar("Thing", bound="_WithId")
NamedThing = TypeVar("NamedThing", bound="_WithName")

COVERED = f"{COVER} IS NOT NULL"
"""The WHERE of the rows that have a cover."""
NOT_AWAY = f"deleted_at IS NULL AND {AWAY_WITH} IS NULL"
"""The WHERE of the rows that were neither deleted nor put away with somebody."""


class Collection(Generic[Thing]):
    """The things of one kind in the journal; deleted ones are left out.

    `after_change` is called after every change. Reading raises JournalDamaged for a row that cannot be read, writing
    raises StorageError.
    """

    table: ClassVar[Table]
    key_prefix: ClassVar[str]
    """The first part of the keys of its error sentences: a topic and a dot, and a word where the topic has several."""
    order: ClassVar[str] = "created_at, id"
    """The ORDER BY of the collection."""
    live: ClassVar[str] = "deleted_at IS NULL"
    """The WHERE of the rows that the collection shows."""
    covered: ClassVar[str] = ""
    """The rest of the WHERE where masks are on: the rows of which a page may speak there."""

    def __init__(self, store: Store, clock: Clock, after_change: Callable[[], None] | None = None) -> None:
        self._store = store
        self._clock = clock
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
        found = self._select("AND id = ?", (thing_id,))
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
        if fold(reference) == "last":
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

    def remove(self, *ids: str) -> None:
        """Delete things in one transaction; their words are removed from the journal, and `undo` cannot restore them.

        Raises NotFound when one of them is missing; none is deleted then.
        """
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
        found = next(self._store.rows(f"SELECT id FROM {self.table.name} WHERE {own_column} IS ?", (value,)), ("",))
        return JournalDamaged("storage.row-unreadable", table=self.table.name, handle=handle(str(found[0])))

    def _put(self, thing_id: str, content: Mapping[str, Value]) -> None:
        with self._store.change(self._now()) as change:
            change.put(self.table, thing_id, content)
        self._follow_up()

    def _follow_up(self) -> None:
        if self._after_change:
            self._after_change()

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
    """A collection whose callers create complete things with `new_id` and hand them to `add`."""

    def new_id(self) -> str:
        """A new id, for a thing that is about to be added."""
        return new_id(self._now())

    def add(self, thing: Thing) -> Thing:
        """Add a thing and return it."""
        self._put(thing.id, self._content(thing))
        return thing

    def replace(self, thing: Thing) -> Thing:
        """Write a new version of a thing and return it. Raises NotFound when it is missing or deleted."""
        self.get(thing.id)
        return self.add(thing)

    def replace_all(self, things: Iterable[Thing]) -> None:
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

    def _content(self, thing: Thing) -> Row:
        raise NotImplementedError


class NamedCollection(Collection[NamedThing]):
    """A collection whose things people find by name."""

    def named(self, name: str) -> NamedThing:
        """The thing that a name means: the same name in any case, else the only name that begins so, else a handle.

        A name without its accents means the only one that differs in them alone (`meant_by`). Where masks are on or
        numbers are accepted, kind and number (“routine 2”) are tried before a handle. Raises NotFound or AmbiguousName;
        the messages repeat only what was typed, and no name from the journal.
        """
        return self._named_among(self._candidates, name)

    def _named_among(self, candidates: Callable[[], list[NamedThing]], name: str) -> NamedThing:
        with self._store.unmasked() as is_masked:
            things = candidates()
            matches = named_or_covered(clean_line(name), things)
            matches = matches or spelled(clean_line(name), things, self.called)
            none_kept = not len(self)
        if len(matches) == 1:
            return self.get(matches[0].id) if is_masked else matches[0]
        if matches:
            raise AmbiguousName("handle.name-fits-several", name=name, count=len(matches))
        if is_reference(name):
            return self.find(name)
        self._refuse_if_unreadable()
        if none_kept:
            raise NotFound(f"{self.key_prefix}name-unknown-none-kept", name=name)
        raise NotFound(f"{self.key_prefix}name-unknown", name=name)

    def has_name(self, name: str, *, beside: str = "") -> bool:
        """Whether a thing that can be found by name has exactly this name or this cover, in any case.

        The thing with the id `beside` does not count.
        """
        wanted = fold(clean_line(name))
        with self._store.unmasked():
            others = [each for each in self._candidates() if each.id != beside]
        return any(wanted in map(fold, words_for(thing)) for thing in others)

    def refuse_cover_taken(self, thing: NamedThing) -> None:
        """Raise InvalidValue where a new cover of a thing is what another is called: it could not be typed.

        A cover that it has already stays, also where it is another's too, as after a merge of two computers.
        """
        cover, row = cover_of(thing), self._store.row(self.table, thing.id)
        is_new = row is None or fold(row[COVER] or "") != fold(cover)
        if cover and is_new and self.has_name(cover, beside=thing.id):
            raise InvalidValue("text.cover-taken", cover=cover)

    def shown_names(self, is_meant: Callable[[str], bool]) -> set[str]:
        """The names of the things whose own name is meant, as pages show them: masked where names are."""
        with self._store.unmasked() as is_masked:
            meant = [thing for thing in self if is_meant(thing.name)]
        return {(self.get(thing.id) if is_masked else thing).name for thing in meant}

    def called(self, thing: NamedThing) -> str:
        """The name that people type for a thing: its name, or its kind and number where those are accepted."""
        numbered_names = self._store.numbered_names
        return numbered_names.numbered_name(self.table.name, thing.id) if numbered_names else thing.name

    def _refuse_if_unreadable(self) -> None:
        """Raise JournalDamaged where a row was left out that cannot be read: it may have the name that is missing."""
        for problem in self._store.left_out:
            if problem.values.get("table") == self.table.name:
                raise problem

    def _candidates(self) -> list[NamedThing]:
        """The things that can be found by name, those left out that cannot be read."""
        return self.readable()


def _longer_handle(thing_id: str) -> str:
    return thing_id.replace("-", "")[-2 * HANDLE_LENGTH :]
