"""`carelog crisis --qr`: a QR reader finds exactly the number beside each code in an image of the screen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import Card, Person, dump
from carelog.crisis.codes import screens
from carelog.crisis.lines import country
from carelog.crisis.qr import address, columns_of, draw
from support.command import Command, Terminal
from support.picture import codes_in, picture
from support.tmux import tmux

Show = Callable[..., Terminal]
GERMANY = [(country("DE"), "settings")]
DANGER = "In danger now: call 112 (Germany)"
DANGER_AGAIN = re.escape(DANGER)
PROMPT = "Enter: go on. q: leave."
CALLABLE = re.compile(r"tel:\+?[0-9]{2,20}")


@pytest.fixture
def numbers(card: Card, card_file: Path) -> list[str]:
    """People with numbers of every length, on the card."""
    numbers = ["+49 30 / 123 45-67", "030 1234567", "11", "+" + "9" * 20]
    card.people = [Person(f"Friend {place}", [("phone", each, "")]) for place, each in enumerate(numbers)]
    card_file.write_text(dump(card))
    return [*numbers, "0800 111 0 111"]


def test_a_phone_reads_each_number_from_a_light_and_a_dark_screen(numbers: list[str], isolated: Path) -> None:
    read: list[list[str]] = []
    with tmux(isolated, "crisis", "--qr", columns=40, rows=24) as window:
        for number in numbers:
            end = "left" if number == numbers[-1] else PROMPT
            shown = window.screen(until=f"  {re.escape(number)}\n(.*\n)*{DANGER_AGAIN}\n{end}")
            read += [codes_in(picture(shown, 40, dark=dark), isolated) for dark in (True, False)]
            window.type("Enter")
    wanted = [f"tel:{re.sub('[^0-9+]', '', number)}" for number in numbers]
    assert read == [[each] for each in wanted for _ in range(2)]


@given(st.text(max_size=30) | st.text("+0123456789*#;=,px ()-./", max_size=25))
def test_only_plain_numbers_become_an_address_and_none_holds_anything_but_digits(number: str) -> None:
    made = address(number)
    assert not made or CALLABLE.fullmatch(made)
    assert not made or re.sub("[^0-9*#+]", "", number) == made.removeprefix("tel:")


@pytest.mark.parametrize(
    "number",
    [
        "*2767*3855#",
        "*#06#",
        "112;phone-context=x",
        "+49 (0)30 1234567",
        "030 1234567 ext. 5",
        "1" * 21,
        "1",
        "",
        "++49 30",
        "٠٣٠١٢٣",
        "112 (from mobiles)",
        "0800\r\n111",
    ],
)
def test_a_code_that_could_do_more_than_call_is_shown_as_text_alone(number: str) -> None:
    assert address(number) == ""
    (screen, *_) = screens(Card(people=[Person("Sam", [("phone", number, "")])]), GERMANY, 40, 23)
    assert "\x1b" not in screen
    assert "(no code is drawn for this number)" in screen
    assert screen.endswith(f"\n{DANGER}\n")


def test_numbers_without_a_terminal_or_in_plain_mode_are_words(
    numbers: list[str], card: Card, card_file: Path, carelog: Command, terminal: Show
) -> None:
    piped = carelog("crisis", "--qr")
    assert piped.exit_code == 0
    assert {f"  {number}" for number in numbers} <= set(piped.stdout.splitlines())
    answers = [
        terminal("crisis", "--qr", "--plain", columns=40, rows=24),
        terminal("crisis", "--qr", columns=40, rows=24, env={"CARELOG_PLAIN": "1"}),
        terminal("crisis", "--qr", columns=40, rows=24, env={"TERM": "dumb"}),
        terminal("crisis", "--qr", columns=40, rows=24, env={"PYTHONIOENCODING": "ascii"}),
    ]
    assert [answer.finish() for answer in answers] == [(0, piped.stdout)] * len(answers)
    card.plain = True  # only once nobody is reading the card: carelog writes it atomically, a test does not
    card_file.write_text(dump(card))
    assert terminal("crisis", "--qr", columns=40, rows=24).finish() == (0, piped.stdout)
    assert "\x1b" not in piped.stdout


def test_a_window_that_is_too_small_shows_the_number(numbers: list[str], terminal: Show) -> None:
    for columns, rows in ((40, 12), (20, 24)):
        code, screen = walked(terminal("crisis", "--qr", columns=columns, rows=rows), len(numbers))
        assert code == 0
        assert "\u2588" not in screen
        assert "(a larger window shows its code)" in " ".join(screen.split())
        assert all(number in screen for number in ("030 1234567", "0800 111 0 111"))


@pytest.mark.parametrize(("key", "enter"), [("q", True), ("\x04", False), ("\x03", False)])
@pytest.mark.usefixtures("numbers")
def test_one_can_leave_at_any_number(terminal: Show, key: str, enter: bool) -> None:
    window = terminal("crisis", "--qr", columns=40, rows=24)
    window.expect(PROMPT)
    window.type(key, enter=enter)
    code, screen = window.finish()
    assert code == 0
    assert screen.count(DANGER) == 1


@pytest.mark.parametrize("damage", ["raise ImportError", "def (", "1 / 0", "make_qr = None"])
def test_without_the_library_the_numbers_are_shown(
    damage: str, numbers: list[str], terminal: Show, isolated: Path
) -> None:
    (isolated / "half").mkdir()
    (isolated / "half" / "segno.py").write_text(damage)
    window = terminal("crisis", "--qr", columns=40, rows=24, env={"PYTHONPATH": str(isolated / "half")})
    code, screen = walked(window, len(numbers))
    assert code == 0
    assert "\u2588" not in screen
    assert all(f"\n  {number}\n" in screen for number in numbers)


def test_without_a_card_the_lines_of_the_country_can_be_scanned(home: Path, carelog: Command) -> None:
    assert not home.exists()
    assert "  0800 111 0 111\n" in carelog("crisis", "--qr").stdout
    assert "  116 123\n" in carelog("crisis", "--qr", "--country", "GB").stdout


@given(st.from_regex(r"\+?[0-9]{2,20}", fullmatch=True))
def test_every_number_that_can_be_called_fits_the_smallest_window(number: str) -> None:
    code = draw(address(number))
    assert 29 <= columns_of(code) <= 33
    assert 15 <= len(code) <= 17


def walked(window: Terminal, screens_: int) -> tuple[int, str]:
    for _ in range(screens_ - 1):
        window.expect(PROMPT)
        window.type("")
    return window.finish()
