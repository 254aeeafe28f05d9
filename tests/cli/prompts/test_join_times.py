"""Words behind an option for a time are one time where they can be, and never become a part of the text."""

import inspect
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.declared import option_names
from carelog.cli.prompts.join_times import join_times
from carelog.cli.table import COMMANDS, TIMED_OPTIONS

Data = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mood 3 --at yesterday 21:00 home", "mood 3 --at 'yesterday 21:00' home"),
        ("mood 3 --at=yesterday 21:00 home", "mood 3 '--at=yesterday 21:00' home"),
        ("mood 3 --at=today home", "mood 3 --at=today home"),
        ("mood 3 home --at= 21:00", "mood 3 home '--at= 21:00'"),
        ("activity plan walk --when tomorrow 10:00", "activity plan walk --when 'tomorrow 10:00'"),
        ("activity plan --when=friday 15:00 --kind rest tea", "activity plan '--when=friday 15:00' --kind rest tea"),
        ("appointment add monday --until in 3 weeks", "appointment add monday --until 'in 3 weeks'"),
        ("contact ask Sam --agreed last tuesday", "contact ask Sam --agreed 'last tuesday'"),
        ("sign add tea --when sleep below 5 --then rest", "sign add tea --when sleep below 5 --then rest"),
        ("plan edit x --to 2", "plan edit x --to 2"),
        ("note -- --at yesterday 21:00", "note -- --at yesterday 21:00"),
    ],
)
def test_the_words_of_a_time_are_joined_and_others_are_left(typed: str, meant: str) -> None:
    assert join_times(shlex.split(typed)) == shlex.split(meant)


def test_a_plan_and_an_entry_keep_the_time_that_was_typed_without_quotes(data: Data) -> None:
    planned = data("activity", "plan", "walk", "--when", "tomorrow", "10:00")["activity"]
    assert (planned["text"], planned["planned_at"]) == ("walk", "10:00")
    entry = data("mood", "3", "--at=yesterday", "21:00", "home")["entry"]
    assert (entry["note"], entry["at"][11:16]) == ("home", "21:00")


def test_every_option_whose_words_are_joined_is_one_of_a_command() -> None:
    build(list(COMMANDS))
    declared = {
        name
        for command in REGISTRY.values()
        for parameter in inspect.signature(command.body).parameters.values()
        for described in getattr(parameter.annotation, "__metadata__", ())
        for name in option_names(described)
    }
    assert declared >= TIMED_OPTIONS
