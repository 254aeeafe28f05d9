"""Sealed notes: entries made while the journal is locked, encrypted for its public key and added when it is opened.

Each is a file of its own (age, X25519) that is named by the entry's id and removed once the journal has the entry. A
program that is killed between the two steps leaves a file whose entry is known, so that none is added twice.

The keys that seal are in `sealing_keys`.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from carelog.domain.entry import Entry
from carelog.domain.time.days import Moment
from carelog.errors import NotInstalled, StorageError
from carelog.file_access import files_in, read_file
from carelog.files import make_private_folder, sync_folder, write_private
from carelog.journal.keys.key_folder import has_sealing_key
from carelog.journal.lock.sealing_check import public_key
from carelog.journal.lock.sealing_keys import refuse_foreign_public_key, sealing_pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carelog.paths import Paths

SUFFIX = ".age"
_PADDING_BYTES = 512


def seal(paths: Paths, entry: Entry) -> None:
    """Write an entry to a sealed note, which only the unlocked journal can read.

    The content is padded to a multiple of 512 bytes, so that the size of the file says little about the note. Raises
    NotInstalled without pyrage, StorageError when it cannot be written, where one of the two keys is missing, or where
    the public one does not belong to the secret one beside it: somebody else could read the note, and nobody here.
    """
    try:
        from pyrage import RecipientError, encrypt, x25519
    except ImportError:
        raise NotInstalled("lock.sealing-not-installed") from None
    if not has_sealing_key(paths.keys):
        raise StorageError("lock_files.sealing-key-missing", folder=paths.keys)
    refuse_foreign_public_key(paths.keys)
    try:
        recipient = x25519.Recipient.from_str(public_key(paths.keys))
    except (OSError, ValueError, RecipientError):
        raise StorageError("lock_files.sealing-key-foreign", folder=paths.keys) from None
    content = json.dumps(_serialized(entry), ensure_ascii=False).encode("utf-8", "surrogatepass")
    make_private_folder(paths.sealed)
    write_private(paths.sealed / f"{entry.id}{SUFFIX}", encrypt(content.ljust(_padded(len(content))), [recipient]))


def sealed_notes(paths: Paths) -> list[Path]:
    """The files of sealed notes, in the order in which they were made."""
    return files_in(paths.sealed, f"*{SUFFIX}")


def unseal_into(paths: Paths, add: Callable[[list[Entry]], int], key: bytes) -> tuple[int, int]:
    """Add the sealed notes to an open journal: return how many were new to it, and how many could not be opened.

    `add` writes entries and returns how many were new. Notes that cannot be opened stay. Raises StorageError when the
    entries cannot be written; all notes stay sealed then.
    """
    files = sealed_notes(paths)
    if not files:
        return 0, 0
    unsealed = dict(_unsealed(paths, key, files))
    new = add(list(unsealed.values()))
    for path in unsealed:
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        paths.sealed.rmdir()
        sync_folder(paths.data)
    return new, len(files) - len(unsealed)


def can_open_notes() -> bool:
    """Whether what opens sealed notes is installed here."""
    from importlib.util import find_spec

    return find_spec("pyrage") is not None


def readable_notes(paths: Paths, key: bytes) -> list[Path]:
    """The sealed notes that the journal's key opens; none without pyrage."""
    return [path for path, _ in _unsealed(paths, key, sealed_notes(paths))]


def _unsealed(paths: Paths, key: bytes, files: list[Path]) -> Iterator[tuple[Path, Entry]]:
    try:
        from pyrage import DecryptError, IdentityError, decrypt, x25519
    except ImportError:
        return
    pair = sealing_pair(paths.keys, key)
    if pair is None:
        return
    with suppress(IdentityError):
        identity = x25519.Identity.from_str(pair.secret)
        for path in files:
            with suppress(OSError, DecryptError, ValueError, LookupError, TypeError, RecursionError):
                content = json.loads(decrypt(read_file(path), [identity]))
                yield path, _deserialized(content, path.name.removesuffix(SUFFIX))


def _serialized(entry: Entry) -> dict[str, Any]:
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


def _deserialized(content: dict[str, Any], entry_id: str) -> Entry:
    return Entry(
        id=entry_id,
        at=Moment.of_milliseconds(content["at"], content["offset"]),
        day=date.fromisoformat(content["day"]),
        mood=content["mood"],
        note=content["note"],
        feelings=tuple(content["feelings"]),
        tags=tuple(content["tags"]),
        private=bool(content["private"]),
    )


def _padded(length: int) -> int:
    return -(-length // _PADDING_BYTES) * _PADDING_BYTES
