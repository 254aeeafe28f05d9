"""Numbers of things in words, such as 2 days and 3 times."""

from __future__ import annotations


def counted(count: int, one: str, several: str = "") -> str:
    """A number of things, such as 2 days; `several` is the plural where it does not end in s."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def times(count: int) -> str:
    """How often, such as 3 times."""
    return "once" if count == 1 else f"{count} times"
