"""What every collection of the journal does: add, get, find by handle or name, replace, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from carelog.domain.ids import HANDLE_LENGTH, is_reference, new_id, reference_suffix
from carelog.domain.text import clean_line, fold
from carelog.errors import AmbiguousName, JournalDamaged, NotFound
from carelog.journal.storage.rows import Row, Table, Value

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


class Collection(Generic[Thing]):
    """Things of one kind in the journal, live ones only: what was deleted is not found any more."""

    table: ClassVar[Table]
    noun: ClassVar[str]
    order: ClassVar[str] = "created_at, id"
    live: ClassVar[str] = "deleted_at IS NULL"

    def __init__(self, store: Store, clock: Clock, after_change: Callable[[], None] | None = None) -> None:
        self._store = store
        self._clock = clock
        self._after_change = after_change

    def __iter__(self) -> Iterator[Thing]:
        """All of them, in the collection's order."""
        return iter(self._select("", ()))

    def __len__(self) -> int:
        found = next(self._store.rows(f"SELECT count(*) FROM {self.table.name} WHERE {self.live}"))
        return int(found[0])

    def get(self, thing_id: str) -> Thing:
        """The one with an id.

        Raises NotFound when there is none, or none any more.
        """
        found = self._select("AND id = ?", (thing_id,))
        if not found:
            raise NotFound(f"There is no {self.noun} with that id.")
        return found[0]

    def find(self, reference: str) -> Thing:
        """The one with a handle, a longer end of its id, or `last` for the one written last.

        Raises NotFound, or AmbiguousName naming the longer handles that would tell them apart.
        """
        if fold(reference) == "last":
            return self._last()
        suffix = reference_suffix(reference)
        found = self._select(
            f"AND substr(id, -{HANDLE_LENGTH}) = ? AND replace(id, '-', '') LIKE ?",
            (suffix[-HANDLE_LENGTH:], f"%{suffix}"),
        )
        if not found:
            raise NotFound(f"There is no {self.noun} “{reference}”. Lists show the handles there are.")
        if len(found) > 1:
            longer = ", ".join(_longer(thing.id) for thing in found)
            raise AmbiguousName(f"“{reference}” fits {len(found)} of them: {longer}. Use more of the digits.")
        return found[0]

    def remove(self, *ids: str) -> None:
        """Delete one or several for good, all or none; none of their words stay in the journal.

        Raises NotFound when one is not there.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            for each in ids:
                change.remove(self.table, each)
        self._follow_up()

    def _days(self, period: Period) -> set[date]:
        """The days of a period that have one, in a collection that keeps days."""
        statement = f"SELECT DISTINCT day FROM {self.table.name} WHERE {self.live} AND day BETWEEN ? AND ?"
        bounds = (period.first.isoformat(), period.last.isoformat())
        return {date.fromisoformat(row["day"]) for row in self._store.rows(statement, bounds)}

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
            raise NotFound(f"There is no {self.noun} yet.")
        return found[0]

    def _select(self, condition: str, values: Sequence[Value], *, ordered: bool = False) -> list[Thing]:
        order = "" if ordered else f" ORDER BY {self.order}"
        statement = f"SELECT * FROM {self.table.name} WHERE {self.live} {condition}{order}"
        return [self._thing(row) for row in self._store.rows(statement, values)]

    def _thing(self, row: sqlite3.Row) -> Thing:
        discretion = self._store.discretion
        try:
            return self._read(discretion.masked(self.table, dict(row)) if discretion else dict(row))
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            raise JournalDamaged(
                f"A row of {self.table.name} ({str(row['id'])[-HANDLE_LENGTH:]}) cannot be read; the file may be "
                "damaged. “carelog restore” lists your backups."
            ) from None

    def _read(self, row: Row) -> Thing:
        raise NotImplementedError


class WholeCollection(Collection[Thing]):
    """A collection whose things are made by whoever adds them, and are kept as they come."""

    def new_id(self) -> str:
        """An id for a thing that is about to be added."""
        return new_id(self._now())

    def add(self, thing: Thing) -> Thing:
        """Keep a new thing."""
        self._put(thing.id, self._content(thing))
        return thing

    def replace(self, thing: Thing) -> Thing:
        """Keep a new version of a thing. Raises NotFound when it is gone."""
        self.get(thing.id)
        return self.add(thing)

    def add_imported(self, things: Iterable[Thing]) -> int:
        """Keep those of many things whose ids were never here in one transaction, and say how many were new.

        Raises CardNotWritten when they are kept but the crisis card could not be brought up to date.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            new = change.put_new(self.table, ((thing.id, self._content(thing)) for thing in things))
        self._follow_up()
        return new

    def _content(self, thing: Thing) -> Row:
        raise NotImplementedError


class NamedCollection(Collection[NamedThing]):
    """A collection whose things people call by name."""

    def named(self, name: str) -> NamedThing:
        """The one that a name means: the same name in any case, else the only one that begins so, else a handle.

        Raises NotFound or AmbiguousName; neither names what is here.
        """
        wanted = fold(clean_line(name))
        with self._store.openly() as masks:
            things = self._candidates()
            same = [thing for thing in things if fold(thing.name) == wanted]
            begun = same or [thing for thing in things if wanted and fold(thing.name).startswith(wanted)]
            begun = begun or [thing for thing in things if wanted and self.called(thing) == wanted]
        if len(begun) == 1:
            return self.get(begun[0].id) if masks else begun[0]
        if begun:
            raise AmbiguousName(f"“{name}” fits {len(begun)} of them; use the whole name or a handle from the list.")
        if is_reference(name):
            return self.find(name)
        raise NotFound(f"There is no {self.noun} called “{name}”. “carelog {self.noun} list” shows what there is.")

    def has_name(self, name: str) -> bool:
        """Whether a live one has this very name, in any case."""
        wanted = fold(clean_line(name))
        with self._store.openly():
            return any(fold(thing.name) == wanted for thing in self._candidates())

    def called(self, thing: NamedThing) -> str:
        """What a thing is called: its name, or its kind and number while others can see the screen."""
        numbers = self._store.numbers
        return numbers.called(self.table.name, thing.id) if numbers else thing.name

    def _candidates(self) -> list[NamedThing]:
        return list(self)


def _longer(thing_id: str) -> str:
    return thing_id.replace("-", "")[-2 * HANDLE_LENGTH :]
