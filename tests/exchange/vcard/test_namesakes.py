"""Cards of one name: nobody stands in a list twice, and two people of one name keep a name each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.domain.text import fold
from carelog.exchange.vcard import namesakes
from carelog.exchange.vcard.namesakes import further_ways, is_one_person, joined, told_apart, with_card


def person(name: str, *numbers: str, label: str = "", note: str = "") -> Contact:
    ways = tuple(Way(WayKind.EMAIL if "@" in each else WayKind.PHONE, each, label) for each in numbers)
    return Contact(f"{name} {numbers} {label}", name, ways=ways, note=note)


def apart(card: Contact, others: Sequence[Contact]) -> Contact:
    same = [each for each in others if fold(each.name) == fold(card.name)]
    return told_apart(card, same, {fold(each.name) for each in others})


def values(contact: Contact) -> list[str]:
    return [way.value for way in contact.ways]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("Mama", "1"), person("Mama", "1"), True),
        (person("Mama", "1"), person("MAMA", "1", "2"), True),
        (person("Mama", "+49 171 2345678"), person("Mama", "0171/2345678"), True),
        (person("Mama", "a@example.org"), person("Mama", "A@example.org"), True),
        (person("Mama"), person("Mama", "1"), True),
        (person("Mama", "1"), person("Mama", "2"), False),
        (person("Mama", "1"), person("Mama", "a@example.org"), False),
        (person("Mama", "1"), person("Papa", "1"), False),
        (person("Jose", "1"), person("José", "1"), False),
        (person("José", "1"), person("Jose\u0301", "1"), True),
        (person("Sam Rivera", "1"), person("Rivera Sam", "1"), False),
    ],
)
def test_a_name_and_a_way_in_common_make_one_person(one: Contact, other: Contact, same: bool) -> None:
    assert is_one_person(one, other) is is_one_person(other, one) is same


def test_cards_of_one_person_are_joined_in_any_order() -> None:
    cards = [person("Mama", "1"), person("Mama", "1", "2"), person("Mama", "2", "3"), person("Mama", "9")]
    for order in permutations(cards):
        people = joined(order)
        assert sorted(sorted(values(each)) for each in people) == [["1", "2", "3"], ["9"]]


def test_ten_numbers_stay_ten_and_words_stand_below_each_other() -> None:
    ten = [str(number) for number in range(10)]
    (mama,) = joined([person("Mama", "0", note="a"), person("Mama", *ten, note="b"), person("Mama", note="a")])
    assert (values(mama), mama.note) == (ten, "a\nb")


def test_what_a_contact_has_stands_first_and_stays() -> None:
    known = Contact("1", "Mama", ways=(Way(WayKind.PHONE, "1", "night"),), crisis_order=1, say="hello", agreed_to="x")
    both = with_card(known, person("Mama", "1", "2", label="home"))
    assert (both.id, both.crisis_order, both.say, both.agreed_to) == ("1", 1, "hello", "x")
    assert both.ways == (Way(WayKind.PHONE, "1", "night"), Way(WayKind.PHONE, "2", "home"))


def test_a_number_to_call_and_one_to_text_are_two_ways() -> None:
    texts = Contact("2", "Mama", ways=(Way(WayKind.TEXT, "1"), Way(WayKind.PHONE, "1")))
    assert further_ways(person("Mama", "1"), texts) == (Way(WayKind.TEXT, "1"),)


@pytest.mark.parametrize(
    ("here", "card", "called"),
    [
        ([person("Mama", "1", label="mobile")], person("Mama", "2", label="home"), "Mama home"),
        ([person("Mama", "1", label="home")], person("Mama", "030 1234567", label="home"), "Mama 4567"),
        ([person("Mama", "1")], person("Mama", "030 1234567"), "Mama 4567"),
        ([person("Mama", "1")], person("Mama", "a@example.org"), "Mama 2"),
        ([person("Mama", "1"), person("mama 2")], person("Mama", "a@example.org"), "Mama 3"),
        ([person("MAMA", "1"), person("Mama home", "3")], person("Mama", "2", label="Home"), "Mama 2"),
    ],
)
def test_a_namesake_is_called_by_what_is_different(here: list[Contact], card: Contact, called: str) -> None:
    assert apart(card, here).name == called


numbers = st.lists(st.sampled_from("1234"), max_size=3, unique=True)
cards = st.lists(st.builds(lambda name, given: person(name, *given), st.sampled_from(["Mama", "mama", "Sam"]), numbers))


def joined_by_comparing(cards: Iterable[Contact]) -> list[Contact]:
    """What `joined` means, by comparing each card with all people."""
    people: list[Contact] = []
    for card in cards:
        same = [each for each in people if is_one_person(each, card)]
        same = same if card.ways else same[:1]
        people = [with_card(each, *same[1:], card) if each in same[:1] else each for each in people]
        people = [each for each in people if each not in same[1:]] + ([] if same else [card])
    return people


@given(cards)
def test_cards_are_joined_as_if_each_was_compared_with_everybody(given_cards: list[Contact]) -> None:
    numbered = [replace(each, id=str(number), note=str(number)) for number, each in enumerate(given_cards)]
    assert joined(numbered) == joined_by_comparing(numbered)


@pytest.mark.parametrize("name", ["Mama", "Person {}"])
def test_a_large_address_book_is_compared_once_for_each_card(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folded = []
    monkeypatch.setattr(namesakes, "fold", lambda text: folded.append(text) or fold(text))
    many = [person(name.format(number), f"a{number}@example.org") for number in range(500)]
    assert len(joined(many)) == 500
    assert len(folded) <= 3 * len(many)


@given(cards)
def test_every_number_stays_reachable_under_a_name_of_its_own(given_cards: list[Contact]) -> None:
    people: list[Contact] = []
    for each in joined(given_cards):
        is_taken = fold(each.name) in {fold(other.name) for other in people}
        people.append(apart(each, people) if is_taken else each)
    assert len({fold(each.name) for each in people}) == len(people)
    for each in given_cards:
        reached = {value for it in people if fold(it.name).startswith(fold(each.name)) for value in values(it)}
        assert set(values(each)) <= reached


def test_the_longest_name_still_has_room_for_what_is_different() -> None:
    named = apart(person("x" * 200, "2", label="home"), [person("x" * 200, "1")])
    assert named.name == "x" * 195 + " home"
