"""Words that are taken off a page and stand in the name of its file, which whoever gets the file sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from carelog.domain.text import clean_line
from carelog.review.packet.redaction import Strike
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from pathlib import Path


def struck_in_name(struck_words: Iterable[str], place: Path | None) -> list[str]:
    """A sentence for each of the words that is in the name of the file, as it was typed; none without a file."""
    if place is None:
        return []
    typed = dict.fromkeys(struck_words)
    return [words.word_in_file_name(clean_line(word)) for word in typed if Strike([word])(place.name) != place.name]
