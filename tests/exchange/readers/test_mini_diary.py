"""Mini Diary and Mini Diarium: a title and words for each day, and nothing else to guess."""

import json

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import format_named, format_of
from support.imports import a_context, read_file, said
from support.source import SAMPLES

FOLDER = SAMPLES / "minidiary"


def lines(batch: ImportBatch) -> list[tuple[str, str]]:
    return [(f"{each.at.local:%Y-%m-%d %H:%M}", each.note) for each in batch.entries]


def of(entries: object) -> bytes:
    return json.dumps({"metadata": {"application": "Mini Diary"}, "entries": entries}).encode()


def test_each_day_of_mini_diary_is_an_entry_with_its_title() -> None:
    assert lines(read_file(FOLDER / "mini-diary.json")) == [
        ("2025-03-07 12:00", "Short night\nSlept *four* hours.\n\n- tea\n- quiet"),
        ("2025-03-09 12:00", "Quiet Sunday."),
    ]


def test_mini_diarium_has_several_entries_of_a_day_in_html() -> None:
    batch = read_file(FOLDER / "mini-diarium.json")
    assert lines(batch) == [
        ("2026-03-08 12:00", "Morning\nWalked early."),
        ("2026-03-08 12:00", "Soup, then sleep."),
    ]
    assert len({each.id for each in batch.entries}) == 2


def test_an_old_export_that_does_not_name_the_app_is_told_by_its_days() -> None:
    old = json.dumps({"metadata": {"version": "1.0"}, "entries": {"2019-01-01": {"title": "A", "text": "b"}}}).encode()
    assert format_of(old).name == "minidiary"
    assert lines(read_file(old)) == [("2019-01-01 12:00", "A\nb")]


def test_a_part_that_is_not_known_stays_in_the_note() -> None:
    batch = read_file(of({"2025-03-09": {"title": "A", "text": "b", "mood": "calm"}}))
    assert (batch.entries[0].note, said(batch)) == (
        "A\nb\nmood: calm",
        ["carelog does not know “mood”. What it holds stays in the notes."],
    )


def test_days_that_are_no_days_and_empty_ones_are_left_out_and_named() -> None:
    batch = read_file(of({"2025-02-30": {"text": "a"}, "2025-03-09": {"title": " ", "text": ""}, "2025-03-10": []}))
    assert [(each.line, each.message) for each in batch.problems] == [
        (1, "The date or time cannot be read, or no calendar has it."),
        (2, "There is nothing in it that carelog keeps."),
        (3, "There is nothing in it that carelog keeps."),
    ]


@pytest.mark.parametrize("content", [b"{}", of(None), of("words")])
def test_a_file_without_entries_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("minidiary").read(content, a_context())
    assert refusal.value.message == (
        "The file holds no entries by day. Export from Mini Diary or Mini Diarium as JSON, and import that file."
    )
