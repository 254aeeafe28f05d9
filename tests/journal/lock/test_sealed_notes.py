"""Notes made while the journal is locked are sealed, cannot be read, and are added once when it is unlocked."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyrage import decrypt, x25519

from carelog.domain.entry import Entry
from carelog.domain.ids import new_id
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue, StorageError
from carelog.journal import Journal
from carelog.journal.keys import key_ring
from carelog.journal.lock import sealing_keys
from carelog.journal.lock.lock import decrypt_home, unlock
from carelog.journal.lock.sealed_notes import seal, sealed_notes
from carelog.journal.lock.sealing_keys import sealing_pair
from carelog.paths import Paths
from support.command import Command
from support.journals import Open
from support.locks import PASSPHRASE, SCRIPT, files_with, forget, lock_home
from support.strategies import texts

NOTE = Entry(
    id=new_id(1_790_000_000_000),
    at=Moment.of_milliseconds(1_790_000_000_000, 60),
    day=date(2026, 9, 21),
    mood=2,
    note="quillwort",
    feelings=("tired",),
    tags=("night",),
    private=True,
)


@pytest.fixture(autouse=True)
def _nobody_knows_the_key() -> Iterator[None]:
    key_ring.forget_keys()
    yield
    key_ring.forget_keys()


@pytest.fixture
def locked(paths: Paths, open_journal: Open) -> Paths:
    """A locked home that was opened once since, whose key nobody knows."""
    open_journal().close()
    lock_home(paths.data)
    open_journal().close()
    forget(paths.data)
    return paths


def opened(paths: Paths, open_journal: Open) -> Journal:
    unlock(paths.keys, PASSPHRASE)
    return open_journal()


def test_a_sealed_note_is_taken_in_whole_and_its_file_is_gone(locked: Paths, open_journal: Open) -> None:
    seal(locked, NOTE)
    assert [path.stat().st_mode & 0o777 for path in sealed_notes(locked)] == [0o600]
    assert files_with("quillwort", locked.data) == files_with("tired", locked.data) == []
    journal = opened(locked, open_journal)
    assert (journal.notes_unsealed, journal.notes_still_sealed) == (1, 0)
    assert list(journal.entries) == [NOTE]
    assert not locked.sealed.exists()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts.filter(str.strip), min_size=1, max_size=3), st.sampled_from([None, 1, 5]))
def test_any_words_come_back_as_they_were_noted(
    locked: Paths, open_journal: Open, notes: list[str], mood: int | None
) -> None:
    forget(locked.data)
    made = []
    for note in notes:
        try:
            made.append(replace(NOTE, id=new_id(1_790_000_000_000), note=note, mood=mood))
        except InvalidValue:
            continue
        seal(locked, made[-1])
    journal = opened(locked, open_journal)
    kept = {each.id: each for each in journal.entries}
    assert [kept[each.id] for each in made] == made


def test_the_length_of_a_note_is_padded(locked: Paths) -> None:
    key = unlock(locked.keys, PASSPHRASE)
    identity = x25519.Identity.from_str(sealing_pair(locked.keys, key).secret)
    for length in range(1, 200, 7):
        seal(locked, replace(NOTE, id=new_id(length), note="x" * length))
    assert {len(decrypt(path.read_bytes(), [identity])) for path in sealed_notes(locked)} == {512}


def test_a_note_that_was_taken_in_already_is_not_taken_in_twice(locked: Paths, open_journal: Open) -> None:
    seal(locked, NOTE)
    copy = sealed_notes(locked)[0].read_bytes()
    opened(locked, open_journal).close()
    locked.sealed.mkdir()
    (locked.sealed / f"{NOTE.id}.age").write_bytes(copy)
    journal = open_journal()
    assert (journal.notes_unsealed, len(journal.entries)) == (0, 1)
    assert sealed_notes(locked) == []


def test_a_note_that_was_deleted_since_does_not_come_back(locked: Paths, open_journal: Open) -> None:
    seal(locked, NOTE)
    copy = sealed_notes(locked)[0].read_bytes()
    opened(locked, open_journal).entries.remove(NOTE.id)
    locked.sealed.mkdir()
    (locked.sealed / f"{NOTE.id}.age").write_bytes(copy)
    assert len(open_journal().entries) == 0


def test_taking_in_leaves_undo_alone(locked: Paths, open_journal: Open) -> None:
    mine = opened(locked, open_journal).entries.add(4, "mine")
    seal(locked, NOTE)
    journal = open_journal()
    assert journal.notes_unsealed == 1
    assert journal.undo() == [("entries", mine.id, False)]


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"\0" * 999, None])
def test_a_sealed_file_that_is_damaged_stays_and_stops_nothing(
    locked: Paths, open_journal: Open, content: bytes | None
) -> None:
    seal(locked, NOTE)
    seal(locked, replace(NOTE, id=new_id(1_790_000_000_001), note="second"))
    path = sealed_notes(locked)[0]
    path.write_bytes(path.read_bytes()[:-1] if content is None else content)
    journal = opened(locked, open_journal)
    assert (journal.notes_unsealed, journal.notes_still_sealed) == (1, 1)
    assert path.exists()


def test_a_disk_that_takes_no_note_leaves_it_sealed_and_the_journal_opens(
    locked: Paths, open_journal: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carelog.journal.collections.entries import Entries

    def full(*_: object) -> int:
        raise StorageError("There is no room left.")

    seal(locked, NOTE)
    monkeypatch.setattr(Entries, "add_sealed", full)
    assert len(opened(locked, open_journal).entries) == 0
    assert len(sealed_notes(locked)) == 1


@pytest.mark.parametrize("there", ["nothing", "no key in it"])
def test_without_a_key_to_seal_for_a_note_is_refused_in_words(locked: Paths, there: str) -> None:
    public = locked.keys / "sealing.pub"
    public.unlink()
    if there != "nothing":
        public.write_text("age1nonsense")
    with pytest.raises(StorageError) as refused:
        seal(locked, NOTE)
    said = {
        "nothing": (
            f"A key for sealed notes is missing from {locked.keys}, so this note was not sealed. Open "
            f"your journal once, which makes a new one; then seal it. Or note it now, with your "
            f"passphrase, without --sealed."
        ),
        "no key in it": (
            f"The two keys for sealed notes in {locked.keys} do not belong together, so this note was not sealed: you "
            "might not be able to read it. Open your journal once, which puts that right; then seal it. Or note it "
            "now, with your passphrase, without --sealed."
        ),
    }
    assert refused.value.message == said[there]


def test_without_the_extra_the_lock_works_and_sealing_says_what_to_install(
    home: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    assert carelog("mood", "2", "quillwort").exit_code == 0
    assert carelog("lock", "on", "--yes", env=SCRIPT).exit_code == 0
    forget(home)
    refused = carelog("mood", "3", "speedwell", "--sealed")
    assert refused.exit_code == 2
    assert "To get it: pip install 'carelog[sealing]', then open your journal once." in refused.stderr
    assert "quillwort" in carelog("log", env=SCRIPT).stdout
    assert carelog("mood", "4", "later", env=SCRIPT).exit_code == 0
    assert carelog("lock", "off", "--yes", env=SCRIPT).exit_code == 0


def test_a_sealing_key_that_is_lost_is_made_anew(locked: Paths, open_journal: Open) -> None:
    for name in ("sealing.pub", "sealing.key"):
        (locked.keys / name).unlink()
    opened(locked, open_journal).close()
    seal(locked, NOTE)
    assert open_journal().notes_unsealed == 1


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.6, 0.95, 1.0])
def test_a_turned_bit_in_the_sealing_key_is_mended_before_a_note_is_sealed_for_it(
    locked: Paths, open_journal: Open, part: float
) -> None:
    path = locked.keys / "sealing.key"
    content = bytearray(path.read_bytes())
    content[int(part * (len(content) - 2))] ^= 1
    path.write_bytes(content)
    opened(locked, open_journal).close()
    assert path.read_bytes() != bytes(content)
    seal(locked, NOTE)
    assert open_journal().notes_unsealed == 1


def test_an_opening_decrypts_no_keys_of_notes_that_are_whole(
    locked: Paths, open_journal: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    decrypted: list[Path] = []
    monkeypatch.setattr(sealing_keys, "read_encrypted_values", lambda path, *_: decrypted.append(path))
    opened(locked, open_journal).close()
    assert decrypted == []


def test_keys_for_notes_are_made_on_a_disk_without_hard_links(
    locked: Paths, open_journal: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise PermissionError

    for name in ("sealing.pub", "sealing.key"):
        (locked.keys / name).unlink()
    monkeypatch.setattr(os, "link", link)
    opened(locked, open_journal).close()
    seal(locked, NOTE)
    assert open_journal().notes_unsealed == 1


@pytest.mark.parametrize("beside", ["journal.sync-conflict-1.db", ".stversions/backups/journal~1.db"])
def test_what_opens_a_locked_copy_stays_when_the_lock_comes_off(locked: Paths, open_journal: Open, beside: str) -> None:
    copy = locked.data / beside
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(locked.journal.read_bytes())
    (locked.keys / "@eaDir").mkdir()
    opened(locked, open_journal).close()
    decrypt_home(locked)
    assert {path.name.partition(".")[0] for path in locked.keys.glob("*.aside")} >= {"passphrase", "recovery"}


def test_the_public_key_is_always_that_of_the_secret_one(locked: Paths, open_journal: Open) -> None:
    public = locked.keys / "sealing.pub"
    before = public.read_bytes()
    public.unlink()
    opened(locked, open_journal)
    assert public.read_bytes() == before


def test_taking_the_lock_off_takes_sealed_notes_in_first(locked: Paths, open_journal: Open) -> None:
    seal(locked, NOTE)
    opened(locked, open_journal).close()
    decrypt_home(locked)
    assert [each.note for each in open_journal().entries] == ["quillwort"]
    assert not locked.sealed.exists()


def test_a_plain_home_is_asked_for_no_sealed_notes(paths: Paths, open_journal: Open) -> None:
    paths.sealed.mkdir(parents=True)
    (paths.sealed / "x.age").write_bytes(b"")
    assert open_journal().notes_still_sealed == 0
    assert [path.name for path in sealed_notes(paths)] == ["x.age"]
