"""JSON of another app, read within limits, and looked at with care: any part of it can be anything."""

from __future__ import annotations

import json
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.source import decoded

DEEPEST = 50
"""How deep lists and tables may lie in one another."""


def read_json(content: bytes) -> Any:
    """What a JSON text holds.

    Raises RefusedFile when it is no text, no whole JSON, or nested deeper than DEEPEST.
    """
    text = decoded(content).text
    try:
        found = json.loads(text)
    except RecursionError:
        raise RefusedFile(_TOO_DEEP) from None
    except ValueError:
        raise RefusedFile("The file is not whole JSON. Export it again from the other app.") from None
    _refuse_deep(found)
    return found


def table(value: object) -> dict[str, Any]:
    """The value where it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[dict[str, Any]]:
    """The tables in a list; nothing where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def whole(value: object) -> int | None:
    """The value where it is a whole number, else None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def words(value: object) -> str:
    """The value where it is text, else no text."""
    return value if isinstance(value, str) else ""


_TOO_DEEP = "The file is nested deeper than any export is, so it was not read."


def _refuse_deep(found: object) -> None:
    level = [found]
    for _ in range(DEEPEST):
        level = [part for each in level if isinstance(each, dict | list) for part in _parts(each)]
        if not level:
            return
    raise RefusedFile(_TOO_DEEP)


def _parts(each: dict[str, object] | list[object]) -> list[object]:
    inner = each.values() if isinstance(each, dict) else each
    return [part for part in inner if isinstance(part, dict | list)]
