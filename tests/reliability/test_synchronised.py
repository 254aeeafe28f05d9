"""A home that another program writes to: whatever it does, what was acknowledged is somewhere, and `verify` says so."""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from carelog.errors import JournalBusy
from carelog.journal import Journal
from carelog.journal.storage import store
from carelog.paths import Paths
from support.command import Command

USUAL, THOROUGH = 60, 600
SECONDS = 600
MAY_BE_REFUSED = {
    "storage.replaced-meanwhile",
    "storage.in-use",
    "storage.read-only",
    "storage.disk-refused",
    "storage.damaged",
    "storage.card-not-written",
    "storage.not-written",
    "backup.copy-differs",
    "backup.journal-damaged",
    "storage.backup-not-written",
}


def entries_in(path: Path) -> set[str]:
    """The ids of the entries in a journal, deleted ones included; none where it is not a whole one."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return {row[0] for row in connection.execute("SELECT id FROM entries")}
    except sqlite3.Error:
        return set()


def journals_below(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and path.read_bytes()[:6] == b"SQLite"]


def findings(carelog: Command, home: Path) -> dict[str, Any]:
    found = carelog("verify", "--json", env={"CARELOG_HOME": str(home)}).json["data"]["findings"]
    return {each["kind"]: each for each in found}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of two homes that were written to and synchronised, by the ids of entries."""

    homes: tuple[Path, Path]
    acknowledged: set[str]
    refused: list[str]
    in_journals: set[str]
    lost: set[str]
    done: dict[str, int]

    @property
    def aside(self) -> set[str]:
        """What is in no journal, but in a conflict copy or a backup."""
        return self.acknowledged - self.in_journals - self.lost


@pytest.fixture
def synchronised(
    isolated: Path, program: Callable[..., list[str]], account: Callable[..., None], seed: int, *, thorough: bool
) -> Callable[..., Outcome]:
    """Let two programs write to two homes while a third keeps these the same, and say what became of what was told."""

    def run(*how: str) -> Outcome:
        homes = (isolated / "one", isolated / "other")
        (isolated / ".stfolder").mkdir()
        with Journal.open(Paths.inside(homes[0])) as journal:
            journal.entries.add(mood=3)
        shutil.copytree(homes[0], homes[1])
        number = str(THOROUGH if thorough else USUAL)
        third = start(program("synchroniser", *map(str, homes), str(seed), *how))
        commands = [program("programs", "writes-as-commands-do", number, home.name) for home in homes]
        writers = [start(command, home) for command, home in zip(commands, homes, strict=True)]
        said = [writer.communicate(timeout=SECONDS) for writer in writers]
        counted, complaint = third.communicate("", timeout=SECONDS)
        assert [complaint, *(each for _, each in said)] == ["", "", ""]
        done = json.loads(counted)
        outcome = outcome_of(homes, "".join(out for out, _ in said), done)
        assert len(outcome.acknowledged) + len(outcome.refused) >= 2 * int(number)
        figures = {"in_copies_and_backups": len(outcome.aside), "lost": len(outcome.lost), **done}
        account(
            f"two computers, {' '.join(how) or 'rollback journal left out'}, seed {seed}",
            acknowledged=len(outcome.acknowledged),
            refused=len(outcome.refused),
            **figures,
        )
        return outcome

    return run


def start(command: list[str], home: Path | None = None) -> subprocess.Popen[str]:
    environment = {**os.environ, **({"CARELOG_HOME": str(home)} if home else {})}
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def outcome_of(homes: tuple[Path, Path], said: str, done: dict[str, int]) -> Outcome:
    lines = said.splitlines()
    acknowledged = {line for line in lines if not line.startswith("refused")}
    anywhere = {each for home in homes for path in journals_below(home) for each in entries_in(path)}
    return Outcome(
        homes,
        acknowledged,
        [line.split()[1] for line in lines if line.startswith("refused")],
        acknowledged & set().union(*(entries_in(home / "journal.db") for home in homes)),
        acknowledged - anywhere,
        done,
    )


@pytest.mark.slow
def test_two_computers_that_write_at_once_lose_nothing_unsaid_while_their_homes_are_synchronised(
    synchronised: Callable[..., Outcome], carelog: Command
) -> None:
    outcome = synchronised()
    assert set(outcome.refused) <= MAY_BE_REFUSED
    assert outcome.done["replaced"], "nothing was synchronised"
    assert not outcome.lost or outcome.done.get("overrun"), "only a change that the other program overlooks is lost"
    if outcome.aside:
        found = [findings(carelog, home) for home in outcome.homes]
        assert any({"copies-beside", "backup-holds-more"} & set(each) for each in found)


@pytest.mark.slow
def test_where_everything_is_copied_nothing_can_be_promised_and_verify_says_so(
    synchronised: Callable[..., Outcome], carelog: Command
) -> None:
    for home in synchronised("everything").homes:
        assert findings(carelog, home)["synchronised"]["message"] == (
            "The journal is in a folder of Syncthing. It is copied elsewhere while it is written, "
            "which can harm it: keep it outside, and back up there with “carelog backup DIR”. If it "
            "has to stay, leave journal.db-journal out of what is copied, and write on one computer at "
            "a time."
        )


def test_a_change_that_went_to_a_replaced_file_is_not_acknowledged(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths.inside(home)
    with Journal.open(paths) as journal:
        journal.entries.add(mood=3)
        shutil.copy(paths.journal, home / ".syncthing.journal.db.tmp")
        finish = store.Change.finish

        def replaced_at_the_last_moment(change: store.Change, **how: bool) -> None:
            finish(change, **how)
            (home / ".syncthing.journal.db.tmp").rename(paths.journal)

        monkeypatch.setattr(store.Change, "finish", replaced_at_the_last_moment)
        with pytest.raises(JournalBusy) as refused:
            journal.entries.add(mood=4, note="would be lost")
    assert refused.value.message == (
        f"Another program put a new journal in the place of {paths.journal}. Nothing was changed. Please try again."
    )
    assert len(entries_in(paths.journal)) == 1


def test_an_older_journal_in_its_place_is_noticed_by_what_the_newest_backup_holds(home: Path, carelog: Command) -> None:
    carelog("note", "first")
    shutil.copy(home / "journal.db", home.parent / "older.db")
    carelog("note", "second")
    carelog("delete", "last", "--yes")
    carelog("note", "third")
    carelog("backup")
    assert set(findings(carelog, home)) & {"backup-holds-more"} == set()
    shutil.copy(home.parent / "older.db", home / "journal.db")
    found = findings(carelog, home)["backup-holds-more"]
    newest = max((home / "backups").iterdir())
    assert found["message"] == (
        f"The newest backup, {newest}, holds 1 thing that the journal never had. After a restore that is as it should "
        "be; else another program put an older journal in its place. To see it in numbers: carelog restore "
        f"{newest}"
    )
    assert found["weight"] == "remark"


def test_a_conflict_copy_is_merged_as_the_page_on_reliability_says(
    home: Path, isolated: Path, carelog: Command
) -> None:
    carelog("note", "in both")
    aside = isolated / "aside"
    aside.mkdir()
    shutil.copy(home / "journal.db", aside / "journal.db")
    carelog("note", "here")
    carelog("note", "elsewhere", env={"CARELOG_HOME": str(aside)})
    whole = ["--for", "self", "--format", "json", "--yes"]
    assert carelog("export", *whole, "-o", "copy.json", env={"CARELOG_HOME": str(aside)}).exit_code == 0
    for _ in range(2):
        assert carelog("import", "copy.json", "--apply").exit_code == 0
        notes = sorted(each["note"] for each in carelog("log", "--json").json["data"]["entries"])
        assert notes == ["elsewhere", "here", "in both"]


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud"), (".dropbox", "Dropbox")]
)
def test_a_folder_that_is_synchronised_is_known_by_the_mark_of_the_service(
    home: Path, isolated: Path, carelog: Command, mark: str, service: str
) -> None:
    carelog("note", "kept")
    assert "synchronised" not in findings(carelog, home)
    (isolated / mark).mkdir()
    assert findings(carelog, home)["synchronised"]["about"] == [service]


def test_a_card_and_settings_of_another_time_are_put_right_by_the_next_command(home: Path, carelog: Command) -> None:
    carelog("contact", "add", "Sam", "--phone", "123", "--crisis", "1")
    older = {name: (home / name).read_bytes() for name in ("card.txt",)}
    carelog("contact", "add", "Alex", "--phone", "456", "--crisis", "2")
    for content in (older["card.txt"], b"", older["card.txt"][:40], b"<<<<<<< ours\n" + older["card.txt"]):
        (home / "card.txt").write_bytes(content)
        assert "Sam" in carelog("crisis").stdout
        carelog("log")
        assert findings(carelog, home)["card-current"]
        assert b"Alex" in (home / "card.txt").read_bytes()


def test_two_versions_of_one_person_s_settings_stay_readable_side_by_side(home: Path, carelog: Command) -> None:
    carelog("settings", "set", "name", "Robin")
    copy = home / "settings.sync-conflict-20261123-101112-ABCDEFG.toml"
    copy.write_text('name = "R."\n')
    assert carelog("settings", "get", "name").stdout.strip().endswith("Robin")
    assert str(copy) in carelog("traces", "--plain").stdout
    assert copy.read_text() == 'name = "R."\n'
