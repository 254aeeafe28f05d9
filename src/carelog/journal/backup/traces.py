"""The list of every file that carelog keeps on this computer, for `traces` to show and for `erase` to remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.trace import Trace, TraceKind
from carelog.errors import StorageError
from carelog.files import files_in
from carelog.journal.backup.backup_names import BEFORE_CHANGE, PREFIX, REPLACED
from carelog.journal.keys.key_folder import keys_beside
from carelog.paths import drafts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths

_SQLITE_HEADER = b"SQLite format 3\0"
_CHANGED_BY_LOCK = (TraceKind.CARD, TraceKind.JOURNAL, TraceKind.BACKUP, TraceKind.BEFORE_CHANGE, TraceKind.REPLACED)
"""The kinds of files that a lock encrypts or redacts."""
_KIND_BY_PREFIX = {PREFIX: TraceKind.BACKUP, BEFORE_CHANGE: TraceKind.BEFORE_CHANGE, REPLACED: TraceKind.REPLACED}


def traces_of(paths: Paths) -> list[Trace]:
    """The files that carelog keeps, with those that a killed program left; only those that exist."""
    found: dict[Path, TraceKind] = {}
    for path, kind in _candidates(paths):
        if _is_seen(path):
            found.setdefault(path, kind)
    locked = bool(keys_beside(paths.journal))
    return [
        Trace(path, kind, locked and kind in _CHANGED_BY_LOCK and not _is_plain(path)) for path, kind in found.items()
    ]


def closed_folders(paths: Paths) -> list[StorageError]:
    """Why folders of carelog cannot be looked into by this account: files that lie there are not in `traces_of`."""
    beside = (paths.backups, paths.keys, paths.sealed, paths.questionnaires, paths.drafts)
    problems: dict[str, StorageError] = {}
    for folder in (paths.data, paths.config, *beside):
        try:
            files_in(folder)
        except StorageError as problem:
            problems.setdefault(problem.message, problem)
    return list(problems.values())


def _candidates(paths: Paths) -> Iterator[tuple[Path, TraceKind]]:
    named = {
        paths.journal: TraceKind.JOURNAL,
        paths.journal.with_name(f"{paths.journal.name}-journal"): TraceKind.ROLLBACK,
        paths.card: TraceKind.CARD,
        paths.settings: TraceKind.SETTINGS,
    }
    yield from named.items()
    for folder in (paths.data, paths.config):
        for name in named:
            yield from ((path, TraceKind.UNFINISHED) for path in sorted(folder.glob(f".{name.name}.*.new")))
    yield from ((path, _kind_of_copy(path)) for path in sorted(paths.backups.rglob("*")))
    yield from ((path, _kind_in(path, TraceKind.KEYSLOT)) for path in sorted(paths.keys.rglob("*")))
    yield from ((path, _kind_in(path, TraceKind.SEALED)) for path in sorted(paths.sealed.rglob("*")))
    yield from ((path, TraceKind.QUESTIONNAIRE) for path in sorted(paths.questionnaires.glob("*.toml")))
    yield from ((path, TraceKind.UNFINISHED) for path in sorted(paths.questionnaires.glob(".*.new")))
    yield from ((path, TraceKind.DRAFT) for path in (*drafts_of(paths), *sorted(paths.drafts.rglob("*"))))


def _is_seen(path: Path) -> bool:
    """Whether there is a file or a link; False in a folder that is closed to this account."""
    try:
        return path.is_file() or path.is_symlink()
    except OSError:
        return False


def _is_plain(path: Path) -> bool:
    """Whether a file begins as a plain SQLite file does, or cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER
    except OSError:
        return True


def _kind_of_copy(path: Path) -> TraceKind:
    kind = next((kind for prefix, kind in _KIND_BY_PREFIX.items() if path.name.startswith(prefix)), TraceKind.OTHER)
    return _kind_in(path, kind)


def _kind_in(path: Path, kind: TraceKind) -> TraceKind:
    return TraceKind.UNFINISHED if path.name.startswith(".") else kind
