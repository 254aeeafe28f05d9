"""Help: one screen of what people do every day, the way to all else, and -h wherever somebody types it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.command import REGISTRY
from carelog.cli.manual import is_page, page_meant
from carelog.cli.synonyms import NEVER_SUGGESTED, SYNONYMS
from carelog.cli.table import COMMANDS, IN_TWO_WORDS, TOPICS
from carelog.crisis.pleas import WORDS
from carelog.wording.environment import ENVIRONMENT
from carelog.wording.exit_codes import EXIT_CODES
from carelog.wording.first_page import EVERYDAY
from support.command import Command, Terminal
from support.locks import SCRIPT, lock_home

Say = Callable[..., Any]
Start = Callable[..., Terminal]
CARD = "In danger now: call 112 (Germany)"
PAGES = (["-h"], ["--help"], ["help"], ["-V"], ["help", "environment"], ["mood", "-h"], ["-h", "contact", "add"])


def test_the_first_page_is_one_screen_and_begins_with_the_crisis(terminal: Start) -> None:
    _, screen = terminal("--help", columns=80, rows=24).finish()
    lines = screen.splitlines()
    assert lines[0] == "In a crisis: carelog crisis"
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_in_a_narrow_window_the_first_page_keeps_its_words_and_columns(terminal: Start, plain: list[str]) -> None:
    _, screen = terminal("--help", *plain, columns=40, rows=60).finish()
    assert max(map(len, screen.splitlines())) <= 40
    assert all(use in " ".join(screen.split()) for use in EVERYDAY.values())


def test_the_first_page_has_ten_commands_that_are_there_and_says_where_the_others_are(say: Say) -> None:
    text = say("help").stdout
    assert list(EVERYDAY) == re.findall(r"^  ([a-z]+) ", text, re.MULTILINE)
    assert len(EVERYDAY) == 10
    assert set(EVERYDAY) <= set(COMMANDS)
    for line in re.findall(r"carelog (help [\w-]+|help --all|mood [^,\n]+)", text):
        assert say(*line.split()).stdout
    assert f"More topics of carelog help: {', '.join(TOPICS)}\n" in text


def test_in_plain_words_each_command_is_a_sentence(say: Say) -> None:
    text = say("--plain", "-h").stdout
    assert "\nmood: Note how it is, from 1 to 5, with or without words.\n" in text
    assert "   " not in text
    assert text == say("help", env={"CARELOG_PLAIN": "1"}).stdout


def test_programs_are_told_the_first_page_too(say: Say, data: Say) -> None:
    assert data("help") == data("--help") == {"text": say("help").stdout.removesuffix("\n")}


@pytest.mark.parametrize("words", [["help", "--all"], ["--help", "--all"], ["-h", "--all", "--plain"]])
def test_all_of_it_has_every_command_and_option_and_begins_with_the_crisis(say: Say, words: list[str]) -> None:
    text = say(*words).stdout
    assert text.startswith("In a crisis: carelog crisis\n")
    assert all(re.search(rf"\b{re.escape(name)}\b", text) for name in COMMANDS.keys() - IN_TWO_WORDS.keys())
    assert all(option in text for option in ("--version", "-V", "--verbose", "--json", "--plain", "--discreet"))


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("mood --help", "mood -h | -h mood | --help mood | mood 4 walked -h | mood -h walked"),
        ("mood --help", "-h mood 4 | help mood -h | 4 walked -h | -h 4 walked | good -h"),
        ("contact add --help", "contact add -h | -h contact add | contact -h add | contact add Sam -h"),
        ("contact --help", "contact -h | -h contact | help contact"),
        ("log --help", "log -n 5 -h | log --tag walk -h | log --json -h | log -n5 -h"),
        ("export --help", "export -opage.md -h | export -o page.md -h | export --output=page.md -h"),
        ("keep --help", "keep -h | keep -h you came back | keep you came back -h | -h keep you came"),
        ("--help", "-h | help | help -h | -h help | --help --help"),
        ("delete --help", "delete last -y -h | delete -h"),
    ],
)  # fmt: skip
def test_help_can_be_asked_for_before_and_behind_other_words(say: Say, data: Say, page: str, typed: str) -> None:
    for line in typed.split(" | "):
        assert say(*line.split()).stdout == say(*page.split()).stdout, line
    assert data("log")["entries"] == []


def test_what_only_looks_like_it_keeps_its_meaning(data: Say, refusal: Say) -> None:
    assert data("mood", "4", "-2h", "by", "train")["entry"]["note"] == "-2h by train"
    assert data("mood", "4", "--tag", "-h")["entry"]["tags"] == ["-h"]
    assert data("mood", "4", "--", "-h")["entry"]["note"] == "-h"
    assert data("log", "--search", "-h")["entries"] == data("log", "--search=-h")["entries"]
    assert refusal(2, "mood", "4", "-half").startswith("There is no option -half here.")
    assert data("mood", "4", "--at", "-2h")["entry"]["at"].startswith("2026-11-22T19:30")


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_a_locked_home_is_no_reason_to_ask_for_a_passphrase(carelog: Command, home: Path, words: list[str]) -> None:
    lock_home(home)
    answer = carelog(*words, env=dict.fromkeys(SCRIPT))
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
@pytest.mark.parametrize("broken", ["journal.db", "settings.toml", "card.txt"])
def test_a_broken_home_is_no_reason_to_go_without_help(say: Say, home: Path, broken: str, words: list[str]) -> None:
    home.mkdir(mode=0o700)
    (home / broken).write_bytes(b"\xff\x00 = [ broken")
    assert say(*words).stdout


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_a_home_that_is_a_file_is_no_reason_to_go_without_help(say: Say, home: Path, words: list[str]) -> None:
    home.write_text("no folder")
    assert say(*words).stdout


def test_the_tables_are_told_whole_to_people_and_programs(say: Say, data: Say) -> None:
    text = say("help", "environment").stdout
    assert all(f"\n{names}\n  {meaning}\n" in text for names, meaning in ENVIRONMENT.items())
    told = data("help", "environment")["variables"]
    assert {", ".join(each["names"]): each["meaning"] for each in told} == ENVIRONMENT
    text = say("help", "exit-codes").stdout
    assert all(f"\n{number}\n  {meaning}\n" in text for number, meaning in EXIT_CODES.items())
    assert {each["number"]: each["meaning"] for each in data("help", "exit-codes")["exit_codes"]} == EXIT_CODES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("moood", "mood"), ("enviroment", "environment"), ("exit-code", "exit-codes"), ("calender", "calendar"),
        ("expotr", "export"), ("contct", "contact"), ("contct add", "contact add"), ("contact ad", "contact add"),
        ("contact lst", "contact list"), ("questionaire", "questionnaire"), ("MOOOD", "mood"),
    ],
)  # fmt: skip
def test_a_page_that_was_mistyped_is_named(refusal: Say, typed: str, meant: str) -> None:
    assert refusal(2, "help", *typed.split()) == (
        f"“{typed.casefold()}” is no page of the manual. Did you mean: carelog help {meant}\n"
        "All pages: carelog help --all\n"
        "In a crisis: carelog crisis"
    )
    assert is_page(meant.split())


@pytest.mark.parametrize(
    "typed",
    [
        "me", "now", "please", "rescue", "attacker", "lost", "pain", "alone", "race", "ring", "beach", "keep me safe",
        "contact mum", "reach us", "plan b", "note my words", "moood please", "delet", "eras", "sucide", "overdos",
        "someone", "dead", "breath", "down",
    ],
)  # fmt: skip
def test_what_is_no_slip_of_the_finger_behind_help_is_a_plea(say: Say, typed: str) -> None:
    assert say("help", *typed.split()).stdout.startswith(CARD)


def test_no_word_for_help_and_nothing_of_need_is_taken_for_a_page() -> None:
    taken = {word for word in {*WORDS, *SYNONYMS} - {*COMMANDS, *TOPICS} if page_meant([word])}
    assert not taken & set(WORDS)
    assert not {word for word in taken if "reach" in SYNONYMS.get(word, ())}
    every = [f"{group} {name}" for group in COMMANDS for name in NEVER_SUGGESTED]
    assert not [each for each in every if each not in REGISTRY and page_meant(each.split()) in every]
