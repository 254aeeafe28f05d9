"""The trackers of a journal: a person's own scales."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from carelog.domain.ids import new_id, steady_id
from carelog.domain.letters import spelled
from carelog.domain.text import clean_line, fold
from carelog.domain.tracker import About, Better, Tracker
from carelog.domain.tracker_about import about_named
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import COVERED
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import TRACKERS, as_json, read_json
from carelog.journal.storage.table import Row
from carelog.wording.program import typed

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.storage.store import Change


_WITH_READING = f"SELECT * FROM {ENTRIES.name} WHERE deleted_at IS NULL AND instr(readings, ?)"
_NOTHING_NOTED = {"mood": None, "note": "", "feelings": "[]", "tags": "[]", "readings": "{}"}
"""What the columns of an entry hold where nothing is noted."""


class Trackers(NamedCollection[Tracker]):
    """The trackers, archived ones included, in the order of their names."""

    table = TRACKERS
    kind = Tracker
    arguments: ClassVar = {
        "name": given.text,
        "unit": given.text,
        "minimum": given.or_none(given.number),
        "maximum": given.or_none(given.number),
        "better": given.choice(Better),
        "about": given.or_none(given.choice(About)),
        "cover": given.text,
        "archived": given.or_none(given.day),
    }
    key_prefix = "tracker."
    covered = COVERED
    order = "lower(name), id"

    def add(
        self,
        name: str,
        *,
        unit: str = "",
        minimum: float | None = None,
        maximum: float | None = None,
        better: Better | str = Better.NEITHER,
        about: About | str | None = None,
        cover: str = "",
    ) -> Tracker:
        """Add a tracker and return it; an archived one of that name becomes active again with these properties.

        `minimum` and `maximum` bound its readings, both included. `better` are higher or lower readings, or neither.
        `about` is night, function, irritability, anxiety, cycle or other; where nothing says it, its name does. Raises
        InvalidValue when an active tracker has that name, or a value cannot be used.
        """
        values = self._arguments(locals())
        name = values["name"] = clean_line(values["name"])
        same = next((each for each in self if fold(each.name) == fold(name)), None)
        if same is not None and same.archived is None:
            raise InvalidValue("tracker.name-taken", name=name)
        values["about"] = values["about"] or about_named(name)
        values["cover"] = values["cover"] or (same.cover if same else "")
        tracker = Tracker(self._free_id(name, same), **values)
        self.refuse_cover_taken(tracker)
        self._put(tracker.id, _content(tracker))
        return tracker

    def archive(self, which: Tracker | str, day: given.Day) -> Tracker:
        """Archive a tracker from a day on and return it; its readings stay. One that is archived keeps its day."""
        tracker = self._the_one(which)
        return self.edit(tracker, archived=tracker.archived or day)

    def unarchive(self, which: Tracker | str) -> Tracker:
        """Take a tracker up again and return it."""
        return self.edit(which, archived=None)

    def remove(self, *which: Tracker | str) -> None:
        """Delete trackers and their readings in one transaction, for good; an entry that held nothing else goes too.

        Raises NotFound when one of them is missing; nothing is deleted then.
        """
        ids = self._ids(which)
        with self._store.change(self._now(), can_be_undone=False) as change:
            for each in ids:
                change.remove(self.table, each)
                for row in map(dict, list(self._store.rows(_WITH_READING, (each,)))):
                    _remove_reading(change, row, each)
        self._follow_up()

    def active(self) -> list[Tracker]:
        """The trackers that are not archived."""
        return [tracker for tracker in self if tracker.archived is None]

    def names(self) -> dict[str, str]:
        """The name of every tracker by its id, deleted ones included; masked where names are."""
        rows = self._store.rows("SELECT id, name FROM trackers")
        masks = self._store.masks
        if masks:
            return {row["id"]: masks.called(self.table.name, row["id"]) for row in rows}
        return {row["id"]: row["name"] for row in rows}

    def ids(self) -> dict[str, str]:
        """The id of every live tracker by its folded name."""
        rows = self._store.rows("SELECT id, name FROM trackers WHERE deleted_at IS NULL")
        return {fold(row["name"]): row["id"] for row in rows}

    def checked(self, readings: Mapping[str, float]) -> dict[str, float]:
        """The readings under the exact names of their trackers.

        Raises NotFound where no tracker has the name, AmbiguousName where the accents would have to say which,
        InvalidValue for a reading outside the tracker's range, and where two names mean one tracker and differ.
        """
        if not readings:
            return {}
        trackers = self.readable()
        checked: dict[str, float] = {}
        for name, reading in readings.items():
            tracker = self._of_reading(name, trackers)
            number = tracker.checked(reading)
            if (known := checked.setdefault(tracker.name, number)) != number:
                raise InvalidValue("tracker.two-readings", name=name, one=f"{known:g}", other=f"{number:g}")
        return checked

    def knows(self, name: str) -> bool:
        """Whether a reading under this name has a tracker, archived ones included.

        Raises JournalDamaged where none has it and one cannot be read.
        """
        if _spelled(name, self.readable()):
            return True
        self._refuse_if_unreadable()
        return False

    def missing(self, trackers: Iterable[Tracker]) -> list[Tracker]:
        """The trackers whose names are free; an archived tracker still uses its name."""
        taken = self.ids()
        return [tracker for tracker in trackers if fold(tracker.name) not in taken]

    def put_missing(self, change: Change, trackers: Iterable[Tracker], origin: Row | None = None) -> None:
        """Write the trackers whose names are free as a part of a change; `origin` is the column of their import."""
        for tracker in self.missing(trackers):
            change.put(self.table, self._free_id(tracker.name, None), _content(tracker) | (origin or {}))

    def _write_over(self, old: Tracker, thing: Tracker) -> Tracker:
        if fold(old.name) != fold(thing.name) and self.has_name(thing.name, beside=thing.id):
            raise InvalidValue("tracker.name-taken", name=thing.name)
        self.refuse_cover_taken(thing)
        self._put(thing.id, _content(thing))
        return thing

    def _of_reading(self, name: str, trackers: Iterable[Tracker]) -> Tracker:
        found = _spelled(name, trackers)
        if not found:
            self._refuse_if_unreadable()
            raise NotFound("tracker.none-for-reading", name=name, quoted=typed(name))
        if len(found) > 1:
            raise AmbiguousName("handle.name-fits-several", name=name, count=len(found))
        return found[0]

    def _free_id(self, name: str, same: Tracker | None) -> str:
        """The id of the archived tracker of that name, else the id that every device gives the name, else a new one."""
        if same is not None:
            return same.id
        shared = steady_id("tracker", fold(name))
        row = self._store.row(self.table, shared)
        return shared if row is None or row["deleted_at"] is not None else new_id(self._now())

    def _thing(self, row: sqlite3.Row) -> Tracker:
        """A tracker; where its row does not say what it is about, its name does, also where names are masked."""
        tracker = super()._thing(row)
        return tracker if tracker.about else replace(tracker, about=about_named(row["name"]))

    def _read(self, row: Row) -> Tracker:
        archived = row["archived"]
        return Tracker(
            id=row["id"],
            name=row["name"],
            unit=row["unit"],
            minimum=row["minimum"],
            maximum=row["maximum"],
            better=Better(row["better"]),
            archived=read_day(archived) if archived else None,
            about=About(row["about"]) if row["about"] else None,
            cover=row["cover"] or "",
        )


def _remove_reading(change: Change, row: Row, tracker_id: str) -> None:
    readings = {name: number for name, number in read_json(row["readings"]).items() if name != tracker_id}
    left = {column: row[column] for column in ENTRIES.columns} | {"readings": as_json(readings)}
    if all(left[column] == empty for column, empty in _NOTHING_NOTED.items()):
        change.remove(ENTRIES, row["id"])
    else:
        change.put(ENTRIES, row["id"], left)


def _spelled(name: str, trackers: Iterable[Tracker]) -> list[Tracker]:
    """The trackers of this name; else those of this cover."""
    known, word = list(trackers), clean_line(name)
    covered = [each for each in known if each.cover]
    return spelled(word, known, attrgetter("name")) or spelled(word, covered, attrgetter("cover"))


def _content(tracker: Tracker) -> Row:
    return {
        "name": tracker.name,
        "unit": tracker.unit,
        "minimum": None if tracker.minimum is None else float(tracker.minimum),
        "maximum": None if tracker.maximum is None else float(tracker.maximum),
        "better": tracker.better.value,
        "archived": tracker.archived.isoformat() if tracker.archived else None,
        "about": tracker.about and tracker.about.value,
        "cover": tracker.cover or None,
    }
