"""Every option of every command, as a stranger reads it: each new one is a decision."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.runtime.placeholders import OF_OPTION
from support.flags import choices, commands, default, flag_table, parameters
from support.golden import check

GOLDEN = Path(__file__).parent / "golden" / "flags.txt"
SHORT = {"-h", "-V", "-y", "-n", "-o"}
OF_THE_PROGRAM = {"--install-completion", "--show-completion"}
SEVERAL_KINDS = {
    "--all": "everything there is; a flag everywhere",
    "--for": "who gets a page, what lines are for, and the planned time of a dose",
    "--min": "a mood has five steps, a scale of one's own has any",
    "--max": "as --min",
    "--kind": "of a routine, of an activity, of what went together",
    "--every": "an appointment comes in weeks, a routine as often as one likes",
    "--text": "a number of a person, and new words of a sign",
    "--output": "a file, and the folder of a backup",
}
"""Options whose value is of another kind elsewhere, and why they are called alike."""
SHOWN = [
    (name, each)
    for name, command in commands()
    for each in (command.params if name == "carelog" else parameters(command))
    if not getattr(each, "hidden", False) and OF_THE_PROGRAM.isdisjoint(each.opts)
]
OPTIONS = [(name, each) for name, each in SHOWN if each.param_type_name == "option"]


def test_the_table_of_all_options_is_the_one_that_was_read(request: pytest.FixtureRequest) -> None:
    check(request, GOLDEN, flag_table())


def test_short_options_are_those_that_people_know_and_mean_the_same_everywhere() -> None:
    found = defaultdict(set)
    for _, option in OPTIONS:
        for form in option.opts:
            if not form.startswith("--"):
                found[form].add(tuple(each for each in option.opts if each != form))
    assert set(found) <= SHORT
    assert all(len(long) == 1 for long in found.values())


def test_every_command_that_takes_yes_takes_y() -> None:
    assert not [name for name, option in OPTIONS if ("--yes" in option.opts) != ("-y" in option.opts)]


def test_every_option_and_argument_says_what_it_is_for() -> None:
    assert not [(name, each.opts) for name, each in SHOWN if not (each.help or "").strip()]


def test_every_value_has_a_word_in_capitals_or_the_words_it_takes() -> None:
    unnamed = [
        (name, each.opts, each.metavar)
        for name, each in SHOWN
        if not (getattr(each, "is_flag", False) or choices(each))
        and not re.search(r"[A-Z]{2}|\d-\d", each.metavar or "")
    ]
    assert not unnamed


def test_the_same_option_has_the_same_kind_of_value_everywhere() -> None:
    kinds: dict[str, set[Any]] = defaultdict(set)
    for _, each in OPTIONS:
        kinds[max(each.opts, key=len)].add((each.metavar, getattr(each, "is_flag", False), tuple(choices(each))))
    assert not {option: kind for option, kind in kinds.items() if len(kind) > 1 and option not in SEVERAL_KINDS}


def test_a_word_for_a_value_is_kept_only_for_options_that_there_are() -> None:
    there_are = {form for _, command in commands() for each in command.params for form in each.opts}
    assert OF_OPTION.keys() <= there_are


def test_a_default_is_said_unless_it_is_nothing() -> None:
    assert not [(name, each.opts) for name, each in OPTIONS if default(each) and not each.show_default]


def test_a_no_is_only_there_for_what_can_be_set_for_good() -> None:
    negated = {form for _, option in OPTIONS for form in option.secondary_opts}
    assert {form for form in negated if form.startswith("--no-")} <= {"--no-discreet", "--no-plain"}
