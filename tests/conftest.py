"""The isolation of every test, a person with an empty home, in Berlin, without a network; and ways to start carelog."""

import itertools
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

import carelog as carelog_under_test
from support import golden
from support.command import Command, Terminal, as_process, built_once, in_process
from support.isolation import Guard

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "carelog"
UNDER_TEST = Path(carelog_under_test.__file__).resolve().parent
OTHER_CARELOG = {
    False: (
        f"carelog is imported from {UNDER_TEST}, but these tests belong to {SOURCE}. Install this folder "
        "(pip install -e .) or set PYTHONPATH=src. To test an installed carelog, add --installed."
    ),
    True: f"--installed is for an installed carelog, but it is imported from {SOURCE}.",
}
"""What is said where another carelog is imported than the one that is meant; True with --installed."""
NOW = "2026-11-22T21:30:00+01:00"
KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "VIRTUAL_ENV")
KEPT_PREFIXES = ("PYTHON", "PYTEST", "COV", "HYPOTHESIS")
PYTHONPATH = os.pathsep.join(map(os.path.abspath, os.environ.get("PYTHONPATH", "").split(os.pathsep)))

TAKE_LONGEST = (
    *("test_stopped_homes", "test_disturbed_locks", "test_killed", "test_in_a_browser", "test_whole_things"),
    *("test_traces", "test_locked", "test_migrations", "test_home", "test_disturbed", "test_another_account"),
    *("test_at_once", "test_power_loss", "test_corrupted", "test_mutated_files", "test_locks_in_between"),
)
"""The files whose slow tests take longest, the longest first, so that no worker begins one when the other is done."""

set_hypothesis_home_dir(ROOT / ".hypothesis")
BUSY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
"""No deadline per example: its time depends more on what else the machine does than on carelog."""

settings.register_profile("ci", derandomize=True, max_examples=100, **BUSY)
settings.register_profile("brief", derandomize=True, max_examples=20, **BUSY)
settings.register_profile("deep", max_examples=2000, **BUSY)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what makes the slow tests as long as docs/reliability.md says, and what tests a built wheel."""
    parser.addoption("--thorough", action="store_true", help="every fault at every system call, and every random run")
    golden.add_option(parser)
    parser.addoption("--installed", action="store_true", help="test an installed carelog, not the one in src")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to test another carelog than the one that is meant: its tests would pass and say nothing."""
    installed = config.getoption("installed")
    if SOURCE.is_dir() and installed == (UNDER_TEST == SOURCE):
        raise pytest.UsageError(OTHER_CARELOG[installed])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what `--update-golden` asked for."""
    golden.write_new(session)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow tests that take longest; the order in a file and of all others stays that of the seed."""
    places = {name: place for place, name in enumerate(TAKE_LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)) if "slow" in item.keywords else len(places))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the carelog under test, also with -q."""
    terminalreporter.write_line(f"carelog under test: {UNDER_TEST}")


@pytest.fixture(scope="session")
def _guard(tmp_path_factory: pytest.TempPathFactory) -> Guard:
    return Guard(tmp_path_factory.getbasetemp(), ROOT / ".hypothesis")


@pytest.fixture(scope="session")
def _places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new folder for each test."""
    base = tmp_path_factory.mktemp("people")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def isolated(_guard: Guard, _places: Iterator[Path]) -> Iterator[Path]:
    """Give the test a folder with an empty HOME, a working directory, and a bare environment."""
    place = next(_places)
    umask = os.umask(0o022)
    with pytest.MonkeyPatch.context() as patch:
        for name in set(os.environ) - set(KEPT):
            if not name.startswith(KEPT_PREFIXES):
                patch.delenv(name)
        if "PYTHONPATH" in os.environ:
            patch.setenv("PYTHONPATH", PYTHONPATH)
        for name, folder in {"HOME": "person", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}.items():
            (place / folder).mkdir(parents=True, mode=0o700)
            patch.setenv(name, str(place / folder))
        for name, value in {"TZ": "Europe/Berlin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}.items():
            patch.setenv(name, value)
        patch.setattr(tempfile, "tempdir", None)
        (place / "desk").mkdir()
        patch.chdir(place / "desk")
        time.tzset()
        _guard.refused.clear()
        _guard.active = True
        yield place
        _guard.active = False
    time.tzset()
    os.umask(umask)
    assert not _guard.refused, _guard.refused


@pytest.fixture(scope="session", autouse=True)
def _cheap_key_slots() -> None:
    """Make key derivation cheap in this process; a carelog that is started as a process keeps the usual cost."""
    from support.cheap_slots import make_key_slots_cheap  # another carelog, which is refused first, may have no slots

    make_key_slots_cheap()


@pytest.fixture(scope="session", autouse=True)
def _built_once() -> Iterator[None]:
    """Build the command line once for each first word in this process: it is a third of the time of a command."""
    with built_once():
        yield


@pytest.fixture
def home(isolated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """CARELOG_HOME, a folder that does not exist yet, as before the first start."""
    folder = isolated / "carelog"
    monkeypatch.setenv("CARELOG_HOME", str(folder))
    return folder


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Stop carelog's clock on a Sunday evening; call it with another RFC 3339 time to move the clock."""
    monkeypatch.setenv("CARELOG_NOW", NOW)
    return lambda moment: monkeypatch.setenv("CARELOG_NOW", moment)


@pytest.fixture(scope="session")
def carelog() -> Command:
    """Run `carelog("mood", "4", "hi")` in this process."""
    return in_process


@pytest.fixture(scope="session")
def carelog_process() -> Command:
    """Run carelog in a process of its own."""
    return as_process


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Run `terminal("mood", columns=40, rows=24)` in a real terminal, with expect, type and finish."""
    started: list[Terminal] = []

    def start(*arguments: str, **options: Any) -> Terminal:
        started.append(Terminal(*arguments, **options))
        return started[-1]

    yield start
    for each in started:
        each.close()
