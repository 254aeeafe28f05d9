"""Nothing on the crisis card is about somebody who is kept off it."""

from datetime import date

import pytest

from carelog.domain.people.contact import Contact, Role
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.on_card import people_on_card, steps_on_card, word_on_card
from carelog.domain.people.plan import PlanStep, Section

MAYA = Contact("m", "Maya Okonkwo", Role.FRIEND, crisis_order=1)
SAM = Contact("s", "Sam", Role.FRIEND, crisis_order=2, not_on_card=True)
DAY = date(2026, 11, 22)


def test_whoever_is_kept_off_the_card_is_not_on_it() -> None:
    assert people_on_card([MAYA, SAM]) == [MAYA]


@pytest.mark.parametrize(
    ("step", "is_shown"),
    [
        (PlanStep("1", Section.ALONE, "make tea"), True),
        (PlanStep("2", Section.PEOPLE, "call Maya"), True),
        (PlanStep("3", Section.PEOPLE, "call Sam, any hour"), False),
        (PlanStep("4", Section.PEOPLE, "call", contact_id="s"), False),
        (PlanStep("5", Section.ALONE, "bag in the hall", not_on_card=True), False),
    ],
)
def test_a_step_that_is_about_them_or_kept_off_is_not_on_it(step: PlanStep, is_shown: bool) -> None:
    assert (steps_on_card([MAYA, SAM], [step]) == [step]) is is_shown


@pytest.mark.parametrize(
    ("text", "from_whom", "is_shown"),
    [("You came back.", "Maya", True), ("You came back.", "Sam", False), ("Sam is proud of you.", "", False)],
)
def test_a_kind_word_of_them_is_not_on_it(text: str, from_whom: str, is_shown: bool) -> None:
    word = KindWord("k", DAY, text, from_whom)
    assert (word_on_card([MAYA, SAM], word) is word) is is_shown
    assert word_on_card([MAYA], word) is word


def test_without_a_kind_word_there_is_none() -> None:
    assert word_on_card([MAYA, SAM], None) is None
