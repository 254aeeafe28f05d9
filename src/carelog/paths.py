"""Where carelog keeps things. Nothing is created here."""

from __future__ import annotations

import os
from pathlib import Path

from carelog.crisis.place import data_folder

_SHARED_MEMORY = "/dev/shm"  # noqa: S108 - what lies there lies in a folder of the person's own


class Paths:
    """The places of one person's carelog: `data` holds the journal, the card and backups, `config` the settings."""

    __slots__ = ("config", "data")

    def __init__(self, data: Path, config: Path) -> None:
        self.data = data
        self.config = config

    @classmethod
    def inside(cls, home: Path | str) -> Paths:
        """Everything in one folder, as CARELOG_HOME does it."""
        return cls(Path(home), Path(home))

    @property
    def journal(self) -> Path:
        """The journal, an SQLite file."""
        return self.data / "journal.db"

    @property
    def card(self) -> Path:
        """The crisis card, plain text."""
        return self.data / "card.txt"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.data / "backups"

    @property
    def keys(self) -> Path:
        """The folder of keyslots, where the journal is locked."""
        return self.data / "carelog-keys"

    @property
    def sealed(self) -> Path:
        """The folder of notes that wait for a locked journal to open."""
        return self.data / "sealed"

    @property
    def questionnaires(self) -> Path:
        """The folder of questionnaires that the person added."""
        return self.data / "questionnaires"

    @property
    def drafts(self) -> Path:
        """The folder for texts that are being written, beside the journal, where no memory-backed folder exists."""
        return self.data / "drafts"

    @property
    def draft_prefix(self) -> str:
        """How the folders of this journal's drafts begin: other journals of the person have theirs beside them."""
        from zlib import crc32

        return f"draft-{crc32(os.fsencode(self.data.absolute())):08x}-"

    @property
    def settings(self) -> Path:
        """The settings, TOML."""
        return self.config / "settings.toml"


def memory_folders() -> list[Path]:
    """The folders of this system that lie in memory, the person's own first: drafts leave nothing on a disk there."""
    named = (os.environ.get("XDG_RUNTIME_DIR", ""), _SHARED_MEMORY)
    return [Path(place) for place in named if place and Path(place).is_dir()]


def drafts_of(paths: Paths) -> list[Path]:
    """The drafts of this journal that are on the system: of an editor that is open, or of one that was killed."""
    places = (*memory_folders(), paths.drafts)
    found = (path for place in places for path in place.glob(f"{paths.draft_prefix}*/draft.txt"))
    return [path for path in found if not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()]


def system_paths() -> Paths:
    """CARELOG_HOME when it is set, else the places that the platform has for such things."""
    data = data_folder(os.environ)
    if os.environ.get("CARELOG_HOME"):
        return Paths.inside(data)
    from platformdirs import user_config_path

    return Paths(Path(data), user_config_path("carelog", appauthor=False))
