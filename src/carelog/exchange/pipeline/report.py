"""The answer of an import: as text for a person, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, starmap
from typing import TYPE_CHECKING, Any

from carelog.domain.routines.tick import TickState
from carelog.domain.text import clean_line
from carelog.wording.files import import_days as day_words
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.mood import MoodWords
    from carelog.domain.routines.routine import Routine
    from carelog.domain.tracker import Tracker
    from carelog.exchange.files.remark import Remark
    from carelog.exchange.pipeline.intake import ImportResult
    from carelog.journal.collections.early_days import EarlyDays, EditedRow

_ENTRIES = "entries"
_SAMPLE_SIZE = 5
_FIRST_LETTERS = 48


def report(intake: ImportResult, words: MoodWords) -> str:
    """The answer as text: counts, period, new routines and trackers, problems, remarks, a sample, and what was done."""
    batch = intake.batch
    parts = [
        _summary(intake),
        _listed(imports_words.NEW_ROUTINES, map(_routine, batch.routines), len(batch.routines)),
        _listed(imports_words.NEW_SCALES, map(_scale, batch.trackers), len(batch.trackers)),
        _listed(imports_words.PLACE_MOODS, starmap(_mood, batch.unknown_moods.items()), len(batch.unknown_moods)),
        _remarked(imports_words.LEFT_OUT, batch.problems, batch.counted),
        _remarked(imports_words.WITH_REMARK, batch.remarks, batch.counted),
        "" if intake.applied else _sample(batch.entries[-_SAMPLE_SIZE:], words),
        _early(intake),
        _ending(intake),
    ]
    return "\n\n".join(filter(None, parts))


def import_shape(intake: ImportResult) -> dict[str, Any]:
    """The answer as JSON."""
    batch, period = intake.batch, intake.batch.period
    return {
        "source": batch.source,
        "found": intake.found,
        "new": intake.new,
        "newer": 0,
        "already": intake.already,
        "kinds": {
            kind: {"found": n, "new": intake.new_by_kind.get(kind, 0)} for kind, n in intake.found_by_kind.items()
        },
        "early": early_shape(intake.early),
        "range": {
            "from": period.first.isoformat() if period else None,
            "to": period.last.isoformat() if period else None,
        },
        "unknown_moods": dict(batch.unknown_moods),
        "trackers": [each.name for each in batch.trackers],
        "routines": [each.name for each in batch.routines],
        "problems": _remark_shapes(batch.problems),
        "remarks": _remark_shapes(batch.remarks),
        "applied": intake.applied,
        "backup": str(intake.backup) if intake.backup else None,
        "import": intake.run.handle if intake.run else None,
    }


def early_shape(early: EarlyDays) -> dict[str, Any]:
    """What lies a day early, as JSON."""
    edited = [{"kind": each.table, "handle": each.handle, "day": each.day.isoformat()} for each in early.edited]
    return {"kinds": early.counts, "edited": edited}


def _summary(intake: ImportResult) -> str:
    period = intake.batch.period
    if not intake.found:
        return imports_words.NOTHING_FOUND
    new = intake.new_by_kind
    found = [
        imports_words.found(count, new.get(kind, 0), kind) for kind, count in intake.found_by_kind.items() if count
    ]
    days = [imports_words.period(period.first, period.last)] if period else []
    return "\n".join([*found, *days])


def _early(intake: ImportResult) -> str:
    """What lies or lay a day early, and what stays so because it is no longer what the file says."""
    early = intake.early
    say = day_words.moved if intake.applied else day_words.early
    moved = [say(early.counts)] if early.moved else []
    entries = [(each.handle, each.day) for each in early.edited if each.table == _ENTRIES]
    ticks = [each for each in early.edited if each.table != _ENTRIES]
    stay = [day_words.entries_stay(entries)] if entries else []
    stay += [day_words.ticks_stay([(each.handle, each.day) for each in ticks], _to_move(ticks))] if ticks else []
    return "\n".join([*moved, *stay])


def _to_move(ticks: Sequence[EditedRow]) -> str:
    """How the first of these ticks that can be noted anew gets to the day in the file; empty where none can."""
    for each in ticks:
        if each.routine:
            row = each.row
            state, amount = TickState(row["state"]), row["amount"]
            noted = day_words.noted_anew(each.routine, state, each.day, amount, row["note"])
            return day_words.to_move(noted, each.handle)
    return ""


def _ending(intake: ImportResult) -> str:
    if not intake.found:
        return imports_words.NOT_WRITTEN
    if not intake.new and not intake.early.moved:
        return imports_words.NOTHING_NEW
    if not intake.applied:
        return imports_words.NOT_APPLIED if intake.new else imports_words.NOT_WRITTEN
    taken_in = [imports_words.taken_in(intake.new_by_kind)] if intake.new else []
    backup = [imports_words.backed_up(intake.backup)] if intake.backup else []
    undo = [imports_words.can_be_taken_back(intake.run.handle)] if intake.run else []
    return "\n".join([*taken_in, *backup, *undo, imports_words.FILE_STAYS])


def _listed(heading: str, lines: Iterable[str], count: int) -> str:
    if not count:
        return ""
    most = imports_words.MOST_LISTED
    more = [imports_words.and_more(count - most)] if count > most else []
    return "\n".join([heading, *(f"  {line}" for line in [*islice(lines, most), *more])])


def _remarked(heading: str, remarks: Sequence[Remark], counted: str) -> str:
    return _listed(heading, (_remark(each, counted) for each in remarks), len(remarks))


def _sample(entries: Sequence[Entry], words: MoodWords) -> str:
    return "\n".join([imports_words.SAMPLE, *(f"  {_line(entry, words)}" for entry in entries)]) if entries else ""


def _line(entry: Entry, words: MoodWords) -> str:
    unplaced = "?" if entry.feelings else ""
    mood = words.word(entry.mood) if entry.mood else unplaced
    readings = starmap(imports_words.reading, entry.readings.items())
    said = clean_line(" ".join((*entry.feelings, entry.note, *readings)))
    first = said if len(said) <= _FIRST_LETTERS else f"{said[: _FIRST_LETTERS - 1].rstrip()}…"
    return "  ".join(filter(None, (f"{entry.at.local:%Y-%m-%d %H:%M}", mood, first)))


def _mood(name: str, count: int) -> str:
    return f"{imports_words.map_option(name)}   {imports_words.entries(count)}"


def _scale(tracker: Tracker) -> str:
    return imports_words.scale(tracker.name, tracker.maximum, tracker.unit)


def _routine(routine: Routine) -> str:
    return imports_words.routine(routine.name, routine.cadence.text, routine.target, routine.unit)


def _remark(remark: Remark, counted: str) -> str:
    return imports_words.at_place(remark.message, remark.line, counted) if remark.line else remark.message


def _remark_shapes(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [{"line": each.line, "message": each.message} for each in remarks]
