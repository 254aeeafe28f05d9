"""A week: seven columns on wide terminals, days below each other on narrow ones."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement

from carelog.domain.mood import MoodWords
from carelog.domain.people.called import typed_for
from carelog.domain.routines.routine import DayState
from carelog.review.days.mood_sentences import ends_sentences
from carelog.review.pages.week import Week
from carelog.terminal.page import after_blank_line, measure, page_width, sentence
from carelog.terminal.pages.week_cells import first_note
from carelog.terminal.pages.week_columns import SIDE_BY_SIDE, WeekColumns
from carelog.terminal.pages.week_days import WeekDays
from carelog.terminal.user_text import paragraph
from carelog.wording import days as days_words
from carelog.wording.pages import common as common_words
from carelog.wording.pages.mood_counts import BOTH_ENDS
from carelog.wording.people import activities as activities_words
from carelog.wording.punctuation import in_clauses, labelled, named


class WeekPage:
    """A week, with the person's words for moods; of an empty one it says `if_empty`."""

    def __init__(self, week: Week, words: MoodWords, if_empty: str = common_words.NOTHING_THAT_WEEK) -> None:
        self.week = week
        self.words = words
        self.if_empty = if_empty

    def sentences(self) -> Iterator[str]:
        """The week, each day on which something was noted, then how often each routine was kept."""
        yield sentence(self._title())
        yield from self._summary()
        for number, day in enumerate(self.week.period):
            if facts := list(self._day_facts(number)):
                yield sentence(labelled(days_words.day_name(day), in_clauses(facts)))
        for each in self.week.routines:
            if kept := common_words.kept_count(each.kept, each.due, each.open):
                yield sentence(labelled(each.routine.name, kept))
        yield from map(sentence, self._ahead())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from paragraph(self._title(), console, options, "heading")
        for line in self._summary():
            yield from paragraph(line, console, options, "quiet")
        if not self._is_bare():
            beside = page_width(options) >= SIDE_BY_SIDE
            yield WeekColumns(self.week) if beside else WeekDays(self.week, self.words)
        yield from after_blank_line([line for each in self._ahead() for line in paragraph(each, console, options)])

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _title(self) -> str:
        return common_words.week_title(self.week.number, self.week.period.first, self.week.period.last)

    def _summary(self) -> Iterator[str]:
        if self._is_bare() and not self.week.activities:
            yield self.if_empty
        elif self.week.days_with_entries:
            yield common_words.days_noted(self.week.days_with_entries, self.week.days_come)
            yield from ends_sentences(self.week.mood_counts, self.words)

    def _is_bare(self) -> bool:
        return not (self.week.days_with_entries or self.week.routines)

    def _day_facts(self, number: int) -> Iterator[str]:
        mood = self.week.moods[number]
        if mood.median is not None:
            is_both = mood.is_both(self.week.scale)
            yield BOTH_ENDS if is_both else common_words.mood_in_words(mood.median, self.words.word(mood.median))
            yield from filter(None, [common_words.day_range(mood.lowest or 0, mood.highest or 0, mood.entries)])
        for tracker in self.week.trackers:
            if (reading := tracker.readings[number]) is not None:
                yield named(tracker.tracker.name, tracker.tracker.show(reading))
        for routine in self.week.routines:
            day = routine.days[number]
            if day.state is DayState.OPEN and day.day == self.week.today:
                yield named(routine.routine.name, common_words.OPEN)
            elif day.state not in (DayState.NOT_DUE, DayState.OPEN):
                yield named(routine.routine.name, common_words.STATE_WORDS[day.state.value])
        yield from filter(None, [first_note(self.week.entries[number])])

    def _ahead(self) -> Iterator[str]:
        """Activities planned or done, days with people and with purpose, and meetings to come."""
        for each in self.week.activities:
            activity = each.activity
            at = activity.planned_at if activity.is_planned else None
            start = activities_words.when(activity.day or activity.planned_day, at)
            yield activities_words.line(start, activity.text, each.who, activity.state)
        yield from filter(None, [activities_words.belonging(self.week.with_people, self.week.with_purpose)])
        for meeting in self.week.meetings:
            yield common_words.meeting(typed_for(meeting.contact), meeting.at)
