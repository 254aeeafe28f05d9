"""Loop Habit Tracker: its database backup, its CSV export, and HabitBull's table, which it reads as well."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import Archive, is_zip
from carelog.exchange.files.foreign_database import is_database, tables_in
from carelog.exchange.files.table import read_columns
from carelog.exchange.pipeline.habits import batch_of
from carelog.exchange.readers import loop_csv, loop_database

if TYPE_CHECKING:
    from carelog.exchange.files.remark import Remark
    from carelog.exchange.pipeline.import_batch import Batch, Terms

SOURCE, HABITBULL = "loop", "habitbull"

_HABITBULL = {"habitname", "calendardate", "value"}


def is_loop(content: bytes) -> bool:
    """Whether a file is one of the three, judged by what it holds.

    Raises RefusedFile when it is a damaged database or zip file.
    """
    if is_database(content):
        return tables_in(content) >= {"habits", "repetitions"}
    if is_zip(content):
        return loop_csv.is_loop_archive(Archive(content))
    with suppress(RefusedFile):
        return set(read_columns(content)) >= _HABITBULL
    return False


def read_loop(content: bytes, terms: Terms) -> Batch:
    """The habits of a file as routines, and their checks as ticks, each with an id that a later export has too.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    if is_database(content):
        if not tables_in(content) >= {"habits", "repetitions"}:
            raise RefusedFile("The database holds no habits. In Loop use Settings, “Export full backup”.")
        habits, problems = loop_database.habits_in(content)
        return _with(batch_of(SOURCE, habits, terms), problems, "row")
    if is_zip(content):
        archive = Archive(content)
        if not loop_csv.is_loop_archive(archive):
            raise RefusedFile("The zip file holds no Habits.csv. In Loop use Settings, “Export as CSV”.")
        habits, problems, remarks = loop_csv.habits_in(archive)
        return _with(batch_of(SOURCE, habits, terms, remarks), problems, "line")
    if not set(read_columns(content)) >= _HABITBULL:
        raise RefusedFile(
            "This is no export of Loop. In Loop use Settings, “Export full backup”, and import that file."
        )
    habits, problems, remarks = loop_csv.habits_in_habitbull(content)
    return _with(batch_of(HABITBULL, habits, terms, remarks), problems, "line")


def _with(batch: Batch, problems: list[Remark], counted: str) -> Batch:
    return replace(batch, problems=(*problems, *batch.problems), counted=counted)
