"""Days as people say them: for every form one day or a refusal, never a wrong day. A plain reference says which."""

from datetime import date, datetime, time, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.time.dates_as_said import MONTHS, WEEKDAYS, read_date
from carelog.domain.time.days import Moment
from carelog.domain.time.when import Direction, Now, Wall, read_day, read_when
from carelog.errors import InvalidValue
from support.sentences import whole

BACK, FORWARD = Direction.BACK, Direction.FORWARD
AROUND = [timedelta(days=days) for days in range(-4000, 4000)]
SUNDAY = Now(Moment.of(datetime.fromisoformat("2026-11-22T21:30:00+01:00")), date(2026, 11, 22))
FIRST, LAST = map(datetime.fromisoformat, ("2015-01-01T00:00", "2035-01-01T00:00"))
LATE = Now(Moment.of(datetime.fromisoformat("2026-11-24T02:00:00+01:00")), date(2026, 11, 23))
"""02:00 on a Tuesday, which is still the journal's Monday."""


@st.composite
def presents(draw: st.DrawFn) -> Now:
    """Any minute of some years, also the hours after midnight that belong to the day before."""
    wall = draw(st.datetimes(FIRST, LAST))
    zone = timezone(timedelta(hours=draw(st.integers(-12, 14))))
    day = wall.date() - timedelta(days=int(wall.time() < time(4)))
    return Now(Moment.of(wall.replace(tzinfo=zone)), day)


def nearest(now: Now, direction: Direction, day: int, month: int) -> set[date]:
    """The nearest day in a direction, today included, with that day and month: the reference goes day by day."""
    days = [now.day + each for each in AROUND]
    days = [each for each in days if (each.month, each.day) == (month, day)]
    if direction is BACK:
        return {max(each for each in days if each <= now.day)}
    return {min(each for each in days if each >= now.day)}


def is_day(day: int, month: int) -> bool:
    return month <= 12 and day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] if month else False


def one_or_refused(text: str, now: Now, direction: Direction, meant: set[date]) -> None:
    """Exactly the one day that is meant, and a refusal where that is none or more than one."""
    if len(meant) == 1:
        assert read_day(text, now, direction) == meant.pop(), text
    else:
        with pytest.raises(InvalidValue):
            read_day(text, now, direction)


@given(presents(), st.sampled_from(Direction), st.integers(1, 31), st.integers(1, 12), st.integers(0, 5))
def test_a_day_and_a_month_are_the_latest_such_day_or_the_next(
    now: Now, direction: Direction, day: int, month: int, spelling: int
) -> None:
    name = MONTHS[month - 1]
    texts = [
        f"{day} {name}", f"{name} {day}", f"{day}th of {name[:3]}", f"{name[:3]} {day}th", f"the {day} {name.upper()}",
        f"{day}.{month}.",
    ]  # fmt: skip
    meant = nearest(now, direction, day=day, month=month) if is_day(day, month) else set()
    one_or_refused(texts[spelling], now, direction, meant)


@given(presents(), st.integers(1, 31), st.integers(1, 31), st.integers(1950, 2080), st.sampled_from("/-."))
def test_a_date_in_numbers_is_read_where_one_order_makes_a_day(
    now: Now, first: int, second: int, year: int, sign: str
) -> None:
    orders = [(first, second), (second, first)] if sign != "." else [(first, second)]
    meant = set()
    for day, month in orders:
        if is_day(day, month) and ((day, month) != (29, 2) or year % 4 == 0):
            meant.add(date(year, month, day))
    one_or_refused(f"{first}{sign}{second}{sign}{year}", now, BACK, meant)


@given(presents(), st.sampled_from(Direction), st.integers(1, 31), st.integers(1, 31))
def test_two_numbers_and_a_slash_are_a_day_only_where_one_order_is_one(
    now: Now, direction: Direction, first: int, second: int
) -> None:
    meant = set()
    for day, month in ((first, second), (second, first)):
        if is_day(day, month):
            meant |= nearest(now, direction, day=day, month=month)
    one_or_refused(f"{first}/{second}", now, direction, meant)


@given(presents(), st.integers(0, 6), st.booleans())
def test_the_last_weekday_is_the_latest_before_today(now: Now, number: int, short: bool) -> None:
    name = WEEKDAYS[number][:3] if short else WEEKDAYS[number]
    meant = max(now.day + each for each in AROUND if each.days < 0 and (now.day + each).weekday() == number)
    assert read_day(f"last {name}", now, BACK) == read_day(f"Last {name.upper()}", now, FORWARD) == meant


@given(presents(), st.integers(0, 6))
def test_the_next_weekday_is_refused_where_some_mean_this_week_and_some_the_one_after(now: Now, number: int) -> None:
    meant = {min(now.day + each for each in AROUND if each.days > 0 and (now.day + each).weekday() == number)}
    for week_begins in (0, 6):  # Monday, Sunday
        into_week = (now.day.weekday() - week_begins) % 7
        next_week = now.day + timedelta(days=7 - into_week)
        meant.add(next_week + timedelta(days=(number - week_begins) % 7))
    one_or_refused(f"next {WEEKDAYS[number]}", now, FORWARD, meant)


@given(presents(), st.integers(1, 28), st.integers(1, 12), st.integers(2015, 2035), st.integers(0, 6))
def test_a_weekday_before_a_date_has_to_be_its_own(now: Now, day: int, month: int, year: int, number: int) -> None:
    meant = date(year, month, day)
    text = f"{WEEKDAYS[number]} {day} {MONTHS[month - 1]} {year}"
    one_or_refused(text, now, BACK, {meant} if meant.weekday() == number else set())


PARTS = {"morning": (5, 9), "afternoon": (12, 15), "evening": (17, 20), "night": (20, 22)}


@given(presents(), st.sampled_from(sorted(PARTS)), st.sampled_from(["yesterday", *WEEKDAYS, "last monday"]))
def test_a_part_of_a_day_is_on_that_day_and_has_come(now: Now, part: str, day: str) -> None:
    found = read_when(f"{day} {part}", now)
    if isinstance(found, Moment):
        assert (found, now.day.weekday()) == (now.moment, WEEKDAYS.index(day))
        return
    assert found.shown <= now.wall
    assert found.shown.hour == PARTS[part][1]
    assert not found.exact
    plain = read_day(day, now)
    assert found.shown.date() in {plain, plain - timedelta(days=7)}
    assert found.shown.date() == plain or day in WEEKDAYS


@given(presents(), st.sampled_from(["this morning", "this afternoon", "this evening", "tonight", "last night"]))
def test_this_and_last_are_refused_after_midnight_where_they_are_two_days(now: Now, text: str) -> None:
    after_midnight = now.wall.date() != now.day
    meant = {now.day - timedelta(days=1)} if text.startswith("last") else {now.day}
    if after_midnight and text in ("this morning", "last night"):
        meant = {*meant, *(each + timedelta(days=1) for each in meant)}
    one_or_refused(text, now, BACK, meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("last monday", "2026-11-16 12:00"),
        ("last sunday", "2026-11-15 12:00"),
        ("on monday at 9pm", "2026-11-16 21:00"),
        ("9pm yesterday", "2026-11-21 21:00"),
        ("8pm", "2026-11-22 20:00"),
        ("noon", "2026-11-22 12:00"),
        ("yesterday noon", "2026-11-21 12:00"),
        ("midnight", "2026-11-22 00:00"),
        ("this morning", "2026-11-22 09:00"),
        ("last night", "2026-11-21 22:00"),
        ("yesterday in the evening", "2026-11-21 20:00"),
        ("monday morning", "2026-11-16 09:00"),
        ("the day before yesterday", "2026-11-20 12:00"),
        ("20.11.2026", "2026-11-20 12:00"),
        ("20.11.2026 21:00", "2026-11-20 21:00"),
        ("16 may", "2026-05-16 12:00"),
        ("may 16", "2026-05-16 12:00"),
        ("May 16th, 2025", "2025-05-16 12:00"),
        ("16 may 8:15 pm", "2026-05-16 20:15"),
        ("24 dec", "2025-12-24 12:00"),
        ("29 february", "2024-02-29 12:00"),
        ("2026-11-21 noon", "2026-11-21 12:00"),
        ("Fri 20 Nov", "2026-11-20 12:00"),
    ],
)
def test_times_as_people_say_them(text: str, meant: str) -> None:
    found = read_when(text, SUNDAY)
    assert isinstance(found, Wall)
    assert found.shown == datetime.fromisoformat(meant)


def test_today_in_words_is_the_present() -> None:
    for text in ("22 Nov", "nov 22", "22.11.2026", "22/11", "sunday 22 november", "tonight"):
        assert read_when(text, SUNDAY) == SUNDAY.moment


@pytest.mark.parametrize(
    ("text", "now", "one", "other"),
    [
        ("3/4", SUNDAY, "2026-03-04", "2026-04-03"),
        ("3/4/2025", SUNDAY, "2025-03-04", "2025-04-03"),
        ("next friday", LATE, "2026-11-27", "2026-12-04"),
        ("midnight, 2026-11-21", SUNDAY, "2026-11-21", "2026-11-22"),
        ("last night", LATE, "2026-11-22", "2026-11-23"),
        ("this morning", LATE, "2026-11-23", "2026-11-24"),
    ],
)
def test_what_can_be_two_days_is_refused_and_both_are_named(text: str, now: Now, one: str, other: str) -> None:
    refusal = f"“{text}” can mean {one} or {other}. Write the date of the one that you mean."
    for direction in Direction if text.startswith("next") else [BACK]:
        with pytest.raises(InvalidValue, match=whole(refusal)):
            read_when(text, now, direction)


def test_a_date_on_another_weekday_is_not_taken_for_either() -> None:
    refusal = "“monday 22 november” does not fit together: 2026-11-22 is another weekday. Write the date alone."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        read_when("monday 22 november", SUNDAY)


@pytest.mark.parametrize("words", [*product(["last", "next", "this", "on", "the"], ["week", "month", "day", "year"])])
def test_several_days_are_not_one(words: tuple[str, str]) -> None:
    with pytest.raises(InvalidValue):
        read_when(" ".join(words), SUNDAY)


@pytest.mark.parametrize("text", ["2026.11.5", "2026/11/05", "2026-11-05"])
def test_a_date_with_its_year_first_is_read_in_that_order(text: str) -> None:
    assert read_date([text], date(2026, 11, 22), ahead=False) == date(2026, 11, 5)


@pytest.mark.parametrize("text", ["202.11", "2026.13.40", "100/200"])
def test_numbers_that_are_no_date_are_none(text: str) -> None:
    assert read_date([text], date(2026, 11, 22), ahead=False) is None
