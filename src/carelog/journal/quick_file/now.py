"""The present as the quick door sees it: the machine's clock, without `datetime`, which takes a while to load."""

from __future__ import annotations

import time

_FIRST_YEAR, _LAST_YEAR = 1971, 8999
"""Years in which neither the epoch nor the years that a moment can be in are near."""


class Now:
    """The present: `milliseconds` since 1970, `offset` of the wall clock in minutes, and what that shows.

    `day` is its ISO date, `clock` such as 21:30, `minutes` those since midnight. Raises ValueError for a clock that is
    far off, or that is not whole minutes away from UTC.
    """

    __slots__ = ("clock", "day", "milliseconds", "minutes", "offset")

    def __init__(self) -> None:
        self.milliseconds = time.time_ns() // 1_000_000
        here = time.localtime(self.milliseconds // 1000)
        if here.tm_gmtoff % 60 or not _FIRST_YEAR <= here.tm_year <= _LAST_YEAR:
            raise ValueError(here.tm_year)
        self.offset = here.tm_gmtoff // 60
        self.day = f"{here.tm_year:04}-{here.tm_mon:02}-{here.tm_mday:02}"
        self.clock = f"{here.tm_hour:02}:{here.tm_min:02}"
        self.minutes = here.tm_hour * 60 + here.tm_min
