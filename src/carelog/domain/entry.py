"""An entry: how a moment was, in a number, in words, or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.mood import checked_score
from carelog.domain.text import checked_name, checked_text, clean, clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Entry:
    """One note of a day, at a moment.

    `day` is the journal's day, fixed when the entry was written. `mood` is 1 to 5 or None. `feelings` and `tags`
    are words, each once; `readings` are numbers by the name of their tracker. An entry with nothing in it, with
    a mood outside 1 to 5 or a reading that is not finite is refused with InvalidValue.
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
        object.__setattr__(self, "note", checked_text(self.note, "A note"))
        object.__setattr__(self, "feelings", words_once(self.feelings, "A feeling"))
        object.__setattr__(self, "tags", words_once((clean_line(tag).lstrip("# ") for tag in self.tags), "A tag"))
        if self.readings:
            _check_numbers(self.readings.values())
        if self.mood is None and not (self.note or self.feelings or self.tags or self.readings):
            raise InvalidValue("An entry needs a mood, a note, a feeling, a tag or a reading.")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    def mentions(self, folded: str) -> bool:
        """Whether a folded text stands in the note, the feelings or the tags."""
        return any(folded in fold(clean(text)) for text in (self.note, *self.feelings, *self.tags))


def _check_numbers(readings: Iterable[float]) -> None:
    from carelog.domain.numbers import checked_number

    for reading in readings:
        checked_number(reading, "A reading")


def words_once(words: Iterable[str], what: str) -> tuple[str, ...]:
    """Clean words in their order, each once whatever its case.

    Raises InvalidValue, naming `what`, for an empty or very long one.
    """
    once: dict[str, str] = {}
    for word in words:
        name = checked_name(word, what, longest=60)
        once.setdefault(fold(name), name)
    return tuple(once.values())
