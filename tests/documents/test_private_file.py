"""Writing the file of a page: private, whole or not at all, never over another file by accident."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from carelog.documents.private_file import write
from carelog.errors import InvalidValue, StorageError
from support.command import Command
from support.sentences import whole

STOPPED_AT = """
import os, sys
from pathlib import Path
from carelog.documents.private_file import write
setattr(os, sys.argv[1], lambda *_, **__: os._exit(9))
write(Path("page.md"), b"new" * 100_000, replace=sys.argv[2] == "replace")
"""


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_only_its_owner_can_read_a_page(umask: int) -> None:
    os.umask(umask)
    write(Path("page.md"), b"words", replace=False)
    assert stat.S_IMODE(Path("page.md").stat().st_mode) == 0o600


def test_a_page_replaced_is_private_even_where_the_old_file_was_not() -> None:
    Path("page.md").write_text("old")
    Path("page.md").chmod(0o644)
    write(Path("page.md"), b"new", replace=True)
    assert Path("page.md").read_bytes() == b"new"
    assert stat.S_IMODE(Path("page.md").stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_as_it_is() -> None:
    Path("page.md").write_text("something else")
    refusal = "page.md is there already and was left as it is. To replace it add --force, or name another file."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        write(Path("page.md"), b"new", replace=False)
    assert Path("page.md").read_text() == "something else"
    assert only("page.md")


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_not_followed(there: bool) -> None:
    victim = Path("victim.txt")
    if there:
        victim.write_text("precious")
    Path("page.md").symlink_to(victim)
    with pytest.raises(InvalidValue):
        write(Path("page.md"), b"new", replace=False)
    assert Path("page.md").is_symlink()
    write(Path("page.md"), b"new", replace=True)
    assert not Path("page.md").is_symlink()
    assert Path("page.md").read_bytes() == b"new"
    assert victim.read_text() == "precious" if there else not victim.exists()


def test_a_link_to_a_folder_makes_room_itself() -> None:
    Path("folder").mkdir()
    Path("page.md").symlink_to("folder")
    write(Path("page.md"), b"new", replace=True)
    assert Path("page.md").read_bytes() == b"new"
    assert not any(Path("folder").iterdir())


def test_another_name_of_the_old_file_keeps_the_old_words() -> None:
    Path("old.md").write_text("old")
    os.link("old.md", "page.md")
    write(Path("page.md"), b"new", replace=True)
    assert Path("old.md").read_text() == "old"


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_or_a_device_is_no_file(replace: bool) -> None:
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for name in ("folder", "pipe", os.devnull):
        refusal = f"{name} is not a file that can be written. Name another one."
        with pytest.raises(InvalidValue, match=whole(refusal)):
            write(Path(name), b"new", replace=replace)
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)
    assert not any(Path("folder").iterdir())


def test_a_folder_that_is_not_there_is_named_in_one_sentence() -> None:
    refusal = "carelog could not write nowhere/page.md: No such file or directory."
    with pytest.raises(StorageError, match=whole(refusal)):
        write(Path("nowhere/page.md"), b"new", replace=False)


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_page_cut_short_is_not_there_at_all(call: str) -> None:
    assert stopped_at(call, "keep") == 9
    assert not Path("page.md").exists()
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in Path().iterdir())


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_replacement_cut_short_leaves_the_old_page(call: str) -> None:
    Path("page.md").write_text("old")
    assert stopped_at(call, "replace") == 9
    assert Path("page.md").read_text() == "old"


def test_a_full_disk_leaves_the_old_page_and_nothing_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    Path("page.md").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=whole("carelog could not write page.md: No space left on device.")):
        write(Path("page.md"), b"new", replace=True)
    assert Path("page.md").read_text() == "old"
    assert only("page.md")


def only(name: str) -> bool:
    return [each.name for each in Path().iterdir()] == [name]


def stopped_at(call: str, mode: str) -> int:
    """The exit code of a process that exits at this system call."""
    return subprocess.run([sys.executable, "-c", STOPPED_AT, call, mode], check=False).returncode


COMMANDS = [
    ("export", "--yes", "-o"),
    ("export", "--yes", "--for", "self", "--format", "json", "-o"),
    ("plan", "print"),
    ("contact", "export"),
    ("backup",),
    ("restore",),
    ("verify", "--repair", "sound.db", "--of"),
    ("import",),
    ("contact", "import"),
    ("questionnaire", "add"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", ["x" * 256, "x" * 5000, f"{'x' * 300}/page", "\u4e3d" * 86])
def test_a_name_that_is_too_long_is_said_in_a_sentence(words: tuple[str, ...], name: str, carelog: Command) -> None:
    carelog("contact", "add", "Sam", "--phone", "+44 20 7946 0018")
    refused = carelog(*words, name)
    assert refused.exit_code > 1
    assert "That is a mistake in carelog, not yours." not in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert not list(Path().iterdir())


def test_a_page_with_a_name_of_255_bytes_is_written_and_the_years_of_a_longer_one_are_not(carelog: Command) -> None:
    assert carelog("mood", "3").exit_code == 0
    name = f"{'x' * 251}.txt"
    assert carelog("export", "--yes", "-o", name).exit_code == 0
    assert [each.name for each in Path().iterdir()] == [name]
    refused = carelog("export", "--yes", "--force", "--by-year", "-o", name)
    assert (refused.exit_code, refused.stderr) == (
        2,
        "The name of this file has 260 bytes, and its folder takes up to 255. Give it a shorter one.\n",
    )
