"""verify: damage is named and left untouched, and what is sound can be written to a new file."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import verify
from support.command import Command

Say = Callable[..., Any]
Look = Callable[..., dict[str, Any]]


@pytest.fixture
def look(carelog: Command) -> Look:
    """`look()` returns the data of `verify`, whose exit number is 4 exactly when something is wrong."""

    def run(*words: str) -> dict[str, Any]:
        result = carelog("verify", "--json", *words)
        found: dict[str, Any] = result.json["data"]
        assert result.exit_code == (0 if found["sound"] else 4)
        assert found["sound"] == all(each["weight"] != "wrong" for each in found["findings"])
        return found

    return run


@pytest.fixture
def filled_home(say: Say, home: Path) -> Path:
    """A home with entries, somebody on the card, a routine with a tick, and the backup of the day."""
    say("mood", "4", "zaffre walk")
    say("note", "zaffre evening")
    say("contact", "add", "Zaffre", "--crisis", "1")
    say("routine", "add", "stretch", "--with-whom", "Zaffre")
    say("done", "stretch")
    say("backup")
    return home


def kinds(found: dict[str, Any], *weights: str) -> set[str]:
    return {each["kind"] for each in found["findings"] if not weights or each["weight"] in weights}


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_home_is_said_to_be_in_order_and_is_not_touched(say: Say, look: Look, filled_home: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in filled_home.rglob("*") if path.is_file()}
    found = look()
    assert kinds(found) == {"journal-sound", "card-current", "private", "backups-sound", "settings-readable"}
    assert say("verify").stdout.startswith("Everything was checked and is in order.")
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in filled_home.rglob("*") if path.is_file()
    }


def test_the_summary_says_which_lines_ask_for_something(carelog: Command, filled_home: Path) -> None:
    """Most lines below it say that something is sound."""
    filled_home.chmod(0o755)
    first, *lines = carelog("verify").stdout.splitlines()
    assert first == "Everything was checked and nothing was changed. Where it says “look”, there is something to do:"
    assert [line for line in lines if not line.startswith("  ok ")] == [
        f"  look Other people of this computer may open {filled_home}. To close it: carelog verify --fix-permissions"
    ]
    filled_home.chmod(0o700)
    (filled_home / "settings.toml").write_text("strange = 1\n", "utf-8")
    first, *lines = carelog("verify").stdout.splitlines()
    assert first == "Everything was checked and is in order. Where it says “note”, there is something to know:"
    assert [line for line in lines if not line.startswith("  ok ")] == [
        "  note Settings that this carelog does not know; they stay as they are: strange"
    ]


def test_an_empty_home_is_in_order_and_stays_empty(look: Look, home: Path) -> None:
    assert kinds(look()) == {"no-journal"}
    assert not home.exists()


def test_what_a_damaged_journal_cannot_tell_is_not_said_to_be_missing_from_it(look: Look, filled_home: Path) -> None:
    journal = filled_home / "journal.db"
    with closing(sqlite3.connect(journal)) as connection:
        [(size,)] = connection.execute("PRAGMA page_size")
        [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_entries_1'")
    content = bytearray(journal.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    journal.write_bytes(content)
    found = kinds(look())
    assert found & {"not-whole", "journal-unreadable", "rows-damaged"}
    assert "backup-holds-more" not in found


def test_a_damaged_row_is_named_by_its_handle_and_no_word_of_it_is_said(
    carelog: Command, data: Say, look: Look, filled_home: Path
) -> None:
    [entry] = [each for each in data("log")["entries"] if each["mood"]]
    change(filled_home / "journal.db", "UPDATE entries SET mood = 5 WHERE mood = 4")
    before = (filled_home / "journal.db").read_bytes()
    [row] = [each for each in look()["findings"] if each["weight"] == "wrong"]
    assert (row["kind"], row["about"]) == ("rows-damaged", [f"entries {entry['handle']}"])
    shown = carelog("verify")
    assert shown.exit_code == 4
    assert entry["handle"] in shown.stdout
    assert "affre" not in shown.stdout + shown.stderr
    assert (filled_home / "journal.db").read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "ALTER TABLE entries RENAME COLUMN deleted_at TO deleted_au",
        "ALTER TABLE undo RENAME COLUMN before TO befpre",
        "UPDATE state SET device = x'80'",
        "UPDATE state SET device = 7",
        "UPDATE state SET card_revision = 'zaffre'",
        "UPDATE undo SET before = x'80'",
        "UPDATE undo SET before = 7",
        "UPDATE undo SET before = '{\"checksum\": 0}'",
        "UPDATE undo SET table_name = 7",
        "UPDATE entries SET id = x'80', mood = 'zaffre' WHERE mood = 4",
    ],
)
def test_whatever_damage_left_in_a_column_is_said_and_the_rest_can_be_saved(
    look: Look, filled_home: Path, isolated: Path, damage: str
) -> None:
    loose = "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name IN ('state', 'undo', 'entries')"
    change(filled_home / "journal.db", "PRAGMA writable_schema = ON", loose)
    change(filled_home / "journal.db", damage)
    found = look("--repair", str(isolated / "saved.db"))
    assert kinds(found, "wrong")
    assert found["repaired"]["counts"]["contacts"] == 1


def test_what_is_sound_is_saved_to_a_new_file_that_can_take_the_journals_place(
    say: Say, data: Say, look: Look, carelog: Command, filled_home: Path, isolated: Path
) -> None:
    change(filled_home / "journal.db", "UPDATE entries SET mood = 5 WHERE mood = 4", "UPDATE contacts SET say = 'x'")
    saved = isolated / "saved.db"
    repaired = look("--repair", str(saved))["repaired"]
    assert repaired["left_behind"] == {"entries": 1, "contacts": 1}
    assert {name: number for name, number in repaired["counts"].items() if number} == {
        "entries": 1,
        "routines": 1,
        "ticks": 1,
    }
    assert saved.stat().st_mode & 0o777 == 0o600
    before = saved.read_bytes()
    assert carelog("verify", "--repair", str(saved)).exit_code == 6
    assert saved.read_bytes() == before
    say("restore", str(saved), "--yes")
    assert [each["note"] for each in data("log")["entries"]] == ["zaffre evening"]
    assert data("routine", "show", "stretch")["routine"]["name"] == "stretch"
    assert look()["sound"]
    say("verify", "--repair", str(isolated / "no.db"))
    assert not (isolated / "no.db").exists()


def test_a_page_overwritten_with_nothing_costs_what_was_on_it_and_no_more(
    look: Look, say: Say, data: Say, filled_home: Path, isolated: Path
) -> None:
    for number in range(300):
        say("note", f"number {number}", "--at", "yesterday 10:00")
    content = bytearray((filled_home / "journal.db").read_bytes())
    place = content.find(b"number 150") // 4096 * 4096
    content[place : place + 4096] = bytes(4096)
    (filled_home / "journal.db").write_bytes(content)
    assert "not-whole" in kinds(look())
    saved = look("--repair", str(isolated / "saved.db"))["repaired"]
    assert 200 < saved["counts"]["entries"] < 302
    say("restore", str(isolated / "saved.db"), "--yes")
    assert "number 3" in [each["note"] for each in data("log", "-n", "1000")["entries"]]


@pytest.mark.parametrize("content", [b"", b"garbage" * 999, b"SQLite format 3\0" + bytes(8176)])
def test_a_journal_that_cannot_be_read_is_said_to_be_that_and_backups_are_named(
    look: Look, carelog: Command, filled_home: Path, isolated: Path, content: bytes
) -> None:
    (filled_home / "journal.db").write_bytes(content)
    found = look()
    assert "journal-unreadable" in kinds(found, "wrong")
    assert "backups-sound" in kinds(found)
    refused = carelog("verify", "--repair", str(isolated / "saved.db"))
    assert refused.exit_code in (4, 6)
    assert refused.stderr
    assert not (isolated / "saved.db").exists()


def test_a_journal_that_is_gone_while_backups_are_there_is_wrong(look: Look, filled_home: Path) -> None:
    (filled_home / "journal.db").unlink()
    assert "journal-missing" in kinds(look(), "wrong")


def test_parts_that_a_journal_does_not_have_are_wrong(look: Look, filled_home: Path) -> None:
    change(filled_home / "journal.db", "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM contacts; END")
    assert "foreign-parts" in kinds(look(), "wrong")


def test_what_undo_would_bring_back_is_looked_at(look: Look, say: Say, filled_home: Path) -> None:
    say("edit", "last", "other", "words")
    assert look()["sound"]
    change(filled_home / "journal.db", "UPDATE undo SET before = replace(before, 'evening', 'morning')")
    assert kinds(look(), "wrong") == {"undo-damaged"}


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (lambda card: card.unlink(), "card-missing"),
        (lambda card: card.write_bytes(card.read_bytes()[:40]), "card-damaged"),
        (lambda card: card.write_bytes(card.read_bytes().replace(b"Zaffre", b"Zaffri")), "card-damaged"),
    ],
)
def test_a_card_that_is_not_the_journals_is_wrong(look: Look, filled_home: Path, harm: Say, kind: str) -> None:
    harm(filled_home / "card.txt")
    assert kinds(look(), "wrong") == {kind}
    assert look()["sound"] is False, "looking does not write it anew"


@pytest.mark.parametrize(
    "harm",
    [
        lambda card: card.write_bytes(card.read_bytes()[:40]),
        lambda card: card.write_bytes(card.read_bytes().replace(b"Zaffre", b"Zaffri")),
    ],
)
def test_a_damaged_card_is_never_advised_away_and_is_written_anew_as_it_is_said(
    carelog: Command, say: Say, filled_home: Path, harm: Say
) -> None:
    whole = (filled_home / "card.txt").read_bytes()
    harm(filled_home / "card.txt")
    anew = "The crisis card is damaged, and shows what can be read. The next command that opens the journal repairs it."
    assert anew in carelog("verify").stdout
    say("log")
    assert (filled_home / "card.txt").read_bytes() == whole


def test_a_card_whose_letters_changed_places_is_written_anew_by_the_next_change_as_it_is_said(
    carelog: Command, say: Say, filled_home: Path
) -> None:
    card = filled_home / "card.txt"
    card.write_bytes(card.read_bytes().replace(b"Zaffre", b"Zaffer"))
    other = (
        "The crisis card differs from the journal. The next change to your people or your plan brings it up to date."
    )
    assert other in carelog("verify").stdout
    say("contact", "add", "Sam", "--phone", "+49 30 5550147")
    assert b"Zaffre" in card.read_bytes()


def test_settings_that_cannot_be_read_and_unknown_ones_are_two_findings(look: Look, filled_home: Path) -> None:
    (filled_home / "settings.toml").touch(0o600)
    (filled_home / "settings.toml").write_text(
        'county = "GB"\ntheme = "dark"\n[mood]\nscala = 1\n[share.therapist]\nx = 1\n'
    )
    found = look()
    assert found["sound"]
    [unknown] = [each for each in found["findings"] if each["kind"] == "settings-unknown"]
    assert unknown["about"] == ["county", "mood.scala", "share.therapist.x"]
    (filled_home / "settings.toml").write_text("plain = [")
    assert kinds(look(), "wrong") == {"settings-unreadable"}


def test_what_others_may_open_is_named_and_closed_on_request(look: Look, filled_home: Path) -> None:
    backup = next((filled_home / "backups").glob("*.db"))
    for path, mode in ((filled_home, 0o755), (filled_home / "journal.db", 0o644), (backup, 0o640)):
        path.chmod(mode)
    named = {each["path"] for each in look()["findings"] if each["kind"] == "open-to-others"}
    assert named == {str(filled_home), str(filled_home / "journal.db"), str(backup)}
    assert set(look("--fix-permissions")["closed_to_others"]) == named
    assert look()["sound"]
    assert (filled_home.stat().st_mode & 0o777, backup.stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_synchronised_or_a_network_folder_is_worth_knowing(
    look: Look, filled_home: Path, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = isolated / "Nextcloud" / "carelog"
    shutil.copytree(filled_home, place)
    monkeypatch.setenv("CARELOG_HOME", str(place))
    mounts = isolated / "mountinfo"
    mounts.write_text(f"40 22 0:35 / {isolated} rw - nfs4 server:/home rw\n")
    monkeypatch.setattr(verify, "MOUNTS", mounts)
    (isolated / "Nextcloud").chmod(0o700)
    found = look()
    assert found["sound"]
    assert {"synchronised", "network"} <= kinds(found, "remark")


def test_backups_that_cannot_be_read_or_are_behind_are_told(
    look: Look, say: Say, filled_home: Path, now: Callable[[str], None]
) -> None:
    now("2026-11-27T09:00:00+01:00")
    (filled_home / "backups").chmod(0o700)
    say("mood", "3")
    newest = max((filled_home / "backups").glob("*.db"))
    newest.unlink()
    found = look()
    assert found["sound"]
    assert kinds(found, "remark") == {"backups-stale"}
    for backup in (filled_home / "backups").glob("*.db"):
        backup.write_bytes(backup.read_bytes()[:-4096])
    assert "backup-unreadable" in kinds(look(), "wrong")
    shutil.rmtree(filled_home / "backups")
    assert kinds(look(), "remark") == {"no-backup"}


def test_an_export_says_when_the_journal_is_not_as_written_and_a_whole_copy_is_not_made_of_it(
    carelog: Command, refusal: Say, filled_home: Path, isolated: Path
) -> None:
    change(filled_home / "journal.db", "UPDATE entries SET mood = 5 WHERE mood = 4")
    page = carelog("export", "--yes", "-o", str(isolated / "page.md"), "--format", "md")
    assert page.exit_code == 0
    assert "carelog verify" in page.stderr
    copy = isolated / "copy.json"
    assert "entries" in refusal(4, "export", "--for", "self", "--format", "json", "--yes", "-o", str(copy))
    assert not copy.exists()
    assert "carelog verify" in refusal(4, "backup")
