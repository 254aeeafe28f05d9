"""The clock is the machine's or one that stands still, and a time on the wall finds its instant on every night."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.clock import Resolution, fixed_clock, system_clock
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import moments, texts

QUARTER = timedelta(minutes=15)
NIGHTS = [
    ("Europe/Berlin", datetime.fromisoformat("2026-03-28T12:00"), {Resolution.SKIPPED: 4}),
    ("Europe/Berlin", datetime.fromisoformat("2026-10-24T12:00"), {Resolution.REPEATED: 4}),
    ("Australia/Lord_Howe", datetime.fromisoformat("2026-10-03T12:00"), {Resolution.SKIPPED: 2}),
    ("Australia/Lord_Howe", datetime.fromisoformat("2026-04-04T12:00"), {Resolution.REPEATED: 2}),
    ("America/St_Johns", datetime.fromisoformat("2006-04-01T12:00"), {Resolution.SKIPPED: 4}),
    ("Pacific/Apia", datetime.fromisoformat("2011-12-29T12:00"), {Resolution.SKIPPED: 96}),
    ("Asia/Kolkata", datetime.fromisoformat("2026-03-28T12:00"), {}),
]


@pytest.fixture
def living_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ZoneInfo]:
    """Moves the machine to a time zone."""

    def move(name: str) -> ZoneInfo:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        return ZoneInfo(name)

    return move


@pytest.mark.parametrize(("place", "noon", "changes"), NIGHTS)
def test_every_quarter_of_a_night_finds_its_instant(
    place: str, noon: datetime, changes: dict[Resolution, int], living_in: Callable[[str], ZoneInfo]
) -> None:
    zone, clock = living_in(place), system_clock()
    counted = dict.fromkeys(Resolution, 0)
    for step in range(36 * 4 + 1):
        shown = noon + step * QUARTER
        moment, resolution = clock.resolve(shown)
        counted[resolution] += 1
        assert moment.instant == shown.replace(tzinfo=zone).astimezone(UTC)
        if resolution is not Resolution.SKIPPED:
            assert moment.local.replace(tzinfo=None) == shown
    assert counted == dict.fromkeys(Resolution, 0) | {Resolution.EXACT: 145 - sum(changes.values())} | changes


@pytest.mark.parametrize(("place", "noon", "_changes"), NIGHTS)
def test_what_the_wall_showed_at_an_instant_leads_back_to_it_or_to_the_first_of_two(
    place: str, noon: datetime, _changes: object, living_in: Callable[[str], ZoneInfo]
) -> None:
    zone, clock = living_in(place), system_clock()
    begin = noon.replace(tzinfo=zone).astimezone(UTC)
    for step in range(36 * 4):
        seen = clock.at(begin + step * QUARTER)
        assert seen == Moment.of((begin + step * QUARTER).astimezone(zone))
        found, resolution = clock.resolve(seen.local.replace(tzinfo=None))
        assert resolution is not Resolution.SKIPPED
        if found != seen:
            assert resolution is Resolution.REPEATED
            assert found.instant < seen.instant
            assert found.local.replace(tzinfo=None) == seen.local.replace(tzinfo=None)


def test_a_skipped_time_moves_on_by_what_was_skipped() -> None:
    moment, resolution = system_clock().resolve(datetime.fromisoformat("2026-03-29T02:30"))
    assert (moment.rfc3339, resolution) == ("2026-03-29T03:30:00+02:00", Resolution.SKIPPED)


def test_of_a_time_that_came_twice_the_first_is_meant() -> None:
    moment, resolution = system_clock().resolve(datetime.fromisoformat("2026-10-25T02:30"))
    assert (moment.rfc3339, resolution) == ("2026-10-25T02:30:00+02:00", Resolution.REPEATED)


def test_the_machines_clock_goes_and_knows_its_offset(living_in: Callable[[str], ZoneInfo]) -> None:
    for place in ("Asia/Kolkata", "America/St_Johns"):
        zone, before = living_in(place), datetime.fromtimestamp(time.time_ns() // 1_000_000 / 1000, UTC)
        now = system_clock().now()
        assert timedelta(0) <= now.instant - before < timedelta(minutes=1)
        assert timedelta(minutes=now.offset) == now.instant.astimezone(zone).utcoffset()


@given(moments)
def test_a_fixed_clock_shows_the_same_at_any_time_of_the_year(moment: Moment) -> None:
    clock = fixed_clock(moment.local.isoformat())
    assert clock.now() == moment
    half_a_year = timedelta(days=183 if moment.instant.year < 5000 else -183)
    assert clock.at(moment.instant + half_a_year).offset == moment.offset
    found, resolution = clock.resolve(moment.local.replace(tzinfo=None))
    assert (found, resolution) == (moment, Resolution.EXACT)


def test_a_fixed_clock_wins_over_the_machines(now: Callable[[str], None]) -> None:
    now("2001-02-03T04:05:06-07:00")
    assert system_clock().now().rfc3339 == "2001-02-03T04:05:06-07:00"


@pytest.mark.parametrize("text", ["yesterday", "2026-11-22", "2026-11-22T21:30:00", "21:30+01:00", " "])
def test_a_fixed_clock_without_an_offset_is_refused(text: str, now: Callable[[str], None]) -> None:
    now(text)
    refusal = f"CARELOG_NOW is “{text}”; it needs a time with an offset: 2026-11-22T21:30:00+01:00."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        system_clock()


@given(texts | st.datetimes().map(str))
def test_any_text_is_a_fixed_clock_or_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        fixed_clock(text).now()
