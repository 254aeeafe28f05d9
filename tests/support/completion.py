"""TAB without a terminal: what the script of a shell offers for a line, and how often it asked carelog."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from carelog.cli.app import build
from carelog.cli.table import COMMANDS
from support.source import SOURCE

SCRIPTS = {
    shell: SOURCE / "data" / "completion" / name
    for shell, name in {"bash": "carelog.bash", "zsh": "_carelog", "fish": "carelog.fish"}.items()
}
ASKED = "asked"
"""What the carelog of these tests answers, where it is asked; it notes that in a file."""
_ANSWER = f'#!/bin/sh\n[ -z "$_CARELOG_COMPLETE" ] || echo {ASKED} | tee -a "${{0%/*}}/{ASKED}"\n'
_LINE = "== "
_DRIVERS = {
    "bash": """
source "$1"; shift
for line in "$@"; do
    echo "== $line"
    COMP_LINE=$line COMP_POINT=${#line} COMP_WORDS=() word=
    while [[ $line =~ ^[[:space:]]*([^[:space:]=:]+|[=:]) ]]; do
        COMP_WORDS+=("${BASH_REMATCH[1]}") line=${line#"${BASH_REMATCH[0]}"}
    done
    [[ $COMP_LINE == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _carelog_completion carelog
    [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
done
""",
    "zsh": """
compdef() { : }
_files() { : }
compset() { PREFIX=${PREFIX#*=} }
compadd() {
    local -a fitting=("${(@M)${(@P)@[-1]}:#${(b)PREFIX}*}")
    (( $#fitting )) && print -rl -- "$fitting[@]"
}
source "$1"; shift
for line in "$@"; do
    print -r -- "== $line"
    words=("${(@z)line}")
    [[ $line == *' ' ]] && words+=('')
    CURRENT=$#words PREFIX=$words[-1]
    _carelog_completion
done
""",
    "fish": """
source $argv[1]
for line in $argv[2..]
    echo "== $line"
    for each in (complete -C "$line")
        string replace -r '(\\t.*)?$' '' -- $each
    end
end
""",
}
_START = {"bash": ["bash", "--norc", "--noprofile"], "zsh": ["zsh", "-f"], "fish": ["fish", "--no-config"]}


@dataclass(frozen=True)
class Offered:
    """What was offered for each line, and how often carelog was started for all of them."""

    words: dict[str, list[str]]
    starts: int


def offered(shell: str, lines: Sequence[str], folder: Path, script: Path | None = None) -> Offered:
    """Let the script of a shell complete each line, with a carelog that knows nothing and counts how often it starts.

    Whatever else the shell says fails the test.
    """
    folder.mkdir(exist_ok=True)
    program, driver, asked = folder / "carelog", folder / "driver", folder / ASKED
    program.write_text(_ANSWER)
    program.chmod(0o700)
    driver.write_text(_DRIVERS[shell])
    asked.unlink(missing_ok=True)
    environment = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), "TERM": "dumb"}
    command = [*_START[shell], driver, script or SCRIPTS[shell], *lines]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    words: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith(_LINE):
            words[line.removeprefix(_LINE)] = []
        else:
            list(words.values())[-1].append(line)
    return Offered(words, len(asked.read_text().splitlines()) if asked.exists() else 0)


def _commands_shown() -> Iterator[tuple[str, list[str]]]:
    program: Any = typer.main.get_command(build(list(COMMANDS)))
    for first, each in program.commands.items():
        if each.hidden:
            continue
        inside = getattr(each, "commands", None)
        found = [(first, each)] if inside is None else [(f"{first} {last}", within) for last, within in inside.items()]
        for name, command in ((name, command) for name, command in found if not command.hidden):
            shown = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
            yield name, [form for one in shown for form in (*one.opts, *one.secondary_opts)]


COMMANDS_SHOWN = dict(_commands_shown())
"""The commands that help names, and the options that it shows of each."""
