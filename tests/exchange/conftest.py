"""A journal for tests of imports, on a clock that a test sets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carelog.journal import Journal
from carelog.paths import Paths
from support.journals import SetClock


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty journal of its own."""
    with Journal.open(Paths.inside(tmp_path / "home"), SetClock()) as journal:
        yield journal
