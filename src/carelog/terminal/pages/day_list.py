"""What a day holds as one list by time: entries, routines, activities, appointments and meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

from carelog.domain.entry import Entry
from carelog.domain.people.activity import ActivityState
from carelog.domain.people.called import typed_for
from carelog.domain.routines.routine import DayState
from carelog.domain.routines.slots import into_day
from carelog.review.days.activities import ShownActivity
from carelog.review.days.routines import RoutineToday
from carelog.review.pages.today import Today
from carelog.review.people.appointments import ShownAppointment
from carelog.review.people.contacts import NextMeeting
from carelog.terminal.marks.mood import mood_figure
from carelog.terminal.marks.routine import routine_mark
from carelog.terminal.page import flow, page_width, sentence
from carelog.terminal.pages.entry_words import first_words
from carelog.terminal.pages.routine_list import FEWEST_COLUMNS_FOR_SMALL, RoutineList, drawn_of, not_drawn_of
from carelog.terminal.pages.routine_words import about, small_version, state_beside_its_time, time_beside
from carelog.terminal.user_text import field, shortened, wrapped
from carelog.wording.days import time_of_day
from carelog.wording.pages import common as common_words
from carelog.wording.people import activities as activities_words
from carelog.wording.people import appointments as appointments_words
from carelog.wording.punctuation import in_clauses, labelled

_MOST_ENTRIES, _MOST_ACTIVITIES = 4, 3
_MOST_LINES = 13
_LINES_OF_A_ROW = (4, 3, 2, 1)
"""How long a row may be: each is tried until the list has no more than its lines."""
_INDENT, _CLOCK, _GAP = 2, 5, 2
_EVENT, _EVENT_IN_ASCII = "▸", ">"
_STATES = {
    ActivityState.PLANNED: DayState.OPEN,
    ActivityState.DONE: DayState.DONE,
    ActivityState.PARTLY: DayState.PARTLY,
    ActivityState.SKIPPED: DayState.SKIPPED,
}

Shown = Entry | RoutineToday | ShownActivity | ShownAppointment | NextMeeting


@dataclass(frozen=True, slots=True)
class Row:
    """A thing of the day with its time of day, None without one."""

    at: time | None
    shown: Shown


class DayList:
    """The things of a day in the order in which it meets them; those without a time come last."""

    def __init__(self, today: Today) -> None:
        self.today = today
        self.rows = _by_time(_rows(today, today.entries, today.brought_up), today.starts_at)
        drawn = _rows(today, today.entries[-_MOST_ENTRIES:], drawn_of(today.brought_up))
        self.drawn = _by_time(drawn, today.starts_at)

    def sentences(self) -> Iterator[str]:
        """Each thing with its time, and how many more activities there are."""
        for row in self.rows:
            yield from self._said(row.shown)
        yield from map(sentence, self._more_activities())

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the list. Of very many things some are counted only, and long words are cut on a full day."""
        lines: list[Text] = []
        for most in _LINES_OF_A_ROW:
            lines = [*self._drawn(most, console, options)]
            if len(lines) <= _MOST_LINES:
                break
        yield from (Text(" " * _INDENT + line, style="quiet") for line in self._earlier_entries())
        yield from lines
        yield from (Text(" " * _INDENT + line, style="quiet") for line in not_drawn_of(self.today.brought_up))
        yield from (Text(" " * _INDENT + line, style="quiet") for line in self._more_activities())

    def _said(self, shown: Shown) -> Iterator[str]:
        match shown:
            case Entry():
                mood = "" if shown.mood is None else common_words.mood_alone(shown.mood)
                facts = in_clauses(filter(None, (mood, first_words(shown, self.today.units))))
                yield sentence(labelled(shown.at.clock, facts))
            case RoutineToday():
                yield from RoutineList([shown]).sentences()
            case ShownActivity():
                at = shown.activity.planned_at if shown.activity.is_planned else None
                start = time_of_day(at) if at else ""
                yield sentence(activities_words.line(start, shown.activity.text, shown.who, shown.activity.state))
            case ShownAppointment():
                at = shown.appointment.at
                words = appointments_words.without_day(shown.who, self.today.topics)
                yield sentence(labelled(time_of_day(at), words) if at else words)
            case NextMeeting():
                yield sentence(labelled(shown.at.clock, typed_for(shown.contact)))

    def _drawn(self, most: int, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        return (line for row in self.drawn for line in self._lines_of(row, most, console, options))

    def _lines_of(self, row: Row, most: int, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        before = self._before(row, options)
        room = page_width(options) - before.cell_len
        for number, line in enumerate(list(self._body(row.shown, room, most, console, options)) or [Text()]):
            drawn = Text.assemble(" " * before.cell_len if number else before, line)
            drawn.rstrip()
            yield drawn

    def _before(self, row: Row, options: ConsoleOptions) -> Text:
        """The time and the mark of a row, as wide as those of all rows."""
        clock = _CLOCK + _GAP if any(each.at for each in self.drawn) else 0
        before = Text.assemble(" " * _INDENT, ((time_of_day(row.at) if row.at else "").ljust(clock), "quiet"))
        figure = _figure(row.shown, options)
        widest = max(_figure(each.shown, options).cell_len for each in self.drawn)
        figure.pad_right(widest - figure.cell_len + _GAP)
        return before.append_text(figure)

    def _body(self, shown: Shown, room: int, most: int, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        if isinstance(shown, Entry):
            yield from map(Text, wrapped(first_words(shown, self.today.units), room, console, options, most))
            return
        parts = [
            Text(line, style=style)
            for words, style in self._parts(shown)
            if words
            for line in wrapped(words, room, console, options, most)
        ]
        lines = list(flow(parts, room, _GAP))
        yield from lines[:-1]
        small = field(_small(shown), options) if page_width(options) >= FEWEST_COLUMNS_FOR_SMALL else ""
        if small and lines[-1].cell_len + _GAP + cell_len(small) <= room:
            yield lines[-1].append(" " * _GAP).append(shortened(small, room, options), style="quiet")
        else:
            yield lines[-1]
            below = wrapped(small, room, console, options, most) if small and most > 1 else []
            yield from (Text(line, style="quiet") for line in below)

    def _parts(self, shown: Shown) -> Iterator[tuple[str, str]]:
        """The words of a thing other than an entry, each with its style; what is due now is bold."""
        match shown:
            case RoutineToday():
                is_now = shown.is_due and shown.next_at is not None
                style = "heading" if is_now else "" if shown.is_open else "quiet"
                yield shown.day.routine.name, "heading" if is_now else ""
                yield about(shown), "quiet"
                yield state_beside_its_time(shown), style
            case ShownActivity():
                yield activities_words.with_whom(shown.activity.text, shown.who), ""
                if not shown.activity.is_planned:
                    yield activities_words.STATE_WORDS[shown.activity.state], "quiet"
            case ShownAppointment():
                yield appointments_words.without_day(shown.who, self.today.topics), ""
            case NextMeeting():
                yield typed_for(shown.contact), ""

    def _earlier_entries(self) -> Iterator[str]:
        left_out = len(self.today.entries) - _MOST_ENTRIES
        if left_out > 0:
            yield common_words.more_entries(left_out)

    def _more_activities(self) -> Iterator[str]:
        left_out = len(self.today.activities) - _MOST_ACTIVITIES
        if left_out > 0:
            yield activities_words.more(left_out)


def _rows(today: Today, entries: Sequence[Entry], routines: Sequence[RoutineToday]) -> Iterator[Row]:
    yield from (Row(each.at.local.time(), each) for each in entries)
    yield from (Row(time_beside(each), each) for each in routines)
    for activity in today.activities[:_MOST_ACTIVITIES]:
        done_at = activity.activity.at
        yield Row(done_at.local.time() if done_at else activity.activity.planned_at, activity)
    if today.appointment and today.appointment.next_day == today.day:
        yield Row(today.appointment.appointment.at, today.appointment)
    for meeting in today.meetings:
        if meeting.at.day(today.starts_at) == today.day:
            yield Row(meeting.at.local.time(), meeting)


def _by_time(rows: Iterator[Row], starts_at: time) -> list[Row]:
    return sorted(rows, key=lambda row: into_day(row.at, starts_at) if row.at else timedelta.max)


def _small(shown: Shown) -> str:
    return small_version(shown) if isinstance(shown, RoutineToday) else ""


def _figure(shown: Shown, options: ConsoleOptions) -> Text:
    match shown:
        case Entry():
            return Text() if shown.mood is None else mood_figure(shown.mood, options)
        case RoutineToday():
            return routine_mark(shown.day.state, options)
        case ShownActivity():
            return routine_mark(_STATES[shown.activity.state], options)
        case _:
            return Text(_EVENT_IN_ASCII if options.ascii_only else _EVENT)
