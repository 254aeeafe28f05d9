"""Today: the mood, what is due and noted by time, the last two weeks. An ordinary day fits 80 columns and 24 lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodWords
from carelog.domain.people.called import typed_for
from carelog.domain.score import LOWEST
from carelog.review.pages.today import Today
from carelog.terminal.charts.mood_strip import MoodStrip
from carelog.terminal.marks.mood import both_ends_mark, mood_figure
from carelog.terminal.page import after_blank_line, measure, page_width, sentence
from carelog.terminal.pages.day_list import DayList
from carelog.terminal.user_text import field, paragraph, wrapped
from carelog.wording import days as days_words
from carelog.wording import program as program_words
from carelog.wording import questionnaires as questionnaires_words
from carelog.wording.counts import figures
from carelog.wording.lists import listed
from carelog.wording.mood import SOMEONE_NOW
from carelog.wording.pages import common as common_words
from carelog.wording.pages.mood_counts import BOTH_AT_BEGINNING, BOTH_ENDS
from carelog.wording.people import activities as activities_words
from carelog.wording.people import appointments as appointments_words
from carelog.wording.people import plan as plan_words
from carelog.wording.people import reach as reach_words
from carelog.wording.people import signs as signs_words
from carelog.wording.punctuation import in_clauses, labelled

_MOST_STOCKS = 2
_MOST_MEETINGS = 2
_GAP = 2


class TodayPage:
    """The present day so far, with the person's words for moods."""

    def __init__(self, today: Today, words: MoodWords) -> None:
        self.today = today
        self.words = words
        self.list = DayList(today)
        self.days = today.recent if today.mood.scores else today.recent[:-1]
        """The days of the strip. Today joins them with its first mood: before, a dot would look like a day missed."""

    def sentences(self) -> Iterator[str]:
        """The day, the mood, each thing of the day by its time, the days before, what is ahead."""
        today = self.today
        yield sentence(days_words.day_name(today.day))
        yield from self._remarks()
        yield from map(sentence, self._signs())
        if today.mood.median is not None:
            is_both, word = today.mood.is_both(self.words.scale), self.words.word(today.mood.median)
            mood = BOTH_AT_BEGINNING if is_both else common_words.mood_of_day(today.mood.median, word)
            yield sentence(in_clauses(filter(None, [mood, self._span()])))
        yield from self.list.sentences()
        if self._has_strip():
            yield sentence(common_words.two_weeks(in_clauses(self._moods_of_days())))
        yield from self._stock()
        yield from (sentence(labelled(when, words)) for when, words in self._ahead())
        yield from map(sentence, self._offers())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text(days_words.day_name(self.today.day), style="heading")
        for remark in self._remarks():
            yield from paragraph(remark, console, options)
        for sign in self._signs():
            yield from after_blank_line(list(paragraph(sign, console, options)))
        yield from after_blank_line([*self._headline(options), *self.list.lines(console, options)])
        if self._has_strip():
            label = Text(f"{common_words.TWO_WEEKS}  ", style="quiet")
            strip = Text.assemble(label, MoodStrip(self.days, self.words.scale).text(options))
            strip.rstrip()
            yield from after_blank_line([strip])
        yield from after_blank_line([part for line in self._stock() for part in paragraph(line, console, options)])
        yield from after_blank_line(list(self._coming(console, options)))
        for offer in self._offers():
            yield from after_blank_line(list(paragraph(offer, console, options, "quiet")))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _remarks(self) -> Iterator[str]:
        if not self.today.is_over and any(entry.mood == LOWEST for entry in self.today.entries):
            yield SOMEONE_NOW
        if self.today.welcome_back:
            yield common_words.WELCOME_BACK
        if self.today.pause:
            yield common_words.on_pause(self.today.pause.last)
        if self.today.is_new:
            yield program_words.NOTHING_YET
        elif not (self.today.entries or self.today.welcome_back or self.today.pause):
            yield common_words.NOTHING_THAT_DAY if self.today.is_over else common_words.NOTHING_TODAY

    def _signs(self) -> Iterator[str]:
        return (signs_words.shown(each.sign.text, each.sign.rule, each.sign.step) for each in self.today.signs)

    def _span(self) -> str:
        mood = self.today.mood
        return common_words.day_range(mood.lowest or 0, mood.highest or 0, mood.entries)

    def _has_strip(self) -> bool:
        return not self.today.welcome_back and any(each.scores for each in self.today.recent[:-1])

    def _moods_of_days(self) -> Iterator[str]:
        for each in self.days:
            if not each.resting:
                unknown = common_words.NO_MOOD if each.entries else common_words.NO_ENTRY
                mood = unknown if each.median is None else figures(each.median)
                shown = BOTH_ENDS if each.is_both(self.words.scale) else mood
                yield listed([days_words.short_day(each.day), shown])

    def _stock(self) -> Iterator[str]:
        for stock in self.today.low_stock[:_MOST_STOCKS]:
            yield common_words.refill_due(stock.routine.name, stock.lasts_until)

    def _ahead(self) -> list[tuple[str, str]]:
        """When and what: the next appointment and meetings of the days to come, the soonest first."""
        coming: list[tuple[tuple[date, str], str, str]] = []
        appointment = self.today.appointment
        if appointment and appointment.next_day and appointment.next_day > self.today.day:
            day, at = appointment.next_day, appointment.appointment.at
            words = appointments_words.without_day(appointment.who, self.today.topics)
            coming.append(((day, str(at or "")), activities_words.when(day, at), words))
        later = [each for each in self.today.meetings if each.at.day(self.today.starts_at) > self.today.day]
        for each in later[:_MOST_MEETINGS]:
            day, at = each.at.local.date(), each.at.local.time()
            coming.append(((day, str(at)), activities_words.when(day, at), typed_for(each.contact)))
        return [(when, words) for _, when, words in sorted(coming)]

    def _coming(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """What is ahead, each thing behind its day and time."""
        widest = max((cell_len(when) for when, _ in self._ahead()), default=0) + _GAP
        for when, words in self._ahead():
            for number, line in enumerate(wrapped(words, page_width(options) - widest, console, options)):
                yield Text.assemble((("" if number else when).ljust(widest), "quiet"), line)

    def _offers(self) -> Iterator[str]:
        """At most one offer: the plan after hard answers, else someone out of touch, else a review of the plan."""
        if self.today.plan_after_hard_answers:
            has_plan = self.today.has_plan
            yield questionnaires_words.PLAN_IS_THERE if has_plan else questionnaires_words.CARD_IS_THERE
        elif self.today.out_of_touch:
            yield reach_words.out_of_touch(self.today.out_of_touch.contact)
        elif self.today.plan_from:
            yield plan_words.review_offered(self.today.plan_from, self.today.day)

    def _headline(self, options: ConsoleOptions) -> Iterator[Text]:
        median = self.today.mood.median
        if median is None:
            return
        mark, word = mood_figure(median, options), self.words.word(median)
        if self.today.mood.is_both(self.words.scale):
            mark, word = both_ends_mark(options), BOTH_ENDS
        line = Text.assemble(mark, f" {field(word, options)}")
        span = Text(self._span(), style="quiet")
        if cell_len(line.plain) + cell_len(span.plain) + 3 <= page_width(options):
            yield Text.assemble(line, "   " if span else "", span)
        else:
            yield line
            yield Text.assemble("  ", span)
