"""Zip files of other apps: nothing is written to the disk, and no zip bomb fills the memory."""

import io
import struct
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.errors import RefusedFile
from carelog.exchange.files import archive
from carelog.exchange.files.archive import Archive, folder_as_zip, names
from support.file_names import NOT_UTF_8, for_names_of_any_bytes
from support.sentences import whole
from support.zips import zipped

OUTSIDE = "The zip file holds a file that points out of its folder, so it was not opened."
TOO_LARGE = "The zip file holds more than carelog takes in at once. Export a shorter period."


def test_members_are_read_by_name_and_folders_are_left_out() -> None:
    found = Archive(zipped(*{"a/": b"", "a/b.csv": b"words", "c": b""}.items()))
    assert found.names == ("a/b.csv", "c")
    assert (found.read("a/b.csv"), found.read("c")) == (b"words", b"")


@pytest.mark.parametrize("name", ["../up", "a/../../up", "/etc/passwd", "C:/windows", "..\\up", "a\\..\\..\\up"])
def test_a_member_that_points_out_of_its_folder_is_refused(name: str) -> None:
    with pytest.raises(RefusedFile, match=whole(OUTSIDE)):
        Archive(zipped(*{name: b"x"}.items()))


def test_a_link_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    with pytest.raises(RefusedFile, match=whole(OUTSIDE)):
        Archive(content.getvalue())


def test_a_zip_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zipped(*{"zeros": bytes(40_000_000)}.items())
    tracemalloc.start()
    with pytest.raises(RefusedFile, match=whole(TOO_LARGE)):
        Archive(bomb).read("zeros")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_many_members_do_not_add_up_to_more_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_IN_ALL", 250)
    found = Archive(zipped(*{str(number): b"x" * 100 for number in range(3)}.items()))
    assert len(found.read("0") + found.read("1")) == 200
    with pytest.raises(RefusedFile, match=whole(TOO_LARGE)):
        found.read("2")


def test_more_members_than_an_export_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    said = "The zip file holds more than 2 files. Export a shorter period."
    with pytest.raises(RefusedFile, match=whole(said)):
        Archive(zipped(*{"a": b"", "b": b"", "c": b""}.items()))


def test_a_locked_zip_says_what_to_do() -> None:
    content = bytearray(zipped(*{"a": b"words"}.items()))
    start, listed = content.index(b"PK\x03\x04"), content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, start + 6, 1)
    struct.pack_into("<H", content, listed + 8, 1)
    said = "The zip file is locked with a password. Unlock it, or export it without one."
    with pytest.raises(RefusedFile, match=whole(said)):
        Archive(bytes(content)).read("a")


@given(st.binary(max_size=60), st.integers(0, 200), st.integers(0, 60))
def test_a_damaged_zip_is_refused_in_a_sentence_or_read(noise: bytes, at: int, cut: int) -> None:
    content = zipped(*{"a.csv": b"Date,Value\n2025-01-01,2\n" * 4, "b": b"x"}.items())
    damaged = content[:at] + noise + content[at + cut :]
    try:
        found = Archive(damaged)
        for name in found.names:
            found.read(name)
    except RefusedFile:
        return


def test_folders_between_backslashes_are_folders() -> None:
    found = Archive(zipped(*{"Daily\\": b"", "Daily\\2025\\a.md": b"words"}.items()))
    assert (found.names, found.read("Daily/2025/a.md")) == (("Daily/2025/a.md",), b"words")


def test_a_folder_in_a_hidden_one_is_read_without_the_hidden_ones_in_it(tmp_path: Path) -> None:
    folder = tmp_path / ".vault" / "Daily"
    (folder / ".trash" / "a" / "b" / "c").mkdir(parents=True)
    for name in ("2025-03-09.md", ".hidden.md", ".trash/a/b/c/2025-03-10.md"):
        (folder / name).write_text("words", "utf-8")
    assert names(folder_as_zip(folder, 1_000)) == ("2025-03-09.md",)


@for_names_of_any_bytes
def test_a_name_that_is_not_utf_8_does_not_keep_a_folder_from_being_read(tmp_path: Path) -> None:
    (tmp_path / f"2025-03-09 {NOT_UTF_8}.md").write_text("words", "utf-8")
    assert names(folder_as_zip(tmp_path, 1_000)) == ("2025-03-09 café.md",)


@pytest.mark.skipif(sys.platform == "win32", reason="there it stands between folders")
def test_a_backslash_in_a_name_does_not_keep_a_folder_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "2025-03-09 a\\..\\b.md").write_text("words", "utf-8")
    assert names(folder_as_zip(tmp_path, 1_000)) == ("2025-03-09 a_.._b.md",)
