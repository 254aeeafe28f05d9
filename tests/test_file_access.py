"""What is at a path: a closed folder is never taken for an empty one, whatever Python answers."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.errors import SettingsError, StorageError
from carelog.file_access import is_file, is_folder, is_there
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.settings import Settings
from carelog.settings_file import read_text

ASKED = (is_there, is_file, is_folder)


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder into which the system lets nobody look, also not root."""
    closed = tmp_path / "closed"
    closed.mkdir()
    looked_at = os.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if closed in Path(path).parents:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return looked_at(path, **options)

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(os, "access", lambda path, _: closed not in (Path(path), *Path(path).parents))
    for name in ("exists", "is_file", "is_dir"):  # as they answer from Python 3.14 on
        monkeypatch.setattr(Path, name, lambda path, **_: closed not in path.parents)
    return closed


@pytest.mark.parametrize("asked", ASKED)
def test_what_cannot_be_seen_is_never_said_to_be_missing(refused: Path, asked: Callable[[Path], bool]) -> None:
    with pytest.raises(PermissionError):
        asked(refused / "journal.db")


def test_settings_in_a_closed_folder_are_not_taken_for_none(refused: Path) -> None:
    with pytest.raises(SettingsError) as refusal:
        read_text(Paths.inside(refused))
    assert refusal.value.key == "storage.closed"


def test_a_journal_in_a_closed_folder_is_not_taken_for_none(refused: Path) -> None:
    with pytest.raises((PermissionError, StorageError)):
        Journal.open(Paths.inside(refused), settings=Settings(), to_write=False)


@pytest.mark.parametrize("asked", ASKED)
def test_nothing_is_where_no_file_can_be(tmp_path: Path, asked: Callable[[Path], bool]) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for path in (tmp_path / "none", tmp_path / "file" / "below", tmp_path / "round", tmp_path / "a\0b"):
        assert not asked(path)


def test_a_file_and_a_folder_are_told_apart_and_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    assert [asked(tmp_path / "file") for asked in ASKED] == [True, True, False]
    assert [asked(tmp_path / "link") for asked in ASKED] == [True, False, True]
