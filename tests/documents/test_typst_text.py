"""Text prepared for Typst: nothing is lost, and only very long words are changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.documents.typst_text import breakable, language, lines, runs_right_to_left, words
from carelog.domain.text import clean, clean_line

PROSE = [
    "A sentence with nothing in it that is longer than a word in German: Rechtsschutzversicherungsgesellschaft.",
    "https://example.org/a/b-c/d?e=f&g=h",
    "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。",
    "สวัสดีชาวโลกวันนี้อากาศดีมากและฉันรู้สึกดีขึ้นกว่าเมื่อวานนี้มากเลยทีเดียวนะครับ",
    "❤️" * 40,
    "🇩🇪" * 60,
]


def plain(told: object) -> str:
    """The text that the template draws."""
    if isinstance(told, str):
        return told
    assert isinstance(told, dict)
    return "".join(run if isinstance(run, str) else "".join(run) for run in told["runs"])


@pytest.mark.parametrize("text", PROSE)
def test_prose_of_any_script_is_not_touched(text: str) -> None:
    assert breakable(text) == text


@given(st.text() | st.text("ab\u0301\u094d\u200d /é漢ก👩\u00a0\ue000", min_size=50))
def test_places_to_break_are_all_that_is_added(text: str) -> None:
    text = clean(text).replace("\n", " ")
    assert breakable(text).replace("\u200b", "").replace("\n", "") == text


@given(st.text("abcde\u0301\u0323", min_size=41, max_size=300), st.integers(1, 5))
def test_a_long_word_may_break_often_and_never_before_a_mark(text: str, times: int) -> None:
    parts = breakable(text * times).split("\u200b")
    assert all(len(unicodedata.normalize("NFD", part).rstrip("\u0301\u0323")) <= 21 for part in parts) or "\n" in text
    assert not any(unicodedata.combining(part[0]) for part in parts[1:])


def test_a_word_of_200_000_characters_is_whole_and_may_break_often() -> None:
    parts = breakable("ab" * 100_000).split("\u200b")
    assert "".join(parts) == "ab" * 100_000
    assert max(map(len, parts)) <= 21


@given(st.text())
def test_a_line_keeps_its_words(text: str) -> None:
    shown = "".join(
        "\ufffd" if ord(each) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(each) <= 0xFDEF else each for each in text
    )
    assert plain(words(text)).replace("\u200b", "") == clean_line(shown)


@given(st.text("ab \nא1", max_size=60))
def test_lines_keep_their_order_and_their_indentation(text: str) -> None:
    drawn = "\n".join(map(plain, lines(text))).split("\n")
    assert [line.replace("\u00a0", " ") for line in drawn] == [line.rstrip(" ") for line in text.split("\n")]


def test_a_tab_is_four_blanks_and_a_thousand_blanks_are_not_kept() -> None:
    assert lines("\ta\tb") == ["\u00a0" * 4 + "a   b"]
    assert [plain(each).replace("\u200b", "") for each in lines(" " * 1000 + "a")] == ["\u00a0" * 40 + "a"]


def test_lines_that_run_the_other_way_are_paragraphs_of_their_own() -> None:
    told = lines("hello\n12\nשלום\n12\nbye")
    assert [plain(each) for each in told] == ["hello\n12", "שלום\n12", "bye"]
    assert [isinstance(each, dict) and each["rtl"] for each in told] == [False, True, False]
    assert [plain(each) for each in lines("\n".join("a" * 250))] == ["\n".join("a" * count) for count in (100, 100, 50)]


@pytest.mark.parametrize(
    ("text", "rtl", "spoken"),
    [
        ("ok שלום", False, "he"),
        ("12 שלום", True, "he"),
        ("مرحبا", True, "ar"),
        ("hello there, Привет", False, None),
        ("12", None, None),
        ("日本の", False, "ja"),
        ("中文", False, "zh"),
        ("한국어", False, "ko"),
        ("Καλημέρα", False, "el"),
        ("I said नमस्ते to all of them", False, None),
    ],
)
def test_direction_is_of_the_first_letter_and_language_of_most(text: str, rtl: bool | None, spoken: str | None) -> None:
    assert runs_right_to_left(text) is rtl
    assert language(text) == spoken


@pytest.mark.parametrize(
    ("text", "emoji"),
    [
        ("a ❤️ b", ["❤️"]),
        ("1️⃣2", ["1️⃣"]),
        ("🏳️‍🌈!", ["🏳️‍🌈"]),
        ("⛹🏽‍♂️", ["⛹🏽‍♂️"]),
        ("👩‍❤️‍👩", ["👩‍❤️‍👩"]),
        ("12 #", []),
        ("👩‍💻", []),
    ],
)
def test_what_has_two_looks_is_set_apart_whole(text: str, emoji: list[str]) -> None:
    told = words(text)
    runs = told["runs"] if isinstance(told, dict) else [told]
    assert isinstance(runs, list)
    assert [run[0] for run in runs if not isinstance(run, str)] == emoji
