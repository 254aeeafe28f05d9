"""What switches plain and discreet pages on and off: an option, else its variable, else the settings."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]
WORD = "quillwort"
ON, OFF = ["1", "on", "yes", "true", "Yes", "please"], ["0", "off", "no", "false", "OFF", " 0 "]
ANSWERS = [*((said, True) for said in ON), *((said, False) for said in OFF)]


def is_plain(answer: str) -> bool:
    """Whether a page of trends has sentences in place of drawings."""
    return not {"█", "▁", "─", "╭", "⣀", "•"} & set(answer)


@pytest.fixture
def noted(say: Say) -> None:
    for day in range(1, 15):
        say("mood", str(1 + day % 5), WORD, "--at", f"2026-11-{day:02} 12:00")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize(("said", "on"), ANSWERS)
def test_a_variable_counts_before_the_settings(say: Say, said: str, on: bool) -> None:
    for name, seen in (("plain", is_plain), ("discreet", lambda answer: WORD not in answer)):
        page = ("log",) if name == "discreet" else ("trends",)
        for kept in ("on", "off"):
            say("settings", "set", name, kept)
            assert seen(say(*page, env={f"CARELOG_{name.upper()}": said}).stdout) is on, (name, kept)
            assert seen(say(*page, env={f"CARELOG_{name.upper()}": ""}).stdout) is (kept == "on"), (name, kept)
        say("settings", "set", name, "off")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize(("variable", "kept"), [*product(["0", "1", ""], ["on", "off"])])
def test_an_option_counts_before_both_and_the_one_nearest_to_the_command_counts(
    say: Say, variable: str, kept: str
) -> None:
    say("settings", "set", "plain", kept)
    env = {"CARELOG_PLAIN": variable}
    assert is_plain(say("trends", "--plain", env=env).stdout)
    assert not is_plain(say("trends", "--no-plain", env=env).stdout)
    assert not is_plain(say("--plain", "trends", "--no-plain", env=env).stdout)
    assert is_plain(say("--no-plain", "trends", "--plain", env=env).stdout)


def test_help_has_boxes_unless_plain_is_asked_for(say: Say) -> None:
    asked = [([], "", True), ([], "0", True), ([], "1", False), (["--no-plain"], "1", True), (["--plain"], "0", False)]
    for options, variable, boxed in asked:
        answer = say("mood", *options, "--help", env={"CARELOG_PLAIN": variable, "COLUMNS": "100"}).stdout
        assert ("╭" in answer) is boxed, (options, variable)


def test_codes_of_the_card_are_drawn_unless_plain_is_asked_for(terminal: Say, say: Say) -> None:
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018", "--crisis", "1")
    asked = [([], "0", True), ([], "1", False), (["--no-plain"], "1", True), (["--plain"], "0", False)]
    for options, variable, drawn in asked:
        person = terminal("crisis", "--qr", *options, env={"CARELOG_PLAIN": variable}, rows=60)
        person.type("q")
        screen = person.finish()[1]
        assert ("▀" in screen or "█" in screen) is drawn, (options, variable)


def test_nothing_of_a_locked_journal_is_shown_because_a_variable_is_off(carelog: Command, say: Say) -> None:
    script = {"CARELOG_PASSPHRASE_COMMAND": "echo four words for it"}
    say("contact", "add", "Maya")
    say("settings", "set", "discreet", "on")
    say("lock", "on", "--yes", env={"CARELOG_NEW_PASSPHRASE_COMMAND": "echo four words for it"})
    asked = carelog("contact", env={"CARELOG_DISCREET": "0", "CARELOG_PASSPHRASE_COMMAND": ""})
    assert (asked.exit_code, "Maya" in asked.stdout) == (4, False)
    assert "Maya" in say("contact", env={"CARELOG_DISCREET": "0", **script}).stdout


def test_a_journal_that_begins_in_a_relative_home_says_where_it_is(
    carelog: Command, isolated: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(isolated)
    env = {"CARELOG_HOME": "my journal"}
    folder = f"'{isolated}/my journal'"
    assert carelog("mood", "4", env=env).stderr == (
        f"This journal is in {folder}. CARELOG_HOME is not a whole path, and means another journal in every other "
        f"folder. To have the same one everywhere: export CARELOG_HOME={folder}\n"
    )
    assert carelog("mood", "4", env=env).stderr == ""
    assert carelog("mood", "4", env={"CARELOG_HOME": "~/another", "HOME": str(isolated)}).stderr == ""
