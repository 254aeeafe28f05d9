"""Locks with missing or damaged files, changes without the key, and sealed notes that cannot be opened."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.keys.key_ring import cached_key
from carelog.journal.lock.lock import make_slots, new_key
from carelog.paths import Paths
from support.command import Command, Result, Terminal, environment
from support.locks import CODE, PASSPHRASE, SCRIPT, files_with, flipped, forget, is_plain

Start = Callable[..., Terminal]
Say = Callable[..., Result]
Refusal = Callable[..., str]
READABLE = "This journal is readable just now: the lock is not finished. To finish it: carelog lock on"
OWN_SCREEN, LEFT = "\x1b[?1049h", "\x1b[?1049l"


pytestmark = pytest.mark.usefixtures("empty_keyring")


@pytest.fixture
def locked(say: Say, home: Path) -> Path:
    """A home with a note and somebody on the card, locked by a script; its key is not cached."""
    say("contact", "add", "Bryony Hill", "--phone", "+49 30 5550147", "--crisis", "1")
    say("mood", "2", "quillwort")
    say("lock", "on", "--yes", env=SCRIPT)
    forget(home)
    return home


def test_a_lock_does_not_come_off_while_it_alone_could_open_a_sealed_note(
    locked: Path, say: Say, carelog: Command
) -> None:
    say("mood", "1", "pennyroyal", "--sealed")
    [note] = (locked / "sealed").iterdir()
    whole = note.read_bytes()
    note.write_bytes(whole[:-1])
    refused = carelog("lock", "off", "--yes", env=SCRIPT)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[-1] == (
        f"There are sealed notes in {locked / 'sealed'} (1) that the key of this lock does not open: "
        f"they were sealed for another journal, or are damaged. Without the lock a sound copy of them "
        f"would not open either, so it stays on. If you have no such copy, move them to another folder, "
        f"and the lock can come off."
    )
    assert not is_plain(locked / "journal.db")
    note.write_bytes(whole)
    assert "One sealed note was taken in." in carelog("lock", "off", "--yes", env=SCRIPT).stderr
    assert "pennyroyal" in say("log").stdout


def test_nothing_is_sealed_where_the_journal_is_still_plain_and_that_is_said(
    say: Say, carelog: Command, home: Path
) -> None:
    say("mood", "4")
    make_slots(Paths.inside(home), new_key(), PASSPHRASE, CODE)
    forget(home)
    assert carelog("mood", "1", "pennyroyal", "--sealed").stderr == f"{READABLE}\n"
    assert "pennyroyal" in say("log").stdout


@pytest.mark.parametrize("words", [["lock"], ["lock", "off", "--yes"], ["lock", "on", "--yes"], ["log"]])
def test_a_locked_journal_without_its_slots_is_not_called_plain(
    locked: Path, refusal: Refusal, words: list[str]
) -> None:
    before = (locked / "journal.db").read_bytes()
    shutil.rmtree(locked / "carelog-keys")
    assert "“carelog-keys” that belongs beside it is missing" in refusal(4, *words, env=SCRIPT)
    assert (locked / "journal.db").read_bytes() == before


def test_a_backup_from_elsewhere_brings_lost_slots_back_with_the_lock(locked: Path, say: Say, data: Any) -> None:
    say("backup", "stick", env=SCRIPT)
    shutil.rmtree(locked / "carelog-keys")
    [backup] = Path("stick").glob("*.db")
    say("restore", str(backup), "--yes", env=SCRIPT)
    assert data("lock")["lock"]["state"] == "on"
    assert files_with("quillwort", locked) == []
    forget(locked)
    assert "quillwort" in say("log", env=SCRIPT).stdout


def test_it_is_said_that_a_backup_lost_its_lock_in_a_home_without_one(locked: Path, say: Say, tmp_path: Path) -> None:
    say("backup", "stick", env=SCRIPT)
    [backup] = Path("stick").glob("*.db")
    forget(locked)
    other = {"CARELOG_HOME": str(tmp_path / "other")}
    say("mood", "3", env=other)
    not_locked = "The backup was locked, and this journal is not. To lock it: carelog lock on"
    assert not_locked in say("restore", str(backup), "--yes", env=SCRIPT | other).stdout
    assert "quillwort" in say("log", env=other).stdout


def test_a_folder_in_the_place_of_the_journal_is_reported(locked: Path, refusal: Refusal) -> None:
    (locked / "journal.db").unlink()
    (locked / "journal.db").mkdir()
    assert f"carelog could not read {locked / 'journal.db'}: it is not a file." in refusal(4, "lock")


def test_a_new_code_is_made_only_where_somebody_can_type_it_back(locked: Path, carelog: Command) -> None:
    result = carelog("lock", "recovery", "--sheet", "sheet.txt", env=SCRIPT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--yes" in result.stderr
    assert not Path("sheet.txt").exists()
    assert locked


def test_a_code_is_shown_on_the_alternate_screen(locked: Path, terminal: Start) -> None:
    person = terminal("lock", "recovery", "--sheet", "sheet.txt", env=SCRIPT)
    person.expect("Type the recovery code from your paper, so that you know it is right")
    code = next(line.strip() for line in Path("sheet.txt").read_text("utf-8").split("\n") if line.count("-") == 8)
    person.type(code)
    number, screen = person.finish()
    before, shown, after = screen.partition(OWN_SCREEN)[0], *screen.partition(OWN_SCREEN)[2].split(LEFT)
    assert (number, code in before, code in shown, code in after) == (0, False, True, False)
    assert locked


def test_the_sheet_is_removed_where_its_code_is_not_typed_back(locked: Path, terminal: Start) -> None:
    person = terminal("lock", "recovery", "--sheet", "sheet.txt", env=SCRIPT)
    person.expect("Type the recovery code from your paper, so that you know it is right")
    assert person.leave("\x03")[0] == 130
    assert not Path("sheet.txt").exists()
    assert locked


@pytest.mark.parametrize(
    ("key", "value", "on_card"),
    [
        ("country", "FR", "country\tFR"),
        ("helplines.languages", "tr", "\ttr"),
        ("helplines.for", "alcohol", "topic\talcohol"),
        ("plain", "on", "plain"),
    ],
)
def test_a_setting_is_kept_without_the_key_and_the_card_follows(
    locked: Path, say: Say, carelog: Command, key: str, value: str, on_card: str
) -> None:
    say("settings", "set", "discreet", "on")
    changed = carelog("settings", "set", key, value)
    assert changed.exit_code == 0
    assert "follows" in changed.stderr
    say("mood", "3", env=SCRIPT)
    assert on_card in (locked / "card.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ["lock", "card", "nothing"],
        ["settings", "set", "lock.card", "nothing"],
        ["settings", "preset", "shared-computer", "--yes"],
    ],
)
def test_settings_of_the_card_stay_until_the_card_is_written(
    locked: Path, refusal: Refusal, data: Any, words: list[str]
) -> None:
    before = (locked / "card.txt").read_bytes()
    refusal(4, *words)
    assert "names" in data("lock")["lock"]["card"]
    assert (locked / "card.txt").read_bytes() == before


def test_a_card_that_shows_nobody_says_where_people_are(locked: Path, say: Say, carelog_process: Command) -> None:
    assert locked
    for ticked, words in (
        ("nothing", "Your people are in your journal, which is locked. To see them:"),
        ("names", "Bryony"),
    ):
        say("lock", "card", ticked, env=SCRIPT)
        assert words in carelog_process("crisis").stdout.replace("\n", " ")


def test_a_stranger_learns_from_the_card_of_a_locked_journal_what_was_left_readable(
    locked: Path, data: Any, say: Say
) -> None:
    def told() -> str:
        return next(each["tells"] for each in data("traces")["traces"] if each["kind"] == "card")

    assert told() == (
        "in the open beside the lock: the names of people, their numbers and addresses, which of its parts you left "
        "readable, how often it was changed, which carelog wrote it; to leave less of it readable: carelog lock card"
    )
    say("lock", "off", "--yes", env=SCRIPT)
    assert told() == (
        "in the open: the names of people, their numbers and addresses, how often it was changed, which carelog wrote "
        "it; it is meant to be readable"
    )
    assert locked


def test_erasing_removes_the_cached_key(locked: Path, say: Say) -> None:
    say("mood", "4", env=SCRIPT)
    assert cached_key(locked / "carelog-keys")
    say("erase", "--yes")
    assert cached_key(locked / "carelog-keys") is None


def test_verify_names_the_damaged_slot_and_the_other_slot_makes_it_anew(
    locked: Path, carelog: Command, say: Say, data: Any
) -> None:
    whole_ways = "Both ways in are whole: the passphrase's and the recovery code's."
    assert whole_ways in say("verify", env=SCRIPT).stdout
    for name, words in (
        ("recovery", ["lock", "recovery", "--yes"]),
        ("sealing", []),
    ):
        path = next((locked / "carelog-keys").glob(f"{name}.[sk]*"))
        path.write_bytes(flipped(path.read_bytes(), 4321))
        found = carelog("verify", "--json", env=SCRIPT)
        assert found.exit_code == 4
        wrong = [each for each in found.json["data"]["findings"] if each["weight"] == "wrong"]
        assert [each["path"] for each in wrong] == [str(path)]
        if words:
            assert " ".join(words[:2]) in wrong[0]["message"]
            say(*words, env=SCRIPT)
        else:
            assert (
                "A key for sealed notes was missing, or not that of your journal, so a new one was made. Notes that "
                "were sealed with another one cannot be read here; they stay in the folder “sealed”."
            ) in carelog("mood", "3", env=SCRIPT).stderr
        assert data("verify", env=SCRIPT)["sound"]


@pytest.mark.parametrize("first", [["lock", "on"], ["lock", "recovery"]])
def test_a_lock_that_was_changed_in_another_window_is_left_as_it_is_there(
    say: Say, home: Path, terminal: Start, first: list[str]
) -> None:
    say("mood", "2", "quillwort")
    if first != ["lock", "on"]:
        say("lock", "on", "--yes", env=SCRIPT)
    person = terminal(*first, "--sheet", "sheet.txt", env=SCRIPT)
    questions = ["Lock it?", *["stay readable?"] * 10, "Leave it like this?"] if first == ["lock", "on"] else []
    for question in questions:
        person.expect(question)
        person.type("n" if "readable" in question else "y")
    person.expect("Type the recovery code from your paper, so that you know it is right")
    code = next(line.strip() for line in Path("sheet.txt").read_text("utf-8").split("\n") if line.count("-") == 8)
    if first != ["lock", "on"]:
        say("lock", "off", "--yes", env=SCRIPT)
    say("lock", "on", "--yes", env=SCRIPT)
    slots = {path.name: path.read_bytes() for path in (home / "carelog-keys").iterdir()}
    person.type(code)
    number, screen = person.finish()
    elsewhere = "The lock was changed from elsewhere meanwhile, so nothing was changed here. Please look: carelog lock"
    assert (number, elsewhere in " ".join(screen.split())) == (4, True)
    assert {path.name: path.read_bytes() for path in (home / "carelog-keys").iterdir()} == slots
    forget(home)
    assert "quillwort" in say("log", env=SCRIPT).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
def test_a_disk_that_takes_no_backup_is_never_told_as_a_damaged_journal(locked: Path) -> None:
    command = f"ulimit -f 16; exec {shlex.quote(sys.executable)} -m carelog backup"
    done = subprocess.run(
        ["bash", "-c", command], env=environment(SCRIPT), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith(f"carelog could not write the backup {locked / 'backups'}")
    assert "Your journal is saved." in done.stderr
