"""What a TAB costs: processor time of bash, zsh and fish, and of each carelog that their completion script starts.

A shell completes a line many times over in one process; what it takes to start, to load the script and to draw is left
out.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from homes import Workspace
from settled import SIZES, settled, start_script

import carelog

LINES = {
    "carelog ": "the name of a command, nothing of it",
    "carelog con": "the name of a command, “con” of it",
    "carelog contact ": "a command of `carelog contact`",
    "carelog log --": "an option of `carelog log`",
    "carelog done w": "a name of the journal behind `carelog done`",
}
SCRIPTS = Path(carelog.__file__).parent / "data" / "completion"
SHELLS = {
    "bash": (
        "carelog.bash",
        ["bash", "--norc"],
        """
source "$1"
COMP_LINE=$2 COMP_POINT=${#2}
read -ra COMP_WORDS <<<"$2"
[[ $2 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
for ((number = 0; number < $3; number++)); do _carelog_completion carelog; done
""",
    ),
    "zsh": (
        "_carelog",
        ["zsh", "-f"],
        """
compdef() { : }
compadd() { : }
line=$2 times=$3
source "$1"
words=("${(@z)line}")
[[ $line == *' ' ]] && words+=('')
CURRENT=$#words PREFIX=$words[-1]
repeat $times; do _carelog_completion; done
""",
    ),
    "fish": (
        "carelog.fish",
        ["fish", "--no-config"],
        """
source $argv[1]
for number in (seq $argv[3])
    complete -C "$argv[2]" >/dev/null
end
""",
    ),
}
"""The file of each shell's script, how the shell starts, and what lets it complete $2 for $3 times."""
HEAD = f"| TAB completes, in ms (× `python -c pass`) | {' | '.join(SHELLS)} |\n|---|{'---:|' * len(SHELLS)}"

_TIMES = 20


@dataclass(frozen=True, slots=True)
class TabRow:
    """One row of the table: milliseconds a TAB by shell, None where the shell is not installed.

    `idle` is what `python -c pass` takes, in milliseconds.
    """

    what: str
    took: Mapping[str, float | None]
    idle: float

    def __str__(self) -> str:
        cells = ("–" if ms is None else f"{ms:.1f} ({ms / self.idle:.2f} ×)" for ms in self.took.values())
        return f"| {self.what} | {' | '.join(cells)} |"


def tabs(workspace: Workspace, _: int) -> Iterator[TabRow]:
    """What each line takes to complete in a new journal with six routines."""
    home = settled(workspace, SIZES[0])
    env = {**home.env, "PATH": f"{Path(start_script(workspace)).parent}:{os.environ['PATH']}"}
    idle = min(_milliseconds([sys.executable, "-c", "pass"], env) for _ in range(_TIMES))
    for line, what in LINES.items():
        yield TabRow(what, {shell: _each(workspace, shell, line, env) for shell in SHELLS}, idle)


def _each(workspace: Workspace, shell: str, line: str, env: Mapping[str, str]) -> float | None:
    if not shutil.which(shell):
        return None
    name, start, script = SHELLS[shell]
    driver = workspace.folder / f"{shell}-driver"
    driver.write_text(script)
    command = [*start, str(driver), str(SCRIPTS / name), line]
    once = _milliseconds([*command, "1"], env)
    return (_milliseconds([*command, str(_TIMES + 1)], env) - once) / _TIMES


def _milliseconds(command: Sequence[str], env: Mapping[str, str]) -> float:
    """The processor time of a process and of those that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
