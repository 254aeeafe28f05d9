"""The law by which two versions of one row become one again, on every device the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """What decides between two versions of a row, in this order.

    `updated_at` are milliseconds since 1970, `deleted` is whether it is a tombstone, `updated_by` the random id
    of the device, `checksum` the row's own.
    """

    updated_at: int
    deleted: bool
    updated_by: str
    checksum: int


def merge(one: Version, other: Version) -> Version:
    """The version that both sides keep: the later one; a deletion is an edit like any other.

    Commutative, associative and idempotent, so the order in which copies meet does not matter.
    """
    return max(one, other)
