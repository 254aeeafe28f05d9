"""Text from outside is read by one rule: no letter is lost, a guess is known as one, and what is no text is refused."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.outside_text import in_utf_8, named_in_letters, read_outside, read_word, shown_path

letters = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff"))
western = st.text(st.characters(codec="cp1252", blacklist_categories=["Cc"]), min_size=1)


@given(letters)
def test_unicode_is_read_as_it_is_in_every_form(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        found = read_outside(text.encode(encoding))
        assert (found.text, found.is_guessed) == (text, False)


@given(western.map(lambda text: f"é {text}"))
def test_what_windows_wrote_is_read_and_known_as_a_guess(text: str) -> None:
    found = read_outside(text.encode("cp1252"))
    assert (found.text, found.is_guessed) == (text, True)


@given(st.lists(st.sampled_from([("größer", "utf-8"), ("schön é ", "cp1252"), ("plain", "ascii")]), min_size=1))
def test_every_line_is_read_by_itself(lines: list[tuple[str, str]]) -> None:
    found = read_outside(b"\n".join(line.encode(encoding) for line, encoding in lines))
    assert found.text == "\n".join(line for line, _ in lines)
    assert found.is_guessed is any(encoding == "cp1252" for _, encoding in lines)


@given(st.binary())
def test_any_bytes_are_text_without_a_broken_letter_or_are_refused(content: bytes) -> None:
    try:
        found = read_outside(content)
    except UnicodeError:
        return
    assert "\0" not in found.text
    assert "\ufffd" not in found.text or "\ufffd".encode() in content or content.startswith((b"\xff\xfe", b"\xfe\xff"))


@pytest.mark.parametrize("content", [b"a\0b", b"\xff\xfea", b"\x81", b"\x1b\xe9", "a\0".encode("utf-16")])
def test_what_no_text_has_is_refused(content: bytes) -> None:
    with pytest.raises(UnicodeError):
        read_outside(content)


@given(st.binary(min_size=1).filter(lambda content: b"\0" not in content))
def test_a_typed_word_is_read_as_its_bytes_are(content: bytes) -> None:
    word = os.fsdecode(content)
    if word.encode("utf-8", "replace") == content:
        assert read_word(word).text == word
        return
    try:
        expected = read_outside(content)
    except UnicodeError:
        with pytest.raises(UnicodeError):
            read_word(word)
    else:
        assert read_word(word) == expected


@given(st.text())
def test_what_the_system_did_not_escape_stays_as_it_is(text: str) -> None:
    if not any("\udc80" <= sign <= "\udcff" for sign in text):
        assert (read_word(text).text, named_in_letters(text)) == (text, text)


def test_the_name_of_a_file_can_be_read_whatever_its_bytes_are() -> None:
    assert shown_path(os.fsdecode(b"/home/Zo\xeb/caf\xe9 \x81\x1b.csv")) == "/home/Zoë/café \\x81�.csv"


@given(letters)
def test_a_marked_text_is_the_same_text_in_utf_8(text: str) -> None:
    for encoding in ("utf-16", "utf-32"):
        assert in_utf_8(text.encode(encoding)).decode() == text
    plain = f"x{text}".encode()
    assert in_utf_8(plain) == plain


def test_a_marked_text_that_is_cut_stays_as_it_is() -> None:
    cut = "cut".encode("utf-16")[:-1]
    assert in_utf_8(cut) == cut


def test_half_a_character_that_stands_for_no_byte_stays_as_it_is() -> None:
    assert read_word("half \ud83d").text == "half \ud83d"
