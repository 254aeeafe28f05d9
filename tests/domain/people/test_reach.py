"""Whom to turn to: one person who may be there, in turn."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.contact import Contact, GoodFor, Way, WayKind
from carelog.domain.people.reach import Candidate, who_is_next, whom_to_ask

TODAY = date(2026, 11, 22)
PHONE = (Way(WayKind.PHONE, "020 7946 0018"),)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
contacts = st.builds(
    Contact,
    id=st.uuids().map(str),
    name=st.just("Sam"),
    ways=st.sampled_from([PHONE, PHONE, ()]),
    good_for=st.lists(st.sampled_from(GoodFor), unique=True).map(tuple),
)
candidates = st.lists(
    st.builds(Candidate, contacts, st.sampled_from([True, False, None]), st.none() | instants, st.none() | days)
)
wishes = st.none() | st.sampled_from(GoodFor)


@given(candidates, wishes)
def test_who_is_proposed_can_be_reached_and_may_be_there(people: list[Candidate], wish: GoodFor | None) -> None:
    chosen = whom_to_ask(people, TODAY, wish)
    may_be_there = [each for each in people if each.contact.ways and each.reachable is not False]
    if chosen is None:
        marked = [each for each in people if each.contact.ways and wish in each.contact.good_for]
        assert not may_be_there or all(each.reachable is False for each in marked)
    else:
        assert chosen in may_be_there


@given(candidates, wishes)
def test_nobody_is_passed_over_who_has_waited_longer(people: list[Candidate], wish: GoodFor | None) -> None:
    chosen = whom_to_ask(people, TODAY, wish)
    if chosen is None:
        return
    for each in people:
        marked = wish is None or (wish in each.contact.good_for) >= (wish in chosen.contact.good_for)
        if not each.contact.ways or each.reachable is False or not marked:
            continue
        lately = chosen.was_asked_lately(TODAY), each.was_asked_lately(TODAY)
        assert lately[0] <= lately[1]
        if lately[0] == lately[1] and chosen.reachable == each.reachable:
            assert (chosen.asked or date.min) <= (each.asked or date.min)


@given(candidates, wishes, days)
def test_everybody_has_their_turn(people: list[Candidate], wish: GoodFor | None, today: date) -> None:
    fresh = [replace(each, asked=None) for each in people]
    asked: list[str] = []
    for _ in fresh:
        if chosen := whom_to_ask(fresh, today, wish):
            asked.append(chosen.contact.id)
            fresh = [replace(each, asked=today) if each is chosen else each for each in fresh]
    may_be_there = [each for each in fresh if each.contact.ways]
    marked = [each for each in may_be_there if wish in each.contact.good_for] or may_be_there
    turns = {each.contact.id for each in marked if each.reachable is not False}
    assert set(asked) == turns


@given(candidates, wishes)
def test_those_who_are_marked_for_it_come_before_others(people: list[Candidate], wish: GoodFor | None) -> None:
    chosen = whom_to_ask(people, TODAY, wish)
    if wish and chosen and wish not in chosen.contact.good_for:
        assert not [each for each in people if each.contact.ways and wish in each.contact.good_for]


@given(candidates, wishes)
def test_the_next_one_is_whose_hours_begin_first(people: list[Candidate], wish: GoodFor | None) -> None:
    following = who_is_next(people, wish)
    if following is None:
        assert not [each for each in people if each.contact.ways and each.opens and (wish in each.contact.good_for)]
    else:
        assert following.opens is not None
        assert all(
            following.opens <= each.opens
            for each in people
            if each.opens and each.contact.ways and (wish is None or wish in each.contact.good_for)
        )
