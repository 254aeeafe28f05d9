"""The packet's sections on what was done: medicines, routines and homework, what went together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Item, Paragraph, Table, Tone
from carelog.wording import days as days_words
from carelog.wording.files import packet as words
from carelog.wording.files import packet_routines as routine_words
from carelog.wording.lists import listed
from carelog.wording.punctuation import labelled, with_remark

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet.packet import Packet
    from carelog.review.packet.routines import DoseChange, MedicinePart, RoutinePart
    from carelog.review.packet.together import TogetherPart

Change = tuple["date", str]
"""The day of a change and the change in words."""

_MOST_MEDICINES_IN_LINES = 3
MOST_DOSES = 30
"""The latest doses of a medicine that stand on the page by date."""


def medicines(parts: Sequence[MedicinePart]) -> Iterator[Block]:
    """How medicines were taken, as a line for each of a few or as a table of many; then doses by date, and changes.

    Doses stand by date where a medicine is taken as needed.
    """
    changed = sorted(change for each in parts for change in _medicine_changes(each))
    lines = [Item(_by_date(each)) for each in parts if each.taken]
    lines += [Item(labelled(days_words.short_day(day), what)) for day, what in changed]
    if len(parts) <= _MOST_MEDICINES_IN_LINES:
        yield Bullets((*(Item(_in_a_line(each)) for each in parts), *lines))
        return
    yield _table_of(parts)
    not_used = ((each.name, each.counts.unknown) for each in parts if each.counts.unknown)
    lines = [*(Item(labelled(name, routine_words.days_not_used(days))) for name, days in not_used), *lines]
    if lines:
        yield Bullets(tuple(lines))


def medicine_now(medicine: MedicinePart) -> str:
    """A medicine on one line: its dose, and how often or until when."""
    ended = routine_words.until(medicine.ended) if medicine.ended else ""
    return listed(filter(None, (medicine.name, medicine.dose, ended or medicine.how_often)))


def routines(parts: Sequence[RoutinePart], resting: int) -> Iterator[Block]:
    """A table of how routines were kept, with homework marked; then obstacles, and how many days were days of rest."""
    rows = []
    for each in parts:
        counts = each.counts
        kept = routine_words.and_more(counts.kept, counts.extra)
        asked = (str(counts.due), kept, str(counts.small), str(counts.skipped), str(counts.unnoted))
        done = asked if counts.due else ("–", str(counts.extra), "–", "–", "–")
        name = with_remark(each.name, routine_words.HOMEWORK) if each.is_homework else each.name
        rows.append((name, each.how_often, *done))
    yield Table(routine_words.ROUTINES_KEPT, routine_words.ROUTINE_COLUMNS, tuple(rows), frozenset({0, 1}))
    remarks = [routine_words.obstacle(each.name, each.obstacle) for each in parts if each.obstacle]
    if resting:
        remarks.append(routine_words.resting(resting))
    if remarks:
        yield Bullets(tuple(map(Item, remarks)))


def together(part: TogetherPart) -> Iterator[Block]:
    """The findings that stand out clearly, those about feelings apart, and how much was compared."""
    if part.on_a_page:
        yield Bullets(tuple(map(Item, part.on_a_page)))
    if part.feelings_on_a_page:
        yield Paragraph(words.FEELINGS_APART)
        yield Bullets(tuple(map(Item, part.feelings_on_a_page)))
    yield Paragraph(words.looked_at(part.first, part.last, part.days, part.compared, len(part.sentences)), Tone.QUIET)
    if part.caution:
        yield Paragraph(part.caution, Tone.QUIET)


def changes(packet: Packet) -> Iterator[Change]:
    """The days on which medicines and routines began, ended or changed their dose."""
    for medicine in packet.medicines or ():
        yield from _medicine_changes(medicine)
    for routine in packet.routines or ():
        yield from _beginning_and_end(routine.name, routine.began, routine.ended)


def is_told(change: DoseChange, medicine: MedicinePart) -> bool:
    """Whether a change of a dose is on the page: the first dose of a medicine that began then is no change."""
    return bool(change.before) or change.day != medicine.began


def _medicine_changes(medicine: MedicinePart) -> Iterator[Change]:
    for change in medicine.changes:
        if is_told(change, medicine):
            yield change.day, routine_words.dose_changed(medicine.name, change.before, change.after)
    yield from _beginning_and_end(medicine.name, medicine.began, medicine.ended)


def _beginning_and_end(name: str, began: date | None, ended: date | None) -> Iterator[Change]:
    if began:
        yield began, routine_words.first_noted(name)
    if ended:
        yield ended, routine_words.no_longer_noted(name)


def _in_a_line(medicine: MedicinePart) -> str:
    counts = medicine.counts
    called = listed(filter(None, (medicine.name, medicine.dose, medicine.how_often)))
    taken = routine_words.taken_of(
        counts.due, counts.kept, counts.extra, counts.skipped, counts.unnoted, counts.unknown
    )
    return labelled(called, taken)


def _by_date(medicine: MedicinePart) -> str:
    shown = medicine.taken[-MOST_DOSES:]
    doses = [routine_words.dose_taken(each.day, each.clock, each.amount, each.unit) for each in shown]
    return routine_words.doses_taken(medicine.name, doses, len(medicine.taken) - len(shown))


def _table_of(parts: Sequence[MedicinePart]) -> Table:
    rows = []
    for each in parts:
        counts = each.counts
        kept = routine_words.and_more(counts.kept, counts.extra)
        asked = (str(counts.due), kept, str(counts.skipped), str(counts.unnoted))
        taken = asked if counts.due else ("–", str(counts.extra), "–", "–")
        rows.append((each.name, each.dose or "–", each.how_often, *taken))
    return Table(routine_words.MEDICINES_TAKEN, routine_words.MEDICINE_COLUMNS, tuple(rows), frozenset({0, 1, 2}))
