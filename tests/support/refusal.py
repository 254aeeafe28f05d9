"""The message with which something is refused."""

from collections.abc import Callable

from carelog.errors import CarelogError


def refusal_of(error: type[CarelogError], use: Callable[[], object]) -> str:
    """The message of the error that `use` raises; empty if it raises none."""
    try:
        use()
    except error as refused:
        return refused.message
    return ""
