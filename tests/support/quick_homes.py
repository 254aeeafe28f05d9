"""Homes in which the quick door answers: the file that it goes by is true of the folder where they lie."""

from pathlib import Path

from carelog.cli.runtime.quick_file import leave_quick_file
from carelog.journal import Journal
from carelog.journal.quick_file.agreement import identity
from carelog.paths import Paths

SETTINGS = 'day_starts_at = "00:00"\n[told]\nown_screen = true\n'
"""A day that begins at midnight, so that these tests hold at any hour."""


def quick_home(folder: Path) -> Path:
    """A home with two entries, somebody on the card, settings and a backup of today, by the machine's clock."""
    folder.mkdir(mode=0o700)
    (folder / "settings.toml").write_text(SETTINGS, "utf-8")
    (folder / "settings.toml").chmod(0o600)
    with Journal.open(Paths.inside(folder)) as journal:
        journal.entries.add(mood=2, note="could not sleep", tags=["night"])
        journal.entries.add(note="the long version; " * 60)
        journal.contacts.add("Sam", crisis_order=1, say="Can you stay on the phone with me?")
        journal.back_up_once_a_day()
    made_ready(folder)
    return folder


def made_ready(folder: Path) -> None:
    """Leave the file of the door in a home, as a command does that changed it; a copy of a home has other files."""
    with Journal.open(Paths.inside(folder)) as journal:
        leave_quick_file(journal, identity(str(folder / "settings.toml")))
