from datetime import date, timedelta
from pathlib import Path

import pytest

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.contact import Role
from carelog.domain.routines.routine import DayState, RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.review.pages.week import RoutineWeek, week
from support.scenes import EVENING, FRIDAY, Scene, full_week

SUNDAY = date(2026, 11, 22)
LATER = date(2026, 12, 20)


@pytest.fixture
def journal(home: Path) -> Journal:
    assert not home.exists()
    return full_week()


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    scene = Scene()
    for number in range(60):
        scene.note(f"{LATER - timedelta(days=number)} 20:00", 3)
    return scene


def routine(journal: Journal, name: str, today: date = FRIDAY, day: date = FRIDAY) -> RoutineWeek:
    return next(each for each in week(journal, day, today).routines if each.routine.name == name)


@pytest.mark.parametrize("day", list(Period.week_of(FRIDAY)))
def test_every_day_of_a_week_shows_the_same_week(day: date, journal: Journal) -> None:
    assert week(journal, day, FRIDAY) == week(journal, FRIDAY, FRIDAY)


def test_a_week_has_seven_days_from_monday(journal: Journal) -> None:
    found = week(journal, FRIDAY, FRIDAY)
    assert [each.day for each in found.moods] == list(Period(date(2026, 11, 16), SUNDAY))
    assert [each.median for each in found.moods] == [3, 4, 4, None, 3.5, None, None]
    assert (found.number, found.days_with_entries, found.days_come) == (47, 4, 5)
    assert [len(entries) for entries in found.entries] == [2, 3, 1, 0, 2, 0, 0]


def test_a_pause_has_neither_plans_nor_meetings_and_keeps_what_was_done_on_it(journal: Journal) -> None:
    for text, day in (("seeds", FRIDAY), ("tea", SUNDAY)):
        journal.activities.insert(Activity(journal.activities.new_id(), text, ActivityKind.FUN, planned_day=day))
    new_id, kind, done = journal.activities.new_id(), ActivityKind.FUN, ActivityState.DONE
    journal.activities.insert(Activity(new_id, "swam", kind, done, at=EVENING, day=FRIDAY))
    for name, meets in (("Choir", "Sat 19:00 every week"), ("Walks", "Sun 11:00 every week")):
        journal.contacts.add(name, role=Role.GROUP, meets=meets)
    journal.pauses.add(FRIDAY, date(2026, 11, 21))
    found = week(journal, FRIDAY, FRIDAY, EVENING)
    assert [each.activity.text for each in found.activities] == ["swam", "tea"]
    assert [each.contact.name for each in found.meetings] == ["Walks"]


def test_a_tracker_shows_the_median_of_each_day_and_none_where_there_is_no_reading(scene: Scene) -> None:
    scene.journal.trackers.add("sleep", unit="h")
    scene.journal.trackers.add("tension")
    for hour, reading in ((8, 5.0), (9, 9.0), (10, 6.0)):
        scene.note(f"2026-11-17 {hour:02}:00", readings={"sleep": reading})
    found = week(scene.journal, FRIDAY, FRIDAY).trackers
    assert [each.tracker.name for each in found] == ["sleep"]
    assert found[0].readings == (None, 6.0, None, None, None, None, None)


def test_a_tracker_that_was_put_away_shows_in_the_weeks_that_used_it(scene: Scene) -> None:
    tracker = scene.journal.trackers.add("sleep", unit="h")
    scene.note("2026-11-17 08:00", readings={"sleep": 5})
    scene.journal.trackers.archive(tracker, FRIDAY)
    assert [each.tracker.name for each in week(scene.journal, FRIDAY, LATER).trackers] == ["sleep"]
    assert week(scene.journal, date(2026, 11, 25), LATER).trackers == ()


def test_a_daily_routine_counts_the_days_that_are_over_and_today_once_it_is_done(scene: Scene) -> None:
    walk = scene.routine("Walk")
    scene.tick(walk, "2026-11-16 12:00", "2026-11-18 12:00")
    assert (routine(scene.journal, "Walk").kept, routine(scene.journal, "Walk").due) == (2, 4)
    scene.tick(walk, "2026-11-20 12:00")
    assert (routine(scene.journal, "Walk").kept, routine(scene.journal, "Walk").due) == (3, 5)
    assert routine(scene.journal, "Walk", LATER).due == 7


def test_a_second_tick_of_a_day_that_asked_once_is_not_counted_twice(scene: Scene) -> None:
    walk = scene.routine("Walk")
    scene.tick(walk, "2026-11-16 12:00", "2026-11-16 13:00")
    assert routine(scene.journal, "Walk").kept == 1


def test_half_of_twice_a_day_counts_as_once(scene: Scene) -> None:
    water = scene.routine("Water", "2/day")
    scene.tick(water, "2026-11-16 09:00", "2026-11-17 09:00", "2026-11-17 15:00")
    found = routine(scene.journal, "Water")
    assert (found.kept, found.due) == (3, 8)


def test_part_of_an_amount_counts_as_kept_and_is_seen_as_partly(scene: Scene) -> None:
    walk = scene.routine("Walk", target=20, unit="min")
    scene.tick(walk, "2026-11-16 12:00", amount=12)
    scene.tick(walk, "2026-11-17 12:00", "2026-11-17 18:00", amount=10)
    found = routine(scene.journal, "Walk")
    assert [each.state for each in found.days[:2]] == [DayState.PARTLY, DayState.DONE]
    assert found.kept == 2


def test_per_week_is_due_on_no_day_in_particular(scene: Scene) -> None:
    stretching = scene.routine("Stretching", "3/week")
    scene.tick(stretching, "2026-11-17 12:00")
    scene.tick(stretching, "2026-11-18 12:00", state=TickState.SMALL)
    found = routine(scene.journal, "Stretching")
    assert [each.state for each in found.days] == [
        DayState.NOT_DUE,
        DayState.DONE,
        DayState.SMALL,
        DayState.NOT_DUE,
        DayState.OPEN,
        DayState.NOT_DUE,
        DayState.NOT_DUE,
    ]
    assert (found.kept, found.due, found.open) == (2, 2, 1)
    over = routine(scene.journal, "Stretching", LATER)
    assert [each.state for each in over.days][3:] == [
        DayState.NOT_DUE,
        DayState.NOT_DUE,
        DayState.NOT_DUE,
        DayState.OPEN,
    ]
    assert (over.kept, over.due, over.open) == (2, 3, 0)


@pytest.mark.parametrize(("every", "due"), [("as-needed", None), ("every 3 days", 2), ("2/3d", 3)])
def test_what_is_needed_now_and_then_has_a_count_of_kept_times_and_none_of_due_ones(
    every: str, due: int | None, scene: Scene
) -> None:
    violin = scene.routine("Violin", every)
    scene.tick(violin, "2026-11-16 12:00", "2026-11-19 12:00")
    found = routine(scene.journal, "Violin")
    assert (found.kept, found.due) == (2, due)


def test_what_is_taken_as_needed_is_counted_each_time(scene: Scene) -> None:
    inhaler = scene.routine("Inhaler", "as-needed", kind=RoutineKind.MEDICINE)
    scene.tick(inhaler, "2026-11-16 09:00", "2026-11-16 12:00", "2026-11-16 18:00")
    assert routine(scene.journal, "Inhaler").kept == 3


def test_days_of_a_pause_are_neither_due_nor_missing(scene: Scene) -> None:
    scene.routine("Walk")
    scene.routine("Stretching", "3/week")
    scene.routine("Tablets", kind=RoutineKind.MEDICINE)
    scene.journal.pauses.add(date(2026, 11, 16), date(2026, 11, 18))
    assert routine(scene.journal, "Walk", LATER).due == 4
    assert routine(scene.journal, "Stretching", LATER).due == 1
    assert routine(scene.journal, "Tablets", LATER).due == 7


@pytest.mark.usefixtures("home")
def test_a_long_absence_asks_nothing_of_anyone_not_even_medicine() -> None:
    scene = Scene()
    scene.routine("Walk")
    scene.routine("Tablets", kind=RoutineKind.MEDICINE)
    scene.note("2026-11-03 20:00", 3)
    scene.note("2026-12-15 20:00", 3)
    found = week(scene.journal, FRIDAY, LATER)
    assert found.routines == ()
    assert all(each.resting for each in found.moods)


def test_a_routine_counts_from_the_day_it_began_and_until_it_was_put_away(scene: Scene) -> None:
    scene.routine("Walk", started=date(2026, 11, 18))
    tea = scene.routine("Tea")
    scene.journal.routines.archive(tea, date(2026, 11, 18))
    assert routine(scene.journal, "Walk", LATER).due == 5
    assert routine(scene.journal, "Tea", LATER).due == 2
    assert [each.routine.name for each in week(scene.journal, date(2026, 11, 25), LATER).routines] == ["Walk"]


def test_days_to_come_ask_for_nothing_yet(journal: Journal) -> None:
    for each in week(journal, FRIDAY, FRIDAY).routines:
        assert [day.state for day in each.days[5:]] == [DayState.NOT_DUE, DayState.NOT_DUE]
        assert [day.asked for day in each.days[5:]] == [0, 0]


def test_a_page_asks_the_journal_no_more_for_many_routines_than_for_one(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    store = type(scene.journal._store)
    rows = store.rows

    def counted(self: object, statement: str, values: object = ()) -> object:
        asked.append(statement)
        return rows(self, statement, values)  # type: ignore[arg-type]  # passed on

    def questions() -> int:
        asked.clear()
        week(scene.journal, FRIDAY, LATER)
        return len(asked)

    monkeypatch.setattr(store, "rows", counted)
    scene.routine("Walk")
    with_one = questions()
    for number in range(12):
        scene.routine(f"Routine {number}")
    assert questions() == with_one
