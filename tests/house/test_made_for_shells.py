"""The completion scripts and the man pages: they are up to date, and shells and man have nothing to say about them."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from carelog.paths import system_paths
from carelog.wording.environment import ENVIRONMENT
from carelog.wording.exit_codes import EXIT_CODES
from support.completion import COMMANDS_SHOWN, SCRIPTS
from support.source import ROOT

PROGRAM = ROOT / "scripts" / "make_for_shells.py"
MADE = (Path("docs", "man"), Path("src", "carelog", "data", "completion"))
PAGES = sorted((ROOT / "docs" / "man").glob("*.1"))
SILENT = {
    "bash": ["bash", "-n"],
    "zsh": ["zsh", "-f", "-n"],
    "fish": ["fish", "--no-config", "-n"],
}
LOADED = {
    "bash": ["bash", "--norc", "-c", 'source "$0"; complete -p carelog'],
    "zsh": ["zsh", "-f", "-c", 'autoload -Uz compinit; compinit -D -u; source "$0"; echo $_comps[carelog]'],
    "fish": ["fish", "--no-config", "-c", "source $argv[1]; complete -c carelog"],
}
SAID = {
    "bash": "complete -F _carelog_completion carelog\n",
    "zsh": "_carelog_completion\n",
    "fish": "complete --no-files carelog -a '(__carelog_completion)'\n",
}
"""What a shell says of the completion of carelog once the script is loaded."""
SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXAMPLES", "FILES", "ENVIRONMENT"]
SECTIONS += ["EXIT STATUS", "SEE ALSO"]
LINTS = (
    ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"],
    ["groff", "-man", "-ww", "-Tutf8", "-Z"],
)
FIRST_WORDS = sorted({name.partition(" ")[0] for name in COMMANDS_SHOWN})
GROUPS = {name.partition(" ")[0] for name in COMMANDS_SHOWN if " " in name}
needs_man_db = pytest.mark.skipif(sys.platform == "darwin", reason="the man of macOS has other options")


def test_scripts_and_pages_are_those_of_the_program(tmp_path: Path) -> None:
    subprocess.run([sys.executable, PROGRAM, "--to", tmp_path], check=True, timeout=120)
    made = {path.relative_to(tmp_path): path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(ROOT): path.read_text("utf-8") for each in MADE for path in (ROOT / each).iterdir()}
    wrong = sorted(str(path) for path in {*made, *kept} if made.get(path) != kept.get(path))
    assert not wrong, f"python scripts/make_for_shells.py writes them anew: {', '.join(wrong)}"


@pytest.mark.parametrize("shell", sorted(SCRIPTS))
def test_a_shell_reads_its_script_and_says_nothing(shell: str, tmp_path: Path) -> None:
    assert said([*SILENT[shell], str(SCRIPTS[shell])], tmp_path) == ""
    assert said([*LOADED[shell], str(SCRIPTS[shell])], tmp_path) == SAID[shell]


@needs_man_db
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_man_has_nothing_to_say_about_a_page_and_finds_its_name(page: Path, tmp_path: Path) -> None:
    for command in LINTS:
        done = subprocess.run([*command, page], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
        assert done.stderr == ""
    assert said(["lexgrog", str(page)], tmp_path).startswith(f'{page}: "{page.stem} - ')


def test_there_is_a_page_of_the_program_and_one_of_each_group() -> None:
    assert {page.stem for page in PAGES} == {"carelog", *(f"carelog-{group}" for group in GROUPS)}


@needs_man_db
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_every_section_with_something_in_it(page: Path, tmp_path: Path) -> None:
    sections = re.split(r"^([A-Z][A-Z ]+)$", shown(page, tmp_path), flags=re.MULTILINE)[1:]
    found = {name: text.strip() for name, text in zip(sections[::2], sections[1::2], strict=True)}
    assert list(found) == SECTIONS
    assert all(found.values())


@needs_man_db
def test_pages_have_every_command_option_variable_and_exit_number(tmp_path: Path) -> None:
    pages = {page.stem: shown(page, tmp_path) for page in PAGES}
    missing = [f"{page}: {name}" for page, text in pages.items() for name in said_on(page) if name not in text]
    missing += [
        f"{page}: exit number {number}"
        for page, text in pages.items()
        for number in EXIT_CODES
        if not re.search(rf"^ +{number}  ", text, re.MULTILINE)
    ]
    assert not missing, "\n".join(missing)


@needs_man_db
def test_the_files_that_pages_name_are_those_of_carelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARELOG_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/sam")
    paths = system_paths()
    text = shown(ROOT / "docs" / "man" / "carelog.1", tmp_path)
    for path in (paths.journal, paths.card, paths.backups, paths.keys, paths.settings):
        assert str(path).replace("/home/sam", "~") in text


def said_on(page: str) -> Sequence[str]:
    """The commands, options and variables that a page has to name."""
    group = page.removeprefix("carelog").removeprefix("-")
    names = [
        name for name in COMMANDS_SHOWN if name.startswith(f"{group} " if group else "") and (group or " " not in name)
    ]
    options = [option for name in names for option in COMMANDS_SHOWN[name]]
    variables = [] if group else list(ENVIRONMENT)
    commands = [f"carelog {name}" for name in (names if group else FIRST_WORDS)]
    return [*commands, *options, *variables]


def shown(page: Path, folder: Path) -> str:
    """The page as a person reads it, 80 columns wide."""
    environment = os.environ | {"MANWIDTH": "80", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8"}
    command = ["man", "-E", "UTF-8", "-P", "cat", "-l", page]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def said(command: Sequence[str], folder: Path) -> str:
    """What a command writes; nothing may be on standard error."""
    environment = os.environ | {"HOME": str(folder), "ZDOTDIR": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout
