"""A period as a whole, without conclusions about days that nobody noted."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.statistics.trend import Verdict
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.review.days.curves import curve, stages
from carelog.review.days.moods import half_step
from carelog.review.pages.trends import Trends, trends
from support.scenes import FRIDAY, Scene, back_after_four_months, empty, full_week, one_entry

NINETY = Period.ending(FRIDAY, 90)
MOODS = st.none() | st.sampled_from([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])


@pytest.fixture
def scene(home: Path) -> Scene:
    assert not home.exists()
    return Scene()


def noted(scene: Scene, moods: Sequence[int | None], last: date = FRIDAY) -> Journal:
    """A journal with these moods on consecutive days, the last one on `last`."""
    first = last - timedelta(days=len(moods) - 1)
    for number, mood in enumerate(moods):
        if mood is not None:
            scene.note(f"{first + timedelta(days=number)} 20:00", mood)
    return scene.journal


def look(journal: Journal, period: Period = NINETY, *, with_instability: bool = False) -> Trends:
    with journal:
        return trends(journal, period, FRIDAY, with_instability=with_instability)


@pytest.mark.usefixtures("home")
def test_the_days_before_a_journal_began_are_no_days_without_an_entry() -> None:
    found = look(full_week())
    assert found.period == Period(date(2026, 11, 7), FRIDAY)
    assert (found.days_with_entries, len(found.moods)) == (11, 14)


@pytest.mark.usefixtures("home")
def test_days_to_come_are_no_days_without_an_entry_either() -> None:
    found = look(full_week(), Period(date(2026, 11, 7), date(2026, 12, 31)))
    assert found.period.last == FRIDAY


@pytest.mark.usefixtures("home")
def test_an_empty_journal_and_an_empty_period_say_nothing_of_any_day() -> None:
    for fill, period in ((empty, NINETY), (full_week, Period(date(2020, 1, 1), date(2020, 3, 1)))):
        found = look(fill(), period)
        assert (found.days_with_mood, found.median, found.quartiles, found.weekdays) == (0, None, None, ())
        assert sum(found.levels.values()) == 0
        assert found.slope.verdict is Verdict.TOO_EARLY
        assert set(found.smooth) == {None}


@pytest.mark.usefixtures("home")
def test_after_four_months_the_page_knows_where_the_latest_entries_are() -> None:
    found = look(back_after_four_months())
    assert (found.days_with_entries, found.last_noted) == (0, date(2026, 7, 20))


def test_the_middle_of_days_counts_each_day_once_however_much_was_noted(scene: Scene) -> None:
    for hour in range(9, 18):
        scene.note(f"2026-11-10 {hour:02}:00", 1)
    found = look(noted(scene, [4, 4, 3, 4, 5, 4, 4]))
    assert found.median == 4


def test_nothing_speaks_for_days_when_fewer_than_half_of_them_have_a_mood(scene: Scene) -> None:
    few = look(noted(scene, [5, *[None] * 3] * 10), NINETY, with_instability=True)
    assert few.days_with_mood == 10
    assert (few.median, few.quartiles, few.weekdays, few.change, few.instability) == (None, None, (), None, None)
    assert few.levels[5] == 10
    assert [point for point in few.curve.points if point] == [5] * 10


def test_half_of_the_days_are_enough(scene: Scene) -> None:
    half = look(noted(scene, [4, None] * 14))
    assert (half.median, half.quartiles) == (4, (4, 4))
    assert sum(each.days for each in half.weekdays) == 14


@pytest.mark.parametrize(("days", "known"), [(7, False), (8, True)])
def test_quarters_need_two_days_each(scene: Scene, days: int, known: bool) -> None:
    assert (look(noted(scene, [3] * days)).quartiles is not None) is known


def test_weekdays_are_counted_apart(scene: Scene) -> None:
    found = look(noted(scene, [1, 2, 3, 4, 5, 5, 5] * 4, last=date(2026, 11, 15)))
    assert [each.weekday for each in found.weekdays] == list(range(7))
    assert [each.median for each in found.weekdays] == [1, 2, 3, 4, 5, 5, 5]
    assert {each.days for each in found.weekdays} == {4}


@pytest.mark.parametrize(("moods", "verdict"), [([1, 2, 3, 4, 5], Verdict.HIGHER), ([5, 4, 3, 2, 1], Verdict.LOWER)])
def test_a_plain_rise_or_fall_is_seen(scene: Scene, moods: list[int], verdict: Verdict) -> None:
    found = look(noted(scene, [mood for mood in moods for _ in range(12)]))
    assert found.slope.verdict is verdict
    assert found.change is not None
    assert not found.change.yearly
    assert 0.3 < abs(found.change.amount) < 0.7


def test_a_change_over_years_is_given_per_year(scene: Scene) -> None:
    found = look(noted(scene, [1 + number // 150 for number in range(600)]), Period.ending(FRIDAY, 600))
    assert found.change is not None
    assert found.change.yearly
    assert found.slope.per_week is not None
    assert found.change.amount == pytest.approx(found.slope.per_week * 52.1775)


def test_an_announced_pause_is_not_missing_from_the_days_before(scene: Scene) -> None:
    journal = noted(scene, [2, 3] * 11 + [None] * 28 + [3, 4] * 20)
    assert look(journal).halves is None
    with Scene().journal as again:
        again.pauses.add(FRIDAY - timedelta(days=67), FRIDAY - timedelta(days=39))
        found = trends(again, NINETY, FRIDAY).halves
    assert found is not None
    assert (found.found.before.days, found.found.after.days, found.before.levels[2]) == (22, 40, 11)


def test_instability_is_there_on_request_only(scene: Scene) -> None:
    journal = noted(scene, [2, 4] * 10)
    assert trends(journal, NINETY, FRIDAY).instability is None
    found = look(journal, with_instability=True).instability
    assert found is not None
    assert (found.typical_step, found.pairs) == (2, 19)


def test_a_pause_is_rest_and_days_noted_in_it_are_not(scene: Scene) -> None:
    journal = noted(scene, [3] * 5 + [None] * 6 + [3] * 4)
    journal.pauses.add(date(2026, 11, 11), date(2026, 11, 16))
    assert look(journal).days_of_rest == 6


def test_a_tracker_has_its_own_range_and_days(scene: Scene) -> None:
    scene.journal.trackers.add("sleep", unit="h")
    scene.journal.trackers.add("never used")
    for day, hours in ((10, (5.0, 9.0)), (12, (8.0,)), (14, (6.0,))):
        for hour, reading in enumerate(hours):
            scene.note(f"2026-11-{day} {10 + hour}:00", readings={"sleep": reading})
    found = look(scene.journal).trackers
    assert [each.tracker.name for each in found] == ["sleep"]
    assert (found[0].lowest, found[0].median, found[0].highest, found[0].days) == (6, 7, 8, 3)


def test_a_page_looks_up_its_entries_once_and_no_others(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = noted(scene, [3] * 200)
    asked: list[str] = []
    rows = journal.entries._store.rows

    def counted(statement: str, *values: object) -> object:
        asked.append(statement)
        return rows(statement, *values)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(journal.entries._store, "rows", counted)
    look(journal)
    assert len([each for each in asked if each.startswith("SELECT * FROM entries")]) == 1
    assert all("day BETWEEN" in each for each in asked if each.startswith("SELECT * FROM entries"))


@settings(max_examples=50)
@given(moods=st.lists(MOODS, min_size=1, max_size=500), start=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_curve_makes_nothing_up(moods: list[float | None], start: date) -> None:
    period = Period(start, start + timedelta(days=len(moods) - 1))
    by_day = {day: mood for day, mood in zip(period, moods, strict=True) if mood is not None}
    found = curve(by_day, period)
    assert len(found.points) == len(found.line) == -(-len(moods) // found.spacing)
    for number, (point, line) in enumerate(zip(found.points, found.line, strict=True)):
        known = [mood for mood in moods[number * found.spacing : (number + 1) * found.spacing] if mood is not None]
        assert (point is None) is (not known)
        assert point is None or min(known) <= point <= max(known)
        before = [each for each in found.points[max(0, number - 6) : number + 1] if each is not None]
        assert (line is None) is (len(before) < 4)


@settings(max_examples=50)
@given(length=st.integers(1, 4000), start=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_stages_cover_a_period_once_and_in_order(length: int, start: date) -> None:
    period = Period(start, start + timedelta(days=length - 1))
    told = stages({}, period, frozenset(period))
    assert [day for stage in told for day in stage.period] == list(period)
    assert len(told) <= 38


@given(mood=st.floats(1, 5))
def test_a_mood_is_rounded_down_to_half_steps(mood: float) -> None:
    assert half_step(mood) * 2 == int(half_step(mood) * 2)
    assert 0 <= mood - half_step(mood) < 0.5


@pytest.mark.usefixtures("home")
def test_a_first_day_is_a_period_of_one_day() -> None:
    assert look(one_entry()).period == Period(FRIDAY, FRIDAY)
