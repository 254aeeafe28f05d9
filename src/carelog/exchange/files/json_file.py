"""Read the JSON of other apps without trusting it: within limits, and with any value of an unexpected type ignored."""

from __future__ import annotations

import json
import re
from typing import Any

from carelog.domain.score import SCORES
from carelog.errors import RefusedFile
from carelog.exchange.files.source import decoded

DEEPEST = 50
"""The most levels of nested lists and tables."""
MOST_VALUES = 3_000_000
"""The most values, counted by the commas between them: the largest file of any app has a third."""

_BEGINNING = 100_000
_NO_ENTRIES = re.compile(rb'"entries"\s*:\s*\[\s*\]')


def read_json_file(content: bytes) -> Any:
    """The value in a JSON file.

    Raises RefusedFile when it is not text, not JSON, nested deeper than DEEPEST, or holds more than MOST_VALUES.
    """
    text = decoded(content).text
    if text.count(",") > MOST_VALUES:
        raise RefusedFile("imports.json-too-many-values", most=MOST_VALUES)
    try:
        value = json.loads(text, parse_constant=lambda _: None)
    except RecursionError:
        raise RefusedFile("imports.nested-too-deeply") from None
    except ValueError:
        raise RefusedFile("imports.not-json") from None
    _refuse_deep(value)
    return value


def has_no_entries(content: bytes) -> bool:
    """Whether a file has an empty list `entries`, as the export of a journal without entries does."""
    return bool(_NO_ENTRIES.search(content[:_BEGINNING]))


def text_of(value: Any) -> str:
    """The value where it is a text, else an empty text."""
    return value if isinstance(value, str) else ""


def words_of(value: Any) -> str:
    """The value where it is a text, without the white space around it; else an empty text."""
    return text_of(value).strip()


def score_of(value: Any) -> int | None:
    """The value where it is a number that is a score of a mood, else None."""
    return next((score for score in SCORES if is_number(value) and value == score), None)


def is_number(value: Any) -> bool:
    """Whether the value is a number; yes and no are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def texts_of(value: Any) -> tuple[str, ...]:
    """The texts in a list; empty where the value is not a list."""
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def tables_of(value: Any) -> list[tuple[int, dict[str, Any]]]:
    """The tables in a list with their positions from 1; empty where the value is not a list."""
    listed = value if isinstance(value, list) else []
    return [(number, each) for number, each in enumerate(listed, start=1) if isinstance(each, dict)]


def table_of(value: Any) -> dict[str, Any]:
    """The value where it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def whole_of(value: Any) -> int | None:
    """The value where it is a whole number, else None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [part for each in level if isinstance(each, dict | list) for part in _nested(each)]
        if not level:
            return
    raise RefusedFile("imports.nested-too-deeply")


def _nested(value: dict[str, Any] | list[Any]) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value
    return [part for part in inner if isinstance(part, dict | list)]
