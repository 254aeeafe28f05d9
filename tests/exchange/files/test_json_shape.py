"""Whether a file is JSON is told in one way, and quickly, whatever is in it."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.exchange.files.json_shape import ITEM, is_json, keys_in

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
LARGE = 200_000


@given(st.lists(VALUES) | st.dictionaries(st.text(), VALUES), st.sampled_from([None, 1, 4]), st.data())
def test_every_list_and_table_is_json_also_where_it_is_cut_off(whole: object, indent: int, data: st.DataObject) -> None:
    written = json.dumps(whole, indent=indent, ensure_ascii=False)
    assert is_json(written.encode())
    assert is_json(b"\xef\xbb\xbf\r\n " + written.encode())
    if isinstance(whole, dict):
        assert is_json(written[: data.draw(st.integers(1, len(written)))].encode())


@pytest.mark.parametrize(
    "text",
    [
        "[2025-03-09 08:10] Slept.",
        "[2025.03.09] Slept.",
        "[20250309] Slept.",
        "[9.3.2025 08:10] Slept.",
        "[Sun 9 Mar 2025 08:10] Slept.",
        "[[lake]] with Ana.",
        "[[2025-03-09]] was long.",
        "[[1]] a note below",
        '["good" day] so they said',
        "[true story] we met",
        "[x] rice\n[ ] milk",
        "[lake](https://example.org)",
        "[1] as a footnote, and more",
        "words, [1, 2]",
        "",
    ],
)
def test_the_text_of_a_diary_is_no_json_though_it_begins_with_a_bracket(text: str) -> None:
    assert not is_json(text.encode())


@pytest.mark.parametrize(
    "cut", ["[", "[\n", '["a', '["a\\', "[[1", "[{", '{"a', "{", "[1,", "[[[]", "[null] ", "[1]\n"]
)
def test_the_beginning_of_json_is_json(cut: str) -> None:
    assert is_json(cut.encode())


def test_keys_are_told_by_their_place_also_in_a_file_that_was_cut_off() -> None:
    whole = json.dumps({"version": 1, "entries": [{"date": "x: {", "text": 'a "b": [', "tags": {"c": 1}}]})
    for cut in range(whole.index('"c"') + 4, len(whole) + 1):
        keys = keys_in(whole[:cut].encode())
        assert keys[()] == {"version", "entries"}
        assert keys["entries", ITEM] == {"date", "text", "tags"}
        assert keys["entries", ITEM, "tags"] == {"c"}


@pytest.mark.parametrize(
    "filled",
    [
        '[{"a\\',
        '[{"' + '\\"' * LARGE,
        '{"a": "' + '\\"x' * LARGE,
        "[" * LARGE,
        '["' + "\\" * LARGE,
        "{" + '"a" ' * LARGE,
        '{"a"' + " " * LARGE,
        '[{"' + "\n" * LARGE,
        "[" + " " * LARGE + "x",
        "[" + "1" * LARGE + "x",
        "[[" + "]" * LARGE + "x",
    ],
    ids=range(11),
)
def test_no_file_takes_long_to_be_told_from_json(filled: str) -> None:
    """Looking at each quotation mark again took 42 seconds for one of 112 KB."""
    begun = time.process_time()
    keys_in(filled.encode())
    assert time.process_time() - begun < 5
