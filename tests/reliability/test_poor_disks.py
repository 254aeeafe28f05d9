"""Homes on disks that lack what a disk of this computer has: locks, rights, hard links, folders that can be flushed.

Network folders, cards and sticks are such disks. They are played by system calls that fail as they do there.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.file_access import TRIES_LOCKS
from carelog.journal import verify
from carelog.journal.backup.integrity import verify_journal
from reliability.kept import rows
from reliability.strace import strace, traced
from support.command import Command, Result

Injected = tuple[str, ...]
NO_HARD_LINKS: Injected = ("-e", "inject=link,linkat:error=EPERM")
NO_CHANGE_OF_RIGHTS: Injected = ("-e", "inject=chmod,fchmod,fchmodat:error=EPERM")
NO_FOLDER_LOCKS: Injected = ("-e", "inject=flock:error=ENOLCK")
COMMANDS = (
    ("mood", "3", "one line"),
    ("contact", "add", "Alex", "--crisis", "2"),
    ("settings", "set", "country", "DE"),
    ("backup",),
    ("export", "--yes", "-o", "page.md", "--force"),
    ("export", "--for", "self", "--format", "json", "--yes", "-o", "whole.json"),
    ("forget", "--yes"),
    ("verify",),
)


def carelog(home: Path, injected: Injected, *words: str) -> Result:
    """Run carelog in a home with system calls that fail."""
    tracer = strace(home.with_name("calls"), *injected)
    return traced([sys.executable, "-m", "carelog", *words], tracer, {"CARELOG_HOME": str(home)})


def on_paths(home: Path, call: str, error: str, *names: str) -> Injected:
    """A call that fails on these files of a home alone."""
    paths = (option for name in names for option in ("-P", str(home / name)))
    return ("-e", f"trace={call}", *paths, "-e", f"inject={call}:error={error}")


@pytest.mark.slow
def test_a_disk_without_locks_is_named_and_nothing_is_written(lived_in: Path) -> None:
    no_locks = on_paths(lived_in, "fcntl", "ENOLCK", "journal.db", TRIES_LOCKS)
    before = {path: path.read_bytes() for path in lived_in.rglob("*") if path.is_file()}
    sentence = (
        f"The disk of {lived_in}/journal.db has no locks, without which two programs could harm your journal. Nothing "
        f"was changed. Copy the folder {lived_in} to a disk of this computer, and name the copy in CARELOG_HOME. "
        "“carelog crisis” works all the same.\n"
    )
    assert carelog(lived_in, no_locks, "mood", "3", "one line") == Result(4, "", sentence)
    assert carelog(lived_in, no_locks, "log") == Result(4, "", sentence)
    assert {path: path.read_bytes() for path in lived_in.rglob("*") if path.is_file()} == before
    card = carelog(lived_in, no_locks, "crisis", "--country", "DE")
    assert card.exit_code == 0
    assert "30 987654" in card.stdout


@pytest.mark.slow
def test_a_journal_that_another_program_holds_is_not_taken_for_a_disk_without_locks(lived_in: Path) -> None:
    held = on_paths(lived_in, "fcntl", "EAGAIN", "journal.db")
    answer = carelog(lived_in, held, "log")
    assert answer == Result(
        4, "", f"Another program is using {lived_in}/journal.db. Close it or wait a moment, then try again.\n"
    )
    assert not (lived_in / TRIES_LOCKS).exists()


@pytest.mark.slow
@pytest.mark.parametrize("error", ["EINVAL", "ENOSYS", "EOPNOTSUPP"])
def test_a_disk_whose_folders_cannot_be_flushed_keeps_everything(lived_in: Path, error: str) -> None:
    disk = on_paths(lived_in, "fsync", error, "", "backups", "../desk")
    every_command_works(lived_in, disk)


@pytest.mark.slow
def test_a_folder_that_the_disk_fails_to_flush_is_still_a_failure(lived_in: Path) -> None:
    answer = carelog(lived_in, on_paths(lived_in, "fsync", "EIO", ""), "settings", "set", "country", "DE")
    assert answer.exit_code == 4
    assert answer.stderr == f"carelog could not write {lived_in}/settings.toml: Input/output error.\n"


@pytest.mark.slow
@pytest.mark.parametrize("disk", [NO_HARD_LINKS, NO_CHANGE_OF_RIGHTS, NO_FOLDER_LOCKS], ids=["link", "rights", "lock"])
def test_a_disk_without_hard_links_rights_or_locks_of_folders_keeps_everything(lived_in: Path, disk: Injected) -> None:
    every_command_works(lived_in, disk)


def every_command_works(home: Path, disk: Injected) -> None:
    before = rows(home)
    for words in COMMANDS:
        answer = carelog(home, disk, *words)
        assert (answer.exit_code, "could not" in answer.stderr) == (0, False), (words, answer)
    assert before.items() <= rows(home).items()
    assert verify_journal(home / "journal.db")["entries"] == 3


@pytest.fixture
def stick(lived_in: Path, isolated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lived-in home on a FAT stick: every file is open to all, and a change of rights does nothing."""
    for path in (lived_in, *lived_in.rglob("*")):
        path.chmod(0o777)
    (isolated / "mounts").write_text(f"36 35 8:1 / {lived_in} rw - vfat /dev/sdb1 rw,umask=0\n", encoding="utf-8")
    monkeypatch.setattr(verify, "MOUNTS", isolated / "mounts")
    monkeypatch.setattr(Path, "chmod", lambda _path, _mode: None)
    monkeypatch.setenv("CARELOG_HOME", str(lived_in))
    return lived_in


def test_verify_says_that_a_stick_keeps_no_rights_and_advises_nothing_that_fails_there(
    stick: Path, carelog: Command
) -> None:
    said = carelog("verify").stdout
    assert (
        "  note The journal is on a disk (vfat) that keeps no rights of its own for files: whoever may "
        "use the disk may open them. To close the journal itself: carelog lock on"
    ) in said.splitlines()
    assert "--fix-permissions" not in said
    assert "Only you can open these files." not in said
    answer = carelog("verify", "--fix-permissions")
    assert answer == Result(
        4,
        "",
        f"{stick} stays open to other accounts: its disk keeps no rights of single files. To close the journal itself: "
        "carelog lock on\n",
    )


@pytest.mark.parametrize("mode", [0o600, 0o777], ids=["private", "open"])
def test_what_an_export_says_of_its_readers_is_true_of_its_disk(
    lived_in: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    from carelog.cli.exporting import write

    monkeypatch.setenv("CARELOG_HOME", str(lived_in))
    kept: Callable[..., None] = write.write

    def on_the_disk(place: Path, content: bytes, **options: bool) -> None:
        kept(place, content, **options)
        place.chmod(mode)

    monkeypatch.setattr(write, "write", on_the_disk)
    said = carelog("export", "--yes", "-o", "page.md").stdout
    who_can_read = {
        0o600: (
            "Other accounts on this computer cannot read the file, an administrator’s excepted. carelog does not send "
            "it anywhere."
        ),
        0o777: (
            "The disk keeps no rights of its own for files: whoever may use it can read this one. carelog does not "
            "send it anywhere."
        ),
    }
    assert said.splitlines()[-1] == who_can_read[mode]
