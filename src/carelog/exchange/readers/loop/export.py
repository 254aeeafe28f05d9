"""Loop Habit Tracker: its database backup, its CSV export, and the table of HabitBull that Loop itself can read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import Archive, is_zip
from carelog.exchange.files.foreign_database import columns_in, is_database, tables_in
from carelog.exchange.files.table import read_columns
from carelog.exchange.pipeline.habits import batch_from_habits
from carelog.exchange.readers.loop import csv_files, database

if TYPE_CHECKING:
    from carelog.exchange.files.remark import Remark
    from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext

SOURCE, HABITBULL = "loop", "habitbull"

_TABLES_OF_LOOP = {"habits", "repetitions"}
_COLUMNS_OF_DAYS = {"habit", "timestamp"}
_COLUMNS_OF_HABITBULL = {"habitname", "calendardate", "value"}


def is_loop(content: bytes) -> bool:
    """Whether a file is one of the three, judged by its tables, members or columns.

    Raises RefusedFile when it is a damaged database or zip file.
    """
    if is_database(content):
        return _has_tables_of_loop(content)
    if is_zip(content):
        return csv_files.is_loop_archive(Archive(content))
    with suppress(RefusedFile):
        return set(read_columns(content)) >= _COLUMNS_OF_HABITBULL
    return False


def read_loop(content: bytes, context: ImportContext) -> ImportBatch:
    """Read habits as routines and their days as ticks, each with the id that it also gets from a later export.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    if is_database(content):
        if not tables_in(content) >= _TABLES_OF_LOOP:
            raise RefusedFile("imports.loop-database-without-habits")
        habits, problems = database.habits_in(content)
        return _with_problems(batch_from_habits(SOURCE, habits, context), problems, "row")
    if is_zip(content):
        archive = Archive(content)
        if not csv_files.is_loop_archive(archive):
            raise RefusedFile("imports.loop-zip-without-habits")
        habits, problems, remarks = csv_files.habits_in(archive)
        return _with_problems(batch_from_habits(SOURCE, habits, context, remarks), problems, "line")
    if not set(read_columns(content)) >= _COLUMNS_OF_HABITBULL:
        raise RefusedFile("imports.loop-not-an-export")
    habits, problems, remarks = csv_files.habits_in_habitbull(content, context)
    return _with_problems(batch_from_habits(HABITBULL, habits, context, remarks), problems, "line")


def _has_tables_of_loop(content: bytes) -> bool:
    return tables_in(content) >= _TABLES_OF_LOOP and columns_in(content, database.DAYS) >= _COLUMNS_OF_DAYS


def _with_problems(batch: ImportBatch, problems: list[Remark], counted: str) -> ImportBatch:
    return replace(batch, problems=(*problems, *batch.problems), counted=counted)
