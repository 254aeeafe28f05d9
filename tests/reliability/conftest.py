"""Fixtures of the reliability tests: a home, ways to start programs, and printing of what was counted."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.domain.people.contact import Way, WayKind
from carelog.journal import Journal
from carelog.paths import Paths

HERE = Path(__file__).parent
NOW = "2026-11-22T21:30:00+01:00"


@pytest.fixture
def seed() -> int:
    """A seed derived from that of the whole run: `pytest -p randomly --randomly-seed=N` repeats it."""
    return random.getrandbits(32)


@pytest.fixture
def thorough(request: pytest.FixtureRequest) -> bool:
    """Whether a test tries as much as docs/reliability.md says: every fault at every call, every random run."""
    return bool(request.config.getoption("thorough"))


@pytest.fixture
def lived_in(isolated: Path, now: Callable[[str], None]) -> Path:
    """A home with two entries, one of them long, somebody on the crisis card, and a backup of today."""
    now(NOW)
    folder = isolated / "lived-in"
    with Journal.open(Paths.inside(folder)) as journal:
        journal.entries.add(mood=2, note="could not sleep", tags=["night"])
        journal.entries.add(note="the long version; " * 600)
        ways = [Way(WayKind.PHONE, "+49 30 987654")]
        journal.contacts.add("Sam", ways=ways, crisis_order=1, say="Can you stay on the phone with me?")
        journal.back_up_once_a_day()
    return folder


@pytest.fixture
def program() -> Callable[..., list[str]]:
    """The command that starts one of the programs beside this file."""
    return lambda name, *words: [sys.executable, str(HERE / f"{name}.py"), *words]


@pytest.fixture
def command() -> Callable[..., list[str]]:
    """The command that starts carelog."""
    return lambda *words: [sys.executable, "-m", "carelog", *words]


@pytest.fixture
def account(capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Print what was counted even though pytest captures output, because these figures are the result of the test."""

    def say(what: str, **figures: object) -> None:
        with capsys.disabled():
            counted = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
            sys.stdout.write(f"\n  {what}: {counted}\n")

    return say
