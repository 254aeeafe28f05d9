"""Every file that carelog keeps on a computer: one list, for those who want to see it and for the end of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.trace import Trace, TraceKind
from carelog.journal.backup.backup_names import BEFORE_CHANGE, PREFIX, REPLACED
from carelog.journal.keys.key_folder import keys_beside
from carelog.paths import drafts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths

_PLAIN = b"SQLite format 3\0"
_LOCKED_WITH_IT = (TraceKind.CARD, TraceKind.JOURNAL, TraceKind.BACKUP, TraceKind.BEFORE_CHANGE, TraceKind.REPLACED)
_COPIES = {PREFIX: TraceKind.BACKUP, BEFORE_CHANGE: TraceKind.BEFORE_CHANGE, REPLACED: TraceKind.REPLACED}


def traces_of(paths: Paths) -> list[Trace]:
    """The files that carelog keeps, those that a killed program may have left included; nothing else is named."""
    found: dict[Path, TraceKind] = {}
    for path, kind in _places(paths):
        if path.is_file() or path.is_symlink():
            found.setdefault(path, kind)
    locked = bool(keys_beside(paths.journal))
    return [
        Trace(path, kind, locked and kind in _LOCKED_WITH_IT and not _is_plain(path)) for path, kind in found.items()
    ]


def _places(paths: Paths) -> Iterator[tuple[Path, TraceKind]]:
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


def _is_plain(path: Path) -> bool:
    """Whether a file says of itself that it is a database without a lock, or cannot be asked."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return True


def _kind_of_copy(path: Path) -> TraceKind:
    kind = next((kind for begins, kind in _COPIES.items() if path.name.startswith(begins)), TraceKind.OTHER)
    return _kind_in(path, kind)


def _kind_in(path: Path, kind: TraceKind) -> TraceKind:
    return TraceKind.UNFINISHED if path.name.startswith(".") else kind
