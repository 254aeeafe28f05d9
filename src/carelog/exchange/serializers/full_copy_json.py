"""The whole journal as one JSON file that loses nothing, written and read; docs/schemas/journal.json describes it.

A row stands there as the journal keeps it (docs/schema.md), its lists and tables as JSON. Rows have their ids and
stamps, so that a copy can come back into the journal it came from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import unwatched
from carelog.exchange.serializers.own_copy import KIND
from carelog.journal.backup.full_copy import Whole
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.rows import HOLDS_JSON, as_json, read_json

if TYPE_CHECKING:
    from carelog.exchange.pipeline.import_batch import Watch
    from carelog.journal import Journal
    from carelog.journal.storage.rows import Row

VERSION = 1
"""Of the file's own form; the rows have that of their schema."""

_NAMES = {"plan_steps": "plan"}
_TABLES = {name: table for table, name in _NAMES.items()}
_HEAD = ("carelog", "document", "schema", "exported_at", "without_private")


def written(journal: Journal, *, private: bool, watch: Watch = unwatched) -> bytes:
    """The whole journal, UTF-8, a line for each row; without `private` no entry that is marked so.

    Raises StorageError when the journal cannot be read.
    """
    head = dict(
        zip(_HEAD, (VERSION, KIND, NEWEST, journal.clock.now().rfc3339, not private), strict=True),
    )
    parts = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    for table, rows in watch(list(journal.whole(private=private)), "Reading"):
        lines = ",\n".join(f"    {json.dumps(_shown(row), ensure_ascii=False)}" for row in rows)
        parts.append(f"  {json.dumps(_NAMES.get(table, table))}: [" + (f"\n{lines}\n  ]" if lines else "]"))
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", "surrogatepass")


def read(content: bytes) -> Whole:
    """The rows of a copy. Raises RefusedFile when it is damaged, cut off, or of a later carelog."""
    try:
        found = json.loads(content.decode("utf-8", "surrogatepass"))
        kept = {name: rows for name, rows in found.items() if name not in _HEAD}
        if found["carelog"] > VERSION:
            raise RefusedFile("This copy was written by a newer carelog. Please update carelog to take it in.")
        rows = {_TABLES.get(name, name): [dict(_stored(row)) for row in rows] for name, rows in kept.items()}
        return Whole(int(found["schema"]), rows)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise RefusedFile(
            "The copy is damaged or cut off. Make it again with: carelog export --for self --format json"
        ) from None


def _shown(row: Row) -> dict[str, Any]:
    return {
        column: read_json(value) if column in HOLDS_JSON else value
        for column, value in row.items()
        if column != "checksum"
    }


def _stored(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for column, value in row.items():
        yield column, as_json(value) if isinstance(value, (list, dict)) else value
