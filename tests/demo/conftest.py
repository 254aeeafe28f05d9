from collections.abc import Iterator
from pathlib import Path

import pytest

from carelog.clock import fixed_clock
from carelog.demo.home import make_demo
from carelog.journal import Journal
from carelog.paths import Paths

NOW = "2026-11-22T21:30:00+01:00"


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of one invented year, made once and only looked at."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    make_demo(Paths.inside(folder), fixed_clock(NOW))
    return folder


@pytest.fixture
def journal(year: Path) -> Iterator[Journal]:
    """The journal of the invented year."""
    with Journal.open(Paths.inside(year), fixed_clock(NOW), to_write=False) as journal:
        yield journal
