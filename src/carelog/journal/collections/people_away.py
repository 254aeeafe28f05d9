"""The people of a journal who were put away, and what was put away with them: kept, and brought up by nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.ids import handle
from carelog.domain.people.put_away import PutAway
from carelog.domain.text import clean_line
from carelog.errors import AmbiguousName, JournalDamaged, NotFound
from carelog.journal.collections.contacts import contact_of
from carelog.journal.collections.covers import named_or_covered
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import ACTIVITIES, CONTACTS, KIND_WORDS, PLAN_STEPS, SIGNS
from carelog.journal.storage.table import AWAY_WITH, Table

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.domain.people.contact import Contact
    from carelog.journal.storage.store import Store

AWAY_WITH_SOMEBODY: Mapping[Table, str] = {
    PLAN_STEPS: "text",
    KIND_WORDS: "text",
    SIGNS: "text || ': ' || step",
    ACTIVITIES: "text",
}
"""The tables whose rows can be put away with somebody, and the words of each, in SQL."""
_TABLE = {table.name: table for table in AWAY_WITH_SOMEBODY}


class PeopleAway:
    """The contacts that were put away, by name. They and what is away with them are in no other collection.

    `after_change` is called after every change, because the crisis card may have to lose or to get back a name.
    """

    def __init__(self, store: Store, clock: Clock, after_change: Callable[[], None]) -> None:
        self._store = store
        self._clock = clock
        self._after_change = after_change

    def __iter__(self) -> Iterator[Contact]:
        """The contacts that are away, those left out that cannot be read; as they are, also where masks are on."""
        statement = "SELECT * FROM contacts WHERE deleted_at IS NULL AND away IS NOT NULL ORDER BY lower(name), id"
        for row in self._store.rows(statement):
            try:
                yield contact_of(dict(row))
            except UNREADABLE:
                broken = handle(str(row["id"]))
                self._store.left_out.append(
                    JournalDamaged("storage.row-unreadable", table=CONTACTS.name, handle=broken)
                )

    def named(self, name: str) -> Contact:
        """The contact that is away and that a name means. Raises NotFound or AmbiguousName."""
        found = named_or_covered(clean_line(name), self)
        found = found or [each for each in self if each.handle == clean_line(name).lower()]
        if not found:
            raise NotFound("contact.none-away", name=name)
        if len(found) > 1:
            handles = ", ".join(sorted(each.handle for each in found))
            raise AmbiguousName("handle.name-fits-these", name=name, count=len(found), handles=handles)
        return found[0]

    def things(self, contact_id: str | None = None) -> list[PutAway]:
        """What is away with somebody, in the order in which it was noted; with anybody where no id is given."""
        found = []
        for table, own_column in AWAY_WITH_SOMEBODY.items():
            which = f"deleted_at IS NULL AND {AWAY_WITH} IS NOT NULL ORDER BY created_at, id"
            rows = self._store.rows(f"SELECT id, {own_column}, {AWAY_WITH} FROM {table.name} WHERE {which}")
            found += [PutAway(table.name, *row) for row in rows if contact_id in (None, row[AWAY_WITH])]
        return found

    def thing(self, reference: str) -> PutAway:
        """The one thing that is away and has this handle. Raises NotFound or AmbiguousName."""
        found = [each for each in self.things() if each.handle == reference.strip().lower()]
        if not found:
            raise NotFound("contact.none-away", name=reference)
        if len(found) > 1:
            raise AmbiguousName("handle.name-fits-several", name=reference, count=len(found))
        return found[0]

    def put_away(self, contact: Contact, day: date, things: Iterable[PutAway]) -> None:
        """Put somebody away on a day, and these things with them; it is one change for `undo`.

        Who is away already stays away since the day on which that began.
        """
        row = self._store.row(CONTACTS, contact.id) or {}
        since = row.get("away") or day.isoformat()
        rows: list[tuple[Table, str, dict[str, str | None]]] = [(CONTACTS, contact.id, {"away": since})]
        self._write([*rows, *self._with_them(things)])

    def put_things_away(self, things: Iterable[PutAway]) -> None:
        """Put these things away, of somebody who is about to be removed; it is one change for `undo`."""
        self._write(self._with_them(things))

    def bring_back(self, contact: Contact) -> list[PutAway]:
        """Bring somebody back with all that is away with them, and return that; it is one change for `undo`."""
        things = self.things(contact.id)
        rows: list[tuple[Table, str, dict[str, str | None]]] = [(CONTACTS, contact.id, {"away": None})]
        self._write(rows + [(_TABLE[each.table], each.id, {AWAY_WITH: None}) for each in things])
        return things

    def bring_thing_back(self, thing: PutAway) -> None:
        """Bring one thing back without the one with whom it was put away."""
        self._write([(_TABLE[thing.table], thing.id, {AWAY_WITH: None})])

    def _with_them(self, things: Iterable[PutAway]) -> list[tuple[Table, str, dict[str, str | None]]]:
        return [(_TABLE[each.table], each.id, {AWAY_WITH: each.contact_id}) for each in things]

    def _write(self, changes: Iterable[tuple[Table, str, dict[str, str | None]]]) -> None:
        with self._store.change(self._clock.now().milliseconds) as change:
            for table, row_id, values in changes:
                if (row := self._store.row(table, row_id)) is None:
                    raise NotFound("handle.gone")
                change.put(table, row_id, {column: row[column] for column in table.columns} | values)
        self._after_change()
