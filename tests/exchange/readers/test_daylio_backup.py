"""Daylio's own backup: it has the score of every mood, and the same ids as the CSV of the same journal."""

import base64
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.daylio_backup import is_daylio_backup, read_daylio_backup
from carelog.exchange.readers.formats import format_of, read_any_daylio
from carelog.journal import Journal
from support.daylio import DAYLIO, context, written
from support.sentences import whole
from support.zips import unzipped, zipped

[BACKUP] = DAYLIO.glob("*.daylio")


def decoded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.b64decode(unzipped(BACKUP)["backup.daylio"]))
    return found


def packed(backup: object, *, wrapped: bool = True) -> bytes:
    text = json.dumps(backup).encode()
    inner = base64.encodebytes(text) if wrapped else base64.b64encode(text)
    return zipped(("backup.daylio", inner), ("assets/photos/2025/3/abc", b"\x89PNG"))


def changed(*entries: dict[str, Any], **fields: Any) -> ImportBatch:
    """The batch of the sample with other entries: each is its first one with changed fields."""
    backup = decoded()
    backup["dayEntries"] = [backup["dayEntries"][0] | each for each in entries]
    return read_daylio_backup(packed(backup | fields), context())


def test_the_sample_comes_in_whole_with_the_levels_of_its_groups() -> None:
    batch = read_daylio_backup(BACKUP.read_bytes(), context())
    assert [(f"{entry.at.local:%Y-%m-%d %H:%M}", entry.mood, entry.feelings) for entry in batch.entries] == [
        ("2025-03-07 08:10", 3, ("so-so",)),
        ("2025-03-08 23:58", 1, ("overwhelmed",)),
        ("2025-03-09 21:41", 4, ()),
    ]
    assert batch.entries[2].note == "Quiet Sunday\nLong walk.\nFelt lighter."
    assert batch.entries[2].tags == ("family", "walk")
    assert batch.entries[1].note == "Couldn't sleep"
    assert {entry.at.offset for entry in batch.entries} == {60}
    assert not batch.unknown_moods
    assert not batch.problems


def test_it_is_recognised_as_daylio_packed_or_not() -> None:
    assert format_of(BACKUP.read_bytes()).name == "daylio"
    assert format_of(json.dumps(decoded()).encode()).name == "daylio"
    assert len(read_any_daylio(json.dumps(decoded()).encode(), context()).entries) == 3


def test_line_ends_in_the_packing_are_not_needed() -> None:
    assert len(read_daylio_backup(packed(decoded(), wrapped=False), context()).entries) == 3


@pytest.mark.parametrize("begins", [b"", b"\xef\xbb\xbf", b"\r\n"])
@pytest.mark.parametrize("pack", [base64.encodebytes, base64.b64encode])
def test_what_was_taken_out_of_the_zip_is_read_as_the_zip_is(pack: Callable[[bytes], bytes], begins: bytes) -> None:
    taken_out = begins + pack(json.dumps(decoded()).encode())
    assert format_of(taken_out).name == "daylio"
    assert read_any_daylio(taken_out, context()) == read_any_daylio(BACKUP.read_bytes(), context())


@pytest.mark.parametrize("cut", range(1, 9))
def test_what_was_taken_out_of_the_zip_and_cut_off_is_said_to_be(cut: int) -> None:
    taken_out = base64.b64encode(json.dumps(decoded()).encode())[:-40][:-cut]
    assert format_of(taken_out).name == "daylio"
    said = "The file is not well-formed JSON: it may be cut off. Export it again from the other app."
    with pytest.raises(RefusedFile, match=whole(said)):
        read_any_daylio(taken_out, context())


@pytest.mark.parametrize(
    "content", [b"eyesight is better today", b"eyesight", b"eyJ2ZXJzaW9uIjogMTV9", b"[2025-03-07 08:10] a"]
)
def test_other_text_is_no_backup(content: bytes) -> None:
    assert not is_daylio_backup(content)


def test_the_csv_and_the_backup_of_one_journal_do_not_double_entries(journal: Journal) -> None:
    rows = [
        {"full_date": "2025-03-09", "time": "21:41", "mood": "good", "note": "second of the minute"},
        {"full_date": "2025-03-09", "time": "9:41 pm", "mood": "bad", "note": "first of the minute"},
    ]
    apply_import(read_any_daylio(written(rows), ImportContext.of(journal, {})), journal)
    backup = decoded()
    first = backup["dayEntries"][0]
    backup["dayEntries"] = [
        first | {"note": "second of the minute", "datetime": first["datetime"] + 20_000},
        first | {"note": "first of the minute", "mood": 4},
    ]
    batch = read_daylio_backup(packed(backup), ImportContext.of(journal, {}))
    assert apply_import(batch, journal).new == 0
    ids = {entry.id: entry.note.splitlines()[-1] for entry in batch.entries}
    assert {entry.id: entry.note for entry in journal.entries} == ids


def test_a_mood_of_a_late_id_is_read_by_its_group_and_a_persons_own_score_counts_more() -> None:
    moods = [{"id": 44, "custom_name": "calm", "mood_group_id": 1, "predefined_name_id": -1}]
    [entry] = changed({"mood": 44}, customMoods=moods).entries
    assert (entry.mood, entry.feelings) == (5, ("calm",))
    backup = decoded() | {"customMoods": moods}
    backup["dayEntries"] = [backup["dayEntries"][0] | {"mood": 44}]
    [entry] = read_daylio_backup(packed(backup), context(moods={"Calm": 4})).entries
    assert entry.mood == 4


def test_a_mood_that_is_not_listed_is_said_and_not_guessed() -> None:
    batch = changed({"mood": 99})
    assert [entry.mood for entry in batch.entries] == [None]
    assert [remark.line for remark in batch.remarks] == [1]


@pytest.mark.parametrize(
    ("instant", "given", "minutes"),
    [
        ("2022-08-01T18:00:41Z", 0, 120),
        ("2022-08-01T20:00:41Z", 0, 0),
        ("2022-08-01T18:00:41Z", 3_600_000, 60),
        ("2022-08-01T17:53:00Z", 0, 0),
        ("2022-07-01T20:00:00Z", 0, 0),
    ],
)
def test_the_utc_offset_is_computed_from_the_instant_in_backups_without_one(
    instant: str, given: int, minutes: int
) -> None:
    when = int(datetime.fromisoformat(instant).timestamp() * 1000)
    wall = {"year": 2022, "month": 7, "day": 1, "hour": 20, "minute": 0}
    [entry] = changed(wall | {"datetime": when, "timeZoneOffset": given}).entries
    assert (f"{entry.at.local:%Y-%m-%d %H:%M}", entry.at.offset) == ("2022-08-01 20:00", minutes)


def test_an_entry_from_before_daylio_noted_times_is_that_day_at_noon() -> None:
    [entry] = changed({"year": 2017, "month": 5, "day": 28, "hour": -1, "minute": -1, "timeZoneOffset": 0}).entries
    assert (f"{entry.at.local:%Y-%m-%d %H:%M}", entry.day.isoformat()) == ("2017-06-28 12:00", "2017-06-28")


@pytest.mark.parametrize(
    "wrong",
    [
        {"month": 12},
        {"day": 31, "month": 1},
        {"year": 1},
        {"hour": 24},
        {"minute": None},
        {"hour": -1},
        {"year": "2025"},
        {"year": 2030},
    ],
)
def test_an_entry_whose_time_cannot_be_is_a_problem_and_the_rest_is_taken(wrong: dict[str, Any]) -> None:
    batch = changed({}, wrong)
    assert len(batch.entries) == 1
    assert [problem.line for problem in batch.problems] == [2]


def test_what_daylio_adds_to_entries_later_is_said_once() -> None:
    batch = changed({"scales": [{"id": 1}], "starred": False}, {"scales": [{"id": 2}], "day": 3})
    assert len(batch.entries) == 2
    assert ["scales" in remark.message for remark in batch.remarks] == [True]


def test_what_has_no_place_is_counted_and_the_pin_is_nowhere() -> None:
    batch = changed({}, assets=[{"id": 1}, {"id": 2}], prefs=[{"key": "PIN", "value": "4711"}], goals=[{"id": 1}])
    assert any("Photos" in remark.message and "2" in remark.message for remark in batch.remarks)
    assert any("Goals" in remark.message for remark in batch.remarks)
    assert "4711" not in repr(batch)


@pytest.mark.parametrize(
    "content",
    [
        packed([]), packed({}), packed({"dayEntries": 3}), packed({"dayEntries": [None, 3, [], {}]}),
        packed({"dayEntries": [{}], "customMoods": {"a": 1}, "tags": 7}),
    ],
)  # fmt: skip
def test_json_of_another_shape_is_refused_or_holds_nothing(content: bytes) -> None:
    try:
        batch = read_daylio_backup(content, context())
    except RefusedFile:
        return
    assert not batch.entries


def test_a_truncated_or_deep_backup_is_refused() -> None:
    inner = json.dumps(decoded()).encode()
    for text in (inner[:-40], b'{"dayEntries": ' + b"[" * 100_000, b'{"dayEntries": ' + b"[" * 60 + b"]" * 60 + b"}"):
        with pytest.raises(RefusedFile):
            read_daylio_backup(zipped(("backup.daylio", base64.b64encode(text))), context())
    with pytest.raises(RefusedFile):
        read_daylio_backup(zipped(("backup.daylio", b"not base64 !")), context())
