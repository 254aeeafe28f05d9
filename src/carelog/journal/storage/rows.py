"""The tables of a journal, and what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from carelog.journal.storage.dates import read_day
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.table import AWAY_WITH, ORIGIN, Table, Value, checksum

if TYPE_CHECKING:
    import sqlite3

HOLDS_JSON = frozenset(
    [
        "feelings",
        "tags",
        "readings",
        "ways",
        "good_for",
        "times",
        "doses",
        "stock",
        "terms",
        "holds",
        "answers",
        "sections",
        "counts",
    ]
)
"""The columns that hold a JSON array or object; a name means the same in every table."""

COVER = "cover"
"""The column with what others may read in the place of a name, in the tables of things that can have a cover."""


TRACKERS = Table(
    "trackers",
    ("name", "unit", "minimum", "maximum", "better", "archived", "about", COVER, ORIGIN),
    {"name": "", "unit": "", "minimum": None, "maximum": None, "about": None, COVER: None, ORIGIN: None},
)
CONTACTS = Table(
    "contacts",
    (
        "name",
        "role",
        "ways",
        "good_for",
        "hours",
        "crisis_order",
        "say",
        "note",
        "zone",
        "agreed_on",
        "agreed_to",
        "meets",
        "keep_in_touch",
        "snoozed",
        COVER,
        "called",
        "not_on_card",
        "away",
    ),
    {
        "name": "",
        "ways": "[]",
        "good_for": "[]",
        "hours": "",
        "crisis_order": None,
        "say": "",
        "note": "",
        "zone": None,
        "agreed_on": None,
        "agreed_to": None,
        "meets": None,
        "keep_in_touch": None,
        "snoozed": None,
        COVER: None,
        "called": None,
        "not_on_card": None,
        "away": None,
    },
    on_card=True,
)
ROUTINES = Table(
    "routines",
    (
        "name",
        "kind",
        "cadence",
        "times",
        "target",
        "unit",
        "small",
        "why",
        "contact_id",
        "doses",
        "stock",
        "started",
        "archived",
        "terms",
        COVER,
        ORIGIN,
    ),
    {
        "name": "",
        "unit": "",
        "small": "",
        "why": "",
        "doses": "[]",
        "stock": None,
        "contact_id": None,
        "terms": None,
        COVER: None,
        ORIGIN: None,
    },
)
TICKS = Table(
    "ticks",
    ("routine_id", "at", "utc_offset", "day", "state", "amount", "note", "source", "planned", "again", ORIGIN),
    {"amount": None, "note": "", "planned": None, "again": None, ORIGIN: None},
)
PAUSES = Table("pauses", ("first", "last"), {})
PLAN_STEPS = Table(
    "plan_steps",
    ("section", "position", "text", "contact_id", "not_on_card", AWAY_WITH),
    {"text": "", "contact_id": None, "not_on_card": None, AWAY_WITH: None},
    on_card=True,
)
PLAN_REVIEWS = Table("plan_reviews", ("day",), {})
KIND_WORDS = Table(
    "kind_words", ("day", "text", "from_whom", AWAY_WITH), {"text": "", "from_whom": "", AWAY_WITH: None}, on_card=True
)
REACHED = Table(
    "reached",
    ("contact_id", "at", "utc_offset", "day", "helped", "note"),
    {"contact_id": None, "helped": None, "note": ""},
)
ACTIVITIES = Table(
    "activities",
    (
        "text",
        "kind",
        "planned_day",
        "planned_at",
        "contact_id",
        "expected",
        "state",
        "at",
        "utc_offset",
        "day",
        "pleasure",
        "mastery",
        "closeness",
        "note",
        AWAY_WITH,
    ),
    {
        "text": "",
        "contact_id": None,
        "expected": None,
        "pleasure": None,
        "mastery": None,
        "closeness": None,
        "note": "",
        AWAY_WITH: None,
    },
)
SIGNS = Table(
    "signs",
    ("text", "rule", "step", "snoozed", "spoken", "holds", COVER, AWAY_WITH),
    {"text": "", "rule": "", "step": "", "holds": None, COVER: None, AWAY_WITH: None},
)
HELPLINE_MARKS = Table("helpline_marks", ("country", "name", "hidden", "checked_on"), {"name": ""}, on_card=True)

APPOINTMENTS = Table("appointments", ("day", "time", "every", "until", "contact_id"), {"contact_id": None})
AGREEMENTS = Table(
    "agreements",
    ("day", "text", "appointment_id", "routine_id"),
    {"text": "", "appointment_id": None, "routine_id": None},
)
TOPICS = Table("topics", ("day", "text", "entry_id", "done"), {"text": "", "entry_id": None})
ANSWERED = Table(
    "answered",
    ("questionnaire", "at", "utc_offset", "day", "answers", "difficulty", "language"),
    {"questionnaire": "", "answers": "[]", "difficulty": None, "language": None},
)
SHARES = Table(
    "shares",
    ("at", "utc_offset", "day", "audience", "whom", "form", "first", "last", "sections", "sha256"),
    {"whom": "", "sections": "[]", "sha256": ""},
)
IMPORTS = Table(
    "imports",
    ("at", "utc_offset", "day", "source", "sha256", "counts", "first", "last"),
    {"source": "", "sha256": "", "counts": "{}", "first": None, "last": None},
)
GOALS = Table("goals", ("text", "day", "let_go"), {"text": ""})
GOAL_RATINGS = Table("goal_ratings", ("goal_id", "at", "utc_offset", "day", "value"), {"value": None})

TABLES = (
    IMPORTS,
    TRACKERS,
    ENTRIES,
    CONTACTS,
    ROUTINES,
    TICKS,
    PAUSES,
    PLAN_STEPS,
    PLAN_REVIEWS,
    KIND_WORDS,
    REACHED,
    ACTIVITIES,
    SIGNS,
    HELPLINE_MARKS,
    APPOINTMENTS,
    AGREEMENTS,
    TOPICS,
    ANSWERED,
    SHARES,
    GOALS,
    GOAL_RATINGS,
)


def tables_in(connection: sqlite3.Connection) -> list[Table]:
    """The tables of a journal, in the order of TABLES; one of an earlier schema has fewer."""
    existing = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [table for table in TABLES if table.name in existing]


def is_sound(row: Mapping[str, Value]) -> bool:
    """Whether a row still has the content that its checksum was made of."""
    return row["checksum"] == checksum(row)


def as_json(value: object) -> str | None:
    """A list or dictionary as the compact JSON of a column; None stays None."""
    if value is None:
        return None
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_json(text: str | None) -> Any:
    """The value of a JSON column; None stays None. Raises ValueError where it is not JSON."""
    if text is None:
        return None
    import json

    return json.loads(text)


def day_or_none(text: str | None) -> date | None:
    """The day in a column, or None where the column is empty. Raises ValueError where it is not an ISO date."""
    return read_day(text) if text else None


def text_or_none(day: date | None) -> str | None:
    """A day as the ISO date of a column, or None."""
    return day.isoformat() if day else None
