"""Lock commands with a fault at every call by which they change a file: the old or the new secret opens the journal."""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from carelog.domain.lock import LockState
from carelog.errors import WrongPassphrase
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.keys.key_ring import forget_keys
from carelog.journal.lock.lock import (
    decrypt_home,
    encrypt_home,
    holds_locked_files,
    lock_state,
    make_slots,
    new_key,
    unlock,
)
from carelog.journal.lock.sealed_notes import sealed_notes
from carelog.paths import Paths
from reliability.kept import Rows, next_command, rows
from reliability.strace import Disturbed, Fault, sweep
from support.command import environment
from support.locks import CODE, PASSPHRASE, files_with, lock_home

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
    """The home `lived_in`, locked, without a key in the system's cache."""
    (lived_in / "settings.toml").write_text("[lock]\ncache = 0\n")
    lock_home(lived_in)
    Journal.open(Paths.inside(lived_in)).close()
    return lived_in


def disturbed(
    program: Sequence[str], start: Path, account: Account, what: str, *, thorough: bool
) -> Iterator[Disturbed]:
    """Disturb a program at every call; the person gets an answer or an error, never a traceback."""
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
    """The first of these secrets that opens a key slot; the key is known then. Empty for a home without slots."""
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


def everything_is_there(each: Disturbed, before: Rows) -> None:
    """Check that the journal opens and holds the same rows, and that every backup is sound."""
    assert rows(each.home) == before, str(each)
    assert next_command(each.home) == [], str(each)
    for backup in (each.home / "backups").glob("*.db"):
        verify_journal(backup)


def can_be_finished_and_undone(each: Disturbed, before: Rows, passphrase: str) -> None:
    """Check that a half finished lock can be completed, or started anew if nothing is locked yet, and removed again."""
    paths = Paths.inside(each.home)
    if holds_locked_files(paths):
        opened_with(each.home, passphrase)
    else:
        make_slots(paths, new_key(), passphrase, CODE)
    everything_is_there(each, before)
    encrypt_home(paths)
    assert lock_state(paths) is LockState.ON
    assert files_with(WORD, each.home) == [], str(each)
    everything_is_there(each, before)
    decrypt_home(paths)
    everything_is_there(each, before)


@pytest.mark.slow
def test_a_lock_is_on_or_off_or_can_be_finished_and_undone(
    lived_in: Path, carelog_typed: Program, thorough: bool, account: Account
) -> None:
    before, reached = rows(lived_in), Counter[str]()
    for each in disturbed(carelog_typed("lock", "on", "--yes"), lived_in, account, "lock on", thorough=thorough):
        state = lock_state(Paths.inside(each.home))
        reached[state.value] += 1
        assert not each.run.stdout or state is LockState.ON, f"said to be locked: {each}"
        if state is LockState.OFF:
            everything_is_there(each, before)
        can_be_finished_and_undone(each, before, NEW)
    account("where a disturbed “lock on” left off", **reached)
    assert len(reached) > 1


@pytest.mark.slow
def test_a_lock_that_comes_off_is_on_or_off_or_can_be_finished(
    locked: Path, carelog_typed: Program, thorough: bool, account: Account
) -> None:
    forget_keys()
    opened_with(locked, PASSPHRASE)
    before, reached = rows(locked), Counter[str]()
    for each in disturbed(carelog_typed("lock", "off", "--yes"), locked, account, "lock off", thorough=thorough):
        state = lock_state(Paths.inside(each.home))
        reached[state.value] += 1
        assert not each.run.stdout or state is LockState.OFF, f"said to be plain: {each}"
        can_be_finished_and_undone(each, before, PASSPHRASE)
    account("where a disturbed “lock off” left off", **reached)
    assert len(reached) > 1


@pytest.mark.slow
@pytest.mark.parametrize("what", ["passphrase", "recovery"])
def test_a_new_way_in_counts_or_the_old_one_does_and_the_other_way_always(
    locked: Path, carelog_typed: Program, thorough: bool, account: Account, what: str
) -> None:
    before = rows(locked)
    words = ("lock", "passphrase") if what == "passphrase" else ("lock", "recovery", "--yes")
    for each in disturbed(carelog_typed(*words), locked, account, " ".join(words), thorough=thorough):
        opens = opened_with(each.home, NEW, PASSPHRASE)
        if what == "passphrase":
            assert opens == NEW or not each.run.stdout, str(each)
            opened_with(each.home, CODE)
        elif each.run.stdout:
            assert opened_with(each.home, each.run.stdout.split()[-1])
        everything_is_there(each, before)


@pytest.mark.slow
def test_an_entry_in_a_locked_journal_is_saved_or_said_not_to_be(
    locked: Path, carelog_typed: Program, thorough: bool, account: Account
) -> None:
    before = rows(locked)
    for each in disturbed(
        carelog_typed("mood", "4", "soup with Sam"), locked, account, "mood, locked", thorough=thorough
    ):
        opened_with(each.home, PASSPHRASE)
        after = rows(each.home)
        saved = len(after.keys() - before.keys())
        assert before.items() <= after.items(), f"an older row changed: {each}"
        assert saved or not each.run.stdout, f"acknowledged, not there: {each}"
        assert next_command(each.home) == [], str(each)
        assert files_with("soup with", each.home) == [], str(each)


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
            assert (journal.notes_unsealed, journal.notes_still_sealed) == (whole, 0), str(each)
            assert [entry.note for entry in journal.entries].count("soup with Sam") == whole


@pytest.mark.slow
def test_a_sealed_note_is_taken_in_once_whatever_happens_meanwhile(
    locked: Path, carelog_typed: Program, thorough: bool, account: Account
) -> None:
    words = carelog_typed("mood", "2", "soup with Sam", "--sealed")
    subprocess.run(words, env=environment({"CARELOG_HOME": str(locked)}), check=True, capture_output=True)
    assert len(sealed_notes(Paths.inside(locked))) == 1
    for each in disturbed(carelog_typed("mood", "4"), locked, account, "taking in a sealed note", thorough=thorough):
        opened_with(each.home, PASSPHRASE)
        for _ in range(2):
            with Journal.open(Paths.inside(each.home)) as journal:
                assert [entry.note for entry in journal.entries].count("soup with Sam") == 1, str(each)
        assert sealed_notes(Paths.inside(each.home)) == []
