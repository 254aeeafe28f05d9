"""Golden files of pages. A change here is one that people see: look at the difference before you keep it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.domain.mood import MoodWords
from carelog.review.pages.today import today
from carelog.review.pages.week import week
from carelog.terminal.page import Page
from carelog.terminal.pages.entry_list import EntryList
from carelog.terminal.pages.today import TodayPage
from carelog.terminal.pages.week import WeekPage
from support.scenes import EVENING, FRIDAY, SCENES

Golden = Callable[[str, Page], None]

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize("scene", SCENES)
def test_today_looks_as_it_is_kept(scene: str, golden: Golden) -> None:
    with SCENES[scene]() as journal:
        golden(f"today-{scene}", TodayPage(today(journal, FRIDAY, EVENING), MoodWords()))


@pytest.mark.parametrize("scene", SCENES)
def test_the_week_looks_as_it_is_kept(scene: str, golden: Golden) -> None:
    with SCENES[scene]() as journal:
        golden(f"week-{scene}", WeekPage(week(journal, FRIDAY, FRIDAY), MoodWords()))


@pytest.mark.parametrize("scene", SCENES)
def test_a_list_of_entries_looks_as_it_is_kept(scene: str, golden: Golden) -> None:
    with SCENES[scene]() as journal:
        units = {each.name: each.unit for each in journal.trackers}
        golden(f"entry_list-{scene}", EntryList(list(journal.entries), MoodWords(), units=units))


@pytest.mark.parametrize("page", ["today", "week", "entry_list"])
def test_every_golden_page_is_drawn_by_a_test(page: str) -> None:
    kept = {path.stem for path in (Path(__file__).parents[1] / "golden").glob(f"{page}-*.txt")}
    assert kept == {f"{page}-{scene}" for scene in SCENES}
