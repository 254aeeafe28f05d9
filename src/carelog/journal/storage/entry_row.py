"""The row of an entry, as every way of noting one writes it."""

from __future__ import annotations

from carelog.journal.storage.table import ORIGIN, Row, Table

ENTRIES = Table(
    "entries",
    ("at", "utc_offset", "day", "mood", "note", "feelings", "tags", "readings", "private", "source", ORIGIN),
    {"mood": None, "note": "", "feelings": "[]", "tags": "[]", "readings": "{}", ORIGIN: None},
)


def entry_content(
    at: int,
    utc_offset: int,
    day: str,
    mood: int | None,
    note: str,
    *,
    feelings: str | None = "[]",
    tags: str | None = "[]",
    readings: str | None = "{}",
    private: bool = False,
    source: str = "",
) -> Row:
    """The columns of an entry beside its stamp and its origin.

    `at` is in milliseconds since 1970, `utc_offset` in minutes, `day` an ISO date; `feelings`, `tags` and `readings`
    are JSON, readings by the id of their tracker.
    """
    return {
        "at": at,
        "utc_offset": utc_offset,
        "day": day,
        "mood": mood,
        "note": note,
        "feelings": feelings,
        "tags": tags,
        "readings": readings,
        "private": int(private),
        "source": source,
    }
