"""Daylio's CSV export, in every layout it has had since 2018.

Columns are found by name: `full_date` or `year` and `date`, `time`, `mood`, and where there are any `activities`,
`scales`, `note_title` and `note`. Rows are newest first. The layouts were learned from the files and parsers that
docs/importing.md names.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta

from carelog.clock import Resolution
from carelog.domain.days import Moment, read_clock
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import checked_name
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.daylio_moods import Moods
from carelog.exchange.html_text import plain_text
from carelog.exchange.month_names import day_and_month
from carelog.exchange.scales import Scales
from carelog.exchange.table import Row, Table, read_columns, read_table
from carelog.wording import importing as importing_words

SOURCE = "daylio"

_COLUMNS = {"full_date", "year", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"}
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")
_ONE_DAY_AHEAD = timedelta(days=1)
_LONGEST_TAG = 60
_YEARS = range(1900, 9000)  # no clock can be asked about times further away


def is_daylio(content: bytes) -> bool:
    """Whether a file looks like a Daylio export, judged by its first row.

    Raises RefusedFile when it is not text.
    """
    columns = set(read_columns(content))
    return "mood" in columns and not columns.isdisjoint({"full_date", "weekday", "activities"})


def read_daylio(content: bytes, terms: Terms) -> Batch:
    """The entries of an export, each with an id that a later export of the same entry has too.

    The time on the wall stays what it was: it is resolved with the person's own clock. A row whose date, time or
    mood cannot be read is a problem, and the rest is taken. Raises RefusedFile when the file as a whole cannot be
    read, InvalidValue when a given score is not 1 to 5.
    """
    table = read_table(content)
    _refuse_missing(table)
    return _Reading(table, terms).batch()


def _refuse_missing(table: Table) -> None:
    columns = set(table.columns)
    missing = sorted({"time", "mood"} - columns)
    if "full_date" not in columns and not {"year", "date"} <= columns:
        missing.insert(0, "full_date")
    if missing:
        raise RefusedFile(
            f"The first row of the file does not name every column that is needed (missing: {', '.join(missing)}). "
            "Import the CSV as Daylio exported it, with commas between the cells."
        )


class _Reading:
    """One pass over the rows from the oldest up, so that entries of the same minute are told apart for good.

    A newer export has the same rows below and new ones above.
    """

    def __init__(self, table: Table, terms: Terms) -> None:
        self._table = table
        self._terms = terms
        self._latest = terms.clock.now()
        self._moods = Moods(terms.moods)
        self._scales = Scales(terms.trackers)
        self._unknown_columns = [name for name in table.columns if name not in _COLUMNS]
        self._seen: Counter[datetime] = Counter()
        self._remarks = [Remark(0, table.remark)] if table.remark else []
        self._remarks += [Remark(1, importing_words.unknown_column(name)) for name in self._used_columns()]

    def batch(self) -> Batch:
        entries: list[Entry] = []
        problems: list[Remark] = []
        for row in self._terms.watch(self._table.rows[::-1], "Reading"):
            try:
                entries.append(self._entry(row))
            except InvalidValue as reason:
                problems.append(Remark(row.line, reason.message))
        return Batch(
            SOURCE,
            tuple(sorted(entries, key=lambda entry: entry.at)),
            self._scales.made,
            self._moods.unknown,
            tuple(problems[::-1]),
            tuple(sorted(self._remarks, key=lambda remark: remark.line)),
        )

    def _entry(self, row: Row) -> Entry:
        shown = _shown(row)
        occurrence = self._seen[shown]
        self._seen[shown] += 1
        if row.surplus:
            raise InvalidValue(importing_words.MORE_CELLS)
        moment = self._moment(row, shown)
        score, feelings = self._moods.read(row.cell("mood"))
        tags, untagged = _tags(row.cell("activities"))
        readings, unread = self._scales.read(row.cell("scales"))
        if untagged:
            self._remark(row, importing_words.UNREAD_ACTIVITY)
        if unread:
            self._remark(row, importing_words.UNREAD_SCALE)
        return Entry(
            id=steady_id(SOURCE, f"{shown:%Y-%m-%d}", f"{shown:%H:%M}", str(occurrence)),
            at=moment,
            day=moment.day(self._terms.day_starts_at),
            mood=score,
            note=self._note(row, [*untagged, *unread]),
            feelings=feelings,
            tags=tags,
            readings=readings,
            source=SOURCE,
        )

    def _moment(self, row: Row, shown: datetime) -> Moment:
        """The moment of a row. What lies ahead by no more than a journey's change of clocks is taken."""
        moment, resolution = self._terms.clock.resolve(shown)
        if moment.instant > self._latest.instant + _ONE_DAY_AHEAD:
            raise InvalidValue(importing_words.FAR_AHEAD)
        if moment.instant > self._latest.instant:
            self._remark(row, importing_words.AHEAD)
        if resolution is Resolution.SKIPPED:
            self._remark(row, importing_words.skipped(f"{shown:%H:%M}", moment.clock))
        elif resolution is Resolution.REPEATED:
            self._remark(row, importing_words.REPEATED)
        return moment

    def _note(self, row: Row, left_over: list[str]) -> str:
        written = [plain_text(row.cell("note_title")), plain_text(row.cell("note"))]
        added = [f"{name}: {row.cell(name)}" for name in self._unknown_columns if row.cell(name)]
        return "\n".join(filter(None, [*written, *left_over, *added]))

    def _remark(self, row: Row, sentence: str) -> None:
        self._remarks.append(Remark(row.line, sentence))

    def _used_columns(self) -> list[str]:
        return [name for name in self._unknown_columns if any(row.cell(name) for row in self._table.rows)]


def _shown(row: Row) -> datetime:
    """What the wall clock showed at a row's entry. Raises InvalidValue when that cannot be read."""
    day = _day(row)
    if day is None or day.year not in _YEARS:
        raise InvalidValue(importing_words.NO_DATE)
    try:
        clock = read_clock("".join(row.cell("time").split()))
    except InvalidValue:
        raise InvalidValue(importing_words.NO_TIME) from None
    return datetime.combine(day, clock)


def _day(row: Row) -> date | None:
    try:
        if "full_date" in row.cells:
            text = row.cell("full_date")
            return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
        year, found = row.cell("year"), day_and_month(row.cell("date"))
        return date(int(year), found[1], found[0]) if found and _YEAR.fullmatch(year) else None
    except ValueError:
        return None


def _tags(cell: str) -> tuple[tuple[str, ...], list[str]]:
    """The activities of a cell as tags, and those that cannot be tags."""
    tags: list[str] = []
    unfit: list[str] = []
    for piece in filter(str.strip, cell.split("|")):
        try:
            tags.append(checked_name(piece.strip().lstrip("# "), "A tag", longest=_LONGEST_TAG))
        except InvalidValue:
            unfit.append(piece.strip())
    return tuple(tags), unfit
