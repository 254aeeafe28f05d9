"""Databases of other apps as a converter writes them again, with other types of columns."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing


def retyped(content: bytes, kind: str, tables: Iterable[str], kept: str = "") -> bytes:
    """These tables of a database, with every column of one type, but for the column that is `kept` as it is."""
    with closing(sqlite3.connect(":memory:")) as old, closing(sqlite3.connect(":memory:")) as new:
        old.deserialize(content)
        for name in tables:
            found = old.execute(f"SELECT * FROM {name}")
            columns = [each[0] for each in found.description]
            typed = ", ".join(f'"{each}" {kind * (each != kept)}' for each in columns)
            new.execute(f"CREATE TABLE {name} ({typed})")
            new.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", found.fetchall())
        new.commit()
        return new.serialize()
