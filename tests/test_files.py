"""A file of carelog is its owner's alone and is whole or not there, whatever was in its place."""

import errno
import os
import resource
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.errors import StorageError
from carelog.files import make_private_folder, temporary_path, write_private, write_private_parts
from support.sentences import whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def any_umask(request: pytest.FixtureRequest) -> None:
    os.umask(request.param)


@pytest.mark.usefixtures("any_umask")
def test_files_and_folders_are_private_under_any_umask(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private_folder(folder)
    write_private(folder / "note.txt", b"x")
    assert [mode(folder.parent), mode(folder), mode(folder / "note.txt")] == [0o700, 0o700, 0o600]


@settings(max_examples=20)
@given(st.lists(st.binary(), min_size=1, max_size=3))
def test_the_last_content_is_the_whole_file_and_nothing_lies_beside_it(contents: list[bytes]) -> None:
    target = Path("note.txt")
    for content in contents:
        write_private(target, content)
        assert target.read_bytes() == content
    assert [each.name for each in Path.cwd().iterdir()] == ["note.txt"]


def test_a_file_that_others_could_read_becomes_private_when_it_is_written_again(tmp_path: Path) -> None:
    target = tmp_path / "note.txt"
    target.write_text("old")
    target.chmod(0o644)
    write_private(target, b"new")
    assert (mode(target), target.read_bytes()) == (0o600, b"new")


def test_a_link_is_replaced_and_what_it_pointed_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("precious")
    target = tmp_path / "note.txt"
    target.symlink_to(elsewhere)
    write_private(target, b"new")
    assert (elsewhere.read_text(), target.is_symlink(), target.read_bytes()) == ("precious", False, b"new")


def test_a_second_name_of_the_old_file_keeps_the_old_content(tmp_path: Path) -> None:
    target, second = tmp_path / "note.txt", tmp_path / "second"
    target.write_text("old")
    second.hardlink_to(target)
    write_private(target, b"new")
    assert second.read_text() == "old"


@pytest.mark.parametrize("taken", ["file", "link", "dangling link", "folder"])
def test_a_taken_name_is_left_alone_when_it_must_not_be_replaced(taken: str, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    match taken:
        case "file":
            target.write_text("old")
        case "folder":
            target.mkdir()
        case _:
            target.symlink_to(tmp_path / "elsewhere")
            if taken == "link":
                (tmp_path / "elsewhere").write_text("old")
    before = sorted((each.name, mode(each)) for each in tmp_path.iterdir())
    with pytest.raises(FileExistsError):
        write_private(target, b"new", replace=False)
    assert sorted((each.name, mode(each)) for each in tmp_path.iterdir()) == before
    assert not (target.is_file() and target.read_text() != "old")


def test_a_free_name_is_taken_when_it_must_not_be_replaced(tmp_path: Path) -> None:
    write_private(tmp_path / "page.md", b"new", replace=False)
    assert [(each.name, mode(each)) for each in tmp_path.iterdir()] == [("page.md", 0o600)]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_disk_without_second_names_will_do(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    write_private(tmp_path / "page.md", b"new", replace=False)
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "page.md", b"newer", replace=False)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("page.md", b"new")]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_disk_that_fails_half_way_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "note.txt"
    target.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    if step == "write":
        resource.setrlimit(resource.RLIMIT_FSIZE, (2, limits[1]))
    else:
        monkeypatch.setattr(os, step, lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(StorageError) as refused:
        write_private(target, b"new")
    monkeypatch.undo()
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("note.txt", "old")]
    reason = "File too large" if step == "write" else "Input/output error"
    assert refused.value.message == f"carelog could not write {target}: {reason}."


def test_a_folder_in_the_way_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.txt").mkdir()
    refusal = f"carelog could not write {tmp_path / 'note.txt'}: Is a directory."
    with pytest.raises(StorageError, match=whole(refusal)):
        write_private(tmp_path / "note.txt", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["note.txt"]


def test_a_folder_that_is_missing_or_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    missing, inside = tmp_path / "nowhere" / "note.txt", tmp_path / "file" / "inside"
    with pytest.raises(StorageError, match=whole(f"carelog could not write {missing}: No such file or directory.")):
        write_private(missing, b"new")
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=whole(f"carelog could not make the folder {inside.parent}: File exists.")):
        make_private_folder(inside)


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o750


@pytest.mark.parametrize("length", [200, 229, 230, 245, 255])
@pytest.mark.parametrize("letter", ["a", "\u00e9", "\u4e3d"])
def test_a_name_of_any_length_that_the_folder_takes_can_be_written(tmp_path: Path, length: int, letter: str) -> None:
    target = tmp_path / (letter * (length // len(letter.encode())))
    left = temporary_path(target)
    left.write_bytes(b"left by a killed program")
    os.utime(left, (0, 0))
    for content in (b"one", b"two"):
        write_private(target, content)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(target.name, b"two")]
    assert len(os.fsencode(left.name)) + len("-journal") <= 255


@pytest.mark.parametrize(
    "stops", [StorageError("storage.not-written", path="a", reason="b"), KeyboardInterrupt()], ids=repr
)
def test_a_file_whose_content_cannot_be_made_to_its_end_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, stops: BaseException
) -> None:
    def parts() -> Iterator[bytes]:
        yield b"beginning"
        raise stops

    (tmp_path / "page.md").write_bytes(b"old")
    with pytest.raises(type(stops)):
        write_private_parts(tmp_path / "page.md", parts())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"page.md": b"old"}
