"""The quick way to read settings says what TOML says, or nothing."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.simple_toml import read_simple

names = st.text("abc_-9", min_size=1, max_size=4)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = words | st.booleans() | st.lists(words, max_size=3) | st.integers() | st.floats(allow_nan=False)
tables = st.dictionaries(names, values | st.dictionaries(names, values, max_size=3), max_size=4)
pieces = st.one_of(
    st.sampled_from("ab=\"[],#.1'\\ \n\té\0\u2028"),
    st.sampled_from(['"x"', '"a,b"', " = ", "true", "false", "{}", "\r\n"]),
    st.sampled_from(["[a]", "[b]", "[b.c]", 'a = "x"\n', 'b = [\n"z",\n', "\n]"]),
)
SETTINGS: dict[str, Any] = {
    "country": ["GB", "IE"],
    "name": "Wren Ødegård",
    "plain": True,
    "mood": {"scale": "two-sided", "words": ["sehr tief", "tief", "ok", "hoch", "sehr hoch"]},
}


@given(tables)
def test_what_was_written_is_read_the_same_or_left_to_the_library(content: dict[str, Any]) -> None:
    assert read_simple(tomli_w.dumps(content)) in (None, content)


@given(st.lists(pieces, max_size=14).map("".join))
@example('a = "x" # "y"')
@example('a = [\n"x", # "y"\n]')
@example('a = "x"\na = "y"')
@example("[a]\n[a]")
def test_it_never_says_anything_else_than_toml_says(text: str) -> None:
    simple = read_simple(text)
    assert simple is None or simple == tomllib.loads(text)


@pytest.mark.parametrize("text", [tomli_w.dumps(SETTINGS), "# mine\n" + tomli_w.dumps(SETTINGS).replace(" = ", "=")])
def test_settings_as_carelog_writes_them_are_simple(text: str) -> None:
    assert read_simple(text) == SETTINGS


def test_a_list_on_one_line_is_simple_too() -> None:
    assert read_simple('country = ["GB", "IE",]\nwords = []\n') == {"country": ["GB", "IE"], "words": []}
