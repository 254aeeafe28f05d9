"""The quiet line that ends a page: last, once, and without a full stop behind a command to copy."""

from collections.abc import Callable

import pytest

from carelog.domain.mood import MoodWords
from carelog.review.pages.today import today
from carelog.settings import StartQuestion
from carelog.terminal.page import Page
from carelog.terminal.pages.today import TodayPage
from carelog.terminal.pages.with_line import PageWithLine
from carelog.wording.start import not_set_yet
from support.drawing import lines_of
from support.scenes import EVENING, FRIDAY, full_week

LINE = "Not set yet: your country, one person to call. carelog start"


@pytest.fixture(autouse=True)
def _home(home: object) -> None:
    """Scenes are journals in a home."""


def test_it_looks_like_this(golden: Callable[[str, Page], None]) -> None:
    with full_week() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), MoodWords())
        golden("with_line-full_week", PageWithLine(page, not_set_yet([StartQuestion.COUNTRY, StartQuestion.PERSON])))


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_it_comes_last_below_a_blank_line_and_is_spoken_last(columns: int) -> None:
    with full_week() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), MoodWords())
        shown = lines_of(PageWithLine(page, LINE), columns)
        assert " ".join("\n".join(shown).rpartition("\n\n")[2].split()) == LINE
        assert [*PageWithLine(page, LINE).sentences()] == [*page.sentences(), LINE]
