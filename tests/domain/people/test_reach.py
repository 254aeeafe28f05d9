"""Whom to turn to: who is there first, one person at a time, and nobody is woken who did not say so."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.contact import LAST_PLACE, Contact, GoodFor, Role, Way, WayKind
from carelog.domain.people.reach import OFFICES, Candidate, is_night, who_is_next, whom_to_ask

PHONE = (Way(WayKind.PHONE, "020 7946 0018"),)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
contacts = st.builds(
    Contact,
    id=st.uuids().map(str),
    name=st.just("Sam"),
    role=st.sampled_from(Role),
    ways=st.sampled_from([PHONE, PHONE, ()]),
    good_for=st.lists(st.sampled_from(GoodFor), unique=True).map(tuple),
    crisis_order=st.none() | st.integers(1, 3),
    agreed_to=st.sampled_from(["", "", "a call at any hour"]),
)


def candidates_at(night: bool) -> st.SearchStrategy[list[Candidate]]:
    each = st.builds(
        Candidate,
        contacts,
        st.sampled_from([True, False, None]),
        st.none() | instants,
        st.none() | days,
        night=st.just(night),
    )
    return st.lists(each)


candidates = st.booleans().flatmap(candidates_at)
wishes = st.lists(st.sampled_from(GoodFor), max_size=2, unique=True)


@given(candidates, wishes)
def test_who_is_proposed_can_be_reached_and_may_be_there(people: list[Candidate], wish: list[GoodFor]) -> None:
    chosen = whom_to_ask(people, wish)
    may_be_there = [each for each in people if each.contact.ways and (each.is_there or each.reachable is None)]
    assert (chosen is None) == (not may_be_there)
    assert chosen is None or chosen in may_be_there


@given(candidates)
def test_who_said_any_hour_comes_first_whenever_they_were_asked_last(people: list[Candidate]) -> None:
    said = [each for each in people if each.contact.ways and each.any_hour]
    chosen = whom_to_ask(people)
    assert not said or chosen in said


@given(candidates_at(night=True), wishes)
def test_at_night_nobody_is_woken_while_somebody_is_there(people: list[Candidate], wish: list[GoodFor]) -> None:
    chosen = whom_to_ask(people, wish)
    if chosen and chosen.may_sleep:
        assert not [each for each in people if each.contact.ways and each.is_there]


@given(candidates_at(night=True))
def test_at_night_a_professional_without_hours_comes_last(people: list[Candidate]) -> None:
    chosen = whom_to_ask(people)
    if chosen and chosen.is_closed_office:
        assert chosen.contact.role in OFFICES
        others = [each for each in people if each.contact.ways and not each.is_closed_office]
        assert all(each.reachable is False and not each.any_hour for each in others)


@given(candidates)
def test_among_equals_the_order_of_the_card_counts_then_who_has_waited_longest(people: list[Candidate]) -> None:
    chosen = whom_to_ask(people)
    if chosen is None:
        return
    for each in people:
        alike = (each.any_hour, each.reachable, each.contact.role) == (
            chosen.any_hour,
            chosen.reachable,
            chosen.contact.role,
        )
        if each.contact.ways and alike:
            places = [one.contact.crisis_order or LAST_PLACE + 1 for one in (chosen, each)]
            assert places[0] <= places[1]
            if places[0] == places[1]:
                assert (chosen.asked or date.min) <= (each.asked or date.min)


@given(candidates, days)
def test_equals_have_their_turn_one_after_the_other(people: list[Candidate], today: date) -> None:
    fresh = [replace(each, contact=replace(each.contact, crisis_order=None), asked=None) for each in people]
    there = [each for each in fresh if each.contact.ways and each.reachable is True and not each.any_hour]
    asked: list[str] = []
    for _ in range(len(there)):
        chosen = whom_to_ask(there)
        assert chosen is not None
        asked.append(chosen.contact.id)
        there = [replace(each, asked=today) if each is chosen else each for each in there]
    assert sorted(asked) == sorted(each.contact.id for each in there)


@given(candidates_at(night=False), wishes)
def test_those_who_are_marked_for_it_come_before_others(people: list[Candidate], wish: list[GoodFor]) -> None:
    chosen = whom_to_ask(people, wish)
    if chosen:
        may_be_there = [each for each in people if each.contact.ways and (each.is_there or each.reachable is None)]
        good_for = [len({*wish} & {*each.contact.good_for}) for each in may_be_there]
        assert len({*wish} & {*chosen.contact.good_for}) == max(good_for)


@given(candidates, wishes)
def test_the_next_one_is_not_there_yet_and_their_hours_begin_first(
    people: list[Candidate], wish: list[GoodFor]
) -> None:
    closed = [each for each in people if each.contact.ways and each.opens and not each.is_there]
    following = who_is_next(people, wish)
    if following is None:
        assert not [each for each in closed if {*wish} <= {*each.contact.good_for}]
    else:
        assert following in closed
        assert following.opens is not None
        marked = (each for each in closed if {*wish} <= {*each.contact.good_for})
        assert all(each.opens is not None and following.opens <= each.opens for each in marked)


@given(st.datetimes())
def test_the_night_is_from_ten_to_seven(wall: datetime) -> None:
    assert is_night(wall) is (wall.hour in {22, 23, 0, 1, 2, 3, 4, 5, 6})
