"""A question where nobody can be asked is refused in words for the person, who can do what they say."""

import re
import shlex
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from support.command import Command
from support.source import SOURCE

Say = Callable[..., Any]
COMMAND = re.compile(r"carelog (.+?)(?:\. |$)")

WITH_YES = (
    ["delete", "last"],
    ["forget"],
    ["erase"],
    ["goal", "remove", "walk again"],
    ["contact", "remove", "Sam"],
    ["plan", "remove", "{step}"],
    ["bring", "remove", "{topic}"],
    ["keep", "remove", "{kind}"],
    ["sign", "remove", "sleeping badly"],
    ["settings", "preset", "shared-computer"],
    ["lock", "on"],
    ["export", "--format", "md"],
    ["export", "--for", "self", "--format", "json"],
)
"""What asks for a yes."""

ASKS_FOR_YES = ("To do this without being asked, add --yes.", "To write it without being asked, add --yes.")
WITH_WORDS = (
    ["mood"],
    ["mood", "nicely"],
    ["track"],
    ["contact", "add"],
    ["routine", "add"],
    ["tracker", "add"],
    ["goal", "add"],
    ["goal", "rate"],
    ["plan", "add", "alone"],
    ["plan", "edit"],
    ["sign", "add", "sleeping badly"],
    ["activity", "plan"],
    ["appointment", "add"],
    ["settings", "edit"],
)
"""What asks for words, of which an example is given."""

WITH_AN_OPTION = (["questionnaire", "take", "phq4"], ["export", "--format", "pdf", "--password"])
"""What asks one question after the other, or for something that nobody may read."""

WITH_STANDARD_INPUT = (["note"], ["mood", "3", "--edit"], ["edit", "last"])
"""What opens an editor."""


@pytest.fixture(autouse=True)
def _something_of_everything(say: Say) -> None:
    say("mood", "3", "a word")


@pytest.fixture
def with_things(say: Say, data: Say) -> dict[str, str]:
    """The handles of things that can be removed."""
    say("goal", "add", "walk again")
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018")
    say("routine", "add", "walk")
    say("tracker", "add", "sleep")
    say("sign", "add", "sleeping badly", "--when", "sleep below 5 on 3 of 5 days", "--then", "call Sam")
    say("delete", "last", "--yes")
    say("mood", "3", "another word")
    step = data("plan", "add", "alone", "tea")["step"]["handle"]
    topic = data("bring", "the nights")["topic"]["handle"]
    kind = data("keep", "well said")["kind_word"]["handle"]
    return {"step": step, "topic": topic, "kind": kind}


@pytest.mark.parametrize("words", WITH_YES, ids=" ".join)
def test_who_is_asked_for_a_yes_is_told_of_the_option_that_says_it(
    carelog: Command, with_things: dict[str, str], words: Sequence[str]
) -> None:
    typed = [word.format(**with_things) for word in words]
    for result in (carelog(*typed), carelog(*typed, "--json")):
        assert result.stderr.count("\n") <= 1
        said = result.stderr or result.json["errors"][0]["message"]
        assert said.strip() in ASKS_FOR_YES, said
        assert result.exit_code == 2
    assert "--yes" in _help(carelog, words)


@pytest.mark.parametrize("words", WITH_WORDS, ids=" ".join)
def test_an_example_of_the_words_that_are_asked_for_works_when_it_is_pasted(
    carelog: Command, say: Say, words: Sequence[str]
) -> None:
    if words == ["goal", "rate"]:
        say("goal", "add", "walk again")
    if words[0] in ("track", "sign"):
        say("tracker", "add", "sleep")
    said = carelog(*words).stderr
    found = COMMAND.search(said)
    assert found, said
    pasted = carelog(*shlex.split(found[1]))
    assert pasted.exit_code == 0, pasted.stderr
    assert pasted.stderr == ""


@pytest.mark.parametrize("words", WITH_AN_OPTION, ids=" ".join)
def test_an_option_that_is_named_is_in_the_help_of_its_command(carelog: Command, words: Sequence[str]) -> None:
    said = carelog(*words).stderr
    [option] = set(re.findall(r"--\w+", said)) - {"--json"}
    assert option in _help(carelog, words)


@pytest.mark.parametrize("words", WITH_STANDARD_INPUT, ids=" ".join)
def test_instead_of_an_editor_words_are_taken_from_standard_input(
    carelog: Command, data: Say, words: Sequence[str]
) -> None:
    said = carelog(*words).stderr
    assert said == "Write the words behind the command, or - to have them read from standard input.\n"
    typed = [word for word in words if word != "--edit"]
    assert carelog(*typed, "-", stdin="by the river").exit_code == 0
    assert "by the river" in [entry["note"] for entry in data("log")["entries"]]


def test_no_refusal_speaks_of_terminals_and_questions() -> None:
    for path in (SOURCE / "error_sentences").glob("*.py"):
        text = path.read_text("utf-8")
        assert "needs a terminal" not in text, path.name
        assert "asks a question" not in text, path.name


def _help(carelog: Command, words: Sequence[str]) -> str:
    name = [word for word in words[:2] if word.isalpha() and word not in ("last", "phq4")]
    return carelog(*name, "--help").stdout
