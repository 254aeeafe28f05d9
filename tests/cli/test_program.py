"""The program as a whole: versions, help, unknown words, completion."""

import platform
import re
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog import __version__
from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS, IN_TWO_WORDS, name_shown
from support.command import Command
from support.program import CHOICES

Say = Callable[..., Any]

build(list(COMMANDS))
NAMES = sorted(REGISTRY)
GROUPS = sorted({name.partition(" ")[0] for name in NAMES if " " in name})
WITHOUT_A_NAME = {
    *("keep show", "keep add", "bring list", "bring add", "helplines list", "lock status"),
}
"""Commands whose own name can be left out: the name of the group, alone or with words, means them."""


def test_the_versions_are_said_and_the_places_when_asked(say: Say, home: Path) -> None:
    lines = [f"carelog {__version__}", f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for words in (["--version"], ["-V"], ["--plain", "-V"], ["--version", "mood", "4"]):
        assert say(*words).stdout.splitlines() == lines
    verbose = say("--version", "--verbose").stdout
    for place in ("journal.db", "card.txt", "settings.toml", "backups"):
        assert str(home / place) in verbose
    assert say("-V", "--verbose").stdout == say("--verbose", "--version").stdout == verbose
    assert not home.exists()


@pytest.mark.parametrize("words", [["--verbose"], ["--verbose", "mood", "4"]])
def test_verbose_belongs_to_the_versions_alone(refusal: Say, words: list[str], home: Path) -> None:
    assert refusal(2, *words) == "--verbose belongs to --version: carelog --version --verbose"
    assert not home.exists()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"crisis", "sos"}])
def test_the_help_of_a_command_has_examples_and_speaks_of_json(say: Say, name: str) -> None:
    text = say(*name.split(), "--plain", "--help").stdout
    usual = name.partition(" ")[0] if name in WITHOUT_A_NAME else name
    assert f"carelog {name_shown(usual)}" in text.partition("Examples:")[2]
    assert "--json" in text
    assert "-h, --help" in text
    assert not re.search("[│╭─\b]|<[a-z]+>", text)


@pytest.mark.parametrize("group", GROUPS)
def test_the_help_of_a_group_has_examples_of_its_commands(say: Say, group: str) -> None:
    told = say(group, "--plain", "--help").stdout.partition("Examples:\n")[2].partition("\n\n")[0]
    examples = re.split(r"\n +(?=carelog )", told.strip())
    of_commands = [" ".join(example.split()) for name in NAMES for example in REGISTRY[name].examples]
    assert 1 <= len(examples) <= 5
    assert not [example for example in examples if " ".join(example.split()) not in of_commands]
    assert all(example.startswith(f"carelog {group}") for example in examples)


@pytest.mark.parametrize("words", [["contact", "add"], ["insights"], ["routine", "add"]])
def test_the_words_to_choose_from_are_whole_in_a_box_too(say: Say, words: list[str]) -> None:
    text = " ".join(re.sub("[│╭╮╰╯─]", " ", say(*words, "--help").stdout).split())
    shown = {" ".join(f"One of: {said}.".split()) for said in CHOICES}
    assert any(said in text for said in shown)
    assert "<" not in text


@pytest.mark.parametrize(
    ("name", "behind", "sentence"),
    [
        ("reach", "[NAME|TEXT]", "Whom you would like to turn to, or what you would like help with."),
        (
            "today",
            "[WHEN]",
            "Show today, or a day that is over: moods, what is due and noted by time, the last two weeks.",
        ),
    ],
)
def test_help_says_what_can_stand_behind_a_command(say: Say, name: str, behind: str, sentence: str) -> None:
    text = " ".join(say(name, "--plain", "--help").stdout.split())
    assert f"Usage: carelog {name} [OPTIONS] {behind}" in text
    assert sentence in text


@pytest.mark.parametrize("words", [["mood"], ["contact"], ["contact", "add"]])
def test_help_is_drawn_with_boxes_unless_words_are_wanted(say: Say, words: list[str]) -> None:
    assert "╭─" in say(*words, "--help").stdout
    for env in ({"TERM": "dumb"}, {"CARELOG_PLAIN": "1"}):
        assert "╭─" not in say(*words, "--help", env=env).stdout


def test_help_in_a_narrow_window_has_no_boxes_that_cut_its_words(say: Say) -> None:
    narrow = say("import", "--help", env={"COLUMNS": "40"}).stdout
    assert not re.search("[│╭─…]", narrow)
    assert "  --discreet / --no-discreet" in narrow
    assert "╭─" in say("import", "--help", env={"COLUMNS": "60"}).stdout
    assert "_carelog_completion" in say("--show-completion", "bash", env={"COLUMNS": "40"}).stdout


@pytest.mark.parametrize(("group", "example"), [("helplines", "--for alcohol"), ("bring", "the argument")])
def test_the_help_of_a_group_that_takes_words_has_examples(say: Say, group: str, example: str) -> None:
    assert f"carelog {group} {example}" in say(group, "--help").stdout


def test_the_examples_of_help_are_understood(carelog: Command, data: Say) -> None:
    data("note", "something")
    data("contact", "add", "Sam")
    data("routine", "add", "walk", "--target", "20")
    data("routine", "add", "tablets", "--kind", "medicine", "--every", "2/day", "--at", "08:00", "--at", "20:00")
    for scale in ("sleep", "irritability", "weight"):
        data("tracker", "add", scale)
    examples = [
        example for name in NAMES for example in REGISTRY[name].examples if not re.search("/media|demo big", example)
    ]
    lines = [example.rpartition("| ")[2].partition(" && ")[0] for example in examples]
    refused = re.compile("There is no (option|command|place)|does not fit|is missing|needs something|went wrong")
    assert len(lines) > 50
    assert not [line for line in lines if refused.search(carelog(*shlex.split(line)[1:]).stderr)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["moood"], "“moood” is not a command here. Did you mean “mood”?"),
        (["crisys"], "Did you mean “crisis”?"),
        (["ayuda"], "In a crisis: carelog crisis"),
        (["помогите"], "In a crisis: carelog crisis"),
        (["contact", "lst"], "“lst” is not a command here. Did you mean “list”?"),
        (["log", "--form", "monday"], "There is no option --form."),
        (["--jsn"], "There is no option --jsn"),
        (["show"], "Something is missing: REF. Help"),
        (["settings", "preset"], "Something is missing: name. Choose from: shared-computer. Help"),
        (["done"], "Something is missing: NAME. Help"),
        (["undo", "please"], "“please” was not understood here"),
        (["log", "--from"], "--from needs something after it."),
        (["contact", "edit", "Sam", "--role", "boss"], "This does not fit --role: “boss” is not one of family, friend"),
    ],
)
def test_a_slip_is_answered_in_plain_words_with_what_was_probably_meant(
    carelog: Command, words: list[str], said: str
) -> None:
    result = carelog(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not re.search(r"Invalid|Got |Error|\?\.", result.stderr)
    assert "carelog --help" in result.stderr or re.search(r"carelog \w+( \w+)? --help|carelog crisis", result.stderr)


@pytest.mark.parametrize("words", [["contact", "edit", "x", "--role", "y"], ["contact", "edit"], ["contact"]])
def test_help_is_named_by_the_whole_command(carelog: Command, words: list[str]) -> None:
    named = " ".join(words[:2])
    assert f"carelog {named} --help" in carelog(*words, "--no-such-option").stderr


@pytest.mark.parametrize("name", ["crisis", "CRISIS", "Crisis", "sos", "SOS"])
def test_the_card_answers_to_any_case_and_ignores_what_it_does_not_know(say: Say, name: str) -> None:
    for words in ([name], ["--plain", name], [name, "--no-such-option"], [name, "please", "now"]):
        assert say(*words).stdout.startswith("In danger now: call 112 (Germany)")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_the_shell_that_asks(carelog_process: Command, shell: str) -> None:
    result = carelog_process("--show-completion", shell, env={"SHELL": f"/bin/{shell}"})
    assert result.exit_code == 0
    assert "_CARELOG_COMPLETE" in result.stdout
    assert "In a crisis: carelog crisis" not in result.stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("carelog mo", {"mood"}),
        (
            "carelog contact ",
            {"add", "ask", "away", "back", "edit", "export", "import", "list", "remove", "show", "snooze"},
        ),
        ("carelog ", COMMANDS.keys() - IN_TWO_WORDS.keys()),
    ],
)
def test_completion_offers_the_names_of_commands(carelog_process: Command, line: str, offered: set[str]) -> None:
    asked = {
        "_CARELOG_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    assert set(carelog_process(env=asked).stdout.split()) == offered
