from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from carelog.domain.routines.routine import Routine, RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import Moment, Period
from carelog.review.pages.streaks import DayMark, RoutineStreak, Streaks, streaks
from support.scenes import BERLIN, EVENING, FRIDAY, Scene, back_after_four_months, full_week

MARKS = dict(zip(DayMark, "xo/-_.^~ ", strict=True))
WEEKS = Period(date(2026, 9, 28), FRIDAY)


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    return Scene()


def seen(scene: Scene, day: date = FRIDAY, *, runs: bool = False) -> Streaks:
    journal = scene.journal
    journal.settings = replace(journal.settings, streaks=runs)
    return streaks(journal, day, Moment.of(datetime(day.year, day.month, day.day, 18, 30, tzinfo=BERLIN)))


def only(found: Streaks) -> RoutineStreak:
    (one,) = (*found.routines, *found.medicines)
    return one


def marks(streak: RoutineStreak) -> str:
    return "".join(MARKS[mark] for mark in streak.marks)


def days_of(first: date, last: date) -> Iterator[str]:
    return (f"{day} 17:00" for day in Period(first, last))


def walk(scene: Scene, started: date, *ticked: tuple[date, date], name: str = "Walk", **more: object) -> Routine:
    routine = scene.routine(name, started=started, **more)
    for first, last in ticked:
        scene.tick(routine, *days_of(first, last))
    return routine


def test_an_empty_journal_has_eight_weeks_and_nothing_in_them(scene: Scene) -> None:
    assert seen(scene) == Streaks(WEEKS, (), ())


def test_the_eight_weeks_are_iso_weeks_the_running_one_among_them(scene: Scene) -> None:
    walk(scene, date(2026, 1, 1))
    scene.note("2026-11-20 10:00", 3)
    for day, first in [(FRIDAY, 28), (date(2026, 11, 16), 28), (date(2026, 11, 15), 21), (date(2026, 11, 22), 28)]:
        found = seen(scene, day)
        assert found.period == Period(date(2026, 9, first), day)
        assert len(only(found).marks) == len(found.period)
        assert len(only(found).weeks) == 8


def test_what_was_kept_of_what_was_due_in_two_full_weeks(home: Path) -> None:
    assert not home.exists()
    found = streaks(full_week(), FRIDAY, EVENING)
    counts = {
        each.routine.name: (each.kept, each.due, each.small, each.skipped, each.missed, each.times)
        for each in (*found.routines, *found.medicines)
    }
    assert counts == {
        "Walk": (7, 19, 1, 0, 12, 7),
        "Evening without screens": (1, 18, 1, 1, 16, 1),
        "Stretching": (2, 8, 0, 0, 6, 2),
        "Water": (9, 37, 0, 0, 28, 9),
        "Violin": (1, 5, 0, 0, 4, 1),
        "Lamotrigine": (19, 19, 0, 0, 0, 19),
    }
    for each in (*found.routines, *found.medicines):
        assert each.due == each.kept + each.skipped + each.missed
        assert each.due == sum(due for _, due in each.weeks)
        assert each.kept == sum(kept for kept, _ in each.weeks)
        assert each.routine.name == "Water" or each.missed == marks(each).count(".")


def test_medicines_stand_apart_and_archived_routines_are_not_shown(scene: Scene) -> None:
    walk(scene, date(2026, 11, 2), name="Tablets", kind=RoutineKind.MEDICINE)
    walk(scene, date(2026, 11, 2))
    scene.journal.routines.archive(walk(scene, date(2026, 11, 2), name="Piano"), date(2026, 11, 10))
    found = seen(scene)
    assert [each.routine.name for each in found.routines] == ["Walk"]
    assert [each.routine.name for each in found.medicines] == ["Tablets"]


def test_marks_show_what_became_of_each_day(scene: Scene) -> None:
    routine = walk(scene, date(2026, 11, 2), (date(2026, 11, 2), date(2026, 11, 5)), target=20)
    scene.tick(routine, "2026-11-06 17:00", state=TickState.SMALL)
    scene.tick(routine, "2026-11-07 17:00", state=TickState.SKIPPED)
    scene.tick(routine, "2026-11-09 17:00", amount=5)
    scene.journal.pauses.add(date(2026, 11, 12), date(2026, 11, 15))
    assert marks(only(seen(scene)))[35:] == "xxxxo-./..~~~~...._"
    assert set(marks(only(seen(scene)))[:35]) == {" "}


def test_something_needed_now_and_then_is_never_due_and_has_no_strength(scene: Scene) -> None:
    walk(scene, date(2026, 11, 2), (date(2026, 11, 10), date(2026, 11, 12)), every="as-needed")
    found = only(seen(scene, runs=True))
    assert (found.due, found.kept, found.missed, found.times, found.strength) == (0, 0, 0, 3, None)
    assert found.runs
    assert (found.runs.present, found.runs.longest) == (0, 0)


def test_strength_is_loops_and_knows_the_years_before_the_weeks_that_are_shown(scene: Scene) -> None:
    walk(scene, date(2026, 8, 13), (date(2026, 8, 13), FRIDAY))
    assert f"{only(seen(scene)).strength:.4f}" == "0.9952"
    assert f"{only(seen(scene, FRIDAY + timedelta(days=1))).strength:.4f}" == "0.9952"
    assert f"{only(seen(scene, FRIDAY + timedelta(days=2))).strength:.4f}" == "0.9435"


def test_a_strength_is_the_same_whether_all_years_are_read_or_only_those_that_move_it(scene: Scene) -> None:
    for number, every in enumerate(("daily", "3/week", "every 30 days", "2/day")):
        routine = scene.routine(every, every, date(2019, 1, 1))
        scene.tick(routine, *(f"{date(2019, 1, 1) + timedelta(days=3 * each + number)} 17:00" for each in range(950)))
    scene.journal.pauses.add(date(2025, 3, 1), date(2026, 9, 1))
    scene.tick(scene.routine("Rest", started=date(2019, 1, 1)), "2019-05-01 12:00")
    some, every_day = seen(scene), seen(scene, runs=True)
    for one, other in zip(some.routines, every_day.routines, strict=True):
        assert one.strength == pytest.approx(other.strength, abs=1e-11)
        assert replace(other, runs=None, strength=one.strength, marks=one.marks) == one


def test_a_long_rest_keeps_a_strength_and_is_not_missed(scene: Scene) -> None:
    walk(scene, date(2023, 1, 1), (date(2023, 1, 1), date(2023, 5, 1)))
    before = only(seen(scene, date(2023, 5, 1))).strength
    scene.note("2026-11-20 10:00", 3)
    found = seen(scene)
    assert only(found).strength == pytest.approx(before, abs=1e-12)
    assert (only(found).missed, found.days_away) == (0, (FRIDAY - date(2023, 5, 1)).days)
    assert set(marks(only(found))) == {" ", "_"}


def test_on_the_day_of_a_return_one_open_thing_is_brought_up_and_nothing_is_missed(home: Path) -> None:
    assert not home.exists()
    journal = back_after_four_months()
    found = streaks(journal, FRIDAY, EVENING)
    assert found.welcome_back
    assert [each.day.routine.name for each in found.brought_up] == ["Sertraline"]
    assert found.shown == ()
    assert {each.missed for each in (*found.routines, *found.medicines)} == {0}
    assert [each.routine.name for each in streaks(journal, FRIDAY, EVENING).routines] == ["Walk", "Piano"]


def test_runs_are_there_only_where_they_are_asked_for(scene: Scene) -> None:
    routine = walk(scene, date(2026, 10, 1), (date(2026, 10, 1), date(2026, 10, 20)))
    scene.note("2026-10-28 12:00", 3)
    scene.tick(routine, *days_of(date(2026, 11, 5), date(2026, 11, 13)), *days_of(date(2026, 11, 15), FRIDAY))
    scene.tick(routine, "2026-11-14 12:00", state=TickState.SKIPPED)
    assert only(seen(scene)).runs is None
    found = only(seen(scene, runs=True))
    assert found.runs
    assert (found.runs.present, found.runs.longest, found.runs.bridged) == (15, 20, ())


def test_a_bridged_day_is_drawn_as_bridged_and_stays_missed(scene: Scene) -> None:
    routine = walk(scene, date(2026, 11, 2), (date(2026, 11, 2), date(2026, 11, 10)))
    scene.tick(routine, *days_of(date(2026, 11, 12), date(2026, 11, 19)))
    found = only(seen(scene, runs=True))
    assert found.runs
    assert (found.runs.present, found.runs.bridged) == (17, (date(2026, 11, 11),))
    assert (found.kept, found.due, found.missed) == (17, 18, 1)
    assert marks(found)[35:] == "xxxxxxxxx^xxxxxxxx_"
    assert marks(only(seen(scene)))[35:] == "xxxxxxxxx.xxxxxxxx_"


def test_a_medicine_is_never_bridged_and_its_run_does_not_reach_over_days_that_nobody_knows(scene: Scene) -> None:
    routine = walk(scene, date(2026, 9, 1), (date(2026, 9, 1), date(2026, 10, 1)), kind=RoutineKind.MEDICINE)
    scene.tick(routine, *days_of(date(2026, 11, 10), date(2026, 11, 15)), *days_of(date(2026, 11, 17), FRIDAY))
    found = only(seen(scene, runs=True))
    assert found.runs
    assert (found.runs.present, found.runs.longest, found.runs.bridged) == (4, 31, ())


def test_a_long_rest_pauses_the_run_of_a_habit(scene: Scene) -> None:
    walk(scene, date(2026, 9, 1), (date(2026, 9, 1), date(2026, 9, 10)), (date(2026, 11, 16), FRIDAY))
    found = only(seen(scene, runs=True))
    assert found.runs
    assert (found.runs.present, found.runs.longest, found.missed) == (15, 15, 0)


def test_the_longest_run_may_be_decades_old(scene: Scene) -> None:
    routine = walk(scene, date(1976, 1, 1), (date(1976, 1, 1), date(1976, 3, 1)))
    scene.note("1976-03-08 12:00", 3)
    scene.tick(routine, *days_of(date(2026, 11, 16), FRIDAY))
    found = only(seen(scene, runs=True))
    assert found.runs
    assert (found.runs.present, found.runs.longest) == (5, 61)


def test_the_ticks_are_read_once_and_the_shortest_way(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    walk(scene, date(2020, 1, 1), (date(2020, 1, 1), FRIDAY))
    journal, asked = scene.journal, []
    whole = type(journal.ticks).noted
    monkeypatch.setattr(type(journal.ticks), "noted", lambda self, period: asked.append(period) or whole(self, period))
    seen(scene)
    assert len(asked) == 1
    assert len(asked[0]) < 800


@pytest.mark.parametrize("day", [date(1900, 1, 2), date(2026, 11, 20), date(8999, 12, 30)])
def test_weeks_at_the_ends_of_the_calendar_are_weeks_too(scene: Scene, day: date) -> None:
    walk(scene, day)
    scene.journal.pauses.add(day)
    assert only(seen(scene, day)).due == 0
