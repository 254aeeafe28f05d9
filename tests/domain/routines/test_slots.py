"""A planned time of a day is noted once, and never by a dose that was another time's."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Routine, counts_of
from carelog.domain.routines.slots import choose, fill, has_come, nearest, planned_times, taken
from carelog.domain.routines.terms import Terms
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment
from support.standing import standing

DAY = date(2026, 11, 3)
STARTS_AT = time(4)
DONE, SMALL, SKIPPED = TickState.DONE, TickState.SMALL, TickState.SKIPPED

slot_plans = st.lists(st.integers(0, 24 * 12 - 1), min_size=1, max_size=5, unique=True).map(
    lambda steps: tuple(sorted(5 * step for step in steps))
)
"""Planned times as minutes since the day began, five minutes or more apart."""

doses = st.lists(
    st.tuples(
        st.integers(0, 24 * 60 - 1),
        st.sampled_from(["done", "done", "done", "skip", "again", "undo", "a day"]),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda each: each[0]))
"""What somebody does at minutes since the day began."""


def clock(minute: int) -> time:
    return (datetime.combine(DAY, STARTS_AT) + timedelta(minutes=minute)).time()


def minute_of(at: time) -> int:
    return ((at.hour - STARTS_AT.hour) * 60 + at.minute) % (24 * 60)


def tick(minute: int, state: TickState = DONE, planned: time | None = None, **fields: object) -> Tick:
    at = Moment(datetime.combine(DAY, STARTS_AT, UTC) + timedelta(minutes=minute))
    return replace(Tick(f"{minute:05}", "r", at, DAY, state, planned=planned), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("every", "at", "found"),
    [
        ("2/day", ["08:00", "20:00"], ["08:00", "20:00"]),
        ("2/day", ["20:00", "00:30"], ["20:00", "00:30"]),
        ("3/day", ["03:59", "04:00", "23:00"], ["04:00", "23:00", "03:59"]),
        ("daily", ["08:00"], ["08:00"]),
        ("mon,wed", ["18:00"], ["18:00"]),
        ("3/week", ["18:00"], ["18:00"]),
        ("2/day", ["08:00"], []),
        ("2/day", ["08:00", "14:00", "20:00"], []),
        ("daily", ["08:00", "20:00"], []),
        ("as-needed", ["08:00"], []),
        ("daily", [], []),
    ],
)
def test_times_are_slots_where_a_day_has_as_many_of_them_as_it_asks_for(
    every: str, at: list[str], found: list[str]
) -> None:
    terms = Terms(None, read_cadence(every), tuple(map(time.fromisoformat, at)))
    assert planned_times(terms, STARTS_AT) == tuple(map(time.fromisoformat, found))


@pytest.mark.parametrize(
    ("now", "noted", "slot", "earlier"),
    [
        ("04:30", [], "08:00", []),
        ("08:01", [], "08:00", []),
        ("14:10", [], "08:00", []),
        ("16:59", [], "08:00", []),
        ("17:00", [], "20:00", ["08:00"]),
        ("17:00", ["08:00"], "20:00", []),
        ("19:59", [], "20:00", ["08:00"]),
        ("20:10", [], "20:00", []),
        ("01:00", [], "20:00", []),
        ("08:03", ["08:00"], None, []),
        ("16:59", ["08:00"], None, []),
        ("20:12", ["20:00"], "08:00", []),
        ("18:00", ["20:00"], "08:00", []),
        ("20:12", ["08:00", "20:00"], None, []),
    ],
)
def test_a_dose_is_for_the_time_that_came_last_or_for_the_next_from_a_quarter_of_the_gap_before_it(
    now: str, noted: list[str], slot: str | None, earlier: list[str]
) -> None:
    ticks = [tick(minute_of(time.fromisoformat(at)), planned=time.fromisoformat(at)) for at in noted]
    found = choose(fill((time(8), time(20)), ticks), time.fromisoformat(now), STARTS_AT, DONE)
    assert found.slot == (None if slot is None else replace(found.nearest, at=time.fromisoformat(slot), tick=None))
    assert [f"{each.at:%H:%M}" for each in found.or_earlier] == earlier


@pytest.mark.parametrize(
    ("plan", "noted", "now", "found"),
    [
        (["08:00", "20:00"], "17:10", "17:12", "08:00"),
        (["08:00", "20:00"], "17:10", "17:40", "08:00"),
        (["08:00", "20:00"], "17:10", "17:41", None),
        (["08:00", "20:00"], "19:59", "20:01", "08:00"),
        (["08:00", "20:00"], "17:12", "17:10", "08:00"),
        (["08:00", "08:10"], "08:07", "08:09", "08:00"),
        (["08:00", "08:10"], "08:07", "08:10", None),
    ],
)
def test_another_time_that_was_noted_a_moment_ago_is_named(
    plan: list[str], noted: str, now: str, found: str | None
) -> None:
    times = tuple(map(time.fromisoformat, plan))
    slots = fill(times, [tick(minute_of(time.fromisoformat(noted)), planned=times[0])])
    choice = choose(slots, time.fromisoformat(now), STARTS_AT, DONE)
    assert choice.slot == slots[1]
    assert choice.just_noted == (slots[0] if found else None)
    assert choose(slots, time.fromisoformat(now), STARTS_AT, SKIPPED).just_noted is None


@given(st.times(), st.times())
def test_a_time_has_come_when_it_is_not_later_in_the_journal_day(at: time, now: time) -> None:
    minutes = [(each.hour * 60 + each.minute - 4 * 60) % (24 * 60) for each in (at, now)]
    assert has_come(at, now, STARTS_AT) == (minutes[0] <= minutes[1])


def test_a_skipped_time_can_still_be_kept_and_a_kept_one_is_not_skipped() -> None:
    skipped = fill((time(8), time(20)), [tick(16 * 60, SKIPPED, time(20))])
    assert choose(skipped, time(20, 30), STARTS_AT, DONE).slot == skipped[1]
    assert choose(skipped, time(20, 30), STARTS_AT, SKIPPED).slot == skipped[0]
    assert choose(skipped, time(18), STARTS_AT, DONE).slot == skipped[0]
    kept = fill((time(20),), [tick(16 * 60, SKIPPED, time(20)), tick(16 * 60 + 5, DONE, time(20))])
    assert kept[0].tick is not None
    assert kept[0].tick.state is DONE
    assert choose(kept, time(20, 30), STARTS_AT, SKIPPED).slot is None


def test_a_dose_without_a_time_takes_the_first_that_is_open() -> None:
    times, ticks = (time(8), time(14), time(20)), [tick(240, planned=time(8))]
    assert choose(fill(times, ticks), None, STARTS_AT, DONE).slot == fill(times, [])[1]
    everything = [tick(minute_of(at), planned=at) for at in times]
    assert choose(fill(times, everything), None, STARTS_AT, DONE).slot is None


def test_ticks_without_a_planned_time_or_with_one_that_is_planned_no_longer_take_the_first_open_times() -> None:
    times = (time(8), time(20))
    old = [tick(245), tick(250)]
    assert [each.tick for each in fill(times, old)] == old
    moved = [tick(60, planned=time(5)), tick(61, planned=time(5), again=True)]
    assert [bool(each.tick) for each in fill(times, moved)] == [True, False]
    mixed = [tick(245), tick(16 * 60, planned=time(20))]
    assert [each.tick for each in fill(times, mixed)] == mixed


@dataclass
class Journal:
    """What a person keeps in their head, written without carelog: which times are taken, and by what."""

    plan: Sequence[int]
    kept: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)

    def expected(self, minute: int | None, *, skipping: bool) -> int | None:
        """The number of the planned time that a dose at a minute is for, None where none is left."""
        open_ones = [number for number in range(len(self.plan)) if number not in self.kept | self.skipped]
        if minute is None:
            spare = [number for number in sorted(self.skipped - self.kept) if not skipping]
            return next(iter([*open_ones, *spare]), None)
        here = 0
        for number, at in enumerate(self.plan):
            before = self.plan[number - 1] if number else None
            if at <= minute or (before is not None and minute >= at - (at - before) / 4 and before <= minute):
                here = number
        earlier = [number for number in open_ones if number < here]
        if here in open_ones:
            return here
        if here not in self.kept and not skipping and not (self.plan[here] > minute and earlier):
            return here
        return max(earlier, default=None)


@given(slot_plans, doses)
def test_a_day_of_doses_counts_each_time_once_and_an_early_one_silences_no_later_time(
    plan: tuple[int, ...], events: list[tuple[int, str]]
) -> None:
    walk = Routine("r", "walk", DAY, read_cadence(f"{len(plan)}/day"), at=tuple(map(clock, plan)))
    times = planned_times(walk, STARTS_AT)
    assert [minute_of(at) for at in times] == list(plan)
    ticks: list[Tick] = []
    for number, (minute, event) in enumerate(events):
        if event == "undo":
            ticks = ticks[:-1]
            continue
        person = Journal(plan)
        for each in ticks:
            (person.kept if each.kept else person.skipped).add(times.index(each.planned or time.min))
        state = SKIPPED if event == "skip" else DONE
        at = None if event == "a day" else clock(minute)
        found = choose(fill(times, ticks), at, STARTS_AT, state)
        wanted = person.expected(None if event == "a day" else minute, skipping=event == "skip")
        assert (found.slot and times.index(found.slot.at)) == wanted
        if found.slot and at:
            index = times.index(found.slot.at)
            assert index <= nearest(fill(times, ticks), at, STARTS_AT)
            gap = plan[index] - plan[index - 1] if index else 24 * 60 * 4
            assert plan[index] - minute <= gap / 4
        if found.slot or event == "again":
            ticks.append(tick(minute, state, (found.slot or found.nearest).at, id=f"{number:05}"))
        slots, counts, day = fill(times, ticks), counts_of(ticks), standing(walk, DAY, ticks)
        assert counts.kept == len({each.planned for each in ticks if each.kept}) == day.kept
        assert counts.kept + counts.skipped == sum(not slot.is_open for slot in slots) <= len(plan)
        assert day.times_open == sum(slot.is_open for slot in slots)
        assert counts.kept + counts.more == sum(each.kept for each in ticks)


machine_ticks = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 300), st.booleans(), st.sampled_from(TickState)), max_size=6
)


@given(machine_ticks, machine_ticks)
def test_a_time_that_two_machines_noted_counts_once_and_takes_one_dose(
    here: list[tuple[int, int, bool, TickState]], there: list[tuple[int, int, bool, TickState]]
) -> None:
    times = (time(8), time(14), time(20))
    ticks = [
        tick(minute, state, times[slot], id=f"{minute:05}{device}{number}", again=again, device=device)
        for device, noted in (("a", here), ("b", there))
        for number, (slot, minute, again, state) in enumerate(noted)
    ]
    ticks.sort(key=lambda each: (each.at, each.id))
    for at in times:
        of_time = [each for each in ticks if each.planned == at and each.kept]
        on_purpose = [each for each in of_time if each.again]
        others = [each for each in of_time if not each.again]
        first = [each for each in others if each.device == others[0].device]
        assert [each for each in taken(ticks) if each.planned == at] == sorted(
            [*on_purpose, *first], key=lambda each: (each.at, each.id)
        )
    assert counts_of(ticks).kept == len({each.planned for each in ticks if each.kept})


def test_two_doses_of_one_time_on_different_days_are_both_taken() -> None:
    one, other = tick(240, planned=time(8), device="a"), tick(241, planned=time(8), device="b")
    assert taken([one, other]) == [one]
    assert len(taken([one, replace(other, day=DAY + ONE_DAY)])) == 2
    assert len(taken([one, replace(other, planned=None)])) == 2


@given(st.lists(st.tuples(st.sampled_from(TickState), st.none() | st.integers(0, 40)), max_size=6))
def test_ticks_without_a_planned_time_count_as_they_always_did(noted: list[tuple[TickState, int | None]]) -> None:
    ticks = [tick(number, state, amount=amount) for number, (state, amount) in enumerate(noted)]
    counts = counts_of(ticks)
    assert (counts.done, counts.small, counts.skipped, counts.more) == (
        *(sum(state is each for each, _ in noted) for state in (DONE, SMALL, SKIPPED)),
        0,
    )
    amounts = [amount for state, amount in noted if state is not SKIPPED]
    assert counts.amount == (None if None in amounts else sum(each or 0 for each in amounts))
