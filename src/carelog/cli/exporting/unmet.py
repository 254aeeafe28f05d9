"""What a person takes off a page and is not on it: a slip of the hand there would hand over what they meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.review.packet.redaction import Strike
from carelog.wording.files import export as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import quoted

if TYPE_CHECKING:
    from carelog.cli.exporting.choice import Choice
    from carelog.domain.audience import Section
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Unmet:
    """Words, handles of entries, and keys of sections that are not on a page, though it was to go without them."""

    words: tuple[str, ...]
    entries: tuple[str, ...]
    sections: tuple[str, ...]

    def sentences(self) -> list[str]:
        """A sentence for each, to read beside the preview."""
        return [
            *map(words.word_nowhere, self.words),
            *map(words.entry_nowhere, self.entries),
            *map(words.section_nowhere, self.sections),
        ]

    def remarks_or_refusal(self) -> list[str]:
        """The sentences of the sections, where nobody sees the page before it is written.

        Raises InvalidValue for words and entries. Sections have known names: a slip is another error.
        """
        if self.words:
            raise InvalidValue("export.strike-nowhere", words=listed(map(quoted, self.words)))
        if self.entries:
            raise InvalidValue("export.without-nowhere", entries=listed(self.entries))
        return list(map(words.section_nowhere, self.sections))


def unmet(
    journal: Journal,
    choice: Choice,
    contents: Collection[Section],
    says: Callable[[Strike], object],
    quoted_of: Callable[[Choice], object] = lambda _: None,
) -> Unmet:
    """What of a choice is not on its page.

    `contents` are the sections that the page would have if none was left out; `says` is all that leaves once words are
    struck. A word is on the page if it is not the same without that word, and so is an entry of another day that is
    quoted; other entries are on it if the page is about their day.
    """

    def is_on_page(entry_id: str) -> bool:
        entry = journal.entries.get(entry_id)
        if entry.private or entry.day in choice.period:
            return not entry.private
        others = tuple(each for each in choice.struck_entries if each != entry_id)
        return quoted_of(choice) != quoted_of(replace(choice, struck_entries=others))

    return Unmet(
        tuple(map(clean_line, _words_nowhere(choice.struck_words, says))),
        tuple(journal.entries.get(each).handle for each in choice.struck_entries if not is_on_page(each)),
        tuple(section.value for section in choice.leave_out if section not in contents),
    )


def _words_nowhere(words: Iterable[str], says: Callable[[Strike], object]) -> list[str]:
    typed = list(dict.fromkeys(words))
    if not typed:
        return []
    whole = says(Strike(()))
    return [word for word in typed if says(Strike([word])) == whole]
