"""What it costs to guess a secret: new slots, computers with less memory, and slots of earlier carelogs."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from carelog.domain.lock import LockState
from carelog.errors import StorageError
from carelog.journal import Journal
from carelog.journal.keys import key_ring
from carelog.journal.lock import key_slots
from carelog.journal.lock.key_slots import Cost, cost_of_slot, read_slot, write_slot
from carelog.journal.lock.lock import change_passphrase, change_recovery_code, lock_state, unlock
from carelog.journal.lock.slot_cost import costs_little, had_less_memory, is_to_be_offered
from carelog.paths import Paths
from support.locks import CODE, PASSPHRASE, lock_home

MIB = 2**20
FIRST, LESS, EARLIER, OF_CODE = Cost(2**6), Cost(2**5, p=2), Cost(2**4), Cost(2**3)
TOO_LITTLE = (
    "Opening your journal with the passphrase takes 1 MB of memory, and this computer does not have them free now. "
    "Close other programs and try again; or type your recovery code, which takes less. “carelog crisis” works all the "
    "same."
)
TOO_LITTLE_FOR_NEW = (
    "A new way in takes 1 MB of memory, and this computer does not have them free now. Close other programs and try "
    "again. Nothing was changed."
)
TOO_LITTLE_FOR_CODE = (
    "The recovery code takes 1 MB of memory, and this computer does not have them free now. Close other programs and "
    "try again. “carelog crisis” works all the same."
)


@pytest.fixture
def locked(paths: Paths, lived_in: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paths]:
    """A locked home whose slots have the costs above."""
    usual = {"passphrase.slot": (FIRST, LESS), "recovery.slot": (OF_CODE,)}
    monkeypatch.setattr(key_slots, "USUAL", usual)
    lived_in.close()
    lock_home(paths.data)
    yield paths
    key_ring.forget_keys()


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Leave memory for a cost of up to `n`: more fails as it does in OpenSSL 3, or in Python itself."""

    def leave(n: int, failure: type[Exception] = ValueError) -> None:
        def derive(*secret: bytes, **cost: Any) -> bytes:
            if cost["n"] > n:
                raise failure("malloc failure")
            return scrypt(*secret, **cost)

        monkeypatch.setattr(hashlib, "scrypt", derive)

    scrypt = hashlib.scrypt
    return leave


def test_a_new_passphrase_costs_128_mib_a_guess_and_a_code_32() -> None:
    """Asked in another process, because the tests make slots cheap in this one."""
    asked = (
        "from carelog.journal.lock.key_slots import USUAL\n"
        "print([(name, 128 * each.n * each.r // 2**20, each.p) for name, costs in USUAL.items() for each in costs])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[('passphrase.slot', 128, 1), ('passphrase.slot', 64, 2), ('recovery.slot', 32, 1)]\n"


def test_a_computer_without_the_memory_is_noticed_as_that() -> None:
    limited = (
        "import resource\n"
        "from carelog.journal.lock.key_slots import Cost\n"
        "resource.setrlimit(resource.RLIMIT_AS, (140 * 2**20, 140 * 2**20))\n"
        "assert len(Cost(2**13).key('a', b'b' * 16)) == 32\n"
        "try:\n"
        "    Cost(2**17).key('a', b'b' * 16)\n"
        "except MemoryError:\n"
        "    print('too little')\n"
    )
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("too little\n", "")


def test_each_way_in_has_its_own_cost(locked: Paths) -> None:
    assert cost_of_slot(locked.keys / "passphrase.slot") == FIRST
    assert cost_of_slot(locked.keys / "recovery.slot") == OF_CODE
    assert not had_less_memory(locked.keys)
    assert not costs_little(locked.keys)


@pytest.mark.parametrize("failure", [ValueError, MemoryError])
def test_with_less_memory_a_new_passphrase_costs_less_and_opens(
    locked: Paths, memory: Callable[..., None], failure: type[Exception]
) -> None:
    key = unlock(locked.keys, PASSPHRASE)
    memory(LESS.n, failure)
    change_passphrase(locked, key, "another four words")
    assert cost_of_slot(locked.keys / "passphrase.slot") == LESS
    assert unlock(locked.keys, "another four words") == key
    assert had_less_memory(locked.keys)
    assert not costs_little(locked.keys), "nobody is asked to do what this computer cannot"


def test_without_the_memory_for_a_slot_the_other_way_in_opens_and_the_passphrase_says_why(
    locked: Paths, memory: Callable[..., None]
) -> None:
    key = unlock(locked.keys, PASSPHRASE)
    memory(OF_CODE.n)
    with pytest.raises(StorageError) as refused:
        unlock(locked.keys, PASSPHRASE)
    assert refused.value.message == TOO_LITTLE
    assert unlock(locked.keys, CODE) == key


def test_without_the_memory_nothing_is_written_and_the_old_way_in_stays(
    locked: Paths, memory: Callable[..., None]
) -> None:
    before = {path.name: path.read_bytes() for path in locked.keys.iterdir()}
    key = unlock(locked.keys, PASSPHRASE)
    memory(2)
    for change, secret in ((change_passphrase, "another four words"), (change_recovery_code, CODE)):
        with pytest.raises(StorageError) as refused:
            change(locked, key, secret)
        assert refused.value.message == TOO_LITTLE_FOR_NEW
    assert {path.name: path.read_bytes() for path in locked.keys.iterdir()} == before
    with pytest.raises(StorageError) as refused:
        read_slot(locked.keys / "recovery.slot", CODE)
    assert refused.value.message == TOO_LITTLE_FOR_CODE


def test_a_lock_that_could_not_be_begun_for_want_of_memory_is_none(
    paths: Paths, lived_in: Journal, memory: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lived_in.close()
    monkeypatch.setattr(key_slots, "USUAL", {"passphrase.slot": (FIRST, LESS), "recovery.slot": (OF_CODE,)})
    memory(OF_CODE.n)
    with pytest.raises(StorageError) as refused:
        lock_home(paths.data)
    assert refused.value.message == TOO_LITTLE_FOR_NEW
    assert lock_state(paths) is LockState.OFF
    assert list(paths.keys.iterdir()) == []


def test_a_slot_of_an_earlier_carelog_is_offered_more_once_and_the_next_passphrase_has_it(locked: Paths) -> None:
    slot = locked.keys / "passphrase.slot"
    key = unlock(locked.keys, PASSPHRASE)
    write_slot(slot, PASSPHRASE, key, EARLIER)
    assert unlock(locked.keys, PASSPHRASE) == key
    assert cost_of_slot(slot) == EARLIER, "opening changes nothing"
    assert costs_little(locked.keys)
    assert [is_to_be_offered(locked.keys) for _ in range(3)] == [True, False, False]
    assert (locked.keys / "raise.offered").stat().st_mode & 0o777 == 0o600
    change_passphrase(locked, key, PASSPHRASE)
    assert cost_of_slot(slot) == FIRST
    assert not costs_little(locked.keys)


def test_nobody_is_told_again_and_again_where_it_cannot_be_noted(
    locked: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carelog.journal.lock import slot_cost

    def refuse(*_: object) -> None:
        raise StorageError("storage.not-written", path=locked.keys, reason="read-only")

    write_slot(locked.keys / "passphrase.slot", PASSPHRASE, unlock(locked.keys, PASSPHRASE), EARLIER)
    monkeypatch.setattr(slot_cost, "write_private", refuse)
    assert not is_to_be_offered(locked.keys)


def test_a_missing_or_damaged_slot_is_another_matter(locked: Paths) -> None:
    for harm in (lambda path: path.write_bytes(b"x" * 3000), lambda path: path.unlink()):
        harm(locked.keys / "passphrase.slot")
        assert not costs_little(locked.keys)
        assert not had_less_memory(locked.keys)
