"""A clock that stands still for tests, demos and pictures: CARELOG_NOW, as `carelog.clock` reads it."""

from __future__ import annotations

from carelog.crisis.opening import days_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.opening import Now


def moment_of(text: str) -> Now:
    """The moment of a text of RFC 3339, such as 2026-11-22T21:30:00+01:00. Raises ValueError for any other."""
    offset = text[19:].lstrip(".0123456789").upper().replace("Z", "+00:00")
    form = "".join("0" if each.isdecimal() else each for each in text[:10] + text[11:19] + offset)
    if form not in {"0000-00-0000:00:00+00:00", "0000-00-0000:00:00-00:00"}:
        raise ValueError
    ahead = int(offset[:3]) * 60 + int(offset[0] + offset[4:])
    minutes = (
        days_before(int(text[:4]), int(text[5:7]), int(text[8:10])) * 24 * 60 + int(text[11:13]) * 60 + int(text[14:16])
    )
    return (minutes - ahead) * 60 + int(text[17:19]), ahead
