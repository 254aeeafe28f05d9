"""Pixels: a JSON list of days, each with one or several scores from 1 to 5, in the layouts of 2019 and of today.

A day has no time. Each of several scores becomes an entry, and the first one gets the note. Source: the readers that
docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from carelog.exchange.files.json_file import is_number, read_json_file, score_of, tables_of, text_of, texts_of, words_of
from carelog.exchange.files.json_shape import ITEM, keys_in
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.wording.files import imports as words

SOURCE = "pixels"

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FEELINGS = "emotions"
_KNOWN = {"date", "type", "scores", "notes", "tags", "mood", "emotions"}


def is_pixels(content: bytes) -> bool:
    """Whether a file is a backup of Pixels, judged by its beginning."""
    of_day = keys_in(content)[ITEM,]
    is_a_day = of_day >= {"date", "scores"} or of_day >= {"date", "mood", "emotions"}
    return is_a_day and (of_day <= _KNOWN or of_day >= {"type", "notes"})


def read_pixels(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries. Raises RefusedFile when the file is damaged or cut off."""
    days = tables_of(read_json_file(content))
    records = (record for number, day in days for record in _records_of(number, day))
    return batch_from_records(SOURCE, context, records, counted="entry", has_other_formats=True)


def _records_of(number: int, day: dict[str, Any]) -> Iterator[ImportRecord | Remark]:
    when = _when(text_of(day.get("date")))
    given = day["scores"] if isinstance(day.get("scores"), list) else [day.get("mood")]
    scores = [score_of(each) for each in given] or [None]
    kind = text_of(day.get("type")) or "Mood"
    unplaced = [f"{kind}: {each}" for each in given if is_number(each) and score_of(each) is None]
    feelings, tags = _feelings_and_tags(day)
    note = "\n".join(filter(None, [words_of(day.get("notes")), *unplaced]))
    if when is None:
        yield unreadable_time(number)
    elif not (any(scores) or note or feelings or tags):
        yield Remark(number, words.NOTHING_WRITTEN_IN_IT)
    else:
        for position, score in enumerate(scores):
            key = f"{when:%Y-%m-%d} {text_of(day.get('type'))} {position}"
            if position == 0:
                yield ImportRecord(number, when, key, score, (note,), feelings, tags)
            elif score is not None:
                yield ImportRecord(number, when, key, score)


def _feelings_and_tags(day: dict[str, Any]) -> tuple[list[str], list[str]]:
    feelings: list[str] = [*texts_of(day.get("emotions"))]
    tags: list[str] = []
    for _, group in tables_of(day.get("tags")):
        (feelings if text_of(group.get("type")).lower() == _FEELINGS else tags).extend(texts_of(group.get("entries")))
    return feelings, tags


def _when(day: str) -> date | None:
    found = _DAY.match(day)
    if not found:
        return None
    year, month, number = (int(each) for each in found.groups())
    try:
        return date(year, month, number)
    except ValueError:
        return None
