"""Text on the card: no hidden mark turns a number around, and lines break where Japanese and Chinese may break."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import Card, Person
from carelog.crisis.direction import turns
from carelog.crisis.lines import country
from carelog.crisis.page import page
from carelog.crisis.text import clean, width, wrap
from carelog.domain import text as domain
from support.bidi import HOSTILE_MARKS, NEEDED_MARKS, hostile_lines, is_in_order

WITHOUT_SPACES = [
    "今すぐ危険なときは、112に電話してください。話せる人がいます（24時間）。",
    "「いつでも電話していいよ」と言ってくれた人がいます、ちょっと待って。",
    "如果您现在有危险，请拨打112（紧急电话）。您并不孤单：有人愿意倾听！",
    "您的計畫（步驟）：「打電話給小明」、「喝茶」，然後休息。",
]
KOREAN = "지금 위험하시면 119에 전화하세요. 혼자가 아닙니다(24시간, 무료)."
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


@pytest.mark.parametrize("columns", [8, 10, 13, 20, 40])
@pytest.mark.parametrize("text", WITHOUT_SPACES)
def test_japanese_and_chinese_break_neither_before_a_closing_sign_nor_after_an_opening_one(
    text: str, columns: int
) -> None:
    lines = wrap(text, columns)
    assert "".join(lines) == text
    assert max(map(width, lines)) <= columns
    assert not [line for line in lines if line[0] in "。、，）」』！？：ーっょ" or line[-1] in "（「『"]
    assert len([line for line in lines if "116 123" in line or "112" in line]) == len(re.findall("112", text))


@pytest.mark.parametrize("columns", [16, 20, 28, 40])
def test_korean_breaks_between_its_words(columns: int) -> None:
    lines = wrap(KOREAN, columns)
    assert " ".join(lines) == KOREAN
    assert max(map(width, lines)) <= columns
    assert [line for line in lines if "119에" in line.split()]


@pytest.mark.parametrize("columns", [6, 8])
def test_a_korean_word_that_is_too_long_is_broken_and_stays_whole_in_its_letters(columns: int) -> None:
    lines = wrap(KOREAN, columns)
    assert "".join(lines).replace(" ", "") == KOREAN.replace(" ", "")
    assert max(map(width, lines)) <= columns


@given(st.text("あい。」「っ112()a\u3099\u200d👧", max_size=40), st.integers(6, 12))
def test_lines_without_spaces_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines) == text
    assert max(map(width, lines)) <= columns


def test_words_with_spaces_are_broken_at_them_and_longer_ones_anywhere() -> None:
    assert wrap("é234  5", 4) == ["é234", "5"]
    assert wrap("https://www.example.org/a-page", 10) == ["https://ww", "w.example.", "org/a-page"]
    assert wrap("Donaudampfschifffahrt, ja", 12) == ["Donaudampfsc", "hifffahrt,", "ja"]
    assert wrap("안녕하세요 여러분", 10) == ["안녕하세요", "여러분"]


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
