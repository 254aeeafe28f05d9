"""A moment is an instant and a wall clock; the day it belongs to is read off that clock alone."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.time.days import EARLIEST, LATEST, ONE_DAY, Moment, Period, read_clock
from carelog.errors import InvalidValue
from support.refusal import refusal_of
from support.sentences import whole
from support.strategies import clocks, day_starts, days, instants, moments, offsets, texts

FOUR = time(4)
stretches = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(
    lambda drawn: Period.ending(date(2026, 1, 1) + drawn[0] * ONE_DAY, drawn[1])
)
NIGHTS = [
    ("Europe/Berlin", datetime.fromisoformat("2026-03-28T12:00"), "an hour is skipped"),
    ("Europe/Berlin", datetime.fromisoformat("2026-10-24T12:00"), "an hour comes twice"),
    ("Australia/Lord_Howe", datetime.fromisoformat("2026-10-03T12:00"), "half an hour is skipped"),
    ("Australia/Lord_Howe", datetime.fromisoformat("2026-04-04T12:00"), "half an hour comes twice"),
    ("Pacific/Apia", datetime.fromisoformat("2011-12-29T12:00"), "a whole day is skipped"),
]


@given(moments)
def test_a_moment_is_the_same_after_milliseconds_and_offset_were_stored(moment: Moment) -> None:
    assert Moment.of_milliseconds(moment.milliseconds, moment.offset) == moment


@given(moments)
def test_programs_read_the_same_second_and_offset(moment: Moment) -> None:
    read = datetime.fromisoformat(moment.rfc3339)
    assert timedelta(0) <= moment.instant - read < timedelta(seconds=1)
    assert read.utcoffset() == timedelta(minutes=moment.offset)
    assert f"{read:%H:%M}" == moment.clock


@given(instants, offsets)
def test_the_wall_clock_is_the_instant_seen_from_its_offset(instant: datetime, offset: int) -> None:
    seen = Moment(instant, offset).local
    assert seen.utcoffset() == timedelta(minutes=offset)
    assert timedelta(0) <= instant - seen < timedelta(milliseconds=1)
    assert Moment.of(seen) == Moment(instant, offset)


@given(moments, moments)
def test_moments_sort_by_their_instant_wherever_they_were_seen(one: Moment, other: Moment) -> None:
    if one.instant != other.instant:
        assert (one < other, one <= other) == (one.instant < other.instant,) * 2
        assert (one > other, one >= other) == (one.instant > other.instant,) * 2
    assert min(one, other) <= max(one, other)
    assert one <= Moment(one.instant, one.offset)


@given(moments, day_starts)
def test_the_day_is_the_date_on_the_wall_or_before_it_begins_the_one_before(moment: Moment, starts: time) -> None:
    wall = moment.local
    early = (wall.hour, wall.minute) < (starts.hour, starts.minute)
    assert moment.day(starts) == wall.date() - timedelta(days=early)


@pytest.mark.parametrize(("zone", "noon", "what"), NIGHTS)
def test_a_night_on_which_the_clocks_change_moves_no_day(zone: str, noon: datetime, what: str) -> None:
    begin = noon.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    night = [Moment.of((begin + timedelta(minutes=30 * step)).astimezone(ZoneInfo(zone))) for step in range(72)]
    noted = [moment.day(FOUR) for moment in night]
    assert noted == sorted(noted), what
    assert noted[0] == noon.date()
    for moment, day in zip(night, noted, strict=True):
        assert day in (moment.local.date(), moment.local.date() - ONE_DAY)
        assert (day == moment.local.date()) == (moment.local.hour >= 4)
    moved = {moment.offset for moment in night}
    assert len(moved) == 2, "the night was chosen because the clocks change in it"


def test_the_day_is_kept_when_the_person_travels_on() -> None:
    kept = Moment.of(datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("Asia/Tokyo")))
    there = Moment.of_milliseconds(kept.milliseconds, kept.offset)
    assert (there.clock, there.day(FOUR)) == ("23:30", date(2026, 11, 22))


@pytest.mark.parametrize("make", [Moment, Moment.of])
def test_a_time_without_an_offset_is_no_moment(make: type[Moment]) -> None:
    with pytest.raises(InvalidValue, match=whole("A moment needs to know its offset from UTC.")):
        make(datetime.fromisoformat("2026-11-22T12:00"))


@pytest.mark.parametrize("minutes", [1440, -1440, 100_000])
def test_an_offset_of_a_day_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidValue, match=whole("An offset from UTC is less than a day.")):
        Moment(datetime(2026, 11, 22, tzinfo=UTC), minutes)


@pytest.mark.parametrize(
    "when",
    [
        datetime(1899, 12, 31, 23, 59, tzinfo=UTC),
        datetime(9001, 1, 1, tzinfo=UTC),
        datetime(9000, 12, 31, 23, tzinfo=timezone(timedelta(hours=-2))),
        datetime(1900, 1, 1, 1, tzinfo=timezone(timedelta(hours=2))),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14))),
    ],
)
def test_a_year_that_could_not_be_read_back_is_refused(when: datetime) -> None:
    with pytest.raises(InvalidValue, match=whole("carelog keeps the years 1900 to 9000; this is another one.")):
        Moment.of(when)


@given(st.integers(), st.integers())
@example(10**30, 0)
def test_any_two_numbers_from_a_damaged_row_are_a_moment_or_refused(milliseconds: int, offset: int) -> None:
    try:
        moment = Moment.of_milliseconds(milliseconds, offset)
    except InvalidValue:
        return
    assert (moment.milliseconds, moment.offset) == (milliseconds, offset)
    assert 1900 <= moment.instant.year <= 9000


@given(days, st.integers(1, 400))
def test_a_period_of_a_number_of_days_ends_on_the_given_day(last: date, many: int) -> None:
    if last - timedelta(days=many) < date(1900, 1, 1):
        return
    period = Period.ending(last, many)
    held = list(period)
    assert len(held) == len(period) == many
    assert (held[0], held[-1]) == (period.first, last)
    assert all(after - before == ONE_DAY for before, after in pairwise(held))
    assert all(day in period for day in held)
    assert held[0] - ONE_DAY not in period
    assert last + ONE_DAY not in period


@given(days)
def test_a_week_is_the_iso_week_of_its_day(day: date) -> None:
    week = Period.week_of(day)
    assert day in week
    assert [each.isocalendar()[:2] for each in week] == [day.isocalendar()[:2]] * 7


@given(days, days)
def test_a_period_that_ends_before_it_begins_is_refused(one: date, other: date) -> None:
    if one <= other:
        assert Period(one, other).last == other
    else:
        with pytest.raises(InvalidValue, match=whole(f"The period ends ({other}) before it begins ({one}).")):
            Period(one, other)


@given(clocks)
def test_a_time_of_day_is_read_as_it_is_written_on_either_kind_of_clock(clock: time) -> None:
    for written in ("%H:%M", "%I:%M %p", "%I:%M%p", " %I:%M %p "):
        assert read_clock(f"{clock:{written}}") == clock
    assert read_clock(f"{clock:%I:%M} {f'{clock:%p}'[0].lower()}.m.") == clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("12:00 am", time(0)),
        ("12:30 AM", time(0, 30)),
        ("12:00 pm", time(12)),
        ("12am", time(0)),
        ("9pm", time(21)),
        ("9:41 p.m.", time(21, 41)),
        ("0:05", time(0, 5)),
        ("7:00", time(7)),
    ],
)
def test_midnight_and_noon_are_not_mixed_up(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    "text",
    [
        "24:00",
        "12:60",
        "0 am",
        "0:30 pm",
        "13:00 pm",
        "9",
        "21",
        "9:5",
        "9:",
        ":30",
        "am",
        "",
        "-1:00",
        "1:2:3",
        "٩:٣٠",
        "009:00",
    ],
)
def test_what_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match=whole(f"“{text}” is not a time of day such as 21:30.")):
        read_clock(text)


@given(texts)
def test_no_text_breaks_the_reading_of_a_clock(text: str) -> None:
    refusal = refusal_of(InvalidValue, lambda: read_clock(text))
    assert refusal.endswith("” is not a time of day such as 21:30.") or (
        not refusal and isinstance(read_clock(text), time)
    )


@given(stretches, stretches)
def test_a_clipped_period_has_the_days_that_are_in_both(one: Period, other: Period) -> None:
    both = [day for day in one if day in other]
    clipped = one.clipped(other)
    assert (list(clipped) if clipped else []) == both


@given(moments, day_starts)
def test_no_day_is_before_the_earliest_or_after_the_latest(moment: Moment, starts_at: time) -> None:
    assert EARLIEST <= moment.day(starts_at) <= LATEST
