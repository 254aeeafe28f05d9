"""The days on which a journal was used: one query, which says what the collections say."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from carelog.domain.time.days import Period
from carelog.errors import JournalDamaged
from carelog.journal import Journal
from carelog.journal.collections.days_of_use import USED
from carelog.paths import Paths
from support.journals import DAY

YEAR = Period(DAY - timedelta(days=364), DAY)
OF_ITS_OWN = {table: DAY - timedelta(days=10 + number) for number, table in enumerate(USED)}
Change = Callable[[str], None]


@pytest.fixture
def change(lived_in: Journal, paths: Paths) -> Change:
    """Changes the rows of an open journal behind its back."""
    assert lived_in.entries

    def run(statement: str) -> None:
        with closing(sqlite3.connect(paths.journal)) as file, file:
            file.execute(statement)

    for table, day in OF_ITS_OWN.items():
        run(f"UPDATE {table.name} SET day = '{day}'")
    return run


@pytest.mark.usefixtures("change")
def test_a_day_is_one_of_use_where_any_kind_of_thing_was_noted(lived_in: Journal) -> None:
    assert lived_in.days_of_use(YEAR) == set(OF_ITS_OWN.values())
    for table, day in OF_ITS_OWN.items():
        assert lived_in.days_of_use(Period(day, day)) == {day}, table.name
    noted = (getattr(lived_in, name) for name in ("entries", "ticks", "activities", "reached", "answered"))
    days = {day for each in (*noted, lived_in.goal_ratings) for day in each.days(YEAR)}
    assert lived_in.days_of_use(YEAR) == days


def test_what_was_deleted_or_put_away_is_no_use(lived_in: Journal, change: Change) -> None:
    change("UPDATE activities SET away_with = 'someone'")
    change("UPDATE reached SET deleted_at = 1")
    kept = {table.name: day for table, day in OF_ITS_OWN.items() if table.name not in {"activities", "reached"}}
    assert lived_in.days_of_use(YEAR) == set(kept.values())


def test_for_others_private_and_struck_entries_are_no_use(lived_in: Journal, change: Change) -> None:
    (entry,) = lived_in.entries
    without = set(OF_ITS_OWN.values()) - {entry.day}
    assert lived_in.as_shared().days_of_use(YEAR) == {*without, entry.day}
    assert lived_in.as_shared([entry.id]).days_of_use(YEAR) == without
    change("UPDATE entries SET private = 1")
    assert lived_in.as_shared().days_of_use(YEAR) == without
    assert lived_in.days_of_use(YEAR) == {*without, entry.day}


@pytest.mark.parametrize("table", USED, ids=lambda table: table.name)
def test_a_row_whose_day_is_none_is_named(lived_in: Journal, change: Change, table: object) -> None:
    name = getattr(table, "name", "")
    change(f"UPDATE {name} SET day = '2026-11-1x'")
    with pytest.raises(JournalDamaged) as refused:
        lived_in.days_of_use(YEAR)
    assert refused.value.key == "storage.row-unreadable"
    assert f"A row of {name} (" in refused.value.message
