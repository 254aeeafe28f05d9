"""The merge rule: which of two versions of a row is kept, the same on every device."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The fields that decide between two versions of a row, in this order.

    `updated_at` is in milliseconds since 1970, `deleted` says whether the row is a tombstone, `updated_by` is the
    random id of the device that wrote it, and `checksum` is the checksum of the row.
    """

    updated_at: int
    deleted: bool
    updated_by: str
    checksum: int


def merge(one: Version, other: Version) -> Version:
    """The version that both sides keep: the later one. A deletion is an edit like any other, and wins a tie.

    The merge is commutative, associative and idempotent, so the order in which copies are merged does not matter.
    """
    return max(one, other)
