"""Midnight sharp is a day without a time; a second later is a time."""

from datetime import UTC, date, datetime

import pytest

from carelog.exchange.files.midnight import day_at_midnight


def test_midnight_sharp_is_the_day_alone() -> None:
    assert day_at_midnight(datetime(2025, 3, 9, tzinfo=UTC)) == date(2025, 3, 9)


@pytest.mark.parametrize("when", [datetime(2025, 3, 9, 0, 0, 1, tzinfo=UTC), datetime(2025, 3, 9, 12, tzinfo=UTC)])
def test_any_other_time_stays_a_time(when: datetime) -> None:
    assert day_at_midnight(when) == when
