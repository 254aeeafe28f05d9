"""A full disk and a read-only one: a command prints one sentence, nothing is lost, and the card is still shown."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from carelog.journal.backup.integrity import verify_journal
from reliability.kept import rows
from reliability.worlds import little_room, locked_folder, read_only_disk
from support.command import Result, environment

LONG = "and the rain went on; " * 400
NUMBER = "+49 30 987654"


def carelog(prefix: Sequence[str], home: Path, *words: str) -> Result:
    """Run carelog in such a place, and check that there is no traceback."""
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "carelog", *words],
        env=environment({"CARELOG_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return Result(done.returncode, done.stdout, done.stderr)


def refused(answer: Result) -> None:
    """Check that a change was refused, on one line of standard error."""
    assert answer.exit_code == 4, answer
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert answer.stderr.endswith(".\n")
    assert any(
        said in answer.stderr for said in ("could not", "Nothing was changed.", "Your last change may not be saved.")
    )


def card_is_shown(prefix: Sequence[str], home: Path) -> None:
    card = carelog(prefix, home, "crisis")
    assert (card.exit_code, card.stderr) == (0, "")
    assert "112" in card.stdout
    assert NUMBER in card.stdout


def fill(ballast: Path) -> None:
    """Fill the disk."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_full_disk_takes_nothing_more_and_loses_nothing(
    lived_in: Path, isolated: Path, account: Callable[..., None]
) -> None:
    home, told = isolated / "small disk", set[str]()
    with little_room(home) as (prefix, outside):
        shutil.copytree(lived_in, outside, dirs_exist_ok=True)
        ballast = outside / "ballast"
        ballast.write_bytes(bytes(400_000))
        while (answer := carelog(prefix, home, "mood", "3", LONG, "--json")).exit_code == 0:
            told.add(answer.json["data"]["entry"]["id"])
        assert len(told) > 10
        refused(carelog(prefix, home, "mood", "3", LONG))
        if prefix[0] == "nsenter":
            fill(outside / "more ballast")
            refused(carelog(prefix, home, "delete", "last", "--yes"))
            refused(carelog(prefix, home, "contact", "add", "Alex", "--crisis", "2"))
            refused(carelog(prefix, home, "backup"))
        card_is_shown(prefix, home)
        assert "and the rain went on" in carelog(prefix, home, "log").stdout
        verify_journal(Path(shutil.copy(outside / "journal.db", isolated)))
        assert told <= {row_id for _, row_id in rows(isolated)}
        assert not list(outside.rglob(".*.new*")), "half a file fills the disk"
        ballast.unlink()
        if prefix[0] == "nsenter":
            assert carelog(prefix, home, "mood", "3", "there is room again").exit_code == 0
        account("full disk", kind=prefix[0], entries_told=len(told))


@pytest.mark.slow
def test_a_disk_without_room_for_a_backup_does_not_keep_an_entry_out(lived_in: Path, isolated: Path) -> None:
    home = isolated / "small disk"
    shutil.rmtree(lived_in / "backups")
    with little_room(home) as (prefix, outside):
        shutil.copytree(lived_in, outside, dirs_exist_ok=True)
        free = shutil.disk_usage(outside).free if prefix[0] == "nsenter" else 0
        (outside / "ballast").write_bytes(bytes(max(free - 80_000, 0)))
        answer = carelog(prefix, home, "mood", "3", "one line")
        assert answer.exit_code == 0
        assert answer.stdout.startswith("Noted")
        assert prefix[0] != "nsenter" or "backup" in answer.stderr
        assert "one line" in carelog(prefix, home, "log").stdout


@pytest.mark.slow
@pytest.mark.parametrize("world", [read_only_disk, locked_folder])
def test_what_cannot_be_written_can_still_be_read(
    lived_in: Path, world: Callable[[Path], object], isolated: Path
) -> None:
    before = contents(lived_in)
    with world(lived_in) as prefix:  # type: ignore[attr-defined]  # both are context managers
        refused(carelog(prefix, lived_in, "mood", "3", "one line"))
        refused(carelog(prefix, lived_in, "contact", "add", "Alex", "--crisis", "2"))
        refused(carelog(prefix, lived_in, "settings", "set", "country", "GB"))
        refused(carelog(prefix, lived_in, "backup"))
        assert "could not sleep" in carelog(prefix, lived_in, "log").stdout
        assert carelog(prefix, lived_in, "today").exit_code == 0
        assert carelog(prefix, lived_in, "export", "--yes", "-o", str(isolated / "page.md")).exit_code == 0
        card_is_shown(prefix, lived_in)
    assert contents(lived_in) == before
    assert carelog([], lived_in, "mood", "3", "one line").exit_code == 0


@pytest.mark.slow
def test_a_home_that_cannot_be_made_is_one_sentence_and_a_card_with_the_lines_of_the_country(isolated: Path) -> None:
    above = isolated / "above"
    above.mkdir()
    with locked_folder(above) as prefix:
        refused(carelog(prefix, above / "home", "mood", "3", "one line"))
        assert carelog(prefix, above / "home", "log").exit_code == 0
        card = carelog(prefix, above / "home", "crisis")
        assert (card.exit_code, card.stderr) == (0, "")
        assert "112" in card.stdout
    assert list(above.iterdir()) == []
