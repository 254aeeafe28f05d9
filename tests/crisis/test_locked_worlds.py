"""`carelog crisis` with a locked journal: without the key and with a broken lock or cache it shows numbers, exit 0."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.domain.people.contact import Way, WayKind
from carelog.domain.people.plan import Section
from carelog.journal import Journal
from carelog.journal.lock.lock import make_slots, new_key
from carelog.paths import Paths
from support.command import Command, environment
from support.locks import CODE, PASSPHRASE, forget, lock_home

SHOWN, LINE = "In danger now: call 112", "0800 111 0 111"
TICKED, NOT_TICKED = ("Bryony", "030 1234567"), ("Hill", "speedwell", "tansy")
SECONDS = 5
"""Far longer than the card takes, and far shorter than the minute for which things hang below."""

HANGS = "import time\ntime.sleep(60)\n"
BREAKS = "raise RuntimeError('broken')\n"
World = Callable[[Path], dict[str, str]]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked home with somebody on the card and a plan; for tests to copy."""
    home = tmp_path_factory.mktemp("locked") / "home"
    with Journal.open(Paths.inside(home)) as journal:
        ways = [Way(WayKind.PHONE, "030 1234567")]
        journal.contacts.add("Bryony Hill", ways=ways, crisis_order=1, say="speedwell")
        journal.plan.add(Section.ALONE, "tansy tea")
    lock_home(home)
    Journal.open(Paths.inside(home)).close()
    forget(home)
    return home


@pytest.fixture
def locked(once: Path, home: Path) -> Path:
    """A copy of that home, whose key is not known."""
    shutil.copytree(once, home)
    return home


def no_key(_: Path) -> dict[str, str]:
    return {}


def a_command_for_the_passphrase_that_hangs(_: Path) -> dict[str, str]:
    return {"CARELOG_PASSPHRASE_COMMAND": "sleep 60"}


def no_part_of_the_lock_installed(home: Path) -> dict[str, str]:
    return modules(home, **dict.fromkeys(("sqlcipher3", "pyrage", "keyring", "ctypes"), "raise ImportError\n"))


def a_keyring_that_hangs(home: Path) -> dict[str, str]:
    return modules(home, keyring=HANGS, ctypes=HANGS, sqlcipher3=HANGS)


def a_keyring_that_breaks(home: Path) -> dict[str, str]:
    return modules(home, keyring=BREAKS, ctypes=BREAKS, sqlcipher3=BREAKS, hashlib=BREAKS)


def slots_that_are_gone(home: Path) -> dict[str, str]:
    shutil.rmtree(home / "carelog-keys")
    return {}


def slots_that_are_damaged(home: Path) -> dict[str, str]:
    for slot in (home / "carelog-keys").iterdir():
        slot.write_bytes(b"\0" * 99)
    return {}


def a_file_for_the_slots(home: Path) -> dict[str, str]:
    shutil.rmtree(home / "carelog-keys")
    (home / "carelog-keys").write_bytes(b"")
    return {}


def a_locked_journal_that_is_damaged(home: Path) -> dict[str, str]:
    (home / "journal.db").write_bytes((home / "journal.db").read_bytes()[:5000])
    return {}


def sealed_notes_that_are_damaged(home: Path) -> dict[str, str]:
    (home / "sealed").mkdir()
    (home / "sealed" / "x.age").write_bytes(b"\0" * 99)
    return {}


WORLDS = [
    no_key,
    a_command_for_the_passphrase_that_hangs,
    no_part_of_the_lock_installed,
    a_keyring_that_hangs,
    a_keyring_that_breaks,
    slots_that_are_gone,
    slots_that_are_damaged,
    a_file_for_the_slots,
    a_locked_journal_that_is_damaged,
    sealed_notes_that_are_damaged,
]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("words", [("crisis",), ("sos", "--all"), ("crisis", "--json")])
def test_lines_and_what_was_ticked_are_shown_without_the_key(
    world: World, words: tuple[str, ...], locked: Path
) -> None:
    shown = card(words, world(locked))
    assert all(word in shown for word in ("112", LINE, *TICKED))
    assert not any(word in shown for word in NOT_TICKED)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("content", [None, b"", b"person\t1\tBry"])
def test_lines_are_shown_when_the_card_is_gone_or_damaged_as_well(
    world: World, content: bytes | None, locked: Path
) -> None:
    (locked / "card.txt").unlink() if content is None else (locked / "card.txt").write_bytes(content)
    shown = card(("crisis",), world(locked))
    assert all(word in shown for word in (SHOWN, LINE))
    assert not any(word in shown for word in NOT_TICKED)


def test_looking_at_the_card_writes_nothing_and_wants_no_key(locked: Path, carelog_process: Command) -> None:
    before = {path: path.read_bytes() for path in locked.rglob("*") if path.is_file()}
    (locked / "card.txt").unlink()
    assert carelog_process("crisis").exit_code == 0
    del before[locked / "card.txt"]
    assert {path: path.read_bytes() for path in locked.rglob("*") if path.is_file()} == before


def test_a_lock_that_was_interrupted_still_finds_people_when_the_card_is_gone(home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        journal.contacts.add("Bryony", ways=[Way(WayKind.PHONE, "030 1234567")], crisis_order=1)
    make_slots(Paths.inside(home), new_key(), PASSPHRASE, CODE)
    forget(home)
    (home / "card.txt").unlink()
    assert all(word in card(("crisis",), {}) for word in (SHOWN, LINE, *TICKED))


def card(words: tuple[str, ...], env: dict[str, str]) -> str:
    """The output of carelog in a process of its own, which has to be quick and free of errors."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "carelog", *words],
        env=environment({"PYTHONDONTWRITEBYTECODE": "1", **env}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert time.monotonic() - started < SECONDS
    return done.stdout.decode()


def modules(home: Path, **sources: str) -> dict[str, str]:
    """An environment in which modules with these sources shadow the installed ones."""
    folder = home.parent / "modules"
    folder.mkdir()
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    return {"PYTHONPATH": str(folder)}
