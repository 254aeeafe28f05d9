"""Rows are looked up by many ids at once, and are those that one id after the other finds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.time.days import Moment
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.pipeline.intake import apply_import, preview_import
from carelog.exchange.serializers.full_copy_json import read_full_copy, write_full_copy
from carelog.journal import Journal
from carelog.journal.storage import store as storage
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.store import Store
from carelog.paths import Paths
from support.journals import SetClock

ROWS = 3_000
FIRST = datetime(2020, 1, 1, 8, 0, tzinfo=UTC)
IDS = st.lists(st.sampled_from([steady_id("app", f"{number}") for number in range(12)]) | st.text(max_size=8))


def noted(number: int) -> Entry:
    moment = Moment(FIRST + timedelta(hours=number))
    return Entry(steady_id("app", f"{number}"), moment, moment.local.date(), 3, f"note {number}")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A journal with entries, one of them deleted."""
    with Journal.open(Paths.inside(tmp_path_factory.mktemp("many")), SetClock()) as journal:
        journal.entries.add_imported([noted(number) for number in range(8)])
        journal.entries.remove(steady_id("app", "3"))
        yield journal._store


@given(ids=IDS, at_once=st.integers(1, 5))
def test_many_ids_find_what_each_of_them_finds(store: Store, ids: list[str], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage, "_IDS_AT_ONCE", at_once)
        together = [dict(row) for row in store.rows_with(ENTRIES, ids)]
    one_by_one = {each: row for each in ids if (row := store.row(ENTRIES, each))}
    assert len(together) == len(one_by_one)
    assert {row["id"]: row for row in together} == one_by_one


def test_an_import_of_thousands_asks_for_its_rows_a_few_times(tmp_path: Path) -> None:
    batch = ImportBatch("app", tuple(noted(number) for number in range(ROWS)))
    with Journal.open(Paths.inside(tmp_path / "home"), SetClock()) as journal:
        asked = selects_of(journal)
        assert apply_import(batch, journal).new == ROWS
        assert preview_import(batch, journal).new == 0
        assert apply_import(batch, journal).new == 0
        assert len(asked) < ROWS / 30


def test_a_full_copy_of_thousands_is_merged_with_few_questions(tmp_path: Path) -> None:
    with Journal.open(Paths.inside(tmp_path / "one"), SetClock()) as journal:
        journal.entries.add_imported([noted(number) for number in range(ROWS)])
        copy = read_full_copy(write_full_copy(journal, private=True))
    with Journal.open(Paths.inside(tmp_path / "other"), SetClock()) as journal:
        asked = selects_of(journal)
        assert journal.merge(copy).new == {"entries": ROWS}
        assert journal.merge(copy).known == ROWS
        assert len(asked) < ROWS / 30


def selects_of(journal: Journal) -> list[str]:
    """The SELECTs that a journal is asked from now on."""
    asked: list[str] = []
    journal._store.connection.set_trace_callback(lambda sql: asked.append(sql) if sql.startswith("SELECT") else None)
    return asked
