import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.files import source, table
from carelog.exchange.files.source import read_source
from carelog.exchange.readers.daylio import read_daylio
from carelog.exchange.readers.formats import format_named, format_of, read_as
from support.daylio import DAYLIO, context, written
from support.sentences import whole
from support.zips import zipped

CLASSIC = (DAYLIO / "daylio_export_8col_12h_bom.csv").read_bytes()
PRIVATE = "plum tree"
AT_ONCE = 3
"""The most seconds of computing: some five times what the slowest takes."""
EMPTY = "The file is empty. Export it again from the other app."
NOT_TEXT = (
    "The file is not readable text. Export it again, or save it as “CSV UTF-8”; what another app encrypted "
    "has to be decrypted there first."
)
MISSING = (
    "The first row of the file does not name every column that is needed (missing: {}). "
    "Import the CSV as Daylio exported it, with commas between the cells."
)
NOT_CSV = (
    "The row that begins on line {} is not well-formed CSV: a quotation mark in it is not closed or not "
    "doubled. Import the file as the app exported it, or mend that row."
)
LONG_CELL = (
    "Line 2 holds more than 65,536 characters in one cell. "
    "A quotation mark in it may not be closed; mend that row or shorten the text."
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf \r\n\n", EMPTY),
        (
            zipped(("backup.daylio", "e30=")),
            "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file.",
        ),
        (
            b"SQLite format 3\x00" + b"x" * 90,
            "This is a database that carelog does not know. Export the entries as CSV and import that.",
        ),
        (CLASSIC.decode("utf-8-sig").encode("utf-16-le"), NOT_TEXT),
        (CLASSIC.decode().encode("utf-16")[:-1], NOT_TEXT),
        (CLASSIC.replace(b"panic", b"pan\x00ic"), NOT_TEXT),
        (b"full_date,time,mood,note\n2025-03-09,21:41,good,\x81", NOT_TEXT),
        (b"full_date,time,mood,note\n2025-03-09,21:41,good,\xe9\x01", NOT_TEXT),
        (CLASSIC.replace(b",", b"^"), MISSING.format("full_date, mood")),
        (b"full_date,time\n2025-03-09,21:41\n", MISSING.format("mood")),
        (b"date,time,mood\n9 March,21:41,good\n", MISSING.format("full_date")),
        (
            b"full_date,time,mood,note,Note\n2025-03-09,21:41,good,a,b\n",
            "Two columns of the file have the same name. Import the file as the app exported it.",
        ),
        (written([{"note": PRIVATE}]) + b'"', NOT_CSV.format(3)),
        (b'full_date,time,mood,note\n2025-03-09,21:41,good,"a\n\n2025-03-08,21:41,bad,b\n', NOT_CSV.format(2)),
        (written([{"note": PRIVATE * 9000}]), LONG_CELL),
        (written([{"note": PRIVATE * 20000}]), NOT_CSV.format(2)),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(RefusedFile) as refusal:
        read_daylio(content, context())
    assert refusal.value.message == said
    assert PRIVATE not in refusal.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_encoding_that_says_what_it_is_is_read_the_same(encoding: str) -> None:
    text = "full_date,time,mood,note\n2025-03-09,21:41,good,née 日記\n"
    batch = read_daylio(text.encode(encoding), context())
    assert [entry.note for entry in batch.entries] == ["née 日記"]
    assert not batch.remarks


def test_an_older_encoding_is_read_and_said() -> None:
    batch = read_daylio("full_date,time,mood,note\n2025-03-09,21:41,good,née – “oui”\n".encode("cp1252"), context())
    assert [entry.note for entry in batch.entries] == ["née – “oui”"]
    assert [(remark.line, remark.message) for remark in batch.remarks] == [
        (
            0,
            "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in.",
        )
    ]


def test_a_cell_of_the_largest_size_is_taken_whole() -> None:
    [entry] = read_daylio(written([{"note": "x" * table.LONGEST_CELL}]), context()).entries
    assert len(entry.note) == table.LONGEST_CELL


def test_more_rows_than_a_life_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 3)
    assert len(read_daylio(written([{}] * 3), context()).entries) == 3
    said = "The file holds more than 3 rows. Cut it in parts and import them one after the other."
    with pytest.raises(RefusedFile, match=whole(said)):
        read_daylio(written([{}] * 4), context())


def test_a_file_above_the_limit_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 100)
    (tmp_path / "fits.csv").write_bytes(b"x" * 100)
    (tmp_path / "large.csv").write_bytes(b"x" * 101)
    assert len(read_source(tmp_path / "fits.csv")) == 100
    with pytest.raises(RefusedFile) as refusal:
        read_source(tmp_path / "large.csv")
    assert refusal.value.message == (
        f"{tmp_path / 'large.csv'} is larger than 0 MB, more than carelog takes in at once. "
        "Export a shorter period and import the parts one after the other."
    )


def test_no_more_of_a_file_is_held_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 100)
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    with pytest.raises(RefusedFile):
        read_source(tmp_path / "huge.csv")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.csv", "There is no file {path}. Check the name, or the folder you are in."),
        ("/dev/zero", "{path} is not a file. Give the file that the other app exported."),
        ("x" * 300, "{path} could not be read: File name too long."),
        ("a\0b", "{path} could not be read: its name cannot be used here."),
    ],
)
def test_what_is_no_file_is_refused(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedFile) as refusal:
        read_source(tmp_path / name)
    assert refusal.value.message == said.format(path=tmp_path / name)


def test_a_path_that_leads_through_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(RefusedFile) as refusal:
        read_source(tmp_path / "file" / "below.csv")
    assert refusal.value.message == f"{tmp_path / 'file' / 'below.csv'} could not be read: Not a directory."


@pytest.mark.parametrize("content", [b"[]", b"{}", b"hello", b"One, two, and a walk.\n", b"2025-03-09,4\n"])
def test_an_unknown_file_says_where_the_formats_are_listed(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_of(content)
    assert refusal.value.message == (
        "carelog does not recognise this file. If the app can export a table (CSV), import that. What carelog reads: "
        "carelog import --help"
    )


@pytest.mark.parametrize("content", [b"Date,Mood,Notes\n2026,Mellow,\n", b"a;b\n", b"day\tstate\n1\t2\n"])
def test_a_table_of_another_app_says_how_it_is_read_by_its_columns(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_of(content)
    assert refusal.value.message == (
        "carelog does not know which app made this table. To read it by the names of its columns: carelog import csv "
        "FILE"
    )


def test_an_unknown_file_that_begins_with_a_mistake_says_which() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_of(b'"')
    assert refusal.value.message == NOT_CSV.format(1)


def test_an_unknown_format_names_the_formats_that_are_known() -> None:
    assert format_named("Daylio").name == "daylio"
    with pytest.raises(RefusedFile) as refusal:
        format_named("moodflow")
    assert refusal.value.message == (
        "There is no format “moodflow”. Formats: loop, daylio, dayfiles, jrnl, dayone, pixels, emoods, bearable, "
        "nomie, howwefeel, trackandgraph, journey, diarium, minidiary, tickmate, dailyyou, csv."
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dailyo", "dailyyou or dayone or daylio"), ("jrln", "jrnl"), ("Lop", "loop"), ("journy", "journey or jrnl")],
)
def test_a_format_that_is_misspelled_names_those_that_are_spelled_nearly_so(typed: str, meant: str) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named(typed)
    assert refusal.value.message == f"There is no format “{typed}”. Did you mean {meant}?"


def test_a_journal_in_an_older_encoding_is_read_and_said_too() -> None:
    content = "[2025-03-07 08:10] Née à Nîmes.\n".encode("cp1252")
    file_format = format_of(content)
    batch = read_as(file_format, content, context())
    assert file_format.name == "jrnl"
    assert [entry.note for entry in batch.entries] == ["Née à Nîmes."]
    assert [remark.line for remark in batch.remarks] == [0]


COLUMNS = "The file has more than 1,000 columns, more than carelog takes in."
ROWS = "The file holds more than 200,000 rows. Cut it in parts and import them one after the other."
NO_JSON = "The file is not well-formed JSON: it may be cut off. Export it again from the other app."
DEEP = "The file is nested deeper than any export is, so it was not read."
VALUES = "The file holds more than 3,000,000 values, more than carelog takes in. Export a shorter period."
ENTRIES = "The file holds more than 200,000 entries. Cut it in parts and import them one after the other."
LARGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "columns": (lambda: b"date,mood" + b",c" * 500_000 + b"\n2025-03-09,4\n", COLUMNS),
    "other columns": (lambda: b"date,mood," + b",".join(b"c%d" % number for number in range(500_000)) + b"\n", COLUMNS),
    "cells": (lambda: b"full_date,time,mood\n" + b"," * 15_000_000 + b"\n", COLUMNS),
    "cells over lines": (lambda: b"full_date,time,mood\n" + b'"\n",' * 1_000_000, COLUMNS),
    "short rows": (lambda: b"full_date,time,mood\n" + b"a\n" * 500_000, ROWS),
    "blank rows": (lambda: b"full_date,time,mood\n" + b"\n" * 5_000_000, ROWS),
    "quoted cell": (lambda: b'full_date,time,mood\n"' + b"a" * 10_000_000 + b'"', NOT_CSV.format(2)),
    "deep": (lambda: b'{"dayEntries": ' + b"[" * 5_000_000, DEEP),
    "huge number": (lambda: b'{"dayEntries": [' + b"9" * 5_000_000 + b"]}", NO_JSON),
    "numbers": (lambda: b'{"dayEntries": [' + b"1," * 5_000_000 + b"1]}", VALUES),
    "first lines": (lambda: b"[2025-03-07 08:10] a\n" * 700_000, ENTRIES),
}
"""What makes each file, so that none is held while other tests run, and what is said of it."""


@pytest.mark.parametrize("name", LARGE)
def test_a_file_that_is_made_to_be_slow_is_refused_at_once(name: str) -> None:
    make, said = LARGE[name]
    content = make()
    began = time.process_time()
    with pytest.raises(RefusedFile, match=whole(said)):
        format_of(content).read(content, context())
    assert time.process_time() - began < AT_ONCE, "these took up to half a minute"
