"""Serialize a full copy of the journal as one lossless JSON file, and read it; docs/schemas/journal.json describes it.

A row has the columns of the journal (docs/schema.md), with lists and tables as JSON instead of text. Rows have their
ids and stamps, so that a copy can be merged into the journal it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import without_progress
from carelog.exchange.serializers.own_copy import KIND
from carelog.journal.backup.full_copy import FullCopy
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.rows import HOLDS_JSON, as_json, read_json
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from carelog.exchange.pipeline.import_batch import Progress
    from carelog.journal import Journal
    from carelog.journal.storage.table import Row

VERSION = 1
"""The version of the file format; the columns of the rows depend on the schema instead."""

_NAME_BY_TABLE = {"plan_steps": "plan"}
_TABLE_BY_NAME = {name: table for table, name in _NAME_BY_TABLE.items()}
_IN_LETTERS = json.JSONEncoder(ensure_ascii=False)
_HEAD = ("carelog", "document", "schema", "exported_at", "without_private")


def write_full_copy(journal: Journal, *, private: bool, progress: Progress = without_progress) -> bytes:
    """Serialize the whole journal in UTF-8 with a line for each row; without `private` it has no private entries.

    Raises StorageError when the journal cannot be read.
    """
    content = BytesIO()
    content.writelines(full_copy_parts(journal, private=private, progress=progress))
    return content.getvalue()


def full_copy_parts(journal: Journal, *, private: bool, progress: Progress = without_progress) -> Iterator[bytes]:
    """The parts of what `write_full_copy` returns, one after the other: each row is read when its part is asked for."""
    head = dict(
        zip(_HEAD, (VERSION, KIND, NEWEST, journal.clock.now().rfc3339, not private), strict=True),
    )
    yield ("{\n" + ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())).encode()
    for table, rows in progress(list(journal.full_copy_rows(private=private)), imports_words.READING):
        yield f",\n  {json.dumps(_NAME_BY_TABLE.get(table, table))}: [".encode()
        before, end = "\n", "]"
        for row in rows:
            yield f"{before}    {_IN_LETTERS.encode(_serialized(row))}".encode("utf-8", "surrogatepass")
            before, end = ",\n", "\n  ]"
        yield end.encode()
    yield b"\n}\n"


def read_full_copy(content: bytes) -> FullCopy:
    """Read a full copy. Raises RefusedFile when it is damaged, cut off, or written by a newer carelog."""
    try:
        found = json.loads(content.decode("utf-8", "surrogatepass"))
        tables = {name: rows for name, rows in found.items() if name not in _HEAD}
        if found["carelog"] > VERSION:
            raise RefusedFile("imports.copy-newer")
        rows = {
            _TABLE_BY_NAME.get(name, name): [dict(_deserialized(row)) for row in rows] for name, rows in tables.items()
        }
        return FullCopy(int(found["schema"]), rows)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise RefusedFile("imports.copy-damaged") from None


def _serialized(row: Row) -> dict[str, Any]:
    return {
        column: read_json(value) if column in HOLDS_JSON else value
        for column, value in row.items()
        if column != "checksum"
    }


def _deserialized(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for column, value in row.items():
        yield column, as_json(value) if isinstance(value, (list, dict)) else value
