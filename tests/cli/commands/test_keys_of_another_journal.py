"""Keys of another journal beside this one: each is told as that, what is sound is kept, and every advice works."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyrage import encrypt, x25519

from carelog.journal.keys.key_ring import forget_keys
from carelog.journal.lock import key_slots
from carelog.journal.lock.key_slots import check_slot, fingerprint, read_slot
from carelog.journal.lock.lock import unlock
from support.command import Command, Result
from support.lock_worlds import OLD_WORD, OTHER_PASSPHRASE, SEALED_WORD, World, build, pieces
from support.locks import CODE, PASSPHRASE, SCRIPT, files_with, forget

Say = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("empty_keyring")

WITH_CODE = {"CARELOG_PASSPHRASE_COMMAND": f"echo {CODE}"}
WITH_OTHER = {"CARELOG_PASSPHRASE_COMMAND": f"echo {OTHER_PASSPHRASE}"}
NEW = {"CARELOG_NEW_PASSPHRASE_COMMAND": "echo quite another sentence"}
MENDED = (
    "A key for sealed notes was missing, or not that of your journal, so a new one was made. Notes that were "
    "sealed with another one cannot be read here; they stay in the folder “sealed”."
)
NOT_READABLE = (
    "1 sealed note cannot be read here: it was sealed for another journal, or is damaged. It stays where it is, in "
    "the folder “sealed”."
)


@pytest.fixture(autouse=True)
def _nobody_knows_the_key() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()


@pytest.fixture
def begin(home: Path) -> Callable[[World], Path]:
    """`begin(World(…))` makes the home of a world."""

    def made(world: World) -> Path:
        build(world, home)
        return home

    return made


Begin = Callable[[World], Path]


def sentences(result: Result) -> list[str]:
    """What was found wrong, in words; a world begins without a card, which is no matter here."""
    findings = result.json["data"]["findings"]
    return [each["message"] for each in findings if each["weight"] == "wrong" and each["kind"] != "card-missing"]


def files_in(place: Path) -> dict[str, bytes]:
    """The content of each file in a folder, by name."""
    return {path.name: path.read_bytes() for path in place.iterdir()}


def test_a_slot_says_whose_key_it_holds_and_an_earlier_one_without_that_opens(tmp_path: Path) -> None:
    key, slot = b"k" * 32, tmp_path / "passphrase.slot"
    key_slots.write_slot(slot, PASSPHRASE, key)
    assert check_slot(slot) == fingerprint(key) != fingerprint(b"j" * 32)
    assert read_slot(slot, PASSPHRASE) == key
    content = slot.read_bytes()
    at = content.index(b"\ncarelog-key ")
    pages, line = content[:at], content[at:].splitlines()[2].rpartition(b" ")[0]
    from zlib import crc32

    earlier = pages + b"\n" + line + b" "
    slot.write_bytes(earlier + f"{crc32(earlier):08x}\n".encode())
    assert check_slot(slot) == ""
    assert read_slot(slot, PASSPHRASE) == key


def test_what_an_earlier_carelog_looks_for_at_the_end_of_a_slot_is_still_there(tmp_path: Path) -> None:
    import re

    slot = tmp_path / "passphrase.slot"
    key_slots.write_slot(slot, PASSPHRASE, b"k" * 32)
    assert re.search(rb"\ncarelog-slot 1 scrypt (\d{1,7}) (\d{1,2}) (\d{1,2}) ([0-9a-f]{8})\n\Z", slot.read_bytes())


@pytest.mark.parametrize("slots", ["foreign passphrase", "foreign passphrase, same words"])
def test_a_passphrase_slot_of_another_journal_is_told_as_that_and_the_advice_works(
    slots: str, begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World(slots=slots))
    slot = home / "carelog-keys" / "passphrase.slot"
    foreign, secret = slot.read_bytes(), files_in(home / "carelog-keys")["sealing.key"]
    opens_it = SCRIPT if "same" in slots else WITH_OTHER
    refused = carelog("mood", "4", env=opens_it)
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr.strip() == (
        f"That opens {slot}, and this way in belongs to another journal: it does not open yours. Please "
        f"type your recovery code. Then “carelog lock passphrase” makes a new passphrase; the present "
        f"one is kept beside it."
    )
    found = carelog("verify", "--json", env=WITH_CODE)
    assert sentences(found) == [
        (
            f"{slot} belongs to another journal and does not open this one. Your other way in does, and "
            f"makes a new one of this: carelog lock passphrase. The present one is kept beside it."
        )
    ]
    forget(home)
    say("lock", "passphrase", env=WITH_CODE | NEW)
    assert foreign in files_in(home / "carelog-keys").values()
    assert files_in(home / "carelog-keys")["sealing.key"] == secret
    forget(home)
    new = {"CARELOG_PASSPHRASE_COMMAND": "echo quite another sentence"}
    assert OLD_WORD in say("log", env=new).stdout
    assert carelog("verify", "--json", env=new).json["data"]["sound"]


def test_the_right_passphrase_beside_a_slot_of_another_journal_is_not_called_wrong_alone(
    begin: Begin, carelog: Command, say: Say
) -> None:
    begin(World(slots="foreign passphrase"))
    refused = carelog("mood", "4", env=SCRIPT)
    assert refused.stderr.strip() == (
        "That does not open your journal. One of the two ways in here belongs to another journal, so please try the "
        "other one: passphrase or recovery code. Nothing was changed."
    )
    assert OLD_WORD in say("log", env=WITH_CODE).stdout


def test_a_recovery_slot_of_another_journal_is_found_with_the_passphrase_and_made_anew(
    begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World(slots="foreign code"))
    slot = home / "carelog-keys" / "recovery.slot"
    refused = carelog("log", env=WITH_CODE)
    assert refused.stderr.strip() == (
        f"That opens {slot}, and this way in belongs to another journal: it does not open yours. Please "
        f"type your passphrase. Then “carelog lock recovery” makes a new recovery code; the present one "
        f"is kept beside it."
    )
    [wrong] = sentences(carelog("verify", "--json", env=SCRIPT))
    assert wrong.startswith(f"{slot} belongs to another journal and does not open this one.")
    say("lock", "recovery", "--yes", env=SCRIPT)
    say("log", env=SCRIPT)
    assert carelog("verify", "--json", env=SCRIPT).json["data"]["sound"]


def test_without_a_key_verify_and_status_say_that_the_ways_in_are_of_two_journals(
    begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World("plain", "foreign passphrase"))
    apart = (
        f"The passphrase and the recovery code in {home / 'carelog-keys'} belong to two journals, so "
        f"only one of them opens yours. With that one, “carelog verify” says how to make a new one of "
        f"the other."
    )
    assert apart in sentences(carelog("verify", "--json"))
    assert apart in say("lock", "status").stdout


def test_where_both_ways_in_are_of_another_journal_a_backup_from_elsewhere_brings_the_own_ones_back(
    begin: Begin, carelog: Command, say: Say, isolated: Path
) -> None:
    home = begin(World())
    say("backup", str(isolated / "stick"), env=SCRIPT)
    forget(home)
    foreign = pieces(OTHER_PASSPHRASE).keys
    for name in ("passphrase.slot", "recovery.slot"):
        (home / "carelog-keys" / name).write_bytes(foreign[name])
    assert carelog("log", env=SCRIPT).exit_code == 4
    refused = carelog("log", env=WITH_OTHER)
    assert refused.stderr.strip() == (
        f"{home / 'journal.db'} does not open with this key: it is damaged, or locked under another "
        f"key. It was left as it is. Where passphrase and recovery code are of two locks, the other one "
        f"may open it. “carelog restore” says which backups there are; “carelog crisis” works all the "
        f"same."
    )
    forget(home)
    [backup] = (isolated / "stick").glob("*.db")
    assert carelog("restore", str(backup), "--yes", env=SCRIPT).exit_code == 0
    forget(home)
    assert OLD_WORD in say("log", env=SCRIPT).stdout
    forget(home)
    assert OLD_WORD in say("log", env=WITH_CODE).stdout
    assert foreign["passphrase.slot"] in files_in(home / "carelog-keys").values()


def test_damaged_ways_in_are_brought_back_by_a_backup_from_elsewhere_as_it_is_said(
    begin: Begin, carelog: Command, say: Say, isolated: Path
) -> None:
    home = begin(World())
    say("backup", str(isolated / "stick"), env=SCRIPT)
    forget(home)
    for name in ("passphrase.slot", "recovery.slot"):
        (home / "carelog-keys" / name).write_bytes(b"\0" * 5000)
    assert carelog("log", env=SCRIPT).stderr.strip() == (
        f"Neither the passphrase nor the recovery code in {home / 'carelog-keys'} opens anything: each "
        f"is damaged or missing. It was left as it is. A backup that you made elsewhere has copies of "
        f"them beside it: “carelog restore” with that backup brings them back. “carelog crisis” works "
        f"all the same."
    )
    [backup] = (isolated / "stick").glob("*.db")
    say("restore", str(backup), "--yes", env=SCRIPT)
    forget(home)
    assert OLD_WORD in say("log", env=WITH_CODE).stdout


def test_a_slot_of_another_journal_never_takes_the_place_of_a_sound_copy_beside_a_backup(
    begin: Begin, say: Say, isolated: Path
) -> None:
    home = begin(World())
    say("backup", str(isolated / "stick"), env=SCRIPT)
    before = files_in(isolated / "stick" / "carelog-keys")
    slot = home / "carelog-keys" / "passphrase.slot"
    slot.write_bytes(pieces(OTHER_PASSPHRASE).keys["passphrase.slot"])
    say("backup", str(isolated / "stick"), env=SCRIPT)
    slot.write_bytes(b"damaged")
    say("backup", str(isolated / "stick"), env=SCRIPT)
    assert files_in(isolated / "stick" / "carelog-keys") == before


@pytest.mark.parametrize("public", ["foreign", "nonsense"])
@pytest.mark.parametrize("words", [["log"], ["mood", "4"]])
def test_a_public_key_of_another_journal_is_found_at_the_next_opening_and_written_anew(
    public: str, words: list[str], begin: Begin, carelog: Command
) -> None:
    home = begin(World(public=public))
    place = home / "carelog-keys" / "sealing.pub"
    said = f"{place} seals notes for another journal, so nobody could read them here."
    found = carelog("verify", "--json", env=SCRIPT)
    assert [each.startswith(said) for each in sentences(found)] == [True]
    forget(home)
    forget_keys()
    assert said not in carelog("lock", "status").stdout, "without the journal's key nobody knows which one is foreign"
    apart = (
        f"The two keys for sealed notes in {place.parent} do not belong together, so no note is sealed with them. The "
        "next command that opens your journal puts that right."
    )
    assert apart in carelog("lock", "status").stdout
    opened = carelog(*words, env=SCRIPT)
    assert (opened.exit_code, opened.stderr.strip()) == (0, MENDED)
    assert place.read_bytes() == pieces(PASSPHRASE).keys["sealing.pub"]
    assert carelog("verify", "--json", env=SCRIPT).json["data"]["sound"]
    assert carelog(*words, env=SCRIPT).stderr == "", "it is said once"


def test_no_note_is_sealed_for_another_journal_and_the_advice_works(begin: Begin, carelog: Command, say: Say) -> None:
    home = begin(World(public="foreign"))
    refused = carelog("mood", "2", "tansy", "--sealed")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr.strip() == (
        f"The two keys for sealed notes in {home / 'carelog-keys'} do not belong together, so this note was not "
        "sealed: you might not be able to read it. Open your journal once, which puts that right; then seal it. Or "
        "note it now, with your passphrase, without --sealed."
    )
    assert not (home / "sealed").exists()
    carelog("log", env=SCRIPT)
    say("lock", "now")
    say("mood", "2", "tansy", "--sealed")
    assert "tansy" in carelog("log", env=SCRIPT).stdout


def test_a_note_that_was_sealed_for_another_journal_is_named_and_kept(begin: Begin, carelog: Command) -> None:
    home = begin(World(public="foreign", notes="foreign"))
    before = files_in(home / "sealed")
    opened = carelog("mood", "4", env=SCRIPT)
    assert opened.stderr.strip().splitlines() == [MENDED, NOT_READABLE]
    assert carelog("mood", "4", env=SCRIPT).stderr.strip() == NOT_READABLE
    assert sentences(carelog("verify", "--json", env=SCRIPT)) == [NOT_READABLE]
    assert files_in(home / "sealed") == before
    off = carelog("lock", "off", "--yes", env=SCRIPT)
    assert off.exit_code == 2
    shutil.move(home / "sealed", home.parent / "elsewhere")
    assert carelog("lock", "off", "--yes", env=SCRIPT).exit_code == 0, "as it was said"
    assert files_in(home.parent / "elsewhere") == before


def test_a_secret_key_that_is_missing_is_told_as_that_and_not_as_one_of_another_journal(
    begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World())
    keys = home / "carelog-keys"
    public = (keys / "sealing.pub").read_bytes()
    (keys / "sealing.key").unlink()
    missing = (
        f"{keys / 'sealing.key'} is missing: without it, notes that were sealed before open nowhere. The next command "
        "that opens your journal makes a new one."
    )
    assert missing in say("lock", "status").stdout
    assert sentences(carelog("verify", "--json", env=SCRIPT)) == [missing]
    forget(home)
    forget_keys()
    refused = carelog("mood", "2", "tansy", "--sealed")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr.strip() == (
        f"A key for sealed notes is missing from {keys}, so this note was not sealed. Open your journal "
        f"once, which makes a new one; then seal it. Or note it now, with your passphrase, without "
        f"--sealed."
    )
    assert carelog("log", env=SCRIPT).stderr.strip() == MENDED
    assert (keys / "sealing.pub").read_bytes() != public
    assert carelog("verify", "--json", env=SCRIPT).json["data"]["sound"]
    say("lock", "now")
    say("mood", "2", "tansy", "--sealed")
    assert "tansy" in carelog("log", env=SCRIPT).stdout


@pytest.mark.parametrize("secret", ["foreign", "damaged"])
def test_a_secret_key_that_does_not_fit_is_put_aside_and_never_advised_away(
    secret: str, begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World(secret=secret))
    place = home / "carelog-keys" / "sealing.key"
    before = place.read_bytes()
    assert sentences(carelog("verify", "--json", env=SCRIPT)) == [
        (
            f"{place} is damaged, or belongs to another journal: it opens no sealed notes. The next command that opens "
            "your journal puts it aside and makes a new one."
        )
    ]
    carelog("mood", "4", env=SCRIPT)
    assert [name for name, content in files_in(home / "carelog-keys").items() if content == before] == [
        name for name in files_in(home / "carelog-keys") if name.endswith(".aside")
    ]
    assert carelog("verify", "--json", env=SCRIPT).json["data"]["sound"]
    say("lock", "now")
    say("mood", "2", "tansy", "--sealed")
    assert "tansy" in carelog("log", env=SCRIPT).stdout


def test_keys_of_an_earlier_carelog_are_completed_and_stay_the_same_pair(begin: Begin, say: Say) -> None:
    from carelog.journal.lock.encrypted_values import write_encrypted_values
    from carelog.journal.lock.sealing_keys import sealing_pair

    home = begin(World())
    place = home / "carelog-keys"
    key, identity = unlock(place, PASSPHRASE), x25519.Identity.generate()
    (place / "sealing.key").unlink()
    write_encrypted_values(place / "sealing.key", key, b"s" * 16, [str(identity)])
    (place / "sealing.pub").write_text(f"{identity.to_public()}\n")
    forget(home)
    assert OLD_WORD in say("log", env=SCRIPT).stdout
    pair = sealing_pair(place, key)
    assert pair
    assert (pair.secret, pair.public) == (str(identity), str(identity.to_public()))
    (place / "sealing.pub").write_text(f"{x25519.Identity.generate().to_public()}\n")
    forget(home)


def test_a_plain_journal_that_came_back_is_said_after_every_kind_of_change_and_the_lock_is_finished(
    begin: Begin, carelog: Command, say: Say, data: Any
) -> None:
    home = begin(World("plain", notes="own"))
    said = "This journal is readable just now: the lock is not finished. To finish it: carelog lock on"
    for words in (
        ["mood", "4", "pennyroyal"],
        ["note", "larkspur"],
        ["contact", "add", "Sam", "--phone", "+49 30 5550147"],
        ["edit", "last", "larkspur", "and", "more"],
        ["undo"],
        ["backup"],
    ):
        done = carelog(*words)
        assert (done.exit_code, done.stderr.strip()) == (0, said), words
        assert done.stdout, "its own answer comes first"
    assert carelog("mood", "4", "--json").json["notices"] == [said]
    assert "notices" not in carelog("log", "--json").json
    assert carelog("log").stderr == "", "reading changes nothing"
    verified = sentences(carelog("verify", "--json"))
    assert verified == [
        (
            f"The lock is not finished: {home / 'journal.db'} is readable now; “carelog lock on” finishes it. If "
            "something is missing from it, a backup may have it: carelog restore"
        )
    ]
    assert data("lock", "status")["lock"]["state"] == "between"
    finished = carelog("lock", "on", "--yes", env=SCRIPT)
    assert finished.exit_code == 0
    assert finished.stderr.strip() == "One sealed note was taken in."
    assert [files_with(word, home) for word in (OLD_WORD, "pennyroyal", "larkspur", SEALED_WORD)] == [[]] * 4
    forget(home)
    shown = say("log", env=WITH_CODE).stdout
    assert all(word in shown for word in (OLD_WORD, "pennyroyal", "larkspur", SEALED_WORD))


def test_the_lock_that_was_begun_is_finished_with_its_recovery_code_too(begin: Begin, carelog: Command) -> None:
    home = begin(World("plain"))
    finished = carelog("lock", "on", "--yes", env=WITH_CODE)
    assert finished.exit_code == 0
    assert finished.stdout.strip() == (
        "Locked. One file was encrypted, opened again and compared before the plain ones were removed. Passphrase and "
        "recovery code are those with which the lock was begun. Another code, which ends that one: carelog lock "
        "recovery"
    )
    forget(home)
    assert OLD_WORD in carelog("log", env=SCRIPT).stdout


def test_a_locked_journal_beside_plain_backups_says_that_older_copies_are_readable(
    begin: Begin, carelog: Command, say: Say
) -> None:
    home = begin(World(backups="plain"))
    said = "Older copies of this journal are readable just now: the lock is not finished. To finish it: carelog lock on"
    assert carelog("mood", "4", env=SCRIPT).stderr.strip() == said
    assert sentences(carelog("verify", "--json", env=SCRIPT)) == [
        f"The lock is not finished: 1 copy of your journal below {home} is readable now. To finish it: carelog lock on"
    ]
    assert (
        "The lock is not finished: your journal is locked, and older copies of it are readable now. It was "
        "interrupted, or a file was put back from elsewhere. “carelog lock on” finishes it."
    ) in say("lock", "status").stdout
    assert carelog("lock", "on", "--yes", env=SCRIPT).exit_code == 0
    assert files_with(OLD_WORD, home) == []
    assert carelog("mood", "4", env=SCRIPT).stderr == ""


def test_sealed_notes_beside_a_journal_without_a_lock_are_named(begin: Begin, carelog: Command) -> None:
    home = begin(replace(World("plain", "none", "missing", "missing", "none"), notes="own"))
    named = (
        f"1 sealed note in {home / 'sealed'} cannot be read here: the lock that it was sealed for is gone. It stays "
        "where it is."
    )
    assert sentences(carelog("verify", "--json")) == [named]
    assert named in carelog("lock", "status").stdout


def test_the_lock_comes_off_a_plain_journal_beside_locked_backups_and_takes_sealed_notes_in(
    begin: Begin, carelog: Command
) -> None:
    begin(World("plain", notes="own"))
    off = carelog("lock", "off", "--yes", env=SCRIPT)
    assert off.exit_code == 0, off.stderr
    assert SEALED_WORD in carelog("log").stdout
    assert carelog("verify", "--json").json["data"]["sound"]


def test_a_conflicting_copy_keeps_its_ways_in_when_the_lock_comes_off(begin: Begin, carelog: Command) -> None:
    home = begin(World("plain", backups="none"))
    copy = home / "journal (conflicted copy).db"
    copy.write_bytes(pieces(PASSPHRASE).encrypted)
    slots = {content for name, content in files_in(home / "carelog-keys").items() if name.endswith(".slot")}
    assert carelog("lock", "off", "--yes").exit_code == 0
    assert slots <= set(files_in(home / "carelog-keys").values())


def test_a_note_sealed_to_a_stranger_by_hand_is_never_taken_for_one_of_ours(begin: Begin, carelog: Command) -> None:
    home = begin(World(notes="own"))
    [own] = (home / "sealed").iterdir()
    stranger = own.with_name(f"{'0' * 10}{own.name[10:]}")
    stranger.write_bytes(encrypt(b"{}".ljust(512), [x25519.Identity.generate().to_public()]))
    opened = carelog("mood", "4", env=SCRIPT)
    assert opened.stderr.strip().splitlines() == ["One sealed note was taken in.", NOT_READABLE]
    assert [path.name for path in (home / "sealed").iterdir()] == [stranger.name]
