"""One word takes away what an option says of a thing, whatever the thing is."""

from collections.abc import Callable
from typing import Any

import pytest

Say = Callable[..., Any]


@pytest.mark.parametrize("word", ["none", "off", "", "None", " OFF "])
def test_none_off_and_an_empty_text_take_away_what_was_there(data: Say, word: str) -> None:
    data("mood", "4", "walked")
    data("tracker", "add", "sleep", "--max", "24")
    data("activity", "plan", "tea", "--when", "friday")
    data("appointment", "add", "tuesday", "--every", "2w")
    data("routine", "add", "walk", "--target", "20")
    data("bring", "the nights", "--entry", "last")
    assert data("bring", "edit", "last", "--entry", word)["topic"]["entry"] is None
    assert data("edit", "last", "--mood", word)["entry"]["mood"] is None
    assert data("tracker", "edit", "sleep", "--max", word)["tracker"]["max"] is None
    assert data("activity", "edit", "last", "--when", word)["activity"]["planned_day"] is None
    assert data("appointment", "edit", "last", "--every", word)["appointment"]["every_days"] is None
    assert data("routine", "edit", "walk", "--target", word)["routine"]["target"] is None
