"""Apps that write the same data in two formats: whichever comes first and whatever happened since, it is there once."""

import json
import plistlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from carelog.domain.ids import steady_id
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.formats import format_of
from carelog.journal import Journal
from support.daylio import written
from support.loop import database, day, habit
from support.source import SAMPLES
from support.zips import zipped

EVENTS = [
    ("a1", "2022-03-01T07:59:00.123Z", 'Slept badly, "again".\nThen up #sleep(05:30:00) #mood(3) @sam +tired'),
    ("b2", "2022-03-01T17:30:00.000Z", "Walk with @mom #miles(2.5)"),
    ("c3", "2022-03-01T17:30:00.000Z", "Tea, twice #water(2)"),
    ("d4", "2022-03-02T17:30:00.000Z", "Tea"),
    ("e5", "2022-03-02T17:30:01.000Z", "Tea"),
]
"""Events of Nomie: its own id, the instant at which each ended, and the note."""
Event = tuple[str, str, str]


def in_json(events: Sequence[Event] = EVENTS) -> bytes:
    trackers = {"miles": {"tag": "miles", "type": "value", "uom": "mi"}}
    found = [{"_id": own, "end": end, "note": note, "offset": -60} for own, end, note in events]
    return json.dumps({"nomie": {"number": "5"}, "events": found, "trackers": trackers}).encode()


def in_a_table(events: Sequence[Event] = EVENTS) -> bytes:
    """The detailed table as Nomie writes it: newest first, without ids, and without what could break a row."""
    rows = ["epoch,start,end,offset,note,lat,lng,location,score"]
    for _, end, note in events[::-1]:
        instant = datetime.fromisoformat(end)
        shown = f"{instant:%Y-%m-%dT%H:%M:%S}.000"
        words = re.sub(r"[\",\n\r]", " ", note)
        rows.append(f"{int(instant.timestamp() * 1000 + 0.5)},{shown},{shown},-60,{words},,,,0")
    return "\n".join(rows).encode()


def read(journal: Journal, content: bytes) -> ImportBatch:
    return format_of(content).read(content, ImportContext.of(journal, {}))


def take_in(journal: Journal, content: bytes) -> int:
    return apply_import(read(journal, content), journal).new


@pytest.mark.parametrize(("first", "second"), [(in_json, in_a_table), (in_a_table, in_json)])
def test_a_log_of_nomie_is_there_once(
    first: Callable[[], bytes], second: Callable[[], bytes], journal: Journal
) -> None:
    assert take_in(journal, first()) == len(EVENTS)
    for again in (second, first, second):
        assert take_in(journal, again()) == 0


@pytest.mark.parametrize("then", [in_json, in_a_table])
def test_a_table_of_nomie_that_an_older_carelog_took_in_is_known_again(
    then: Callable[[], bytes], journal: Journal
) -> None:
    batch = read(journal, in_a_table())
    seen: list[tuple[str, str]] = []
    older = []
    for entry in batch.entries:
        minute = (f"{entry.at.local:%Y-%m-%d}", f"{entry.at.local:%H:%M}")
        older.append(replace(entry, id=steady_id("nomie", *minute, str(seen.count(minute)))))
        seen.append(minute)
    apply_import(replace(batch, entries=tuple(older)), journal)
    assert take_in(journal, then()) == 0


def test_a_part_of_a_log_of_nomie_is_known_and_the_rest_is_new(journal: Journal) -> None:
    assert take_in(journal, in_a_table(EVENTS[2:3])) == 1
    assert take_in(journal, in_json(EVENTS[1:])) == 3
    assert take_in(journal, in_a_table()) == 1
    assert sorted(entry.note.split()[0] for entry in journal.entries) == ["Slept", "Tea", "Tea", "Tea", "Walk"]


@pytest.mark.parametrize(("first", "second"), [(in_json, in_a_table), (in_a_table, in_json)])
def test_what_a_person_changed_or_deleted_stays_so(
    first: Callable[..., bytes], second: Callable[..., bytes], journal: Journal
) -> None:
    take_in(journal, first(EVENTS[:2]))
    slept, walk = journal.entries
    journal.entries.remove(slept.id)
    journal.entries.edit(replace(walk, note="something else"))
    assert take_in(journal, second(EVENTS[:2])) == 0
    assert [entry.note for entry in journal.entries] == ["something else"]


def test_what_was_taken_back_can_come_in_from_the_other_format(journal: Journal) -> None:
    take_in(journal, in_json())
    [run] = journal.imports
    journal.imports.undo(run)
    assert take_in(journal, in_a_table()) == len(EVENTS)


def test_another_event_of_the_same_instant_is_not_taken_for_the_one_that_is_there(journal: Journal) -> None:
    take_in(journal, in_json(EVENTS[1:2]))
    assert take_in(journal, in_a_table(EVENTS[2:3])) == 1


def test_a_row_for_each_tracker_of_one_event_is_one_entry(journal: Journal) -> None:
    row = "1646121540000,a,b,-60,{},{},Slept #sleep(05:30:00) #mood(3),,,,0"
    rows = [row.format("sleep", "19800"), row.format("mood", "3")]
    table = "\n".join(["epoch,start,end,offset,tracker,value,note,lat,lng,location,score", *rows])
    batch = read(journal, table.encode())
    assert [dict(entry.readings) for entry in batch.entries] == [{"sleep": 5.5, "mood": 3}]
    assert batch.problems == ()


BY_DAYS = b"date,#sleep,#miles,@sam\n2022-03-03,0,1,0\n2022-03-02,0,0,1\n2022-03-01,19800,2.5,1\n"


def test_a_day_of_nomies_table_by_days_is_left_where_its_records_are_there(journal: Journal) -> None:
    take_in(journal, in_json())
    batch = read(journal, BY_DAYS)
    assert [str(entry.day) for entry in batch.entries] == ["2022-03-03"]
    said = "Records of this day came in from Nomie before. Its numbers are made of theirs, so it is left."
    assert [(problem.line, problem.message) for problem in batch.problems] == [(3, said), (4, said)]
    assert [take_in(journal, each) for each in (BY_DAYS, BY_DAYS, in_json())] == [1, 0, 0]


@pytest.mark.parametrize("then", [in_json, in_a_table])
def test_records_of_nomie_beside_its_table_by_days_say_how_to_have_numbers_once(
    then: Callable[[], bytes], journal: Journal
) -> None:
    assert [take_in(journal, BY_DAYS), take_in(journal, BY_DAYS)] == [3, 0]
    batch = read(journal, then())
    assert len(batch.entries) == len(EVENTS)
    assert batch.remarks[0].message == (
        "3 days came in from Nomie's table by days before. To have their numbers once, take that import back: "
        "carelog import list"
    )


OF_DAY_ONE: dict[str, Any] = {
    "uuid": "0A1B",
    "creationDate": "2014-07-01T18:15:00Z",
    "timeZone": "Europe/Berlin",
    "text": "A swim\\.\n\nThe *water* was cold\\!",
    "location": {"placeName": "Pier", "localityName": "Konstanz", "country": "Germany"},
    "tags": ["lake"],
}


def dayone_json(**fields: object) -> bytes:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": [OF_DAY_ONE | fields]}).encode()


def dayone_classic(**fields: object) -> bytes:
    entry = {
        "Creation Date": datetime(2014, 7, 1, 18, 15, tzinfo=UTC).replace(tzinfo=None),
        "Entry Text": OF_DAY_ONE["text"],
        "Time Zone": "Europe/Berlin",
        "Location": {"Locality": "Konstanz", "Country": "Germany"},
        "Tags": ["lake"],
        "UUID": "0a1b",
    }
    return zipped(("entries/0a1b.doentry", plistlib.dumps(entry | fields)))


@pytest.mark.parametrize("key", ["0A1B", "0a1b", "another"])
@pytest.mark.parametrize("classic_first", [True, False])
def test_an_entry_of_day_one_is_there_once_whatever_its_key(key: str, classic_first: bool, journal: Journal) -> None:
    both = [dayone_classic(UUID=key), dayone_json()]
    first, second = both if classic_first else both[::-1]
    assert [take_in(journal, each) for each in (first, second, first)] == [1, 0, 0]


def test_another_entry_of_day_one_in_the_same_second_is_new(journal: Journal) -> None:
    take_in(journal, dayone_classic())
    assert take_in(journal, dayone_json(text="A walk")) == 1


@pytest.mark.parametrize("legacy_first", [True, False])
def test_a_day_of_pixels_is_there_once_in_the_layouts_of_both_times(legacy_first: bool, journal: Journal) -> None:
    legacy = [{"date": "2019-01-02", "mood": 4, "emotions": ["calm"], "notes": "Snow."}]
    today = [{"date": "2019-1-2", "type": "Mood", "scores": [4], "notes": "Snow.", "tags": []}]
    files = [json.dumps(each).encode() for each in (legacy, today)]
    first, second = files if legacy_first else files[::-1]
    assert [take_in(journal, each) for each in (first, second, first)] == [1, 0, 0]


HEAD = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
HEAD += "Target Type,Target Value,Archived?\n"
LIMITS = [habit(name="Coffee", uuid="u1", type=1, target_type=1, target_value=2.0, unit="cups")]
LIMITS += [habit(Id=2, name="Wine", uuid="u2", type=1, target_type=1, target_value=1.0, unit="glasses", position=1)]


def limits_in_csv() -> bytes:
    rows = (
        "001,Coffee,NUMERICAL,,,1,1,#0,cups,AT_MOST,2.0,false\n002,Wine,NUMERICAL,,,1,1,#0,glasses,AT_MOST,1.0,false\n"
    )
    tables = ["Date,Value,Notes\n2026-11-20,3000,late\n2026-11-19,1000,\n", "Date,Value,Notes\n2026-11-20,1000,late\n"]
    files = [(f"{number:03} x/Checkmarks.csv", text.encode()) for number, text in enumerate(tables, start=1)]
    return zipped(("Habits.csv", (HEAD + rows).encode()), *files)


def limits_in_database() -> bytes:
    days = [day(value=3000, notes="late"), day("2026-11-19", 1000), day(value=1000, notes="late", habit=2)]
    return database(LIMITS, days)


@pytest.mark.parametrize(
    "files", list(permutations([limits_in_csv(), limits_in_database()])), ids=["csv first", "backup first"]
)
def test_a_limit_of_loop_is_there_once(files: tuple[bytes, bytes], journal: Journal) -> None:
    assert [take_in(journal, each) for each in (*files, *files)] == [3, 0, 0, 0]
    assert sorted(tuple(entry.readings.items()) for entry in journal.entries) == [
        (("Coffee", 1),),
        (("Coffee", 3),),
        (("Wine", 1),),
    ]


ALIKE = [
    sorted((SAMPLES / "nomie").glob("*.json")),
    sorted((SAMPLES / "dayone").iterdir()),
    sorted((SAMPLES / "emoods").iterdir()),
]


@pytest.mark.parametrize(
    ("first", "second"),
    [pair for files in ALIKE for pair in permutations(files, 2)],
    ids=lambda path: path.name,
)
def test_samples_of_the_same_days_are_there_once(first: Path, second: Path, journal: Journal) -> None:
    take_in(journal, read_source(first))
    assert take_in(journal, read_source(second)) == 0


MINUTE = "[2025-03-07 08:10] {}\n"


def of_jrnl(*texts: str) -> bytes:
    return "\n".join(MINUTE.format(each) for each in texts).encode()


def of_daylio(*texts: str) -> bytes:
    return written([{"note": each, "mood": "bad" if each == "Rain" else "good"} for each in texts[::-1]])


@pytest.mark.parametrize("write", [of_jrnl, of_daylio])
@pytest.mark.parametrize(
    ("first", "second", "new"),
    [
        (("Sun",), ("Rain", "Sun"), 1),
        (("Sun",), ("Sun", "Rain"), 1),
        (("Rain", "Sun"), ("Sun",), 0),
        (("Rain", "Sun"), ("Sun", "Rain"), 0),
        (("Rain", "Sun"), ("Snow", "Sun", "Wind", "Rain"), 2),
        (("Sun", "Sun"), ("Sun", "Sun", "Sun"), 1),
        (("Sun", "Wind"), ("Rain", "Sun", "Wind"), 1),
        (("Sun", "Wind"), ("Rain", "Sun", "Snow", "Wind"), 2),
    ],
)
def test_entries_of_one_minute_are_told_apart_by_what_they_say(
    write: Callable[..., bytes], first: tuple[str, ...], second: tuple[str, ...], new: int, journal: Journal
) -> None:
    take_in(journal, write(*first))
    assert [take_in(journal, write(*second)), take_in(journal, write(*second))] == [new, 0]
    assert sorted(entry.note for entry in journal.entries) == sorted(second if len(second) > len(first) else first)


def test_one_of_a_minute_that_was_changed_or_deleted_is_known(journal: Journal) -> None:
    take_in(journal, of_jrnl("Sun", "Wind", "Rain"))
    by_note = {entry.note: entry for entry in journal.entries}
    journal.entries.remove(by_note["Rain"].id)
    journal.entries.edit(replace(by_note["Wind"], note="Storm"))
    for order in permutations(["Rain", "Sun", "Wind"]):
        assert take_in(journal, of_jrnl(*order)) == 0
    assert sorted(entry.note for entry in journal.entries) == ["Storm", "Sun"]
