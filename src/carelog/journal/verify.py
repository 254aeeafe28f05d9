"""The checks of `verify`: journal, crisis card, settings, permissions, folder, copies beside, lock and backups."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind
from carelog.domain.synced_folder import MARKS, network_of, rightless_of, service_of
from carelog.domain.trace import TraceKind
from carelog.errors import JournalLocked, SettingsError, StorageError
from carelog.file_access import is_folder, is_open_to_others, is_there
from carelog.files import PRIVATE_FILE, PRIVATE_FOLDER
from carelog.journal.backup.backup_names import backups_in
from carelog.journal.backup.check_backups import check_backups
from carelog.journal.backup.copies import back_up_before_migration
from carelog.journal.backup.foreign_copies import is_copy_of_journal, is_under_way
from carelog.journal.backup.integrity import IntegrityReport, integrity_report, open_read_only
from carelog.journal.backup.traces import closed_folders, traces_of
from carelog.journal.backup.unfinished import roll_back_unfinished
from carelog.journal.card.card import CardState
from carelog.journal.journal import Journal
from carelog.journal.keys.key_folder import keys_beside, was_begun
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.database import open_to_read, open_to_write
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.store import Store
from carelog.settings import Settings
from carelog.settings_file import load_settings, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelog.clock import Clock
    from carelog.domain.row_fault import RowFault
    from carelog.paths import Paths

MOUNTS = Path("/proc/self/mountinfo")
_CARD_FINDINGS = {
    CardState.CURRENT: FindingKind.CARD_CURRENT,
    CardState.MISSING: FindingKind.CARD_MISSING,
    CardState.DAMAGED: FindingKind.CARD_DAMAGED,
    CardState.BEHIND: FindingKind.CARD_BEHIND,
    CardState.OTHER: FindingKind.CARD_OTHER,
}


def verify_home(paths: Paths, clock: Clock) -> list[Finding]:
    """The findings about journal, card, settings, permissions, folder, copies beside, lock and backups, in this order.

    A transaction that a killed program left unfinished is rolled back first, as by every opening; nothing else is
    written. Raises JournalLocked where the journal is encrypted and the key is not known.
    """
    settings, settings_findings = _settings(paths)
    return [
        *_journal(paths),
        *_card(paths, clock, settings),
        *settings_findings,
        *_permissions(paths),
        *_folder(paths),
        *_copies_beside(paths),
        *_lock(paths),
        *check_backups(paths, clock),
    ]


def make_private(paths: Paths) -> list[Path]:
    """Remove the rights of group and others from every file and folder of carelog; return the paths that had them.

    Raises StorageError when the system refuses.
    """
    from carelog.files import storage_error

    found = _open_to_others(paths)
    for path in found:
        try:
            path.chmod(PRIVATE_FOLDER if is_folder(path) else PRIVATE_FILE)
        except OSError as problem:
            raise storage_error("storage.not-closed-to-others", path, problem) from None
        if is_open_to_others(path):
            raise StorageError("storage.rights-not-kept", path=path)
    return found


def _settings(paths: Paths) -> tuple[Settings, list[Finding]]:
    if not is_there(paths.settings):
        return Settings(), []
    try:
        settings, unknown = load_settings(paths), unknown_keys(paths)
    except SettingsError as problem:
        return Settings(), [Finding(FindingKind.SETTINGS_UNREADABLE, paths.settings, (problem.message,))]
    found = [Finding(FindingKind.SETTINGS_READABLE, paths.settings)]
    return settings, found + ([Finding(FindingKind.SETTINGS_UNKNOWN, paths.settings, unknown)] if unknown else [])


def _journal(paths: Paths) -> Iterator[Finding]:
    path = paths.journal
    if not os.path.lexists(path):
        kind = FindingKind.JOURNAL_MISSING if backups_in(paths.backups) else FindingKind.NO_JOURNAL
        yield Finding(kind, path)
        return
    try:
        roll_back_unfinished(path)
        report = integrity_report(path)
    except JournalLocked:
        raise
    except StorageError as problem:
        yield Finding(FindingKind.JOURNAL_UNREADABLE, path, (problem.message,))
        return
    yield from _integrity_findings(report, path)


def _integrity_findings(report: IntegrityReport, path: Path) -> Iterator[Finding]:
    if report.is_sound:
        yield Finding(FindingKind.JOURNAL_SOUND, path, number=sum(report.counts.values()))
    if report.alien:
        yield Finding(FindingKind.FOREIGN_PARTS, path, number=report.alien)
    if report.damaged:
        yield Finding(FindingKind.ROWS_DAMAGED, path, tuple(" ".join(each) for each in report.damaged))
    if report.faults:
        yield Finding(FindingKind.ROWS_WITH_FAULTS, path, tuple(map(_in_words, report.faults)), rows=report.faults)
    if report.unread or not (report.is_whole or report.damaged or report.faults or report.alien):
        yield Finding(FindingKind.NOT_WHOLE, path, report.unread)
    if not report.undo_sound:
        yield Finding(FindingKind.UNDO_DAMAGED, path)


def _in_words(fault: RowFault) -> str:
    return " ".join(filter(None, (fault.table, fault.row, fault.column, fault.fault.value)))


def _card(paths: Paths, clock: Clock, settings: Settings) -> Iterator[Finding]:
    """The state of the card; nothing where the journal cannot be read or still has to be migrated."""
    if not os.path.lexists(paths.journal):
        return
    try:
        with storage_errors(paths.journal), closing(open_read_only(paths.journal)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != NEWEST:
                return
        reopen = partial(open_to_write, paths.journal, back_up_before_migration)
        with closing(open_to_read(paths.journal, back_up_before_migration)) as connection:
            journal = Journal(Store(connection, paths.journal, reopen), paths, clock, settings)
            yield Finding(_CARD_FINDINGS[journal.card_state()], paths.card)
    except StorageError:
        return


def _permissions(paths: Paths) -> Iterator[Finding]:
    closed = [Finding(FindingKind.FOLDER_CLOSED, paths.data, (each.message,)) for each in closed_folders(paths)]
    foreign = [Finding(FindingKind.OF_ANOTHER_ACCOUNT, path) for path in _of_another_account(paths)]
    rightless = rightless_of(_mounts(), str(paths.data.resolve()))
    found = _open_to_others(paths)
    if found and rightless:
        yield Finding(FindingKind.RIGHTS_NOT_KEPT, paths.data, (rightless,))
    else:
        yield from (Finding(FindingKind.OPEN_TO_OTHERS, path) for path in found)
    yield from (*closed, *foreign)
    if not (found or closed or foreign) and is_folder(paths.data):
        yield Finding(FindingKind.PRIVATE, paths.data)


def _open_to_others(paths: Paths) -> list[Path]:
    """The person's own files and folders that group or others have rights to."""
    return [path for path in _places(paths) if _is_own(path) and not path.is_symlink() and is_open_to_others(path)]


def _of_another_account(paths: Paths) -> list[Path]:
    """The files and folders that another account owns, links too; where the whole home is its, only that."""
    foreign = [path for path in _places(paths) if not _is_own(path)]
    return foreign[:1] if foreign[:1] == [paths.data] else foreign


def _is_own(path: Path) -> bool:
    return path.lstat().st_uid == os.geteuid()


def _places(paths: Paths) -> list[Path]:
    """The folders and files of carelog that are there; none on Windows, which has no such rights."""
    if sys.platform == "win32":
        return []
    folders = (paths.data, paths.config, paths.backups, paths.keys, paths.sealed, paths.questionnaires, paths.drafts)
    places = dict.fromkeys((*folders, *(trace.path for trace in traces_of(paths))))
    return [path for path in places if os.path.lexists(path)]


def _folder(paths: Paths) -> Iterator[Finding]:
    """Whether the folder of the journal is synchronised by a service, or on a network drive."""
    if not is_folder(paths.data):
        return
    folder = paths.data.resolve()
    marks = (MARKS[mark] for place in (folder, *folder.parents) for mark in MARKS if (place / mark).exists())
    service = service_of(folder.parts) or next(marks, "")
    if service:
        yield Finding(FindingKind.SYNCHRONISED, folder, (service,))
    network = network_of(_mounts(), str(folder))
    if network:
        yield Finding(FindingKind.NETWORK, folder, (network,))


def _mounts() -> list[str]:
    """The lines of Linux's table of mounts; empty on other systems."""
    try:
        return MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _lock(paths: Paths) -> Iterator[Finding]:
    """What does not fit together in a lock; nothing is loaded where there is no sign of one."""
    if was_begun(paths.keys) or is_folder(paths.sealed):
        from carelog.journal.lock.lock_findings import lock_findings

        yield from lock_findings(paths)


def _copies_beside(paths: Paths) -> Iterator[Finding]:
    """The copies of the journal that another program left, and those of them that lie in the open beside a lock."""
    copies = [
        trace
        for trace in traces_of(paths)
        if trace.kind is TraceKind.COPY
        and is_copy_of_journal(trace.path, paths.journal)
        and not is_under_way(trace.path)
    ]
    if copies:
        yield Finding(FindingKind.COPIES_BESIDE, paths.data, tuple(str(each.path) for each in copies))
    if keys_beside(paths.journal):
        yield from (Finding(FindingKind.COPY_IN_THE_OPEN, each.path) for each in copies if not each.is_locked)
