"""What people and programs hand to a command, as text: every guess and every sign that cannot be shown is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from carelog.domain.outside_text import OutsideText, read_outside, read_word
from carelog.domain.text import clean
from carelog.errors import InvalidValue
from carelog.wording import program as program_words

_BROKEN = "\N{REPLACEMENT CHARACTER}"
Given = TypeVar("Given")


def text_of(content: bytes, remarks: list[str]) -> str:
    """The text that standard input or an editor holds; what is to be said about it is added to the remarks.

    Raises InvalidValue where it is no text, so that nothing of it is kept.
    """
    return _said(content, read_outside, remarks)


def word_of(word: str, remarks: list[str]) -> str:
    """A word that was typed, with letters in place of bytes that are not UTF-8; remarks and errors as in `text_of`."""
    if word.isprintable():
        return word
    return _said(word, read_word, remarks)


def words_of(given: Given, remarks: list[str]) -> Given:
    """The same for what an option or argument holds: a word, several words, or something that is no text."""
    if isinstance(given, str):
        return word_of(given, remarks)  # type: ignore[return-value]  # a word for a word
    if isinstance(given, list):
        return [words_of(each, remarks) for each in given]  # type: ignore[return-value]
    return given


def _said(given: Given, read: Callable[[Given], OutsideText], remarks: list[str]) -> str:
    try:
        found = read(given)
    except UnicodeError:
        raise InvalidValue("text.not-text") from None
    said = [program_words.READ_AS_WINDOWS_1252] * found.is_guessed
    if clean(found.text).count(_BROKEN) > found.text.count(_BROKEN):
        said.append(program_words.NOT_SHOWN_SAFELY)
    remarks += [each for each in said if each not in remarks]
    return found.text
