"""A full copy of the journal is lossless: it comes back row for row."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.people.topic import Topic
from carelog.domain.text import fold
from carelog.errors import RefusedFile
from carelog.exchange.serializers import full_copy_json
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.rows import HOLDS_JSON, TABLES
from carelog.paths import Paths
from support.command import Command
from support.journals import SetClock, fill
from support.source import ROOT
from support.strategies import contacts, entries, routines, trackers

JOURNALS = ROOT / "tests" / "journals"
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[Path]:
    return (tmp_path / str(number) for number in range(100_000))


def opened(home: Path) -> Journal:
    return Journal.open(Paths.inside(home), SetClock())


def rows_of(home: Path) -> Rows:
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY id").fetchall() for table in TABLES
        }


def copied(home: Path, *, private: bool = True) -> bytes:
    with opened(home) as journal:
        return full_copy_json.write_full_copy(journal, private=private)


def taken(home: Path, content: bytes) -> Rows:
    with opened(home) as journal:
        journal.merge(full_copy_json.read_full_copy(content))
    verify_journal(home / "journal.db")
    return rows_of(home)


def test_every_kind_of_row_comes_back_into_an_empty_home_the_same(homes: Iterator[Path]) -> None:
    old, new = next(homes), next(homes)
    with opened(old) as journal:
        fill(journal)
        journal.entries.remove(journal.entries.add(3, "deleted").id)
        journal.entries.add(2, "[1,2]", private=True)
    assert all(rows_of(old).values())
    assert taken(new, copied(old)) == rows_of(old)


def test_a_full_copy_is_spelled_with_a_line_for_each_row(homes: Iterator[Path]) -> None:
    home = next(homes)
    with opened(home) as journal:
        fill(journal, 'Zoë \u2028 "quoted"')
    content = copied(home)
    head, tables = {}, {}
    for name, value in json.loads(content).items():
        (tables if isinstance(value, list) else head)[name] = value
    parts = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    for name, rows in tables.items():
        lines = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows)
        parts.append(f"  {json.dumps(name)}: [" + (f"\n{lines}\n  ]" if lines else "]"))
    assert content.decode() == "{\n" + ",\n".join(parts) + "\n}\n"
    assert any(tables.values())


def test_rows_of_a_full_copy_are_read_when_their_turn_comes(homes: Iterator[Path]) -> None:
    with opened(next(homes)) as journal:
        parts = full_copy_json.full_copy_parts(journal, private=True)
        begun = next(parts)
        journal.entries.add(3, "written meanwhile")
        assert b"written meanwhile" in begun + b"".join(parts)


def test_a_file_has_what_standard_output_has_and_is_told_by_its_checksum(carelog: Command) -> None:
    carelog("mood", "4", "first", "walk")
    shape = carelog("export", "--for", "self", "--format", "json", "-o", "all.json", "--yes", "--json").json["data"]
    written = Path("all.json").read_bytes()
    given_out = carelog("export", "--for", "self", "--format", "json", "-o", "-", "--yes").stdout
    assert json.loads(written) == json.loads(given_out) | {"exported_at": json.loads(written)["exported_at"]}
    assert shape["sha256"] == hashlib.sha256(written).hexdigest()


@settings(max_examples=25)
@given(
    st.lists(entries, max_size=4, unique_by=lambda each: each.id),
    st.lists(contacts, max_size=2, unique_by=lambda each: each.id),
    st.lists(routines, max_size=2, unique_by=(lambda each: each.id, lambda each: fold(each.name))),
    st.lists(trackers, max_size=2, unique_by=lambda each: each.name),
)
def test_any_journal_comes_back_the_same(noted: Any, people: Any, habits: Any, scales: Any) -> None:
    old, new = (Path.cwd() / f"{kind}{len(list(Path.cwd().iterdir()))}" for kind in ("old", "new"))
    with opened(old) as journal:
        journal.entries.add_imported(noted, scales)
        journal.contacts.add_imported(people)
        for habit in habits:
            journal.routines.insert(replace(habit, contact_id=None))
    assert taken(new, copied(old)) == rows_of(old)


@pytest.mark.parametrize("schema", range(1, NEWEST + 1))
def test_a_copy_of_an_older_carelog_comes_in_as_its_journal_would(schema: int, homes: Iterator[Path]) -> None:
    updated, new = next(homes), next(homes)
    updated.mkdir()
    (updated / "journal.db").write_bytes((JOURNALS / f"{schema:04}.db").read_bytes())
    with closing(sqlite3.connect(updated / "journal.db")) as connection:
        connection.row_factory = sqlite3.Row
        names = [row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        old = {
            {"plan_steps": "plan"}.get(table.name, table.name): [
                {
                    column: json.loads(row[column]) if column in HOLDS_JSON and row[column] else row[column]
                    for column in row.keys()  # noqa: SIM118 - a sqlite3.Row iterates over its values
                    if column != "checksum"
                }
                for row in connection.execute(f"SELECT * FROM {table.name}")
            ]
            for table in TABLES
            if table.name in names
        }
    content = json.dumps({"carelog": 1, "document": "journal", "schema": schema, **old}).encode()
    opened(updated).close()
    assert taken(new, content) == rows_of(updated)


def test_taking_a_copy_in_twice_changes_nothing_the_second_time(homes: Iterator[Path]) -> None:
    old, new = next(homes), next(homes)
    with opened(old) as journal:
        fill(journal)
    content = copied(old)
    before = taken(new, content)
    with opened(new) as journal:
        whole = full_copy_json.read_full_copy(content)
        assert not journal.preview_merge(whole).changes
        assert not journal.merge(whole).changes
    assert rows_of(new) == before


def test_the_later_version_of_a_row_stays_whichever_side_it_is_on(homes: Iterator[Path]) -> None:
    first, second = next(homes), next(homes)
    clock = SetClock()
    with Journal.open(Paths.inside(first), clock) as journal:
        kept, edited, deleted = (journal.entries.add(3, word).id for word in ("kept", "edited", "deleted"))
        early = full_copy_json.write_full_copy(journal, private=True)
        clock.move(minutes=5)
        journal.entries.edit(replace(journal.entries.get(edited), note="edited later"))
        journal.entries.remove(deleted)
        late = full_copy_json.write_full_copy(journal, private=True)
    with Journal.open(Paths.inside(second), clock) as journal:
        for content in (early, late, early):
            journal.merge(full_copy_json.read_full_copy(content))
        assert {each.id: each.note for each in journal.entries} == {kept: "kept", edited: "edited later"}
    assert b"deleted" not in (second / "journal.db").read_bytes().replace(b"deleted_at", b"")


def test_without_private_entries_nothing_of_them_is_in_the_copy_and_the_rest_comes_back(homes: Iterator[Path]) -> None:
    old, new = next(homes), next(homes)
    with opened(old) as journal:
        fill(journal)
        hidden = journal.entries.add(2, "Wolkenbruch", private=True)
        journal.topics.insert(Topic(journal.topics.new_id(), journal.today, "the evening", entry_id=hidden.id))
    content = copied(old, private=False)
    assert b"Wolkenbruch" not in content
    assert hidden.id.encode() not in content
    back = taken(new, content)
    assert len(back["entries"]) == len(rows_of(old)["entries"]) - 1
    assert len(back["topics"]) == 2


def a_copy(**changes: Any) -> bytes:
    whole: dict[str, Any] = {"carelog": 1, "document": "journal", "schema": NEWEST, "entries": []}
    return json.dumps(whole | changes).encode()


STAMP = {
    "id": "0190a000-0000-7000-8000-000000000001",
    "created_at": 1,
    "updated_at": 1,
    "updated_by": "a",
    "deleted_at": None,
}
ROW = STAMP | {
    "at": 1,
    "utc_offset": 0,
    "day": "2026-11-22",
    "mood": 3,
    "note": "",
    "feelings": [],
    "tags": [],
    "readings": {},
    "private": 0,
    "source": "",
}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"carelog": 1, "document": "journal"}',
        b'{"carelog": 1, "document": "journal", "schema": ' + b"[" * 100_000,
        a_copy(schema=NEWEST + 1),
        a_copy(schema=0),
        a_copy(schema="x"),
        a_copy(carelog=2),
        a_copy(entries=3),
        a_copy(entries=[3]),
        a_copy(entries=["row"]),
        a_copy(entries=[{}]),
        a_copy(secrets=[]),
        a_copy(state=[]),
        a_copy(entries=[ROW | {"mood": 9}]),
        a_copy(entries=[ROW | {"mood": "four"}]),
        a_copy(entries=[ROW | {"at": 1 << 70}]),
        a_copy(entries=[ROW | {"day": "never"}]),
        a_copy(entries=[ROW | {"feelings": "calm"}]),
        a_copy(entries=[ROW | {"note": "\ud800"}]),
        a_copy(entries=[ROW | {"note": None}]),
        a_copy(entries=[ROW | {"unknown": 1}]),
        a_copy(entries=[ROW, ROW]),
        a_copy(ticks=[{}]),
        a_copy(topics=[STAMP | {"day": "2026-11-22", "text": "x", "entry_id": "no", "done": None}]),
    ],
)
def test_a_damaged_or_foreign_copy_is_refused_whole(content: bytes, homes: Iterator[Path]) -> None:
    home = next(homes)
    with opened(home) as journal:
        journal.entries.add(4, "mine")
        with pytest.raises(RefusedFile):
            journal.merge(full_copy_json.read_full_copy(content))
        assert [each.note for each in journal.entries] == ["mine"]


@settings(max_examples=150)
@given(st.data())
def test_no_mutated_copy_does_more_than_be_refused(data: st.DataObject) -> None:
    content = bytearray(a_copy(entries=[ROW]))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    home = Path.cwd() / "home"
    with opened(home) as journal:
        try:
            journal.merge(full_copy_json.read_full_copy(bytes(content)))
        except RefusedFile:
            return
        for collection in journal.collections:
            list(collection)
    verify_journal(home / "journal.db")
