"""Who said yes at any hour: never somebody who took hours away."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.any_hour import is_there_at_any_hour, said_a_call, said_any_hour
from carelog.domain.people.contact import Contact
from carelog.domain.people.hours import read_hours


@pytest.mark.parametrize(
    "words",
    [
        "a call at any hour",
        "A CALL, ANY TIME",
        "call me anytime, do not hesitate",
        "a text, day or night",
        "night and day",
        "24/7",
        "round the clock",
        "a call in the middle of the night",
        "call whenever it is bad",
        "always",
    ],
)
def test_words_that_say_any_hour(words: str) -> None:
    assert said_any_hour(Contact("", "Jo", agreed_to=words))
    assert is_there_at_any_hour(Contact("", "Jo", agreed_to=words, hours="Mon-Fri 09:00-17:00"))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a call in the evening",
        "a call, but not at any hour",
        "any time before ten",
        "any time except at night",
        "any hour on weekends",
        "any time, only texts after nine",
        "anything",
        "a walk every Sunday",
        "any time Mon-Fri",
        "any hour on Sat",
        "any time in the evening",
        "any time this week",
    ],
)
def test_words_that_say_less_wake_nobody(words: str) -> None:
    assert not is_there_at_any_hour(Contact("", "Jo", agreed_to=words))


@pytest.mark.parametrize(
    ("hours", "always"),
    [
        ("24/7", True),
        ("any hour", True),
        ("day or night", True),
        ("any hour, really", True),
        ("daily 00:00-12:00; daily 12:00-24:00", True),
        ("weekdays any time", False),
        ("Mon-Fri any time", False),
        ("any time 9-17", False),
        ("any time from 9:00 to 17:00", False),
        ("anytime after 18:00", False),
        ("24 hours a day", True),
        ("daily 09:00-21:00", False),
        ("most evenings", False),
        ("", False),
    ],
)
def test_hours_that_never_close_are_any_hour(hours: str, always: bool) -> None:
    contact = Contact("", "Jo", hours=hours)
    assert is_there_at_any_hour(contact) is always
    assert not said_any_hour(contact)


def test_a_message_speaks_of_a_call_to_those_who_said_yes_to_one() -> None:
    assert said_a_call(Contact("", "Jo", agreed_to="a call at any hour"))
    assert not said_a_call(Contact("", "Jo", agreed_to="a text at any hour"))


spans = st.tuples(st.sampled_from(["Mon", "Tue-Sat", "Sun", "daily"]), st.integers(0, 23), st.integers(1, 24))


@given(st.lists(spans, min_size=1, max_size=5))
def test_hours_never_close_if_they_cover_every_minute_of_a_week(parts: list[tuple[str, int, int]]) -> None:
    hours = read_hours("; ".join(f"{days} {begin}:00-{end}:00" for days, begin, end in parts))
    if hours is None:
        return
    monday = datetime(2026, 11, 23)  # noqa: DTZ001
    week = (monday + timedelta(minutes=30 * number) for number in range(7 * 48))
    assert hours.never_close is all(map(hours.cover, week))
