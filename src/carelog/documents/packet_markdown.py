"""The packet as Markdown: one page for four weeks that reads well as plain text too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from carelog.documents.markdown_text import line, quoted
from carelog.domain.audience import Section
from carelog.domain.numbers import show_number
from carelog.wording import days as days_words
from carelog.wording import sharing as sharing_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet import NotesOfDay, Packet
    from carelog.review.packet_mood import DaysPart, FeelingPart, MoodPart, MoodStretch, RatedDay, Stretch, TrackerPart
    from carelog.review.packet_routines import Counts, MedicinePart, RoutinePart

Part = TypeVar("Part")
Change = tuple["date", str]

_TRACKERS_SIDE_BY_SIDE = 4


def markdown(packet: Packet) -> str:
    """The whole page, ending in a line feed; text of the person is escaped so that it shows as it was typed."""
    noted = packet.days_with_entries > 0
    rated = packet.mood is not None and packet.mood.whole.numbers.days > 0
    parts = [
        _header(packet),
        _part(Section.MOOD, packet.mood if noted else None, lambda each: _mood(each, list(_changes(packet)))),
        _part(Section.TRACKERS, packet.trackers, _trackers),
        _part(Section.MEDICINES, packet.medicines, _medicines),
        _part(Section.ROUTINES, packet.routines, lambda each: _routines(each, packet.resting)),
        _part(Section.DAYS, packet.rated_days if rated else None, _rated_days),
        _part(Section.FEELINGS, packet.feelings, _feelings),
        _part(Section.NOTES, packet.notes, _notes),
        _method(),
    ]
    return "\n\n".join(paragraph for part in parts for paragraph in part) + "\n"


def _header(packet: Packet) -> Iterator[str]:
    yield f"# {sharing_words.TITLE}, {days_words.from_to(packet.first, packet.last)}"
    facts = [f"**Days with entries:** {packet.days_with_entries} of {packet.days}"]
    if packet.name:
        facts.insert(0, f"**Name:** {line(packet.name)}")
    if packet.paused:
        facts.append(f"**On a pause the person had announced:** {sharing_words.counted(packet.paused, 'day')}")
    if packet.medicines:
        facts.append(f"**Medicines:** {'; '.join(_medicine_now(each) for each in packet.medicines)}")
    if packet.left_out:
        left_out = ", ".join(sharing_words.HEADINGS[Section(each)].lower() for each in packet.left_out)
        facts.append(f"**Left out by choice:** {left_out}")
    yield "  \n".join(facts)
    yield f"*{sharing_words.NOT_AN_ASSESSMENT}*"
    if not packet.days_with_entries:
        yield sharing_words.NO_ENTRIES


def _part(section: Section, part: Part | None, drawn: Callable[[Part], Iterator[str]]) -> Iterator[str]:
    if part:
        yield f"## {sharing_words.HEADINGS[section]}"
        yield from drawn(part)


def _mood(mood: MoodPart, changes: Sequence[Change]) -> Iterator[str]:
    if not mood.whole.numbers.days:
        yield sharing_words.NO_MOODS
        return
    yield _mood_in_short(mood)
    rows = [_mood_week(week) for week in mood.weeks]
    head = ["Week", "Days with a mood", "Median", "Lowest to highest", "Days at 2 or below", "Days at 4 or above"]
    if changes:
        head.append("What changed")
        for row, week in zip(rows, (each.numbers for each in mood.weeks), strict=True):
            row.append("; ".join(what for day, what in changes if week.first <= day <= week.last))
    yield _table(head, rows)
    yield _table(
        ["Mood of the day", *(_score(level.score, level.word) for level in mood.levels)],
        [["Days", *(str(level.days) for level in mood.levels)]],
    )


def _mood_in_short(mood: MoodPart) -> str:
    whole, numbers = mood.whole, mood.whole.numbers
    noted = f"Noted on {numbers.days} of {numbers.of} days"
    if numbers.median is not None:
        noted += f": median {_median(whole)}, from {_range(numbers)}"
    middle = numbers.days - whole.low - whole.high
    between = f"{middle} at or next to {line(mood.words[2])}" if mood.two_sided else f"{middle} between"
    return f"{noted}. Of these days {whole.low} were at 2 or below, {between}, {whole.high} at 4 or above."


def _mood_week(week: MoodStretch) -> list[str]:
    numbers = week.numbers
    counts = [str(week.low), str(week.high)] if numbers.days else ["–", "–"]
    return [_span(numbers), f"{numbers.days} of {numbers.of}", _median(week), _range(numbers), *counts]


def _trackers(trackers: Sequence[TrackerPart]) -> Iterator[str]:
    often = [each for each in trackers if any(week.median is not None for week in each.weeks)]
    if often:
        yield sharing_words.READINGS
    for start in range(0, len(often), _TRACKERS_SIDE_BY_SIDE):
        yield _tracker_table(often[start : start + _TRACKERS_SIDE_BY_SIDE])
    seldom = [
        f"{line(each.name)} on {sharing_words.counted(each.whole.days, 'day')}"
        for each in trackers
        if each not in often
    ]
    if seldom:
        yield f"{sharing_words.SELDOM}: {', '.join(seldom)}."


def _tracker_table(trackers: Sequence[TrackerPart]) -> str:
    rows = [
        [_span(weeks[0]), *(_reading(week) for week in weeks)]
        for weeks in zip(*(each.weeks for each in trackers), strict=True)
    ]
    whole = ["All", *(_reading(each.whole) for each in trackers)]
    return _table(["Week", *(_tracker_name(each) for each in trackers)], [*rows, whole])


def _tracker_name(tracker: TrackerPart) -> str:
    ends = [show_number(end) for end in (tracker.minimum, tracker.maximum) if end is not None]
    scale = " to ".join(ends) if len(ends) == 2 else ""
    about = ", ".join(each for each in (line(tracker.unit), scale) if each)
    return f"{line(tracker.name)} ({about})" if about else line(tracker.name)


def _medicines(medicines: Sequence[MedicinePart]) -> Iterator[str]:
    rows = []
    for each in medicines:
        asked = [str(each.counts.due), str(each.counts.kept), str(each.counts.skipped), str(each.counts.unnoted)]
        taken = asked if each.counts.due else ["–", str(each.counts.extra), "–", "–"]
        rows.append([line(each.name), line(each.dose) or "–", _how_often(each.how_often, each.counts), *taken])
    yield _table(["Medicine", "Dose", "How often", "Due", "Taken", "Skipped", "Nothing noted"], rows)
    changes = sorted(change for each in medicines for change in _medicine_changes(each))
    if changes:
        yield "\n".join(f"- {days_words.short_day(day)}: {what}" for day, what in changes)


def _changes(packet: Packet) -> Iterator[Change]:
    """What began, ended or was dosed anew, for the weeks it happened in."""
    for medicine in packet.medicines or ():
        yield from _medicine_changes(medicine)
    for routine in packet.routines or ():
        yield from _beginning_and_end(line(routine.name), routine.began, routine.ended)


def _medicine_changes(medicine: MedicinePart) -> Iterator[Change]:
    name = line(medicine.name)
    for change in medicine.changes:
        if change.before:
            yield change.day, f"{name} from {line(change.before)} to {line(change.after)}"
        elif change.day != medicine.began:
            yield change.day, f"{name}, dose noted as {line(change.after)}"
    yield from _beginning_and_end(name, medicine.began, medicine.ended)


def _beginning_and_end(name: str, began: date | None, ended: date | None) -> Iterator[Change]:
    if began:
        yield began, f"{name}, first noted"
    if ended:
        yield ended, f"{name}, no longer noted"


def _medicine_now(medicine: MedicinePart) -> str:
    ended = f"until {days_words.short_day(medicine.ended)}" if medicine.ended else ""
    facts = (line(medicine.name), line(medicine.dose), ended or medicine.how_often)
    return ", ".join(each for each in facts if each)


def _routines(routines: Sequence[RoutinePart], resting: int) -> Iterator[str]:
    rows = []
    for each in routines:
        counts = each.counts
        asked = [str(counts.due), str(counts.kept), str(counts.small), str(counts.skipped), str(counts.unnoted)]
        done = asked if counts.due else ["–", str(counts.extra), "–", "–", "–"]
        rows.append([line(each.name), _how_often(each.how_often, counts), *done])
    yield _table(["Routine", "How often", "Due", "Kept", "Small or in part", "Skipped", "Nothing noted"], rows)
    yield sharing_words.SMALL_KEPT
    remarks = [
        f"- {line(each.name)}, last time it was skipped: “{line(each.obstacle)}”" for each in routines if each.obstacle
    ]
    if resting:
        remarks.append(f"- {sharing_words.resting(resting)}")
    if remarks:
        yield "\n".join(remarks)


def _how_often(how_often: str, counts: Counts) -> str:
    """How often, and what was done beside it where something was due at all."""
    return f"{how_often} (and {counts.extra} more)" if counts.due and counts.extra else how_often


def _rated_days(days: DaysPart) -> Iterator[str]:
    if not days.lowest:
        yield sharing_words.ONE_LEVEL
        return
    for name, rated, more in (
        ("Lowest", days.lowest, days.more_lowest),
        ("Highest", days.highest, days.more_highest),
    ):
        also = f" ({sharing_words.counted(more, 'more day')} at {show_number(rated[-1].score)})" if more else ""
        yield f"**{name}**{also}"
        yield "\n".join(f"- {_rated_day(each)}" for each in rated)


def _rated_day(rated: RatedDay) -> str:
    facts = [f"{days_words.short_day(rated.day)}: {_score(rated.score, rated.word)}"]
    if rated.feelings:
        facts.append(f"felt {', '.join(line(word) for word in rated.feelings)}")
    facts += [line(reading) for reading in rated.readings]
    quotes = "".join(f"  \n  “{line(quote)}”" for quote in rated.quotes)
    return "; ".join(facts) + quotes


def _feelings(feelings: Sequence[FeelingPart]) -> Iterator[str]:
    yield ", ".join(f"{line(each.word)} on {sharing_words.counted(each.days, 'day')}" for each in feelings) + "."


def _notes(days: Sequence[NotesOfDay]) -> Iterator[str]:
    for each in days:
        yield f"### {days_words.short_day(each.day)}"
        for note in each.notes:
            mood = f"{note.score} {line(note.word)}" if note.score is not None else ""
            yield ", ".join(part for part in (note.time, mood, *map(line, note.feelings)) if part)
            yield quoted(note.text)


def _method() -> Iterator[str]:
    yield "---"
    yield from (f"*{sentence}*" for sentence in sharing_words.METHOD)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _span(week: Stretch) -> str:
    return sharing_words.span(week.first, week.last)


def _score(score: float, word: str) -> str:
    """A step of the mood; a half step needs no words, it lies between the two beside it."""
    return show_number(score) if score % 1 else f"{show_number(score)} {line(word)}"


def _median(stretch: MoodStretch) -> str:
    if stretch.numbers.median is None:
        return sharing_words.TOO_FEW if stretch.numbers.days else "–"
    return _score(stretch.numbers.median, stretch.word)


def _range(stretch: Stretch) -> str:
    if stretch.lowest is None or stretch.highest is None:
        return "–"
    low, high = show_number(stretch.lowest), show_number(stretch.highest)
    return low if low == high else f"{low} to {high}"


def _reading(stretch: Stretch) -> str:
    if stretch.median is None:
        return f"– ({sharing_words.counted(stretch.days, 'day')})" if stretch.days else "–"
    rounded = round(stretch.median, 2)
    return f"{show_number(rounded)} ({_range(stretch)})"
