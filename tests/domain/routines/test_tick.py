"""A tick of a day alone names no time."""

from datetime import UTC, date, datetime

import pytest

from carelog.domain.ids import new_id
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import Moment

NOON = Moment(datetime(2026, 11, 22, 12, tzinfo=UTC))
LATER = Moment(datetime(2026, 11, 23, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("at", "row_id", "clock"),
    [
        (LATER, new_id(LATER.milliseconds), "08:00"),
        (NOON, new_id(NOON.milliseconds), "12:00"),
        (NOON, new_id(LATER.milliseconds), ""),
        (NOON, "an id of another program", ""),
    ],
    ids=["a time", "noon, noted on that day", "a day, noted on the next", "a day, from an import"],
)
def test_noon_is_a_time_only_where_it_was_noted_on_that_day(at: Moment, row_id: str, clock: str) -> None:
    tick = Tick(row_id, "r", at, date(2026, 11, 22))
    assert (tick.has_time, tick.clock) == (bool(clock), clock)
