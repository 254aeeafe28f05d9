"""What is said of the days of a mood, in the same words on every page."""

from __future__ import annotations

from collections.abc import Iterator

from carelog.domain.mood import MIDDLE, MoodScale, MoodWords
from carelog.domain.score import LOWEST, SCORES
from carelog.domain.statistics.halves import Half
from carelog.domain.statistics.trend import Verdict
from carelog.review.days.mood_counts import MoodCounts
from carelog.review.days.mood_halves import MoodHalves
from carelog.review.days.moods import half_step
from carelog.wording.counts import figures
from carelog.wording.pages import mood_counts as words_of_counts
from carelog.wording.punctuation import with_remark


def ends_sentences(counts: MoodCounts, words: MoodWords) -> Iterator[str]:
    """On how many days an entry was low; on a two-sided scale also level ones and those with a high entry."""
    if words.scale is MoodScale.TWO_SIDED and counts.days:
        level = words.words[MIDDLE - LOWEST]
        yield words_of_counts.level_days(level, counts.level, counts.both, counts.days)
    if counts.low_entries:
        yield words_of_counts.low_days(counts.low_entries, counts.low)
    if words.scale is MoodScale.TWO_SIDED and counts.high_entries:
        yield words_of_counts.high_days(counts.high_entries, counts.high)


def halves_sentences(halves: MoodHalves, words: MoodWords, *, with_last: bool = True) -> Iterator[str]:
    """How the last days differ from as many before and how sure that is, then the days of both by level.

    Where the last days are all that a page counts itself, it needs no sentence `with_last`. Days that were both low and
    high are not all alike, whatever their medians are, and are only counted.
    """
    found, length = halves.found, len(halves.found.after.period)
    are_both = halves.before.both or halves.after.both
    if found.all_alike and not are_both:
        yield words_of_counts.all_alike(length, _mood(found.before.median, words), _mood(found.after.median, words))
        return
    if found.all_alike:
        yield words_of_counts.beside(length)
    elif found.low is None or found.high is None:
        yield words_of_counts.unsure_difference(length, found.delta)
    elif found.verdict is Verdict.NO_CLEAR_CHANGE:
        yield words_of_counts.no_clear_difference(length, found.delta, found.low, found.high)
    else:
        higher = found.verdict is Verdict.HIGHER
        yield words_of_counts.clear_difference(length, found.delta, found.low, found.high, higher=higher)
    before, after = found.before, found.after
    yield words_of_counts.side_before(length, before.days, *_side(before, halves.before, words))
    if with_last:
        yield words_of_counts.side_after(length, after.days, *_side(after, halves.after, words))


def _side(half: Half, counts: MoodCounts, words: MoodWords) -> tuple[str, list[tuple[str, int]]]:
    """The median of one of the halves, and its days by level."""
    levels = [(words.words[score - LOWEST], counts.levels[score]) for score in SCORES]
    return figures(half_step(half.median)), [*levels, (words_of_counts.BOTH_ENDS, counts.both)]


def _mood(median: float, words: MoodWords) -> str:
    shown = half_step(median)
    return with_remark(figures(shown), words.word(shown))
