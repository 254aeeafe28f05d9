"""A command line is given back without the option that did not fit, and can be pasted."""

import shlex

import pytest

from carelog.cli.prompts.typed_again import typed_without


@pytest.mark.parametrize(
    ("typed", "left", "once"),
    [
        ("done tea --for 8:00", "done tea", "done tea --for 8:00"),
        ("done tea --for=8:00 --for 9:00 --again", "done tea --again", "done tea --for=8:00 --again"),
        ("--plain skip --for 8:00 tea --for=9:00", "--plain skip tea", "--plain skip --for 8:00 tea"),
        ("done -- --for 8:00", "done -- --for 8:00", "done -- --for 8:00"),
        ("done 'green tea' --for", "done 'green tea'", "done 'green tea' --for ''"),
    ],
)
def test_only_the_option_and_its_value_are_left_out(typed: str, left: str, once: str) -> None:
    words = shlex.split(typed)
    assert typed_without("--for", words) == f"carelog {left}"
    assert typed_without("--for", words, but_once=True) == f"carelog {once}"


def test_a_day_and_a_time_behind_at_are_one_value() -> None:
    words = ["done", "tea", "--at", "yesterday", "21:00", "--at", "today"]
    assert typed_without("--at", words) == "carelog done tea"
    assert typed_without("--at", words, but_once=True) == "carelog done tea --at 'yesterday 21:00'"
