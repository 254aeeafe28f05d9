"""Runs: a skip pauses one, one miss in seven due days is bridged and never counted, medicine is never bridged."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import Routine, TickCounts
from carelog.domain.routines.streak import DAYS_PER_BRIDGE, Run, Runs, runs, runs_in_one_unit
from carelog.domain.time.days import ONE_DAY, Period

MONDAY = date(2026, 11, 2)
KEPT, SKIPPED, MISSED, OPEN, UNKNOWN = "x-._?"
histories = st.text("xxxx.-", max_size=80)


def days(text: str) -> list[DueDay]:
    """Due days in a row: x kept, - skipped, a dot missed, _ open, ? nothing known."""
    made = {KEPT: {"kept": 1}, SKIPPED: {"skipped": 1}, MISSED: {"missed": 1}, OPEN: {"open": 1}, UNKNOWN: {}}
    return [DueDay(MONDAY + number * ONE_DAY, **made[letter]) for number, letter in enumerate(text)]


def lengths(found: Runs) -> tuple[int, int]:
    return (found.present.kept if found.present else 0, found.longest.kept if found.longest else 0)


@pytest.mark.parametrize(
    ("text", "present", "longest", "bridged"),
    [
        ("", 0, 0, ""),
        (".", 0, 0, ""),
        ("xxx", 3, 3, ""),
        ("xxx_", 3, 3, ""),
        ("x-x-x", 3, 3, ""),
        ("---", 0, 0, ""),
        ("xxx.xxx", 6, 6, "3"),
        ("xxx.", 3, 3, "3"),
        ("xxx..", 0, 3, ""),
        ("xxx..xx", 2, 3, ""),
        ("xxxxx.xxxxxx.x", 12, 12, "5 12"),
        ("xxxxx.xxxxx.x", 6, 10, "11"),
        ("xxxxx.xx-xxx.x", 6, 10, "12"),
        ("xx?xx", 2, 2, ""),
        (".xx", 2, 2, ""),
    ],
)
def test_runs_of_some_days(text: str, present: int, longest: int, bridged: str) -> None:
    found = runs(days(text))
    assert lengths(found) == (present, longest)
    assert [(day - MONDAY).days for day in (found.present.bridged if found.present else ())] == [
        int(number) for number in bridged.split()
    ]


def test_a_medicine_is_never_bridged() -> None:
    assert lengths(runs(days("xxx.xxxxx"), bridging=False)) == (5, 5)
    assert lengths(runs(days("xxxxx."), bridging=False)) == (0, 5)


def test_a_day_that_was_kept_by_halves_is_a_miss_and_one_that_was_kept_in_part_and_skipped_is_not() -> None:
    assert lengths(runs([DueDay(MONDAY, kept=1, missed=1)])) == (0, 0)
    assert lengths(runs([DueDay(MONDAY, kept=1, skipped=1)])) == (1, 1)
    assert lengths(runs([DueDay(MONDAY, kept=1, open=1)])) == (0, 0)


@given(histories)
def test_every_kept_day_is_within_a_run_and_runs_follow_one_another(text: str) -> None:
    found = runs(days(text))
    for day in days(text):
        assert not day.kept or any(run.first <= day.day <= run.last for run in found.all)
    for one, next_one in pairwise(found.all):
        assert one.first < next_one.first
        assert one.last <= next_one.last
    if found.present and found.longest:
        assert found.present.kept <= found.longest.kept


@given(histories)
def test_a_bridge_is_a_miss_and_never_counted_and_seven_due_days_have_one_at_most(text: str) -> None:
    for run in runs(days(text)).all:
        within = [each for each in days(text) if run.first <= each.day <= run.last]
        misses = [each.day for each in within if each.missed]
        assert run.kept == sum(each.kept for each in within)
        assert [day for day in run.bridged if day <= run.last] == misses
        due = [each.day for each in within if not each.skipped]
        for start in range(len(due)):
            assert len(set(due[start : start + DAYS_PER_BRIDGE]) & set(misses)) <= 1


@given(histories)
def test_bridging_never_counts_more_days_than_were_kept_and_never_fewer_than_without(text: str) -> None:
    bridged, plain = runs(days(text)), runs(days(text), bridging=False)
    assert lengths(bridged)[1] <= text.count(KEPT)
    assert lengths(bridged)[0] >= lengths(plain)[0]
    assert lengths(bridged)[1] >= lengths(plain)[1]


@given(histories, st.data(), st.booleans())
def test_a_day_that_turns_out_to_be_kept_shortens_nothing(text: str, data: st.DataObject, bridging: bool) -> None:
    number = data.draw(st.integers(0, max(len(text) - 1, 0)))
    more = text[:number] + KEPT + text[number + 1 :]
    before, after = lengths(runs(days(text), bridging=bridging)), lengths(runs(days(more), bridging=bridging))
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(histories, st.integers(0, 80), st.booleans())
def test_one_more_day_kept_anywhere_shortens_nothing(text: str, place: int, bridging: bool) -> None:
    more = text[:place] + KEPT + text[place:]
    before, after = lengths(runs(days(text), bridging=bridging)), lengths(runs(days(more), bridging=bridging))
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(st.text("xxxx.-", min_size=1, max_size=80), st.data(), st.booleans())
def test_taking_a_skip_away_lengthens_nothing_and_adding_one_between_days_changes_no_count(
    text: str, data: st.DataObject, bridging: bool
) -> None:
    number = data.draw(st.integers(0, len(text) - 1))
    skipped, missed = (text[:number] + letter + text[number + 1 :] for letter in (SKIPPED, MISSED))
    with_skip, without = (lengths(runs(days(each), bridging=bridging)) for each in (skipped, missed))
    assert without[0] <= with_skip[0]
    assert without[1] <= with_skip[1]
    between = text[:number] + SKIPPED + text[number:]
    assert lengths(runs(days(between), bridging=bridging)) == lengths(runs(days(text), bridging=bridging))


@given(histories)
def test_an_open_today_neither_ends_nor_lengthens(text: str) -> None:
    assert lengths(runs(days(text + OPEN))) == lengths(runs(days(text)))


@given(
    st.sampled_from(["daily", "mon,wed,fri", "2/week", "5/week"]),
    st.sets(st.integers(0, 60)),
    st.sets(st.integers(0, 60)),
    st.integers(0, 60),
)
def test_noting_one_more_day_as_done_never_shortens_a_run_of_days_or_weeks(
    every: str, done: set[int], skipped: set[int], another: int
) -> None:
    def found(kept: set[int]) -> tuple[int, int]:
        noted = {MONDAY + number * ONE_DAY: TickCounts(skipped=1) for number in skipped}
        noted |= {MONDAY + number * ONE_DAY: TickCounts(1) for number in kept}
        walk = Routine("r", "walk", MONDAY, read_cadence(every))
        today = MONDAY + 60 * ONE_DAY
        return lengths(runs(RoutineHistory(walk, noted, today).due_days(Period(MONDAY, today))))

    before, after = found(done), found(done | {another})
    assert after[0] >= before[0]
    assert after[1] >= before[1]


def test_of_two_longest_runs_the_later_is_named() -> None:
    found = runs(days("xx..xx..x"))
    assert found.longest == Run(MONDAY + 4 * ONE_DAY, MONDAY + 5 * ONE_DAY, 2)


def test_a_run_in_another_unit_begins_anew_and_one_in_the_same_unit_goes_on_over_a_change() -> None:
    noted, change, later = days("xxxxxxx"), MONDAY + 4 * ONE_DAY, MONDAY + 6 * ONE_DAY
    assert lengths(runs_in_one_unit(noted, [(MONDAY, True), (change, False)])) == (3, 3)
    assert lengths(runs_in_one_unit(noted, [(MONDAY, True), (change, True)])) == (7, 7)
    assert lengths(runs_in_one_unit(noted, [(MONDAY, True), (change, False), (later, True)])) == (1, 4)
    assert lengths(runs_in_one_unit(noted[:4], [(MONDAY, True), (change, False)])) == (0, 0)
    assert lengths(runs_in_one_unit(noted, [(change, True)])) == (7, 7)
