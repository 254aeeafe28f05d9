"""Hours in words: when somebody is there, across midnight, and never a guess."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.hours import Hours, Span, read_hours
from carelog.domain.time.dates_as_said import WEEKDAYS

MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - what a wall clock shows
walls = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001
spans = st.builds(
    lambda weekday, opens, length: Span(weekday, opens, opens + length),
    st.integers(0, 6),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
hours = st.lists(spans, min_size=1, max_size=5).map(lambda each: Hours(tuple(each)))


def covered(text: str) -> set[str]:
    """The hours of a week, such as mon 09, that a text covers."""
    found = read_hours(text)
    assert found is not None, text
    week = (MONDAY + timedelta(hours=number) for number in range(7 * 24))
    return {f"{WEEKDAYS[wall.weekday()][:3]} {wall:%H}" for wall in week if found.cover(wall)}


def of(days: str, *hours: int) -> set[str]:
    return {f"{day} {hour:02}" for day in days.split() for hour in hours}


WEEK = "mon tue wed thu fri"
ALL = f"{WEEK} sat sun"
OFFICE = tuple(range(9, 17))


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri 09:00-17:00",
        "mon – fri 9:00–17:00",
        "Monday to Friday 9 to 17",
        "weekdays 9am-5pm",
        "Mon-Fri: 9am to 5 pm",
        "Mon-Fri 9-5pm",
        "Mon-Fri 9am-5",
        "Mo, Tu, We, Th, Fr 09.00-17.00",
        "mondays, tuesdays, weds, thurs and fridays from 9h00 until 17h00",
        "Mon-Thu 9-17; Fri 9-17",
        "Mon-Thu 9-17, Fri 9-17",
        "Mon-Fri 9-12, 12-17",
    ],
)
def test_office_hours_in_many_spellings(text: str) -> None:
    assert covered(text) == of(WEEK, *OFFICE)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("24/7", of(ALL, *range(24))),
        ("24 hours a day", of(ALL, *range(24))),
        ("any time", of(ALL, *range(24))),
        ("daily 18:00-02:00", of(ALL, *range(18, 24), 0, 1)),
        ("every day 18-20", of(ALL, 18, 19)),
        ("19:00-21:00", of(ALL, 19, 20)),
        ("Sat,Sun 10-12; Wed 9-12", of("sat sun", 10, 11) | of("wed", 9, 10, 11)),
        ("weekends 10-12", of("sat sun", 10, 11)),
        ("Fri-Mon 10-11", of("fri sat sun mon", 10)),
        ("Sun 22:00-02:00", of("sun", 22, 23) | of("mon", 0, 1)),
        ("Fri all day", of("fri", *range(24))),
        ("Mon 12am-1am", of("mon", 0)),
        ("Mon 12pm-1pm", of("mon", 12)),
        ("Mon 1-5pm", of("mon", 13, 14, 15, 16)),
        ("Mon 10am-2", of("mon", 10, 11, 12, 13)),
        ("Mon 22-24", of("mon", 22, 23)),
        ("after 17:00", of(ALL, *range(17, 24))),
        ("any time after 17:00", of(ALL, *range(17, 24))),
        ("any time from 19 to 21", of(ALL, 19, 20)),
        ("Sat after 8pm", of("sat", *range(20, 24))),
        ("weekends before 11", of("sat sun", *range(11))),
        ("18-2", of(ALL, *range(18, 24), 0, 1)),
    ],
)
def test_hours_of_a_week(text: str, there: set[str]) -> None:
    assert covered(text) == there


@pytest.mark.parametrize(
    "text",
    [
        "",
        "evenings",
        "Mon-Fri",
        "9-5",
        "Mon-Fri 9-5",
        "when she is home",
        "after work",
        "after 25:00",
        "Mon-Fri 09:00-17:00 except holidays",
        "not Mon 9-17",
        "Mon-Fri 25:00-26:00",
        "Mon 9:75-10",
        "24:30-25:00",
        "Mon 13pm-2pm",
        "Mon 24:00-24:00",
        "Mon- 9-17",
        "call 020 7946 0018",
        "9:00-17:00-19:00",
    ],
)
def test_what_is_not_understood_is_unknown(text: str) -> None:
    assert read_hours(text) is None


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    read_hours(text)


@given(hours, walls)
def test_the_next_hours_begin_within_a_week_and_then_somebody_is_there(given_hours: Hours, wall: datetime) -> None:
    begins = given_hours.next_after(wall)
    assert wall < begins <= wall + timedelta(days=7)
    assert given_hours.cover(begins)


@given(hours, walls)
def test_nobody_is_there_between_now_and_the_next_hours_unless_they_are_there_now(
    given_hours: Hours, wall: datetime
) -> None:
    begins = given_hours.next_after(wall)
    if not given_hours.cover(wall):
        assert not given_hours.cover(wall + (begins - wall) / 2)
        assert not given_hours.cover(begins - timedelta(microseconds=1))


@given(hours, walls)
def test_every_week_is_the_same(given_hours: Hours, wall: datetime) -> None:
    later = wall + timedelta(weeks=1)
    assert given_hours.cover(wall) == given_hours.cover(later)
    assert given_hours.next_after(later) == given_hours.next_after(wall) + timedelta(weeks=1)


@given(st.integers(0, 6), st.times(), st.times())
def test_a_span_that_is_written_out_is_read_back(weekday: int, opens: time, closes: time) -> None:
    found = read_hours(f"{WEEKDAYS[weekday]} {opens:%H:%M}-{closes:%H:%M}")
    assert found is not None
    begins, ends = opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute
    assert found.spans == (Span(weekday, begins, ends if ends > begins else ends + 1440),)
