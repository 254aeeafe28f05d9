"""Copies of carelog's own files that other programs make beside them, known by their names.

Programs that synchronise, file managers and editors put a mark before, in or behind the name of the file they copy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.paths import SIDE_FILES, VERSIONS_FOLDER, rollback_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_UNDER_WAY = (".syncthing.", "~syncthing~")
_BEFORE = r"(?:\.syncthing\.|~syncthing~|\.~|\.)?"
_WITHIN = (
    r"(?:\.sync-conflict-[^/]*|~\d{8}-\d{6}|[ ._-]*\([^/]*\)|[ ._-]+(?:copy|conflict|conflicted)\b[^/]*|"
    r" - Copy[^/]*| \d+)?"
)
_BEHIND = r"(?:-(?:journal|wal|shm))?(?:~|\.[\w~-]+)*"


def foreign_copies(paths: Iterable[Path]) -> Iterator[Path]:
    """The copies that other programs made of files of carelog, in the folders of those and in `VERSIONS_FOLDER` there.

    Carelog's own temporary files have such names too: take those out.
    """
    originals = list(paths)
    for folder in dict.fromkeys(path.parent for path in originals):
        names = [_pattern_of(path.name) for path in originals if path.parent == folder]
        places = [*folder.glob("*"), *folder.glob(f"{VERSIONS_FOLDER}/**/*")]
        own = {*originals, *map(rollback_of, originals)}
        yield from (
            path for path in sorted(places) if path not in own and any(name.fullmatch(path.name) for name in names)
        )


def is_copy_of(path: Path, original: Path) -> bool:
    """Whether the name of a file is that of a copy of another one, or of the other one itself."""
    return bool(_pattern_of(original.name).fullmatch(path.name))


def is_copy_of_journal(path: Path, journal: Path) -> bool:
    """Whether a file of another program is a copy of the journal or an earlier version of a backup, by its name.

    What SQLite keeps beside a journal is not: it cannot be opened by itself.
    """
    if path.name.endswith(SIDE_FILES):
        return False
    return is_copy_of(path, journal) or (VERSIONS_FOLDER in path.parts and path.suffix == journal.suffix)


def is_under_way(path: Path) -> bool:
    """Whether a copy is one that Syncthing has not finished yet; it goes away by itself."""
    return path.name.startswith(_UNDER_WAY)


def _pattern_of(name: str) -> re.Pattern[str]:
    stem, _, suffix = name.rpartition(".")
    return re.compile(f"{_BEFORE}{re.escape(stem)}{_WITHIN}{re.escape(f'.{suffix}')}{_BEHIND}", re.IGNORECASE)
