"""Steps, kind words, activities and signs refuse to exist when they are wrong."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.contact import Contact
from carelog.domain.people.helpline_mark import HelplineMark
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.outreach import Reached
from carelog.domain.people.plan import SECTIONS, PlanStep, Section
from carelog.domain.sign import Sign
from carelog.errors import InvalidValue
from support import strategies
from support.sentences import whole

DAY = date(2026, 11, 22)
VISIT = Activity("0" * 30 + "abcdef", "visit", ActivityKind.CONNECTION)


def test_the_plan_has_eight_sections_and_a_sentence_apart() -> None:
    assert len(SECTIONS) == 8
    assert set(Section) - set(SECTIONS) == {Section.SENTENCE}


@given(strategies.activities)
def test_an_activity_that_counts_was_done_on_a_day(activity: Activity) -> None:
    assert activity.is_planned == (activity.day is None) == (activity.at is None)
    if activity.was_done:
        assert activity.day is not None
        assert activity.state in (ActivityState.DONE, ActivityState.PARTLY)


@pytest.mark.parametrize("rating", ["expected", "pleasure", "mastery", "closeness"])
@pytest.mark.parametrize("number", [-1, 11])
def test_ratings_go_from_0_to_10(rating: str, number: int) -> None:
    with pytest.raises(InvalidValue, match=whole("Activities are rated from 0 to 10.")):
        replace(VISIT, **{rating: number})


@given(strategies.moments)
def test_a_planned_activity_has_no_moment_and_a_done_one_has(moment: object) -> None:
    with pytest.raises(InvalidValue):
        replace(VISIT, at=moment, day=DAY)
    with pytest.raises(InvalidValue):
        replace(VISIT, state=ActivityState.DONE, day=DAY)
    with pytest.raises(InvalidValue):
        replace(VISIT, state=ActivityState.DONE, at=moment)


@pytest.mark.parametrize(
    ("expected", "pleasure", "better"), [(3, 6, 3), (6, 3, -3), (0, 0, 0), (None, 6, None), (3, None, None)]
)
def test_what_was_expected_is_compared_where_both_are_known(
    expected: int | None, pleasure: int | None, better: int | None
) -> None:
    assert replace(VISIT, expected=expected, pleasure=pleasure).better_by == better


@given(strategies.plan_steps, strategies.kind_words, strategies.reached, strategies.signs)
def test_each_has_a_handle(step: PlanStep, word: KindWord, reached: Reached, sign: Sign) -> None:
    for thing in (step, word, reached, sign, VISIT):
        assert thing.handle == thing.id[-6:]
    assert sign.name == sign.text
    assert VISIT.name == "visit"


@given(strategies.helpline_marks)
def test_a_helpline_is_known_by_country_and_name(mark: HelplineMark) -> None:
    assert len(mark.country) == 2
    with pytest.raises(InvalidValue):
        replace(mark, name=" ")


@pytest.mark.parametrize("days", [0, -1, 367])
def test_keeping_in_touch_is_a_matter_of_days_up_to_a_year(days: int) -> None:
    with pytest.raises(InvalidValue, match=whole("Keeping in touch is counted in days, from 1 up to 366.")):
        Contact("1", "Sam", keep_in_touch=days)
