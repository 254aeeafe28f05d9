"""What other programs keep in place of entries: the same moments and words, in the files that they read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from settled import DAILY

from carelog.journal import Journal
from carelog.paths import Paths

A_MOMENT = "A moment"
"""The words of an entry that has a mood alone."""

_STAMP = "%Y%m%dT%H%M%SZ"
_CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a race//EN\r\n{}END:VCALENDAR\r\n"
_TODO = (
    "BEGIN:VTODO\r\nUID:{uid}\r\nDTSTAMP:{at}\r\nCREATED:{at}\r\nDUE:{at}\r\nSUMMARY:{words}\r\n{state}END:VTODO\r\n"
)
_EVENT = (
    "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{at}\r\nDTSTART:{at}\r\nDURATION:PT30M\r\nSUMMARY:{words}\r\nEND:VEVENT\r\n"
)
_TODO_STATE = {
    True: "STATUS:NEEDS-ACTION\r\n",
    False: "STATUS:COMPLETED\r\nCOMPLETED:{at}\r\nPERCENT-COMPLETE:100\r\n",
}


@dataclass(frozen=True, slots=True)
class Record:
    """A moment with words; it `is_due` then, or was done then."""

    at: datetime
    words: str
    mood: int | None = None
    is_due: bool = False


def records_of(paths: Paths, now: datetime) -> list[Record]:
    """What a journal has, oldest first, or one moment where it has nothing; and behind it what is due `now`."""
    with Journal.open(paths, to_write=False) as journal:
        past = [Record(each.at.local, each.note or A_MOMENT, each.mood) for each in journal.entries]
    return [*(past or [Record(now, A_MOMENT)]), *(Record(now, words, is_due=True) for words in DAILY)]


def write_jrnl(file: Path, records: Iterable[Record]) -> None:
    """Write a journal of jrnl, in its own format."""
    lines = (f"[{each.at:%F %r}] {each.words}. {each.mood or ''}\n" for each in records)
    file.write_text("\n".join(lines), "utf-8")


def write_tasks(file: Path, records: Sequence[Record]) -> None:
    """Write a file that `task import` reads."""
    file.write_text(json.dumps([_task(number, each) for number, each in enumerate(records, 1)]), "utf-8")


def write_todos(folder: Path, records: Iterable[Record]) -> None:
    """Write a list of todoman: a folder with a file for each."""
    folder.mkdir(parents=True)
    for number, each in enumerate(records, 1):
        state = _TODO_STATE[each.is_due].format(at=_stamp(each.at))
        _write(folder, number, _TODO.format(**_fields(number, each), state=state))


def write_events(folder: Path, records: Iterable[Record]) -> None:
    """Write a calendar of khal: a folder with a file for each."""
    folder.mkdir(parents=True)
    for number, each in enumerate(records, 1):
        _write(folder, number, _EVENT.format(**_fields(number, each)))


def _task(number: int, record: Record) -> dict[str, str]:
    at = _stamp(record.at)
    state = {"status": "pending", "due": at} if record.is_due else {"status": "completed", "end": at}
    return {"uuid": _uid(number), "description": _one_line(record), "entry": at, **state}


def _fields(number: int, record: Record) -> dict[str, str]:
    words = _one_line(record).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return {"uid": _uid(number), "at": _stamp(record.at), "words": words}


def _write(folder: Path, number: int, component: str) -> None:
    (folder / f"{_uid(number)}.ics").write_text(_CALENDAR.format(component), "utf-8", newline="")


def _one_line(record: Record) -> str:
    return " ".join(record.words.split())


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


def _uid(number: int) -> str:
    return str(UUID(int=number, version=4))
