"""Trends: how moods lay and moved over a period, then weekdays, then the readings beside them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import LOWEST, SCORES, MoodWords
from carelog.domain.statistics.descriptive import PAIRS_FOR_INSTABILITY
from carelog.domain.statistics.trend import FEWEST_DAYS, Verdict
from carelog.review.days.curves import Stage
from carelog.review.days.moods import half_step
from carelog.review.pages.trends import Trends, WeekdayMood
from carelog.terminal.charts.mood_chart import MoodChart
from carelog.terminal.charts.score_bars import ScoreBars
from carelog.terminal.charts.small_multiples import SmallMultiples, range_of
from carelog.terminal.charts.weekday_table import WeekdayTable
from carelog.terminal.page import measure, sentence
from carelog.terminal.pages.scores import told
from carelog.terminal.user_text import paragraph
from carelog.wording import program as program_words
from carelog.wording import trends as trends_words

_FEWEST_FOR_A_CHART = 2


class TrendsPage:
    """A period as a whole, with the person's words for moods.

    The page is made of sections with a blank line between them: the chart, the sentences, weekdays, trackers.
    Scores of questionnaires come after the trackers, one section each.
    """

    def __init__(self, trends: Trends, words: MoodWords, *, with_instability: bool = False) -> None:
        self.trends = trends
        self.words = words
        self.with_instability = with_instability

    def sentences(self) -> Iterator[str]:
        """The period, how its days lay and moved, then levels, weeks or months, weekdays and trackers."""
        trends = self.trends
        if self._is_empty():
            yield program_words.NOTHING_YET
            return
        yield sentence(self._title())
        yield from self._head()
        yield from self._told()
        if trends.days_with_mood:
            levels = {self.words.words[score - LOWEST]: trends.levels[score] for score in SCORES}
            yield sentence(trends_words.levels(levels))
            yield from self._stages()
        if self._has_weekdays():
            yield sentence("; ".join(map(_weekday, trends.weekdays)))
        yield from (sentence(f"{each.tracker.name}: {range_of(each)}") for each in trends.trackers)
        for scores in trends.scores:
            yield sentence(scores.questionnaire.name)
            yield from told(scores)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._is_empty():
            yield from paragraph(program_words.NOTHING_YET, console, options)
            return
        yield from paragraph(self._title(), console, options, "heading")
        for line in self._head():
            yield from paragraph(line, console, options, "quiet")
        for section in self._sections(console, options):
            yield Text()
            yield from section

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _sections(self, console: Console, options: ConsoleOptions) -> Iterator[list[RenderableType]]:
        trends = self.trends
        if trends.days_with_mood >= _FEWEST_FOR_A_CHART:
            yield [MoodChart(trends, self.words)]
        if told := [line for words in self._told() for line in paragraph(words, console, options)]:
            yield [*told]
        if self._has_weekdays():
            yield [WeekdayTable(trends.weekdays)]
        if trends.trackers:
            yield [SmallMultiples(trends.trackers)]
        for scores in trends.scores:
            name = Text(scores.questionnaire.name, style="heading")
            yield [name, ScoreBars(scores)]

    def _is_empty(self) -> bool:
        return self.trends.last_noted is None and not self.trends.scores

    def _has_weekdays(self) -> bool:
        return bool(self.trends.weekdays) and self.trends.days_with_mood >= _FEWEST_FOR_A_CHART

    def _title(self) -> str:
        return trends_words.title(self.trends.period.first, self.trends.period.last)

    def _head(self) -> Iterator[str]:
        """What was noted, in days."""
        trends = self.trends
        if trends.days_with_entries:
            entries, moods, rest = trends.days_with_entries, trends.days_with_mood, trends.days_of_rest
            yield trends_words.coverage(entries, moods, len(trends.period), rest)
            return
        yield trends_words.NOTHING_IN_PERIOD
        if trends.last_noted and trends.last_noted < trends.period.first:
            yield trends_words.earlier_entries(trends.last_noted)

    def _told(self) -> Iterator[str]:
        """Where the days lay and how they moved, as far as it can be said."""
        trends = self.trends
        if not trends.days_with_mood:
            return
        if trends.median is None:
            yield trends_words.too_few(trends.days_with_mood, len(trends.period))
        else:
            yield self._middle(trends.median)
            yield self._change()
        if self.with_instability:
            known = trends.instability
            yield (
                trends_words.instability(known.typical_step, known.pairs)
                if known
                else trends_words.no_instability(PAIRS_FOR_INSTABILITY)
            )

    def _middle(self, median: float) -> str:
        quarters, shown = self.trends.quartiles, half_step(median)
        half = (half_step(quarters[0]), half_step(quarters[1])) if quarters else None
        return trends_words.middle(shown, self.words.word(shown), half, self.trends.days_with_mood)

    def _change(self) -> str:
        change, days = self.trends.change, self.trends.days_with_mood
        if change is None:
            return trends_words.too_early(days, FEWEST_DAYS)
        clear = self.trends.slope.verdict in (Verdict.HIGHER, Verdict.LOWER)
        say = trends_words.clear_change if clear else trends_words.no_clear_change
        return say(change.amount, change.low, change.high, days, yearly=change.yearly)

    def _stages(self) -> Iterator[str]:
        """The course of the chart in words: its weeks, months or years that have a mood."""
        return (sentence(_stage(each)) for each in self.trends.stages if each.days)


def _stage(each: Stage) -> str:
    shown = None if each.median is None else half_step(each.median)
    return trends_words.stage(each.period.first, each.period.last, shown, each.days)


def _weekday(each: WeekdayMood) -> str:
    shown = None if each.median is None else half_step(each.median)
    return trends_words.weekday(each.weekday, shown, each.days)
