"""Where each table of the journal and each of its columns has to stand; what is missing is named with its file."""

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from carelog.exchange.serializers import full_copy_json
from carelog.journal import Journal
from carelog.journal.migrations import NEWEST, STEPS
from carelog.journal.storage.masks import _MASKS
from carelog.journal.storage.rows import TABLES
from carelog.journal.storage.table import ORIGIN, STAMP
from carelog.paths import Paths
from carelog.wording.backup import KINDS
from carelog.wording.edit import _TAKEN_BACK
from reliability.kept import COLLECTIONS
from support.journals import SetClock, fill
from support.source import ROOT, SOURCE

WORD = "zaffre"
NOT_ROWS = {"undo", "state"}
"""The tables that hold what the journal needs for itself."""

KEPT = {"at", "utc_offset", "day", "time", "times", "planned_day", "planned_at", "started", "archived", "first", "last"}
KEPT |= {"until", "every", "cadence", "done", "snoozed", "spoken", "checked_on", "target", "position", "routine_id"}
KEPT |= {"goal_id", "let_go"}
KEPT |= {"private", "source", "better", "role", "kind", "state", "section", "country", "hidden", "audience", "form"}
"""What a tombstone keeps: times, amounts and choices of a list, and no word of a person's own."""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal with a row of every noun, and with a word in everything that takes words."""
    with Journal.open(Paths.inside(tmp_path), SetClock()) as journal:
        fill(journal, WORD)
        yield journal


@pytest.fixture
def database(journal: Journal) -> sqlite3.Connection:
    """The same journal as SQLite sees it."""
    return journal._store.connection


def test_every_table_and_column_is_documented() -> None:
    page = (ROOT / "docs" / "schema.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE))
    missing = [f"say that the newest migration is {NEWEST}"] * (f"now {NEWEST}." not in page)
    missing += [f"say what `{column}` is in every row" for column in (*STAMP, "checksum") if f"`{column}`" not in page]
    missing += [f"add a row for the table `{each.name}`" for each in TABLES if each.name not in rows]
    missing += [
        f"add `{column}` to the row of `{table.name}`"
        for table in TABLES
        for column in table.columns
        if f"`{column}`" not in rows.get(table.name, "") and column != ORIGIN
    ]
    with_origin = page.partition(f" have `{ORIGIN}`")[0].rpartition("\n\n")[2]
    missing += [
        f"name `{table.name}` among those that have `{ORIGIN}`"
        for table in TABLES
        if table.keeps_origin
        if f"`{table.name}`" not in with_origin
    ]
    assert not missing, "\n".join(f"docs/schema.md: {each}" for each in missing)


def test_every_table_and_column_is_in_the_schema_of_a_full_copy(journal: Journal) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / "journal.json").read_text("utf-8"))
    copied = json.loads(full_copy_json.write_full_copy(journal, private=True))
    missing = [f"add {name} to the properties" for name in copied if name not in schema["properties"]]
    missing += [
        f"add {column} to $defs/{name}"
        for name, rows in copied.items()
        if isinstance(rows, list)
        for column in rows[0]
        if column not in schema["$defs"].get(name, {}).get("properties", {})
    ]
    assert not missing, "\n".join(f"docs/schemas/journal.json: {each}" for each in missing)


def test_every_table_and_column_of_the_database_is_known_to_the_program(database: sqlite3.Connection) -> None:
    names = {row["name"] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    known = {table.name: {*table.all_columns} for table in TABLES}
    missing = [f"add a table {name}, and name it in TABLES" for name in names - known.keys() - NOT_ROWS]
    missing += [
        f"add {row['name']} to the table {name}"
        for name in known
        for row in database.execute(f"PRAGMA table_info({name})")
        if row["name"] not in known[name]
    ]
    assert not missing, "\n".join(f"src/carelog/journal/storage/rows.py: {each}" for each in missing)


def test_a_column_is_blanked_by_a_delete_or_holds_no_words() -> None:
    missing = [
        f"src/carelog/journal/storage/rows.py: say what {column} of {table.name} becomes when its row is deleted; "
        f"or add it to KEPT in tests/house/{Path(__file__).name} if it holds no words of a person"
        for table in TABLES
        for column in table.columns
        if column not in {*table.blank, *KEPT}
    ]
    assert not missing, "\n".join(missing)


def test_the_tests_of_deleting_and_masking_have_a_word_in_every_column_of_words(database: sqlite3.Connection) -> None:
    missing = [
        f"tests/support/journals.py: put the word that `fill` is given into {column} of {table}"
        for table, masks in _MASKS.items()
        for column in masks
        if not any(WORD in str(row[column]) for row in database.execute(f"SELECT * FROM {table}"))
    ]
    assert not missing, "\n".join(missing)


def test_the_tests_of_reliability_look_at_every_table(journal: Journal) -> None:
    seen = {getattr(journal, name).table.name for name in COLLECTIONS}
    missing = [table.name for table in TABLES if table.name not in seen]
    assert not missing, f"tests/reliability/kept.py: add to COLLECTIONS what holds {', '.join(missing)}"


@pytest.mark.parametrize(("module", "names"), [("edit", _TAKEN_BACK), ("backup", KINDS)], ids=["edit", "backup"])
def test_every_table_has_a_word_where_tables_are_named(module: str, names: dict[str, str]) -> None:
    missing = [table.name for table in TABLES if table.name not in names]
    assert not missing, f"src/carelog/wording/{module}.py: say what {', '.join(missing)} are called"


def test_every_migration_is_a_step_and_has_a_real_journal() -> None:
    files = sorted(path.name for path in (SOURCE / "journal" / "migrations").glob("*.sql"))
    missing = [
        f"src/carelog/journal/migrations/__init__.py: add {name} to STEPS" for name in files if name not in STEPS
    ]
    missing += [
        f"tests/journals/{number:04}{ending}: make it before a release, see tests/journals/README.md"
        for number in range(1, NEWEST + 1)
        for ending in (".db", ".json")
        if not (ROOT / "tests" / "journals" / f"{number:04}{ending}").exists()
    ]
    assert not missing, "\n".join(missing)
