"""SQLite files as other apps write them, made in memory."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

Statement = str | tuple[str, Iterable[Sequence[object]]]
"""A statement, alone or with the values of each time that it is executed."""


def database(*statements: Statement) -> bytes:
    """A database after these statements."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for each in statements:
            statement, rows = (each, [()]) if isinstance(each, str) else each
            for row in rows:
                connection.execute(statement, row)
        connection.commit()
        return connection.serialize()


def retyped(content: bytes, tables: Mapping[str, str], kept: str = "") -> bytes:
    """A database as a converter writes it: every column of a table has the type given for it, but for one `kept`.

    An empty type is none, which columns of SQLite may have.
    """
    statements: list[Statement] = []
    with closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(content)
        for name, kind in tables.items():
            found = old.execute(f"SELECT * FROM {name}")
            columns = [each[0] for each in found.description]
            typed = ", ".join(f'"{each}" {kind * (each != kept)}' for each in columns)
            statements.append(f"CREATE TABLE {name} ({typed})")
            statements.append((f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", found.fetchall()))
    return database(*statements)
