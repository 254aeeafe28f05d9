"""How a routine stands on a day follows from what was noted, and a small step counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.routines.cadence import CadenceKind, read_cadence
from carelog.domain.routines.routine import DayState, Dose, Routine, RoutineKind, TickCounts, counts_of
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.errors import InvalidValue
from support.sentences import whole
from support.standing import standing
from support.strategies import medicines, names, routines, texts

few = settings(max_examples=30)
DAY = date(2026, 11, 22)
DONE, SMALL, SKIPPED = TickState.DONE, TickState.SMALL, TickState.SKIPPED


def routine(every: str = "daily", **fields: Any) -> Routine:
    return Routine("r", "walk", date(2026, 1, 1), read_cadence(every), **fields)


def tick(state: TickState = DONE, amount: float | None = None, *, day: date = DAY, minute: int = 0) -> Tick:
    at = Moment(datetime(day.year, day.month, day.day, 8, minute, tzinfo=UTC))
    return Tick(f"t{minute}", "r", at, day, state, amount)


@pytest.mark.parametrize(
    ("every", "ticks", "state", "times_open"),
    [
        ("daily", [], DayState.OPEN, 1),
        ("daily", [tick()], DayState.DONE, 0),
        ("daily", [tick(SMALL)], DayState.SMALL, 0),
        ("daily", [tick(SKIPPED)], DayState.SKIPPED, 0),
        ("daily", [tick(SKIPPED), tick()], DayState.DONE, 0),
        ("daily", [tick(), tick()], DayState.DONE, 0),
        ("daily", [tick(SMALL), tick()], DayState.DONE, 0),
        ("2/day", [], DayState.OPEN, 2),
        ("2/day", [tick()], DayState.PARTLY, 1),
        ("2/day", [tick(SKIPPED)], DayState.OPEN, 1),
        ("2/day", [tick(), tick(SKIPPED)], DayState.DONE, 0),
        ("2/day", [tick(SKIPPED), tick(SKIPPED)], DayState.SKIPPED, 0),
        ("2/day", [tick(SMALL), tick(SMALL)], DayState.SMALL, 0),
        ("mon", [], DayState.NOT_DUE, 0),
        ("mon", [tick()], DayState.DONE, 0),
        ("as-needed", [], DayState.NOT_DUE, 0),
        ("as-needed", [tick(), tick()], DayState.DONE, 0),
        ("as-needed", [tick(SKIPPED)], DayState.SKIPPED, 0),
    ],
)
def test_the_state_of_a_day(every: str, ticks: list[Tick], state: DayState, times_open: int) -> None:
    found = standing(routine(every), DAY, ticks)
    assert (found.state, found.times_open) == (state, times_open)
    assert found.kept == sum(each.kept for each in ticks)


@pytest.mark.parametrize(
    ("ticks", "state", "amount"),
    [
        ([tick(amount=20)], DayState.DONE, 20),
        ([tick(amount=25)], DayState.DONE, 25),
        ([tick(amount=5)], DayState.PARTLY, 5),
        ([tick(amount=5), tick(amount=15)], DayState.DONE, 20),
        ([tick()], DayState.DONE, 0),
        ([tick(), tick(amount=5)], DayState.DONE, 5),
        ([tick(SMALL, 5)], DayState.SMALL, 5),
        ([tick(SMALL), tick(amount=5)], DayState.DONE, 5),
        ([tick(SKIPPED, 30), tick(amount=5)], DayState.PARTLY, 5),
        ([tick(SKIPPED, 30)], DayState.SKIPPED, 0),
        ([tick(amount=0)], DayState.PARTLY, 0),
    ],
)
def test_a_target_is_reached_by_amounts_and_by_a_plain_done(ticks: list[Tick], state: DayState, amount: float) -> None:
    found = standing(routine(target=20, unit="min"), DAY, ticks)
    assert (found.state, found.amount) == (state, amount)
    assert found.times_open == (state is DayState.PARTLY)


@pytest.mark.parametrize(
    ("each", "ticks", "more"),
    [
        (routine(), [], True),
        (routine(), [tick()], False),
        (routine("2/day"), [tick()], True),
        (routine("2/day"), [tick(), tick()], False),
        (routine("3/week"), [tick()], False),
        (routine("as-needed"), [tick(), tick()], True),
        (routine(target=20), [tick(amount=30)], True),
    ],
)
def test_a_second_tick_is_expected_where_it_makes_sense(each: Routine, ticks: list[Tick], *, more: bool) -> None:
    assert counts_of(ticks).takes_more(each.terms_on(DAY)) is more


@few
@given(
    st.lists(
        st.builds(tick, st.sampled_from(TickState), st.none() | st.floats(0, 100), minute=st.integers(0, 59)),
        max_size=5,
    )
)
def test_a_day_that_asked_for_nothing_has_nothing_open_whatever_was_noted(ticks: list[Tick]) -> None:
    resting = [
        standing(routine(target=50), DAY, ticks, paused=True),
        standing(routine("as-needed", target=50), DAY, ticks),
    ]
    assert [each.times_open for each in resting] == [0, 0]
    assert [each.asked for each in resting] == [0, 0]


@few
@given(
    st.sampled_from(["daily", "2/day", "3/week", "2/3d", "every 2 days"]),
    st.lists(
        st.builds(tick, st.sampled_from(TickState), minute=st.integers(0, 59)),
        max_size=5,
        unique_by=lambda each: each.id,
    ),
)
def test_the_order_in_which_ticks_are_found_does_not_matter(every: str, ticks: list[Tick]) -> None:
    one, other = (standing(routine(every), DAY, order) for order in (ticks, ticks[::-1]))
    assert one.ticks == other.ticks == tuple(sorted(ticks, key=lambda each: each.at))
    assert (one.state, one.asked) == (other.state, other.asked)


def test_earlier_days_decide_whether_today_asks_and_are_not_todays() -> None:
    earlier = [tick(day=DAY - ONE_DAY), tick(SKIPPED, day=DAY - 2 * ONE_DAY)]
    found = standing(routine("2/3d"), DAY, earlier)
    assert (found.state, found.ticks, found.amount) == (DayState.NOT_DUE, (), 0)
    assert standing(routine("2/3d"), DAY, earlier[:1]).state is DayState.OPEN


def test_a_pause_rests_habits_but_never_medicine() -> None:
    assert standing(routine(), DAY, [], paused=True).state is DayState.NOT_DUE
    medicine = routine(kind=RoutineKind.MEDICINE)
    assert standing(medicine, DAY, [], paused=True).state is DayState.OPEN
    assert standing(medicine, DAY, [tick()], paused=True).state is DayState.DONE


def test_an_archived_routine_asks_until_the_day_before() -> None:
    away = routine(archived=DAY)
    assert standing(away, DAY - ONE_DAY, []).state is DayState.OPEN
    assert standing(away, DAY, []).state is DayState.NOT_DUE


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"name": " \n"}, "A routine's name needs at least one character."),
        ({"name": "x" * 201}, "A routine's name can have up to 200 characters; this has 201."),
        ({"target": 0}, "A target is a number above zero."),
        ({"target": -1.5}, "A target is a number above zero."),
        ({"target": float("nan")}, "A target is a number up to 1,000,000,000,000; this is not."),
        ({"target": float("inf")}, "A target is a number up to 1,000,000,000,000; this is not."),
        (
            {"kind": RoutineKind.MEDICINE, "small": "half"},
            (
                "A medicine has no small version here, because carelog must not suggest another dose. Ask whoever "
                "prescribed it."
            ),
        ),
    ],
)
def test_a_routine_that_makes_no_sense_does_not_exist(fields: dict[str, Any], what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        replace(routine(), **fields)


@given(texts)
def test_a_medicine_may_have_a_small_version_of_nothing(text: str) -> None:
    if not text.strip():
        assert routine(kind=RoutineKind.MEDICINE, small=text).small == ""


@few
@given(routines | medicines)
def test_texts_of_a_routine_are_clean_and_its_times_in_order(each: Routine) -> None:
    assert list(each.at) == sorted(each.at)
    assert not {"\x1b", "\u202e", "\u200b"} & set(each.name + each.unit + each.small + each.why)
    assert each.handle == each.id[-6:]
    assert each.is_medicine == (each.kind is RoutineKind.MEDICINE)


def test_the_times_of_a_day_are_in_their_order() -> None:
    assert routine("2/day", at=(time(20), time(8))).at == (time(8), time(20))


@few
@given(st.lists(st.tuples(st.integers(0, 20), names()), max_size=5), st.integers(-2, 22))
def test_the_dose_of_a_day_is_the_latest_one_that_had_begun_in_whatever_order_they_were_noted(
    noted: list[tuple[int, str]], step: int
) -> None:
    doses = tuple(Dose(DAY + since * ONE_DAY, text) for since, text in noted)
    begun = [dose for dose in sorted(doses, key=lambda dose: dose.since) if dose.since <= DAY + step * ONE_DAY]
    medicine = Routine("r", "pill", DAY, kind=RoutineKind.MEDICINE, doses=doses)
    assert medicine.dose_on(DAY + step * ONE_DAY) == (begun[-1].text if begun else "")


def test_a_dose_needs_words() -> None:
    with pytest.raises(InvalidValue, match=whole("A dose needs at least one character.")):
        Dose(DAY, " ")


def test_every_kind_of_cadence_has_a_day_that_asks_and_one_that_rests() -> None:
    samples = ["daily", "mon", "2/week", "2/3d", "every 3 days", "as-needed"]
    assert {read_cadence(each).kind for each in samples} == set(CadenceKind)
    for each in samples:
        assert standing(routine(each), date(2025, 12, 31), []).state is DayState.NOT_DUE


def test_terms_say_how_it_was_done_in_a_period() -> None:
    day = date(2026, 11, 10)
    daily = Routine("x", "walk", date(2026, 11, 1), read_cadence("daily"))
    now_and_then = daily.with_terms(day, {"cadence": read_cadence("as-needed")})
    before, after = Period(daily.started, day - ONE_DAY), Period(day, day + ONE_DAY)
    assert [now_and_then.is_as_needed_on(each) for each in (day - ONE_DAY, day)] == [False, True]
    assert [now_and_then.is_asked_for_in(each) for each in (before, after)] == [True, False]
    assert [len(now_and_then.terms_in(each)) for each in (before, after, Period(day - ONE_DAY, day))] == [1, 1, 2]
    archived = replace(daily, archived=day)
    assert [archived.is_in_use_in(each) for each in (before, after)] == [True, False]
    assert [read_cadence(each).has_fixed_days for each in ("daily", "mon", "3/week")] == [True, True, False]


def test_times_are_those_that_count_and_those_beyond_a_planned_time() -> None:
    assert TickCounts(done=1, small=1, more=2).times == 4


def test_a_change_of_the_target_alone_leaves_how_often_it_is_due() -> None:
    daily = routine()
    assert daily.asked_so_since is None
    later = daily.with_terms(DAY, {"target": 20.0})
    assert later.asked_so_since is None
    assert later.with_terms(DAY + ONE_DAY, {"cadence": read_cadence("3/week")}).asked_so_since == DAY + ONE_DAY


def test_a_routine_that_is_taken_up_again_was_asked_for_on_no_day_in_between() -> None:
    away = routine("3/week", archived=DAY)
    back = away.taken_up_again(date(2026, 12, 1))
    assert back.archived is None
    assert (
        back.cadence == back.terms_on(date(2026, 12, 1)).cadence == away.cadence == back.terms_on(DAY - ONE_DAY).cadence
    )
    assert back.terms_on(DAY).cadence.kind is back.terms_on(date(2026, 11, 30)).cadence.kind is CadenceKind.AS_NEEDED


def test_a_routine_that_is_taken_up_on_its_last_day_is_as_it_was() -> None:
    assert routine(archived=DAY).taken_up_again(DAY) == routine().taken_up_again(DAY) == routine()
