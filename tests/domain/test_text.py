"""What is typed, imported or restored can neither steer a terminal nor hide, and is found however it is spelled."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.text import LONGEST_TEXT, checked_name, checked_text, clean, clean_line, fold, takes_away
from carelog.errors import InvalidValue
from support.bidi import HOSTILE_MARKS, LRM, NEEDED_MARKS, RLM, hostile_lines, is_in_order
from support.sentences import whole
from support.strategies import names, texts

EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]
KEPT_JOINERS = "\u200c\u200d"


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for cleaned in (clean, clean_line, lambda each: checked_text(each, "text.note")):
        assert cleaned(cleaned(text)) == cleaned(text)


def test_no_control_or_broken_character_survives_but_line_feed_and_tab() -> None:
    left = clean("".join(EVERY_CHARACTER))
    assert {each for each in left if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}} == {"\n", "\t"}


def test_nothing_turns_the_direction_of_reading() -> None:
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    marks = [each for each in EVERY_CHARACTER if unicodedata.bidirectional(each) in turning] + list("\u061c")
    assert len(marks) == 10
    assert clean("".join(marks)) == "\ufffd" * 10
    assert clean(f"שלום{''.join(marks)}") == "שלום" + "\ufffd" * 10


@pytest.mark.parametrize("text", NEEDED_MARKS)
def test_marks_that_hebrew_and_arabic_need_stay(text: str) -> None:
    assert clean(text) == clean_line(text) == text


@pytest.mark.parametrize(("typed", "shown"), HOSTILE_MARKS)
def test_no_hidden_mark_is_left_where_it_could_turn_a_command_or_a_number(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_a_mark_that_a_line_end_excused_goes_when_the_lines_are_joined() -> None:
    text = "אבא carelog mood\u200f\n4 2"
    assert clean(text) == text
    assert clean_line(text) == "אבא carelog mood\ufffd 4 2"


@given(hostile_lines)
def test_commands_and_numbers_are_drawn_in_their_order_whatever_marks_are_typed(text: str) -> None:
    assert is_in_order(clean(text))
    assert is_in_order(clean_line(text))


def test_the_order_is_really_looked_at() -> None:
    assert not is_in_order("call \u200f030 1234")
    assert not is_in_order("אבא carelog \u200f--all")
    assert is_in_order("אבא: \u200e030 1234")


@given(hostile_lines)
def test_names_that_differ_in_hidden_marks_alone_are_one_name(text: str) -> None:
    assert fold(text.replace(LRM, "").replace(RLM, "")) == fold(text)


@pytest.mark.parametrize("hidden", "\u00ad\u180e\u200b\u2060\u2064\ufeff\ufff9\U000e0001\U000e0041")
def test_what_takes_no_room_is_shown_as_broken(hidden: str) -> None:
    assert clean(f"a{hidden}b") == "a\ufffdb"


def test_joiners_stay_because_persian_and_families_are_written_with_them() -> None:
    for text in ("می\u200cخواهم", "👩\u200d👩\u200d👧", KEPT_JOINERS):
        assert clean(text) == text


@given(texts)
def test_every_visible_character_stays_as_it_was(text: str) -> None:
    seen = "".join(each for each in text if each.isprintable())
    assert "".join(each for each in clean(text) if each.isprintable() and each != "\ufffd") == seen.replace(
        "\ufffd", ""
    )


@given(st.lists(st.text(st.characters(categories=["L"]))))
def test_all_line_ends_become_line_feeds(lines: list[str]) -> None:
    for end in ("\r\n", "\r", "\n"):
        assert clean(end.join(lines)) == "\n".join(lines)


@given(texts)
def test_a_line_is_one_line_without_white_space_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split(" "))
    assert not set(line) & set("\n\t\r\v\f")
    assert line == line.strip()


@given(names())
def test_a_name_is_what_is_left_of_it(text: str) -> None:
    assert checked_name(text, "text.name") == clean_line(text)


@pytest.mark.parametrize("nothing", ["", " ", "\n\t", "\u3000"])
def test_a_name_needs_something_to_be_seen(nothing: str) -> None:
    with pytest.raises(InvalidValue, match=whole("A tag needs at least one character.")):
        checked_name(nothing, "entry.tag")


def test_the_length_of_a_name_is_counted_when_it_is_clean() -> None:
    assert checked_name(f"  {'a' * 60}  ", "entry.tag", longest=60) == "a" * 60
    with pytest.raises(InvalidValue, match=whole("A tag can have up to 60 characters; this has 61.")):
        checked_name("a" * 61, "entry.tag", longest=60)


def test_a_note_holds_a_million_characters_and_not_one_more() -> None:
    assert len(checked_text("x" * LONGEST_TEXT, "text.note")) == LONGEST_TEXT
    with pytest.raises(InvalidValue, match=whole("A note can hold up to 1,000,000 characters; this has 1,000,001.")):
        checked_text("x" * (LONGEST_TEXT + 1), "text.note")


@given(texts, texts)
def test_folding_twice_changes_nothing_more_and_ignores_case(text: str, other: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.casefold()) == fold(text)
    assert (fold(text) == fold(other)) or text != other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SAM", "sam"),
        ("Straße", "STRASSE"),
        ("Ärger", "a\u0308rger"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Ⅷ", "viii"),
        ("ｗａｌｋ", "walk"),
        ("Ёлка", "ёлка"),
    ],
)
def test_words_are_found_in_any_case_and_any_way_of_writing_them(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("schön", "schon"), ("tea", "tee"), ("и", "й")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_every_single_letter_folds_for_good() -> None:
    assert [each for each in EVERY_CHARACTER[:0x20000] if fold(fold(each)) != fold(each)] == []


def test_none_off_and_an_empty_text_take_away_and_no_other_word_does() -> None:
    assert all(map(takes_away, ["", "  ", "none", "None", "OFF", " off "]))
    assert not any(map(takes_away, ["nothing", "no", "off day", "0", "-"]))
