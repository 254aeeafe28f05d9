"""Mood and other readings on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Paragraph, Table, Tone
from carelog.documents.charts.mood_calendar import mood_calendar
from carelog.documents.charts.mood_line import mood_line
from carelog.documents.packet.doing import changes
from carelog.domain.numbers import show_number
from carelog.wording import sharing as words

if TYPE_CHECKING:
    from carelog.review.packet import Packet
    from carelog.review.packet_mood import MoodPart, MoodStretch, Stretch, TrackerPart

_TRACKERS_SIDE_BY_SIDE = 4
_MOST_DAYS_BESIDE = 42


def mood(part: MoodPart, packet: Packet) -> Iterator[Block]:
    """The mood in short, as a line and a calendar, by week with what changed, and by level."""
    if not part.whole.numbers.days:
        yield Paragraph(words.NO_MOODS)
        return
    yield Paragraph(_in_short(part))
    moods = dict(part.days)
    calendar = mood_calendar(moods, packet.first, packet.last)
    if packet.days <= _MOST_DAYS_BESIDE:
        line = mood_line(moods, packet.first, packet.last, part.words, width=340)
        yield Beside((line,), (calendar,), wider_left=True)
    else:
        yield mood_line(moods, packet.first, packet.last, part.words)
        yield calendar
    yield _weeks(part, packet)
    yield Table(
        words.LEVELS,
        ("Mood of the day", *(score(level.score, level.word) for level in part.levels)),
        (("Days", *(str(level.days) for level in part.levels)),),
    )


def trackers(parts: Sequence[TrackerPart]) -> Iterator[Block]:
    """Readings by week; those noted seldom in a sentence."""
    often = [each for each in parts if any(week.median is not None for week in each.weeks)]
    if often:
        yield Paragraph(words.READINGS, Tone.QUIET)
    for start in range(0, len(often), _TRACKERS_SIDE_BY_SIDE):
        yield _tracker_table(often[start : start + _TRACKERS_SIDE_BY_SIDE])
    seldom = [f"{each.name} on {words.counted(each.whole.days, 'day')}" for each in parts if each not in often]
    if seldom:
        yield Paragraph(f"{words.SELDOM}: {', '.join(seldom)}.")


def score(number: float, word: str) -> str:
    """A step of the mood; a half step needs no words, it lies between the two beside it."""
    return show_number(number) if number % 1 else f"{show_number(number)} {word}"


def _in_short(part: MoodPart) -> str:
    whole, numbers = part.whole, part.whole.numbers
    noted = f"Noted on {numbers.days} of {numbers.of} days"
    if numbers.median is not None:
        noted += f": median {_median(whole)}, from {_range(numbers)}"
    middle = numbers.days - whole.low - whole.high
    between = f"{middle} at or next to {part.words[2]}" if part.two_sided else f"{middle} between"
    return f"{noted}. Of these days {whole.low} were at 2 or below, {between}, {whole.high} at 4 or above."


def _weeks(part: MoodPart, packet: Packet) -> Table:
    rows = [_week(week) for week in part.weeks]
    head = ["Week", "Days with a mood", "Median", "Lowest to highest", "Days at 2 or below", "Days at 4 or above"]
    changed = list(changes(packet))
    if changed:
        head.append("What changed")
        for row, week in zip(rows, (each.numbers for each in part.weeks), strict=True):
            row.append("; ".join(what for day, what in changed if week.first <= day <= week.last))
    return Table(words.BY_WEEK, tuple(head), tuple(map(tuple, rows)), frozenset({0, 2, 6}))


def _week(week: MoodStretch) -> list[str]:
    numbers = week.numbers
    counts = [str(week.low), str(week.high)] if numbers.days else ["–", "–"]
    return [_span(numbers), f"{numbers.days} of {numbers.of}", _median(week), _range(numbers), *counts]


def _tracker_table(parts: Sequence[TrackerPart]) -> Table:
    rows = [
        (_span(weeks[0]), *(_reading(week) for week in weeks))
        for weeks in zip(*(each.weeks for each in parts), strict=True)
    ]
    whole = ("All", *(_reading(each.whole) for each in parts))
    return Table(words.READINGS_BY_WEEK, ("Week", *map(_tracker_name, parts)), (*rows, whole))


def _tracker_name(tracker: TrackerPart) -> str:
    ends = [show_number(end) for end in (tracker.minimum, tracker.maximum) if end is not None]
    scale = " to ".join(ends) if len(ends) == 2 else ""
    about = ", ".join(each for each in (tracker.unit, scale) if each)
    return f"{tracker.name} ({about})" if about else tracker.name


def _span(week: Stretch) -> str:
    return words.span(week.first, week.last)


def _median(stretch: MoodStretch) -> str:
    if stretch.numbers.median is None:
        return words.TOO_FEW if stretch.numbers.days else "–"
    return score(stretch.numbers.median, stretch.word)


def _range(stretch: Stretch) -> str:
    if stretch.lowest is None or stretch.highest is None:
        return "–"
    low, high = show_number(stretch.lowest), show_number(stretch.highest)
    return low if low == high else f"{low} to {high}"


def _reading(stretch: Stretch) -> str:
    if stretch.median is None:
        return f"– ({words.counted(stretch.days, 'day')})" if stretch.days else "–"
    return f"{show_number(round(stretch.median, 2))} ({_range(stretch)})"
