"""Deleted words are in no file, and stored words are in no message."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.collections.entries import Entries
from carelog.paths import Paths
from support.command import Command

WORDS = ("quillwort", "5550147", "marjoram", "selfheal")


def files_with(word: str, place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


@pytest.fixture
def noted(home: Path, carelog: Command, now: Callable[[str], None]) -> Path:
    """A home in which the words were noted after the daily backup, so that no backup holds them."""
    now("2026-11-22T21:30:00+01:00")
    for words in (
        ("mood", "3"),
        ("mood", "2", "quillwort", "--private", "--tag", "quillwort", "--feel", "quillwort"),
        ("contact", "add", "Sam", "--phone", "5550147", "--crisis", "1", "--note", "marjoram"),
        ("routine", "add", "tea", "--why", "selfheal"),
        ("done", "tea", "--note", "selfheal"),
        ("skip", "tea", "--why", "selfheal", "--at", "yesterday"),
    ):
        assert carelog(*words).exit_code == 0, words
    return home


def test_deleted_words_are_in_no_file_at_all(noted: Path, carelog: Command, isolated: Path) -> None:
    assert all(files_with(word, noted) for word in WORDS)
    handles = {each["note"]: each["handle"] for each in carelog("log", "--json").json["data"]["entries"]}
    assert carelog("delete", handles["quillwort"], "--yes").exit_code == 0
    assert carelog("contact", "remove", "Sam", "--yes").exit_code == 0
    left = {word: files_with(word, isolated) for word in ("quillwort", "5550147", "marjoram")}
    assert left == {"quillwort": [], "5550147": [], "marjoram": []}


def test_words_that_were_edited_away_are_gone_when_undo_cannot_bring_them_back(
    noted: Path, carelog: Command, isolated: Path
) -> None:
    handles = {each["note"]: each["handle"] for each in carelog("log", "--json").json["data"]["entries"]}
    edits = ("--tag", "plain", "--feel", "plain", "--", "something else")
    assert carelog("edit", handles["quillwort"], *edits).exit_code == 0
    assert files_with("quillwort", noted) == [noted / "journal.db"], "undo has nothing to bring back"
    assert carelog("mood", "4").exit_code == 0
    assert files_with("quillwort", isolated) == []


def test_nothing_is_left_of_a_home_that_was_erased(noted: Path, carelog: Command, isolated: Path) -> None:
    assert carelog("settings", "set", "name", "marjoram").exit_code == 0
    assert carelog("backup").exit_code == 0
    (noted / ".card.txt.0123456789ab.new").write_text("5550147")
    assert carelog("erase", "--yes").exit_code == 0
    assert [path for path in noted.rglob("*") if path.is_file()] == []
    assert {word: files_with(word, isolated) for word in WORDS} == {word: [] for word in WORDS}


def test_erasing_takes_the_drafts_of_this_journal_and_leaves_those_of_another(
    noted: Path, carelog: Command, isolated: Path
) -> None:
    own, another = (
        isolated / "run" / f"{Paths.inside(home).draft_prefix}0123456789ab" / "draft.txt"
        for home in (noted, isolated / "another")
    )
    for draft in (own, another):
        draft.parent.mkdir()
        draft.write_text("quillwort")
    assert carelog("erase", "--yes").exit_code == 0
    assert (own.parent.exists(), another.exists()) == (False, True)


@pytest.mark.parametrize("column", ["feelings", "readings", "day", "utc_offset"])
@pytest.mark.parametrize("command", [("log",), ("today",), ("week", "--json"), ("export", "--yes", "-o", "-")])
def test_a_damaged_row_is_told_of_without_its_words(
    noted: Path, carelog: Command, column: str, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(noted / "journal.db")) as journal:
        value: Any = 10**9 if column == "utc_offset" else '{"quillwort'
        journal.execute(f"UPDATE entries SET {column} = ? WHERE note = 'quillwort'", (value,))
        journal.commit()
    answer = carelog(*command)
    assert answer.exit_code in (0, 4)
    assert "quillwort" not in answer.stderr
    assert answer.exit_code == 0 or "quillwort" not in answer.stdout
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_mistake_in_carelog_is_told_of_without_what_was_being_noted(
    noted: Path, carelog: Command, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_entries: Entries, *given: object, **fields: object) -> None:
        raise RuntimeError(f"{given} {fields} {noted}")

    monkeypatch.setattr(Entries, "add", stumble)
    answer = carelog("mood", "2", *options, "--", "wintergreen")
    assert answer.exit_code == 1
    assert "RuntimeError" in answer.stdout + answer.stderr
    assert "wintergreen" not in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stdout + answer.stderr
