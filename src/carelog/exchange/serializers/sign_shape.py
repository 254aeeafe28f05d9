"""The JSON of signs, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.domain.sign import Sign
    from carelog.review.people.signs import SignStatus


def sign_shape(sign: Sign) -> dict[str, Any]:
    """A sign."""
    return {
        "id": sign.id,
        "handle": sign.handle,
        "text": sign.text,
        "when": sign.rule,
        "then": sign.step,
        "snoozed": sign.snoozed.isoformat() if sign.snoozed else None,
    }


def standing_shape(standing: SignStatus) -> dict[str, Any]:
    """A sign and how it stands."""
    return sign_shape(standing.sign) | {"days": standing.days, "is_true": standing.is_true}
