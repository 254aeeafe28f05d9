"""The clock, and the only module that asks the machine for the time, but for `carelog.crisis.opening`.

CARELOG_NOW (RFC 3339, such as 2026-11-22T21:30:00+01:00) fixes the clock and its offset, for tests, demos and pictures.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_FARTHEST = timedelta(hours=23, minutes=59)
"""The farthest that a clock may be from UTC, here and for `datetime`."""
_UTC_BY_NAME = re.compile(r":?(|UTC|GMT|UCT|Z|Zulu|Etc/(UTC|GMT|UCT|Zulu)|([A-Za-z]{3,}|<[+\-A-Za-z0-9]{3,}>)[+-]?0.*)")
"""What TZ holds where its zone is UTC, by name or as a rule of POSIX."""
_ZONE_HERE = Path("/etc/localtime")
_ZONES = tuple(map(Path, ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")))


class Resolution(Enum):
    """Whether a wall-clock time exists once, never or twice, because clocks change twice a year in many places."""

    EXACT = "exact"
    SKIPPED = "skipped"
    REPEATED = "repeated"


class Clock:
    """Gives the present moment and converts wall-clock times to moments.

    `read` returns the present as a datetime with an offset; `zone` is the time zone of a fixed clock, or None for the
    machine's own zone, daylight saving included.
    """

    __slots__ = ("read", "zone")

    def __init__(self, read: Callable[[], datetime], zone: tzinfo | None = None) -> None:
        self.read = read
        self.zone = zone

    def now(self) -> Moment:
        """The present moment."""
        return Moment.of(self.read())

    def at(self, instant: datetime) -> Moment:
        """The moment of an aware datetime, with the offset that the clock's zone had then."""
        return Moment.of(instant.astimezone(self.zone))

    def resolve(self, shown: datetime) -> tuple[Moment, Resolution]:
        """The moment at which the wall clock showed a naive datetime, and whether that time is unique.

        A time that the clock skipped is moved forward by the length of the gap; of a time that it showed twice the
        first is returned.
        """
        first = shown.replace(fold=0, tzinfo=self.zone).astimezone(self.zone)
        second = shown.replace(fold=1, tzinfo=self.zone).astimezone(self.zone)
        if first.replace(tzinfo=None) != shown:
            return Moment.of(max(first, second)), Resolution.SKIPPED
        same = first.utcoffset() == second.utcoffset()
        return Moment.of(first), Resolution.EXACT if same else Resolution.REPEATED


def system_clock() -> Clock:
    """The machine's clock, in UTC where its zone cannot be read, or a fixed one if CARELOG_NOW is set.

    Raises InvalidValue when CARELOG_NOW is not a time with an offset.
    """
    fixed = os.environ.get("CARELOG_NOW", "")
    if fixed:
        return fixed_clock(fixed)
    zone = UTC if _is_too_far() else None
    return Clock(lambda: datetime.now(UTC).astimezone(zone), zone)


def zone_is_unreadable() -> bool:
    """Whether the machine's clock is in UTC because its zone is unknown, damaged, or farther away than a day.

    The C library says nothing of it. A fixed clock has a zone of its own.
    """
    if os.environ.get("CARELOG_NOW") or not hasattr(time, "tzset"):
        return False
    return _is_too_far() or (not time.timezone and not time.daylight and not _is_utc(os.environ.get("TZ")))


def zone_named(name: str) -> ZoneInfo | None:
    """The time zone of a name such as Europe/Berlin; None where this system has none, or cannot read it."""
    import struct
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name.strip())
    except (LookupError, ValueError, TypeError, OSError, EOFError, ArithmeticError, struct.error):
        return None


def fixed_clock(rfc3339: str) -> Clock:
    """A clock that always shows the same time.

    Raises InvalidValue unless the text is a time with an offset.
    """
    try:
        standing = datetime.fromisoformat(rfc3339)
        offset = standing.utcoffset()
    except ValueError:
        offset = None
    if offset is None:
        raise InvalidValue("time.fixed-clock-without-offset", text=rfc3339)
    return Clock(lambda: standing, timezone(offset // timedelta(minutes=1) * timedelta(minutes=1)))


def _is_too_far() -> bool:
    """Whether the machine's clock is farther from UTC than a clock may be, as with TZ=UTC+99."""
    farthest = max(abs(time.timezone), abs(time.altzone))
    return timedelta(seconds=farthest) > _FARTHEST


def _is_utc(zone: str | None) -> bool:
    """Whether a zone without an offset is meant: it is called so, or its file can be read."""
    if zone is None:
        return not (_ZONE_HERE.is_symlink() or _ZONE_HERE.exists()) or _is_zone_file(_ZONE_HERE)
    if _UTC_BY_NAME.fullmatch(zone):
        return True
    folders = (Path(os.environ["TZDIR"]),) if os.environ.get("TZDIR") else _ZONES
    return any(_is_zone_file(folder / zone.removeprefix(":")) for folder in folders)


def _is_zone_file(path: Path) -> bool:
    """Whether a file is whole as RFC 8536 says: its magic first, and from version 2 on a line end last."""
    try:
        content = path.read_bytes() if path.is_file() else b""
    except (OSError, ValueError):
        return False
    return content[:4] == b"TZif" and (content[4:5] == b"\0" or content[-1:] == b"\n")
