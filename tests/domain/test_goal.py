"""A goal and how close somebody says they are to it."""

from datetime import UTC, date, datetime

import pytest

from carelog.domain.goal import Goal, GoalRating
from carelog.domain.ids import handle, steady_id
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from support.sentences import whole

DAY = date(2026, 11, 22)
NOW = Moment.of(datetime(2026, 11, 22, 12, tzinfo=UTC))
ID = steady_id("goal", "tea")


def test_it_is_found_by_its_words_and_by_its_handle() -> None:
    goal = Goal(ID, "  tea with Ana ", DAY)
    assert (goal.text, goal.name, goal.handle, goal.let_go) == ("tea with Ana", "tea with Ana", handle(ID), None)
    assert GoalRating(ID, ID, NOW, DAY, None).handle == handle(ID)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_lies_between_0_and_10(value: int) -> None:
    assert [GoalRating(ID, ID, NOW, DAY, each).value for each in (0, 10)] == [0, 10]
    with pytest.raises(InvalidValue, match=whole("A whole number from 0 to 10, please.")):
        GoalRating(ID, ID, NOW, DAY, value)
