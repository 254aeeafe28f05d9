"""Midnight sharp is a day without a time, where the app notes seconds; else where every time is midnight."""

from datetime import UTC, date, datetime

import pytest

from carelog.exchange.files.midnight import are_only_midnights, day_at_midnight, read_iso_time


def test_midnight_sharp_is_the_day_alone() -> None:
    assert day_at_midnight(datetime(2025, 3, 9, tzinfo=UTC)) == date(2025, 3, 9)


@pytest.mark.parametrize("when", [datetime(2025, 3, 9, 0, 0, 1, tzinfo=UTC), datetime(2025, 3, 9, 12, tzinfo=UTC)])
def test_any_other_time_stays_a_time(when: datetime) -> None:
    assert day_at_midnight(when) == when


def test_a_text_is_its_time_or_its_day() -> None:
    assert [read_iso_time(text) for text in ("2025-03-09T00:00:00.000", " 2025-03-09T00:00:00.001 ", "today")] == [
        date(2025, 3, 9),
        datetime.fromisoformat("2025-03-09T00:00:00.001"),
        None,
    ]


@pytest.mark.parametrize(
    ("hours", "are"), [((), False), ((0,), False), ((0, 0), True), ((0, 8), False), ((0, None), False)]
)
def test_only_several_midnights_and_nothing_else_are_days(hours: tuple[int | None, ...], are: bool) -> None:
    written = [date(2025, 3, 9) if hour is None else datetime(2025, 3, 9, hour, tzinfo=UTC) for hour in hours]
    assert are_only_midnights(written) is are
