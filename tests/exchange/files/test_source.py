"""Letters of a file of another app: those that are guessed are said, wherever in the file they stand."""

from collections.abc import Callable

import pytest

from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.readers.formats import format_of, read_as
from carelog.journal import Journal
from support.databases import database
from support.source import SAMPLES
from support.zips import zipped

GUESSED = "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."


@pytest.fixture
def read(journal: Journal) -> Callable[[bytes], ImportBatch]:
    """A file read in the format that it is recognised as."""
    return lambda content: read_as(format_of(content), content, ImportContext.of(journal, {}))


def said(batch: ImportBatch) -> list[str]:
    return [remark.message for remark in batch.remarks if remark.line == 0]


def loop(name: bytes) -> bytes:
    """A backup of Loop with a habit whose name is in these bytes, whatever SQLite thinks of them."""
    return database(
        "CREATE TABLE Habits (Id, name TEXT, freq_num, freq_den, position)",
        "CREATE TABLE Repetitions (id, habit, timestamp, value)",
        ("INSERT INTO Habits VALUES (1, CAST(? AS TEXT), 1, 1, 0)", [[name]]),
        "INSERT INTO Repetitions VALUES (1, 1, 1763596800000, 2)",
        "PRAGMA user_version = 25",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_file_within_a_zip_is_read_like_one_by_itself(read: Callable[[bytes], ImportBatch], encoding: str) -> None:
    day = "[2025-03-07 08:10] Née à Nîmes.\n".encode(encoding)
    batch = read(zipped(*{"2025/03/07.txt": day, "2025/03/08.txt": day.replace(b"-07", b"-08")}.items()))
    assert {entry.note for entry in batch.entries} == {"Née à Nîmes."}
    assert said(batch) == [GUESSED] * (encoding == "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_database_is_read_like_a_text(read: Callable[[bytes], ImportBatch], encoding: str) -> None:
    batch = read(loop("Café".encode(encoding)))
    assert [routine.name for routine in batch.routines] == ["Café"]
    assert said(batch) == [GUESSED] * (encoding == "cp1252")


def test_a_database_with_bytes_that_are_no_letters_is_read_and_that_is_said(
    read: Callable[[bytes], ImportBatch],
) -> None:
    batch = read(loop(b"Caf\x81"))
    assert [routine.name for routine in batch.routines] == ["Caf�"]
    assert said(batch) == [GUESSED]


def test_a_file_that_two_programs_wrote_keeps_the_letters_of_both(read: Callable[[bytes], ImportBatch]) -> None:
    rows = "full_date,time,mood,note\n2025-03-09,21:41,good,née 日記\n".encode()
    batch = read(rows + "2025-03-10,21:41,good,née\n".encode("cp1252"))
    assert [entry.note for entry in batch.entries] == ["née 日記", "née"]
    assert said(batch) == [GUESSED]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "name",
    [
        "jrnl/export.json",
        "jrnl/export.md",
        "jrnl/export.text",
        "jrnl/export.xml",
        "minidiary/mini-diary.json",
        "diarium/Diarium_2025-03-07_2025-03-09.json",
        "nomie/n6_export.json",
        "pixels/PIXELS-BACKUP.json",
        "howwefeel/HowWeFeelEmotions.csv",
    ],
)
def test_a_file_that_a_shell_wrote_in_utf_16_says_the_same(
    read: Callable[[bytes], ImportBatch], name: str, encoding: str
) -> None:
    content = (SAMPLES / name).read_bytes()
    written = "\ufeff" * (encoding == "utf-16-be") + content.decode("utf-8-sig")
    assert read(written.encode(encoding)) == read(content)
