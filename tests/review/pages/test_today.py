from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import DayState, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.journal import Journal
from carelog.review.days.routines import into_day
from carelog.review.pages.due import due
from carelog.review.pages.today import today
from support.scenes import BERLIN, EVENING, FRIDAY, Scene, empty, full_week, when

FOUR = time(4)


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    return Scene()


@pytest.fixture
def journal(home: Path) -> Journal:
    assert not home.exists()
    return full_week()


def names(routines: object) -> list[str]:
    return [each.day.routine.name for each in routines]  # type: ignore[attr-defined]  # RoutineToday


def test_the_mood_of_the_day_is_the_median_of_its_entries_with_its_range(journal: Journal) -> None:
    mood = today(journal, FRIDAY, EVENING).mood
    assert (mood.median, mood.lowest, mood.highest, mood.entries) == (3.5, 3, 4, 2)


def test_two_weeks_end_with_the_day_and_an_unknown_day_is_none(journal: Journal) -> None:
    recent = today(journal, FRIDAY, EVENING).recent
    assert [each.day for each in recent] == [FRIDAY - number * ONE_DAY for number in range(13, -1, -1)]
    assert [each.median for each in recent] == [3, 4, 2, None, 3, 1, 2, 3, None, 3, 4, 4, None, 3.5]


def test_routines_come_in_the_order_of_the_day_and_those_without_a_time_last(journal: Journal) -> None:
    found = today(journal, FRIDAY, EVENING).routines
    assert names(found) == ["Lamotrigine", "Walk", "Evening without screens", "Stretching", "Water", "Violin"]
    assert [each.day.state for each in found] == [
        DayState.DONE,
        DayState.PARTLY,
        DayState.OPEN,
        DayState.OPEN,
        DayState.PARTLY,
        DayState.OPEN,
    ]


def test_what_asks_nothing_today_is_not_listed_unless_it_was_noted(scene: Scene) -> None:
    monday = scene.routine("Choir", "mon")
    scene.routine("Inhaler", "as-needed")
    assert names(today(scene.journal, FRIDAY, EVENING).routines) == []
    scene.tick(monday, "2026-11-20 12:00")
    assert names(today(scene.journal, FRIDAY, EVENING).routines) == ["Choir"]


def test_due_is_what_is_open_now_and_later_what_has_a_time_to_come(journal: Journal) -> None:
    found = due(journal, FRIDAY, EVENING)
    assert names(found.now) == ["Walk", "Stretching", "Water", "Violin"]
    assert names(found.later) == ["Evening without screens"]


def test_of_several_times_a_day_the_next_is_the_one_after_those_noted(scene: Scene) -> None:
    tablets = scene.routine("Tablets", "2/day", at=(time(8), time(20)))
    assert [(each.next_at, each.later) for each in due(scene.journal, FRIDAY, EVENING).now] == [(time(8), False)]
    scene.tick(tablets, "2026-11-20 08:05")
    assert [(each.next_at, each.later) for each in due(scene.journal, FRIDAY, EVENING).later] == [(time(20), True)]
    scene.tick(tablets, "2026-11-20 20:05")
    found = due(scene.journal, FRIDAY, when("2026-11-20 21:00"))
    assert not found.now
    assert not found.later


def test_after_midnight_the_evening_of_the_day_has_come(scene: Scene) -> None:
    scene.routine("Lights out", at=(time(23),))
    scene.routine("Night drops", at=(time(1),))
    past_midnight = Moment.of(datetime(2026, 11, 21, 0, 30, tzinfo=BERLIN))
    found = due(scene.journal, FRIDAY, past_midnight)
    assert names(found.now) == ["Lights out"]
    assert names(found.later) == ["Night drops"]


@given(st.times(), st.times(), st.times(min_value=time(0), max_value=time(12)))
def test_times_of_a_day_are_in_the_order_in_which_the_day_meets_them(one: time, other: time, starts: time) -> None:
    def rank(clock: time) -> tuple[bool, int]:
        return clock < starts, clock.hour * 60 + clock.minute

    assert (into_day(one, starts) <= into_day(other, starts)) == (rank(one) <= rank(other))


def test_a_pause_rests_everything_but_medicine(journal: Journal) -> None:
    journal.pauses.add(FRIDAY)
    found = today(journal, FRIDAY, EVENING)
    assert isinstance(found.pause, Pause)
    assert [each.day.routine.name for each in found.routines if each.is_open] == []
    assert "Lamotrigine" in names(found.routines)
    assert names(due(journal, FRIDAY, EVENING).later) == []


@given(
    st.lists(st.sampled_from([RoutineKind.HABIT, RoutineKind.MEDICINE]), min_size=1, max_size=5),
    st.integers(1, 60),
    st.booleans(),
)
def test_due_and_today_name_the_same_open_routines_whatever_the_time_away(
    kinds: list[RoutineKind], away: int, came_back_before: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setenv("CARELOG_HOME", folder)
        scene, last = Scene(), FRIDAY - away * ONE_DAY
        for number, kind in enumerate(kinds):
            scene.routine(f"Routine {number}", kind=kind, started=last)
        scene.note(f"{last} 12:00", 3)
        if came_back_before:
            scene.note(f"{FRIDAY} 08:00", 3)
        found = due(scene.journal, FRIDAY, EVENING)
        on_page = today(scene.journal, FRIDAY, EVENING).brought_up
        assert sorted(names((*found.now, *found.later))) == sorted(names(each for each in on_page if each.is_open))


def test_medicine_stays_due_in_a_pause(scene: Scene) -> None:
    scene.routine("Tablets", kind=RoutineKind.MEDICINE)
    scene.routine("Piano")
    scene.journal.pauses.add(FRIDAY)
    assert names(due(scene.journal, FRIDAY, EVENING).now) == ["Tablets"]


def test_a_stock_is_brought_up_when_it_reaches_the_number_the_person_chose(scene: Scene) -> None:
    tablets = scene.routine(
        "Tablets", kind=RoutineKind.MEDICINE, stock=Stock(date(2026, 11, 18), 9, per_dose=2, refill_at=5)
    )
    scene.note("2026-11-10 20:00", 3)
    scene.tick(tablets, "2026-11-17 08:00", "2026-11-18 08:00")
    assert not today(scene.journal, FRIDAY, EVENING).low_stock
    scene.tick(tablets, "2026-11-19 08:00")
    assert [(each.routine.name, each.left) for each in today(scene.journal, FRIDAY, EVENING).low_stock] == [
        ("Tablets", 5)
    ]


def test_in_the_week_after_a_return_no_stock_is_brought_up(scene: Scene) -> None:
    scene.routine("Tablets", kind=RoutineKind.MEDICINE, stock=Stock(date(2026, 11, 2), 1, 1, 7))
    scene.note("2026-07-20 20:00", 3)
    scene.note("2026-11-16 20:00", 3)
    assert not today(scene.journal, FRIDAY, EVENING).low_stock
    later = date(2026, 11, 23)
    assert today(scene.journal, later, when("2026-11-23 18:00")).low_stock


def test_after_a_return_everything_noted_and_one_open_thing_are_brought_up(scene: Scene) -> None:
    for name in ("Piano", "Walk", "Tea"):
        scene.routine(name)
    letters = scene.routine("Letters")
    scene.note("2026-07-20 20:00", 3)
    scene.tick(letters, "2026-11-20 12:00", state=TickState.SKIPPED)
    found = today(scene.journal, FRIDAY, EVENING)
    assert names(found.routines) == ["Piano", "Walk", "Tea", "Letters"]
    assert names(found.brought_up) == ["Piano", "Letters"]


def test_medicine_comes_before_any_other_open_thing_after_a_return(scene: Scene) -> None:
    scene.routine("Walk", at=(time(7),))
    for name in ("Morning tablet", "Evening tablet"):
        scene.routine(name, kind=RoutineKind.MEDICINE)
    scene.note("2026-07-20 20:00", 3)
    assert names(today(scene.journal, FRIDAY, EVENING).brought_up) == ["Morning tablet", "Evening tablet"]


def test_only_a_journal_that_holds_nothing_is_new(scene: Scene) -> None:
    with empty() as journal:
        assert today(journal, FRIDAY, EVENING).is_new
    scene.note("2020-01-01 12:00", 3)
    assert not today(scene.journal, FRIDAY, EVENING).is_new


def test_an_entry_without_a_score_counts_as_use_and_says_nothing_about_the_mood(scene: Scene) -> None:
    scene.note("2026-11-20 12:00", None, "only words")
    mood = today(scene.journal, FRIDAY, EVENING).mood
    assert (mood.median, mood.lowest, mood.highest, mood.entries, mood.resting) == (None, None, None, 1, False)
