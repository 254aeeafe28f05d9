"""Track & Graph's CSV, new and old: a row for each number of each thing that is tracked.

Columns are FeatureName, Timestamp with its offset, Value, Label and Note; before there was a Label, Value held
`4.0:Good`. A value is a number, or a duration such as 7:30:00. Source: the reader that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta

from carelog.domain.days import Moment
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.scales import Reading, Scales
from carelog.exchange.table import Row, read_columns, read_table
from carelog.wording import importing as importing_words

SOURCE = "trackandgraph"

_COLUMNS = {"featurename", "timestamp", "value"}
_DURATION = re.compile(r"(-?[0-9]{1,6}):(-?[0-9]{1,3}):(-?[0-9]{1,3})(?::(.*))?", re.DOTALL)
_NUMBER = re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,20})?(?:[eE][-+]?[0-9]{1,2})?)(?::(.*))?", re.DOTALL)
_ONE_DAY = timedelta(days=1)
_LONGEST_NAME = 60


def is_track_and_graph(content: bytes) -> bool:
    """Whether a file is such an export, judged by its first row. Raises RefusedFile when it is not text."""
    return set(read_columns(content)) >= _COLUMNS


def read_track_and_graph(content: bytes, terms: Terms) -> Batch:
    """A reading for each row, on a scale of the feature's name; a label and a note go to the note.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    table = read_table(content)
    if not set(table.columns) >= _COLUMNS:
        raise RefusedFile("The first row does not name FeatureName, Timestamp and Value, as Track & Graph does.")
    scales, seen = Scales(terms.trackers), Counter[tuple[str, str]]()
    entries: list[Entry] = []
    problems: list[Remark] = []
    remarks = [Remark(0, table.remark)] if table.remark else []
    for row in terms.watch(table.rows, "Reading"):
        try:
            entries.append(_entry(row, terms, scales, seen))
        except InvalidValue as reason:
            problems.append(Remark(row.line, reason.message))
    ordered = tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))
    return Batch(SOURCE, ordered, scales.made, {}, tuple(problems), tuple(remarks))


def _entry(row: Row, terms: Terms, scales: Scales, seen: Counter[tuple[str, str]]) -> Entry:
    if row.surplus:
        raise InvalidValue(importing_words.MORE_CELLS)
    name, stamp = clean_line(row.cell("featurename")), row.cell("timestamp")
    if not name:
        raise InvalidValue(importing_words.NO_FEATURE)
    occurrence = seen[name, stamp]
    seen[name, stamp] += 1
    moment = _moment(stamp, terms)
    number, unit, label = _value(row.cell("value"))
    place = scales.place(Reading(name.replace("=", "-")[:_LONGEST_NAME], number, unit))
    said = "" if place else f"{name}: {row.cell('value')}"
    note = (said, f"{name}: {row.cell('label') or label}" if row.cell("label") or label else "", row.cell("note"))
    return Entry(
        id=steady_id(SOURCE, name, stamp, str(occurrence)),
        at=moment,
        day=moment.day(terms.day_starts_at),
        note="\n".join(filter(None, note)),
        readings={place: number} if place else {},
        source=SOURCE,
    )


def _moment(stamp: str, terms: Terms) -> Moment:
    when = None
    with suppress(ValueError):
        when = datetime.fromisoformat(stamp)
    if when is None or not 1900 < when.year < 9000:
        raise InvalidValue(importing_words.NO_TIMESTAMP)
    moment = terms.clock.resolve(when)[0] if when.tzinfo is None else Moment.of(when)
    if moment.instant > terms.clock.now().instant + _ONE_DAY:
        raise InvalidValue(importing_words.FAR_AHEAD)
    return moment


def _value(text: str) -> tuple[float, str, str]:
    """The number, its unit and its label: a duration is hours."""
    if duration := _DURATION.fullmatch(text):
        hours, minutes, seconds = (int(duration[part]) for part in (1, 2, 3))
        return (hours * 3600 + minutes * 60 + seconds) / 3600, "h", (duration[4] or "").strip()
    if number := _NUMBER.fullmatch(text):
        return float(number[1]), "", (number[2] or "").strip()
    raise InvalidValue(importing_words.NO_NUMBER)
