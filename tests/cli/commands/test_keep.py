"""keep: a kind word is kept and shown again."""

from collections.abc import Callable
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]


def test_alone_it_says_how_to_keep_something_and_then_shows_it(say: Say, empty: Say) -> None:
    assert "--with Sam" in empty("keep")
    say("keep", "You", "came", "back.", "--from-whom", "Sam")
    assert say("keep").stdout == "“You came back.” Sam\n"


def test_every_kind_word_has_its_day(say: Say, data: Say, now: Callable[[str], None]) -> None:
    kept = {"one", "two", "three"}
    for text in kept:
        say("keep", text)
    shown = []
    for day in range(23, 26):
        now(f"2026-11-{day}T12:00:00+01:00")
        shown.append(data("keep")["kind_word"]["text"])
        assert data("keep")["kind_word"]["text"] == shown[-1]
    assert set(shown) == kept


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["keep", "--from-whom", "Mum", "you", "matter"], "you matter"),
        (["keep", "add", "you", "matter"], "you matter"),
        (["keep", "--", "list"], "list"),
        (["keep", "--", "--it", "helps"], "--it helps"),
    ],
)
def test_words_need_no_name_of_a_command(data: Say, words: list[str], text: str) -> None:
    at = words.index("--") if "--" in words else len(words)
    data(*words[:at], *words[at:])
    assert [word["text"] for word in data("keep", "list")["kind_words"]] == [text]


def test_it_reads_standard_input(carelog: Command, data: Say) -> None:
    assert carelog("keep", "-", stdin="you matter\n").exit_code == 0
    assert data("keep")["kind_word"]["text"] == "you matter"


def test_the_card_shows_the_last_one_until_it_is_removed(say: Say) -> None:
    say("keep", "first")
    say("keep", "you matter", "--from-whom", "Mum")
    assert "“you matter” Mum" in say("crisis", "--all").stdout
    say("keep", "remove", "last", "--yes")
    assert "“first”" in say("crisis", "--all").stdout
    assert "matter" not in say("keep", "list").stdout


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["keep", " "], "A kind word needs at least one character."),
        (2, ["keep", "x" * 501], "A kind word can have up to 500 characters; this has 501."),
        (3, ["keep", "remove", "abcdef"], "No kind word has the handle “abcdef”. To see them: carelog keep"),
        (2, ["keep", "--whose", "x"], "--whose"),
    ],
)
def test_a_kind_word_that_cannot_be_kept_is_refused(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, *words)
