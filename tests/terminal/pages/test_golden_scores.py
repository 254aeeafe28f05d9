"""Golden files of the scores of questionnaires."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from carelog.domain.questionnaires.answer import Answered
from carelog.domain.time.days import Moment
from carelog.paths import Paths
from carelog.questionnaires import questionnaire
from carelog.review.days.scores import scores_of
from carelog.terminal.page import Page
from carelog.terminal.pages.scores import ScoresPage
from support.scenes import BERLIN

Golden = Callable[[str, Page], None]
SEVERAL = (
    (0, 0, 0, 0, 0, 0, 0, 0, 0),
    (3, 3, 3, 3, 3, 3, 3, 3, 2),
    (1, 2, None, 1, 1, 1, 1, 1, 0),
    (1, 2, 2, 1, 1, 1, 1, 1, 0),
)
CASES = {"none": ("phq9", ()), "one": ("phq4", ((1, 2, 0, 3),)), "several": ("phq9", SEVERAL)}


@pytest.mark.parametrize("name", CASES)
def test_scores_look_as_they_are_kept(name: str, golden: Golden, home: Path) -> None:
    key, given = CASES[name]
    days = (date(2026, month, 9) for month in range(1, 12))
    answered = [
        Answered(str(number), key, Moment.of(datetime.combine(day, time(12), BERLIN)), day, each)
        for number, (day, each) in enumerate(zip(days, given, strict=False))
    ]
    golden(f"scores-{name}", ScoresPage(scores_of(questionnaire(Paths.inside(home), key), answered)))
