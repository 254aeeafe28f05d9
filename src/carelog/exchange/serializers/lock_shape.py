"""How a lock stands, as programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.domain.lock import LockStatus


def lock_shape(standing: LockStatus) -> dict[str, Any]:
    """The lock, without anything that opens it."""
    return {
        "state": standing.state.value,
        "key_at_hand": standing.key_is_cached,
        "cache_minutes": standing.minutes,
        "ways": list(standing.ways),
        "card": list(standing.ticked),
        "sealed": standing.sealed,
    }
