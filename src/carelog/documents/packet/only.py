"""Keep some values of an object of a page's JSON, and leave of all others their keys."""

from __future__ import annotations

from typing import Any


def only(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The object with the values of these keys; the others are blank."""
    return {key: value if key in keys else blank(value) for key, value in data.items()}


def none_of(data: dict[str, Any]) -> dict[str, Any]:
    """An object of counts and lists in which there is nothing."""
    return {
        key: none_of(value) if isinstance(value, dict) else [] if isinstance(value, list) else 0
        for key, value in data.items()
    }


def blank(value: object) -> Any:
    """What stands for a value that a page does not say: an empty list, an object of such values, else null."""
    if isinstance(value, list):
        return []
    if isinstance(value, dict):
        return {key: blank(each) for key, each in value.items()}
    return None
