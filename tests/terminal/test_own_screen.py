"""The part of a page that a screen shows: nothing is skipped on the way down, and there is always a way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.terminal.own_screen import View
from carelog.wording import own_screen as words

LINES = [f"line {number}" for number in range(50)]
SPACE, ENTER = b" ", b"\n"
MOVES = [SPACE, b"j", b"k", b"b", b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"x"]


@given(st.integers(0, 200), st.integers(1, 60))
def test_space_reaches_the_end_and_every_line_is_seen_on_the_way(count: int, height: int) -> None:
    view = View(LINES[:1] * count, height)
    seen: set[int] = set()
    for _ in range(count + 1):
        seen |= set(range(view.top, view.top + len(view.shown)))
        assert view.go(SPACE)
    assert seen == set(range(count))
    assert view.top == view.last


@given(st.integers(1, 60), st.lists(st.sampled_from(MOVES), max_size=30))
def test_no_key_leads_beyond_the_page(height: int, keys: list[bytes]) -> None:
    view = View(LINES, height)
    for key in keys:
        assert view.go(key)
        assert 0 <= view.top <= view.last
        assert len(view.shown) == min(view.room, len(LINES))


@pytest.mark.parametrize("key", [b"q", b"Q", b"\x1b", b""], ids=["q", "Q", "Escape", "no more keys"])
def test_there_is_a_way_out_anywhere(key: bytes) -> None:
    view = View(LINES, 10)
    assert not view.go(key)
    assert view.go(SPACE)
    assert not view.go(key)


def test_enter_goes_on_and_leaves_at_the_end() -> None:
    view = View(LINES, 24)
    pressed = 1
    while view.go(ENTER):
        pressed += 1
    assert (pressed, view.top) == (3, view.last)
    assert not View(LINES[:5], 24).go(ENTER)


def test_the_last_line_never_wraps_for_that_would_push_the_first_one_out() -> None:
    assert len(View(LINES, 8, 20).drawn().rpartition("\n")[2]) < 20


def test_the_last_line_says_what_the_keys_do() -> None:
    view = View(LINES, 24)
    assert view.drawn().endswith(words.MORE)
    assert view.drawn().count("\n") == 23
    while view.top < view.last:
        view.go(SPACE)
    assert view.drawn().endswith(words.END)
