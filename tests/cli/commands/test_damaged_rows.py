"""A journal with a row that no page can show: it is named wherever it matters, and what must go on goes on."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.migrations import NEWEST
from carelog.journal.storage.rows import TABLES
from carelog.journal.storage.table import checksum
from support.command import Command
from support.source import ROOT

Say = Callable[..., Any]
PAGES = (
    *("log", "log --search zaffre", "log --from 2020-01-01", "on-this-day", "today", "week", "streaks", "due"),
    *("trends --last 8w", "calendar", "insights", "insights --people", "contact list", "plan", "routine list --all"),
    *("tracker", "activity", "activity list --back", "sign", "goal", "keep list", "appointment", "bring list --all"),
    *("questionnaire", "shares", "imports", "helplines", "export --for therapist --format md -o - --last 90d --yes"),
    "agenda -",
)
GO_ON = ("mood 1 hard", "reach", "crisis", "reach --good-for listening")
BROKEN = (
    ("entries", "day", "2026-02-30"),
    ("entries", "day", "0001-01-01"),
    ("entries", "at", 2**62),
    ("entries", "tags", '{"x": 1'),
    ("entries", "mood", 9),
    ("trackers", "better", "x"),
    ("contacts", "ways", "[7]"),
    ("contacts", "created_at", 2**62),
    ("routines", "cadence", "now and then"),
    ("routines", "started", "2026-1-5"),
    ("ticks", "state", "almost"),
    ("ticks", "day", "10000-01-01"),
    ("pauses", "last", "2020-01-01"),
    ("plan_steps", "section", "x"),
    ("plan_reviews", "day", "2026-02-30"),
    ("kind_words", "day", ""),
    ("reached", "day", "2026-02-30"),
    ("activities", "planned_at", "24:00"),
    ("signs", "holds", "[7]"),
    ("helpline_marks", "checked_on", "x"),
    ("appointments", "every", -7),
    ("agreements", "day", "2026-02-30"),
    ("topics", "done", "x"),
    ("answered", "answers", '["x"]'),
    ("shares", "sections", "{}"),
    ("goals", "day", "x"),
    ("goal_ratings", "value", 99),
    ("imports", "counts", "[]"),
)


@pytest.fixture
def break_row(home: Path) -> Callable[[str, str, object], str]:
    """`break_row("entries", "day", "x")` writes a value into the newest row, with its checksum; returns the handle."""

    def put(table: str, column: str, value: object) -> str:
        with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA ignore_check_constraints = ON")
            newest = f"(SELECT max(rowid) FROM {table} WHERE deleted_at IS NULL)"
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = {newest}", (value,))
            row = dict(connection.execute(f"SELECT * FROM {table} WHERE rowid = {newest}").fetchone())
            connection.execute(f"UPDATE {table} SET checksum = ? WHERE id = ?", (checksum(row), row["id"]))
        return str(row["id"])[-6:]

    return put


@pytest.fixture
def lived_in(home: Path) -> None:
    """A real journal with every kind of row."""
    home.mkdir()
    shutil.copy(ROOT / "tests" / "journals" / f"{NEWEST:04}.db", home / "journal.db")
    (home / "journal.db").chmod(0o600)


def unreadable(table: str, handle: str) -> str:
    return (
        f"A row of {table} ({handle}) cannot be read; the file may be damaged. “carelog verify” says what is wrong "
        "with it, “carelog verify --repair FILE” saves all others, and “carelog restore” "
        "says which backups there are.\n"
    )


def test_there_is_one_for_every_table() -> None:
    assert {table for table, _, _ in BROKEN} == {table.name for table in TABLES}


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(("table", "column", "value"), BROKEN)
def test_pages_show_or_name_the_row_and_what_has_to_go_on_goes_on(
    carelog: Command, break_row: Callable[[str, str, object], str], table: str, column: str, value: object
) -> None:
    handle = break_row(table, column, value)
    for page in PAGES:
        result = carelog(*page.split())
        assert result.exit_code in (0, 4), (page, result)
        assert "Traceback" not in result.stderr
        if result.exit_code:
            assert result.stderr == unreadable(table, handle), page
    for words in GO_ON:
        result = carelog(*words.split())
        assert result.exit_code == 0, (words, result)
    assert f"{table} {handle}" in carelog("verify").stdout


def test_verify_names_table_row_and_column_and_no_value(
    say: Say, carelog: Command, break_row: Callable[[str, str, object], str]
) -> None:
    say("mood", "4", "zaffre walk")
    handle = break_row("entries", "day", "zaffre")
    result = carelog("verify", "--json")
    [wrong] = [each for each in result.json["data"]["findings"] if each["weight"] == "wrong"]
    assert (result.exit_code, wrong["kind"]) == (4, "rows-with-faults")
    assert wrong["rows"] == [{"table": "entries", "row": handle, "column": "day", "fault": "not-a-day"}]
    shown = carelog("verify").stdout
    assert f"1 value cannot be what was noted: entries {handle}, day: not a day that there is." in shown
    assert "zaffre" not in shown


def test_a_damaged_scale_costs_no_entry_and_is_never_said_not_to_exist(
    say: Say, data: Say, carelog: Command, break_row: Callable[[str, str, object], str], isolated: Path
) -> None:
    say("tracker", "add", "sleep", "--unit", "hours")
    say("mood", "4", "kept", "--track", "sleep=7")
    handle = break_row("trackers", "better", "x")
    result = carelog("track", "sleep=5")
    assert (result.exit_code, result.stderr) == (4, unreadable("trackers", handle))
    saved = str(isolated / "saved.db")
    assert "Could not be saved: 1 tracker.\n" in carelog("verify", "--repair", saved).stdout
    say("restore", saved, "--yes")
    assert [entry["note"] for entry in data("log")["entries"]] == ["kept"]
    assert carelog("export", "--yes", "--format", "md", "-o", "-").exit_code == 0


def test_a_feeling_of_signs_alone_is_no_damage(say: Say) -> None:
    say("mood", "3", "--feel", "#")
    say("verify")


def test_a_repair_and_a_restore_bring_everything_else_back(
    say: Say, data: Say, carelog: Command, break_row: Callable[[str, str, object], str], isolated: Path
) -> None:
    say("mood", "3", "kept")
    say("mood", "4", "lost")
    handle = break_row("entries", "day", "2026-02-30")
    assert carelog("log").exit_code == 4
    saved = str(isolated / "saved.db")
    repaired = carelog("verify", "--repair", saved)
    assert repaired.exit_code == 4
    assert f"\nWhat was wrong: entries {handle}, day: not a day that there is.\n" in repaired.stdout
    say("restore", saved, "--yes")
    assert [entry["note"] for entry in data("log")["entries"]] == ["kept"]
    say("verify")


def test_what_is_sound_in_a_backup_can_be_saved_too(
    say: Say,
    data: Say,
    carelog: Command,
    refusal: Say,
    break_row: Callable[[str, str, object], str],
    home: Path,
    isolated: Path,
) -> None:
    say("mood", "3", "kept")
    say("mood", "4", "lost")
    handle = break_row("entries", "day", "2026-02-30")
    [*_, backup] = sorted((home / "backups").glob("journal-*.db"))
    backup.write_bytes((home / "journal.db").read_bytes())
    (home / "journal.db").unlink()
    said = refusal(6, "restore", str(backup), "--yes")
    assert f"entries {handle}, day: not a day that there is" in said
    assert f"carelog verify --of {backup} --repair FILE" in said
    saved = str(isolated / "saved.db")
    assert carelog("verify", "--of", str(backup), "--repair", saved).stdout.count(f"What is sound in {backup}") == 1
    say("restore", saved, "--yes")
    assert [entry["note"] for entry in data("log")["entries"]] == ["kept"]


def test_a_backup_to_repair_needs_a_file_and_has_to_be_there(refusal: Say, isolated: Path) -> None:
    gone = isolated / "gone.db"
    assert refusal(2, "verify", "--of", str(gone)) == (
        f"Say where to write what is sound: carelog verify --of {gone} --repair FILE"
    )
    assert refusal(6, "verify", "--of", str(gone), "--repair", str(isolated / "new.db")) == (
        f"There is no file {gone}. “carelog restore” says which backups there are."
    )


def test_a_name_is_found_beside_a_row_that_cannot_be_read(
    say: Say, carelog: Command, break_row: Callable[[str, str, object], str]
) -> None:
    say("contact", "add", "Sam", "--phone", "0151 234")
    say("contact", "add", "Noor", "--phone", "0151 235")
    handle = break_row("contacts", "ways", "[7]")
    result = carelog("reached", "Sam")
    assert (result.exit_code, result.stderr) == (0, unreadable("contacts", handle))
    result = carelog("reached", "Noor")
    assert (result.exit_code, result.stderr) == (4, unreadable("contacts", handle))
