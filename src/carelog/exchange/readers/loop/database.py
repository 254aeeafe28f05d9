"""The database backup of Loop Habit Tracker, in every version.

Columns are found by name, because versions added them: until version 23 the question is in `description`, until version
25 days have no notes, and until version 16 days have no values, since only done days are stored. A converter that
wrote a backup again may have made a text of every number, so numbers are read from texts too.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from carelog.exchange.files.foreign_database import key_in, number_in, open_database, rows_of, whole_in
from carelog.exchange.files.json_file import words_of
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.habits import Check, Habit
from carelog.exchange.readers.loop.values import YES_MANUAL, check_of
from carelog.wording.files import imported_habits as words

DAYS = "SELECT * FROM Repetitions"
"""The query for the days of all habits."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def habits_in(content: bytes) -> tuple[list[Habit], list[Remark]]:
    """The habits of a backup in Loop's order, and the problems about days that could not be read.

    Raises RefusedFile when the database is damaged or has more rows than `rows_of` reads.
    """
    problems: list[Remark] = []
    checks: dict[object, list[dict[str, Any]]] = defaultdict(list)
    with open_database(content) as connection:
        habits = rows_of(connection, "SELECT * FROM Habits")
        days = rows_of(connection, DAYS)
    for number, row in enumerate(days, start=1):
        checks[key_in(row.get("habit"))].append(row | {"line": number})
    habits.sort(key=lambda row: (_number(row.get("position"), 0), _number(row.get("id"), 0)))
    return [_habit(row, checks.get(key_in(row.get("id")), []), problems) for row in habits], problems


def _habit(row: dict[str, Any], days: list[dict[str, Any]], problems: list[Remark]) -> Habit:
    has_amounts = _number(row.get("type"), 0) == 1
    return Habit(
        name=words_of(row.get("name")),
        key=words_of(row.get("uuid")),
        why="\n".join(filter(None, (words_of(row.get("question")), words_of(row.get("description"))))),
        times=_number(row.get("freq_num"), 1),
        days=_number(row.get("freq_den"), 1),
        has_amounts=has_amounts,
        is_limit=has_amounts and _number(row.get("target_type"), 0) == 1,
        target=number_in(row.get("target_value")) if has_amounts else None,
        unit=words_of(row.get("unit")),
        archived=bool(_number(row.get("archived"), 0)),
        at=_reminder(row),
        checks=[check for each in days if (check := _check(each, problems, has_amounts=has_amounts))],
    )


def _check(row: dict[str, Any], problems: list[Remark], *, has_amounts: bool) -> Check | None:
    day, value = _day(whole_in(row.get("timestamp"))), whole_in(row.get("value", YES_MANUAL))
    if day is None or value is None:
        problems.append(Remark(row["line"], words.NO_DATE if day is None else words.NO_VALUE))
        return None
    return check_of(day, value, words_of(row.get("notes")), row["line"], has_amounts=has_amounts)


def _day(milliseconds: int | None) -> date | None:
    """The day of a midnight in UTC, in milliseconds since 1970; None for any other value."""
    try:
        return None if milliseconds is None else (_EPOCH + timedelta(milliseconds=milliseconds)).date()
    except OverflowError:
        return None


def _reminder(row: dict[str, Any]) -> time | None:
    hour, minute = whole_in(row.get("reminder_hour")), whole_in(row.get("reminder_min"))
    if hour is not None and minute is not None and 0 <= hour <= 23 and 0 <= minute <= 59:
        return time(hour, minute)
    return None


def _number(value: object, otherwise: int) -> int:
    whole = whole_in(value)
    return otherwise if whole is None else whole
