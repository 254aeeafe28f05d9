"""Homes as people have them: in the account's own folders, with the settings that `start` writes."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from homes import Workspace

from carelog.journal import Journal
from carelog.paths import Paths, system_paths
from carelog.settings import StartQuestion
from carelog.settings_file import remember_asked, remember_nobody_yet, remember_pages_stay, set_value

DAILY = ("feed the cat", "ten minutes outside", "open a window", "read a page", "tidy one thing")
"""Routines that every home has and that are due, because nobody does them."""
AS_NEEDED = "warm bath"
"""A routine that every home has and that can be done any number of times."""
SIZES = ("new", "10,000", "200,000")
"""Homes by what is in their journal: the routines alone, and about so many entries."""

_YEARS = {"10,000": (9, 3.49), "200,000": (50, None)}
_SCRIPT = """#!{python}
import sys
from carelog.__main__ import run
if __name__ == "__main__":
    sys.exit(run())
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """One person's home: the environment of their programs, their paths, and how many entries they have."""

    size: str
    env: dict[str, str]
    paths: Paths
    entries: int


def settled(workspace: Workspace, size: str) -> Settled:
    """The home of that size, made once."""
    person = workspace.folder / f"person-{size.replace(',', '')}"
    env = {**workspace.env(), "HOME": str(person)}
    with patch.dict(os.environ, env, clear=True):
        paths = system_paths()
    if not person.exists():
        _make(workspace, paths, size)
    with Journal.open(paths, to_write=False) as journal:
        return Settled(size, env, paths, len(journal.entries))


def start_script(workspace: Workspace) -> str:
    """The path of a start script for carelog as current pips write it: it imports nothing but `sys` and carelog."""
    script = workspace.folder / "bin" / "carelog"
    if not script.exists():
        script.parent.mkdir()
        script.write_text(_SCRIPT.format(python=sys.executable))
        script.chmod(0o755)
    return str(script)


def _make(workspace: Workspace, paths: Paths, size: str) -> None:
    if size in _YEARS:
        demo = workspace.paths(workspace.without_signs(workspace.with_years(*_YEARS[size])[0]))
        paths.data.mkdir(parents=True)
        for file in (demo.journal, demo.card):
            shutil.copy(file, paths.data / file.name)
    _answer_start(paths)
    with Journal.open(paths) as journal:
        for name in DAILY:
            journal.routines.add(name)
        journal.routines.add(AS_NEEDED, every="as-needed")


def _answer_start(paths: Paths) -> None:
    """Store what `carelog start` does where somebody names their country and nobody to call."""
    set_value(paths, "country", "GB")
    for question in StartQuestion:
        remember_asked(paths, question)
    remember_nobody_yet(paths)
    remember_pages_stay(paths)


def folder_of_other_programs(workspace: Workspace, size: str) -> Path:
    """The folder in which other programs keep as many records as the home of that size has."""
    folder = workspace.folder / f"others-{size.replace(',', '')}"
    folder.mkdir(exist_ok=True)
    return folder
