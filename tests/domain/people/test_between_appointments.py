"""Repeated appointments, agreements, topics, questionnaire answers and shares."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.share import Share
from carelog.domain.time.days import Moment, Period
from carelog.errors import InvalidValue
from support import strategies
from support.sentences import whole

DAY = date(2026, 11, 22)
ID = "0199c0de-0000-7000-8000-00000000beef"
near = st.integers(-60, 60).map(lambda days: DAY + timedelta(days=days))
rounds = st.builds(
    Appointment, id=strategies.ids, day=near, every=st.none() | st.integers(1, 40), until=st.none() | near
)


def days_of(appointment: Appointment) -> list[date]:
    """The days of an appointment one by one, over a longer time than any example."""
    last = min(appointment.until or date.max, DAY + timedelta(days=200))
    step = timedelta(days=appointment.every or 1000)
    found, day = [], appointment.day
    while day <= last:
        found.append(day)
        day += step
    return found


@given(rounds, near)
@example(Appointment(ID, DAY), DAY + timedelta(days=3))
@example(Appointment(ID, DAY, every=7, until=DAY + timedelta(days=6)), DAY + timedelta(days=3))
def test_the_last_and_the_next_appointment_are_those_of_its_days(appointment: Appointment, day: date) -> None:
    days = days_of(appointment)
    assert appointment.last_on_or_before(day) == max((each for each in days if each <= day), default=None)
    assert appointment.next_on_or_after(day) == min((each for each in days if each >= day), default=None)


@pytest.mark.parametrize("every", [0, -7, 367])
def test_an_interval_of_appointments_is_from_a_day_to_a_year(every: int) -> None:
    with pytest.raises(InvalidValue, match=whole("An appointment can repeat every 1 to 366 days.")):
        Appointment("id", DAY, every=every)


@given(
    rounds
    | strategies.agreements
    | strategies.topics
    | strategies.answered
    | strategies.shares
    | strategies.import_runs
)
@example(Agreement(ID, DAY, "walk"))
@example(Topic(ID, DAY, "nights"))
@example(Answered(ID, "phq9", Moment.of_milliseconds(0, 0), DAY, (0,)))
def test_each_has_a_handle(thing: Appointment | Agreement | Topic | Answered | Share) -> None:
    assert thing.id.replace("-", "").endswith(thing.handle)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_what_was_agreed_and_what_to_bring_need_words(text: str) -> None:
    with pytest.raises(InvalidValue):
        Agreement("id", DAY, text)
    with pytest.raises(InvalidValue):
        Topic("id", DAY, text)


@pytest.mark.parametrize(("answers", "difficulty"), [((), None), ((None, None), None), ((0, -1), None), ((1,), -1)])
def test_answers_are_counted_from_0_and_there_is_one(answers: tuple[int | None, ...], difficulty: int | None) -> None:
    refusal = "A questionnaire needs at least one answer, and answers are counted from 0."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        Answered("id", "phq9", Moment.of_milliseconds(0, 0), DAY, answers, difficulty)


@pytest.mark.parametrize("digest", ["", "0" * 63, "G" * 64, "0" * 65])
def test_a_share_knows_its_file_by_a_whole_sha256(digest: str) -> None:
    with pytest.raises(InvalidValue, match=whole("A SHA-256 has 64 hexadecimal digits.")):
        Share("id", Moment.of_milliseconds(0, 0), DAY, "therapist", "md", Period(DAY, DAY), (), digest)
