"""The paths of a journal and its files. Nothing is created here."""

from __future__ import annotations

import os
from pathlib import Path

from carelog.crisis.place import data_folder

CARD = "card.txt"
"""The name of the crisis card's file."""

VERSIONS_FOLDER = ".stversions"
"""The folder in which Syncthing keeps earlier versions. Source: docs.syncthing.net/users/versioning."""

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite puts behind the name of a database, for the files that it keeps beside it."""

_SHARED_MEMORY = "/dev/shm"  # noqa: S108 - drafts go into a private folder inside it


class Paths:
    """The paths of one person's files: `data` holds the journal, the card and backups, `config` the settings."""

    __slots__ = ("config", "data")

    def __init__(self, data: Path, config: Path) -> None:
        self.data = data
        self.config = config

    @classmethod
    def inside(cls, home: Path | str) -> Paths:
        """Paths with everything in one folder, as with CARELOG_HOME."""
        return cls(Path(home), Path(home))

    @property
    def journal(self) -> Path:
        """The journal, an SQLite database."""
        return self.data / "journal.db"

    @property
    def card(self) -> Path:
        """The crisis card, a text file."""
        return self.data / CARD

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.data / "backups"

    @property
    def keys(self) -> Path:
        """The folder of key slots; it exists only where the journal is locked."""
        return self.data / "carelog-keys"

    @property
    def sealed(self) -> Path:
        """The folder of notes that were encrypted while the journal was locked, and wait for it to open."""
        return self.data / "sealed"

    @property
    def questionnaires(self) -> Path:
        """The folder of questionnaires that the person added."""
        return self.data / "questionnaires"

    @property
    def drafts(self) -> Path:
        """The folder for drafts beside the journal, for systems without a folder in memory."""
        return self.data / "drafts"

    @property
    def draft_prefix(self) -> str:
        """The name prefix of this journal's draft folders, because drafts of several journals share one folder."""
        from zlib import crc32

        return f"draft-{crc32(os.fsencode(self.data.absolute())):08x}-"

    @property
    def settings(self) -> Path:
        """The settings, a TOML file."""
        return self.config / "settings.toml"


def memory_folders() -> list[Path]:
    """The folders of this system that lie in memory, the person's own first. A draft in one is never on a disk."""
    candidates = (os.environ.get("XDG_RUNTIME_DIR", ""), _SHARED_MEMORY)
    return [Path(folder) for folder in candidates if folder and _is_folder(Path(folder))]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # after a change of account the folder of the first one is closed
        return False


def rollback_of(database: Path) -> Path:
    """What SQLite keeps beside a database while it writes: parts of what was there before."""
    return database.with_name(f"{database.name}{SIDE_FILES[0]}")


def side_files(database: Path) -> list[Path]:
    """What SQLite may keep beside a database."""
    return [database.with_name(f"{database.name}{end}") for end in SIDE_FILES]


def draft_folders(paths: Paths) -> list[Path]:
    """The folders with a draft of this journal: of an editor that is open, or of one that was killed."""
    found = (path for folder in (*memory_folders(), paths.drafts) for path in folder.glob(f"{paths.draft_prefix}*"))
    return [path for path in found if not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()]


def drafts_of(paths: Paths) -> list[Path]:
    """The draft files of this journal."""
    from carelog.file_access import is_there

    return [draft for folder in draft_folders(paths) if is_there(draft := folder / "draft.txt")]


def system_paths() -> Paths:
    """The paths inside CARELOG_HOME if it is set, else in the platform's folders for data and configuration."""
    data = data_folder(os.environ)
    if os.environ.get("CARELOG_HOME"):
        return Paths.inside(data)
    from platformdirs import user_config_path

    return Paths(Path(data), user_config_path("carelog", appauthor=False))
