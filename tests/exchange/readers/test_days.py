"""The day of an entry is the date that the other app wrote, in every reader, and ids are those of earlier versions."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import tzset
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carelog.clock import Clock
from carelog.domain.routines.routine import Routine
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.readers.formats import FORMATS, format_named, format_of
from carelog.wording.files.imports import ONLY_MIDNIGHTS
from support.imports import a_context
from support.source import SAMPLES
from support.written_days import APPS, App

DAYS = SAMPLES / "days"
WRITTEN_BEFORE = json.loads((SAMPLES / "ids.json").read_text())
"""The ids that the version of 27 November 2026 gave the things in each sample: how many, the first, and a digest."""
LIKE_THE_BACKUP = {"nomie/nomie6_detailed.csv"}
"""Tables with the ids of the backup of their app from now on; `test_two_formats` takes in the older ids again."""
NOW = datetime(2026, 11, 26, 20, 30, tzinfo=UTC)
TABLES = ("spreadsheet.csv", "table_at_midnight.csv")
BERLIN, MIDNIGHT = ZoneInfo("Europe/Berlin"), time()

edges = st.sampled_from([MIDNIGHT, time(0, 1), time(3, 59), time(4), time(4, 1), time(12), time(23, 59)])
clocks = edges | st.times().map(lambda each: each.replace(second=0, microsecond=0, fold=0))
walls = st.builds(datetime.combine, st.dates(date(1995, 1, 1), date(2026, 11, 20)), clocks)
zones = st.sampled_from(
    ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia"]
).map(ZoneInfo)
starts = st.sampled_from([time(0), time(3), time(4), time(12)])


def read(content: bytes, name: str = "", zone: ZoneInfo = BERLIN, starts_at: time = time(4)) -> ImportBatch:
    context = ImportContext(Clock(lambda: NOW.astimezone(zone), zone), starts_at)
    return (format_named(name) if name else format_of(content)).read(content, context)


def is_for_a_day(app: App, wall: datetime) -> bool:
    return app.midnight_is_a_day and wall.time() == MIDNIGHT


def exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks of a zone ever showed a time."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


@pytest.mark.parametrize("app", APPS, ids=lambda app: f"{app.name}-{app.write.__name__}")
@settings(max_examples=60)
@given(st.lists(walls, min_size=1, max_size=6, unique=True), zones, starts)
def test_every_entry_and_tick_is_on_the_date_in_the_file(
    app: App, noted: list[datetime], zone: ZoneInfo, starts_at: time
) -> None:
    noted = sorted(wall for wall in noted if exists(wall, zone))
    assume(noted)
    batch = read(app.write(noted, zone), app.name, zone=zone, starts_at=starts_at)
    found = [*batch.entries, *batch.ticks]
    days = [wall.date() for wall in noted]
    assert sorted(each.day for each in found) == (days if app.has_times else sorted(set(days)))
    assert not batch.problems
    assert all(routine.started == min(days) for routine in batch.routines)
    if app.has_times:
        decides_itself = app.midnight_is_a_day or app.name == "dayone"
        are_days = len(noted) > 1 and {wall.time() for wall in noted} == {MIDNIGHT} and not decides_itself
        assert [each.message for each in batch.remarks].count(ONLY_MIDNIGHTS) == are_days
        shown = [wall.replace(hour=12) if are_days or is_for_a_day(app, wall) else wall for wall in noted]
        assert sorted(each.at.local.replace(tzinfo=None) for each in found) == sorted(shown)


def test_every_reader_is_tried() -> None:
    missing = {each.name for each in FORMATS} - {app.name for app in APPS}
    assert not missing, "say in APPS of tests/support/written_days.py how these write their dates"


@pytest.mark.parametrize("path", sorted(WRITTEN_BEFORE.keys() - LIKE_THE_BACKUP))
def test_ids_are_those_of_earlier_versions(path: str) -> None:
    content = read_source(SAMPLES / path)
    batch = read(content, "csv" if Path(path).name in TABLES else "")
    ids = [each.id for things in (batch.entries, batch.routines, batch.ticks) for each in things]
    digest = hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()
    assert {"ids": len(ids), "sha256": digest} == {key: WRITTEN_BEFORE[path][key] for key in ("ids", "sha256")}
    assert set(WRITTEN_BEFORE[path]["first"]) <= set(ids)


@pytest.mark.parametrize(
    ("file", "days"),
    [
        ("daylio_after_midnight.csv", ["2025-03-08 21:30", "2025-03-09 02:15", "2025-03-10 00:40"]),
        ("table_at_midnight.csv", ["2025-03-08 12:00", "2025-03-09 12:00"]),
        ("daylio_12_am.csv", ["2025-03-09 12:00", "2025-03-09 12:00", "2025-03-10 12:00"]),
        ("track_and_graph_at_midnight.csv", ["2025-03-08 12:00", "2025-03-09 12:00"]),
        ("jrnl_at_midnight.txt", ["2025-03-08 12:00", "2025-03-09 12:00", "2025-03-09 12:00"]),
        ("howwefeel_at_midnight.csv", ["2025-03-08 12:00", "2025-03-09 12:00"]),
        ("dayone_after_midnight.json", ["2025-03-08 21:00", "2025-03-09 00:30", "2025-03-09 00:30"]),
        ("nomie_after_midnight.json", ["2025-03-09 01:30", "2025-03-09 10:00"]),
    ],
)
def test_dates_after_midnight_and_at_midnight_stay_what_they_are(file: str, days: list[str]) -> None:
    batch = read(read_source(DAYS / file), "csv" if file in TABLES else "")
    assert sorted(f"{each.day} {each.at.clock}" for each in batch.entries) == days
    said = "Every time in the file is midnight. That is read as a day without a time, and noted at noon."
    assert [each.message for each in batch.remarks] == [said] * ("after" not in file)


def test_a_medicine_taken_before_dawn_is_on_its_date_and_begins_there() -> None:
    batch = read(read_source(DAYS / "bearable_after_midnight.csv"))
    assert {each.day for each in (*batch.entries, *batch.ticks)} == {date(2025, 3, 9)}
    [medicine] = batch.routines
    assert (medicine.started, [each.since for each in medicine.doses]) == (date(2025, 3, 9), [date(2025, 3, 9)])


def test_a_medicine_takes_the_name_of_no_routine_in_use() -> None:
    yours = (Routine("1", "Sertraline", date(2025, 1, 1)), Routine("2", "Sertraline (bearable)", date(2025, 1, 1)))
    head = '"date","weekday","time of day","category","rating/amount","detail","notes"'
    content = f'{head}\n"9th Mar 2025","Sunday","am","Meds/Supplements","50mg","Sertraline",""\n'.encode()
    batch = format_of(content).read(content, replace(a_context(), routines=yours))
    assert [each.name for each in batch.routines] == ["Sertraline (2)"]


def test_midnight_is_a_time_where_another_row_has_one() -> None:
    batch = read(b"date,mood\n2025-03-08 00:00,4\n2025-03-09 21:30,2\n", "csv")
    assert [f"{each.day} {each.at.clock}" for each in batch.entries] == ["2025-03-08 00:00", "2025-03-09 21:30"]
    assert not batch.remarks


def test_a_medicine_always_taken_at_midnight_keeps_its_time_beside_others() -> None:
    head = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
    taken = "".join(f",2025-03-0{day},,00:00,Meds/Supplements,10mg,Melatonin,\n" for day in (8, 9))
    batch = read(f"{head}{taken},2025-03-09,,09:00,Symptom,3,Headache,\n".encode())
    assert [f"{each.day} {each.at.clock}" for each in batch.ticks] == ["2025-03-08 00:00", "2025-03-09 00:00"]
    assert not batch.remarks


def test_a_date_at_midnight_beside_a_column_of_times_has_no_time() -> None:
    rows = "2025-03-08 00:00:00,21:30,4\n2025-03-09 00:00:00,,2\n"
    batch = read(f"date,time,mood\n{rows}".encode(), "csv")
    assert [f"{each.day} {each.at.clock}" for each in batch.entries] == ["2025-03-08 21:30", "2025-03-09 12:00"]


@pytest.mark.parametrize(
    ("zone", "wall", "clock"),
    [
        ("Pacific/Apia", "2011-12-30 12:00", "12:00"),
        ("America/Sao_Paulo", "2018-11-04 00:15", "01:15"),
        ("Europe/Berlin", "2025-03-30 02:30", "03:30"),
    ],
)
def test_a_date_is_kept_where_the_clocks_skipped_its_time(
    zone: str, wall: str, clock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    tzset()
    rows = f"date,mood\n{wall},4\n2025-06-01 18:00,2\n"
    machine = ImportContext(Clock(lambda: NOW), time(4))
    entry = format_named("csv").read(rows.encode(), machine).entries[0]
    assert f"{entry.day} {entry.at.clock}" == f"{wall[:10]} {clock}"
