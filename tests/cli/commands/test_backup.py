"""backup, restore and erase."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command, Terminal
from support.locks import PASSPHRASE, forget, lock_home
from support.source import SAMPLES

MEASURE = SAMPLES / "questionnaire" / "two_questions.toml"
Say = Callable[..., Any]
Start = Callable[..., Terminal]


@pytest.fixture
def look_for(data: Say) -> Say:
    """`look_for()` returns the kinds of what `verify` finds."""
    return lambda: {each["kind"] for each in data("verify")["findings"]}


def test_a_backup_is_taken_counted_and_listed(data: Say, say: Say, home: Path, isolated: Path) -> None:
    say("mood", "4", "hi")
    taken = data("backup")["backup"]
    assert (taken["counts"]["entries"], Path(taken["path"]).parent) == (1, home / "backups")
    assert taken["path"] in [each["path"] for each in data("restore")["backups"]]
    stick = isolated / "a stick"
    assert str(stick) in say("backup", str(stick)).stdout
    [file] = stick.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_backup_takes_the_journals_place_and_the_replaced_one_is_kept(
    terminal: Start, data: Say, say: Say, isolated: Path, now: Callable[[str], None]
) -> None:
    say("contact", "add", "Ada", "--crisis", "1")
    file = data("backup", str(isolated / "stick"))["backup"]["path"]
    say("mood", "4", "later")
    say("contact", "edit", "Ada", "--name", "Beatrice")
    person = terminal("restore", file)
    person.expect("entries: 1 now, 0 in the backup")
    person.expect("Restore it? [y/N]:")
    person.type("n")
    assert person.finish()[0] == 0
    assert len(data("log")["entries"]) == 1
    kept = data("restore", file, "--yes")["replaced"]
    assert data("log")["entries"] == []
    assert "Ada" in say("crisis").stdout
    now("2026-11-22T21:31:00+01:00")
    say("restore", kept, "--yes")
    assert [entry["note"] for entry in data("log")["entries"]] == ["later"]
    assert "Beatrice" in say("crisis").stdout


@pytest.mark.parametrize("content", [None, b"", b"not a journal", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_file_that_is_no_journal_is_refused_and_nothing_changes(
    refusal: Say, data: Say, isolated: Path, content: bytes | None
) -> None:
    data("note", "kept")
    file = isolated / "backup.db"
    if content is not None:
        file.write_bytes(content)
    assert str(file) in refusal(6, "restore", str(file), "--yes")
    refusal(6, "restore", str(isolated), "--yes")
    assert [entry["note"] for entry in data("log")["entries"]] == ["kept"]


def test_a_lost_journal_comes_back(data: Say, say: Say, home: Path) -> None:
    say("note", "kept")
    file = data("backup")["backup"]["path"]
    (home / "journal.db").unlink()
    say("restore", file, "--yes")
    assert data("log")["entries"][0]["note"] == "kept"
    (home / "journal.db").write_bytes(b"garbage")
    say("restore", file, "--yes")
    assert data("log")["entries"][0]["note"] == "kept"


@pytest.mark.parametrize(
    "answers",
    [[("[y/N]:", "")], [("[y/N]:", "y"), ("Type", "yes")]],
)
def test_erasing_is_asked_twice_and_anything_else_erases_nothing(
    terminal: Start, data: Say, home: Path, answers: list[tuple[str, str]]
) -> None:
    data("note", "kept")
    person = terminal("erase")
    person.expect(str(home / "journal.db"))
    for question, answer in answers:
        person.expect(question)
        person.type(answer)
    code, screen = person.finish()
    assert (code, "Nothing was erased." in screen) == (0, True)
    assert data("log")["entries"]


def test_erasing_leaves_nothing_of_carelog_and_nothing_else_is_touched(terminal: Start, say: Say, home: Path) -> None:
    say("contact", "add", "Sam", "--crisis", "1")
    say("settings", "set", "country", "GB")
    say("backup")
    (home / "mine.txt").write_text("not carelog's")
    person = terminal("erase")
    person.expect("[y/N]:")
    person.type("y")
    person.expect("Type “erase”")
    person.type("ERASE")
    assert person.finish()[0] == 0
    assert [path.name for path in home.rglob("*")] == ["mine.txt"]
    assert "Sam" not in say("crisis").stdout


def test_a_clock_behind_is_said_once_and_the_backup_is_there_and_listed_with_its_time(
    carelog: Command, data: Say, say: Say, home: Path, now: Callable[[str], None]
) -> None:
    say("note", "kept")
    now("2025-11-22T21:30:00+01:00")
    said = carelog("backup")
    file = home / "backups" / "journal-20261122T203001Z.db"
    assert said.stdout == f"Backed up 1 entry to {file}. The copy was opened again and compared.\n"
    assert said.stderr == (
        "The clock of this computer shows 2025-11-22 21:30, and your last backup is of 2026-11-22 21:30. The new one "
        "is kept all the same, under the next name. What you note gets its day from the clock: if it is wrong, set it "
        "first.\n"
    )
    assert [Path(each["path"]).exists() for each in data("restore")["backups"]] == [True, True]
    assert data("restore")["backups"][-1] == {"path": str(file), "taken": "2025-11-22T21:30:00+01:00"}
    assert "2025-11-22 21:30 by the clock; the name is later" in say("restore").stdout
    later = carelog("backup")
    assert (later.stderr, Path(later.stdout.split()[5].rstrip(".")).exists()) == ("", True)
    now("2026-11-22T22:00:00+01:00")
    assert carelog("note", "the clock is right again").stderr == ""


@pytest.mark.parametrize("locked", [False, True])
def test_a_clock_behind_takes_the_backup_of_the_day_once_and_verify_says_it_in_words(
    carelog: Command,
    say: Say,
    data: Say,
    look_for: Say,
    home: Path,
    now: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    *,
    locked: bool,
) -> None:
    say("note", "kept")
    if locked:
        lock_home(home)
        monkeypatch.setenv("CARELOG_PASSPHRASE_COMMAND", f"echo '{PASSPHRASE}'")
    now("1970-01-05T10:00:00+01:00")
    assert "The clock of this computer shows 1970-01-05 10:00" in carelog("note", "then").stderr
    files = sorted(path.name for path in (home / "backups").iterdir())
    assert files == ["journal-20261122T203000Z.db", "journal-20261122T203001Z.db"]
    assert carelog("note", "again").stderr == ""
    assert sorted(path.name for path in (home / "backups").iterdir()) == files
    said = say("verify").stdout
    assert (
        f"By its date the backup {home / 'backups' / files[0]} is of 2026-11-22 21:30, which is later than this "
        "computer's clock: the clock was wrong then, or is now."
    ) in said
    assert "so that they stay in their order: journal-20261122T203001Z.db: 1970-01-05 10:00" in said
    before = (home / "backups" / files[1]).stat().st_ino
    for reference in [each["handle"] for each in data("log")["entries"]]:
        say("delete", reference, "--yes")
    say("forget", "--yes")
    assert (home / "backups" / files[1]).stat().st_ino != before
    assert "journal-20261122T203001Z.db: 1970-01-05 10:00" in say("verify").stdout, "it outlives a rewrite"
    now("2026-11-23T10:00:00+01:00")
    assert "backups-ahead" not in look_for()


def test_verify_looks_at_what_the_newest_backup_holds_and_not_at_its_name(
    look_for: Say, say: Say, home: Path, now: Callable[[str], None]
) -> None:
    say("note", "kept")
    ahead = home / "backups" / "journal-20990101T000000Z.db"
    shutil.copy(next((home / "backups").iterdir()), ahead)
    now("2026-12-22T21:30:00+01:00")
    assert "backups-stale" not in look_for()
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(4, "and no backup since")
    assert "backups-stale" in look_for()


def test_traces_are_every_file_there_is_with_what_it_tells(
    say: Say, data: Say, home: Path, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = isolated / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    assert data("traces")["traces"] == []
    assert "carelog has written no file on this computer." in say("traces").stdout
    say("contact", "add", "Sam", "--crisis", "1")
    say("settings", "set", "country", "GB")
    say("backup")
    say("questionnaire", "add", str(MEASURE))
    prefix = Paths.inside(home).draft_prefix
    kinds = {
        home / "backups" / "before-schema-2.db": "before-change",
        home / "backups" / "replaced-journal-20261122T203000Z.db": "replaced",
        home / "backups" / ".journal-20261122T203000Z.db.0123456789ab.new": "unfinished",
        home / ".card.txt.0123456789ab.new": "unfinished",
        home / "drafts" / f"{prefix}1" / "draft.txt": "draft",
        memory / f"{prefix}2" / "draft.txt": "draft",
        home / "backups" / "mine.txt": "other",
    }
    for path in kinds:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    listed = {Path(each["path"]): each["kind"] for each in data("traces")["traces"]}
    assert set(listed) == {path for place in (home, memory) for path in place.rglob("*") if path.is_file()}
    assert {path: listed[path] for path in kinds} == kinds
    kept = {"journal", "rollback", "card", "settings", "backup", "questionnaire"}
    assert set(listed.values()) == {*kinds.values(), *kept}
    shown, plain = say("traces", env={"COLUMNS": "200"}).stdout, say("traces", "--plain").stdout
    assert [path for path in listed if str(path) not in plain or path.name not in shown.replace("\n", "")] == []
    say("erase", "--yes")
    assert [path for place in (home, memory) for path in place.rglob("*")] == []


def test_of_a_locked_journal_traces_say_that_it_tells_little(say: Say, data: Say, home: Path) -> None:
    say("mood", "4", "quillwort")
    lock_home(home)
    forget(home)
    (home / "backups" / "replaced-journal-20261122T203000Z.db").write_bytes(b"SQLite format 3\0 and more")
    found = {Path(each["path"]).name: each["tells"] for each in data("traces")["traces"]}
    plain = {name for name, told in found.items() if "everything" in told}
    assert plain == {"replaced-journal-20261122T203000Z.db"}
    assert found["journal.db"] == (
        "that there is a locked journal, how large it was and when it was written; its words open with its key alone"
    )
    assert {name for name, told in found.items() if "locked" in told} >= {
        "journal.db",
        "passphrase.slot",
        "recovery.slot",
    }


def test_a_script_erases_with_yes_and_a_program_is_told_what(data: Say, refusal: Say, say: Say, home: Path) -> None:
    say("note", "x")
    assert "To do this without being asked, add --yes." in refusal(2, "erase")
    assert str(home / "journal.db") in data("erase", "--yes")["files"]
    assert not home.exists()


def test_a_backup_that_cannot_be_written_is_said_in_words(refusal: Say, say: Say, isolated: Path) -> None:
    say("note", "x")
    (isolated / "file").write_text("")
    assert str(isolated / "file") in refusal(4, "backup", str(isolated / "file"))
    assert str(isolated / "file") in refusal(4, "backup", str(isolated / "file" / "below"))
    shutil.rmtree(isolated / "carelog" / "backups")
    (isolated / "carelog" / "backups").write_text("")
    refusal(4, "backup")


def test_what_a_restore_changes_is_shown_before_it_is_asked_for(
    terminal: Start, data: Say, say: Say, home: Path
) -> None:
    say("mood", "4", "hi")
    file = data("backup")["backup"]["path"]
    person = terminal("restore", file)
    person.expect("Both hold the same number of everything; words may differ.")
    person.expect("[y/N]:")
    person.type("n")
    assert "entries:" not in person.finish()[1]
    (home / "journal.db").write_bytes(b"garbage" * 100)
    person = terminal("restore", file)
    person.expect(f"The backup {Path(file).name} would take the place of your journal, which cannot be read:")
    person.expect("entries: 1 in the backup")
    person.expect("[y/N]:")
    person.type("y")
    assert person.finish()[0] == 0
    assert [entry["note"] for entry in data("log")["entries"]] == ["hi"]
