"""When a group meets: the next meeting is found, or nothing is said."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.meeting import Meeting, read_meeting

SUNDAY = datetime(2026, 11, 22, 21, 30)  # noqa: DTZ001 - what a wall clock shows
meetings = st.builds(
    Meeting,
    st.frozensets(st.integers(0, 6), min_size=1),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from([None, 1, 2, 3, 4, -1]),
)
walls = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Tue 19:00 every week", "2026-11-24 19:00"),
        ("tuesdays at 7pm", "2026-11-24 19:00"),
        ("Tuesday, 19.00, weekly", "2026-11-24 19:00"),
        ("Mon and Thu 18:30", "2026-11-23 18:30"),
        ("Sun 21:30", "2026-11-22 21:30"),
        ("Sun 21:00", "2026-11-29 21:00"),
        ("weekdays 8:00", "2026-11-23 08:00"),
        ("daily 22:00", "2026-11-22 22:00"),
        ("first Mon 18:00 every month", "2026-12-07 18:00"),
        ("the last Friday of the month at 17:15", "2026-11-27 17:15"),
        ("2nd Wed 10am monthly", "2026-12-09 10:00"),
    ],
)
def test_the_next_meeting(text: str, begins: str) -> None:
    found = read_meeting(text)
    assert found is not None
    assert f"{found.next_from(SUNDAY):%Y-%m-%d %H:%M}" == begins


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tue",
        "19:00",
        "every other Tue 19:00",
        "Tue 19:00-20:00",
        "Tue 19:00 every 2 weeks",
        "first Mon 18:00",
        "Mon 18:00 every month",
        "first second Mon 18:00 every month",
        "fifth Mon 18:00 every month",
        "Tue 25:00",
        "Tue 13pm",
        "Tue 19:00 in the hall",
    ],
)
def test_what_is_not_understood_says_nothing(text: str) -> None:
    assert read_meeting(text) is None


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    read_meeting(text)


@given(meetings, walls)
def test_a_meeting_comes_and_none_before_it(meeting: Meeting, wall: datetime) -> None:
    begins = meeting.next_from(wall)
    assert begins >= wall
    assert meeting.on(begins.date())
    assert begins.time() == meeting.at
    day = wall.date()
    while day < begins.date():
        assert not meeting.on(day) or (day == wall.date() and meeting.at < wall.time())
        day += timedelta(days=1)


@given(meetings, st.integers(2000, 2100), st.integers(1, 12))
def test_a_monthly_meeting_is_once_a_month_for_each_of_its_days(meeting: Meeting, year: int, month: int) -> None:
    first = datetime(year, month, 1).date()  # noqa: DTZ001
    days = [first + timedelta(days=number) for number in range(31)]
    found = sum(meeting.on(day) for day in days if day.month == month)
    assert found == len(meeting.weekdays) if meeting.which else found >= 4 * len(meeting.weekdays)
    assert meeting.at == time(meeting.at.hour, meeting.at.minute)
