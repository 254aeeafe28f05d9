"""The CSV export of Loop Habit Tracker, old and new, and the table of HabitBull that Loop itself can read.

The export is a zip file: `Habits.csv` lists the habits, and each habit has a folder, whose name begins with its
three-digit position, with the days in `Checkmarks.csv`. The wide table beside them (wide_table.py) stands in for
a folder that is missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from posixpath import basename, dirname

from carelog.domain.text import clean_line
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import Archive
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import MOST_ROWS, Row, Table, read_columns, read_rows, read_table
from carelog.exchange.files.written_days import Order, day_of
from carelog.exchange.pipeline.habits import Check, Habit, Mark
from carelog.exchange.pipeline.import_batch import ImportContext
from carelog.exchange.pipeline.order_of_dates import order_in_export, remarks_about_order
from carelog.exchange.readers.loop.values import NUMBERS, SKIP, check_of
from carelog.exchange.readers.loop.wide_table import columns_in
from carelog.wording.files import imported_habits as words

_POSITION = re.compile(r"([0-9]{3,})(?: |$)")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_VALUE = re.compile(r"-?[0-9]{1,12}")
_LIST, _DAYS = "Habits.csv", "Checkmarks.csv"
_BESIDE_NAMES = {"position", "frequencynumerator", "numrepetitions"}
"""One of these columns stands beside the names, in the new list and in the old."""
_DayOfHabit = tuple[date, int, str, int]
"""A day, Loop's value, the note and the line."""


def is_loop_archive(archive: Archive) -> bool:
    """Whether a zip file has Loop's list of habits."""
    listed = _list_of(archive)
    return listed is not None and _names_habits(read_columns(archive.read(listed)))


def habits_in(archive: Archive) -> tuple[list[Habit], list[Remark], list[Remark]]:
    """The habits of an export, the problems about days that could not be read, and remarks about the whole file.

    Raises RefusedFile when a table of it cannot be read, or there are more than MOST_ROWS days.
    """
    listed = _list_of(archive)
    table = read_table(archive.read(listed)) if listed else None
    if listed is None or table is None or not _names_habits(table.columns):
        raise RefusedFile("imports.loop-columns-missing")
    day_tables = _day_tables(archive, dirname(listed))
    wide = _wide_rows(archive, dirname(listed), table)
    problems: list[Remark] = []
    remarks: list[Remark] = []
    habits = []
    rows = 0
    for number, row in enumerate(table.rows, start=1):
        name = day_tables.get(row.cell("position").lstrip("0") or str(number))
        days = _days(_rows_of_table(archive.read(name)) if name else wide[number - 1], problems)
        rows += len(days)
        if rows > MOST_ROWS:
            raise RefusedFile("imports.too-many-days", most=MOST_ROWS)
        if name is None:
            remarks.append(Remark(0, words.WITHOUT_NOTES if wide[number - 1] else words.NO_FOLDER))
        habits.append(_habit(table, row, days, remarks))
    return habits, problems, list(dict.fromkeys(remarks))


def habits_in_habitbull(content: bytes, context: ImportContext) -> tuple[list[Habit], list[Remark], list[Remark]]:
    """The habits of a HabitBull export, the problems about rows that could not be read, and remarks.

    Raises RefusedFile when the table as a whole cannot be read, or its dates can be read in several orders.
    """
    table = read_table(content)
    problems: list[Remark] = []
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        rows[clean_line(row.cell("habitname"))].append(row)
    dates = [row.cell("calendardate") for row in table.rows]
    order = order_in_export(dates, context, "loop", "CalendarDate")
    remarks = [*table.remarks, *remarks_about_order(dates, order, context)]
    habits = [_habit_of_rows(name, of_habit, problems, order) for name, of_habit in rows.items()]
    return habits, problems, remarks


def _list_of(archive: Archive) -> str | None:
    """The name of the list of habits, which lies beside the folders of the habits."""
    return min((name for name in archive.names if basename(name) == _LIST), key=len, default=None)


def _names_habits(columns: Sequence[str]) -> bool:
    return "name" in columns and not _BESIDE_NAMES.isdisjoint(columns)


def _day_tables(archive: Archive, top: str) -> dict[str, str]:
    """The name of the table of days of each habit, by the number of its position."""
    found = {}
    for name in archive.names:
        folder = dirname(name)
        position = _POSITION.match(basename(folder))
        if basename(name) == _DAYS and dirname(folder) == top and position:
            found[position[1].lstrip("0")] = name
    return found


def _wide_rows(archive: Archive, top: str, table: Table) -> Sequence[list[tuple[int, list[str]]]]:
    """The rows of each habit in the wide table; none where it is missing or does not fit the list of habits."""
    name = f"{top}/{_DAYS}".removeprefix("/")
    found = columns_in(archive.read(name), [row.cell("name") for row in table.rows]) if name in archive.names else []
    return found or [[] for _ in table.rows]


def _rows_of_table(content: bytes) -> list[tuple[int, list[str]]]:
    return read_rows(content) if content.strip() else []


def _days(rows: Iterable[tuple[int, list[str]]], problems: list[Remark]) -> list[_DayOfHabit]:
    """The days in the rows of a habit, whose table has a heading and notes only since Loop 2.3.1."""
    days = []
    for line, cells in rows:
        if cells[0].strip().lower() == "date":
            continue
        day, value = _day(cells[0]), _value(cells[1] if len(cells) > 1 else "")
        if day is None or value is None:
            problems.append(Remark(line, words.NO_DATE if day is None else words.NO_VALUE))
        else:
            days.append((day, value, cells[2] if len(cells) > 2 else "", line))
    return days


def _habit(table: Table, row: Row, days: list[_DayOfHabit], remarks: list[Remark]) -> Habit:
    is_old = "type" not in table.columns
    has_amounts = any(value > SKIP for _, value, _, _ in days) if is_old else row.cell("type") == "NUMERICAL"
    if is_old and has_amounts:
        remarks.append(Remark(0, words.NO_TARGETS))
    return Habit(
        name=row.cell("name"),
        why="\n".join(filter(None, (row.cell("question"), row.cell("description")))),
        times=_number(row.cell("frequencynumerator") or row.cell("numrepetitions")),
        days=_number(row.cell("frequencydenominator") or row.cell("interval")),
        has_amounts=has_amounts,
        is_limit=has_amounts and row.cell("target type") == "AT_MOST",
        target=_amount(row.cell("target value")) if has_amounts else None,
        unit=row.cell("unit") if has_amounts else "",
        archived=row.cell("archived?").lower() == "true",
        checks=[check_of(*each, has_amounts=has_amounts) for each in days],
    )


def _habit_of_rows(name: str, rows: list[Row], problems: list[Remark], order: Order | None) -> Habit:
    """A habit of HabitBull: 1 means done and 0 not done; other numbers make it a habit with amounts."""
    values = [_amount(row.cell("value")) for row in rows]
    has_amounts = any(value is not None and value not in (0, 1) for value in values)
    checks = []
    for row, value in zip(rows, values, strict=True):
        day = day_of(row.cell("calendardate"), order)
        if day is None or value is None or value < 0:
            problems.append(Remark(row.line, words.NO_DATE if day is None else words.NO_VALUE))
            continue
        mark = Mark.DONE if value else Mark.NOT_DONE
        amount = value if has_amounts and value else None
        checks.append(Check(day, mark, amount, row.cell("commenttext"), row.line))
    parts = (rows[0].cell("habitdescription"), rows[0].cell("habitcategory"))
    return Habit(name, why="\n".join(filter(None, parts)), has_amounts=has_amounts, checks=checks)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _value(text: str) -> int | None:
    text = text.strip()
    if _VALUE.fullmatch(text):
        return int(text)
    return NUMBERS.get(text.upper())


def _number(text: str) -> int:
    return int(text) if _VALUE.fullmatch(text) else 0


def _amount(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", ".")) if len(text) < 30 else None
    except ValueError:
        return None
