"""settings preset: several settings are shown, asked about and set at once."""

import re
from collections.abc import Callable
from typing import Any

from carelog.cli.commands.settings_preset import VALUES, Preset
from carelog.domain.card_field import CardField
from support.command import Terminal
from support.locks import PASSPHRASE, SCRIPT

CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){3,}[0-9A-Z]{4}\b")
Say = Callable[..., Any]
Start = Callable[..., Terminal]
KEYS = VALUES[Preset.SHARED_COMPUTER]


def test_every_part_is_said_asked_about_and_set(terminal: Start, data: Say) -> None:
    before = data("settings")["settings"]
    person = terminal("settings", "preset", "shared-computer", columns=120)
    for key, value in KEYS.items():
        person.expect(f"{key} {value} ")
    person.expect("Set it up like this? [y/N]:")
    person.type("n")
    assert "Nothing was changed." in person.finish()[1]
    assert data("settings")["settings"] == before
    set_up = data("settings", "preset", "shared-computer", "--yes")
    assert set_up == {
        "preset": "shared-computer",
        "settings": {
            "shared_computer": True,
            "discreet": True,
            "own_screen": True,
            "lock.cache": 0,
            "lock.card": ["nothing"],
        },
        "locked": False,
    }
    assert {key: data("settings")["settings"][key] for key in set_up["settings"]} == set_up["settings"]


def test_whether_pages_hide_names_is_asked_and_what_is_hidden_stays_hidden(terminal: Start, data: Say) -> None:
    for answer, hides in (("n", False), ("", True)):
        person = terminal("settings", "preset", "shared-computer")
        person.expect("Set it up like this? [y/N]:")
        person.type("y")
        person.expect("Hide names and notes on every page? [Y/n]:")
        person.type(answer)
        person.expect("with a passphrase now? [y/N]:")
        person.type("n")
        person.finish()
        assert data("settings", "get", "discreet") == {"discreet": hides}
    person = terminal("settings", "preset", "shared-computer")
    person.expect("[y/N]:")
    person.type("y")
    person.expect("passphrase now? [y/N]:")
    person.type("n")
    assert "Hide names and notes on every page?" not in person.finish()[1]
    assert data("settings", "get", "discreet") == {"discreet": True}


def test_a_script_says_yes_and_is_told_how_to_lock(say: Say, refusal: Say) -> None:
    assert "To do this without being asked, add --yes." in refusal(2, "settings", "preset", "shared-computer")
    assert (
        "Your journal is not locked: whoever opens its file can read it. To lock it: carelog lock on"
        in say("settings", "preset", "shared-computer", "--yes").stdout
    )
    assert "shared-computer" in refusal(2, "settings", "preset", "holiday", "--yes")


def test_the_journal_is_locked_in_the_same_go(terminal: Start, data: Say, say: Say) -> None:
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018", "--crisis", "1")
    person = terminal(
        "settings", "preset", "shared-computer", env={"CARELOG_NEW_PASSPHRASE_COMMAND": f"echo {PASSPHRASE}"}
    )
    for question in ("like this? [y/N]:", "on every page? [Y/n]:", "passphrase now? [y/N]:", "Lock it? [y/N]:"):
        person.expect(question)
        person.type("y")
    for answers, sees, leaves in (("y", "Sam", "n"), ("n", "112", "y")):
        for answer in answers.ljust(len(CardField), "n"):
            person.expect("stay readable?")
            person.type(answer)
        person.expect("While your journal is locked, your card looks like this:")
        person.expect(sees)
        person.expect("Leave it like this?")
        person.type(leaves)
    person.expect("Type the recovery code from your paper, so that you know it is right")
    person.type(CODE.findall(person.screen)[0])
    number, screen = person.finish()
    assert (number, "Traceback" in screen) == (0, False)
    assert data("lock")["lock"]["state"] == "on"
    card = say("crisis", "--all").stdout
    assert "Sam" not in card
    assert "112" in card
    assert data("settings", "preset", "shared-computer", "--yes", env=SCRIPT)["locked"] is True
