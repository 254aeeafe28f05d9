"""Track & Graph's CSV export, new and old: a row for each number that was tracked.

The columns are FeatureName, Timestamp with its offset, Value, Label and Note; old exports have no Label but values such
as `4.0:Good`. A value is a number, or a duration such as 7:30:00. Source: the reader that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from carelog.domain.text import clean_line
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records
from carelog.exchange.pipeline.scales import Reading
from carelog.exchange.readers.unknown_parts import about_columns
from carelog.wording.files import imports as imports_words

SOURCE = "trackandgraph"

_COLUMNS = {"featurename", "timestamp", "value"}
_DURATION = re.compile(r"(-?\d{1,6}):(-?\d{1,3}):(-?\d{1,3})(?::(.*))?", re.DOTALL)
"""A duration; `\\d` because its digits are those of the phone's language."""
_NUMBER = re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,20})?(?:[eE][-+]?[0-9]{1,2})?)(?::(.*))?", re.DOTALL)
_LONGEST_NAME = 60


def is_track_and_graph(content: bytes) -> bool:
    """Whether a file is an export of Track & Graph, judged by its first row. Raises RefusedFile when it is not text."""
    return set(read_columns(content)) >= _COLUMNS


def read_track_and_graph(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry with a reading from each row; the tracker has the feature's name, and the label goes to the note.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    table = read_table(content)
    if not set(table.columns) >= _COLUMNS:
        raise RefusedFile("imports.track-and-graph-columns-missing")
    unknown = table.unknown_columns(_COLUMNS | {"label", "note"})
    remarks = [*table.remarks, *about_columns(unknown)]
    return batch_from_records(SOURCE, context, (_record(row, unknown) for row in table.rows), remarks=remarks)


def _record(row: Row, unknown: Sequence[str]) -> ImportRecord | Remark:
    name, stamp = clean_line(row.cell("featurename")), row.cell("timestamp")
    if not name:
        return Remark(row.line, imports_words.NO_FEATURE)
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return Remark(row.line, imports_words.NO_TIMESTAMP)
    if row.surplus:
        return ImportRecord(row.line, when, identity=(name, stamp), problem=InvalidValue("imports.row-with-more-cells"))
    try:
        number, unit, label = _value(row.cell("value"))
    except InvalidValue as reason:
        return ImportRecord(row.line, when, identity=(name, stamp), problem=reason)
    label = row.cell("label") or label
    return ImportRecord(
        row.line,
        when,
        identity=(name, stamp),
        text=[f"{name}: {label}" if label else "", row.cell("note"), *row.labelled_cells(unknown)],
        readings=[Reading(name.replace("=", "-")[:_LONGEST_NAME], number, unit)],
    )


def _value(text: str) -> tuple[float, str, str]:
    """The number, its unit and its label; a duration is in hours. Raises InvalidValue when it is no number."""
    if duration := _DURATION.fullmatch(text):
        hours, minutes, seconds = (int(duration[part]) for part in (1, 2, 3))
        return (hours * 3600 + minutes * 60 + seconds) / 3600, "h", (duration[4] or "").strip()
    if number := _NUMBER.fullmatch(text):
        return float(number[1]), "", (number[2] or "").strip()
    raise InvalidValue("imports.value-not-understood")
