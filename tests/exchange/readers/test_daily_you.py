"""Daily You: five faces are five scores, tags and their numbers come along, and both files know an entry."""

import json

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import format_named, format_of
from support.databases import database, retyped
from support.imports import a_context, read_file, said
from support.source import SAMPLES
from support.zips import unzipped, zipped

BACKUP = SAMPLES / "dailyyou" / "daily_you_backup.zip"
LOGS = SAMPLES / "dailyyou" / "daily_you_logs_3_10_2025.json"


def of(*entries: dict[str, object]) -> ImportBatch:
    given = {"timeCreated": "2025-03-09T21:41:00.5", "timeModified": "", "images": [], "mood": None, "text": "a"}
    return read_file(json.dumps([given | each for each in entries]).encode())


def test_a_backup_is_read_with_its_moods_tags_and_numbers() -> None:
    batch = read_file(BACKUP)
    assert [(f"{each.at.local:%Y-%m-%d %H:%M}", each.mood, each.note, each.tags) for each in batch.entries] == [
        ("2025-03-07 08:10", 2, "Slept four hours.\n\n- tea\n- quiet", ()),
        ("2025-03-08 21:03", 4, "Market in the rain.", ("market", "rain")),
        ("2025-03-09 14:00", 5, "", ()),
    ]
    assert [dict(each.readings) for each in batch.entries] == [{"Energy": 3}, {"Energy": 7.5}, {}]
    assert said(batch) == [
        "2 photos are not taken along: carelog keeps words.",
        "Writing templates (1 in the file) cannot be taken along. They stay in the other app.",
    ]


def test_the_database_alone_says_the_same_as_its_zip() -> None:
    assert read_file(unzipped(BACKUP)["daily_you.db"]).entries == read_file(BACKUP).entries


def test_an_entry_has_the_same_id_from_the_backup_and_from_the_json() -> None:
    assert [each.id for each in read_file(LOGS).entries] == [each.id for each in read_file(BACKUP).entries]
    assert said(read_file(LOGS)) == ["2 photos are not taken along: carelog keeps words."]


@pytest.mark.parametrize(("given", "mood"), [(-2, 1), (-1, 2), (0, 3), (1, 4), (2, 5), (None, None)])
def test_its_faces_are_the_five_scores(given: int | None, mood: int | None) -> None:
    [entry] = of({"mood": given}).entries
    assert (entry.mood, entry.note) == (mood, "a")


def test_a_mood_beyond_its_faces_and_a_part_that_is_not_known_stay_in_the_note() -> None:
    batch = of({"mood": 7, "place": "Ueno"})
    assert (batch.entries[0].mood, batch.entries[0].note) == (None, "a\nMood: 7\nplace: Ueno")


def test_two_entries_of_one_moment_are_two_and_what_cannot_be_read_is_named() -> None:
    batch = of({"text": "a"}, {"text": "b"}, {"timeCreated": "today"}, {"text": " "})
    assert {each.note for each in batch.entries} == {"a", "b"}
    assert [(each.line, each.message) for each in batch.problems] == [
        (3, "The date or time cannot be read, or no calendar has it."),
        (4, "There is nothing in it that carelog keeps."),
    ]


def test_a_database_from_before_photos_had_a_table_is_read() -> None:
    content = database(
        "CREATE TABLE entries (id, text, img_path, mood, time_create, time_modified)",
        "INSERT INTO entries VALUES (1, 'Lake', 'a.jpg', 1, '2023-05-01T10:00:00.000', '')",
    )
    assert format_of(content).name == "dailyyou"
    assert [(each.mood, each.note) for each in read_file(content).entries] == [(4, "Lake")]
    assert said(read_file(content)) == ["1 photo is not taken along: carelog keeps words."]


@pytest.mark.parametrize("content", [b"[]", zipped(("daily_you.db", b"words")), zipped(("a.db", b""))])
def test_another_file_is_no_backup(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("dailyyou").read(content, a_context())
    assert refusal.value.message == (
        "This is no backup of Daily You. Make one in its settings, and import the zip file or the database in it."
    )


@pytest.mark.parametrize("kind", ["TEXT", "REAL", "NUMERIC", "BLOB"])
def test_a_database_that_was_written_again_with_other_types_says_the_same(kind: str) -> None:
    tables = ("entries", "entry_images", "tags", "entry_tags", "templates")
    content = unzipped(BACKUP)["daily_you.db"]
    assert read_file(retyped(content, dict.fromkeys(tables, kind))) == read_file(content)
