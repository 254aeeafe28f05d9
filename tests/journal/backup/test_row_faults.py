"""A row that no page can show is found and named: its table, its handle, its column, and what is wrong with it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelog.domain.numbers import LARGEST
from carelog.domain.questionnaires.questionnaire import MOST_OPTIONS
from carelog.domain.row_fault import Fault
from carelog.errors import JournalDamaged, RefusedFile
from carelog.exchange.serializers import full_copy_json
from carelog.journal import Journal
from carelog.journal.backup.backups import verify_backup
from carelog.journal.backup.column_kinds import Kind
from carelog.journal.backup.columns import KINDS, STAMP
from carelog.journal.backup.full_copy import FullCopy
from carelog.journal.backup.integrity import integrity_report, verify_journal, verify_readable
from carelog.journal.backup.salvage import salvage
from carelog.journal.storage.rows import TABLES
from carelog.journal.storage.table import checksum
from carelog.paths import Paths
from support.journals import Open, SetClock
from support.sentences import whole
from support.source import ROOT

JOURNALS = sorted((ROOT / "tests" / "journals").glob("*.db"))
NO_DAYS = ("2026-02-30", "0000-00-00", "2026-1-5", "10000-01-01", "0001-01-01", "20261122", "2026-W01-1", "now", "")
NO_TIMES = ("24:00", "7:30", "12:60", "1230", "12", "12:30:00", "12:30Z", "")
NO_LISTS = ("", "[", "{}", "7", "null", "[[]]", '[{"x": 1}]', "[NaN]", "[" * 5000)
NO_NUMBERS = (-(2**62), 2**62, -1_000_000_000_000_000)

WRONG: dict[Fault, tuple[object, ...]] = {
    Fault.NOT_A_DAY: NO_DAYS,
    Fault.NOT_A_TIME: NO_TIMES,
    Fault.NOT_ITS_JSON: NO_LISTS,
    Fault.OUT_OF_RANGE: NO_NUMBERS,
    Fault.NOT_A_MOMENT: NO_NUMBERS,
    Fault.UNKNOWN_WORD: ("", "x", "DONE", "daily or so"),
    Fault.NOT_USABLE_TEXT: ("x" * 1_000_001,),
    Fault.NOT_AN_ID: ("", "x", "018f0000-0000-7000-8000-00000000000", "018F0000-0000-7000-8000-00000000000A"),
}
BLANK = ("", " ", "\n\t")
MAY_BE_BLANK = {
    *("agreed_to", "from_whom", "hours", "meets", "note", "say", "small", "source", "unit", "whom", "why", "zone")
}
"""The columns of texts that a person can leave out; the program of an import has a name."""
OTHER_WORDS = {"country": ("de", "DEU"), "sha256": ("A" * 64, "a" * 63), "updated_by": ("A1", "g", "a" * 65)}
"""Texts that the columns with texts of the program cannot have."""
COLUMNS = [(table.name, column, kind) for table in TABLES for column, kind in {**STAMP, **KINDS[table.name]}.items()]


@pytest.fixture
def copy(isolated: Path, filled: Path) -> Path:
    """A journal with a row of every noun."""
    return shutil.copy(filled / "journal.db", isolated / "copy.db")


@pytest.mark.parametrize(
    ("table", "column", "sound", "wrong"),
    [
        ("plan_steps", "position", (0, 1_000_001, int(LARGEST)), (-1, int(LARGEST) + 1)),
        ("answered", "difficulty", (0, 3, MOST_OPTIONS - 1), (-1, MOST_OPTIONS)),
    ],
)
def test_a_number_is_as_large_as_the_domain_lets_it_be(
    table: str, column: str, sound: tuple[int, ...], wrong: tuple[int, ...]
) -> None:
    kind = KINDS[table][column]
    assert {kind.fault_in(value) for value in sound} == {None}
    assert {kind.fault_in(value) for value in wrong} == {Fault.OUT_OF_RANGE}


def put(path: Path, table: str, column: str, value: object) -> str:
    """Write a value into the first live row of a table as if carelog had written it; return the handle."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA ignore_check_constraints = ON")
        number, row_id = connection.execute(
            f"SELECT rowid, id FROM {table} WHERE deleted_at IS NULL ORDER BY rowid LIMIT 1"
        ).fetchone()
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, number))
        row = dict(connection.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone())
        connection.execute(f"UPDATE {table} SET checksum = ? WHERE rowid = ?", (checksum(row), number))
    return str(row_id)[-6:]


def faults_of(path: Path) -> set[tuple[str, str, str]]:
    return {(fault.table, fault.row, fault.column) for fault in integrity_report(path).faults}


def wrong_for(table: str, column: str, kind: Kind) -> tuple[object, ...]:
    """Values that a column cannot have."""
    if kind.fault is not Fault.NOT_USABLE_TEXT:
        return WRONG[kind.fault]
    may_be_blank = column in MAY_BE_BLANK and (table, column) != ("imports", "source")
    return WRONG[kind.fault] + BLANK * (not may_be_blank) + OTHER_WORDS.get(column, ())


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_no_real_journal_of_any_schema_has_a_fault(path: Path) -> None:
    assert integrity_report(path).is_sound
    verify_readable(path)


def test_every_column_of_every_table_has_a_kind() -> None:
    assert {table.name: set(table.columns) for table in TABLES} == {name: set(kinds) for name, kinds in KINDS.items()}


@pytest.mark.parametrize(
    ("table", "column", "kind"), COLUMNS, ids=[f"{table}-{column}" for table, column, _ in COLUMNS]
)
def test_a_value_that_its_column_cannot_have_is_found_and_named(
    table: str, column: str, kind: Kind, copy: Path
) -> None:
    sound = copy.read_bytes()
    for value in wrong_for(table, column, kind):
        copy.write_bytes(sound)
        handle = put(copy, table, column, value)
        named = {row for name, row, where in faults_of(copy) if (name, where) == (table, column)}
        if value == "{}" and not named:
            assert column in ("readings", "counts"), "these are objects, and the others lists"
            continue
        assert len(named) == 1, str(value)[:99]
        assert named <= ({handle} if column != "id" else {"row 1", str(value)[-6:]})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.sampled_from(COLUMNS),
    value=st.text(max_size=12) | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False),
)
def test_a_random_value_is_named_or_every_row_can_be_read(
    where: tuple[str, str, Kind], value: object, home: Path, filled: Path
) -> None:
    table, column, kind = where
    home.mkdir(exist_ok=True)
    copy = Path(shutil.copy(filled / "journal.db", home / "journal.db"))
    try:
        put(copy, table, column, value)
    except (sqlite3.Error, UnicodeEncodeError):
        return
    found = faults_of(copy)
    if kind.fault_in(_stored(copy, table, column)):
        assert (table, column) in {(fault[0], fault[2]) for fault in found}
    if not found:
        with Journal.open(Paths.inside(home), SetClock(), to_write=False) as journal:
            assert sum(len(list(each)) for each in journal.collections) > 0


@pytest.mark.parametrize("value", ["2026-02-30", "0000-00-00"])
def test_restoring_refuses_it_and_names_the_row(value: str, copy: Path) -> None:
    handle = put(copy, "entries", "day", value)
    sentence = (
        f"A value in {copy} cannot be what was noted: entries {handle}, day: not a day that there is. It was left as "
        f"it is. To save all else to a new file: carelog verify --of {copy} --repair FILE"
    )
    with pytest.raises(JournalDamaged, match=whole(sentence)):
        verify_readable(copy)
    with pytest.raises(RefusedFile, match=whole(sentence)):
        verify_backup(copy)


def _stored(path: Path, table: str, column: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {column} FROM {table} ORDER BY rowid LIMIT 1").fetchone()[0]


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("pauses", {"first": "2026-11-22", "last": "2026-11-21"}),
        ("trackers", {"minimum": 5.0, "maximum": 4.0}),
        ("activities", {"state": "done"}),
        ("shares", {"first": "2026-11-22", "last": "2026-11-21"}),
        ("entries", {"mood": None, "note": " ", "feelings": "[]", "tags": "[]", "readings": "{}"}),
        ("answered", {"answers": "[]"}),
    ],
)
def test_values_that_do_not_go_together_are_named_as_the_whole_row(
    table: str, changes: dict[str, object], copy: Path
) -> None:
    handles = {put(copy, table, column, value) for column, value in changes.items()}
    [fault] = integrity_report(copy).faults
    assert ({fault.row}, fault.table, fault.column, fault.fault) == (handles, table, "", Fault.AT_ODDS)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("ticks", "routine_id", "018f0000-0000-7000-8000-000000000000"),
        ("reached", "contact_id", "018f0000-0000-7000-8000-000000000000"),
    ],
)
def test_what_points_at_nothing_is_named(table: str, column: str, value: str, copy: Path) -> None:
    handle = put(copy, table, column, value)
    [fault] = integrity_report(copy).faults
    assert (fault.table, fault.row, fault.column, fault.fault) == (table, handle, column, Fault.POINTS_AT_NOTHING)


def test_a_reading_of_a_scale_that_is_gone_is_no_fault(copy: Path) -> None:
    put(copy, "entries", "readings", '{"018f0000-0000-7000-8000-000000000000":7.5}')
    assert not integrity_report(copy).faults


def test_a_text_that_is_no_text_and_another_fault_are_both_named(copy: Path) -> None:
    put(copy, "pauses", "first", "2026-02-30")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE kind_words SET text = CAST(x'eda080' AS TEXT)")
        connection.commit()
    found = {(fault.table, fault.column, fault.fault) for fault in integrity_report(copy).faults}
    assert found == {("pauses", "first", Fault.NOT_A_DAY), ("kind_words", "text", Fault.WRONG_TYPE)}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("entries", "mood", "good"),
        ("entries", "at", "yesterday"),
        ("entries", "private", None),
        ("entries", "note", b"\x80"),
        ("entries", "day", None),
        ("entries", "id", None),
        ("ticks", "amount", "two"),
        ("pauses", "first", 20261122),
        ("goals", "text", None),
    ],
)
def test_another_type_in_a_file_that_no_longer_refuses_it_is_named_too(
    table: str, column: str, value: object, copy: Path
) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        loose = "replace(replace(sql, 'STRICT', ''), 'NOT NULL', '')"
        connection.execute(f"UPDATE sqlite_master SET sql = {loose} WHERE type = 'table'")
        connection.commit()
    put(copy, table, column, value)
    report = integrity_report(copy)
    assert (table, column) in {(fault.table, fault.column) for fault in report.faults}
    assert not report.is_sound


def test_a_tombstone_is_no_fault_and_a_day_in_it_that_is_none_is(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE entries SET day = '2026-02-30' WHERE deleted_at IS NOT NULL")
        connection.commit()
    assert {(fault.table, fault.column) for fault in integrity_report(copy).faults} == {("entries", "day")}


def test_a_repair_leaves_out_the_rows_with_faults_and_what_needs_them(copy: Path, isolated: Path) -> None:
    put(copy, "routines", "started", "2026-02-30")
    put(copy, "entries", "day", "2026-02-30")
    put(copy, "pauses", "last", "2026-11-21")
    saved = salvage(copy, isolated / "saved.db", SetClock().now().instant)
    assert saved.left == {"entries": 1, "routines": 1, "ticks": 1, "pauses": 1}
    verify_readable(saved.path)


def test_a_backup_is_taken_of_a_journal_with_a_fault_and_is_not_restored(home: Path, filled: Path) -> None:
    shutil.copytree(filled, home)
    put(home / "journal.db", "entries", "day", "2026-02-30")
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        taken = journal.back_up()
    assert verify_journal(taken.path) == taken.counts
    with pytest.raises(RefusedFile) as refused:
        verify_backup(taken.path)
    assert refused.value.key == "storage.rows-with-faults"


@pytest.mark.parametrize(
    ("table", "column", "value", "what"),
    [
        ("entries", "day", "2026-02-30", "not a day that there is"),
        ("ticks", "state", "almost", "a word that means nothing here"),
        ("shares", "sections", "{}", "not the list that it has to be"),
        ("goal_ratings", "value", -1, "a number out of range"),
    ],
)
def test_a_full_copy_with_a_row_that_is_none_is_refused_by_its_name(
    table: str, column: str, value: object, what: str, filled: Path, open_journal: Open
) -> None:
    copy = copy_with(filled, table, column, value)
    handle = copy.rows[table][0]["id"][-6:]
    sentence = (
        f"A value in the copy cannot be what was noted: {table} {handle}, {column}: {what}. Nothing was changed. Make "
        "the copy again, or put this right in the file."
    )
    with pytest.raises(RefusedFile, match=whole(sentence)):
        open_journal().merge(copy)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("entries", "mood", "3"), ("entries", "mood", True), ("entries", "note", 5), ("trackers", "minimum", "0")],
)
def test_a_full_copy_with_a_value_of_another_type_is_refused(
    table: str, column: str, value: object, filled: Path, open_journal: Open
) -> None:
    sentence = f"Number 1 of “{table}” is not what carelog writes. Make the copy again; nothing was changed."
    with pytest.raises(RefusedFile, match=whole(sentence)):
        open_journal().merge(copy_with(filled, table, column, value))


def copy_with(home: Path, table: str, column: str, value: object) -> FullCopy:
    with Journal.open(Paths.inside(home), SetClock(), to_write=False) as journal:
        copy = full_copy_json.read_full_copy(full_copy_json.write_full_copy(journal, private=True))
    rows = {name: [dict(row) for row in rows] for name, rows in copy.rows.items()}
    rows[table][0][column] = value
    return FullCopy(copy.schema, rows)
