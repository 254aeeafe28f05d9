"""Diarium: ratings are scores, trackers are readings, and what the app added is named and left."""

import json

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import format_named
from support.imports import a_context, read_file, said
from support.source import SAMPLES
from support.zips import zipped

ONE_FILE = SAMPLES / "diarium" / "Diarium_2025-03-07_2025-03-09.json"
ITS_ZIP = SAMPLES / "diarium" / "Diarium.zip"


def of(*entries: dict[str, object]) -> ImportBatch:
    return read_file(json.dumps([{"date": "2025-03-09T21:41:00.5", "html": "", **each} for each in entries]).encode())


def test_an_export_is_read_with_its_ratings_words_and_numbers() -> None:
    [friday, saturday, sunday] = read_file(ONE_FILE).entries
    assert (f"{friday.at.local:%Y-%m-%d %H:%M}", friday.mood) == ("2025-03-07 08:10", 2)
    assert friday.note == "Short night\nSlept four hours.\nTea & quiet.\nWeather: 9°C, Partly cloudy."
    assert (friday.tags, dict(friday.readings)) == (("sleep",), {"Weight": 72.5})
    assert (saturday.mood, saturday.note) == (4, "Market in the rain.\n- leeks\n- two plums")
    assert saturday.tags == ("market", "rain", "Ana Berg")
    assert dict(saturday.readings) == {"Steps": 6200, "Mood light": 3}
    assert (f"{sunday.at.local:%H:%M}", sunday.day.isoformat(), sunday.mood) == ("12:00", "2025-03-09", None)


def test_its_zip_with_a_file_for_each_day_says_the_same_and_counts_media() -> None:
    assert read_file(ITS_ZIP).entries == read_file(ONE_FILE).entries
    assert said(read_file(ITS_ZIP)) == [
        "1 photo is not taken along: carelog keeps words.",
        "Recordings and attachments (1 in the file) cannot be taken along. They stay in the other app.",
        "Coordinates (1 in the file) cannot be taken along. They stay in the other app.",
        "Times of sun and moon (1 in the file) cannot be taken along. They stay in the other app.",
    ]


@pytest.mark.parametrize(
    ("rating", "mood", "note"), [(5, 5, ""), (1.0, 1, ""), (3.5, None, "Rating: 3.5"), (8, None, "Rating: 8")]
)
def test_only_a_rating_of_one_to_five_whole_stars_is_a_score(rating: float, mood: int | None, note: str) -> None:
    [entry] = of({"rating": rating}).entries
    assert (entry.mood, entry.note) == (mood, note)


def test_a_tracker_that_can_be_read_in_two_ways_and_a_part_that_is_not_known_stay_in_the_note() -> None:
    batch = of({"tracker": ["Schritte: 3.500", "Yoga"], "mood": "calm", "empty": None})
    assert (batch.entries[0].note, dict(batch.entries[0].readings)) == ("mood: calm\nSchritte: 3.500\nYoga", {})
    assert "carelog does not know “mood”. What it holds stays in the notes." in said(batch)
    assert "A scale could not be read as a number. It stays in the note." in said(batch)


def test_entries_without_a_date_or_words_are_left_out_and_named() -> None:
    batch = of({"date": "yesterday", "html": "<p>x</p>"}, {"html": "<p></p>", "rating": 0})
    assert [(each.line, each.message) for each in batch.problems] == [
        (1, "The date or time cannot be read, or no calendar has it."),
        (2, "There is nothing in it that carelog keeps."),
    ]


def test_another_file_is_no_export_of_diarium() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("diarium").read(zipped(("a.json", "[]")), a_context())
    assert refusal.value.message == (
        "This is no JSON export of Diarium, whose entries have a date and HTML. Export from Diarium as JSON, "
        "and import that file or its zip."
    )
