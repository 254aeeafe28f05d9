"""Insights: what went together with better days, each finding with its counts and bars."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.statistics.association import DAYS_OVERALL, DAYS_PER_SIDE, DIFFERENT_VALUES
from carelog.review.insights.comparisons import FEWEST_SCORES, Lag, Strata
from carelog.review.insights.finding_words import finding_sentence, spans, week_remark
from carelog.review.insights.findings import Finding
from carelog.review.insights.insights import Ground, Insights
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.question import Asked
from carelog.terminal.charts.share_bars import ShareBars
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, shortened
from carelog.wording import program as program_words
from carelog.wording.pages import insights as insights_words


class InsightsPage:
    """The insights of a period, with the person's words for moods."""

    def __init__(self, insights: Insights, words: MoodWords) -> None:
        self.insights = insights
        self.words = words

    def sentences(self) -> Iterator[str]:
        """The period, how much was compared, each finding with other explanations, then what was not compared."""
        if self.insights.is_new:
            yield program_words.NOTHING_YET
            return
        yield sentence(self._title())
        yield from self._head()
        for finding in self._found():
            yield from self._told(finding)
        yield from self._feelings_head()
        for finding in self.insights.feelings:
            yield from self._told(finding)
        yield from self._foot()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self.insights.is_new:
            yield from paragraph(program_words.NOTHING_YET, console, options)
            return
        yield from paragraph(self._title(), console, options, "heading")
        coverage, *head = self._head()
        yield from paragraph(coverage, console, options, "quiet")
        yield from (line for words in head for line in paragraph(words, console, options))
        for finding in self._found():
            yield Text()
            yield from self._finding(finding, console, options)
        if apart := [line for words in self._feelings_head() for line in paragraph(words, console, options)]:
            yield Text()
            yield from apart
        for finding in self.insights.feelings:
            yield Text()
            yield from self._finding(finding, console, options)
        if foot := [line for words in self._foot() for line in paragraph(words, console, options, "quiet")]:
            yield Text()
            yield from foot

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _title(self) -> str:
        return insights_words.title(self.insights.period.first, self.insights.period.last)

    def _head(self) -> Iterator[str]:
        found, of = self.insights, self.insights.days_asked_for
        if found.ground is Ground.NO_MOODS:
            yield insights_words.NO_MOODS
            return
        yield insights_words.coverage(found.days, of)
        if found.ground is Ground.TOO_FEW_DAYS:
            yield insights_words.too_few_days(found.days, DAYS_OVERALL)
        elif found.ground is Ground.TOO_MANY_GAPS:
            yield insights_words.too_many_gaps(found.days, of)
            if found.enough_in_last:
                yield insights_words.shorter(found.enough_in_last, found.ended_on)
        elif found.asked:
            yield _answer(found.asked)
        elif found.compared:
            yield insights_words.compared(found.compared, len(found.found), more=found.more)
        elif not found.compared_feelings:
            yield insights_words.nothing_compared(DAYS_PER_SIDE, DAYS_OVERALL)

    def _found(self) -> tuple[Finding, ...]:
        asked = self.insights.asked
        return (asked.finding,) if asked and asked.finding else self.insights.found

    def _feelings_head(self) -> Iterator[str]:
        found = self.insights
        if found.feelings:
            yield insights_words.FEELINGS_APART
            told = len(found.feelings)
            yield insights_words.compared_feelings(found.compared_feelings, told, more=found.more_feelings)

    def _foot(self) -> Iterator[str]:
        found, told = self.insights, bool(self._found() or self.insights.feelings)
        yield from self._not_compared()
        if found.asked and told:
            yield insights_words.ASKED_BEFOREHAND
        if found.compares_doing and not found.asked:
            yield insights_words.KEEP_OUT
        if found.compares_doing:
            yield insights_words.NOT_WHAT_HELPS
        elif told:
            yield insights_words.WENT_TOGETHER

    def _not_compared(self) -> Iterator[str]:
        found = self.insights
        if found.compared + found.compared_feelings and not found.asked:
            yield insights_words.TWO_THINGS
        if found.too_few:
            yield insights_words.too_few(found.too_few)
        if found.weekday_only:
            yield insights_words.weekday_only(found.weekday_only)
        if found.people_left_out:
            yield insights_words.PEOPLE_LEFT_OUT

    def _told(self, finding: Finding) -> Iterator[str]:
        yield sentence(finding_sentence(finding, self.words))
        if remark := week_remark(finding):
            yield remark
        if explanation := self._other_explanation(finding):
            yield sentence(explanation)

    def _finding(self, finding: Finding, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        when = insights_words.when(day_after=finding.is_day_after)
        name = shortened(_label(finding), max(page_width(options) - cell_len(when), 1), options)
        yield Text.assemble((name, "heading"), (when, "quiet"))
        yield from paragraph(finding_sentence(finding, self.words), console, options)
        yield from _bars(finding).lines(options)
        if remark := week_remark(finding):
            yield from paragraph(remark, console, options)
        if explanation := self._other_explanation(finding):
            yield from paragraph(explanation, console, options)

    def _other_explanation(self, finding: Finding) -> str:
        return insights_words.other_explanation(
            FactorKind.PERSON.value if finding.factor.is_person else finding.factor.kind.value,
            finding.factor.name,
            better=finding.is_with_better_days,
            two_sided=self.insights.scale is MoodScale.TWO_SIDED,
            day_after=finding.is_day_after,
            differs=finding.comparison.differs,
        )


def _label(finding: Finding) -> str:
    return f"#{finding.factor.name}" if finding.factor.kind is FactorKind.TAG else finding.factor.name


def _bars(finding: Finding) -> ShareBars:
    labels = spans(finding) or [insights_words.WITH, insights_words.WITHOUT]
    return ShareBars([(label, share.days, share.of) for label, share in zip(labels, finding.shares, strict=True)])


def _answer(asked: Asked) -> str:
    """Whether the one thing that was asked about stands out, or how many days it has where they are too few."""
    if asked.finding and asked.finding.comparison.strata is Strata.INSEPARABLE:
        return insights_words.ASKED_AND_WEEKDAY
    if asked.finding:
        return insights_words.ASKED_AND_CLEAR if asked.stands_out else insights_words.ASKED_AND_NOT_CLEAR
    if asked.factor.is_number:
        return _no_numbers(asked)
    name, after = asked.factor.name, asked.lag is Lag.DAY_AFTER
    with_it, without = asked.days_with, asked.days_without
    return insights_words.asked_too_few(name, with_it, without, DAYS_PER_SIDE, DAYS_OVERALL, day_after=after)


def _no_numbers(asked: Asked) -> str:
    """Why the numbers that were asked about are not compared."""
    name, after = asked.factor.name, asked.lag is Lag.DAY_AFTER
    is_total = asked.factor.kind is FactorKind.QUESTIONNAIRE
    fewest = FEWEST_SCORES if is_total else DAYS_OVERALL
    if asked.days_with >= fewest and asked.different_numbers < DIFFERENT_VALUES:
        return insights_words.asked_hardly_different(name, asked.different_numbers)
    if asked.days_with >= fewest and asked.different_moods < DIFFERENT_VALUES:
        return insights_words.asked_with_hardly_different_moods(name, asked.different_moods, day_after=after)
    too_few = insights_words.asked_too_few_totals if is_total else insights_words.asked_too_few_readings
    return too_few(name, asked.days_with, fewest, day_after=after)
