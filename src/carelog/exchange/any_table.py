"""Any table with a heading: the person says which column holds what, and what they do not name stays in the note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from carelog.domain.days import Moment, read_clock
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import checked_name, clean_line, fold
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.daylio_moods import Moods
from carelog.exchange.habits import NOON
from carelog.exchange.scales import Scales
from carelog.exchange.table import Row, Table, read_columns, read_table
from carelog.exchange.written_days import Order, needs_order, order_of, read_when
from carelog.wording import importing as importing_words

SOURCE = "csv"
FIELDS = ("date", "time", "mood", "title", "note", "tags", "feelings")
"""What a column can be named for; any other name is that of a tracker."""

_ONE_DAY = timedelta(days=1)
_SCORES = {f"{score}{end}": score for score in range(1, 6) for end in ("", ".0")}
_YEARS = range(1900, 9000)


def is_any_table(_content: bytes) -> bool:
    """Never: which column holds what is not guessed, so this format is asked for."""
    return False


def read_any_table(content: bytes, terms: Terms) -> Batch:
    """An entry for each row, by `terms.columns`: what a column is for → its name in the file.

    Without any, columns that are called date, time, mood, title, note, tags or feelings are those. Raises RefusedFile
    when the file cannot be read, a column is not there, or it is open which number of a date is the day.
    """
    table = read_table(content, _delimiter(content))
    columns, order = _columns(table, terms.columns)
    return _Reading(table, terms, columns, order).batch()


def _delimiter(content: bytes) -> str:
    """The mark between cells: the one that makes most columns of the first row."""
    return max((",", ";", "\t"), key=lambda each: len(_columns_with(content, each)))


def _columns_with(content: bytes, delimiter: str) -> tuple[str, ...]:
    with suppress(RefusedFile):
        return read_columns(content, delimiter)
    return ()


def _columns(table: Table, named: Mapping[str, str]) -> tuple[dict[str, str], Order | None]:
    """Which column of the file holds what, and which number of its dates is the day."""
    columns = {_field(field): fold(clean_line(column)) for field, column in named.items()}
    columns = columns or {field: field for field in FIELDS if field in table.columns}
    missing = [clean_line(name) for name in named.values() if fold(clean_line(name)) not in table.columns]
    if missing:
        raise RefusedFile(f"The file has no column “{missing[0][:40]}”. Its columns: {', '.join(table.columns)[:400]}.")
    if "date" not in columns:
        raise RefusedFile("No column is named for the date. Say which, such as --column date=Day --column mood=Rating.")
    given = next((field.partition(":")[2] for field in named if _field(field) == "date"), "")
    texts = [row.cell(columns["date"]) for row in table.rows]
    order = Order(given) if given in {each.value for each in Order} else order_of(texts)
    if order is None and needs_order(texts):
        raise RefusedFile(
            "It is open whether the day or the month stands first in the dates. Say it with "
            "--column date:dmy=NAME or --column date:mdy=NAME."
        )
    return columns, order


def _field(text: str) -> str:
    name = clean_line(text.partition(":")[0] if fold(text).startswith("date:") else text)
    return fold(name) if fold(name) in FIELDS else name


class _Reading:
    """One pass over the rows; a row has the same id as long as what was read of it is the same."""

    def __init__(self, table: Table, terms: Terms, columns: Mapping[str, str], order: Order | None) -> None:
        self._table = table
        self._terms = terms
        self._columns = columns
        self._order = order
        self._latest = terms.clock.now().instant + _ONE_DAY
        self._moods = Moods(terms.moods)
        self._scales = Scales(terms.trackers)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._rest = [name for name in table.columns if name not in columns.values()]
        moods = {row.cell(columns["mood"]) for row in table.rows} - {""} if "mood" in columns else set()
        self._has_scores = moods <= _SCORES.keys()

    def batch(self) -> Batch:
        entries: list[Entry] = []
        problems: list[Remark] = []
        for row in self._terms.watch(self._table.rows, "Reading"):
            try:
                entries.append(self._entry(row))
            except InvalidValue as reason:
                problems.append(Remark(row.line, reason.message))
        used = [name for name in self._rest if any(row.cell(name) for row in self._table.rows)]
        remarks = [Remark(0, self._table.remark)] if self._table.remark else []
        remarks += [Remark(1, importing_words.unknown_column(name)) for name in used]
        ordered = tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))
        return Batch(SOURCE, ordered, self._scales.made, self._moods.unknown, tuple(problems), tuple(remarks))

    def _entry(self, row: Row) -> Entry:
        if row.surplus:
            raise InvalidValue(importing_words.MORE_CELLS)
        moment, day = self._moment(row)
        mood, feelings = self._mood(self._cell(row, "mood"))
        readings, unread = self._readings(row)
        tags, untagged = _words(self._cell(row, "tags"))
        felt, unfelt = _words(self._cell(row, "feelings"))
        written = [self._cell(row, "title"), self._cell(row, "note"), *untagged, *unfelt, *unread]
        written += [f"{name}: {row.cell(name)}" for name in self._rest if row.cell(name)]
        key = (day.isoformat(), *(row.cell(column) for _, column in sorted(self._columns.items())))
        occurrence = self._seen[key]
        self._seen[key] += 1
        return Entry(
            id=steady_id(SOURCE, *key, str(occurrence)),
            at=moment,
            day=day,
            mood=mood,
            note="\n".join(filter(None, written)),
            feelings=(*feelings, *felt),
            tags=tags,
            readings=readings,
            source=SOURCE,
        )

    def _cell(self, row: Row, field: str) -> str:
        return row.cell(self._columns[field]) if field in self._columns else ""

    def _moment(self, row: Row) -> tuple[Moment, date]:
        when = read_when(self._cell(row, "date"), self._order)
        if when is None:
            raise InvalidValue(importing_words.NO_DAY)
        if isinstance(when, datetime):
            moment, day = Moment.of(when), None
        else:
            moment, day = self._on_the_wall(*when, self._cell(row, "time"))
        if moment.instant > self._latest:
            raise InvalidValue(importing_words.FAR_AHEAD)
        return moment, day or moment.day(self._terms.day_starts_at)

    def _on_the_wall(self, day: date, clock: time | None, text: str) -> tuple[Moment, date | None]:
        """The moment, and the day where no time is known; its noon stands for it then."""
        if day.year not in _YEARS:
            raise InvalidValue(importing_words.NO_DAY)
        if text:
            try:
                clock = read_clock("".join(text.split()))
            except InvalidValue:
                raise InvalidValue(importing_words.NO_TIME) from None
        moment = self._terms.clock.resolve(datetime.combine(day, clock or NOON))[0]
        return (moment, None) if clock else (moment, day)

    def _mood(self, cell: str) -> tuple[int | None, tuple[str, ...]]:
        if not cell:
            return None, ()
        if self._has_scores:
            return _SCORES[cell], ()
        score, feelings = self._moods.read(cell)
        return score, () if any(letter.isdigit() for letter in cell) else feelings

    def _readings(self, row: Row) -> tuple[dict[str, float], list[str]]:
        readings: dict[str, float] = {}
        unread: list[str] = []
        for name in self._columns.keys() - set(FIELDS):
            cell = self._cell(row, name)
            if cell:
                found, left = self._scales.read(f"{name.replace('|', ' ')}: {cell.replace('|', ' ')}")
                readings |= found
                unread += left
        return readings, unread


def _words(cell: str) -> tuple[tuple[str, ...], list[str]]:
    """The words of a cell, between commas, semicolons or bars, and those that are too long for one."""
    fit: list[str] = []
    unfit: list[str] = []
    for piece in cell.replace(";", "|").replace(",", "|").split("|"):
        word = clean_line(piece).lstrip("# ")
        with suppress(InvalidValue):
            fit.append(checked_name(word, "A word", longest=60))
            continue
        unfit += [word] if word else []
    return tuple(fit), unfit
