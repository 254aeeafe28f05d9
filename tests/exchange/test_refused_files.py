import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.files import source, table
from carelog.exchange.files.source import read_source
from carelog.exchange.readers.daylio import read_daylio
from carelog.exchange.readers.formats import format_named, format_of, read_as
from support.daylio import SAMPLES, context, written

CLASSIC = (SAMPLES / "daylio_export_8col_12h_bom.csv").read_bytes()
PRIVATE = "plum tree"


def a_zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("backup.daylio", "e30=")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\n", "empty"),
        (a_zip(), "a zip file that carelog does not know"),
        (b"SQLite format 3\x00" + b"x" * 90, "database"),
        (CLASSIC.decode("utf-8-sig").encode("utf-16-le"), "no text has"),
        (CLASSIC.decode().encode("utf-16")[:-1], "no text has"),
        (CLASSIC.replace(b"panic", b"pan\x00ic"), "no text has"),
        (b"full_date,time,mood,note\n2025-03-09,21:41,good,\x81", "no text has"),
        (b"full_date,time,mood,note\n2025-03-09,21:41,good,\xe9\x01", "no text has"),
        (CLASSIC.replace(b",", b"^"), "commas"),
        (b"full_date,mood\n2025-03-09,good\n", "missing: time"),
        (b"date,time,mood\n9 March,21:41,good\n", "missing: full_date"),
        (b"full_date,time,mood,note,Note\n2025-03-09,21:41,good,a,b\n", "same name"),
        (written([{"note": PRIVATE}]) + b'"', "line 3"),
        (b'full_date,time,mood,note\n2025-03-09,21:41,good,"a\n\n2025-03-08,21:41,bad,b\n', "line 2"),
        (written([{"note": PRIVATE * 9000}]), "Line 2"),
        (written([{"note": PRIVATE * 20000}]), "line 2"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(RefusedFile) as refusal:
        read_daylio(content, context())
    assert said in refusal.value.message
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
    assert [(remark.line, "Windows-1252" in remark.message) for remark in batch.remarks] == [(0, True)]


def test_a_cell_of_the_largest_size_is_taken_whole() -> None:
    [entry] = read_daylio(written([{"note": "x" * table.LONGEST_CELL}]), context()).entries
    assert len(entry.note) == table.LONGEST_CELL


def test_more_rows_than_a_life_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 3)
    assert len(read_daylio(written([{}] * 3), context()).entries) == 3
    with pytest.raises(RefusedFile, match="more than 3 rows"):
        read_daylio(written([{}] * 4), context())


def test_a_file_above_the_limit_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 100)
    (tmp_path / "fits.csv").write_bytes(b"x" * 100)
    (tmp_path / "large.csv").write_bytes(b"x" * 101)
    assert len(read_source(tmp_path / "fits.csv")) == 100
    with pytest.raises(RefusedFile, match="Export a shorter period"):
        read_source(tmp_path / "large.csv")


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
        ("missing.csv", "There is no file"),
        ("/dev/zero", "is not a file"),
        ("x" * 300, "could not be read"),
        ("a\0b", "could not be read"),
    ],
)
def test_what_is_no_file_is_refused(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match=said):
        read_source(tmp_path / name)


def test_a_path_that_leads_through_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(RefusedFile, match="could not be read"):
        read_source(tmp_path / "file" / "below.csv")


@pytest.mark.parametrize("content", [b"Date,Mood,Notes\n2026,Mellow,\n", b"[]", b"{}", b"hello", b'"', b"a;b\n"])
def test_an_unknown_file_names_the_formats_that_are_known(content: bytes) -> None:
    with pytest.raises(RefusedFile, match=r"daylio|not closed"):
        format_of(content)


def test_an_unknown_format_names_the_formats_that_are_known() -> None:
    assert format_named("Daylio").name == "daylio"
    with pytest.raises(RefusedFile, match="daylio"):
        format_named("moodflow")


def test_a_journal_in_an_older_encoding_is_read_and_said_too() -> None:
    content = "[2025-03-07 08:10] Née à Nîmes.\n".encode("cp1252")
    file_format = format_of(content)
    batch = read_as(file_format, content, context())
    assert file_format.name == "jrnl"
    assert [entry.note for entry in batch.entries] == ["Née à Nîmes."]
    assert [remark.line for remark in batch.remarks] == [0]
