"""Journals that a test opens as often as it likes, with a clock that it sets."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import Journal
from carelog.paths import Paths
from support.journals import Open, Read, SetClock, fill


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands still until the test moves it."""
    return SetClock()


@pytest.fixture
def paths(home: Path) -> Paths:
    """The places of a home that does not exist yet."""
    return Paths.inside(home)


@pytest.fixture
def open_journal(paths: Paths, clock: SetClock) -> Iterator[Open]:
    """Opens the journal, also when it is open already; all are closed when the test ends."""
    opened: list[Journal] = []

    def start(**how: Any) -> Journal:
        opened.append(Journal.open(paths, clock, **how))
        return opened[-1]

    yield start
    for journal in opened:
        journal.close()


@pytest.fixture
def journal(open_journal: Open) -> Journal:
    """An open, empty journal."""
    return open_journal()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose journal has a row of every noun, and an entry that was deleted; only to be copied."""
    home = tmp_path_factory.mktemp("homes") / "filled"
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        fill(journal)
        journal.entries.remove(journal.entries.add(note="gone").id)
    return home


@pytest.fixture
def lived_in(filled: Path, paths: Paths, open_journal: Open) -> Journal:
    """An open journal with a row of every noun."""
    shutil.copytree(filled, paths.data)
    return open_journal()


@pytest.fixture
def rows(paths: Paths) -> Read:
    """Reads the rows that a statement finds in the file, without carelog's own code."""

    def read(statement: str, *values: object, path: Path | None = None) -> list[dict[str, Any]]:
        with closing(sqlite3.connect(f"{(path or paths.journal).as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(statement, values)]

    return read
