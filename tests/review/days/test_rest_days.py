"""Days of rest, and the return after them."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.goal import Goal, GoalRating
from carelog.domain.ids import new_id
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import Routine, RoutineKind
from carelog.domain.time.days import Moment, Period
from carelog.review.days.histories import histories
from carelog.review.days.rest_days import Rest, days_away, is_settling, rest_in
from support.scenes import FRIDAY, Scene, when

NOVEMBER = Period(date(2026, 11, 1), FRIDAY)


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    return Scene()


def used(scene: Scene, *days_before_friday: int) -> None:
    for days in days_before_friday:
        scene.note(f"{FRIDAY - timedelta(days=days)} 20:00", 3)


@pytest.mark.parametrize(("days", "back"), [(14, None), (15, 15), (16, 16), (120, 120), (4000, 4000)])
def test_fourteen_days_without_any_use_end_in_a_return_and_fewer_do_not(
    days: int, back: int | None, scene: Scene
) -> None:
    used(scene, days)
    rest = rest_in(scene.journal, NOVEMBER, FRIDAY)
    assert days_away(scene.journal, rest, FRIDAY) == back
    assert is_settling(scene.journal, rest, FRIDAY) == (back is not None)


def test_a_tick_is_use_too(scene: Scene) -> None:
    walk = scene.routine("Walk")
    used(scene, 40)
    scene.tick(walk, "2026-11-10 17:00")
    assert days_away(scene.journal, rest_in(scene.journal, NOVEMBER, FRIDAY), FRIDAY) is None


def test_answers_and_ratings_of_goals_are_use_too(scene: Scene) -> None:
    at = when("2026-11-10 17:00")
    scene.journal.goals.insert(goal := Goal(scene.journal.goals.new_id(), "eat with the others", date(2026, 10, 1)))
    answered = Answered(scene.journal.answered.new_id(), "k6", at, at.instant.date(), (1,) * 6)
    rating = GoalRating(scene.journal.goal_ratings.new_id(), goal.id, at, at.instant.date(), 4)
    for thing, collection in ((answered, scene.journal.answered), (rating, scene.journal.goal_ratings)):
        used(scene, 40)
        assert days_away(scene.journal, rest_in(scene.journal, NOVEMBER, FRIDAY), FRIDAY) == 40
        collection.insert(thing)
        assert days_away(scene.journal, rest_in(scene.journal, NOVEMBER, FRIDAY), FRIDAY) is None
        collection.remove(thing.id)


def test_a_return_stays_one_after_the_first_words_of_the_day(scene: Scene) -> None:
    used(scene, 40, 0)
    assert days_away(scene.journal, rest_in(scene.journal, NOVEMBER, FRIDAY), FRIDAY) == 40


@pytest.mark.parametrize(("days_since", "settling"), [(0, True), (1, True), (6, True), (7, False), (12, False)])
def test_settling_lasts_a_week_from_the_return(days_since: int, settling: bool, scene: Scene) -> None:
    used(scene, days_since, days_since + 60)
    rest = rest_in(scene.journal, NOVEMBER, FRIDAY)
    assert is_settling(scene.journal, rest, FRIDAY) == settling
    assert (days_away(scene.journal, rest, FRIDAY) is not None) == (days_since == 0)


@pytest.mark.parametrize("days", [0, 1, 6, 30])
def test_a_journal_that_has_only_begun_is_no_return(days: int, scene: Scene) -> None:
    used(scene, days)
    rest = rest_in(scene.journal, NOVEMBER, FRIDAY) if days < 15 else Rest()
    assert days_away(scene.journal, rest, FRIDAY) is None
    assert not is_settling(scene.journal, rest, FRIDAY)


def test_the_days_before_a_journal_began_are_rest(scene: Scene) -> None:
    used(scene, 2)
    rest = rest_in(scene.journal, NOVEMBER, FRIDAY)
    assert [day in rest for day in Period.ending(FRIDAY, 4)] == [True, False, False, False]


def test_an_announced_pause_is_rest_and_knows_its_days() -> None:
    pause = Pause("p", date(2026, 11, 3), date(2026, 11, 5))
    rest = Rest((pause,))
    assert [day.day for day in NOVEMBER if day in rest] == [3, 4, 5]
    assert rest.pause_on(date(2026, 11, 5)) == pause
    assert rest.pause_on(date(2026, 11, 6)) is None
    assert not rest.is_quiet(date(2026, 11, 4))
    assert "2026-11-04" not in rest


@given(st.sets(st.integers(0, 60), max_size=12), st.integers(0, 50))
def test_only_stretches_of_two_weeks_are_quiet_and_a_look_from_nearby_agrees_with_one_from_afar(
    numbers: set[int], seen_from: int
) -> None:
    class NoRoutines:
        """A collection without anything."""

        def with_uncovered(self) -> list[Routine]:
            return []

    class Seen:
        """The parts of a journal that `rest_in` uses."""

        routines, pauses = NoRoutines(), ()

        def days_of_use(self, period: Period) -> set[date]:
            return {day for number in numbers if (day := FRIDAY - timedelta(days=number)) in period}

    day = FRIDAY - timedelta(days=seen_from)
    nearby = rest_in(Seen(), Period.ending(day, 3), FRIDAY)  # type: ignore[arg-type]  # what is asked of a journal
    for each in Period.ending(day, 3):
        around = {each + timedelta(days=offset) for offset in range(-100, 101)}
        uses = {FRIDAY - timedelta(days=number) for number in numbers} | {FRIDAY}
        before = max((other for other in around & uses if other <= each), default=each - timedelta(days=100))
        after = min(other for other in around & uses if other >= each)
        expected = each not in uses and (after - before).days > 14
        assert (each in nearby) == expected


@pytest.mark.parametrize(("first_note", "is_quiet"), [(10, False), (14, False), (15, True), (30, True)])
@pytest.mark.parametrize("kind", RoutineKind)
def test_adding_a_routine_is_use_so_that_fewer_days_than_two_weeks_before_the_first_note_are_due(
    first_note: int, is_quiet: bool, kind: RoutineKind, scene: Scene
) -> None:
    began = FRIDAY - timedelta(days=first_note + 1)
    made = Moment.of(datetime.combine(began, time(9), UTC)).milliseconds
    routine = scene.journal.routines.insert(Routine(new_id(made), "Walk", began, kind=kind))
    used(scene, 1, 0)
    known = histories(scene.journal, [routine], Period(began, FRIDAY), FRIDAY)
    history = known.of(routine)
    assert history.unknown_days(known.span) == (first_note - 1 if is_quiet else 0)
    missed = sum(day.missed for day in history.due_days(known.span))
    assert missed == (2 if is_quiet else first_note + 1)


def test_a_routine_that_was_imported_or_began_long_before_it_was_added_is_no_use(scene: Scene) -> None:
    long_ago = FRIDAY - timedelta(days=12)
    made = Moment.of(datetime.combine(FRIDAY, time(9), UTC)).milliseconds
    scene.journal.routines.insert(Routine(new_id(made), "Walk", long_ago))
    scene.routine("Read", started=long_ago)
    used(scene, 2)
    rest = rest_in(scene.journal, NOVEMBER, FRIDAY)
    assert [day in rest for day in Period.ending(FRIDAY, 4)] == [True, False, False, False]


def test_who_added_a_routine_and_comes_back_after_two_weeks_returns(scene: Scene) -> None:
    began = FRIDAY - timedelta(days=20)
    made = Moment.of(datetime.combine(began, time(9), UTC)).milliseconds
    scene.journal.routines.insert(Routine(new_id(made), "Walk", began))
    assert days_away(scene.journal, rest_in(scene.journal, NOVEMBER, FRIDAY), FRIDAY) == 20
