"""The pager: no line is skipped on the way down, and there is always a key that leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.terminal.own_screen import Pager
from carelog.wording.files.export import end_of_preview

LINES = [f"line {number}" for number in range(50)]
SPACE, ENTER = b" ", b"\n"
MOVES = [SPACE, b"j", b"k", b"b", b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"x"]


@given(st.integers(0, 200), st.integers(1, 60))
def test_space_reaches_the_end_and_every_line_is_seen_on_the_way(count: int, height: int) -> None:
    pager = Pager(LINES[:1] * count, height)
    seen: set[int] = set()
    for _ in range(count + 1):
        seen |= set(range(pager.top, pager.top + len(pager.shown)))
        assert pager.handle_key(SPACE)
    assert seen == set(range(count))
    assert pager.top == pager.last


@given(st.integers(1, 60), st.lists(st.sampled_from(MOVES), max_size=30))
def test_no_key_leads_beyond_the_page(height: int, keys: list[bytes]) -> None:
    pager = Pager(LINES, height)
    for key in keys:
        assert pager.handle_key(key)
        assert 0 <= pager.top <= pager.last
        assert len(pager.shown) == min(pager.room, len(LINES))


@pytest.mark.parametrize("key", [b"q", b"Q", b"\x1b", b""], ids=["q", "Q", "Escape", "no more keys"])
def test_there_is_a_way_out_anywhere(key: bytes) -> None:
    pager = Pager(LINES, 10)
    assert not pager.handle_key(key)
    assert pager.handle_key(SPACE)
    assert not pager.handle_key(key)


def test_enter_goes_on_and_leaves_at_the_end() -> None:
    pager = Pager(LINES, 24)
    pressed = 1
    while pager.handle_key(ENTER):
        pressed += 1
    assert (pressed, pager.top) == (3, pager.last)
    assert not Pager(LINES[:5], 24).handle_key(ENTER)


@given(st.integers(20, 100), st.sampled_from(["", "/home/user/pages of mine/for Dr Ashgrove.pdf", "日" * 30]))
def test_the_keys_are_all_seen_in_a_narrow_window_and_push_no_line_out(width: int, place: str) -> None:
    end = end_of_preview(place, can_take_back=True)
    pager = Pager(LINES, 24, width, end)
    pager.top = pager.last
    lines = pager.render().removeprefix("\x1b[2J\x1b[H").split("\n")
    assert len(lines) <= 24
    assert max(map(cell_len, lines)) < width
    assert "".join(lines[len(pager.shown) :]).replace(" ", "") == end.replace(" ", "")


def test_the_last_line_says_what_the_keys_do() -> None:
    pager = Pager(LINES, 24)
    assert pager.render().endswith("Space or Enter goes on, b goes back, q leaves")
    assert pager.render().count("\n") == 23
    while pager.top < pager.last:
        pager.handle_key(SPACE)
    assert pager.render().endswith("q or Enter leaves; nothing stays on the screen")
