"""The forms of a name that people write, and the texts that have one of them."""

import pytest

from carelog.domain.people.contact import Contact, Role
from carelog.domain.people.on_card import people_on_card, steps_on_card
from carelog.domain.people.plan import PlanStep, Section
from carelog.domain.people.spoken_name import speaks_of, spoken_names, with_covers


@pytest.mark.parametrize(
    ("name", "role", "spoken"),
    [
        ("Maya Okonkwo", Role.FRIEND, {"maya okonkwo", "maya"}),
        ("Ines Moreau, therapist", Role.PROFESSIONAL, {"ines moreau", "ines"}),
        ("Dr. Ashgrove", Role.PROFESSIONAL, {"dr. ashgrove", "ashgrove"}),
        ("Auntie Bea (mobile)", Role.FAMILY, {"auntie bea", "bea"}),
        ("Jo", Role.FRIEND, {"jo"}),
        ("Al Green", Role.FRIEND, {"al green"}),
        ("Pottery class", Role.GROUP, {"pottery class"}),
        ("佐藤 美咲", Role.FRIEND, {"佐藤 美咲", "佐藤"}),
        ("Zoë", Role.FRIEND, {"zoe"}),
        ("Rabbi Levi [shul]", Role.PEER, {"rabbi levi", "levi"}),
        ("美咲（妹）", Role.FAMILY, {"美咲"}),
    ],
)
def test_somebody_is_called_by_the_whole_name_and_a_person_by_the_first(
    name: str, role: Role, spoken: set[str]
) -> None:
    assert spoken_names(Contact("1", name, role)) == spoken


def test_what_the_person_calls_somebody_is_their_name_too_however_short() -> None:
    joanna = Contact("1", "Joanna Fernsby", called="Jo", cover="Pottery class")
    assert spoken_names(joanna) == {"joanna fernsby", "joanna", "jo"}
    assert spoken_names(Contact("2", "Jonathan Lee, work"), [joanna]) == {"jonathan lee", "jonathan"}
    assert with_covers("call Jo, then tea", [joanna]) == "call Pottery class, then tea"


def test_a_first_name_that_two_people_have_means_neither() -> None:
    sam, other = Contact("1", "Sam Rivera"), Contact("2", "Sam Lee")
    assert spoken_names(sam, [sam, other]) == {"sam rivera"}


@pytest.mark.parametrize(
    ("text", "is_spoken_of"),
    [
        ("call Maya, any hour", True),
        ("MAYA’S house", True),
        ("Mayas Handy", True),
        ("the mayapple", False),
        ("amaya", False),
        ("at #maya", True),
    ],
)
def test_a_name_is_a_whole_word(text: str, is_spoken_of: bool) -> None:
    assert speaks_of(text, {"maya"}) is is_spoken_of


def test_a_name_without_blanks_around_it_is_found() -> None:
    assert speaks_of("美咲に電話する", {"美咲"})


def test_a_cover_stands_in_for_a_name_however_it_is_spelled() -> None:
    zoe = Contact("1", "Zoë Okonkwo", cover="Pottery class")
    assert with_covers("call Zoë Okonkwo, then tea", [zoe]) in ("call Pottery class, then tea", "Pottery class")
    assert with_covers("call Zoe, then tea", [zoe]) == "call Pottery class, then tea"
    assert with_covers("make tea", [zoe]) == "make tea"
    assert with_covers("call Zoe", [Contact("1", "Zoe", cover=r"a \\1 class")]) == r"call a \\1 class"


def test_what_is_kept_off_the_card_takes_along_what_has_the_name() -> None:
    maya, jo = Contact("1", "Maya", crisis_order=1, not_on_card=True), Contact("2", "Jo", crisis_order=2)
    steps = [
        PlanStep("1", Section.PEOPLE, "call her", contact_id="1"),
        PlanStep("2", Section.ALONE, "walk to Maya’s"),
        PlanStep("3", Section.ALONE, "the bag at Jo’s", not_on_card=True),
        PlanStep("4", Section.PEOPLE, "call Jo", contact_id="2"),
    ]
    assert people_on_card([maya, jo]) == [jo]
    assert [each.id for each in steps_on_card([maya, jo], steps)] == ["4"]
