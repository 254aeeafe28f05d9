"""The content of a home: rows read straight from the file, the card, and files that were left unfinished."""

import json
import os
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from carelog.crisis.card import parse
from carelog.errors import JournalDamaged
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.storage.connections import connect
from carelog.journal.storage.rows import TABLES
from carelog.paths import Paths

COLLECTIONS = ("trackers", "entries", "contacts", "routines", "ticks", "pauses", "plan", "plan_reviews")
COLLECTIONS += ("kind_words", "reached", "activities", "signs", "helpline_marks")
COLLECTIONS += ("appointments", "agreements", "topics", "answered", "shares", "goals", "goal_ratings", "imports")

Rows = dict[tuple[str, str], dict[str, Any]]


def rows(home: Path, name: str = "journal.db") -> Rows:
    """Every row of every table, by table and id; SQLite first rolls back what was interrupted."""
    with closing(connect(home / name, "rw")) as connection:
        return {
            (table.name, row["id"]): dict(row)
            for table in TABLES
            for row in connection.execute(f"SELECT * FROM {table.name}")
        }


def next_command(home: Path) -> list[str]:
    """Open the journal as the next command would, and list what is wrong afterwards; an empty list if all is well."""
    with Journal.open(Paths.inside(home)) as journal:
        problems = [journal.card_problem] if journal.card_problem else []
        people = [contact.name for contact in journal.contacts.on_card()]
    try:
        verify_journal(home / "journal.db")
    except JournalDamaged as problem:
        problems.append(problem.message)
    card = parse((home / "card.txt").read_bytes())
    if not card.whole or [person.name for person in card.people] != people:
        problems.append("the card is not what the journal says")
    return problems


def seen(journal: Journal) -> dict[str, Any]:
    """Everything that the journal's collections return, as plain JSON values."""
    things = {name: list(map(asdict, getattr(journal, name))) for name in COLLECTIONS}
    away = journal.people_away
    things |= {"people_away": list(map(asdict, away)), "put_away": list(map(asdict, away.things()))}
    plain: dict[str, Any] = json.loads(json.dumps(things, default=str))
    return plain


def unfinished(home: Path) -> list[Path]:
    """Files that a killed command left half written."""
    return [path for path in home.rglob(".*") if ".new" in path.name]


def left_after_a_minute(home: Path) -> list[Path]:
    """The unfinished files that are still there once they are a minute old and the day's backup was taken."""
    for path in unfinished(home):
        os.utime(path, (path.stat().st_mtime - 60,) * 2)
    with Journal.open(Paths.inside(home)) as journal:
        journal.back_up()
    return unfinished(home)
