"""Copies of carelog's files that other programs leave beside them are known, told of and erased."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.domain.trace import TraceKind
from carelog.file_access import TRIES_LOCKS
from carelog.journal.backup.erase import erase_files
from carelog.journal.backup.traces import traces_of
from carelog.paths import Paths
from support.locks import forget, lock_home

COPIES = [
    "journal.sync-conflict-20261123-101112-ABCDEFG.db",
    "card.sync-conflict-20261123-101112-ABCDEFG.txt",
    "settings.sync-conflict-20261123-101112-ABCDEFG.toml",
    ".syncthing.journal.db.tmp",
    "~syncthing~card.txt.tmp",
    ".stversions/journal~20261127-101112.db",
    ".stversions/card~20261127-101112.txt",
    ".stversions/backups/journal-20261122T203000Z~20261127-101112.db",
    ".stversions/carelog-keys/passphrase~20261127-101112.slot",
    "journal.db~",
    "journal.db.bak",
    "journal (1).db",
    "journal(1).db",
    "journal 2.db",
    "journal - Copy.db",
    "journal copy.db",
    "journal (Robin's conflicted copy 2026-11-27).db",
    "journal_conflict-20261127-101112.db",
    "journal (conflicted copy 2026-11-27 101112).db",
    ".journal.db.Ab12Cd",
    ".~journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "journal.db.part",
    ".card.txt.swp",
    "settings.toml~",
    "settings.toml.orig",
]
MINE = [
    "mine.txt",
    "journal.md",
    "my journal.db",
    "journals.db",
    "journal2.db",
    "card.md",
    "settings.json",
    "postcard.txt",
]


def furnish(home: Path, names: list[str]) -> set[Path]:
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(b"SQLite format 3\0 quillwort")
    return {home / name for name in names}


def test_traces_list_the_copies_that_other_programs_left_and_erase_removes_them(home: Path) -> None:
    copies, mine = furnish(home, COPIES), furnish(home, MINE)
    listed = {each.path for each in traces_of(Paths.inside(home))}
    assert listed == copies
    erase_files(Paths.inside(home))
    assert {path for path in home.rglob("*") if path.is_file()} == mine
    assert not (home / ".stversions").exists()


def test_what_an_editor_leaves_beside_a_draft_is_listed_and_erased_wherever_it_lies(home: Path, isolated: Path) -> None:
    paths = Paths.inside(home)
    places = [isolated / "run" / f"{paths.draft_prefix}1", home / "drafts" / f"{paths.draft_prefix}2"]
    names = ["draft.txt", ".draft.txt.swp", "draft.txt~", ".draft.txt.0123456789ab.new"]
    left = {path for place in places for path in furnish(place, names)}
    others = furnish(isolated / "run" / "draft-00000000-of-another-journal", ["draft.txt"])
    assert {each.path for each in traces_of(paths)} == left
    erase_files(paths)
    assert [path for path in isolated.rglob("*draft*") if path.is_file()] == list(others)
    assert not [place for place in places if place.exists()]


def test_verify_names_the_copies_of_the_journal_and_none_that_is_under_way(
    home: Path, carelog: Callable[..., Any]
) -> None:
    carelog("note", "kept")
    furnish(home, [".syncthing.journal.db.tmp", "card (1).txt"])
    assert "copies" not in carelog("verify").stdout
    copy = home / "journal.sync-conflict-20261123-101112-ABCDEFG.db"
    copy.write_bytes((home / "journal.db").read_bytes())
    copy.chmod(0o600)
    said = carelog("verify")
    assert (
        f"Another program left copies of the journal, which may hold what the journal does not: {copy}. "
        "What one of them holds, in numbers and before anything changes: carelog restore FILE"
    ) in said.stdout


def test_a_copy_in_the_open_beside_a_lock_is_something_to_put_right(home: Path, carelog: Callable[..., Any]) -> None:
    carelog("note", "kept")
    open_copy = home / "journal (1).db"
    open_copy.write_bytes((home / "journal.db").read_bytes())
    lock_home(home)
    locked_copy = home / "journal (2).db"
    locked_copy.write_bytes((home / "journal.db").read_bytes())
    found = carelog("verify", "--json", env={"CARELOG_PASSPHRASE_COMMAND": "echo four words of mine"})
    wrong = [each for each in found.json["data"]["findings"] if each["kind"] == "copy-in-the-open"]
    assert [each["path"] for each in wrong] == [str(open_copy)]
    forget(home)
    kinds = {each.path.name: (each.kind, each.is_locked) for each in traces_of(Paths.inside(home))}
    assert kinds["journal (1).db"] == (TraceKind.COPY, False)
    assert kinds["journal (2).db"] == (TraceKind.COPY, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('country = "GB"\n[helplines]\nfor = "alcohol"\n', "country, helplines.for"),
        ('[import.daylio.moods]\n"so-so" = 3\n', "import.daylio.moods"),
        ('name = "R"\n# quillwort\n', "name, comments and other lines"),
        ('quillwort = "x"\n', "comments and other lines"),
        ("quillwort", "comments and other lines"),
        ("", ""),
    ],
)
def test_of_the_settings_traces_say_which_are_set_and_none_of_their_words(
    home: Path, carelog: Callable[..., Any], text: str, told: str
) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(text)
    ended = carelog("traces", "--json")
    [found] = [each for each in ended.json["data"]["traces"] if each["kind"] == "settings"]
    assert found["tells"] == (f"what you have set, in the open: {told}" if told else "that nothing is set")
    assert "quillwort" not in ended.stdout


def test_the_file_on_which_locks_are_tried_is_told_and_erased(paths: Paths) -> None:
    left = furnish(paths.data, [TRIES_LOCKS])
    assert left <= {trace.path for trace in traces_of(paths)}
    erase_files(paths)
    assert not any(path.exists() for path in left)
