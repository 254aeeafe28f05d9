"""Count what real exports of other apps hold, with plain code that knows nothing of carelog.

Used by count_real_exports.py. A counter gets the path of an export and gives its dates, notes and activities; it reads
what is easy to read twice and says nothing of the rest. Times are those that the app wrote: local where it has an
offset or a zone, else as they stand there.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from counted_habits import loop, tickmate
from exports_read import Counted, files_in, iso, local, query, table

JRNL_HEAD = re.compile(r"^(?:\[(\d{4}-\d{2}-\d{2})[^\]\n]*\]|(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}(?= ))", re.MULTILINE)
PROPERTIES = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
POLISH = {"sierpnia": "August", "września": "September"}
"""The months of the one export in Polish."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of_daylio(row: dict[str, str]) -> date | None:
    """The day of a row: whole, or a year beside a date such as “18 May”, “May 18” or “7 września”, or 6/30/2021."""
    shapes = ("%Y-%m-%d", "%m/%d/%Y", "%d %B %Y", "%B %d %Y", "%d %b %Y")
    text = row.get("full_date") or f"{row.get('date', '')} {row.get('year', '')}"
    text = " ".join(POLISH.get(word, word) for word in text.split())
    for shape in shapes:
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def daylio(path: Path) -> Counted:
    """Daylio's CSV or its backup."""
    counted = Counted()
    content = next(content for _, content in files_in(path, ".daylio", ".json", ".csv"))
    if path.suffix == ".csv":
        for row in table(content):
            activities = row.get("activities", "").split("|")
            counted.add(day_of_daylio(row), [row.get("note_title", ""), row.get("note", "")], activities)
        return counted
    whole = json.loads(content if content.lstrip()[:1] == b"{" else base64.b64decode(content))
    tags = {each["id"]: each["name"] for each in whole.get("tags", [])}
    for entry in whole["dayEntries"]:
        day = date(entry["year"], entry["month"] + 1, entry["day"])
        counted.add(day, [entry.get("note_title", ""), entry.get("note", "")], [tags[each] for each in entry["tags"]])
    return counted


def jrnl(path: Path) -> Counted:
    """A journal of jrnl: its JSON, or texts whose entries begin with a date."""
    counted = Counted()
    for name, content in files_in(path, ".json", ".txt", ".text"):
        text = content.decode("utf-8-sig", "replace")
        if name.endswith(".json"):
            for entry in json.loads(text)["entries"]:
                counted.add(iso(entry["date"]), [f"{entry['title']}\n{entry['body']}"])
        else:
            heads = list(JRNL_HEAD.finditer(text))
            for head, end in zip(heads, [*(each.start() for each in heads[1:]), len(text)], strict=True):
                counted.add(iso(head[1] or head[2]), [text[head.end() : end].replace(" *\n", "\n")])
    return counted


def dayone(path: Path) -> Counted:
    """Day One's JSON or its zip."""
    counted = Counted()
    for _, content in files_in(path, ".json"):
        for entry in json.loads(content)["entries"]:
            instant = datetime.fromisoformat(entry["creationDate"])
            day = local(instant.timestamp() * 1000, entry.get("timeZone", ""))
            text = re.sub(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)", "", entry.get("text", ""))
            counted.add(day if text.strip() or entry.get("tags") else None, [text], entry.get("tags", []))
    return counted


def pixels(path: Path) -> Counted:
    """The JSON of Pixels."""
    counted = Counted()
    for entry in json.loads(path.read_bytes()):
        groups = [each for group in entry.get("tags", []) for each in group.get("entries", [])]
        day = date(*(int(part) for part in entry["date"].split("-")))
        counted.add(day, [entry.get("notes", "")], [*groups, *entry.get("emotions", [])])
    return counted


def bearable(path: Path) -> Counted:
    """Bearable's table."""
    counted = Counted()
    for row in table(path.read_bytes()):
        plain = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", row.get("date formatted") or row.get("date", ""))
        day = iso(plain)
        for shape in ("%d %b %Y", "%d %B %Y", "%b %d %Y"):
            if not day and re.fullmatch(r"\S+ \S+ \d{4}", plain):
                try:
                    day = datetime.strptime(plain, shape).replace(tzinfo=UTC).date()
                except ValueError:
                    continue
        counted.add(day, [row.get("notes", "")])
    return counted


def how_we_feel(path: Path) -> Counted:
    """How We Feel's table: 2026 Sun Feb 8 4:04 PM."""
    counted = Counted()
    for row in table(path.read_bytes()):
        year, _, month, day, *_ = row["date"].split()
        number = MONTHS.index(month.lower()[:3]) + 1
        notes = [row.get(name, "") for name in ("notes", "reflections", "takeaways")]
        counted.add(date(int(year), number, int(day)), [each for each in notes if each[:1] != "["], [row["mood"]])
    return counted


def track_and_graph(path: Path) -> Counted:
    """Track & Graph's table."""
    counted = Counted()
    for row in table(path.read_bytes()):
        counted.add(iso(row["timestamp"]), [row.get("note", "")])
    return counted


def journey(path: Path) -> Counted:
    """Journey's zip or folder."""
    counted = Counted()
    for _, content in files_in(path, ".json"):
        entry = json.loads(content)
        moment = entry.get("date_journal") or datetime.fromisoformat(entry["dateOfJournal"]).timestamp() * 1000
        day = local(moment, entry.get("timezone", ""))
        counted.add(day, [re.sub(r"<[^>]*>", " ", entry["text"])], entry["tags"])
    return counted


def day_files(path: Path) -> Counted:
    """A folder of files that are called as days."""
    counted = Counted()
    for name, content in files_in(path, ".md", ".markdown", ".txt"):
        plain = re.search(r"(?:^|/)(\d{4})[-_]?(\d\d)[-_]?(\d\d)(?!\d)[^/]*$", name)
        found = plain or re.search(r"(?:^|/)(\d{4})(?:/|[-_])(\d\d?)[^/\d]*/(\d\d?)(?!\d)[^/]*$", name)
        is_hidden = any(part.startswith(".") for part in name.split("/"))
        text = content.decode("utf-8-sig", "replace")
        if found and not is_hidden and text.strip():
            day = "{}-{:0>2}-{:0>2}".format(*found.groups())
            counted.add(iso(day), [PROPERTIES.sub("", text)])
    return counted


def diarium(path: Path) -> Counted:
    """Diarium's JSON."""
    counted = Counted()
    for _, content in files_in(path, ".json"):
        for entry in json.loads(content):
            notes = [re.sub(r"<[^>]*>", " ", entry.get("html", "")), entry.get("heading", "")]
            counted.add(iso(entry["date"]), notes, [*entry.get("tags", []), *entry.get("people", [])])
    return counted


def mini_diary(path: Path) -> Counted:
    """Mini Diary's JSON, or Mini Diarium's."""
    counted = Counted()
    entries = json.loads(path.read_bytes())["entries"]
    for day, entry in entries.items() if isinstance(entries, dict) else ((each["date"], each) for each in entries):
        counted.add(iso(day), [entry["title"], re.sub(r"<[^>]*>", " ", entry["text"])])
    return counted


def daily_you(path: Path) -> Counted:
    """Daily You's backup or its JSON."""
    counted = Counted()
    if path.suffix == ".json":
        for entry in json.loads(path.read_bytes()):
            counted.add(iso(entry["timeCreated"]), [entry["text"]])
    else:
        for row in query(path, "SELECT text, time_create FROM entries"):
            counted.add(iso(str(row["time_create"])), [str(row["text"])])
    return counted


COUNTERS: dict[str, Callable[[Path], Counted]] = {
    "daylio": daylio,
    "loop": loop,
    "jrnl": jrnl,
    "dayone": dayone,
    "pixels": pixels,
    "bearable": bearable,
    "howwefeel": how_we_feel,
    "trackandgraph": track_and_graph,
    "journey": journey,
    "dayfiles": day_files,
    "diarium": diarium,
    "minidiary": mini_diary,
    "tickmate": tickmate,
    "dailyyou": daily_you,
}
"""A counter for each format, by its name on the command line."""
