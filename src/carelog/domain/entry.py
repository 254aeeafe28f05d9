"""An entry: how a moment was, as a number, in words, or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.score import checked_score
from carelog.domain.text import checked_name, checked_text, clean, clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal, at a moment.

    `day` is the journal's day, fixed when the entry was written. `mood` is 1 to 5 or None. `feelings` and `tags` are
    words without duplicates; `readings` are numbers by the name of their tracker. `source` is the app that the entry
    was imported from, or empty. Raises InvalidValue for an entry with nothing in it, a mood outside 1 to 5 or a
    reading that is not finite.
    """

    id: str
    at: Moment
    day: date
    mood: int | None = None
    note: str = ""
    feelings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    readings: Mapping[str, float] = field(default_factory=dict)
    private: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        if self.mood is not None:
            checked_score(self.mood)
        object.__setattr__(self, "note", checked_text(self.note, "text.note"))
        object.__setattr__(self, "feelings", feelings_of(self.feelings))
        object.__setattr__(self, "tags", tags_of(self.tags))
        if self.readings:
            _check_numbers(self.readings.values())
        if self.mood is None and not (self.note or self.feelings or self.tags or self.readings):
            raise InvalidValue("entry.empty")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    def mentions(self, part: str) -> bool:
        """Whether the note, a feeling or a tag contains a text, in any case and with or without its accents."""
        return is_mentioned(part, (self.note, *self.feelings, *self.tags))


def is_mentioned(part: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts of an entry contains a text, in any case and with or without its accents."""
    from carelog.domain.letters import plain_letters

    wanted = plain_letters(part)
    return any(wanted in plain_letters(clean(text)) for text in texts)


def feelings_of(words: Iterable[str]) -> tuple[str, ...]:
    """The feelings that words are, each once. Raises InvalidValue as `words_once` does."""
    return words_once(words, "entry.feeling")


def tags_of(words: Iterable[str]) -> tuple[str, ...]:
    """The tags that words are, each once, without the # before them. Raises InvalidValue as `words_once` does."""
    return words_once((clean_line(word).lstrip("# ") for word in words), "entry.tag")


def words_once(words: Iterable[str], field: str) -> tuple[str, ...]:
    """The words cleaned, in their order, without those that differ from an earlier one in case alone.

    Raises InvalidValue as `checked_name` does for a word that is empty or longer than 60 characters.
    """
    once: dict[str, str] = {}
    for word in words:
        name = checked_name(word, field, longest=60)
        once.setdefault(fold(name), name)
    return tuple(once.values())


def _check_numbers(readings: Iterable[float]) -> None:
    from carelog.domain.numbers import checked_number

    for reading in readings:
        checked_number(reading, "tracker.reading")
