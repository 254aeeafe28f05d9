"""The packet's sections on mood and other readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Paragraph, Table
from carelog.documents.charts.mood_calendar import mood_calendar
from carelog.documents.charts.mood_line import mood_line
from carelog.documents.packet.routines import changes
from carelog.domain.audience import SELF
from carelog.domain.score import SCORES
from carelog.domain.time.days import Period
from carelog.review.days.mood_sentences import ends_sentences, halves_sentences
from carelog.review.packet.spans import Unit, unit_of
from carelog.wording import days as days_words
from carelog.wording.counts import figures, number_range, part_of
from carelog.wording.files import packet_mood as words
from carelog.wording.lists import listed
from carelog.wording.pages import mood_counts as words_of_counts
from carelog.wording.pages.mood_counts import BOTH_ENDS
from carelog.wording.punctuation import in_clauses, named, with_remark

if TYPE_CHECKING:
    from carelog.review.packet.mood import MoodPart, MoodSummary, Summary, TrackerPart
    from carelog.review.packet.packet import Packet

_MOST_TRACKERS_IN_A_TABLE, _MOST_TRACKERS_BESIDE_MOOD = 4, 2
_MOST_DAYS_SIDE_BY_SIDE = 42
"""Of longer periods the line and the calendar stand below each other, and a table counts the days by level."""
_LOWEST_LINE_CHART = 74.0


def mood(part: MoodPart, packet: Packet) -> Iterator[Block]:
    """The mood in a sentence, as a line and a calendar, then by week, month or year with what changed.

    One or two trackers stand in the same table; of a longer period the days are also counted by level. Where nothing
    is drawn, a page for somebody else has in words what the line shows, that its preview holds all that leaves.
    """
    if not part.whole.numbers.days:
        yield Paragraph(words.NO_MOODS)
        return
    compared = halves_sentences(part.halves, part.mood_words, with_last=False) if part.halves else ()
    yield Paragraph(" ".join([_in_short(part), *compared]))
    in_words = "" if packet.audience == SELF.key else _day_by_day(part, packet.last.year)
    calendar = mood_calendar(part.days, packet.first, packet.last, part.scale)
    if packet.days <= _MOST_DAYS_SIDE_BY_SIDE:
        height = max(_LOWEST_LINE_CHART, calendar.height)
        line = mood_line(part.days, packet.first, packet.last, part.words, part.scale, width=340, height=height)
        yield Beside((replace(line, in_words=in_words),), (calendar,), wider_left=True)
    else:
        line = mood_line(part.days, packet.first, packet.last, part.words, part.scale)
        yield replace(line, in_words=in_words)
        yield calendar
    yield _spans(part, packet)
    if packet.days > _MOST_DAYS_SIDE_BY_SIDE:
        yield _levels(part)


def trackers(packet: Packet) -> Iterator[Block]:
    """Trackers in tables of their own, unless they stand beside the mood; those noted seldom in a sentence."""
    parts = packet.trackers or ()
    often = noted_often(parts)
    if often and not stand_beside_mood(packet):
        for start in range(0, len(often), _MOST_TRACKERS_IN_A_TABLE):
            yield _tracker_table(often[start : start + _MOST_TRACKERS_IN_A_TABLE], packet)
    seldom = [(each.name, each.whole.days) for each in parts if each not in often]
    if seldom:
        yield Paragraph(words.seldom(seldom))


def mood_step(number: float, word: str) -> str:
    """A mood as number and word; a half step as a number alone, because it lies between two words."""
    return figures(number) if number % 1 else named(figures(number), word)


def noted_often(parts: Sequence[TrackerPart]) -> list[TrackerPart]:
    """The trackers with a median in some span, which stand in a table; the others are named in a sentence."""
    return [each for each in parts if any(span.median is not None for span in each.spans)]


def stand_beside_mood(packet: Packet) -> bool:
    """Whether trackers are few enough for the mood's table, which has no room for them beside a column of changes."""
    few = len(noted_often(packet.trackers or ())) <= _MOST_TRACKERS_BESIDE_MOOD
    return packet.has_moods and few and not any(changes(packet))


def page_unit(packet: Packet) -> Unit:
    """What a row of the tables of a page stands for."""
    return unit_of(Period(packet.first, packet.last))


def _day_by_day(part: MoodPart, year: int) -> str:
    """The steps of the mood and each day's, which are all that the line is drawn from."""
    days = [
        with_remark(figures(each.median), number_range(each.low, each.high))
        if each.low != each.high
        else figures(each.median)
        for each in part.days
    ]
    steps = [mood_step(score, word) for score, word in zip(SCORES, part.words, strict=True)]
    return words.day_by_day(steps, zip((each.day for each in part.days), days, strict=True), year)


def _levels(part: MoodPart) -> Table:
    """The days by level, which are those of the sentence and the calendar: a half step counts for one of them."""
    counts = part.whole.counts
    steps = zip(counts.levels.items(), part.words, strict=True)
    head, row = [words.MOOD_OF_THE_DAY], [words.DAYS]
    for (score, days), word in steps:
        head.append(mood_step(score, word))
        row.append(str(days))
    if counts.both:
        head.append(BOTH_ENDS)
        row.append(str(counts.both))
    return Table(words.LEVELS, tuple(head), (tuple(row),))


def _in_short(part: MoodPart) -> str:
    whole, numbers = part.whole, part.whole.numbers
    median = "" if numbers.median is None else _median(whole)
    moods = "" if numbers.lowest == numbers.highest else _range(numbers)
    noted = words.noted_on(numbers.days, numbers.of, median, moods)
    counts = whole.counts
    if part.two_sided:
        return " ".join([noted, *ends_sentences(counts, part.mood_words)])
    ends = words.low_and_high(counts.low, counts.days - counts.low - counts.high, counts.high)
    return f"{noted} {ends} {words_of_counts.low_days(counts.low_entries, counts.low_entries)}"


def _spans(part: MoodPart, packet: Packet) -> Table:
    unit = page_unit(packet)
    rows = [_span_row(span, unit, two_sided=part.two_sided) for span in part.spans]
    head = [_head(unit), *words.mood_columns(two_sided=part.two_sided)]
    aloud = [_head(unit), *words.mood_columns(two_sided=part.two_sided, aloud=True)]
    changed = list(changes(packet))
    if changed:
        head.append(words.WHAT_CHANGED)
        for row, span in zip(rows, (each.numbers for each in part.spans), strict=True):
            row.append(in_clauses(what for day, what in changed if span.first <= day <= span.last))
    elif stand_beside_mood(packet):
        for tracker in noted_often(packet.trackers or ()):
            head.append(_tracker_name(tracker))
            for row, span in zip(rows, tracker.spans, strict=True):
                row.append(_reading(span))
    text_columns = {0, 2, len(head) - 1} if changed else {0, 2}
    read_aloud = (*aloud, *head[len(aloud) :])
    return Table(
        words.MOOD_BY[unit.value], tuple(head), tuple(map(tuple, rows)), frozenset(text_columns), read_aloud=read_aloud
    )


def _span_row(span: MoodSummary, unit: Unit, *, two_sided: bool) -> list[str]:
    numbers = span.numbers
    counts = span.counts
    days = [counts.low, counts.low_entries, counts.high, *([counts.high_entries] if two_sided else [])]
    shown = [str(count) if numbers.days else "–" for count in days]
    return [_span(numbers, unit), part_of(numbers.days, numbers.of), _median(span), _range(numbers), *shown]


def _tracker_table(parts: Sequence[TrackerPart], packet: Packet) -> Table:
    unit = page_unit(packet)
    rows = [
        (_span(spans[0], unit), *(_reading(span) for span in spans))
        for spans in zip(*(each.spans for each in parts), strict=True)
    ]
    whole = (words.ALL, *(_reading(each.whole) for each in parts))
    return Table(words.READINGS_BY[unit.value], (_head(unit), *map(_tracker_name, parts)), (*rows, whole))


def _tracker_name(tracker: TrackerPart) -> str:
    low, high = tracker.minimum, tracker.maximum
    scale = "" if low is None or high is None else words.ends_of_scale(low, high)
    about = listed(each for each in (tracker.unit, scale) if each)
    return with_remark(tracker.name, about) if about else tracker.name


def _head(unit: Unit) -> str:
    return words.UNITS[unit.value]


def _span(span: Summary, unit: Unit) -> str:
    """The label of a span: a week by its days, a month or year by its name."""
    if unit is Unit.WEEK:
        return days_words.span(span.first, span.last)
    return days_words.month_and_year(span.first, short=True) if unit is Unit.MONTH else str(span.first.year)


def _median(stretch: MoodSummary) -> str:
    if stretch.numbers.median is None:
        return words.TOO_FEW if stretch.numbers.days else "–"
    hides_both_ends = stretch.counts.both > 0
    return figures(stretch.numbers.median) if hides_both_ends else mood_step(stretch.numbers.median, stretch.word)


def _range(stretch: Summary) -> str:
    if stretch.lowest is None or stretch.highest is None:
        return "–"
    return number_range(stretch.lowest, stretch.highest)


def shown_median(median: float) -> float:
    """A median of readings as the page and its JSON say it: to two decimal places."""
    return round(median, 2)


def _reading(stretch: Summary) -> str:
    if stretch.median is None:
        return with_remark("–", days_words.day_count(stretch.days)) if stretch.days else "–"
    return with_remark(figures(shown_median(stretch.median)), _range(stretch))
