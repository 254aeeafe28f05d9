"""Notes that were made while the journal was locked: sealed for its public key, taken in when it opens.

Each lies in a file of its own (age, X25519). It is removed once the journal has it, and its id is the entry's, so that
a note that was taken in right before something ended is not taken in twice.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from carelog.domain.entry import Entry
from carelog.domain.time.days import Moment
from carelog.errors import NotInstalled, StorageError
from carelog.files import make_private_folder, sync_folder, temporary_path, write_private
from carelog.journal.keys.key_folder import SEALING_PUBLIC_KEY, SEALING_SECRET_KEY, has_sealing_key
from carelog.journal.storage.connections import database_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carelog.paths import Paths

SUFFIX = ".age"
_SALT_BYTES, _PADDED_TO = 16, 512
_NOTHING_SEALS = (
    "Sealing a note needs a part of carelog that is not here, or was not here when the journal was last open. "
    "To get it: pip install 'carelog[encrypt]', then open your journal once."
)


def seal(paths: Paths, entry: Entry) -> None:
    """Keep an entry so that only the open journal can read it; its length is told in steps only.

    Raises NotInstalled without pyrage or without a key to seal for, StorageError when it cannot be written.
    """
    try:
        from pyrage import RecipientError, encrypt, x25519
    except ImportError:
        raise NotInstalled(_NOTHING_SEALS) from None
    if not has_sealing_key(paths.keys):
        raise NotInstalled(_NOTHING_SEALS)
    try:
        recipient = x25519.Recipient.from_str((paths.keys / SEALING_PUBLIC_KEY).read_text("ascii").strip())
    except (OSError, ValueError, RecipientError):
        raise NotInstalled(_NOTHING_SEALS) from None
    content = json.dumps(_written(entry), ensure_ascii=False).encode("utf-8", "surrogatepass")
    make_private_folder(paths.sealed)
    write_private(paths.sealed / f"{entry.id}{SUFFIX}", encrypt(content.ljust(_padded(len(content))), [recipient]))


def sealed_notes(paths: Paths) -> list[Path]:
    """The files of sealed notes, in the order in which they were made."""
    return sorted(paths.sealed.glob(f"*{SUFFIX}"))


def take_in(paths: Paths, add: Callable[[list[Entry]], int], key: bytes) -> tuple[int, int]:
    """Take sealed notes into an open journal: how many were new to it, and how many cannot be opened and stay.

    `add` keeps entries and returns how many were new. Raises StorageError when they cannot be written; they stay
    sealed then.
    """
    files = sealed_notes(paths)
    if not files:
        return 0, 0
    opened = dict(_opened(paths, key, files))
    new = add(list(opened.values()))
    for path in opened:
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        paths.sealed.rmdir()
        sync_folder(paths.data)
    return new, len(files) - len(opened)


def make_sealing_key(paths: Paths, key: bytes) -> None:
    """Make the pair of keys that notes are sealed with, unless it is there; without pyrage nothing happens.

    The public one is always read off the secret one, so that two programs at once cannot leave two halves.
    """
    if has_sealing_key(paths.keys):
        return
    try:
        from pyrage import x25519
    except ImportError:
        return
    with suppress(StorageError, OSError, *database_errors()):
        secret = _secret(paths, key)
        if secret is None:
            _keep_secret(paths.keys / SEALING_SECRET_KEY, key, str(x25519.Identity.generate()))
            secret = _secret(paths, key)
        if secret is not None:
            public = str(x25519.Identity.from_str(secret).to_public())
            write_private(paths.keys / SEALING_PUBLIC_KEY, f"{public}\n".encode())


def opens_what_is_sealed(paths: Paths, key: bytes) -> bool:
    """Whether the journal's key opens what sealed notes are opened with."""
    return _secret(paths, key) is not None


def _opened(paths: Paths, key: bytes, files: list[Path]) -> Iterator[tuple[Path, Entry]]:
    try:
        from pyrage import DecryptError, IdentityError, decrypt, x25519
    except ImportError:
        return
    secret = _secret(paths, key)
    if secret is None:
        return
    with suppress(IdentityError):
        identity = x25519.Identity.from_str(secret)
        for path in files:
            with suppress(OSError, DecryptError, ValueError, LookupError, TypeError, RecursionError):
                yield path, _entry(json.loads(decrypt(path.read_bytes(), [identity])), path.name.removesuffix(SUFFIX))


def _written(entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at.milliseconds,
        "offset": entry.at.offset,
        "day": entry.day.isoformat(),
        "mood": entry.mood,
        "note": entry.note,
        "feelings": entry.feelings,
        "tags": entry.tags,
        "private": entry.private,
    }


def _entry(kept: dict[str, Any], entry_id: str) -> Entry:
    return Entry(
        id=entry_id,
        at=Moment.of_milliseconds(kept["at"], kept["offset"]),
        day=date.fromisoformat(kept["day"]),
        mood=kept["mood"],
        note=kept["note"],
        feelings=tuple(kept["feelings"]),
        tags=tuple(kept["tags"]),
        private=bool(kept["private"]),
    )


def _padded(length: int) -> int:
    return -(-length // _PADDED_TO) * _PADDED_TO


def _secret(paths: Paths, key: bytes) -> str | None:
    """The secret key, or None where there is none that this key opens."""
    from carelog.journal.lock.key_slots import read_kept

    path = paths.keys / SEALING_SECRET_KEY
    with suppress(OSError, *database_errors()):
        with path.open("rb") as file:
            salt = file.read(_SALT_BYTES)
        kept = read_kept(path, key, salt) if len(salt) == _SALT_BYTES else None
        return str(kept[0]) if kept else None
    return None


def _keep_secret(path: Path, key: bytes, secret: str) -> None:
    from carelog.journal.lock.key_slots import write_kept

    beside = temporary_path(path)
    try:
        write_kept(beside, key, os.urandom(_SALT_BYTES), [secret])
        with suppress(FileExistsError):
            os.link(beside, path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)
