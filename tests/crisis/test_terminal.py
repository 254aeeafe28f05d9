"""The card in a real terminal, also in small windows and with names that are hard to draw."""

from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.crisis.card import Card, Person, dump
from carelog.crisis.text import width
from support.command import Terminal

NAMES = [
    "أحمد الهاشمي",
    "שרה כהן",
    "प्रिया शर्मा",
    "小明的媽媽",
    "👩‍👩‍👧 ❤️",
    "\x1b[31mRed\x1b]0;title\x07",
    "x" * 300,
    "e\u0301" * 300,
]
Show = Callable[..., Terminal]


@pytest.mark.parametrize("name", NAMES)
def test_24_rows_of_40_columns_are_enough_for_any_name(name: str, card: Card, card_file: Path, terminal: Show) -> None:
    card.people = [Person(name, [("phone", f"030 123456{n}", name)], name, name) for n in range(20)]
    card_file.write_bytes(dump(card).encode())
    code, screen = terminal("crisis", columns=40, rows=24).finish()
    lines = screen.splitlines()
    assert code == 0
    assert len(lines) <= 23
    assert max(map(width, lines)) <= 40
    assert lines[0] == lines[-1] == "In danger now: call 112 (Germany)"
    assert {"  030 1234560", "  030 1234561", "  030 1234562", "  0800 111 0 111"} <= set(lines)
    assert "\x1b" not in screen


@pytest.mark.usefixtures("card_file")
@pytest.mark.parametrize(("rows", "columns"), [(3, 20), (6, 30), (12, 40), (24, 80), (60, 200)])
def test_a_window_of_any_size_shows_the_number_first_and_last(rows: int, columns: int, terminal: Show) -> None:
    code, screen = terminal("sos", columns=columns, rows=rows).finish()
    lines = screen.splitlines()
    assert code == 0
    assert len(lines) < min(rows, 24)
    assert max(map(width, lines)) <= min(columns, 40)
    assert "112" in lines[0]
    assert "112" in lines[-1]


@pytest.mark.usefixtures("card_file")
def test_a_terminal_that_knows_no_size_or_is_dumb_or_narrow_by_choice_is_served(terminal: Show) -> None:
    for env in ({"TERM": "dumb"}, {"LINES": "10", "COLUMNS": "30"}, {"LINES": "many", "COLUMNS": "-1"}):
        code, screen = terminal("crisis", rows=24, columns=80, env=env).finish()
        assert code == 0
        assert len(screen.splitlines()) <= (9 if env.get("LINES") == "10" else 23)
    code, screen = terminal("crisis", rows=0, columns=0).finish()
    assert (code, len(screen.splitlines())) == (0, 23)


@pytest.mark.usefixtures("card_file")
def test_everything_is_one_option_away_and_nothing_is_asked(terminal: Show) -> None:
    code, screen = terminal("crisis", "--all", columns=40, rows=10).finish()
    assert code == 0
    assert all(text in screen for text in ("home:", "0170 7654321", "116 123", "findahelpline.com"))
