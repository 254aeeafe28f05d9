"""What a refusal says."""

from collections.abc import Callable

from carelog.errors import CarelogError


def refusal_of(error: type[CarelogError], use: Callable[[], object]) -> str:
    """The sentence of the error with which something is refused; empty when it is not refused."""
    try:
        use()
    except error as refused:
        return refused.message
    return ""
