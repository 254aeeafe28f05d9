"""The entries of a journal: moods, notes and readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from carelog.domain.entry import Entry, feelings_of, tags_of
from carelog.domain.ids import new_id
from carelog.domain.score import SCORES
from carelog.domain.text import fold
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.entry_row import ENTRIES, entry_content
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import as_json, read_json
from carelog.journal.storage.table import Row, Value

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.journal.collections.sought_words import SoughtWords
    from carelog.journal.collections.trackers import Trackers


_MOODS = frozenset((None, *SCORES))
_WORDS = {"feelings": feelings_of, "tags": tags_of}
_LOOKED_FOR: Mapping[str, given.Reader] = {
    "period": given.or_none(given.period),
    "tag": given.words,
    "feeling": given.words,
    "search": given.words,
    "lowest": given.or_none(given.mood),
    "highest": given.or_none(given.mood),
    "newest": given.or_none(given.how_many),
}
"""What `within` takes, and how each is read."""


class Entries(DayCollection[Entry]):
    """The entries, in the order (at, id)."""

    table = ENTRIES
    kind = Entry
    key_prefix = "entry."
    order = "at, id"
    arguments: ClassVar = {
        "mood": given.or_none(given.mood),
        "note": given.text,
        "feelings": given.words,
        "tags": given.words,
        "readings": given.numbers_by_name,
        "private": given.flag,
        "at": given.moment,
    }
    _tracker_names: Mapping[str, str] = {}

    def add(
        self,
        mood: int | str | None = None,
        note: str = "",
        *,
        feelings: given.Words = (),
        tags: given.Words = (),
        readings: Mapping[str, float] | None = None,
        private: bool = False,
        at: given.When | None = None,
    ) -> Entry:
        """Add an entry, at the current time or `at`, and return it.

        `mood` is 1 to 5, or the word for it; a feeling and a tag have up to 60 characters; `readings` are numbers by
        tracker name. `at` is a datetime with an offset, or words such as yesterday 21:00. Raises InvalidValue for a
        value that cannot be used and where the entry would be empty, NotFound for an unknown tracker, StorageError
        when it could not be saved.
        """
        values = self._arguments(locals(), at=self._clock.now())
        if values["readings"]:
            values["readings"] = self._trackers.checked(values["readings"])
        entry = Entry(id=new_id(self._now()), day=self._day_of(values["at"]), **values)
        self._put(entry.id, self._content(entry))
        return entry

    def add_begun(self, entry: Entry) -> Entry:
        """Add a complete entry that may be in the journal already, saved by a change that nobody saw the end of."""
        self._put(entry.id, self._content(entry))
        return entry

    def edit(self, which: Entry | str, **changes: Any) -> Entry:
        """Write a new version of an entry and return it; its journal day changes only when its time does.

        `which` is the entry, or its id or handle; `changes` are arguments of `add`. Raises NotFound when it is missing
        or deleted, InvalidValue for a value that cannot be used and a changed reading that is out of range. An
        unchanged reading is not checked again: the range of its tracker may be narrower by now.
        """
        return super().edit(which, **changes)

    def add_imported(self, entries: Sequence[Entry], trackers: Iterable[Tracker] = ()) -> int:
        """Add entries from elsewhere and the trackers of their readings in one transaction; return how many are new.

        Entries keep their own ids and days. An id that was ever in the journal is left alone, also when it was edited
        or deleted since; so is a tracker whose name is in use. Every reading needs a tracker, given or existing.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            self._trackers.put_missing(change, trackers)
            known = self.known_ids(entry.id for entry in entries)
            new = [entry for entry in entries if entry.id not in known]
            ids = self._trackers.ids()
            return change.put_new(self.table, ((entry.id, content_of(entry, ids)) for entry in new))

    def add_sealed(self, entries: Sequence[Entry]) -> int:
        """Add sealed notes and return how many are new; an id that was ever in the journal is left alone.

        The record for `undo` is left alone too. Raises StorageError when they could not be saved.
        """
        known = self.known_ids(entry.id for entry in entries)
        new = [entry for entry in entries if entry.id not in known]
        if not new:
            return 0
        with self._store.change(self._now(), keeps_undo=True) as change:
            return change.put_new(self.table, ((entry.id, content_of(entry, {})) for entry in new))

    def known_ids(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that are or once were the id of an entry in this journal."""
        return {row["id"] for row in self._store.rows_with(self.table, ids, "id")}

    def within(
        self,
        period: Period | None = None,
        *,
        tag: given.Words = (),
        feeling: given.Words = (),
        search: given.Words = (),
        lowest: int | str | None = None,
        highest: int | str | None = None,
        newest: int | None = None,
    ) -> list[Entry]:
        """The entries of a period that meet every condition, oldest first; without a period, of all days.

        `newest` is the most entries to return, of the latest. Of several tags, feelings or words an entry has all.
        `lowest` and `highest` bound the mood, inclusively; entries without a mood are left out then. Words are compared
        without case and accents. Raises InvalidValue for a value that cannot be used.
        """
        local = locals()
        read = {name: reader(self._beside, name, local[name]) for name, reader in _LOOKED_FOR.items()}
        condition, values = _condition(read["period"], read["lowest"], read["highest"])
        if any(map(any, (read["tag"], read["feeling"], read["search"]))):
            from carelog.journal.collections.sought_words import SoughtWords

            sought = SoughtWords.typed(read["tag"], read["feeling"], read["search"])
            with self._store.unmasked() as is_masked:
                found = list(islice(self._newest_with(sought, condition, values), newest))[::-1]
            if is_masked:
                self._tracker_names = {}
                return [self.get(entry.id) for entry in found]
            return found
        limit = "" if newest is None else f" LIMIT {int(newest)}"
        return self._select(f"{condition} ORDER BY at DESC, id DESC{limit}", values, ordered=True)[::-1]

    def with_reading(self, tracker_id: str, newest: int | None = None) -> list[Entry]:
        """The entries with a reading of a tracker, oldest first; `newest` is the most to return, of the latest."""
        limit = "" if newest is None else f" LIMIT {int(newest)}"
        condition = f"AND instr(readings, ?) ORDER BY at DESC, id DESC{limit}"
        return self._select(condition, (tracker_id,), ordered=True)[::-1]

    def shown_words(self, period: Period, is_meant: Callable[[str], bool]) -> set[str]:
        """The feelings and tags of a period that are meant, as pages show them: masked where words are."""
        condition, values = _condition(period)
        masks = self._store.masks
        rows = self._store.rows(f"SELECT feelings, tags FROM entries WHERE {self.live} {condition}", values)
        meant = {
            (kind, word)
            for row in rows
            for kind, column in (("feeling", "feelings"), ("tag", "tags"))
            for word in self._words(column, row[column])
            if is_meant(word)
        }
        return {masks.mask_word(kind, word) if masks else word for kind, word in meant}

    def words_used(self, column: str, newest: int = -1) -> dict[str, int]:
        """In how many entries each of their `feelings` or `tags` is, as pages show it: the most frequent first.

        Private entries are left out. `newest` is how many of the newest are looked through; all where it is negative.
        """
        statement = f"SELECT feelings, tags FROM entries WHERE {self.live} AND private = 0 ORDER BY rowid DESC LIMIT ?"
        rows = self._store.rows(statement, (newest,))
        counts = Counter(word for row in rows for word in self._words(column, row[column]))
        masks, kind = self._store.masks, column.removesuffix("s")
        shown = {masks.mask_word(kind, word) if masks else word: number for word, number in counts.items()}
        return dict(sorted(shown.items(), key=lambda each: (-each[1], each[0])))

    def on_this_day(self, day: given.Day) -> list[Entry]:
        """The entries of the same month and day in earlier years, oldest first."""
        asked = given.day(self._beside, "day", day)
        return self._select("AND substr(day, 6) = ? AND day < ?", (f"{asked:%m-%d}", asked.isoformat()))

    def first_day(self) -> date | None:
        """The journal day of the earliest entry."""
        return self._edge("min(day)")

    def last_day(self) -> date | None:
        """The journal day of the latest entry."""
        return self._edge("max(day)")

    def how_many_private(self) -> int:
        """The number of private entries."""
        statement = f"SELECT count(*) FROM entries WHERE {self.live} AND private <> 0"
        return int(next(self._store.rows(statement))[0])

    def moods(self, period: Period) -> dict[date, list[int | None]]:
        """The mood scores of each day of a period that has an entry, in order of time; None for an entry without one.

        Only these columns are read: for fifty years that takes a tenth of the time of reading whole entries.
        """
        condition, values = _condition(given.period(self._beside, "period", period))
        statement = f"SELECT day, mood FROM entries WHERE {self.live} {condition} ORDER BY day, at, id"
        by_day: dict[str, list[int | None]] = {}
        for day, mood in self._store.rows(statement, values):
            if mood not in _MOODS:
                raise self._unreadable("mood", mood)
            by_day.setdefault(day, []).append(mood)
        return {self._day(day): moods for day, moods in by_day.items()}

    def last_with_words(self) -> Entry | None:
        """The entry with a mood, a note, a feeling or a tag that was written last; None without any."""
        return self._written_last("AND (mood IS NOT NULL OR note <> '' OR feelings <> '[]' OR tags <> '[]')")

    def _write_over(self, old: Entry, thing: Entry) -> Entry:
        day = old.day if thing.at == old.at else self._day_of(thing.at)
        changed = {name: number for name, number in thing.readings.items() if old.readings.get(name) != number}
        unchanged = {name: number for name, number in thing.readings.items() if name not in changed}
        new = replace(thing, day=day, readings=unchanged | self._trackers.checked(changed))
        self._put(new.id, self._content(new))
        return new

    @property
    def _trackers(self) -> Trackers:
        trackers: Trackers = self._beside.trackers
        return trackers

    def _written_last(self, condition: str = "") -> Entry | None:
        """The entry that was written last, whenever it happened; an imported one only where there is no other."""
        own = self._select(f"{condition} AND coalesce(source, '') = '' ORDER BY rowid DESC LIMIT 1", (), ordered=True)
        found = own or self._select(f"{condition} ORDER BY rowid DESC LIMIT 1", (), ordered=True)
        return found[0] if found else None

    def _last(self) -> Entry:
        return self._written_last() or super()._last()

    def _words(self, column: str, text: str) -> Sequence[str]:
        try:
            return _WORDS[column](read_json(text))
        except UNREADABLE:
            raise self._unreadable(column, text) from None

    def _edge(self, which: str) -> date | None:
        found = next(self._store.rows(f"SELECT {which} FROM entries WHERE {self.live}"))[0]
        return None if found is None else self._day(found)

    def _newest_with(self, sought: SoughtWords, condition: str, values: Sequence[Value]) -> Iterator[Entry]:
        live = f"SELECT id, note, feelings, tags FROM entries WHERE {self.live} {condition} ORDER BY at DESC, id DESC"
        may_fit = sought.ids_of_fitting(self._store.rows(live, values))
        return (entry for row_id in may_fit for entry in self._select("AND id = ?", (row_id,)) if sought.are_in(entry))

    def _content(self, entry: Entry) -> Row:
        return content_of(entry, self._trackers.ids() if entry.readings else {})

    def _read(self, row: Row) -> Entry:
        return Entry(
            id=row["id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            mood=row["mood"],
            note=row["note"],
            feelings=tuple(read_json(row["feelings"])),
            tags=tuple(read_json(row["tags"])),
            readings=self._readings(row["readings"]),
            private=bool(row["private"]),
            source=row["source"],
        )

    def _readings(self, text: str) -> dict[str, float]:
        if text == "{}":
            return {}
        readings = read_json(text)
        if not readings.keys() <= self._tracker_names.keys():
            self._tracker_names = self._trackers.names()
        names = self._tracker_names
        return {names.get(each, each): float(number) for each, number in readings.items()}


class ShareableEntries(Entries):
    """The entries that others may see: without private ones, and without those whose ids are in `struck`."""

    live = "deleted_at IS NULL AND private = 0"
    struck: frozenset[str] = frozenset()

    def first_day(self) -> date | None:
        """The journal day of the earliest entry."""
        return min((entry.day for entry in self), default=None) if self.struck else super().first_day()

    def last_day(self) -> date | None:
        """The journal day of the latest entry."""
        return max((entry.day for entry in self), default=None) if self.struck else super().last_day()

    def days(self, period: Period) -> set[date]:
        """The days of a period that have an entry."""
        return {entry.day for entry in self.within(period)} if self.struck else super().days(period)

    def among(self, ids: Iterable[str]) -> list[Entry]:
        """The entries with these ids, in order of time; ids that are not shareable are skipped."""
        found = (entry for each in ids for entry in self._select("AND id = ?", (each,)))
        return sorted(found, key=lambda entry: (entry.at, entry.id))

    def _select(self, condition: str, values: Sequence[Value], *, ordered: bool = False) -> list[Entry]:
        return [each for each in super()._select(condition, values, ordered=ordered) if each.id not in self.struck]


def content_of(entry: Entry, tracker_ids: Mapping[str, str]) -> Row:
    """The columns of an entry. `tracker_ids` are by folded name; raises KeyError for a reading without a tracker."""
    return entry_content(
        entry.at.milliseconds,
        entry.at.offset,
        entry.day.isoformat(),
        entry.mood,
        entry.note,
        feelings=as_json(entry.feelings),
        tags=as_json(entry.tags),
        readings=as_json({tracker_ids[fold(name)]: number for name, number in entry.readings.items()}),
        private=entry.private,
        source=entry.source,
    )


def _condition(period: Period | None, lowest: int | None = None, highest: int | None = None) -> tuple[str, list[Value]]:
    parts: list[str] = []
    values: list[Value] = []
    if period:
        parts.append("AND day BETWEEN ? AND ?")
        values += [period.first.isoformat(), period.last.isoformat()]
    for comparison, bound in ((">=", lowest), ("<=", highest)):
        if bound is not None:
            parts.append(f"AND mood {comparison} ?")
            values.append(bound)
    return " ".join(parts), values
