"""A locked journal keeps everything, opens with passphrase or recovery code, and otherwise says why not."""

import random
import resource
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carelog.crisis.card import parse
from carelog.domain.lock import LockState
from carelog.errors import JournalBusy, JournalDamaged, JournalLocked, RefusedFile, StorageError, WrongPassphrase
from carelog.journal import Journal
from carelog.journal.backup.backups import restore_journal, verify_backup
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.keys import key_ring
from carelog.journal.lock.key_slots import Cost, read_slot, write_slot
from carelog.journal.lock.lock import (
    change_passphrase,
    change_recovery_code,
    decrypt_home,
    encrypt_home,
    lock_state,
    make_slots,
    new_key,
    unlock,
)
from carelog.journal.storage.connections import connect
from carelog.paths import Paths
from support.journals import Open, SetClock
from support.locks import CODE, PASSPHRASE, contents, files_with, flipped, forget, is_plain, lock_home
from support.sentences import whole

NEW_CODE = "0000-0000-0000-0000-0000-0000-0000-0000"


@pytest.fixture(autouse=True)
def _nobody_knows_the_key() -> Iterator[None]:
    key_ring.forget_keys()
    yield
    key_ring.forget_keys()


@pytest.fixture
def locked(paths: Paths, lived_in: Journal) -> Paths:
    """A home with everything in it and one backup, which was locked; the key is known."""
    lived_in.back_up()
    lived_in.close()
    lock_home(paths.data)
    return paths


def test_everything_is_kept_and_no_word_is_readable(paths: Paths, lived_in: Journal) -> None:
    lived_in.entries.add(note="quillwort")
    lived_in.back_up()
    lived_in.close()
    before = contents(paths.journal)
    assert files_with("quillwort", paths.data) == ["journal-20261122T203000Z.db", "journal.db"]
    lock_home(paths.data)
    assert contents(paths.journal) == before
    assert files_with("quillwort", paths.data) == []
    assert files_with("word note", paths.data) == []
    assert lock_state(paths) is LockState.ON
    decrypt_home(paths)
    assert contents(paths.journal) == before
    assert all(is_plain(path) for path in (paths.journal, *paths.backups.glob("*.db")))
    assert lock_state(paths) is LockState.OFF
    assert not paths.keys.exists()


def test_every_file_of_a_locked_home_is_the_persons_alone(locked: Paths) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in locked.data.rglob("*")}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}


def test_what_is_written_after_the_lock_is_encrypted_and_backed_up_so(locked: Paths, open_journal: Open) -> None:
    journal = open_journal()
    entry = journal.entries.add(4, "pennyroyal")
    assert verify_journal(journal.back_up().path) == verify_journal(locked.journal)
    assert files_with("pennyroyal", locked.data) == []
    assert open_journal(to_write=False).entries.get(entry.id).note == "pennyroyal"


@pytest.mark.parametrize("to_write", [True, False])
def test_without_the_key_nothing_opens_and_nothing_changes(locked: Paths, open_journal: Open, to_write: bool) -> None:
    forget(locked.data)
    before = locked.journal.read_bytes()
    with pytest.raises(JournalLocked) as refused:
        open_journal(to_write=to_write)
    sentence = "Your journal is locked. Your card needs no passphrase: carelog crisis"
    assert refused.value.message == sentence
    assert refused.value.place == str(locked.keys)
    assert locked.journal.read_bytes() == before


@pytest.mark.parametrize("way_in", [PASSPHRASE, f"  {PASSPHRASE} ", CODE, CODE.lower().replace("-", " ")])
def test_the_passphrase_and_the_recovery_code_open_it(locked: Paths, open_journal: Open, way_in: str) -> None:
    forget(locked.data)
    unlock(locked.keys, way_in)
    assert len(open_journal().entries) == 1


@pytest.mark.parametrize("typed", ["", "four words of yours", NEW_CODE, PASSPHRASE.upper(), "\0", "\udcff" * 8])
def test_another_passphrase_is_called_that_and_never_damage(locked: Paths, typed: str) -> None:
    forget(locked.data)
    with pytest.raises(WrongPassphrase) as refused:
        unlock(locked.keys, typed)
    assert refused.value.message == (
        "That was neither the passphrase nor the recovery code. Nothing was changed; take your time. Your "
        "card needs neither: carelog crisis"
    )
    assert key_ring.known_keys() == []


@pytest.mark.parametrize(
    ("destroyed", "way_in"), [("passphrase.slot", CODE), ("recovery.slot", PASSPHRASE)], ids=["code", "passphrase"]
)
@pytest.mark.parametrize("how", ["removed", "emptied", "overwritten"])
def test_either_way_in_opens_the_journal_when_the_other_is_destroyed(
    locked: Paths, open_journal: Open, destroyed: str, way_in: str, how: str
) -> None:
    forget(locked.data)
    slot = locked.keys / destroyed
    harm: dict[str, Callable[[], object]] = {
        "removed": slot.unlink,
        "emptied": lambda: slot.write_bytes(b""),
        "overwritten": lambda: slot.write_bytes(random.randbytes(3000)),
    }
    harm[how]()
    unlock(locked.keys, way_in)
    assert len(open_journal().entries) == 1


@pytest.mark.parametrize(
    ("name", "secret", "other"),
    [
        ("passphrase.slot", PASSPHRASE, "Your recovery code opens the journal."),
        ("recovery.slot", CODE, "Your passphrase opens the journal."),
    ],
)
def test_a_damaged_slot_is_said_with_the_other_way_in(locked: Paths, name: str, secret: str, other: str) -> None:
    slot = locked.keys / name
    slot.write_bytes(slot.read_bytes()[:-1])
    with pytest.raises(JournalDamaged) as refused:
        read_slot(slot, secret)
    assert refused.value.message == (f"{slot} is damaged, so carelog cannot tell whether this is right. {other}")


def test_a_bit_that_turns_in_a_slot_is_never_taken_for_a_wrong_passphrase(locked: Paths) -> None:
    slot = locked.keys / "passphrase.slot"
    whole = slot.read_bytes()
    for bit in random.sample(range(len(whole) * 8), 200):
        slot.write_bytes(flipped(whole, bit))
        with pytest.raises(JournalDamaged) as refused:
            read_slot(slot, PASSPHRASE)
        assert refused.value.message == (
            f"{slot} is damaged, so carelog cannot tell whether this is right. Your recovery code opens the journal."
        )
    slot.write_bytes(whole[:-1])
    with pytest.raises(JournalDamaged):
        read_slot(slot, PASSPHRASE)


def test_a_slot_that_wants_all_memory_is_refused(locked: Paths) -> None:
    with pytest.raises(ValueError, match="cost"):
        Cost(n=2**30)
    slot = locked.keys / "passphrase.slot"
    write_slot(slot, PASSPHRASE, b"k" * 32, Cost(2**10, 4, 2))
    assert read_slot(slot, PASSPHRASE) == b"k" * 32


def test_a_new_passphrase_ends_the_old_one_and_leaves_the_code(locked: Paths) -> None:
    key = unlock(locked.keys, PASSPHRASE)
    change_passphrase(locked, key, "another four words")
    with pytest.raises(WrongPassphrase):
        unlock(locked.keys, PASSPHRASE)
    assert unlock(locked.keys, "another four words") == unlock(locked.keys, CODE) == key


def test_a_new_code_ends_the_old_one_and_leaves_the_passphrase(locked: Paths) -> None:
    from carelog.domain.recovery_code import new_recovery_code

    key, code = unlock(locked.keys, PASSPHRASE), new_recovery_code()
    change_recovery_code(locked, key, code)
    with pytest.raises(WrongPassphrase):
        unlock(locked.keys, CODE)
    assert unlock(locked.keys, code) == unlock(locked.keys, PASSPHRASE) == key


@pytest.mark.parametrize(("part", "many"), [("journal", 1000), ("backup", 200)])
def test_turned_bits_in_a_locked_file_are_all_noticed(locked: Paths, part: str, many: int) -> None:
    source = locked.journal if part == "journal" else next(locked.backups.glob("*.db"))
    harmed, whole = locked.data / "harmed.db", source.read_bytes()
    for bit in random.sample(range(len(whole) * 8), many):
        harmed.write_bytes(flipped(whole, bit))
        with pytest.raises(JournalDamaged):
            verify_journal(harmed)
    harmed.write_bytes(whole)
    assert verify_journal(harmed) == verify_journal(source)


def test_a_damaged_journal_is_called_damaged_when_the_passphrase_was_right(locked: Paths, open_journal: Open) -> None:
    locked.journal.write_bytes(flipped(locked.journal.read_bytes(), 9))
    forget(locked.data)
    unlock(locked.keys, PASSPHRASE)
    with pytest.raises(JournalDamaged) as refused:
        open_journal()
    assert refused.value.message == (
        f"{locked.journal} does not open with this key: it is damaged, or locked under another key. It "
        f"was left as it is. Where passphrase and recovery code are of two locks, the other one may "
        f"open it. “carelog restore” says which backups there are; “carelog crisis” works all the same."
    )


def test_a_locked_home_without_its_journal_begins_a_locked_one(locked: Paths, open_journal: Open) -> None:
    locked.journal.unlink()
    forget(locked.data)
    with pytest.raises(JournalLocked):
        open_journal()
    unlock(locked.keys, PASSPHRASE)
    open_journal().entries.add(note="quillwort")
    assert files_with("quillwort", locked.data) == []
    assert not is_plain(locked.journal)


def test_a_lock_that_was_interrupted_leaves_a_journal_that_opens_and_can_be_finished_or_undone(
    paths: Paths, lived_in: Journal, open_journal: Open
) -> None:
    lived_in.back_up()
    lived_in.close()
    before = contents(paths.journal)
    make_slots(paths, new_key(), PASSPHRASE, CODE)
    assert lock_state(paths) is LockState.BETWEEN
    forget(paths.data)
    assert len(open_journal().entries) == 1, "a plain journal opens without a key"
    open_journal().close()
    unlock(paths.keys, CODE)
    assert encrypt_home(paths) == 2
    assert encrypt_home(paths) == 0
    assert contents(paths.journal) == before


def test_a_disk_that_takes_no_copy_is_not_called_damage(paths: Paths, lived_in: Journal) -> None:
    lived_in.close()
    before = contents(paths.journal)
    make_slots(paths, new_key(), PASSPHRASE, CODE)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (paths.journal.stat().st_size // 2, limits[1]))
    refusal = (
        f"{paths.journal} could not be used (SQLITE_IOERR). Your last change may not be saved. Your card "
        f"works: carelog crisis"
    )
    try:
        with pytest.raises(StorageError, match=whole(refusal)) as refused:
            encrypt_home(paths)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not isinstance(refused.value, JournalDamaged)
    assert contents(paths.journal) == before
    assert encrypt_home(paths) == 1


def test_a_writer_that_waited_through_a_lock_is_told_and_loses_nothing(paths: Paths, open_journal: Open) -> None:
    early = open_journal()
    early.entries.add(note="before")
    lock_home(paths.data)
    with pytest.raises(JournalBusy) as refused:
        early.entries.add(note="into the old file")
    assert refused.value.message == (
        f"Another program put a new journal in the place of {paths.journal}. Nothing was changed. Please try again."
    )
    assert [entry.note for entry in open_journal().entries] == ["before"]


def test_the_old_file_is_overwritten_and_another_name_of_it_is_not(paths: Paths, open_journal: Open) -> None:
    open_journal().entries.add(note="quillwort")
    (paths.data / "second-name").hardlink_to(paths.journal)
    open_journal().close()
    with paths.journal.open("rb") as old:
        lock_home(paths.data)
        assert b"quillwort" in old.read(), "somebody gave it a second name, and it is theirs"
    (paths.data / "second-name").unlink()
    decrypt_home(paths)
    with paths.journal.open("rb") as old:
        lock_home(paths.data)
        assert set(old.read()) == {0}


def test_the_card_of_a_locked_home_shows_what_is_ticked_and_all_of_it_afterwards(
    paths: Paths, lived_in: Journal, open_journal: Open
) -> None:
    whole = paths.card.read_bytes()
    lived_in.close()
    lock_home(paths.data)
    open_journal()
    card = parse(paths.card.read_bytes())
    assert [(person.name, person.hours, person.say) for person in card.people] == [("word J.", "", "")]
    assert [kind for kind, _, _ in card.people[0].ways] == ["phone"]
    assert (card.sentence, card.steps, card.kind) == ("", [], ("", ""))
    decrypt_home(paths)
    open_journal()
    assert paths.card.read_bytes() == whole


def test_a_backup_that_lies_elsewhere_opens_when_the_home_is_gone(
    locked: Paths, open_journal: Open, clock: SetClock, isolated: Path
) -> None:
    backup = open_journal().back_up(isolated / "stick").path
    before = contents(backup)
    open_journal().close()
    shutil.rmtree(locked.data)
    forget(locked.data)
    with pytest.raises(JournalLocked) as refused:
        verify_backup(backup)
    unlock(Path(refused.value.place), PASSPHRASE)
    restore_journal(backup, locked.journal, locked.backups, clock.now().instant)
    assert lock_state(locked) is LockState.ON
    forget(locked.data)
    unlock(locked.keys, CODE)
    assert contents(locked.journal) == before


def test_a_plain_backup_is_locked_when_it_is_restored_into_a_locked_home(
    paths: Paths, lived_in: Journal, clock: SetClock, isolated: Path
) -> None:
    backup = lived_in.back_up(isolated / "stick").path
    lived_in.close()
    lock_home(paths.data)
    restore_journal(backup, paths.journal, paths.backups, clock.now().instant)
    assert not is_plain(paths.journal)
    assert contents(paths.journal) == contents(backup)
    assert files_with("word note", paths.data) == []


def test_a_backup_under_an_earlier_key_becomes_one_of_the_home_it_is_restored_to(
    locked: Paths, open_journal: Open, clock: SetClock, isolated: Path
) -> None:
    backup = open_journal().back_up(isolated / "stick").path
    open_journal().close()
    decrypt_home(locked)
    lock_home(locked.data)
    open_journal().back_up(isolated / "stick")
    open_journal().close()
    assert len(list((isolated / "stick" / "carelog-keys").iterdir())) == 4, "the slots of two locks"
    forget(locked.data)
    unlock(locked.keys, PASSPHRASE)
    unlock(isolated / "stick" / "carelog-keys", PASSPHRASE)
    before = contents(backup)
    restore_journal(backup, locked.journal, locked.backups, clock.now().instant)
    forget(locked.data)
    unlock(locked.keys, PASSPHRASE)
    assert contents(locked.journal) == before


@pytest.mark.usefixtures("locked")
def test_a_file_that_no_key_opens_is_refused(isolated: Path) -> None:
    noise = isolated / "noise.db"
    noise.write_bytes(random.randbytes(8192))
    refusal = (
        f"{noise} does not open with this key: it is damaged, or locked under another key. It was left "
        f"as it is. Where passphrase and recovery code are of two locks, the other one may open it. "
        f"“carelog restore” says which backups there are; “carelog crisis” works all the same."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        verify_backup(noise)


def test_a_plain_backup_that_is_not_sound_stops_the_lock_and_is_named(paths: Paths, lived_in: Journal) -> None:
    backup = lived_in.back_up().path
    lived_in.close()
    content = bytearray(backup.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    backup.write_bytes(content)
    refusal = (
        f"{backup} is not a sound journal (SQLITE_ERROR). It was left as it is. "
        "“carelog restore” says which backups there are; “carelog crisis” works all the same."
    )
    with pytest.raises(StorageError, match=whole(refusal)):
        lock_home(paths.data)
    assert is_plain(paths.journal)


def test_a_plain_journal_needs_no_cipher(paths: Paths, open_journal: Open) -> None:
    open_journal().entries.add(3)
    connection = connect(paths.journal, "ro")
    assert type(connection).__module__ == "carelog.journal.storage.plain"
    connection.close()
