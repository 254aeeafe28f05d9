"""Two versions of carelog on one home: the older one reads what it can, writes nothing of the newer, and says so.

The newer version is played by what it would leave: a schema with a table and a column more, and files of later formats.
"""

import json
import shlex
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest

from carelog import __version__
from carelog.crisis.card import parse
from carelog.errors import JournalNewer
from carelog.journal import Journal
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.transactions import transaction
from carelog.paths import Paths
from support.command import Command, Result, environment
from support.locks import SCRIPT, forget, lock_home

NUMBER = "+49 30 987654"
LATER = "99.0.0"
TO_WRITE = (
    *("mood 3 words", "note words", "contact add Alex --crisis 2", "undo", "delete last --yes", "plan add alone tea"),
    *("routine add tea --every daily", "track sleep=7", "backup", "forget --yes", "lock on --yes", "goal add bed"),
)


@pytest.fixture
def home(lived_in: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lived-in home as the one that commands use."""
    monkeypatch.setenv("CARELOG_HOME", str(lived_in))
    return lived_in


def make_newer(journal: Path) -> None:
    """Change a journal as a migration of a newer carelog would."""
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("CREATE TABLE dreams (id TEXT PRIMARY KEY, text TEXT)")
        connection.execute("ALTER TABLE entries ADD COLUMN place TEXT")
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
        connection.commit()


def with_line(card: bytes, **changed: str) -> bytes:
    """A card with a fact that this carelog does not know, and other values for keys; its checksum is right."""
    lines = [line.split("\t") for line in card.decode().splitlines()[:-1]]
    lines = [[line[0], changed[line[0]]] if line[0] in changed else line for line in lines]
    content = "".join("\t".join(line) + "\n" for line in [*lines, ["weather", "sun"]]).encode()
    return content + f"end\t{sum(content)}\n".encode()


def contents(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("line", TO_WRITE)
def test_an_older_carelog_changes_nothing_in_a_newer_journal(home: Path, carelog: Command, line: str) -> None:
    make_newer(home / "journal.db")
    before = contents(home)
    sentence = (
        f"{home}/journal.db was written by a newer carelog. It was left as it is. Please update carelog to write to it."
    )
    assert carelog(*shlex.split(line)) == Result(4, "", f"{sentence}\n")
    assert contents(home) == before


def test_an_older_carelog_shows_a_newer_journal_and_the_card(home: Path, carelog: Command) -> None:
    make_newer(home / "journal.db")
    assert "could not sleep" in carelog("log").stdout
    assert NUMBER.removeprefix("+49 ") in carelog("crisis", "--country", "DE").stdout.replace("030", "30")
    (home / "card.txt").unlink()
    assert NUMBER in carelog("crisis", "--country", "GB").stdout


def test_verify_repair_and_restore_say_that_a_newer_carelog_wrote_it(
    home: Path, carelog: Command, isolated: Path
) -> None:
    copy = isolated / "newer.db"
    copy.write_bytes((home / "journal.db").read_bytes())
    make_newer(home / "journal.db")
    make_newer(copy)
    said = f"{home}/journal.db was written by a newer carelog. Please update carelog to use it."
    assert f"  look {said}" in carelog("verify").stdout.splitlines()
    repaired = carelog("verify", "--repair", str(isolated / "saved.db"))
    assert (repaired.exit_code, repaired.stderr) == (4, f"{said}\n")
    restored = carelog("restore", str(copy), "--yes")
    assert restored == Result(6, "", f"{copy} was written by a newer carelog. Please update carelog to use it.\n")
    assert not (isolated / "saved.db").exists()


def test_a_backup_of_the_older_carelog_is_restored_over_a_newer_journal_which_is_kept(
    home: Path, carelog: Command
) -> None:
    make_newer(home / "journal.db")
    newer = (home / "journal.db").read_bytes()
    [backup] = (home / "backups").glob("journal-*.db")
    assert carelog("restore", str(backup), "--yes").exit_code == 0
    [kept] = (home / "backups").glob("replaced-*.db")
    assert kept.read_bytes() == newer
    assert carelog("mood", "3", "after it").exit_code == 0


def test_a_journal_that_is_migrated_while_it_is_open_is_not_written_to(home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        make_newer(home / "journal.db")
        before = (home / "journal.db").read_bytes()
        with pytest.raises(JournalNewer) as refused:
            journal.entries.add(3)
    assert refused.value.key == "storage.newer-to-write"
    assert (home / "journal.db").read_bytes() == before


@pytest.mark.parametrize("newer_journal", [True, False], ids=["newer journal", "same journal"])
def test_a_card_of_a_later_carelog_stays_as_it_was_written(home: Path, carelog: Command, newer_journal: bool) -> None:
    card = with_line((home / "card.txt").read_bytes(), program=LATER)
    (home / "card.txt").write_bytes(card)
    if newer_journal:
        make_newer(home / "journal.db")
    carelog("log")
    assert (home / "card.txt").read_bytes() == card
    assert newer_journal or "The crisis card agrees with the journal." in carelog("verify").stdout
    assert NUMBER in carelog("crisis", "--country", "GB").stdout


@pytest.mark.parametrize("program", ["0.0.9", "", "not a version"])
def test_a_card_of_an_earlier_carelog_is_written_anew(home: Path, carelog: Command, program: str) -> None:
    (home / "card.txt").write_bytes(with_line((home / "card.txt").read_bytes(), program=program))
    carelog("log")
    assert parse((home / "card.txt").read_bytes()).program == __version__


def test_a_change_of_people_reaches_the_card_of_a_later_carelog(home: Path, carelog: Command) -> None:
    (home / "card.txt").write_bytes(with_line((home / "card.txt").read_bytes(), program=LATER))
    carelog("contact", "add", "Alex", "--crisis", "2", "--phone", "112233")
    assert "112233" in carelog("crisis", "--country", "GB").stdout


def test_settings_of_a_later_carelog_are_kept_and_named(home: Path, carelog: Command) -> None:
    (home / "settings.toml").write_text('aurora = "green"\n[lock]\nrota = 3\n', encoding="utf-8")
    carelog("settings", "set", "country", "DE")
    written = (home / "settings.toml").read_text(encoding="utf-8")
    assert 'aurora = "green"' in written
    assert "rota = 3" in written
    assert (
        "  note Settings that this carelog does not know; they stay as they are: aurora; lock.rota"
        in carelog("verify").stdout.splitlines()
    )


def make_slots_later(home: Path) -> None:
    for slot in (home / "carelog-keys").glob("*.slot"):
        body = slot.read_bytes().rpartition(b"\ncarelog-slot ")[0] + b"\ncarelog-slot 2 argon2id 3 65536 4 "
        slot.write_bytes(body + f"{crc32(body):08x}\n".encode())


@pytest.mark.parametrize("encrypted", ["backups", "nothing"])
def test_a_slot_of_a_later_carelog_is_never_written_over(home: Path, carelog: Command, encrypted: str) -> None:
    plain = (home / "journal.db").read_bytes()
    lock_home(home)
    forget(home)
    make_slots_later(home)
    (home / "journal.db").write_bytes(plain)
    for backup in (home / "backups").glob("*.db") if encrypted == "nothing" else ():
        backup.unlink()
    before = {slot.read_bytes() for slot in (home / "carelog-keys").glob("*.slot")}
    answer = carelog("lock", "on", "--yes", env=SCRIPT)
    assert answer.exit_code == (0 if encrypted == "nothing" else 4), answer
    assert {path.read_bytes() for path in (home / "carelog-keys").iterdir()} >= before


def test_a_slot_of_a_later_carelog_is_not_called_damaged(home: Path, carelog: Command) -> None:
    lock_home(home)
    forget(home)
    make_slots_later(home)
    before = contents(home)
    answer = carelog("mood", "3", env=SCRIPT)
    slot = home / "carelog-keys" / "passphrase.slot"
    assert answer == Result(
        4,
        "",
        f"{slot} was written by a newer carelog. Nothing was changed. Please update carelog to open your journal; "
        "“carelog crisis” works all the same.\n",
    )
    assert contents(home) == before
    assert carelog("crisis", "--country", "GB").exit_code == 0


@pytest.mark.parametrize("change", [{"carelog": 2}, {"schema": NEWEST + 1}], ids=["format", "schema"])
def test_a_full_copy_of_a_later_carelog_is_refused_whole(
    home: Path, carelog: Command, isolated: Path, change: dict[str, int]
) -> None:
    copy = isolated / "copy.json"
    carelog("export", "--for", "self", "--format", "json", "--yes", "-o", str(copy))
    copy.write_text(json.dumps(json.loads(copy.read_text("utf-8")) | change), encoding="utf-8")
    before = contents(home)
    answer = carelog("import", str(copy), "--apply")
    assert answer == Result(6, "", "This copy was written by a newer carelog. Please update carelog to take it in.\n")
    assert contents(home) == before


def test_writers_that_are_at_work_while_a_newer_carelog_migrates_stop_and_lose_nothing(
    home: Path, program: Callable[..., list[str]]
) -> None:
    writers = [
        subprocess.Popen(
            program("programs", "writes", "3000"),
            env=environment({"CARELOG_HOME": str(home)}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    assert writers[0].stdout
    told = {writers[0].stdout.readline().strip()}
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout = 30000")
        with transaction(connection):
            connection.execute("ALTER TABLE entries ADD COLUMN place TEXT")
            connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
        ended = [writer.communicate(timeout=60) for writer in writers]
        told |= {row_id for out, _ in ended for row_id in out.split()}
        kept = {row_id for (row_id,) in connection.execute("SELECT id FROM entries")}
    sentence = f"newer: {home}/journal.db was written by a newer carelog. It was left as it is. Please update carelog"
    assert all(said.startswith(sentence) for _, said in ended), ended
    assert told <= kept
