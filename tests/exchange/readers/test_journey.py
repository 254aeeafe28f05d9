"""Journey: each entry is at the time of its own zone, and what has no place is kept or named."""

import json
import zipfile
from pathlib import Path

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.readers.formats import format_named, format_of
from support.imports import a_context, read_file, said
from support.source import SAMPLES
from support.zips import zipped

SAMPLE = SAMPLES / "journey" / "journey-export.zip"


def an_entry(**fields: object) -> str:
    entry = {"id": "a", "date_journal": 1741606800000, "timezone": "Europe/Berlin", "text": "<p>Lake</p>", "mood": 4}
    return json.dumps(entry | fields)


def test_entries_have_the_clock_of_their_zone_their_mood_and_their_words() -> None:
    batch = read_file(SAMPLE)
    assert [(f"{each.at.local:%Y-%m-%d %H:%M}", each.day.isoformat(), each.mood) for each in batch.entries] == [
        ("2025-03-09 21:41", "2025-03-09", 4),
        ("2025-03-10 11:20", "2025-03-10", 2),
        ("2025-03-11 20:05", "2025-03-11", None),
    ]
    by_day = {each.day.day: each for each in batch.entries}
    assert by_day[9].note == "Walked to the old mill with my aunt.\n- bread & plums\n- no phone"
    assert by_day[9].tags == ("walk", "family", "favourite")
    assert by_day[10].note == (
        "Rain all day. tea (https://example.org/tea)\nLocation: Ueno, Tokyo\nWeather: Light rain, 8.5 °C, Taito\n"
        "Music: Slow river, The Herons"
    )
    assert by_day[11].note == "# Tuesday\n\nSlept *badly*, ate well.\nSentiment: 0.75"


def test_photos_recordings_and_numbers_of_the_app_are_counted() -> None:
    assert said(read_file(SAMPLE)) == [
        "1 photo is not taken along: carelog keeps words.",
        "Recordings and attachments (1 in the file) cannot be taken along. They stay in the other app.",
        "Sentiment scores (2 in the file) cannot be taken along. They stay in the other app.",
        "Coordinates (1 in the file) cannot be taken along. They stay in the other app.",
    ]


def test_the_unpacked_folder_is_the_same_however_large_its_photos_are(tmp_path: Path) -> None:
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(tmp_path)
    with (tmp_path / "large.heic").open("wb") as photo:
        photo.truncate(200_000_000)
    assert read_file(tmp_path).entries == read_file(SAMPLE).entries


def test_a_part_that_is_not_known_stays_in_the_note_and_is_named() -> None:
    batch = read_file(zipped(("a.json", an_entry(energy=3, plan={"with": "Jo", "for": ["tea", ""]}, empty=[]))))
    assert batch.entries[0].note == "Lake\nenergy: 3\nplan: with: Jo, for: tea"
    assert said(batch) == [
        "carelog does not know “energy”. What it holds stays in the notes.",
        "carelog does not know “plan”. What it holds stays in the notes.",
    ]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"text": "I <3 it <really>.\nTwo", "type": None}, "I <3 it <really>.\nTwo"),
        ({"text": "<p>I &lt;3 it</p>", "type": None}, "I <3 it"),
        ({"text": "one &amp; <em>two</em>", "type": "html"}, "one & two"),
        ({"text": "a <br> *b*", "type": "markdown"}, "a <br> *b*"),
        ({"text": "", "preview_text": "<p>Only this</p>"}, "Only this"),
    ],
)
def test_html_becomes_plain_text_and_what_was_typed_stays(fields: dict[str, object], note: str) -> None:
    assert read_file(zipped(("a.json", an_entry(**fields)))).entries[0].note == note


@pytest.mark.parametrize("mood", [1, 3.0, 5])
def test_its_moods_are_the_five_scores(mood: float) -> None:
    [entry] = read_file(zipped(("a.json", an_entry(mood=mood)))).entries
    assert (entry.mood, entry.note) == (mood, "Lake")


@pytest.mark.parametrize("mood", [6, -1, 2.5])
def test_a_mood_that_is_none_of_the_five_stays_in_the_note(mood: float) -> None:
    [entry] = read_file(zipped(("a.json", an_entry(mood=mood)))).entries
    assert (entry.mood, entry.note) == (None, f"Lake\nMood: {mood}")


@pytest.mark.parametrize("zone", ["", "Nowhere/Else", "../../etc/passwd"])
def test_an_entry_without_a_zone_has_the_clock_of_the_person(zone: str) -> None:
    [entry] = read_file(zipped(("a.json", an_entry(timezone=zone)))).entries
    assert f"{entry.at.local:%Y-%m-%d %H:%M}" == "2025-03-10 12:40"


def test_an_entry_at_midnight_sharp_is_one_of_that_day_without_a_time() -> None:
    [entry] = read_file(zipped(("a.json", an_entry(date_journal=1741561200000)))).entries
    assert (f"{entry.at.local:%Y-%m-%d %H:%M}", entry.day.isoformat()) == ("2025-03-10 12:00", "2025-03-10")


def test_an_entry_that_is_damaged_is_left_out_and_the_others_come_in() -> None:
    batch = read_file(
        zipped(
            ("a.json", an_entry()),
            ("b.json", '{"id": "b", "date_journal": '),
            ("c.json", an_entry(id="c", date_journal=None)),
            ("d.json", an_entry(id="d", text="", mood=0)),
        )
    )
    assert len(batch.entries) == 1
    assert [(each.line, each.message) for each in batch.problems] == [
        (2, "The file is not well-formed JSON: it may be cut off. Export it again from the other app."),
        (3, "The date or time cannot be read, or no calendar has it."),
        (4, "There is nothing in it that carelog keeps."),
    ]


def test_a_name_in_the_zip_that_leads_outside_is_refused() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_of(zipped(("../a.json", an_entry())))
    assert refusal.value.message == "The zip file holds a file that points out of its folder, so it was not opened."


def test_another_zip_is_no_export_of_journey() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("journey").read(zipped(("a.json", "{}")), a_context())
    assert refusal.value.message == (
        "This is no export of Journey, in which each entry is a JSON file with a date. In Journey export the entries "
        "as JSON, and import that zip file."
    )
