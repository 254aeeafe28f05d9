"""The table of entries that carelog writes, taken in again: the notes are as they were noted."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest

from carelog.documents.packet.tables import zipped_tables
from carelog.domain.audience import SELF
from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.time.days import Period
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import format_named
from carelog.journal import Journal
from carelog.review.packet.packet import packet
from carelog.settings import Settings
from support.imports import a_context
from support.journals import written_and_read


def taken_in_again(note: str, feelings: list[str]) -> ImportBatch:
    with written_and_read(lambda journal: journal.entries.add(2, note, feelings=feelings)) as journal:
        page = packet(journal, Period(journal.today, journal.today), SELF)
        with ZipFile(io.BytesIO(zipped_tables(page))) as archive:
            return read(archive.read("entries.csv"))


def read(table: bytes) -> ImportBatch:
    return format_named("csv").read(table, replace(a_context(), columns={"date": "day", "title": "word"}))


@pytest.mark.parametrize(
    "note", ["=1+1", "'=1", ";=1+1 and\n- milk, -3", "x |' @SUM(1)", "-1", "'tis\n\nfine", "a\t=1"]
)
def test_a_note_is_as_it_was_noted(note: str) -> None:
    [entry] = taken_in_again(note, ["calm", "=glad", "-1"]).entries
    assert (entry.note, entry.feelings) == (f"bad\n{note}", ("calm", "=glad", "-1"))


def test_the_words_of_moods_and_scales_are_as_they_were_noted() -> None:
    """The columns that stay in the notes too, and their names."""
    words = MoodWords(MoodScale.ONE_SIDED, ("=awful", "-low", "'ok", "@good", "+great"))

    def fill(journal: Journal) -> None:
        journal.trackers.add("-steps;@x")
        journal.entries.add(2, "a note", readings={"-steps;@x": 3})

    with written_and_read(fill) as journal:
        journal.settings = Settings(mood=words)
        page = packet(journal, Period(journal.today, journal.today), SELF)
    with ZipFile(io.BytesIO(zipped_tables(page))) as archive:
        table = archive.read("entries.csv")
    batch = format_named("csv").read(table, replace(a_context(), columns={"date": "day"}))
    assert batch.entries[0].note == "a note\nword: -low\n-steps;@x: 3"
    assert [each.message for each in batch.remarks] == [
        f"carelog does not know the column “{name}”. What it holds stays in the notes."
        for name in ("word", "-steps;@x")
    ]


def test_the_table_of_another_app_keeps_its_apostrophes() -> None:
    [entry] = read(b"day,word,note\n2026-11-22,bad,'=1\n").entries
    assert entry.note == "bad\n'=1"
