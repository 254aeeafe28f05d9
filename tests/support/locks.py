"""Locked homes, and the secrets that open them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from carelog.domain.recovery_code import new_recovery_code
from carelog.journal.keys import key_ring
from carelog.journal.lock.lock import encrypt_home, make_slots, new_key
from carelog.journal.storage.connections import connect
from carelog.journal.storage.rows import TABLES
from carelog.paths import Paths

PASSPHRASE = "four words of mine"
CODE = new_recovery_code(bytes(range(20)))
SCRIPT = {"CARELOG_PASSPHRASE_COMMAND": f"echo {PASSPHRASE}"}
"""The environment with which a command opens a locked home."""


def lock_home(home: Path) -> bytes:
    """Lock a home and return its key, which this process then knows."""
    paths, key = Paths.inside(home), new_key()
    make_slots(paths, key, PASSPHRASE, CODE)
    encrypt_home(paths)
    return key


def forget(home: Path) -> None:
    """Forget the key of a home, as after a restart."""
    key_ring.forget_keys()
    key_ring.forget_cached(Paths.inside(home).keys)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a journal by table; a locked one opens with a known key."""
    with closing(connect(path, "ro", any_key=True)) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(f"SELECT * FROM {table.name} ORDER BY id")]
            for table in TABLES
        }


def files_with(word: str | bytes, place: Path) -> list[str]:
    """The names of the files below a folder that contain a word."""
    wanted = word.encode() if isinstance(word, str) else word
    return sorted(path.name for path in place.rglob("*") if path.is_file() and wanted in path.read_bytes())


def is_plain(path: Path) -> bool:
    """Whether Python's own SQLite can read a file."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def flipped(content: bytes, bit: int) -> bytes:
    """The bytes with one bit flipped, counted from the first byte's lowest."""
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
