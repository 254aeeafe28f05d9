"""The mark of a day on the calendar, and the legend that explains the marks."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.score import SCORES
from carelog.review.days.moods import DayMood
from carelog.review.pages.calendar import Tally
from carelog.terminal.marks.mood import both_ends_mark, mood_mark
from carelog.terminal.page import flow, page_width
from carelog.terminal.user_text import shortened
from carelog.wording.pages import calendar as calendar_words
from carelog.wording.pages import common as common_words
from carelog.wording.pages.mood_counts import BOTH_ENDS

_UNSCORED = Text("-", style="quiet")


def day_mark(day: DayMood, scale: MoodScale, options: ConsoleOptions) -> tuple[str, str]:
    """The mark of a past day or today, one column wide, and its style.

    A day with a mood gets its mark, a day with other entries a dash, a day without entries a dot. A pause gets the same
    dot, so that it does not stand out.
    """
    if day.is_both(scale):
        mark = both_ends_mark(options)
    else:
        mark = _UNSCORED if day.entries and not day.scores else mood_mark(day.median, options)
    return mark.plain, str(mark.style)


def legend(tally: Tally, words: MoodWords, options: ConsoleOptions) -> Iterator[Text]:
    """The meaning of each mark, from the highest level down, with its number of days; as many on a line as fit."""
    return flow(_items(tally, words, options), page_width(options))


def _items(tally: Tally, words: MoodWords, options: ConsoleOptions) -> Iterator[Text]:
    levels = [(mood_mark(score, options), words.words[score - 1], tally.levels[score]) for score in reversed(SCORES)]
    for mark, word, days in levels:
        yield _item(mark, calendar_words.legend_item(word, days), options)
    if tally.moods.both:
        item = calendar_words.legend_item(BOTH_ENDS, tally.moods.both)
        yield _item(both_ends_mark(options), item, options)
    if tally.unscored:
        yield _item(_UNSCORED, calendar_words.legend_item(common_words.NO_MOOD, tally.unscored), options)
    if tally.empty or tally.resting:
        yield _item(mood_mark(None, options), common_words.NO_ENTRY, options)


def _item(mark: Text, words: str, options: ConsoleOptions) -> Text:
    return Text.assemble(mark, " ", (shortened(words, page_width(options) - 2, options), "quiet"))
