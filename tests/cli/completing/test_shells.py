"""TAB in real shells: bash, zsh and fish put names of the journal into the line so that the shell reads them back."""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from support.command import Command, environment
from support.completion import SCRIPTS
from support.source import ROOT

Say = Callable[..., Any]

NAMES = ("walk", "water the plants", "it's $HOME: ok", 'say "hi"', "`date`; *", "zé à la carte")
"""Routines: names with blanks, quotation marks, colons, dollar signs and what shells run or expand."""
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
LOAD = {
    "bash": "bind 'set bell-style none'; source {script}",
    "zsh": "PS1='> '; autoload -Uz compinit; compinit -D -u; unsetopt beep; source {script}",
    "fish": "source {script}",
}
TAB = "\t"
EARLIER = Path(__file__).parent / "earlier"
"""The scripts that carelog installed until 29 November 2026, which asked it at every TAB."""
COMPLETED = [
    ("carelog don\t", ["done"]),
    ("carelog contact sh\tSam", ["contact", "show", "Sam"]),
    ("carelog done wal\t", ["done", "walk"]),
    ("carelog done wat\t", ["done", "water the plants"]),
    ("carelog done it\t", ["done", "it's $HOME: ok"]),
    ("carelog done say\t", ["done", 'say "hi"']),
    ("carelog done \\`\t", ["done", "`date`; *"]),
    ("carelog done 'wat\t", ["done", "water the plants"]),
    ('carelog done "wat\t', ["done", "water the plants"]),
    ("carelog skip wal\t", ["skip", "walk"]),
    ("carelog streaks wal\t", ["streaks", "walk"]),
    ("carelog reached Sa\t", ["reached", "Sam O'Hara"]),
    ("carelog mood 3 --feel wob\t", ["mood", "3", "--feel", "wobbly"]),
    ("carelog mood 3 --feel lone\t", ["mood", "3", "--feel", "lonely"]),
    ("carelog mood 3 --tag riv\t", ["mood", "3", "--tag", "river"]),
    ("carelog track sle\t5", ["track", "sleep=5"]),
    ("carelog settings set them\t", ["settings", "set", "theme"]),
    ("carelog settings set theme da\t", ["settings", "set", "theme", "dark"]),
    ("carelog plan add reas\t", ["plan", "add", "reasons"]),
    ("carelog questionnaire take pc\t", ["questionnaire", "take", "pcl5"]),
    ("carelog export ther\t", ["export", "therapist"]),
    ("carelog export --format ht\t", ["export", "--format", "html"]),
    ("carelog show la\t", ["show", "last"]),
    ("carelog help quest\t", ["help", "questionnaire"]),
    ("carelog done wat\t--sm\t", ["done", "water the plants", "--small"]),
    ("carelog contact edit Sa\t--ro\tfr\t", ["contact", "edit", "Sam O'Hara", "--role", "friend"]),
    ("carelog mood 3 'a: b' --at=monday --ta\t", ["mood", "3", "a: b", "--at=monday", "--tag"]),
    ("carelog reach Sa\t", ["reach", "Sam O'Hara"]),
    ("carelog tracker rem\tsle\t", ["tracker", "remove", "sleep"]),
    ("carelog tracker sho\tsle\t", ["tracker", "show", "sleep"]),
    ("carelog tracker list --ha\t", ["tracker", "list", "--handles"]),
    ("carelog routine unar\tpaus\t", ["routine", "unarchive", "paused walk"]),
    ("carelog routine rem\twal\t", ["routine", "remove", "walk"]),
    ("carelog keep ed\t", ["keep", "edit"]),
    ("carelog bring ed\t", ["bring", "edit"]),
    ("carelog activity plan tea --wi\tSa\t", ["activity", "plan", "tea", "--with", "Sam O'Hara"]),
    ("carelog plan edit --plac\t", ["plan", "edit", "--place"]),
    ("carelog routine add tea --pur\t", ["routine", "add", "tea", "--purpose"]),
    ("carelog sign add --i\t", ["sign", "add", "--if"]),
    ("carelog crisis --tex\t", ["crisis", "--text-first"]),
    ("carelog start --ag\t--pl\t", ["start", "--again", "--plain"]),
    ("carelog help env\t", ["help", "environment"]),
]
BESIDE_FILES = [
    ("carelog import li\t--la\t1y", ["import", "list", "--last", "1y"]),
    ("carelog import un\tla\t", ["import", "undo", "last"]),
    ("carelog import yea\t", ["import", "years of mine.csv"]),
    ("carelog import --apply yea\t", ["import", "--apply", "years of mine.csv"]),
    ("carelog import daylio yea\t", ["import", "daylio", "years of mine.csv"]),
    ("carelog help import li\t", ["help", "import", "list"]),
]
"""Behind import stands a file or a command."""


USUAL = {"fish": ".config/fish/completions/carelog.fish", "zsh": ".zshrc"}
"""What is written for a shell below the home, where no variable says otherwise."""


LOOKS_THERE = {
    "bash": "PS1='> '; source {share}/bash-completion/completions/carelog\n",
    "zsh": "PS1='> '; fpath=({share}/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u; unsetopt beep\n",
}
"""What distributions have in the settings of a shell; the library of bash-completion is left out."""


class Shell:
    """A shell in a pseudo-terminal with a `carelog` that completes, and otherwise prints what it was given."""

    def __init__(self, name: str, folder: Path, script: str | None) -> None:
        program = folder / "carelog"
        program.write_text(
            f'#!/bin/sh\nif [ -n "$_CARELOG_COMPLETE" ]; then exec {sys.executable} -m carelog; fi\n'
            f'exec {sys.executable} -c \'import json, sys; print("GIVEN" + json.dumps(sys.argv[1:]) + "END")\' "$@"\n'
        )
        program.chmod(0o700)
        (folder / "given.py").write_text('import json, sys\nprint("GIVEN" + json.dumps(sys.argv[1:]) + "END")\n')
        if script is not None:
            (folder / "script").write_text(script)
        path = f"{folder}:{environment()['PATH']}"
        home = {
            "PATH": path,
            "HOME": str(folder),
            "ZDOTDIR": str(folder),
            "TERM": "xterm",
            "XDG_CONFIG_HOME": str(folder / ".config"),
        }
        command, *words = START[name] if script is not None else (name, "-i")
        self.child = pexpect.spawn(
            command, words, env=environment(home), encoding="utf-8", timeout=30, dimensions=(24, 200), cwd=str(folder)
        )
        self.child.delaybeforesend = None
        load = LOAD[name].format(script=folder / "script") if script is not None else "true"
        self.child.send(f"{load}; echo RE''ADY\r")
        self.child.expect("READY")

    def given(self, typed: str) -> list[str]:
        """What carelog gets when this is typed, TAB included, and Enter pressed."""
        self.child.send(typed + "\r")
        try:
            self.child.expect(r"GIVEN(\[.*?\])END")
        except pexpect.TIMEOUT:
            pytest.fail(f"{typed!r}: {self.child.before!r}", pytrace=False)
        found: list[str] = json.loads(re.sub(r"\r?\n", "", self.child.match[1]))
        return found


@pytest.fixture
def filled(data: Say) -> None:
    for name in NAMES:
        data("routine", "add", name)
    data("routine", "add", "paused walk")
    data("routine", "archive", "paused walk")
    data("tracker", "add", "sleep")
    data("contact", "add", "Sam O'Hara")
    data("mood", "3", "--feel", "wobbly", "--tag", "river")


@pytest.fixture
def shell(say: Say, isolated: Path) -> Iterator[Callable[..., Shell]]:
    """`shell("zsh")` starts a shell that has loaded the script which carelog prints for it, or another one."""
    started = []

    def start(name: str, script: str = "") -> Shell:
        folder = isolated / "shell"
        folder.mkdir()
        started.append(Shell(name, folder, script or say("--show-completion", name).stdout))
        return started[-1]

    yield start
    for each in started:
        each.child.close(force=True)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("script", ["", "earlier"])
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_what_tab_completes_is_what_carelog_gets(shell: Callable[..., Shell], name: str, script: str) -> None:
    here = shell(name, script and (EARLIER / SCRIPTS[name].name).read_text("utf-8"))
    wrong = {}
    for typed, meant in COMPLETED:
        given = here.given(typed)
        if given != meant:
            wrong[typed] = given
    assert wrong == {}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_behind_import_tab_knows_commands_and_files(shell: Callable[..., Shell], name: str, isolated: Path) -> None:
    here = shell(name)
    (isolated / "shell" / "years of mine.csv").touch()
    wrong = {}
    for typed, meant in BESIDE_FILES:
        given = here.given(typed)
        if given != meant:
            wrong[typed] = given
    assert wrong == {}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_what_was_installed_completes_in_the_next_window(name: str, isolated: Path, carelog_process: Command) -> None:
    folder = isolated / "shell"
    folder.mkdir()
    said = carelog_process("--install-completion", name, env={"HOME": str(folder)})
    assert (said.exit_code, said.stderr) == (0, "")
    (written,) = [path for path in folder.rglob("*") if path.name in {"carelog.sh", "_carelog", "carelog.fish"}]
    assert said.stdout == (
        f"In {name}, TAB completes carelog from the next window on that you open. It was written to {written}.\n"
    )
    here = Shell(name, folder, None)
    try:
        for _ in range(3):
            assert here.given("carelog done wal\t") == ["done", "walk"]
    finally:
        here.child.close(force=True)


@pytest.mark.parametrize(
    ("name", "variable", "inside"),
    [("fish", "XDG_CONFIG_HOME", "fish/completions/carelog.fish"), ("zsh", "ZDOTDIR", ".zshrc")],
)
def test_a_shell_whose_settings_lie_elsewhere_gets_its_script_there(
    name: str, variable: str, inside: str, isolated: Path, carelog_process: Command
) -> None:
    home, elsewhere = isolated / "home of a shell", isolated / "elsewhere"
    home.mkdir()
    for folder, place in ((elsewhere, elsewhere / inside), ("relative", home / USUAL[name])):
        said = carelog_process("--install-completion", name, env={"HOME": str(home), variable: str(folder)})
        assert (said.exit_code, said.stderr) == (0, "")
        assert place.exists()


@pytest.mark.parametrize(("name", "settings"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_setting_up_completion_again_adds_nothing_to_the_settings_of_a_shell(
    name: str, settings: str, isolated: Path, carelog_process: Command
) -> None:
    own = isolated / settings
    own.write_bytes(b"alias n=carelog # \xff\nexport A=1")
    written = []
    for _ in range(2):
        assert (
            carelog_process("--install-completion", name, env={"HOME": str(isolated), "ZDOTDIR": None}).exit_code == 0
        )
        written.append(own.read_bytes())
    assert written[0].startswith(b"alias n=carelog # \xff\nexport A=1\n")
    assert written[0] == written[1]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_of_the_wheel_completes_where_shells_look_by_themselves(
    name: str, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, share = isolated / "shell", isolated / "share"
    folder.mkdir()
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    for file, place in targets["wheel"]["shared-data"].items():
        if (ROOT / file).is_file():
            (isolated / place).parent.mkdir(parents=True)
            shutil.copy(ROOT / file, isolated / place)
    monkeypatch.setenv("XDG_DATA_DIRS", f"{share}:/usr/share")
    if name in LOOKS_THERE:
        (folder / f".{name}rc").write_text(LOOKS_THERE[name].format(share=share))
    here = Shell(name, folder, None)
    try:
        assert here.given("carelog contact sh\tSam") == ["contact", "show", "Sam"]
        assert here.given("carelog done wal\t") == ["done", "walk"]
    finally:
        here.child.close(force=True)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("setting", ["discreet", "shared_computer"])
def test_where_others_may_see_the_screen_no_name_is_completed(
    shell: Callable[[str], Shell], data: Say, name: str, setting: str
) -> None:
    data("settings", "set", setting, "on")
    here = shell(name)
    assert here.given("carelog done wal\t") == ["done", "wal"]
    assert here.given("carelog don\t") == ["done"]
