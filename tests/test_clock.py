"""The clock is the machine's or one that stands still, and a time on the wall finds its instant on every night."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.clock import Resolution, fixed_clock, system_clock, zone_is_unreadable, zone_named
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from support.command import as_process
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


@pytest.fixture
def zone_file(tmp_path: Path) -> Callable[[str], Path]:
    """A file that TZ can name: a good one, and what a disk or a person can make of it."""

    def made(kind: str) -> Path:
        path, sound = tmp_path / "zone", (Path(TZPATH[0]) / "Etc" / "UTC").read_bytes()
        contents = {"sound": sound, "cut": sound[:60], "empty": b"", "noise": bytes(range(256))}
        path.mkdir() if kind == "folder" else path.write_bytes(contents[kind])
        return path

    return made


UNREADABLE_ZONE = (
    "The time zone of this computer cannot be read, so all times are in UTC. To set one, for example: TZ=Europe/Berlin"
)
UNREADABLE = [
    "UTC+99",
    "UTC-24",
    "AAA-24:59",
    "UTC+23:59:59",
    "CET-1CEST-25",
    "garbage",
    ":garbage",
    ":/",
    "Europe/",
    "\u00e4",
]


@pytest.mark.parametrize("zone", UNREADABLE)
def test_a_zone_that_cannot_be_read_is_utc_and_is_said_once(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.delenv("CARELOG_NOW", raising=False)
    noted = as_process("mood", "3", "--json")
    assert noted.exit_code == 0
    assert noted.json["data"]["entry"]["at"][-6:] in {"+00:00", "Z"}
    assert (noted.exit_code, noted.stderr.count(UNREADABLE_ZONE)) == (0, 1)


@pytest.mark.parametrize("kind", ["cut", "empty", "noise", "folder"])
def test_a_damaged_zone_file_is_said(
    kind: str, zone_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", f":{zone_file(kind)}")
    time.tzset()
    assert zone_is_unreadable()
    assert system_clock().now().offset == 0


def test_a_sound_zone_is_not_spoken_of(zone_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in (
        "",
        ":",
        "UTC",
        "UTC0",
        "GMT",
        "<+00>0",
        "Etc/UTC",
        "Africa/Abidjan",
        ":Atlantic/Reykjavik",
        "Europe/London",
        "UTC+23:59",
        "Asia/Kolkata",
        str(zone_file("sound")),
    ):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert not zone_is_unreadable(), zone


@pytest.mark.parametrize(
    "name", ["", "Nowhere/City", "../etc/passwd", "/etc/passwd", "Europe", "a" * 5000, "a\0b", "\ud800", "zone.tab"]
)
def test_a_name_that_is_no_zone_is_none(name: str) -> None:
    assert zone_named(name) is None


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
