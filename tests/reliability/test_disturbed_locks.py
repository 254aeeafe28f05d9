"""Every call by which sealing a note changes a file is made to fail, or is the last thing done."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from carelog.domain.lock import LockState
from carelog.errors import WrongPassphrase
from carelog.journal import Journal
from carelog.journal.key_ring import forget_keys
from carelog.journal.locking import lock_state, unlock
from carelog.journal.sealed import sealed_notes
from carelog.paths import Paths
from reliability.strace import Disturbed, Fault, sweep
from support.locks import PASSPHRASE, lock_home

FAULTS = tuple(Fault)
NEW = "quite another sentence"
WORD = "could not sleep"

Program = Callable[..., list[str]]
Account = Callable[..., None]


@pytest.fixture(autouse=True)
def _nobody_knows_the_key() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()


@pytest.fixture
def carelog_typed(program: Program) -> Program:
    """The command that starts carelog for somebody who types the passphrase."""
    return lambda *words: program("programs", "commands", PASSPHRASE, NEW, *words)


@pytest.fixture
def locked(lived_in: Path) -> Path:
    """The home that is lived in, locked; with no key in the system's cache."""
    (lived_in / "settings.toml").write_text("[lock]\ncache = 0\n")
    lock_home(lived_in)
    Journal.open(Paths.inside(lived_in)).close()
    return lived_in


def disturbed(
    program: Sequence[str], start: Path, account: Account, what: str, *, thorough: bool
) -> Iterator[Disturbed]:
    """Disturbs a program everywhere; whoever started it has an answer or a sentence, never a traceback."""
    figures = Counter[str]()
    for each in sweep(program, start, FAULTS, thorough=thorough):
        forget_keys()
        assert "Traceback" not in each.run.stderr + each.run.stdout, str(each)
        if each.fault is not Fault.KILLED:
            assert each.run.exit_code in (0, 4), str(each)
            assert each.run.stdout or each.run.stderr, f"silent: {each}"
        yield each
        figures += Counter({"runs": 1, each.fault.name.lower(): 1, "said": bool(each.run.stdout)})
    account(what, **figures)


def opened_with(home: Path, *secrets: str) -> str:
    """The first of these that opens the slots of a home, which then knows its key; empty where it has no slots."""
    keys = Paths.inside(home).keys
    if lock_state(Paths.inside(home)) is LockState.OFF:
        return ""
    for secret in secrets:
        try:
            unlock(keys, secret)
        except WrongPassphrase:
            continue
        return secret
    raise AssertionError(f"nothing opens {home}")


@pytest.mark.slow
def test_a_sealed_note_is_kept_or_said_not_to_be(
    locked: Path, carelog_typed: Program, thorough: bool, account: Account
) -> None:
    program = carelog_typed("mood", "2", "soup with Sam", "--sealed")
    for each in disturbed(program, locked, account, "mood --sealed", thorough=thorough):
        whole = len(sealed_notes(Paths.inside(each.home)))
        assert whole or not each.run.stdout, f"acknowledged, not there: {each}"
        opened_with(each.home, PASSPHRASE)
        with Journal.open(Paths.inside(each.home)) as journal:
            assert (journal.taken_in, journal.left_sealed) == (whole, 0), str(each)
            assert [entry.note for entry in journal.entries].count("soup with Sam") == whole
