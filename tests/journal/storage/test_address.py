"""A journal is opened by its path, whatever signs stand in it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from carelog.journal.storage.plain import AS_IT_LIES, connect_plain

NAMES = [
    b"100% mine",
    b"a?b#c&mode=memory",
    b"%2e%2e",
    b"gr\xc3\xbc\xc3\x9fe \xf0\x9f\x8c\xb1",
    b"Latin-1 \xe9",
    b"a//b",
    b"new\nline",
    b'"quoted"',
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_is_opened_by_its_very_name(name: bytes, isolated: Path) -> None:
    path = isolated / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    with closing(connect_plain(path, "rwc", 0)) as journal:
        journal.execute("CREATE TABLE kept (word)")
    assert path.read_bytes().startswith(b"SQLite format 3")
    for mode in ("ro", "rw", AS_IT_LIES):
        with closing(connect_plain(path, mode, 0)) as journal:
            assert journal.execute("SELECT count(*) FROM kept").fetchone()[0] == 0
    with closing(connect_plain(path, "ro", 0)) as journal, pytest.raises(sqlite3.OperationalError):
        journal.execute("INSERT INTO kept VALUES ('x')")
