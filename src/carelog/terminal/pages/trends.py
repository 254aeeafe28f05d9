"""Trends: the moods of a period and how they changed, then weekdays, readings and questionnaires."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodWords
from carelog.domain.score import LOWEST, SCORES
from carelog.domain.statistics.descriptive import PAIRS_FOR_INSTABILITY
from carelog.domain.statistics.trend import FEWEST_DAYS, Verdict
from carelog.review.days.curves import Stage
from carelog.review.days.mood_sentences import ends_sentences, halves_sentences
from carelog.review.days.moods import half_step
from carelog.review.pages.trends import Trends, WeekdayMood
from carelog.terminal.charts.mood_chart import MoodChart
from carelog.terminal.charts.score_bars import ScoreBars
from carelog.terminal.charts.small_multiples import SmallMultiples, readings_summary
from carelog.terminal.charts.weekday_table import WeekdayTable
from carelog.terminal.page import measure, sentence
from carelog.terminal.pages.scores import score_sentences
from carelog.terminal.user_text import paragraph
from carelog.wording import program as program_words
from carelog.wording.pages import trends as trends_words
from carelog.wording.pages.mood_counts import BOTH_ENDS
from carelog.wording.punctuation import in_clauses, labelled

_FEWEST_FOR_A_CHART = 2


class TrendsPage:
    """The trends of a period, with the person's words for moods.

    Sections with a blank line between them: chart, statements, weekdays, trackers, and one for each questionnaire.
    """

    def __init__(self, trends: Trends, words: MoodWords, *, with_instability: bool = False) -> None:
        self.trends = trends
        self.words = words
        self.with_instability = with_instability

    def sentences(self) -> Iterator[str]:
        """The period, its coverage and statements, then levels, stages, weekdays, trackers and questionnaires."""
        trends = self.trends
        if self._is_empty():
            yield program_words.NOTHING_YET
            return
        yield sentence(self._title())
        yield from self._coverage()
        yield from self._statements()
        if trends.days_with_mood:
            counts = trends.counts
            levels = {self.words.words[score - LOWEST]: counts.levels[score] for score in SCORES}
            both = {BOTH_ENDS: counts.both} if counts.both else {}
            yield sentence(trends_words.levels(levels | both))
            yield from self._stages()
        if self._has_weekdays():
            yield sentence(in_clauses(map(_weekday, trends.weekdays)))
        yield from (sentence(labelled(each.tracker.name, readings_summary(each))) for each in trends.trackers)
        for scores in trends.scores:
            yield sentence(scores.questionnaire.name)
            yield from score_sentences(scores)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._is_empty():
            yield from paragraph(program_words.NOTHING_YET, console, options)
            return
        yield from paragraph(self._title(), console, options, "heading")
        for line in self._coverage():
            yield from paragraph(line, console, options, "quiet")
        for section in self._sections(console, options):
            yield Text()
            yield from section

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _is_empty(self) -> bool:
        return self.trends.last_noted is None and not self.trends.scores

    def _title(self) -> str:
        return trends_words.title(self.trends.period.first, self.trends.period.last)

    def _coverage(self) -> Iterator[str]:
        """On how many days something was noted; without entries, where the latest ones are."""
        trends = self.trends
        if trends.days_with_entries:
            entries, moods, rest = trends.days_with_entries, trends.days_with_mood, trends.days_of_rest
            yield trends_words.coverage(entries, moods, trends.days_asked_for, rest)
            return
        yield trends_words.NOTHING_IN_PERIOD
        if trends.last_noted and trends.last_noted < trends.period.first:
            yield trends_words.earlier_entries(trends.last_noted)

    def _statements(self) -> Iterator[str]:
        """The middle and the change of the days, or why they cannot be stated; the instability if it is wanted."""
        trends = self.trends
        if not trends.days_with_mood:
            return
        if trends.median is None:
            yield trends_words.too_few(trends.days_with_mood, trends.days_asked_for)
        if about_days := " ".join(self._about_days()):
            yield about_days
        if trends.median is not None:
            yield from self._change()
        if trends.halves:
            yield from halves_sentences(trends.halves, self.words)
        if self.with_instability:
            instability = trends.instability
            yield (
                trends_words.instability(instability.typical_step, instability.pairs)
                if instability
                else trends_words.no_instability(PAIRS_FOR_INSTABILITY)
            )

    def _about_days(self) -> Iterator[str]:
        """The median, which is not stated where it would call days level that were both low and high; then the ends."""
        trends = self.trends
        if trends.median is not None and not trends.counts.both:
            yield self._middle(trends.median)
        yield from ends_sentences(trends.counts, self.words)

    def _middle(self, median: float) -> str:
        quarters, shown = self.trends.quartiles, half_step(median)
        half = (half_step(quarters[0]), half_step(quarters[1])) if quarters else None
        return trends_words.middle(shown, self.words.word(shown), half, self.trends.days_with_mood)

    def _change(self) -> Iterator[str]:
        """The change of the days, and what it does not show; or why it is too early for one."""
        change, days = self.trends.change, self.trends.days_with_mood
        if change is None:
            yield trends_words.too_early(days, FEWEST_DAYS)
            return
        if change.low is None or change.high is None:
            yield trends_words.unsure_change(change.amount, days, yearly=change.yearly)
        elif change.low == change.high:
            yield trends_words.no_change(self.trends.slope.spacing, days)
        elif self.trends.slope.verdict is Verdict.NO_CLEAR_CHANGE:
            yield trends_words.no_clear_change(
                change.amount, change.low, change.high, days, yearly=change.yearly, could_show=change.could_show
            )
        else:
            yield trends_words.clear_change(change.amount, change.low, change.high, days, yearly=change.yearly)
        if self.trends.counts.both:
            yield trends_words.MIDDLE_HIDES

    def _stages(self) -> Iterator[str]:
        """The course of the chart in words: its weeks, months or years that have a mood."""
        return (sentence(_stage(each)) for each in self.trends.stages if each.days)

    def _has_weekdays(self) -> bool:
        return bool(self.trends.weekdays) and self.trends.days_with_mood >= _FEWEST_FOR_A_CHART

    def _sections(self, console: Console, options: ConsoleOptions) -> Iterator[list[RenderableType]]:
        trends = self.trends
        if trends.days_with_mood >= _FEWEST_FOR_A_CHART:
            yield [MoodChart(trends, self.words)]
        if statements := [line for words in self._statements() for line in paragraph(words, console, options)]:
            yield [*statements]
        if self._has_weekdays():
            yield [WeekdayTable(trends.weekdays)]
        if trends.trackers:
            yield [SmallMultiples(trends.trackers)]
        for scores in trends.scores:
            name = Text(scores.questionnaire.name, style="heading")
            yield [name, ScoreBars(scores)]


def _stage(each: Stage) -> str:
    shown = None if each.median is None else half_step(each.median)
    return trends_words.stage(each.period.first, each.period.last, shown, each.days, each.both)


def _weekday(each: WeekdayMood) -> str:
    shown = None if each.median is None else half_step(each.median)
    return trends_words.weekday(each.weekday, shown, each.days - each.both, each.both)
