"""A person's first hour with carelog, from an empty home to a printed page, typed into a shell in a real terminal."""

import os
import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from support.tmux import Tmux, in_window

COLUMNS, ROWS = 80, 24
PROMPT = "$ "
NOW = "2026-11-22T21:30:00+01:00"

Step = tuple[str, str, str]
"""What is typed, a pattern of what the screen then shows, and what its picture is called, empty where there is none."""

STEPS: tuple[Step, ...] = (
    ("carelog", r"Do you use a screen reader\?", ""),
    ("", r"\[Germany\]", ""),
    ("UK", r"One person you could call on a hard day \(or: nobody yet\)", ""),
    ("Sam", r"A number to call \(Enter skips\)", ""),
    (
        "020 7946 0018",
        r"For some people very high times are hard too\. Should 5 mean “very high” instead\s+of “great”\?",
        "",
    ),
    ("", r"Could someone else look at what you do on this computer\?", ""),
    ("", r"Would you like to see your crisis card now\?", "start"),
    ("n", r"That is all\.", ""),
    ("clear; carelog 4 first walk in a week", "Noted", ""),
    ("clear; carelog routine add walk --every 3/week --small 'to the door and back'", "walk", ""),
    ("clear; carelog done walk: along the river", "Noted", ""),
    ("clear; carelog routine add tea --every daily --at 22:00", "tea", ""),
    ("clear; carelog plan add alone put the kettle on", "Added to", ""),
    ("clear; carelog", "Sunday 22 November 2026", "today"),
    ("clear; carelog reach", "A message to copy:", "reach"),
    ("clear; carelog bring the nights", "Kept for next time: the nights", ""),
    ("clear; carelog export therapist", "What I want to talk about", "page"),
)
_WAITS = r"(\n\$|[:?]|leaves)\s*\Z"
"""What the screen ends with once the shell, a question or a preview waits for what is typed next."""
_SCREENS_OF_PREVIEW = 9


def first_hour(folder: Path, *, dark: bool = True) -> Iterator[tuple[str, str]]:
    """Live the hour in an empty home below `folder`; each picture's name with the screen and its colours."""
    home, desk = folder / "home", folder / "desk"
    for place in (home, desk):
        place.mkdir(parents=True)
    with in_window(folder, _shell(home, desk, dark=dark), columns=COLUMNS, rows=ROWS) as window:
        window.screen(until=rf"^\{PROMPT.strip()}\s*\Z")
        for typed, shown, name in STEPS:
            _type(window, typed)
            screen = window.screen(until=rf"{shown}[^\0]*{_WAITS}")
            if name:
                yield name, screen
        _agree(window)


def page_of(folder: Path) -> Path:
    """The file that the hour ends with."""
    [page] = (folder / "desk").iterdir()
    return page


def _shell(home: Path, desk: Path, *, dark: bool) -> str:
    variables = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "CARELOG_NOW": NOW,
        "TZ": "Europe/Berlin",
        "LANG": "C.UTF-8",
        "TERM": "tmux-256color",
        "COLORTERM": "truecolor",
        "COLORFGBG": "15;0" if dark else "0;15",
    }
    carelog = f'carelog() {{ {shlex.quote(sys.executable)} -m carelog "$@"; }}'
    (home / "start.sh").write_text(
        f"{carelog}\nunset HISTFILE\nPS1='{PROMPT}'\ncd {shlex.quote(str(desk))}\nclear\n", encoding="utf-8"
    )
    given = " ".join(f"{name}={shlex.quote(value)}" for name, value in variables.items())
    return f"exec env -i {given} bash --noprofile --rcfile {shlex.quote(str(home / 'start.sh'))}"


def _agree(window: Tmux) -> None:
    """Read the preview to its end, and write the page."""
    for _ in range(_SCREENS_OF_PREVIEW):
        _type(window, "")
        if "Written to" in window.screen(until="leaves|Enter writes|Written to"):
            return
        time.sleep(0.2)
    raise AssertionError(window.screen(until=""))


def _type(window: Tmux, words: str) -> None:
    if words:
        window.type("-l", "--", words)
    window.type("Enter")
