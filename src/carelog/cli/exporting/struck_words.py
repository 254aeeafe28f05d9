"""What a person may strike from a page as a word, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from carelog.domain.letters import has_no_blanks, plain_letters
from carelog.domain.people.spoken_name import spoken_names
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.review.packet.redaction import STRUCK, Strike, longer_words
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from carelog.journal import Journal
    from carelog.review.packet.packet import Packet
    from carelog.review.pages.life_chart import LifeChart

FEWEST_LETTERS = 3
"""The fewest letters of a word to strike: one or two would take most of a page with them."""


def checked_word(journal: Journal, typed: str) -> str:
    """A word to strike as it was typed.

    Raises InvalidValue for one of fewer than FEWEST_LETTERS letters, unless it is what a contact is called, or of a
    script in which one letter may be a word.
    """
    letters = plain_letters(clean_line(typed))
    if sum(map(str.isalnum, letters)) >= FEWEST_LETTERS or has_no_blanks(letters):
        return typed
    if letters and any(letters in spoken_names(each) for each in journal.contacts.readable()):
        return typed
    raise InvalidValue("export.strike-too-short", word=clean_line(typed), fewest=FEWEST_LETTERS)


def told_of_struck(
    struck: Iterable[str], wholes: Sequence[Packet | LifeChart], text_with: Callable[[Strike], str]
) -> list[str]:
    """A sentence for each word that is on a page: in how many places, and which longer words went with it.

    `text_with` is the text of the pages with some words struck.
    """
    told = []
    for typed in dict.fromkeys(struck):
        places = text_with(Strike([typed])).count(STRUCK)
        longer = sorted({word for whole in wholes for word in longer_words(whole, typed)})
        told += [words.struck_places(clean_line(typed), places, longer)] if places else []
    return told
