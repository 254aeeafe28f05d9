"""Everything that carelog keeps, looked at and never changed: what `verify` says."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind
from carelog.domain.synced_folder import network_of, service_of
from carelog.errors import JournalLocked, SettingsError, StorageError
from carelog.files import PRIVATE_FILE, PRIVATE_FOLDER
from carelog.journal.backup.backup_names import backups_in
from carelog.journal.backup.backups import keep_before_migration
from carelog.journal.backup.integrity import Examined, examine, opened, verify_journal
from carelog.journal.backup.traces import traces_of
from carelog.journal.card.card import CardState
from carelog.journal.journal import Journal
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT, SEALING_SECRET_KEY, keys_beside
from carelog.journal.keys.key_ring import known_key
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.connections import connect
from carelog.journal.storage.database import open_to_read, open_to_write
from carelog.journal.storage.errors import translated
from carelog.journal.storage.rows import tables_in
from carelog.journal.storage.store import Store
from carelog.settings import Settings
from carelog.settings_file import load_settings, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelog.clock import Clock
    from carelog.paths import Paths

STALE_DAYS = 2
"""Changes may be that many days newer than the newest backup: one is taken on every day that something is noted."""

MOUNTS = Path("/proc/self/mountinfo")
_OTHERS = 0o077
_CARD = {
    CardState.CURRENT: FindingKind.CARD_CURRENT,
    CardState.MISSING: FindingKind.CARD_MISSING,
    CardState.DAMAGED: FindingKind.CARD_DAMAGED,
    CardState.BEHIND: FindingKind.CARD_BEHIND,
}


def look_at_everything(paths: Paths, clock: Clock) -> list[Finding]:
    """What is found in journal, card, settings, permissions, place, lock and backups, in this order.

    A change that a killed program left half done is taken back first, as every opening does it. Raises JournalLocked
    where the key is not at hand.
    """
    settings, of_settings = _settings(paths)
    return [
        *_journal(paths),
        *_card(paths, clock, settings),
        *of_settings,
        *_permissions(paths),
        *_place(paths),
        *_ways_in(paths),
        *_backups(paths),
    ]


def close_to_others(paths: Paths) -> list[Path]:
    """Take the rights of others from everything that carelog keeps, and name what had them.

    Raises StorageError when the system does not let it.
    """
    from carelog.files import storage_error

    found = _open_to_others(paths)
    for path in found:
        try:
            path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)
        except OSError as problem:
            raise storage_error("storage.not-closed-to-others", path, problem) from None
    return found


def _journal(paths: Paths) -> Iterator[Finding]:
    path = paths.journal
    if not os.path.lexists(path):
        kind = FindingKind.JOURNAL_MISSING if backups_in(paths.backups) else FindingKind.NO_JOURNAL
        yield Finding(kind, path)
        return
    try:
        _take_back_half_done(path)
        examined = examine(path)
    except JournalLocked:
        raise
    except StorageError as problem:
        yield Finding(FindingKind.JOURNAL_UNREADABLE, path, (problem.message,))
        return
    yield from _of(examined, path)


def _of(examined: Examined, path: Path) -> Iterator[Finding]:
    if examined.is_sound:
        yield Finding(FindingKind.JOURNAL_SOUND, path, number=sum(examined.counts.values()))
    if examined.alien:
        yield Finding(FindingKind.FOREIGN_PARTS, path, number=examined.alien)
    if examined.damaged:
        yield Finding(FindingKind.ROWS_DAMAGED, path, tuple(" ".join(each) for each in examined.damaged))
    if examined.unread or not (examined.is_whole or examined.damaged or examined.alien):
        yield Finding(FindingKind.NOT_WHOLE, path, examined.unread)
    if not examined.undo_sound:
        yield Finding(FindingKind.UNDO_DAMAGED, path)


def _take_back_half_done(path: Path) -> None:
    rollback = path.with_name(f"{path.name}-journal")
    if rollback.exists() and rollback.stat().st_size and os.access(path, os.W_OK):
        with translated(path), closing(connect(path, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _card(paths: Paths, clock: Clock, settings: Settings) -> Iterator[Finding]:
    """How the card stands to the journal; nothing where the journal cannot be asked, or is still to be migrated."""
    if not os.path.lexists(paths.journal):
        return
    try:
        with translated(paths.journal), closing(opened(paths.journal)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != NEWEST:
                return
        reopen = partial(open_to_write, paths.journal, keep_before_migration)
        with closing(open_to_read(paths.journal, keep_before_migration)) as connection:
            journal = Journal(Store(connection, paths.journal, reopen), paths, clock, settings)
            yield Finding(_CARD[journal.card_state()], paths.card)
    except StorageError:
        return


def _settings(paths: Paths) -> tuple[Settings, list[Finding]]:
    if not paths.settings.exists():
        return Settings(), []
    try:
        settings, unknown = load_settings(paths), unknown_keys(paths)
    except SettingsError as problem:
        return Settings(), [Finding(FindingKind.SETTINGS_UNREADABLE, paths.settings, (problem.message,))]
    found = [Finding(FindingKind.SETTINGS_READABLE, paths.settings)]
    return settings, found + ([Finding(FindingKind.SETTINGS_UNKNOWN, paths.settings, unknown)] if unknown else [])


def _permissions(paths: Paths) -> Iterator[Finding]:
    found = _open_to_others(paths)
    yield from (Finding(FindingKind.OPEN_TO_OTHERS, path) for path in found)
    if not found and paths.data.is_dir():
        yield Finding(FindingKind.PRIVATE, paths.data)


def _open_to_others(paths: Paths) -> list[Path]:
    """What others may read or write; Windows has no such rights."""
    if sys.platform == "win32":
        return []
    folders = (paths.data, paths.config, paths.backups, paths.keys, paths.sealed, paths.questionnaires, paths.drafts)
    places = [*dict.fromkeys(folders), *(trace.path for trace in traces_of(paths))]
    return [path for path in places if path.exists() and not path.is_symlink() and path.stat().st_mode & _OTHERS]


def _place(paths: Paths) -> Iterator[Finding]:
    if not paths.data.is_dir():
        return
    place = paths.data.resolve()
    service = service_of(place.parts)
    if service:
        yield Finding(FindingKind.SYNCHRONISED, place, (service,))
    try:
        mounts = MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    network = network_of(mounts, str(place))
    if network:
        yield Finding(FindingKind.NETWORK, place, (network,))


def _ways_in(paths: Paths) -> Iterator[Finding]:
    """How the slots of a locked journal are, and what its sealed notes are opened with; nothing without a lock."""
    if not keys_beside(paths.journal):
        return
    from carelog.journal.lock.key_slots import check_slot
    from carelog.journal.lock.sealed_notes import opens_what_is_sealed

    slots, damaged = (PASSPHRASE_SLOT, RECOVERY_SLOT), []
    for name in slots:
        try:
            check_slot(paths.keys / name)
        except StorageError:
            damaged.append(Finding(FindingKind.WAY_IN_DAMAGED, paths.keys / name, (name.removesuffix(".slot"),)))
    yield from damaged or [Finding(FindingKind.WAYS_IN_SOUND, paths.keys, number=len(slots))]
    key, secret = known_key(paths.keys), paths.keys / SEALING_SECRET_KEY
    if key and secret.exists() and not opens_what_is_sealed(paths, key):
        yield Finding(FindingKind.SEALING_DAMAGED, secret)


def _backups(paths: Paths) -> Iterator[Finding]:
    backups = backups_in(paths.backups)
    sound = []
    for taken, path in backups:
        try:
            verify_journal(path)
            sound.append((taken, path))
        except JournalLocked:
            raise
        except StorageError as problem:
            yield Finding(FindingKind.BACKUP_UNREADABLE, path, (problem.message,))
    changed = _changed(paths.journal)
    if sound:
        yield Finding(FindingKind.BACKUPS_SOUND, paths.backups, number=len(sound))
        if changed and changed - sound[-1][0] > timedelta(days=STALE_DAYS):
            yield Finding(FindingKind.BACKUPS_STALE, paths.backups, (f"{sound[-1][0]:%Y-%m-%d}",))
    elif changed and not backups:
        yield Finding(FindingKind.NO_BACKUP, paths.backups)


def _changed(path: Path) -> datetime | None:
    """When the journal was changed last; None where it cannot be told, or nothing was."""
    if not path.exists():
        return None
    try:
        with translated(path), closing(opened(path)) as connection:
            newest = (f"SELECT max(updated_at) FROM {table.name}" for table in tables_in(connection))
            stamps = [connection.execute(statement).fetchone()[0] for statement in newest]
        return datetime.fromtimestamp(max(each or 0 for each in stamps) / 1000, UTC) if any(stamps) else None
    except (StorageError, OverflowError, OSError, ValueError, TypeError):
        return None
