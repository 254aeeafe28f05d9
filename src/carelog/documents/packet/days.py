"""The packet's sections about single days, and notes in the person's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Bullets, Heading, Item, Paragraph, Quote, Tone
from carelog.documents.packet.mood import mood_step
from carelog.wording import days as days_words
from carelog.wording.counts import figures
from carelog.wording.files import packet_mood as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import in_clauses, labelled, named, with_remark

if TYPE_CHECKING:
    from carelog.review.packet.mood import DaysPart, RatedDay
    from carelog.review.packet.notes import NotePart, NotesOfDay


def rated_days(days: DaysPart) -> Iterator[Block]:
    """The days with the lowest and the highest entries, with what was noted on them, or that there are none."""
    lowest = _column(words.LOWEST, days.lowest, days.more_lowest, words.none_below(days.middle))
    highest = _column(words.HIGHEST, days.highest, days.more_highest, words.none_above(days.middle))
    yield Beside(lowest, highest)


def notes(days: Sequence[NotesOfDay]) -> Iterator[Block]:
    """Notes in full, by day."""
    for each in days:
        yield Heading(days_words.short_day(each.day), 3)
        for note in each.notes:
            yield Paragraph(_caption(note), Tone.QUIET)
            if note.text:
                yield Quote(note.text)


def _column(name: str, rated: Sequence[RatedDay], more: int, none: str) -> tuple[Block, ...]:
    also = words.more_days(more, figures(rated[-1].score)) if more else ""
    heading = Heading(with_remark(name, also) if also else name, 3)
    return (heading, Bullets(tuple(map(_rated_day, rated))) if rated else Paragraph(none))


def _rated_day(rated: RatedDay) -> Item:
    facts = [labelled(days_words.short_day(rated.day), mood_step(rated.score, rated.word))]
    if rated.feelings:
        facts.append(words.felt(rated.feelings))
    return Item(in_clauses([*facts, *rated.readings]), rated.quotes)


def _caption(note: NotePart) -> str:
    mood = named(str(note.score), note.word) if note.score is not None else ""
    return listed(filter(None, (note.time, mood, *note.feelings)))
