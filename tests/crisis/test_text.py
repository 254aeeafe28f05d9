"""Text on the card: no hidden mark turns a number around, and lines break where Japanese and Chinese may break."""

import pytest
from hypothesis import given

from carelog.crisis.card import Card, Person
from carelog.crisis.lines import country
from carelog.crisis.page import page
from carelog.crisis.text import clean, turns, wrap
from carelog.domain import text as domain
from support.bidi import HOSTILE_MARKS, NEEDED_MARKS, hostile_lines, is_in_order

GERMANY = [(country("DE"), "settings")]


@pytest.mark.parametrize("text", NEEDED_MARKS)
def test_marks_that_hebrew_and_arabic_need_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(("typed", "shown"), HOSTILE_MARKS)
def test_no_hidden_mark_is_left_where_it_could_turn_a_command_or_a_number(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@given(hostile_lines)
def test_the_card_and_the_journal_keep_the_same_marks(text: str) -> None:
    assert clean(text) == domain.clean(text)
    assert clean(clean(text)) == clean(text)


@given(hostile_lines)
def test_commands_and_numbers_are_drawn_in_their_order_also_where_a_line_is_broken(text: str) -> None:
    for columns in (40, 12, 6):
        assert all(map(is_in_order, wrap(clean(text), columns)))


def test_nothing_else_that_is_invisible_stays() -> None:
    assert clean("אב\u061c\u200b\u2066\u2069\u202e\u2060\ufeffג") == "אב" + "\ufffd" * 7 + "ג"


@given(hostile_lines)
def test_a_number_stands_alone_where_words_beside_it_would_turn_it(label: str) -> None:
    number = "054 123 4567"
    ways = [("text", number, clean(label)), ("phone", number, clean(label))]
    lines = page(Card(people=[Person("Sam", ways)]), GERMANY, 40).splitlines()
    beside = [line for line in lines if line.endswith(number)]
    assert len(beside) == 2
    assert all(line == f"  {number}" or not turns(line) for line in beside)
