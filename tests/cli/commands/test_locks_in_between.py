"""A lock whose files do not fit together: nothing is written in the open unsaid, no note is lost, nothing is untrue.

The worlds are what synchronised folders, restored computers, and locks that were ended half way leave behind.
"""

import itertools
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carelog.journal.keys.key_ring import forget_keys
from support.command import Command, Result
from support.lock_worlds import (
    BACKUPS,
    JOURNALS,
    NOTES,
    OLD_WORD,
    PUBLIC_KEYS,
    SEALED_WORD,
    SECRET_KEYS,
    SLOTS,
    World,
    build,
)
from support.locks import CODE, SCRIPT, files_with, forget, is_plain

Say = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("empty_keyring")

JOURNAL_READABLE = "This journal is readable just now: the lock is not finished. To finish it: carelog lock on"
COPIES_READABLE = (
    "Older copies of this journal are readable just now: the lock is not finished. To finish it: carelog lock on"
)
PARTS, FEWER_WORLDS = 20, 15
PLAIN = b"SQLite format 3"
NEW_WORD, LATER_WORD = "pennyroyal", "larkspur"
WITH_CODE = {"CARELOG_PASSPHRASE_COMMAND": f"echo {CODE}"}
SOUND_SLOTS = ("own", "foreign code", "damaged passphrase", "foreign passphrase")

OF_FILES = [World(journal, slots) for journal, slots in itertools.product(JOURNALS, SLOTS)]
OF_SEALING = [
    World(public=public, secret=secret, notes=notes)
    for public, secret, notes in itertools.product(PUBLIC_KEYS, SECRET_KEYS, NOTES)
]
OF_COPIES = [
    World(journal, slots, backups=backups, notes=notes)
    for journal, slots, backups, notes in itertools.product(("plain", "encrypted"), ("none", "own"), BACKUPS, NOTES)
]
SOME = list(dict.fromkeys([*OF_FILES, *OF_SEALING, *OF_COPIES]))
ALL = [World(*each) for each in itertools.product(JOURNALS, SLOTS, PUBLIC_KEYS, SECRET_KEYS, BACKUPS, NOTES)]


@pytest.fixture(autouse=True)
def _nobody_knows_the_key() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()


@pytest.mark.parametrize("world", SOME, ids=str)
def test_no_state_of_a_lock_writes_in_the_open_unsaid_loses_anything_or_cannot_be_told(
    world: World, home: Path, carelog: Command
) -> None:
    go_through(world, home, carelog)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_state_at_all_does(
    part: int, isolated: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    worlds = ALL[part::PARTS]
    for number, world in enumerate(
        worlds if pytestconfig.getoption("thorough") else random.sample(worlds, FEWER_WORLDS)
    ):
        home = isolated / f"home-{number}"
        monkeypatch.setenv("CARELOG_HOME", str(home))
        go_through(world, home, carelog)


@pytest.mark.parametrize("world", [*OF_FILES, *OF_COPIES], ids=str)
def test_a_lock_that_comes_off_keeps_every_key_that_something_still_needs(
    world: World, home: Path, carelog: Command
) -> None:
    build(world, home)
    keys, notes = contents(home / "carelog-keys"), contents(home / "sealed")
    off = carelog("lock", "off", "--yes", env=SCRIPT)
    assert "That is a mistake in carelog, not yours." not in off.stderr
    kept = contents(home / "carelog-keys")
    locked = [path for path in home.rglob("*.db") if beginning(path) not in (PLAIN, b"")]
    whole = {name for name, content in keys.items() if name.endswith(".slot") and content in kept.values()}
    if locked or off.exit_code:
        assert whole == {name for name in keys if name.endswith(".slot")}, world
    if off.exit_code == 0:
        assert not any(name in KEY_FILES for name in kept), world
        assert OLD_WORD in carelog("log").stdout or world.journal == "missing", world
    assert SEALED_WORD in carelog("log", env=SCRIPT).stdout or contents(home / "sealed") == notes, world


def go_through(world: World, home: Path, carelog: Command) -> None:
    """Note, verify, finish and look in one world, and compare what is said with what lies there."""
    build(world, home)
    keys, notes = contents(home / "carelog-keys"), contents(home / "sealed")
    noted = note(home, carelog, NEW_WORD)
    looked = carelog("verify", "--json")
    if beginning(home / "journal.db") == PLAIN and keys:
        kinds = {each["kind"] for each in json.loads(looked.stdout)["data"]["findings"]}
        assert "lock-unfinished" in kinds, f"{world}: verify names it without a passphrase"
        assert "The lock is not finished:" in carelog("lock", "status").stdout, world
    finished = carelog("lock", "on", "--yes", env=SCRIPT)
    forget(home)
    if finished.exit_code == 0:
        assert files_with(NEW_WORD, home) == files_with(OLD_WORD, home) == [], world
        assert beginning(home / "journal.db") != PLAIN, world
        later = note(home, carelog, LATER_WORD)
        if later:
            shown = carelog("log", env=SCRIPT)
            assert all(word in shown.stdout for word in (LATER_WORD, *([NEW_WORD] if noted else []))), world
    nothing_is_lost(world, home, carelog, keys, notes)


def note(home: Path, carelog: Command, word: str) -> bool:
    """Note a word, and compare what is said with what can be read afterwards; whether it was noted."""
    before = contents(home)
    result = carelog("mood", "4", word, env=SCRIPT)
    forget(home)
    advice = (result.stdout + result.stderr).lower()
    assert not any(each in advice for each in ("remove ", "delete ")), advice
    assert "That is a mistake in carelog, not yours." not in result.stdout + result.stderr, advice
    if result.exit_code:
        assert "Noted" not in result.stdout
        assert contents(home)["journal.db"] == before["journal.db"] if "journal.db" in before else True
        assert files_with(word, home) == []
        return False
    begun = any((home / "carelog-keys" / name).exists() for name in KEY_FILES)
    in_the_open = "journal.db" in files_with(word, home)
    assert (JOURNAL_READABLE in result.stderr) == (in_the_open and begun), result.stderr
    copies = bool([path for path in (home / "backups").glob("*.db") if is_plain(path)])
    assert (COPIES_READABLE in result.stderr) == (copies and begun and not in_the_open), result.stderr
    return True


KEY_FILES = ("passphrase.slot", "recovery.slot", "sealing.key", "sealing.pub")


def nothing_is_lost(
    world: World, home: Path, carelog: Command, keys: dict[str, bytes], notes: dict[str, bytes]
) -> None:
    """Check that each key that can be of use is kept, and each sealed note taken in or kept."""
    kept = set(contents(home / "carelog-keys").values())
    damaged = {"sealing.pub", *(["sealing.key"] if world.secret == "damaged" else [])}
    damaged |= {"passphrase.slot"} if "damaged" in world.slots else set()
    damaged |= {"recovery.slot"} if world.slots == "damaged" else set()
    assert [name for name, content in keys.items() if name not in damaged and content not in kept] == [], world
    for name, content in notes.items():
        path = home / "sealed" / name
        if path.exists():
            assert path.read_bytes() == content, world
        else:
            assert any(SEALED_WORD in carelog("log", env=env).stdout for env in (SCRIPT, WITH_CODE)), world
            forget(home)


def beginning(path: Path) -> bytes:
    """The first bytes of a file; empty where there is none."""
    return path.read_bytes()[:15] if path.exists() else b""


def contents(place: Path) -> dict[str, bytes]:
    """What lies in the files of a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(place.glob("*")) if path.is_file()}
