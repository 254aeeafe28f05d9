"""What a TAB costs: the processor time of bash, zsh and fish with a completion script, and of each carelog they start.

    python benchmarks/tab.py SCRIPTS [CARELOG]

SCRIPTS is a folder with carelog.bash, _carelog and carelog.fish: src/carelog/data/completion, or
tests/cli/completing/earlier, whose scripts ask carelog at every TAB. CARELOG is the program, else the one on the PATH;
CARELOG_HOME its home. A shell completes a line many times over in one process; what it takes to start, to load the
script and to draw is left out. Printed are milliseconds a TAB, and how many times that is what `python -c pass` takes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LINES = ("carelog ", "carelog con", "carelog contact ", "carelog log --", "carelog done w")
TIMES = 20
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


def main() -> None:
    """Print a table: a row for each shell and line."""
    scripts, *program = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if program:
            Path(folder, "carelog").symlink_to(Path(program[0]).resolve())
            os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        measure = min(milliseconds([sys.executable, "-c", "pass"]) for _ in range(TIMES))
        print(f"python -c pass: {measure:.1f} ms")
        for shell, (name, start, driver) in SHELLS.items():
            Path(folder, shell).write_text(driver)
            for line in LINES:
                command = [*start, f"{folder}/{shell}", f"{scripts}/{name}", line]
                without = milliseconds([*command, "1"])
                each = (milliseconds([*command, str(TIMES + 1)]) - without) / TIMES
                print(f"| {shell} | `{line}` | {each:.1f} | {each / measure:.2f} |")


def milliseconds(command: list[str]) -> float:
    """The processor time of a process and of those that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


if __name__ == "__main__":
    main()
