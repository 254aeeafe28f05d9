"""The first start: a minute of questions, each of which can be skipped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from support.command import Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]


def test_the_first_time_asks_and_what_is_answered_is_kept(terminal: Start, data: Say, say: Say) -> None:
    person = terminal()
    person.expect("Welcome. carelog keeps a journal on this computer and nowhere else.")
    person.expect("(two letters, such as GB; several: GB, IE) [DE]:")
    person.type("Ireland")
    person.expect("does not fit country. It can be two-letter country codes")
    person.type("ie")
    person.expect("One person you could call on a hard day:")
    person.type("Sam")
    person.expect("A number to call (Enter skips):")
    person.type("ask Mum")
    person.expect("“ask Mum” has no digits, so it cannot be a number to call or text.")
    person.type("+44 20 7946 0018")
    person.expect("Do other people use this computer? [y/N]:")
    person.type("y")
    person.expect("Words typed after a command stay in the shell's history.")
    for question, answer in (("this? [Y/n]:", ""), ("every page? [Y/n]:", ""), ("passphrase now? [y/N]:", "n")):
        person.expect(question)
        person.type(answer)
    person.expect("To lock it: carelog lock on")
    person.expect("Would you like to see your crisis card now? [Y/n]:")
    person.type("")
    person.expect("In danger now: call 112")
    person.expect("Sam")
    person.expect("+44 20 7946 0018")
    code, screen = person.finish()
    assert (code, screen.endswith("That is all. Note a moment with: carelog mood 4 a few words\n")) == (0, True)
    settings = data("settings")["settings"]
    assert (settings["country"], settings["shared_computer"], settings["discreet"]) == (["IE"], True, True)
    assert (settings["lock.cache"], settings["lock.card"]) == (0, ["nothing"])
    assert [each["crisis_order"] for each in data("contact", "--no-discreet")["contacts"]] == [1]
    assert "Sam" in say("crisis").stdout


def test_everything_can_be_skipped_and_it_is_not_asked_again(terminal: Start, data: Say) -> None:
    person = terminal()
    for question in ("several: GB, IE) [DE]:", "on a hard day:", "[y/N]:", "[Y/n]:"):
        person.expect(question)
        person.type("n" if question == "[Y/n]:" else "")
    assert person.finish()[0] == 0
    assert data("contact")["contacts"] == []
    assert data("settings")["settings"]["shared_computer"] is False
    person = terminal()
    person.expect("Sunday 22 November 2026")
    code, screen = person.leave("q")
    assert code == 0
    assert "Welcome. carelog keeps a journal on this computer and nowhere else." not in screen
    assert "Sunday 22 November 2026" in screen


def test_who_shares_a_computer_can_leave_all_else_as_it_is(terminal: Start, data: Say) -> None:
    person = terminal()
    for question, answer in (
        ("several: GB, IE) [DE]:", ""),
        ("on a hard day:", ""),
        ("use this computer? [y/N]:", "y"),
        ("like this? [Y/n]:", "n"),
        ("card now? [Y/n]:", "n"),
    ):
        person.expect(question)
        person.type(answer)
    assert person.finish()[0] == 0
    settings = data("settings")["settings"]
    assert (settings["shared_computer"], settings["discreet"], settings["lock.cache"]) == (True, False, 15)


def test_ctrl_c_ends_the_first_start_and_keeps_what_was_answered(terminal: Start, data: Say) -> None:
    person = terminal()
    person.expect("such as GB;")
    person.type("gb")
    person.expect("on a hard day:")
    code, screen = person.leave("\x03")
    assert (code, "Traceback" in screen) == (130, False)
    assert data("settings", "get", "country") == {"country": ["GB"]}


def test_without_a_terminal_it_says_how_to_begin_and_makes_nothing(say: Say, home: Path) -> None:
    assert say().stdout == "Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis\n"
    assert not home.exists()


def test_later_the_name_alone_shows_today(say: Say) -> None:
    say("mood", "4", "hello")
    assert say().stdout == say("today").stdout
    assert say("--plain").stdout == say("today", "--plain").stdout != say().stdout
