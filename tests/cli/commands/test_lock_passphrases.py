"""New passphrases at the command line: what is refused, what is drawn, and slots that cost little."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.lock import key_slots
from carelog.journal.lock.key_slots import Cost, write_slot
from carelog.journal.lock.lock import unlock
from carelog.paths import Paths
from support.command import Command, Result, Terminal
from support.locks import PASSPHRASE, SCRIPT, forget, is_plain

Start = Callable[..., Terminal]
Say = Callable[..., Result]
EARLIER, USUAL = Cost(2), {"passphrase.slot": (Cost(2**5), Cost(2**4, p=2)), "recovery.slot": (Cost(2**3),)}
COSTS_LITTLE = (
    "An earlier carelog stored your passphrase, and guessing it is easier there than it is today. “carelog "
    "lock passphrase” stores it better; the words may stay the same, unless many people choose them."
)
LESS_MEMORY = (
    "This computer had too little free memory for the usual cost, so trying this passphrase takes half as much of it."
)
BETTER = "Four or five words that have nothing to do with each other make a good one."
OFTEN = (
    "This is a word, name or date that many people choose, so it is among the first that are tried, also with digits "
    f"or signs around it. {BETTER}"
)
ASKED = "A new passphrase; four or five words make a good one, and Enter alone draws six"
TYPE_THEM = "Type these words to take them; Enter alone draws others"

pytestmark = pytest.mark.usefixtures("empty_keyring")


def flat(said: str) -> str:
    """What was said on one line, as a window of any width shows it."""
    return " ".join(said.split())


@pytest.fixture
def locked(say: Say, home: Path) -> Path:
    """A home with a note, locked by a script; its key is not cached."""
    say("mood", "2", "quillwort")
    say("lock", "on", "--yes", env=SCRIPT)
    forget(home)
    return home


@pytest.fixture
def of_an_earlier_carelog(locked: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same home, whose slot for the passphrase costs less than today's."""
    place = Paths.inside(locked).keys
    write_slot(place / "passphrase.slot", PASSPHRASE, unlock(place, PASSPHRASE), EARLIER)
    forget(locked)
    monkeypatch.setattr(key_slots, "USUAL", USUAL)
    return locked


@pytest.mark.parametrize("weak", ["Passwort1!", "michael75", "iloveyou"])
@pytest.mark.parametrize("variable", ["CARELOG_PASSPHRASE_COMMAND", "CARELOG_NEW_PASSPHRASE_COMMAND"])
def test_a_script_cannot_lock_with_what_is_guessed_soon(
    say: Say, carelog: Command, home: Path, weak: str, variable: str
) -> None:
    say("mood", "4")
    refused = carelog("lock", "on", "--yes", env={variable: f"echo {weak}"})
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert flat(refused.stderr) == OFTEN
    assert is_plain(home / "journal.db")
    assert not (home / "carelog-keys").exists()


def test_a_new_passphrase_that_is_guessed_soon_leaves_the_old_one(locked: Path, carelog: Command, say: Say) -> None:
    slot = locked / "carelog-keys" / "passphrase.slot"
    before = slot.read_bytes()
    refused = carelog("lock", "passphrase", env=SCRIPT | {"CARELOG_NEW_PASSPHRASE_COMMAND": "echo Sommer2025"})
    assert (refused.exit_code, OFTEN in flat(refused.stderr)) == (2, True)
    assert slot.read_bytes() == before
    assert "quillwort" in say("log", env=SCRIPT).stdout


@pytest.mark.parametrize("weak", ["password", "aaaaaaaa", "qwertyui"])
def test_an_old_passphrase_that_would_be_refused_today_opens_its_journal(locked: Path, say: Say, weak: str) -> None:
    place = Paths.inside(locked).keys
    write_slot(place / "passphrase.slot", weak, unlock(place, PASSPHRASE))
    forget(locked)
    assert "quillwort" in say("log", env={"CARELOG_PASSPHRASE_COMMAND": f"echo {weak}"}).stdout


def test_words_are_drawn_for_who_types_none_and_typing_them_takes_them(locked: Path, terminal: Start, say: Say) -> None:
    person = terminal("lock", "passphrase", env=SCRIPT)
    drawn = []
    person.expect(ASKED)
    person.type("iloveyou")
    person.expect(OFTEN)
    person.expect(ASKED)
    for _ in range(2):
        person.type("")
        person.expect("These words were drawn by chance.")
        person.expect(TYPE_THEM)
        drawn.append(re.findall(r"^ {4}((?:[a-z]+ ){5}[a-z]+)$", person.screen.replace("\r", ""), re.MULTILINE)[-1])
    assert drawn[0] != drawn[1]
    person.type("other words than those")
    person.expect("The two differ. Please type both again.")
    person.expect(ASKED)
    person.type("")
    person.expect(TYPE_THEM)
    words = re.findall(r"^ {4}((?:[a-z]+ ){5}[a-z]+)$", person.screen.replace("\r", ""), re.MULTILINE)[-1]
    person.type(f"  {words.title()} ")
    number, screen = person.finish()
    assert (number, "Your passphrase is changed." in screen) == (0, True)
    assert screen.rindex(words) < screen.rindex("\x1b[?1049l"), "the terminal forgets the words"
    forget(locked)
    assert "quillwort" in say("log", env={"CARELOG_PASSPHRASE_COMMAND": f"echo {words}"}).stdout


def test_who_types_the_passphrase_of_an_earlier_carelog_is_told_once_how_to_store_it_anew(
    of_an_earlier_carelog: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carelog.cli.runtime import unlock as runtime
    from carelog.cli.runtime.context import Context

    monkeypatch.setattr(Context, "can_ask", True)
    monkeypatch.setattr(runtime, "ask_hidden", lambda _: PASSPHRASE)
    told = []
    for _ in range(3):
        told.append(COSTS_LITTLE in flat(carelog("log").stderr))
        forget(of_an_earlier_carelog)
    assert told == [True, False, False]


def test_verify_and_status_say_that_a_passphrase_costs_little_until_it_is_stored_anew(
    of_an_earlier_carelog: Path, say: Say, data: Any
) -> None:
    assert of_an_earlier_carelog
    assert COSTS_LITTLE in flat(say("verify", env=SCRIPT).stdout)
    assert COSTS_LITTLE in flat(say("lock").stdout)
    assert data("verify", env=SCRIPT)["sound"], "it is worth knowing, and nothing is wrong"
    assert COSTS_LITTLE not in say("log", env=SCRIPT).stderr, "a script is told nothing"
    same = SCRIPT | {"CARELOG_NEW_PASSPHRASE_COMMAND": f"echo {PASSPHRASE}"}
    say("lock", "passphrase", env=same)
    for words in (("verify",), ("lock", "status")):
        assert COSTS_LITTLE not in flat(say(*words, env=SCRIPT).stdout)


def test_a_lock_at_less_than_the_usual_cost_says_so(
    say: Say, monkeypatch: pytest.MonkeyPatch, carelog: Command
) -> None:
    def derive(cost: Cost, secret: str, salt: bytes) -> bytes:
        if cost.n > 2**4:
            raise MemoryError
        return key(cost, secret, salt)

    key = Cost.key
    monkeypatch.setattr(key_slots, "USUAL", USUAL)
    monkeypatch.setattr(Cost, "key", derive)
    say("mood", "4")
    assert LESS_MEMORY in flat(carelog("lock", "on", "--yes", env=SCRIPT).stderr)
    new = SCRIPT | {"CARELOG_NEW_PASSPHRASE_COMMAND": "echo quite another sentence"}
    assert LESS_MEMORY in flat(carelog("lock", "passphrase", env=new).stderr)
