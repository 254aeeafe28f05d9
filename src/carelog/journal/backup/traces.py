"""The list of every file that carelog keeps on this computer, for `traces` to show and for `erase` to remove.

Copies of them that other programs made beside them are on it too, because they tell as much.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.domain.trace import Trace, TraceKind
from carelog.errors import SettingsError, StorageError
from carelog.file_access import files_in
from carelog.journal.backup.backup_names import BEFORE_CHANGE, PREFIX, REPLACED
from carelog.journal.backup.foreign_copies import foreign_copies, is_copy_of_journal
from carelog.journal.keys.key_folder import keys_beside
from carelog.journal.keys.readable import is_plain
from carelog.journal.quick_file.agreement import FILE
from carelog.paths import VERSIONS_FOLDER, draft_folders, side_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths

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
    copies = {each for each in found if is_copy_of_journal(each, paths.journal)}
    return [
        Trace(path, kind, locked and (kind in _CHANGED_BY_LOCK or path in copies) and not _is_plain(path))
        for path, kind in found.items()
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


def with_what_they_hold(traces: list[Trace], paths: Paths) -> list[Trace]:
    """The traces with the parts of the card and the keys of the settings that are in their files now."""
    from carelog.journal.card.card_parts import parts_of_file

    held: dict[TraceKind, tuple[str, ...]] = {
        TraceKind.CARD: parts_of_file(str(paths.card)),
        TraceKind.SETTINGS: _keys_in(paths),
    }
    return [replace(each, holds=held.get(each.kind, ())) for each in traces]


def folders_of(paths: Paths) -> list[Path]:
    """The folders that carelog makes, and those of other programs for earlier versions in them; the inner ones first.

    Some may not exist.
    """
    versions = [folder / VERSIONS_FOLDER for folder in (paths.data, paths.config)]
    within = sorted((path for folder in versions for path in folder.rglob("*") if path.is_dir()), reverse=True)
    own = (paths.drafts, paths.backups, paths.keys, paths.sealed, paths.questionnaires, paths.data, paths.config)
    return [*draft_folders(paths), *within, *versions, *own]


def _candidates(paths: Paths) -> Iterator[tuple[Path, TraceKind]]:
    yield paths.journal, TraceKind.JOURNAL
    yield from ((path, TraceKind.ROLLBACK) for path in side_files(paths.journal))
    quick = paths.data / FILE
    yield from ((paths.card, TraceKind.CARD), (quick, TraceKind.QUICK), (paths.settings, TraceKind.SETTINGS))
    named = (paths.journal, paths.card, quick, paths.settings)
    for path in named:
        yield from ((each, TraceKind.UNFINISHED) for each in sorted(path.parent.glob(f".{path.name}.*.new*")))
    yield from ((path, _kind_of_copy(path)) for path in sorted(paths.backups.rglob("*")))
    yield from ((path, _kind_in(path, TraceKind.KEYSLOT)) for path in sorted(paths.keys.rglob("*")))
    yield from ((path, _kind_in(path, TraceKind.SEALED)) for path in sorted(paths.sealed.rglob("*")))
    yield from ((path, _kind_in(path, TraceKind.QUESTIONNAIRE)) for path in sorted(paths.questionnaires.rglob("*")))
    for folder in (*draft_folders(paths), paths.drafts):
        yield from ((path, TraceKind.DRAFT) for path in sorted(folder.rglob("*")))
    yield from ((path, TraceKind.COPY) for path in foreign_copies(named))
    for folder in (paths.backups, paths.keys, paths.sealed):
        versions = paths.data / VERSIONS_FOLDER / folder.name
        yield from ((path, TraceKind.COPY) for path in sorted(versions.rglob("*")))


def _keys_in(paths: Paths) -> tuple[str, ...]:
    from carelog.settings_file import OTHER_LINES, keys_in_file

    try:
        return keys_in_file(paths)
    except SettingsError:
        return (OTHER_LINES,)


def _is_seen(path: Path) -> bool:
    """Whether there is a file or a link; False in a folder that is closed to this account."""
    try:
        return path.is_file() or path.is_symlink()
    except OSError:
        return False


def _is_plain(path: Path) -> bool:
    """Whether a file begins as a plain SQLite file does, or cannot be read."""
    try:
        return is_plain(path) or not path.exists()
    except StorageError:
        return True


def _kind_of_copy(path: Path) -> TraceKind:
    kind = next((kind for prefix, kind in _KIND_BY_PREFIX.items() if path.name.startswith(prefix)), TraceKind.OTHER)
    return _kind_in(path, kind)


def _kind_in(path: Path, kind: TraceKind) -> TraceKind:
    return TraceKind.UNFINISHED if path.name.startswith(".") else kind
