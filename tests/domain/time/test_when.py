"""Plain words for a time mean what a person means by them, by day and by night."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.time.dates_as_said import WEEKDAYS
from carelog.domain.time.days import Moment
from carelog.domain.time.when import Direction, Now, Wall, read_day, read_when
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import characters, texts

BACK, FORWARD = Direction.BACK, Direction.FORWARD
EVENING = Now(Moment.of(datetime.fromisoformat("2026-11-22T21:30:00+01:00")), date(2026, 11, 22))
"""A Sunday."""
NIGHT = Now(Moment.of(datetime.fromisoformat("2026-11-24T02:00:00+01:00")), date(2026, 11, 23))
"""02:00 on a Tuesday, which is still the journal's Monday."""
MORNING = Now(Moment.of(datetime.fromisoformat("2026-11-23T08:00:00+01:00")), date(2026, 11, 23))
"""A Monday."""

LONG_AGO = Now(Moment.of(datetime.fromisoformat("1900-01-02T12:00:00+00:00")), date(1900, 1, 2))
LONG_AFTER = Now(Moment.of(datetime.fromisoformat("8999-12-30T12:00:00+00:00")), date(8999, 12, 30))

either = st.sampled_from(Direction)
ordinary = st.sampled_from([EVENING, NIGHT, MORNING])
presents = ordinary | st.sampled_from([LONG_AGO, LONG_AFTER])
words = st.sampled_from(
    [
        *WEEKDAYS,
        "mon",
        "sun",
        "yesterday",
        "today",
        "tomorrow",
        "now",
        "ago",
        "in",
        "at",
        "-2h",
        "+3d",
        "5",
        "days",
        "w",
        "21:00",
        "9pm",
        "2026-11-21",
        "0001-01-01",
        "9999-12-31",
        "99999",
        "weeks",
        "a",
        "Z",
        "T23:30",
        "+01:00",
        ",",
        "-",
    ]
)


def wall(text: str, *, exact: bool = True) -> Wall:
    return Wall(datetime.fromisoformat(text), exact)


def noon(day: str) -> Wall:
    return wall(f"{day}T12:00", exact=False)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-21", noon("2026-11-21")),
        ("2026-11-21 23:30", wall("2026-11-21T23:30")),
        ("2026-11-21 9:05", wall("2026-11-21T09:05")),
        ("2026-11-21 at 9 pm", wall("2026-11-21T21:00")),
        ("2026-11-21T23:30", wall("2026-11-21T23:30")),
        ("2026-11-21t23:30:15", wall("2026-11-21T23:30:15")),
        ("21:00", wall("2026-11-22T21:00")),
        ("21:30", wall("2026-11-22T21:30")),
        ("21:31", wall("2026-11-21T21:31")),
        ("9:41 pm", wall("2026-11-21T21:41")),
        ("at 9pm", None),
        ("yesterday", noon("2026-11-21")),
        ("yesterday 21:00", wall("2026-11-21T21:00")),
        ("Yesterday, at 9 PM", wall("2026-11-21T21:00")),
        ("today 08:00", wall("2026-11-22T08:00")),
        ("monday", noon("2026-11-16")),
        ("mon", noon("2026-11-16")),
        ("saturday", noon("2026-11-21")),
        ("monday 09:00", wall("2026-11-16T09:00")),
        ("sunday 21:00", wall("2026-11-22T21:00")),
        ("sunday 22:00", wall("2026-11-15T22:00")),
        ("3 days ago", noon("2026-11-19")),
        ("1 day ago", noon("2026-11-21")),
        ("a week ago", noon("2026-11-15")),
        ("one week ago", noon("2026-11-15")),
        ("-3d", noon("2026-11-19")),
        ("-2w", noon("2026-11-08")),
        ("tomorrow", noon("2026-11-23")),
        ("in 3 days", noon("2026-11-25")),
        ("+3d", noon("2026-11-25")),
    ],
)
def test_words_for_an_entry_look_back(text: str, meant: Wall | None) -> None:
    if meant is None:
        with pytest.raises(InvalidValue):
            read_when(text, EVENING)
    else:
        assert read_when(text, EVENING) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("21:30", wall("2026-11-22T21:30")),
        ("21:00", wall("2026-11-23T21:00")),
        ("tomorrow 09:00", wall("2026-11-23T09:00")),
        ("monday", noon("2026-11-23")),
        ("sunday", noon("2026-11-29")),
        ("sunday 22:00", wall("2026-11-29T22:00")),
        ("2w", noon("2026-12-06")),
        ("3 days", noon("2026-11-25")),
        ("in 2 weeks", noon("2026-12-06")),
        ("-1d", noon("2026-11-21")),
        ("yesterday", noon("2026-11-21")),
        ("2026-11-21 23:30", wall("2026-11-21T23:30")),
    ],
)
def test_words_for_a_plan_look_forward(text: str, meant: Wall) -> None:
    assert read_when(text, EVENING, FORWARD) == meant


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("-2h", -2),
        ("2 hours ago", -2),
        ("90 min ago", -1.5),
        ("-30m", -0.5),
        ("an hour ago", -1),
        ("in 2h", 2),
        ("+1h", 1),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_hours_and_minutes_are_counted_on_the_instant(text: str, hours: float, direction: Direction) -> None:
    found = read_when(text, EVENING, direction)
    assert found == Moment(EVENING.moment.instant + timedelta(hours=hours), 60)


@pytest.mark.parametrize("text", ["now", "today", "TODAY", "2026-11-22", "sunday", "sun", "0 days ago", "-0d"])
def test_the_present_day_stands_for_the_present_and_is_never_in_the_future(text: str) -> None:
    assert read_when(text, EVENING) == EVENING.moment


@pytest.mark.parametrize("text", ["monday", "today", "2026-11-23"])
def test_today_by_any_name_is_not_noted_at_a_noon_that_has_not_come(text: str) -> None:
    assert read_when(text, MORNING) == MORNING.moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-23"),
        ("now", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("1 day ago", "2026-11-22"),
        ("-1d", "2026-11-22"),
        ("3 days ago", "2026-11-20"),
        ("monday", "2026-11-23"),
        ("tuesday", "2026-11-17"),
        ("2026-11-24", "2026-11-24"),
        ("yesterday 21:00", "2026-11-22"),
        ("-5h", "2026-11-23"),
    ],
)
def test_after_midnight_days_are_counted_from_the_day_that_has_not_ended(text: str, day: str) -> None:
    assert read_day(text, NIGHT) == date.fromisoformat(day)


def test_an_offset_makes_a_time_certain() -> None:
    for text in ("2026-11-21T23:30:00-05:00", "2026-11-22T04:30Z", "2026-11-21 23:30-05:00"):
        found = read_when(text, EVENING)
        assert isinstance(found, Moment)
        assert found.instant == datetime(2026, 11, 22, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "4",
        "2h",
        "3 days",
        "ago",
        "-",
        "+",
        "-2",
        "in",
        "monday tuesday",
        "monday 25:00",
        "2026-13-01",
        "2026-11-31",
        "20.11",
        "3-4",
        "20/11/26",
        "half past 8",
        "may",
        "22nd",
        "32 may",
        "31 june",
        "29 february 2026",
        "last week",
        "this night",
        "yesterday at 8",
        "3 dayss ago",
        "-5 parsecs",
        "- -2h",
        "999999999 days ago",
        "2026-11-21 23:30 23:30",
        "٣ days ago",
        "at at",
        "1.5 hours ago",
    ],
)
def test_what_is_not_understood_is_refused_with_examples(text: str) -> None:
    examples = "yesterday 21:00, last monday, this morning, 16 may, -2h, 3 days ago, 2026-11-21 23:30"
    refusal = f"“{text.strip()}” is not a time carelog understands. Examples: {examples}."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        read_when(text, EVENING)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("99999 weeks ago", LONG_AGO),
        ("in 99999 weeks", LONG_AFTER),
        ("-1w", LONG_AGO),
        ("50 hours ago", LONG_AGO),
        ("in 2 years", LONG_AFTER),
        ("in 53 weeks", LONG_AFTER),
    ],
)
def test_words_that_lead_out_of_the_years_are_refused(text: str, now: Now) -> None:
    with pytest.raises(InvalidValue):
        read_when(text, now)


@pytest.mark.parametrize(
    ("text", "now", "meant"), [("in 2d", LONG_AFTER, noon("9000-01-01")), ("monday", LONG_AGO, noon("1900-01-01"))]
)
def test_the_first_and_last_days_can_be_named(text: str, now: Now, meant: Wall) -> None:
    assert read_when(text, now) == meant


@pytest.mark.parametrize(
    "text", ["0001-01-01", "9999-12-31 23:59", "1899-12-31", "99999 weeks ago", "0001-01-01T00:00+14:00"]
)
def test_a_year_that_the_journal_cannot_keep_is_refused_before_it_is_anything(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_when(text, EVENING)


@example("2026-11-21\ud80023:30", EVENING, BACK)
@given(st.one_of(texts, st.text(characters), st.lists(words, max_size=4).map(" ".join)), presents, either)
def test_any_text_is_a_time_that_can_be_kept_or_refused_in_a_sentence(
    text: str, now: Now, direction: Direction
) -> None:
    try:
        found = read_when(text, now, direction)
    except InvalidValue:
        with pytest.raises(InvalidValue):
            read_day(text, now, direction)
        return
    assert 1900 <= (found.instant if isinstance(found, Moment) else found.shown).year <= 9000
    assert isinstance(read_day(text, now, direction), date)


@given(
    st.datetimes(datetime.fromisoformat("1900-01-01T00:00"), datetime.fromisoformat("9000-12-31T00:00")),
    presents,
    either,
)
def test_a_time_written_out_means_itself_whatever_the_present(shown: datetime, now: Now, direction: Direction) -> None:
    assert read_when(shown.isoformat(" "), now, direction) == Wall(shown)


@given(st.times().map(lambda each: f"{each:%H:%M}"), presents)
def test_a_clock_time_alone_is_within_a_day_of_the_present(clock: str, now: Now) -> None:
    back, forward = read_when(clock, now), read_when(clock, now, FORWARD)
    assert isinstance(back, Wall)
    assert isinstance(forward, Wall)
    assert timedelta(0) <= now.wall - back.shown < timedelta(days=1)
    assert timedelta(0) <= forward.shown - now.wall < timedelta(days=1)


@given(st.integers(0, 6), ordinary)
def test_a_weekday_is_within_the_last_seven_days_or_the_next(number: int, now: Now) -> None:
    for name in (WEEKDAYS[number], WEEKDAYS[number][:3].upper()):
        back, forward = read_day(name, now), read_day(name, now, FORWARD)
        assert back.weekday() == forward.weekday() == number
        assert timedelta(0) <= now.day - back < timedelta(days=7)
        assert timedelta(0) < forward - now.day <= timedelta(days=7)
