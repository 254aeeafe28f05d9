"""The system caches a key only as long as it may; a cache that is broken, absent or hangs stops no command."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from carelog.journal.keys import kernel_keyring, key_cache
from carelog.journal.keys.key_cache import drop_key, keep_key, read_key
from carelog.journal.keys.key_ring import forget_keys, remember_key, set_cache_minutes
from support.kernel import fake_where_refused

KEY = bytes(range(32))
Asked = dict[tuple[str, str], str]


@pytest.fixture
def name() -> Iterator[str]:
    """A name of no other test, which the kernel does not keep afterwards."""
    unique = f"test of carelog {os.urandom(8).hex()}"
    yield unique
    kernel_keyring.drop(key_cache._cache_name(unique))


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The kernel's keyring, or where it refuses, as in many containers, one that behaves as its manual says."""
    fake_where_refused(monkeypatch)
    return kernel_keyring._call


class Store:
    """What `keyring` offers, with a Keychain in a dictionary."""

    def __init__(self) -> None:
        self.kept: Asked = {}

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A system that caches keys in a Keychain."""
    keychain = Store()
    monkeypatch.setattr(key_cache, "_IS_LINUX", False)
    monkeypatch.setitem(
        sys.modules,
        "keyring",
        SimpleNamespace(
            **{each: getattr(keychain, each) for each in ("set_password", "get_password", "delete_password")}
        ),
    )
    return keychain


@pytest.mark.usefixtures("kernel")
def test_the_kernel_keeps_a_key_until_it_is_dropped(name: str) -> None:
    assert read_key(name) is None
    keep_key(name, KEY, 1)
    assert read_key(name) == KEY
    keep_key(name, KEY[::-1], 1)
    assert read_key(name) == KEY[::-1], "a new key takes the place of the old one"
    drop_key(name)
    assert read_key(name) is None
    drop_key(name)


def test_the_kernel_forgets_a_key_by_itself(name: str, kernel: Callable[..., int]) -> None:
    keep_key(name, KEY, 1)
    serial = kernel_keyring._search(key_cache._cache_name(name))
    assert kernel(1, kernel_keyring._SET_TIMEOUT, serial, 1) >= 0
    time.sleep(1.3)
    assert read_key(name) is None


def test_reading_a_key_begins_its_minutes_again(name: str, kernel: Callable[..., int]) -> None:
    keep_key(name, KEY, 1)
    serial = kernel_keyring._search(key_cache._cache_name(name))
    kernel(1, kernel_keyring._SET_TIMEOUT, serial, 1)
    assert read_key(name) == KEY
    time.sleep(1.3)
    assert read_key(name) == KEY


def test_a_machine_whose_kernel_is_not_known_has_no_cache(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(machine="abacus"))
    keep_key(name, KEY, 1)
    assert read_key(name) is None
    drop_key(name)


def test_another_system_keeps_a_key_in_its_store_and_a_name_that_tells_nothing(name: str, store: Store) -> None:
    keep_key(name, KEY, 5)
    assert read_key(name) == KEY
    assert not any(word in str(store.kept) for word in name.split() if word != "carelog")
    drop_key(name)
    assert (read_key(name), store.kept) == (None, {})


@pytest.mark.parametrize(("later", "kept"), [(0, True), (299, True), (301, False), (-1, False)])
def test_a_key_in_a_store_expires_and_a_clock_that_began_anew_ends_it(
    name: str, store: Store, monkeypatch: pytest.MonkeyPatch, later: float, kept: bool
) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    keep_key(name, KEY, 5)
    monkeypatch.setattr(time, "monotonic", lambda: int(now) + later)
    assert (read_key(name) == KEY) is kept
    assert len(store.kept) == kept, "what has expired does not lie about"


def test_the_minutes_of_a_key_in_a_store_start_again_with_each_use(
    name: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = int(time.monotonic())
    keep_key(name, KEY, 5)
    assert store.kept
    for later in (290, 580, 870):
        monkeypatch.setattr(time, "monotonic", lambda later=later: now + later)
        assert read_key(name) == KEY


def test_the_minutes_of_a_cached_key_can_be_raised_lowered_or_set_to_none(store: Store, isolated: Path) -> None:
    remember_key(isolated, KEY, minutes=15)
    for minutes in (60, 5):
        set_cache_minutes(isolated, minutes)
        [kept] = store.kept.values()
        assert kept.split()[1] == str(minutes)
    set_cache_minutes(isolated, 0)
    assert store.kept == {}
    set_cache_minutes(isolated, 60)
    assert store.kept == {}, "a key that nobody gave does not wait"
    forget_keys()


@pytest.mark.parametrize("kept", ["", "nonsense", "zz 5 0", f"{KEY.hex()} 5", f"{KEY.hex()} many 0"])
def test_what_a_store_returns_is_not_trusted(name: str, store: Store, kept: str) -> None:
    store.kept["carelog", key_cache._cache_name(name)] = kept
    assert read_key(name) is None


def refuses(*_: object) -> None:
    raise RuntimeError("no backend")


def hangs(*_: object) -> None:
    time.sleep(20)


@pytest.mark.parametrize("behaves", [refuses, hangs, None], ids=["refuses", "hangs", "is missing"])
def test_a_store_that_is_broken_costs_a_second_and_nothing_else(
    name: str, monkeypatch: pytest.MonkeyPatch, behaves: Callable[..., None] | None
) -> None:
    broken = behaves and SimpleNamespace(set_password=behaves, get_password=behaves, delete_password=behaves)
    monkeypatch.setattr(key_cache, "_IS_LINUX", False)
    monkeypatch.setattr(key_cache, "STORE_SECONDS", 0.2)
    monkeypatch.setitem(sys.modules, "keyring", broken)
    started = time.monotonic()
    keep_key(name, KEY, 5)
    assert read_key(name) is None
    drop_key(name)
    assert time.monotonic() - started < 2


def test_a_process_that_knows_a_key_leaves_no_core_and_lets_nobody_look_in(isolated: Path) -> None:
    program = (
        "import ctypes, resource\n"
        "from pathlib import Path\n"
        "from carelog.journal.keys.key_ring import remember_key\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n"
        "remember_key(Path('x'), b'k' * 32)\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)\n"
        "import os; os.abort()\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=isolated, capture_output=True, text=True, check=False)
    assert ended.stdout.split() == ["0", "0"]
    assert ended.returncode < 0
    assert list(isolated.rglob("core*")) == []
