"""Files as other apps write them, with an entry for each local time."""

import csv
import io
import json
import plistlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from support import daylio
from support.databases import database
from support.zips import zipped

Walls = Sequence[datetime]

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class App:
    """An app: its name, how it writes local times of a zone, and whether the file has times besides days.

    Of some apps an entry at midnight sharp was written for a day, whatever the others say.
    """

    name: str
    write: Callable[[Walls, ZoneInfo], bytes]
    has_times: bool = True
    midnight_is_a_day: bool = False


def clock_12(at: datetime) -> str:
    """A local time such as 12:40 AM."""
    return f"{at.hour % 12 or 12}:{at:%M} {'PM' if at.hour >= 12 else 'AM'}"


def _table(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _milliseconds(wall: datetime, zone: ZoneInfo) -> int:
    return int(wall.replace(tzinfo=zone).timestamp()) * 1000


def _daylio(clock: Callable[[datetime], str]) -> Callable[[Walls, ZoneInfo], bytes]:
    def write(walls: Walls, _zone: ZoneInfo) -> bytes:
        rows = [daylio.of_moment(f"{at:%Y-%m-%d %H:%M}") | {"time": clock(at)} for at in sorted(walls, reverse=True)]
        return daylio.written(rows)

    return write


def _daylio_backup(walls: Walls, zone: ZoneInfo) -> bytes:
    entries = [
        {"year": at.year, "month": at.month - 1, "day": at.day, "hour": at.hour, "minute": at.minute, "mood": 1}
        | {
            "datetime": _milliseconds(at, zone),
            "timeZoneOffset": _milliseconds(at, ZoneInfo("UTC")) - _milliseconds(at, zone),
        }
        for at in walls
    ]
    return json.dumps({"version": 15, "customMoods": [{"id": 1, "mood_group_id": 1}], "dayEntries": entries}).encode()


def _jrnl(stamp: Callable[[datetime], str]) -> Callable[[Walls, ZoneInfo], bytes]:
    return lambda walls, _zone: "".join(f"[{stamp(at)}] a title\n\n" for at in walls).encode()


def _jrnl_json(walls: Walls, _zone: ZoneInfo) -> bytes:
    common = {"body": "", "tags": [], "starred": False}
    entries = [{"title": "a", "date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"} | common for at in walls]
    return json.dumps({"tags": {}, "entries": entries}).encode()


def _dayone(walls: Walls, zone: ZoneInfo) -> bytes:
    entries = [
        {"uuid": f"{number:032X}", "text": "a", "timeZone": zone.key}
        | {"creationDate": f"{at.replace(tzinfo=zone).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
        for number, at in enumerate(walls)
    ]
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).encode()


def _dayone_classic(walls: Walls, zone: ZoneInfo) -> bytes:
    lists = [
        {"UUID": f"{number:032X}", "Entry Text": "a", "Time Zone": zone.key}
        | {"Creation Date": at.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)}
        for number, at in enumerate(walls)
    ]
    return zipped(*((f"J.dayone/entries/{each['UUID']}.doentry", plistlib.dumps(each)) for each in lists))


def _howwefeel(walls: Walls, _zone: ZoneInfo) -> bytes:
    head = ("Date", "Mood", "Tags (People)", "Tags (Places)", "Tags (Events)")
    rows = ((f"{at:%Y} {at:%a} {at:%b} {at.day} {clock_12(at)}", "Calm", "", "", "") for at in walls)
    return _table([head, *rows])


def _with_offset(at: datetime, zone: ZoneInfo) -> str:
    return at.replace(tzinfo=zone).isoformat()


def _track_and_graph(walls: Walls, zone: ZoneInfo) -> bytes:
    rows = (("Sleep", _with_offset(at, zone), number, "", "") for number, at in enumerate(walls))
    return _table([("FeatureName", "Timestamp", "Value", "Label", "Note"), *rows])


def _any_table(stamp: Callable[[datetime, ZoneInfo], str]) -> Callable[[Walls, ZoneInfo], bytes]:
    return lambda walls, zone: _table([("date", "mood"), *((stamp(at, zone), 3) for at in walls)])


def _two_columns(walls: Walls, _zone: ZoneInfo) -> bytes:
    return _table([("date", "time", "mood"), *((f"{at:%Y-%m-%d}", f"{at:%H:%M}", 3) for at in walls)])


def _nomie(walls: Walls, zone: ZoneInfo) -> bytes:
    events = [{"_id": f"n{number}", "note": "a", "end": _milliseconds(at, zone)} for number, at in enumerate(walls)]
    return json.dumps({"nomie": {"number": "5.6.4"}, "events": events}).encode()


def _nomie_table(walls: Walls, zone: ZoneInfo) -> bytes:
    rows = ((_milliseconds(at, zone), f"{at.isoformat()}.000", f"{at.isoformat()}.000", "", "a") for at in walls)
    return _table([("epoch", "start", "end", "offset", "note"), *rows])


def _bearable(category: str) -> Callable[[Walls, ZoneInfo], bytes]:
    head = ("date", "date formatted", "weekday", "time of day", "category", "rating/amount", "detail", "notes")
    return lambda walls, _zone: _table(
        [head, *(("", f"{at:%Y-%m-%d}", "", f"{at:%H:%M}", category, "3", "Headache", str(at)) for at in walls)]
    )


def _days(walls: Walls) -> list[date]:
    return sorted({at.date() for at in walls})


def _nomie_days(walls: Walls, _zone: ZoneInfo) -> bytes:
    return _table([("date", "#sleep"), *((day, 5) for day in _days(walls))])


def _pixels(walls: Walls, _zone: ZoneInfo) -> bytes:
    return json.dumps(
        [{"date": f"{day}", "type": "Mood", "scores": [3], "notes": "a"} for day in _days(walls)]
    ).encode()


def _emoods(walls: Walls, _zone: ZoneInfo) -> bytes:
    return _table(
        [("ID", "DATE (YYYY-MM-DD)", "ANXIETY", "DEPRESSED", "NOTE"), *((1, day, 2, 2, "a") for day in _days(walls))]
    )


def _habitbull(walls: Walls, _zone: ZoneInfo) -> bytes:
    head = ("HabitName", "HabitDescription", "HabitCategory", "CalendarDate", "Value", "CommentText")
    return _table([head, *(("Walk", "", "", day, 1, "") for day in _days(walls))])


def _loop_csv(walls: Walls, _zone: ZoneInfo) -> bytes:
    habits = _table([("Position", "Name", "Type"), ("001", "Walk", "YES_NO")])
    checks = _table([("Date", "Value", "Notes"), *((day, "YES_MANUAL", "") for day in _days(walls))])
    return zipped(("Habits.csv", habits), ("001 Walk/Checkmarks.csv", checks))


def _loop_database(walls: Walls, _zone: ZoneInfo) -> bytes:
    midnights = (datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() for day in _days(walls))
    rows = [(number, 1, int(each) * 1000, 2) for number, each in enumerate(midnights)]
    return database(
        "CREATE TABLE Habits (id INTEGER, name TEXT, freq_num INTEGER, freq_den INTEGER, uuid TEXT)",
        "CREATE TABLE Repetitions (id INTEGER, habit INTEGER, timestamp INTEGER, value INTEGER)",
        "INSERT INTO Habits VALUES (1, 'Walk', 1, 1, 'a0')",
        ("INSERT INTO Repetitions VALUES (?, ?, ?, ?)", rows),
    )


def _jrnl_markdown(walls: Walls, _zone: ZoneInfo) -> bytes:
    return "".join(f"# {at:%Y}\n\n## {at:%B}\n\n### {at:%Y-%m-%d %H:%M} a title\n\n" for at in walls).encode()


def _day_files(walls: Walls, _zone: ZoneInfo) -> bytes:
    return zipped(*((f"diary/{day}.md", b"a") for day in _days(walls)))


def _journey(walls: Walls, zone: ZoneInfo) -> bytes:
    entries = [
        {"id": f"1541687800000-{number}", "text": "a", "mood": 3, "timezone": zone.key}
        | {"date_journal": _milliseconds(at, zone)}
        for number, at in enumerate(walls)
    ]
    return zipped(*((f"{each['id']}.json", json.dumps(each).encode()) for each in entries))


def _diarium(walls: Walls, _zone: ZoneInfo) -> bytes:
    return json.dumps(
        [{"date": at.isoformat(), "heading": "", "html": "<p>a</p>", "tags": []} for at in walls]
    ).encode()


def _mini_diary(walls: Walls, _zone: ZoneInfo) -> bytes:
    entries = {f"{day}": {"title": "a", "text": "", "dateUpdated": ""} for day in _days(walls)}
    return json.dumps({"metadata": {"application": "Mini Diary", "version": "3.3.0"}, "entries": entries}).encode()


def _tickmate(walls: Walls, _zone: ZoneInfo) -> bytes:
    times = "hour INTEGER, minute INTEGER, second INTEGER, has_time_info INTEGER"
    rows = [(number, at.year, at.month - 1, at.day, at.hour, at.minute) for number, at in enumerate(walls)]
    return database(
        "CREATE TABLE tracks (_id INTEGER, name TEXT, enabled INTEGER)",
        f"CREATE TABLE ticks (_id INTEGER, _track_id INTEGER, year INTEGER, month INTEGER, day INTEGER, {times})",
        "INSERT INTO tracks VALUES (1, 'Tea', 1)",
        ("INSERT INTO ticks VALUES (?, 1, ?, ?, ?, ?, ?, 0, 1)", rows),
    )


def _daily_you(walls: Walls, _zone: ZoneInfo) -> bytes:
    times = ({"timeCreated": at.isoformat(), "timeModified": at.isoformat()} for at in walls)
    return json.dumps([each | {"text": "a", "mood": 0, "images": []} for each in times]).encode()


APPS = (
    App("daylio", _daylio(clock_12)),
    App("daylio", _daylio(lambda at: f"{at:%H:%M}")),
    App("daylio", _daylio_backup),
    App("jrnl", _jrnl(lambda at: f"{at:%Y-%m-%d %H:%M}")),
    App("jrnl", _jrnl(lambda at: f"{at:%Y-%m-%d} {at.hour % 12 or 12:02}:{at:%M:%S %p}")),
    App("jrnl", _jrnl_json),
    App("jrnl", _jrnl_markdown),
    App("dayone", _dayone),
    App("dayone", _dayone_classic),
    App("howwefeel", _howwefeel),
    App("trackandgraph", _track_and_graph),
    App("csv", _any_table(lambda at, _zone: f"{at}")),
    App("csv", _any_table(lambda at, _zone: f"{at:%d.%m.%Y, %H:%M}")),
    App("csv", _any_table(_with_offset)),
    App("csv", _two_columns),
    App("nomie", _nomie),
    App("nomie", _nomie_table),
    App("bearable", _bearable("Symptom")),
    App("bearable", _bearable("Meds/Supplements")),
    App("journey", _journey, midnight_is_a_day=True),
    App("diarium", _diarium, midnight_is_a_day=True),
    App("tickmate", _tickmate, midnight_is_a_day=True),
    App("dailyyou", _daily_you, midnight_is_a_day=True),
    App("dayfiles", _day_files, has_times=False),
    App("minidiary", _mini_diary, has_times=False),
    App("csv", _any_table(lambda at, _zone: f"{at:%Y-%m-%d}"), has_times=False),
    App("nomie", _nomie_days, has_times=False),
    App("pixels", _pixels, has_times=False),
    App("emoods", _emoods, has_times=False),
    App("loop", _loop_csv, has_times=False),
    App("loop", _loop_database, has_times=False),
    App("loop", _habitbull, has_times=False),
)
"""Every reader, each in the layouts in which it reads dates."""
