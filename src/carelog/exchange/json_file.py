"""JSON of other apps, read without trusting it."""

from __future__ import annotations

import json
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.source import refuse_unless_text

_NOT_JSON = "The file is not well-formed JSON: it may be cut off. Export it again from the other app."


def read_json_file(content: bytes) -> Any:
    """What a JSON file holds. Raises RefusedFile when it is not UTF-8, not JSON, or nested too deep."""
    refuse_unless_text(content)
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        raise RefusedFile(_NOT_JSON) from None


def looks_like_json(content: bytes) -> bool:
    """Whether a file begins as a JSON list or table does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def text_of(value: Any) -> str:
    """A text, or nothing where there is something else."""
    return value if isinstance(value, str) else ""


def texts_of(value: Any) -> tuple[str, ...]:
    """The texts in a list, or none where there is something else."""
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def tables_of(value: Any) -> list[tuple[int, dict[str, Any]]]:
    """The tables in a list with their numbers, counted from 1."""
    listed = value if isinstance(value, list) else []
    return [(number, each) for number, each in enumerate(listed, start=1) if isinstance(each, dict)]
