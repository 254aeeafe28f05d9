"""forget: deleted words are removed from backups too, once the person agrees."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.keys.key_ring import remember_key
from carelog.paths import Paths
from carelog.wording.forget import still_there
from support.command import Command, Terminal
from support.locks import SCRIPT, contents, forget, is_plain, lock_home

Say = Callable[..., Any]
Start = Callable[..., Terminal]
WORD = "quillwort"


@pytest.fixture
def regretted(say: Say, data: Say) -> None:
    """An entry that was backed up and deleted."""
    handle = data("mood", "2", WORD)["entry"]["handle"]
    say("note", "kept")
    say("backup")
    say("delete", handle, "--yes")


def holding(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and WORD.encode() in path.read_bytes()]


@pytest.mark.usefixtures("regretted")
def test_it_lists_the_copies_asks_and_forgets(terminal: Start, home: Path, data: Say) -> None:
    [name, *_] = held = holding(home)
    person = terminal("forget")
    person.expect("words of 1 thing that you deleted")
    person.expect(name)
    person.expect("Forget them? [y/N]:")
    person.type("y")
    code, screen = person.finish()
    assert (code, f"{len(held)} written again" in " ".join(screen.split())) == (0, True)
    remnants = (
        "A disk may keep remnants of what was overwritten, "
        "and nothing on this computer can be certain that it does not."
    )
    assert remnants in " ".join(screen.split())
    assert holding(home) == []
    assert [entry["note"] for entry in data("log")["entries"]] == ["kept"]


@pytest.mark.usefixtures("regretted")
def test_without_agreement_nothing_changes(terminal: Start, refusal: Say, home: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.db")}
    person = terminal("forget")
    person.expect("[y/N]:")
    person.type("")
    assert "Nothing was changed." in person.finish()[1]
    assert "To do this without being asked, add --yes." in refusal(2, "forget")
    assert {path: path.read_bytes() for path in home.rglob("*.db")} == before


@pytest.mark.usefixtures("regretted")
def test_a_copy_that_cannot_be_read_goes_only_when_the_person_says_so(
    carelog: Command, terminal: Start, home: Path
) -> None:
    unread = home / "backups" / "journal-20250101T000000Z.db"
    unread.write_text(f"no journal, but {WORD}")
    result = carelog("forget", "--yes")
    assert (result.exit_code, holding(home)) == (4, [unread.name])
    assert str(unread) in result.stdout
    person = terminal("forget")
    person.expect(str(unread))
    person.expect("Remove these copies altogether? [y/N]:")
    person.type("y")
    assert person.finish()[0] == 0
    assert holding(home) == []


@pytest.mark.usefixtures("regretted")
def test_a_script_says_beforehand_what_may_go(data: Say, carelog: Command, home: Path) -> None:
    (home / "backups" / "before-schema-2.db").write_text(WORD)
    draft = home / "drafts" / f"{Paths.inside(home).draft_prefix}1" / "draft.txt"
    draft.parent.mkdir(parents=True)
    draft.write_text(WORD)
    left = carelog("forget", "--yes", "--json").json["data"]
    assert left["drafts"] == [{"path": str(draft), "removed": False}]
    became = {Path(copy["path"]).name: copy["became"] for copy in left["copies"]}
    assert became.pop("before-schema-2.db") == "left"
    assert set(became.values()) == {"rewritten"}
    gone = data("forget", "--yes", "--remove", "--drafts")
    assert gone["drafts"] == [{"path": str(draft), "removed": True}]
    assert {copy["became"] for copy in gone["copies"]} == {"removed", "clean"}
    assert holding(home) == []


@pytest.mark.parametrize("files", [["a.db"], ["a.db", "b.db"]])
def test_files_that_may_still_hold_words_are_named(files: list[str]) -> None:
    said = still_there(map(Path, files)).splitlines()
    assert said == ["Unchanged, and words that you deleted may be there:", *(f"  {name}" for name in files)]


def test_where_nothing_was_deleted_nothing_is_asked(say: Say, home: Path) -> None:
    assert "There are no copies of your journal here." in say("forget").stdout
    say("note", WORD)
    assert "Looked at 1 copy: 1 unchanged." in say("forget").stdout
    assert len(holding(home)) == 2, "journal and backup"


def test_in_a_locked_home_the_copies_stay_locked_and_forget_all_the_same(
    say: Say, data: Say, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(*next(iter(SCRIPT.items())))
    handle = data("mood", "2", WORD)["entry"]["handle"]
    say("note", "kept")
    say("backup")
    key = lock_home(home)
    say("delete", handle, "--yes")
    remember_key(Paths.inside(home).keys, key)
    copies = [path for path in (home / "backups").glob("*.db") if WORD in repr(contents(path))]
    assert copies
    told = data("forget", "--yes")["copies"]
    assert {each["became"] for each in told if Path(each["path"]) in copies} == {"rewritten"}
    remember_key(Paths.inside(home).keys, key)
    for path in (home / "backups").glob("*.db"):
        assert not is_plain(path)
        assert WORD not in repr(contents(path))
    assert "kept" in repr([contents(path) for path in copies])
    forget(home)
