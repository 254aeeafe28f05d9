"""lock: lock a journal, go on noting, and open it with the passphrase or the recovery code."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.runtime import passphrase_command
from carelog.journal.keys import key_cache, key_ring
from carelog.journal.lock.lock import unlock
from carelog.journal.storage.cipher import connect_with_key
from carelog.paths import Paths
from carelog.settings_fields import FIELDS
from support.command import Command, Result, Terminal
from support.locks import PASSPHRASE, SCRIPT, files_with, flipped, forget, is_plain

Start = Callable[..., Terminal]
Say = Callable[..., Result]
CODE = re.compile(r"(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}")
OFF = "The lock is off: whoever can read your files can read your journal. To lock it: carelog lock on"


pytestmark = pytest.mark.usefixtures("empty_keyring")


@pytest.fixture
def locked(say: Say, home: Path) -> str:
    """A home with a note and somebody on the card, locked by a script; its recovery code."""
    say("contact", "add", "Bryony Hill", "--phone", "+49 30 5550147", "--crisis", "1", "--say", "speedwell")
    say("mood", "2", "quillwort")
    code = say("lock", "on", "--yes", env=SCRIPT).stdout
    forget(home)
    return CODE.findall(code)[0]


def tick(person: Terminal, answers: str) -> None:
    """Answers for every part of the card in its order."""
    for answer in answers:
        person.expect("stay readable?")
        person.type(answer)
    person.expect("While your journal is locked, your card looks like this:")


def choose(person: Terminal, *typed: str) -> None:
    """Types passphrases, hidden, one for each question."""
    for each in typed:
        person.expect("A new passphrase; four or five words make a good one, and Enter alone draws six")
        person.type(each)
        if len(each) > 7:
            person.expect("once more")
            person.type(each if each == PASSPHRASE else "something else")


def test_locking_on_a_terminal_says_its_limits_shows_the_card_and_wants_the_code_typed_back(
    terminal: Start, say: Say, home: Path
) -> None:
    say("contact", "add", "Bryony Hill", "--phone", "+49 30 5550147", "--crisis", "1", "--say", "speedwell")
    say("mood", "2", "quillwort")
    person = terminal("lock", "on", "--sheet", "sheet.txt")
    person.expect("records keys")
    person.expect("Lock it?")
    person.type("y")
    tick(person, "yyyynynnnn")
    person.expect("Bryony Hill")
    person.expect("Leave it like this?")
    person.type("n")
    tick(person, "ynynnnnnnn")
    person.expect("Leave it like this?")
    person.type("y")
    choose(person, "short", "another sentence", PASSPHRASE)
    person.expect("this once")
    assert is_plain(home / "journal.db"), "nothing is encrypted before the code is typed back"
    assert not (home / "carelog-keys").exists()
    person.expect("Type the recovery code from your paper")
    code = CODE.findall(person.screen)[0]
    person.type("0000-0000")
    person.expect("That is not quite a recovery code: it has nine groups of four letters and digits.")
    person.type(code.lower().replace("-", " "))
    number, screen = person.finish()
    assert number == 0
    assert all(words in screen for words in ("at least 8", "differ", "Locked. 2 files were encrypted"))
    assert PASSPHRASE not in screen
    assert code in Path("sheet.txt").read_text("utf-8")
    assert Path("sheet.txt").stat().st_mode & 0o777 == 0o600
    assert [files_with(word, home) for word in ("quillwort", "speedwell", "Hill")] == [[], [], []]
    assert files_with("5550147", home) == ["card.txt"]


@pytest.mark.parametrize("answers", [["n"], ["y", "\x03"]])
def test_stopping_before_the_lock_changes_nothing(terminal: Start, say: Say, home: Path, answers: list[str]) -> None:
    say("mood", "4")
    before = {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    person = terminal("lock", "on")
    person.expect("Lock it?")
    person.type(answers[0])
    if len(answers) > 1:
        person.expect("first names")
        person.leave(answers[1])
    person.finish()
    assert {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_the_key_is_cached_so_that_the_next_command_does_not_ask(
    locked: str, say: Say, carelog: Command, home: Path
) -> None:
    assert locked
    say("mood", "4", env=SCRIPT)
    assert say("mood", "5", "pennyroyal").stdout.startswith("Noted 5")
    assert "pennyroyal" in say("log").stdout
    assert "No passphrase is needed now." in say("lock").stdout
    say("lock", "now")
    assert "The next command asks for the passphrase." in say("lock", "status").stdout
    refused = carelog("log")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert "CARELOG_PASSPHRASE_COMMAND" in refused.stderr
    assert files_with("pennyroyal", home) == []


def test_without_a_cache_every_command_asks(locked: str, say: Say, carelog: Command) -> None:
    assert locked
    say("settings", "set", "lock.cache", "0", env=SCRIPT)
    say("mood", "4", env=SCRIPT)
    assert carelog("mood", "4").exit_code == 4
    assert "Every command asks for the passphrase (lock.cache is 0)." in say("lock").stdout


@pytest.mark.parametrize(
    "words", [["settings", "set", "lock.cache", "0"], ["settings", "preset", "shared-computer", "--yes"]]
)
def test_switching_the_cache_off_drops_the_cached_key(
    locked: str, say: Say, carelog: Command, words: list[str]
) -> None:
    assert locked
    say("mood", "4", env=SCRIPT)
    say("mood", "4")
    say(*words)
    assert carelog("mood", "4").exit_code == 4


def test_where_the_system_keeps_no_key_everything_works_with_the_passphrase(
    locked: str, say: Say, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locked
    monkeypatch.setattr("carelog.journal.keys.kernel_keyring._call", lambda *_: -1)
    say("mood", "4", env=SCRIPT)
    assert carelog("mood", "4").exit_code == 4
    say("lock", "now")


def test_a_wrong_cached_key_is_dropped_and_asked_for(locked: str, say: Say, home: Path) -> None:
    assert locked
    key_cache.keep_key(str((home / "carelog-keys").absolute()), b"x" * 32, 1)
    assert say("mood", "4", env=SCRIPT).stdout.startswith("Noted")


@pytest.mark.parametrize("way_in", ["passphrase", "code"])
def test_a_person_is_asked_once_and_may_mistype_twice(locked: str, terminal: Start, way_in: str) -> None:
    person = terminal("mood", "3", "back again")
    for typed in ("wrong words here", "", PASSPHRASE if way_in == "passphrase" else locked):
        person.expect("Passphrase, or recovery code (nothing is shown while you type)")
        person.type(typed)
    number, screen = person.finish()
    assert number == 0
    neither = (
        "That was neither the passphrase nor the recovery code. Nothing was changed; take your time. Your "
        "card needs neither: carelog crisis"
    )
    assert " ".join(screen.split()).count(neither) == 2
    assert "damaged" not in screen
    assert "Noted 3" in screen
    assert (PASSPHRASE in screen, locked in screen) == (False, False), "it is not shown while it is typed"


def test_the_third_wrong_passphrase_ends_the_command_without_a_change(locked: str, terminal: Start) -> None:
    assert locked
    person = terminal("mood", "3", "back again")
    for _ in range(3):
        person.expect("Passphrase, or recovery code (nothing is shown while you type)")
        person.type("wrong words here")
    number, screen = person.finish()
    assert (number, "Noted" in screen) == (4, False)


def test_the_passphrase_is_asked_for_before_the_editor_opens(
    locked: str, terminal: Start, isolated: Path, say: Say
) -> None:
    assert locked
    editor = isolated / "editor"
    editor.write_text(f'#!/bin/sh\necho opened >> {isolated}/opened\necho words of the editor > "$1"\n')
    editor.chmod(0o700)
    person = terminal("note", "--edit", env={"EDITOR": str(editor)})
    person.expect("Passphrase")
    assert not (isolated / "opened").exists()
    person.type(PASSPHRASE)
    assert person.finish()[0] == 0
    assert (isolated / "opened").exists()
    assert "words of the editor" in say("log", env=SCRIPT).stdout


@pytest.mark.parametrize(
    "command", ["false", "no-such-program", "'", " ", "/", "sh -c 'echo four words of mine; exit 1'"]
)
def test_a_command_for_the_passphrase_that_does_not_work_is_named(
    locked: str, refusal: Callable[..., str], command: str
) -> None:
    assert locked
    assert "CARELOG_PASSPHRASE_COMMAND ended" in refusal(2, "log", env={"CARELOG_PASSPHRASE_COMMAND": command})


@pytest.mark.parametrize(
    "goes_on", ["yes", "echo; yes", "cat /dev/zero", "sleep 60", "exec >&-; sleep 60", "echo user: me; echo url", ":"]
)
def test_of_a_command_for_the_passphrase_the_first_line_counts(
    locked: str, say: Say, monkeypatch: pytest.MonkeyPatch, goes_on: str
) -> None:
    monkeypatch.setattr(passphrase_command, "END_SECONDS", 0.3)
    command = f"sh -c 'echo {locked}; {goes_on}'"
    assert "quillwort" in say("log", env={"CARELOG_PASSPHRASE_COMMAND": command}).stdout


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("cat /dev/zero", "The first line that CARELOG_PASSPHRASE_COMMAND prints is longer than"),
        (
            "sh -c 'printf %2000d 1'",
            "The first line that CARELOG_PASSPHRASE_COMMAND prints is longer than",
        ),
        ("sleep 60", "CARELOG_PASSPHRASE_COMMAND printed nothing for 0.5 seconds"),
        ("yes", "That was neither the passphrase nor the recovery code. "),
        ("head -c 500 /dev/urandom", "That was neither the passphrase nor the recovery code. "),
    ],
)
def test_a_command_without_a_passphrase_is_ended_and_named(
    locked: str, carelog: Command, monkeypatch: pytest.MonkeyPatch, command: str, sentence: str
) -> None:
    assert locked
    monkeypatch.setattr(passphrase_command, "ANSWER_SECONDS", 0.5)
    monkeypatch.setattr(passphrase_command, "END_SECONDS", 0.3)
    done = carelog("log", env={"CARELOG_PASSPHRASE_COMMAND": command})
    assert (done.exit_code in (2, 4), sentence in done.stderr) == (True, True), done.stderr


def test_a_program_is_told_what_kind_of_refusal_it_is(locked: str, carelog: Command) -> None:
    assert locked
    wrong = {"CARELOG_PASSPHRASE_COMMAND": "echo not the words"}
    for env, code in ((None, "locked"), (wrong, "wrong-passphrase")):
        result = carelog("mood", "4", "--json", env=env)
        assert (result.exit_code, result.json["errors"][0]["code"]) == (4, code)


def test_the_passphrase_and_the_code_are_changed_one_without_the_other(
    locked: str, say: Say, carelog: Command, home: Path
) -> None:
    new = {"CARELOG_NEW_PASSPHRASE_COMMAND": "echo quite another sentence"}
    say("lock", "passphrase", env={"CARELOG_PASSPHRASE_COMMAND": f"echo {locked}", **new})
    forget(home)
    assert carelog("log", env=SCRIPT).exit_code == 4
    changed = say("lock", "recovery", "--yes", env={"CARELOG_PASSPHRASE_COMMAND": "echo quite another sentence"})
    code = CODE.findall(changed.stdout)[0]
    forget(home)
    assert carelog("log", env={"CARELOG_PASSPHRASE_COMMAND": f"echo {locked}"}).exit_code == 4
    assert "quillwort" in say("log", env={"CARELOG_PASSPHRASE_COMMAND": f"echo {code}"}).stdout


def test_passphrases_that_differ_in_a_byte_that_is_no_letter_open_different_locks(
    locked: str, say: Say, carelog: Command, home: Path
) -> None:
    old = {"CARELOG_PASSPHRASE_COMMAND": f"echo {locked}"}
    say("lock", "passphrase", env={**old, "CARELOG_NEW_PASSPHRASE_COMMAND": r"printf 'a sentence in latin \351'"})
    forget(home)
    assert carelog("log", env={"CARELOG_PASSPHRASE_COMMAND": r"printf 'a sentence in latin \350'"}).exit_code == 4
    forget(home)
    assert "quillwort" in say("log", env={"CARELOG_PASSPHRASE_COMMAND": r"printf 'a sentence in latin \351'"}).stdout


def test_a_cached_key_is_not_enough_to_change_passphrase_or_code(locked: str, say: Say, carelog: Command) -> None:
    assert locked
    say("log", env=SCRIPT)
    new = {"CARELOG_NEW_PASSPHRASE_COMMAND": "echo quite another sentence"}
    assert carelog("lock", "passphrase", env=new).exit_code == 4
    assert carelog("lock", "recovery", "--yes").exit_code == 4


def test_the_lock_comes_off_and_everything_is_readable_again(locked: str, say: Say, home: Path, data: Any) -> None:
    assert locked
    assert data("lock", "off", "--yes", env=SCRIPT)["lock"]["files"] == 2
    assert "quillwort" in say("log").stdout
    assert not (home / "carelog-keys").exists()
    assert set(files_with("speedwell", home)) >= {"card.txt", "journal.db"}
    assert OFF in " ".join(say("lock").stdout.split())


def test_a_lock_that_is_off_already_is_no_mistake(say: Say) -> None:
    say("mood", "4")
    assert say("lock", "off", "--yes").stdout == "Your journal is not locked. To lock it: carelog lock on\n"


@pytest.mark.parametrize("words", [["now"], ["passphrase"], ["recovery"]])
def test_without_a_lock_there_is_nothing_to_open(refusal: Callable[..., str], say: Say, words: list[str]) -> None:
    say("mood", "4")
    assert refusal(2, "lock", *words, env=SCRIPT) == "Your journal is not locked. To lock it: carelog lock on"


def test_an_interrupted_lock_is_reported_and_finished(say: Say, home: Path, data: Any) -> None:
    from carelog.journal.lock.lock import make_slots, new_key
    from carelog.journal.lock.rekey import rekey
    from support.locks import CODE as PAPER

    say("mood", "4", "quillwort")
    key, [backup] = new_key(), (home / "backups").glob("*.db")
    make_slots(Paths.inside(home), key, PASSPHRASE, PAPER)
    rekey(backup, b"", key)
    forget(home)
    assert "interrupted" in say("lock").stdout
    assert data("lock", "on", "--yes", env=SCRIPT)["lock"] | {"key_at_hand": True} == {
        "state": "on",
        "key_at_hand": True,
        "cache_minutes": 15,
        "ways": ["passphrase", "recovery code"],
        "card": ["lines", "names", "numbers"],
        "sealed": 0,
        "files": 1,
    }
    assert files_with("quillwort", home) == []


@pytest.mark.parametrize("slots", [["recovery.slot"], ["passphrase.slot"], ["recovery.slot", "passphrase.slot"]])
def test_a_lock_that_encrypted_nothing_yet_can_be_begun_anew_or_left_without_its_passphrase(
    say: Say, home: Path, data: Any, slots: list[str]
) -> None:
    from carelog.journal.lock.lock import make_slots, new_key
    from support.locks import CODE as PAPER

    say("mood", "4", "quillwort")
    for words in (("lock", "off", "--yes"), ("lock", "on", "--yes")):
        make_slots(Paths.inside(home), new_key(), "a sentence nobody knows", PAPER)
        for slot in (home / "carelog-keys").glob("*.slot"):
            if slot.name not in slots:
                slot.unlink()
        forget(home)
        assert "interrupted" in say("lock").stdout
        state = data(*words, env=SCRIPT if words[1] == "on" else {})["lock"]["state"]
        assert state == words[1]
        assert data("log", env=SCRIPT)["entries"][0]["note"] == "quillwort"
    forget(home)
    assert unlock(home / "carelog-keys", PASSPHRASE)
    assert files_with("quillwort", home) == []


def test_the_card_opens_without_a_key_and_shows_what_was_ticked(
    locked: str, say: Say, carelog_process: Command
) -> None:
    assert locked
    shown = carelog_process("crisis", "--all", "--country", "DE").stdout
    assert all(word in shown for word in ("112", "Bryony", "5550147"))
    assert not any(word in shown for word in ("Hill", "speedwell"))
    say("lock", "card", "full-names", "say", env=SCRIPT)
    shown = carelog_process("crisis", "--all", "--country", "DE").stdout
    assert all(word in shown for word in ("112", "Bryony Hill", "speedwell"))
    assert "5550147" not in shown
    say("lock", "card", "nothing", env=SCRIPT)
    shown = carelog_process("crisis", "--all", "--country", "DE").stdout
    assert "112" in shown
    assert not any(word in shown for word in ("Bryony", "5550147", "speedwell"))


def test_a_card_that_is_gone_shows_the_lines_and_asks_for_no_key(
    locked: str, say: Say, carelog_process: Command, home: Path
) -> None:
    assert locked
    say("settings", "set", "country", "DE", env=SCRIPT)
    (home / "card.txt").unlink()
    shown = carelog_process("crisis")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "112" in shown.stdout
    assert "Bryony" not in shown.stdout


def test_a_name_that_is_no_part_of_the_card_is_refused_with_those_that_are(
    locked: str, refusal: Callable[..., str]
) -> None:
    assert locked
    allowed = next(field.allowed for field in FIELDS if field.key == "lock.card")
    assert allowed in refusal(2, "lock", "card", "passport", env=SCRIPT)


def test_a_sheet_takes_no_files_place(say: Say, refusal: Callable[..., str], home: Path) -> None:
    say("mood", "4")
    Path("sheet.txt").write_text("mine")
    assert "already" in refusal(2, "lock", "on", "--yes", "--sheet", "sheet.txt", env=SCRIPT)
    assert Path("sheet.txt").read_text() == "mine"
    assert is_plain(home / "journal.db")


def test_a_backup_is_restored_in_a_locked_home_and_stays_locked(locked: str, say: Say, home: Path) -> None:
    assert locked
    say("backup", "stick", env=SCRIPT)
    say("mood", "5", "written later", env=SCRIPT)
    backup = next(Path("stick").glob("*.db"))
    assert say("restore", str(backup), "--yes", env=SCRIPT).stdout.startswith("Restored")
    assert "written later" not in say("log", env=SCRIPT).stdout
    assert files_with("quillwort", home) == files_with("quillwort", Path("stick")) == []


def test_without_the_extra_a_lock_says_how_to_get_it_and_all_else_works(
    say: Say, refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for name in ("sqlcipher3", "sqlcipher3.dbapi2"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "carelog.journal.storage.cipher", raising=False)
    assert refusal(2, "lock", "on", "--yes", env=SCRIPT) == (
        "A locked journal needs a part of carelog that is not installed here. To get it: "
        "pip install 'carelog[encrypt]'. “carelog crisis” works all the same."
    )
    say("mood", "4")
    say("backup")
    assert OFF in " ".join(say("lock").stdout.split())


def test_a_locked_home_without_the_extra_says_how_to_get_it_and_shows_the_card(
    locked: str, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    assert locked
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.delitem(sys.modules, "carelog.journal.storage.cipher", raising=False)
    result = carelog("log", env=SCRIPT)
    assert result.exit_code == 2
    assert "carelog[encrypt]" in result.stderr
    assert "Bryony" in carelog("crisis").stdout


def test_erasing_takes_the_slots_too(locked: str, say: Say, home: Path) -> None:
    assert locked
    say("erase", "--yes")
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_no_key_is_remembered_when_a_command_has_ended(locked: str, say: Say) -> None:
    assert locked
    say("log", env=SCRIPT)
    assert key_ring.known_keys() == []


def test_a_note_is_sealed_while_the_journal_is_locked_and_taken_in_when_it_opens(
    locked: str, say: Say, carelog: Command, data: Any, home: Path
) -> None:
    assert locked
    say("log", env=SCRIPT)
    say("lock", "now")
    mood = say("mood", "2", "pennyroyal", "--sealed", "--feel", "tired", "--at", "yesterday")
    assert mood.stdout == "Sealed. Your journal takes it in the next time it opens.\n"
    assert data("note", "tansy", "--sealed")["sealed"] is True
    assert files_with("pennyroyal", home) == files_with("tansy", home) == []
    assert "2 sealed notes wait" in say("lock").stdout
    carelog("week", env=SCRIPT)
    opened = data("log", env=SCRIPT)["entries"]
    assert sorted(each["note"] for each in opened) == ["pennyroyal", "quillwort", "tansy"]
    assert opened[0]["day"] == "2026-11-21"
    assert not (home / "sealed").exists()


def test_the_next_command_says_that_sealed_notes_were_taken_in(locked: str, say: Say, carelog: Command) -> None:
    assert locked
    say("log", env=SCRIPT)
    say("lock", "now")
    someone = "Sealed. Your journal takes it in the next time it opens.\nSomeone now: carelog reach\n"
    assert say("mood", "1", "--sealed").stdout == someone
    assert carelog("log", env=SCRIPT).stderr == "One sealed note was taken in.\n"


def test_sealed_changes_nothing_where_the_journal_is_open(locked: str, say: Say, data: Any) -> None:
    assert locked
    say("log", env=SCRIPT)
    assert data("mood", "4", "--sealed")["sealed"] is False
    say("lock", "off", "--yes", env=SCRIPT)
    assert data("mood", "5", "--sealed")["sealed"] is False


def test_a_sealed_note_holds_no_readings(locked: str, say: Say, refusal: Callable[..., str]) -> None:
    assert locked
    say("log", env=SCRIPT)
    say("lock", "now")
    no_readings = "A sealed note cannot hold readings: your own scales are in the journal, which is locked."
    assert no_readings in refusal(2, "mood", "4", "--sealed", "--track", "sleep=7")


def test_sealing_on_a_terminal_asks_for_the_mood_and_never_for_the_passphrase(
    locked: str, say: Say, carelog: Command, terminal: Start
) -> None:
    assert locked
    say("log", env=SCRIPT)
    say("lock", "now")
    person = terminal("mood", "--sealed")
    for answer in ("2", "tired", "pennyroyal"):
        person.type(answer)
    number, screen = person.finish()
    assert (number, "Passphrase" in screen) == (0, False)
    assert "pennyroyal" in carelog("log", env=SCRIPT).stdout


def test_a_locked_home_is_verified_with_its_key_and_what_is_saved_of_it_stays_locked(
    locked: str, say: Say, carelog: Command, home: Path, isolated: Path
) -> None:
    assert locked
    assert carelog("verify").exit_code == 4
    assert "Everything was checked and is in order." in say("verify", env=SCRIPT).stdout
    with closing(connect_with_key(home / "journal.db", "rw", unlock(Paths.inside(home).keys, PASSPHRASE))) as journal:
        journal.execute("UPDATE entries SET mood = 5")
    stick = isolated / "stick"
    stick.mkdir()
    damaged = carelog("verify", "--repair", str(stick / "saved.db"), env=SCRIPT)
    assert damaged.exit_code == 4
    assert "1 contact" in damaged.stdout
    assert not is_plain(stick / "saved.db")
    assert files_with("Bryony", stick) == []
    forget(home)
    say("restore", str(stick / "saved.db"), "--yes", env=SCRIPT)
    assert "Everything was checked and is in order." in say("verify", env=SCRIPT).stdout
    assert "Bryony" in say("contact", "list", env=SCRIPT).stdout


def test_a_flipped_bit_in_a_locked_journal_is_always_noticed(locked: str, carelog: Command, home: Path) -> None:
    assert locked
    sound = (home / "journal.db").read_bytes()
    for bit in range(100, len(sound) * 8, len(sound) * 8 // 12):
        (home / "journal.db").write_bytes(flipped(sound, bit))
        assert carelog("verify", env=SCRIPT).exit_code == 4
        assert carelog("backup", env=SCRIPT).exit_code == 4
        forget(home)
