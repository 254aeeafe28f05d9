"""Backups of Loop Habit Tracker for tests."""

from collections.abc import Sequence
from datetime import date

from support import databases


def database(habits: Sequence[dict[str, object]], days: Sequence[dict[str, object]], version: int = 25) -> bytes:
    """A backup with these rows and no other columns than theirs."""
    statements: list[databases.Statement] = [f"PRAGMA user_version = {version}"]
    for table, rows in (("Habits", habits), ("Repetitions", days)):
        columns = list(dict.fromkeys(name for row in rows for name in row)) or ["id"]
        values = [[row.get(name) for name in columns] for row in rows]
        statements.append(f"CREATE TABLE {table} ({', '.join(columns)})")
        statements.append((f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", values))
    return databases.database(*statements)


def midnight(day: str) -> int:
    """The instant that Loop stores for a day, in milliseconds since 1970."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def habit(**fields: object) -> dict[str, object]:
    """A row of a daily habit."""
    return {"Id": 1, "name": "Run", "freq_num": 1, "freq_den": 1, "position": 0, **fields}


def day(when: str = "2026-11-20", value: int = 2, **fields: object) -> dict[str, object]:
    """A row of a day on which habit 1 was done."""
    return {"habit": 1, "timestamp": midnight(when), "value": value, **fields}
