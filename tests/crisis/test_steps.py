"""`carelog crisis --step`: the plan at the person's own pace, with a number and a way to leave at every step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import Card, Person, dump
from carelog.crisis.lines import country
from carelog.crisis.page import FIRST_STEPS
from carelog.crisis.steps import all_steps, in_order, is_named, screens
from carelog.crisis.text import clean, width
from carelog.crisis.words import HEADINGS
from support.command import Command, Terminal

Show = Callable[..., Terminal]
PROMPT = "Enter: go on. q: leave."
DANGER = "In danger now: call 112 (Germany)"
GERMANY = [(country("DE"), "settings")]
texts = st.text(min_size=1, max_size=300).map(clean).filter(str.strip)
plans = st.lists(st.tuples(st.sampled_from(list(HEADINGS)), texts), min_size=1, max_size=8)


@pytest.fixture
def walk(terminal: Show, card_file: Path) -> Iterator[Terminal]:
    """`crisis --step` in a terminal of 24 rows of 40 columns, with a step, a reason and a sign on the card."""
    assert card_file.exists()
    return terminal("crisis", "--step", columns=40, rows=24)


def test_enter_goes_from_what_to_do_to_the_reasons_and_at_the_end_is_the_card(walk: Terminal) -> None:
    for heading, text in (("What I can do by myself", "make tea, then shower"), ("What I want to stay for", "the dog")):
        walk.expect(heading)
        walk.expect(text)
        walk.expect(DANGER)
        walk.expect(PROMPT)
        walk.type("")
    code, screen = walk.finish()
    assert code == 0
    assert screen.endswith(f"\n{DANGER}\n")
    assert "0800 111 0 111" in screen.rpartition(PROMPT)[2]
    assert "I stop answering" not in screen
    assert "Step" not in screen


@pytest.mark.parametrize(("key", "enter"), [("q", True), (" Quit ", True), ("\x04", False), ("\x03", False)])
def test_one_can_leave_at_any_step(walk: Terminal, key: str, enter: bool) -> None:
    walk.expect(PROMPT)
    walk.type("")
    walk.expect("What I want to stay for")
    walk.expect(PROMPT)
    walk.type(key, enter=enter)
    code, screen = walk.finish()
    assert code == 0
    assert screen.count(PROMPT) == 2
    assert "Traceback" not in screen
    assert screen.endswith("\n")


@pytest.mark.usefixtures("card_file")
def test_where_nobody_can_be_waited_for_all_steps_are_shown_at_once(carelog: Command) -> None:
    answer = carelog("crisis", "--step")
    assert (answer.exit_code, answer.stderr) == (0, "")
    lines = answer.stdout.splitlines()
    assert lines[0] == lines[-1] == DANGER
    steps = ["What I can do by myself", "  make tea, then shower", "What I want to stay for", "  the dog"]
    assert [line for line in lines if line in (*steps, "  I stop answering")] == steps
    assert "  030 1234567" in lines
    assert PROMPT not in answer.stdout


@pytest.mark.parametrize("steps", [[], [("signs", "I stop answering")], [("others", "sit with me")]])
def test_without_a_step_it_is_the_card_and_says_how_to_write_one(
    carelog: Command, card_file: Path, steps: list[tuple[str, str]]
) -> None:
    card_file.write_text(dump(Card(countries=["DE"], steps=steps)))
    answer = carelog("crisis", "--step")
    assert answer.exit_code == 0
    later = "The numbers here are for now. For a step of your own, later: carelog plan edit"
    assert later in " ".join(answer.stdout.split())
    assert answer.stdout.startswith(DANGER)
    assert answer.stdout.endswith(f"\n{DANGER}\n")


def test_what_is_left_of_a_damaged_plan_is_walked_after_the_card(carelog: Command, card_file: Path) -> None:
    card_file.write_bytes(card_file.read_bytes().replace(b"the dog", b"the d\xffg"))
    shown = carelog("crisis", "--step").stdout
    assert shown.index("Part of your own card could not be read.") < shown.rindex("  make tea, then shower")


def test_two_hundred_steps_are_two_hundred_screens(card: Card) -> None:
    card.steps = [("alone", f"step number {number}") for number in range(200)]
    shown = screens(card, GERMANY, 40, 23)
    assert len(shown) == 200
    assert "  step number 199\n" in shown[-1]
    assert all(f"  step number {number}\n" in all_steps(card, GERMANY, 40) for number in range(200))


@given(plans, st.integers(20, 40), st.integers(9, 23))
def test_each_screen_fits_and_ends_with_a_number_to_call(steps: list[tuple[str, str]], columns: int, rows: int) -> None:
    card = Card(steps=steps, people=[Person("Sam", [("text", "0170 1", ""), ("phone", "030 1234567", "")])])
    for screen in screens(card, GERMANY, columns, rows):
        lines = screen.splitlines()
        assert len(lines) <= rows
        assert max(map(width, lines)) <= columns
        assert "112" in lines[-1]
        assert lines[-2] == "  030 1234567"
    assert sorted(in_order(card)) == sorted(step for step in steps if step[0] not in ("signs", "reasons", "others"))


@given(plans)
def test_signs_and_what_others_do_are_no_steps_and_nothing_is_counted(steps: list[tuple[str, str]]) -> None:
    card = Card(steps=steps)
    shown = screens(card, GERMANY, 80, 1000)
    sections = [section for section in FIRST_STEPS for own, _ in steps if own == section]
    sections += ["reasons"] if any(own == "reasons" for own, _ in steps) else []
    assert [screen.splitlines()[0] for screen in shown] == [HEADINGS[section] for section in sections]


def test_the_number_is_that_of_whom_the_step_names_else_of_the_first_who_has_one_else_of_a_line() -> None:
    people = [Person("Al"), Person("Sam", [("phone", "030 1", "")]), Person("小明", [("phone", "030 2", "")])]
    steps = [("people", "call Sam"), ("people", "打電話給小明"), ("alone", "walk alone"), ("people", "tell Al")]
    found = [screen.splitlines()[-2] for screen in screens(Card(people=people, steps=steps), GERMANY, 40, 23)]
    assert found == ["  030 1", "  030 1", "  030 2", "  030 1"]
    assert screens(Card(steps=steps), GERMANY, 40, 23)[0].splitlines()[-3:-1] == [
        "TelefonSeelsorge:",
        "  0800 111 0 111",
    ]
    assert screens(Card(steps=steps), [], 40, 23)[0].splitlines()[-1] == "In danger: call your emergency number"


@pytest.mark.parametrize(
    ("name", "text", "is_in"),
    [
        ("Al", "walk alone", False),
        ("Al", "walk alone with Al.", True),
        ("Sam", "SAM, then tea", True),
        ("Sam", "samba", False),
        ("小明", "打電話給小明", True),
        ("أحمد", "اتصل بأحمد", True),
        ("O'Neill", "ring o'neill first", True),
    ],
)
def test_a_name_is_a_whole_word(name: str, text: str, is_in: bool) -> None:
    assert is_named(name, text) is is_in
