"""Slips of a command are asked about and never kept; sentences that begin as a command does are kept, each word."""

import shlex
from collections.abc import Callable, Iterator
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS, VERBS
from carelog.domain.ids import is_reference
from support.command import Command, Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]

build(list(COMMANDS))
GROUPS = {name.partition(" ")[0]: each for name, each in REGISTRY.items() if each.with_words and each.kept_by}
KEEPERS = {each.kept_by: name for name, each in REGISTRY.items() if each.kept_by and name != "mood"}
LISTS = {"keep": "kind_words", "bring": "topics"}
ALONE = {
    "note": ("log", "entries", "note"),
    "activity plan": ("activity list", "activities", "text"),
    "activity did": ("activity list", "activities", "text"),
    "appointment note": ("appointment agreed", "agreements", "text"),
    "goal add": ("goal list", "goals", "name"),
}
"""Where the words of commands that are no group's meaning are found: a command, the key of its list, that of words."""
words = st.text(ascii_lowercase, min_size=1, max_size=9).filter(lambda word: word != "last" and not is_reference(word))
handles = st.text("0123456789abcdef", min_size=6, max_size=8)


def subcommands(group: str) -> list[str]:
    return [name.partition(" ")[2] for name in REGISTRY if name.startswith(f"{group} ")]


def one_edit(word: str) -> Iterator[str]:
    """Words that a slip of the hand makes of a word: a letter less, two that changed places, another, one more."""
    for place in range(len(word) + 1):
        before, behind = word[:place], word[place:]
        yield from (before + "x" + behind, before + "x" + behind[1:], before + behind[1:])
        yield before + behind[1:2] + behind[:1] + behind[2:]


def is_refused(carelog: Command, *typed: str) -> bool:
    answer = carelog(*typed, "--json")
    return (answer.exit_code, [each["key"] for each in answer.json["errors"]]) == (2, ["program.text-or-command"])


def kept(data: Say, group: str) -> list[str]:
    return [each["text"] for each in data(group, "list")[LISTS[group]]]


def test_there_is_a_list_for_every_command_that_keeps_words() -> None:
    assert GROUPS.keys() == LISTS.keys()
    assert KEEPERS.keys() == {*LISTS, *ALONE}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("keep lst", "The command: carelog keep list\nTo keep it as a text: carelog keep -- lst"),
        (
            "keep help",
            "The command: carelog keep --help\nTo keep it as a text: carelog keep -- help\nSomeone now: carelog crisis",
        ),
        (
            "bring remov last --entry last",
            "The command: carelog bring --help\nTo keep it as a text: carelog bring --entry last -- remov last",
        ),
        (
            "bring dnoe 3d26f9",
            "The command: carelog bring done 3d26f9\nTo keep it as a text: carelog bring -- dnoe 3d26f9",
        ),
        ("keep LIST", "The command: carelog keep list\nTo keep it as a text: carelog keep -- LIST"),
        ("keep delete Sam", "The command: carelog keep --help\nTo keep it as a text: carelog keep -- delete Sam"),
        (
            "keep delete Sam Rivera",
            "The command: carelog keep --help\nTo keep it as a text: carelog keep -- delete Sam Rivera",
        ),
        ("note list", "The command: carelog log\nTo keep it as a text: carelog note -- list"),
        (
            "note edit last --tag a",
            "The command: carelog edit last\nTo keep it as a text: carelog note --tag a -- edit last",
        ),
        ("mood rm 3d26f9", "The command: carelog mood --help\nTo keep it as a text: carelog note -- rm 3d26f9"),
        ("activity did list", "The command: carelog activity list\nTo keep it as a text: carelog activity did -- list"),
        (
            "note list --at yesterday 21:00",
            "The command: carelog log\nTo keep it as a text: carelog note --at 'yesterday 21:00' -- list",
        ),
    ],
)  # fmt: skip
def test_a_slip_is_refused_where_nobody_can_be_asked_with_what_keeps_exactly_these_words(
    carelog: Command, refusal: Say, data: Say, typed: str, said: str
) -> None:
    data("contact", "add", "Sam Rivera", "--phone", "030 5550101")
    text = typed.partition(" --")[0].removeprefix("activity ").partition(" ")[2]
    assert refusal(2, *typed.split()) == f"“{text}” may be meant as a command, so nothing was kept. {said}"
    assert data("log")["entries"] == []
    again = shlex.split(said.partition("To keep it as a text: ")[2].partition("\n")[0])
    assert again[0] == "carelog"
    if "--entry" not in typed:
        assert carelog(*again[1:]).exit_code == 0


@pytest.mark.parametrize("group", GROUPS)
def test_every_near_miss_of_a_command_of_a_group_is_refused(carelog: Command, data: Say, group: str) -> None:
    known = {*subcommands(group), *VERBS}
    slips = {slip for name in known for slip in one_edit(name) if slip and slip not in {*subcommands(group)}}
    for slip in sorted(slips):
        assert is_refused(carelog, group, slip), slip
    assert kept(data, group) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.lists(words, min_size=2, max_size=5), number=st.integers(0, 99))
@pytest.mark.parametrize("group", GROUPS)
def test_a_sentence_that_begins_as_a_command_does_is_kept_whole(
    carelog: Command, data: Say, group: str, rest: list[str], number: int
) -> None:
    names = sorted({*subcommands(group), *VERBS} - {"add"})
    typed = [names[number % len(names)], *rest]
    answer = carelog(group, *typed)
    assert (answer.exit_code, answer.stderr) == (0, ""), typed
    assert " ".join(typed) in kept(data, group)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handle=handles, slip=st.sampled_from(["remov", "delet", "shw", "edt", "rmo", "lis"]))
@pytest.mark.parametrize("group", GROUPS)
def test_a_slip_before_a_handle_is_refused(carelog: Command, group: str, handle: str, slip: str) -> None:
    assert is_refused(carelog, group, slip, handle)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handle=handles, verb=st.sampled_from(["delete", "remove", "rm"]))
@pytest.mark.parametrize("group", GROUPS)
def test_another_verb_before_a_handle_is_the_command_and_keeps_nothing(
    carelog: Command, data: Say, group: str, handle: str, verb: str
) -> None:
    assert carelog(group, verb, handle).exit_code == 3
    for several in ([handle, handle], ["last", "last"], [handle, "last"]):
        assert carelog(group, verb, *several).exit_code == 2
    assert kept(data, group) == []


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handle=handles, slip=st.sampled_from(["edti", "eidt", "edt", "editt"]))
@pytest.mark.parametrize("group", GROUPS)
def test_a_slip_of_edit_before_a_handle_and_new_words_is_refused(
    carelog: Command, group: str, handle: str, slip: str
) -> None:
    assert is_refused(carelog, group, slip, handle, "the", "nights")
    assert is_refused(carelog, group, slip, "last", "you", "came", "back")


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_what_is_no_slip_is_kept_as_it_was_typed(say: Say, data: Say, group: str, verb: str) -> None:
    texts = [f"{verb} came when I called", "you came back", "tea", f"the {verb}", "listen to me"]
    for text in texts:
        say(group, *text.split())
    say(group, "--", verb)
    say(group, "add", *f"{verb} the wall".split())
    assert sorted(kept(data, group)) == sorted([*texts, verb, f"{verb} the wall"])


@pytest.mark.parametrize("line", ALONE)
def test_a_verb_alone_is_refused_by_every_command_that_keeps_words_and_a_sentence_is_kept(
    carelog: Command, say: Say, data: Say, line: str
) -> None:
    listing, key, text = ALONE[line]
    say("appointment", "add", "yesterday")
    for verb in sorted(VERBS):
        assert is_refused(carelog, *line.split(), verb)
        assert is_refused(carelog, *line.split(), verb, "last")
    assert data(*listing.split())[key] == []
    say(*line.split(), "help", "me", "up")
    say(*line.split(), "lost")
    say(*line.split(), "--", "help")
    assert sorted(each[text] for each in data(*listing.split())[key]) == ["help", "help me up", "lost"]


def test_on_a_terminal_the_person_decides(terminal: Start, data: Say) -> None:
    person = terminal("keep", "lst", "--from-whom", "Sam")
    person.expect("“lst” may be meant as a command: carelog keep list")
    person.expect("Keep it as a text?")
    person.type("n")
    person.expect("Nothing was kept.")
    assert person.finish()[0] == 0
    assert kept(data, "keep") == []
    person = terminal("keep", "lst", "--from-whom", "Sam")
    person.expect("Keep it as a text?")
    person.type("y")
    assert person.finish()[0] == 0
    assert kept(data, "keep") == ["lst"]


def test_a_program_gets_the_refusal_in_the_envelope(carelog: Command) -> None:
    answer = carelog("keep", "lst", "--json")
    assert (answer.exit_code, answer.stderr) == (2, "")
    (error,) = answer.json["errors"]
    assert (error["code"], error["key"]) == ("usage", "program.text-or-command")


@pytest.mark.parametrize("typed", ["keep list everything", "bring remove 3d26", "bring done the", "keep remove Sam"])
def test_the_name_of_a_command_with_one_word_more_is_that_command(carelog: Command, data: Say, typed: str) -> None:
    assert carelog(*typed.split()).exit_code in (2, 3)
    assert kept(data, typed.partition(" ")[0]) == []
