"""Measure how fast carelog is, against other programs, and print the table of docs/benchmarks.md.

pip install '.[bench]'            into an environment of its own, not editable: as a person has it
python benchmarks/run.py          everything, about ten minutes
python benchmarks/run.py --only crisis start --rounds 31
python benchmarks/run.py --into docs/benchmarks.md
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from contests import CONTESTS, DifferenceRow, RatioRow, TimeRow
from homes import CARELOG, Workspace
from measured_page import write_into

HEAD = (
    "| what | goal | carelog, ms | other, ms | ratio | ratio of p95 | ratio on the wall | runs | reached |\n"
    "|---|---|---:|---:|---:|---:|---:|---:|---|"
)
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    """Run the races, print the table, and write it into a page if one is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=CONTESTS, default=list(CONTESTS), help="which races")
    parser.add_argument("--rounds", type=int, default=101, help="how often each program runs")
    parser.add_argument("--into", type=Path, help="a page whose table is replaced")
    asked = parser.parse_args()
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        sys.stderr.write("PYTHONDONTWRITEBYTECODE is left out: people start compiled modules.\n")
    os.umask(0o077)
    lines = [*_machine(), "", HEAD]
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        for name in asked.only:
            lines.extend(_shown(row) for row in CONTESTS[name](workspace, asked.rounds))
    if asked.into:
        write_into(asked.into, lines)


def _shown(row: RatioRow | TimeRow | DifferenceRow) -> str:
    print(row, flush=True)
    return str(row)


def _machine() -> list[str]:
    """The lines about the machine and the versions, which are printed too."""
    wrapper = (
        "imports `re`, as older pips write it" if "import re\n" in CARELOG.read_text("utf-8") else "is a plain one"
    )
    computer = f"{_processor()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    lines = [
        f"* {time.strftime('%-d %B %Y')}; {computer}; load {os.getloadavg()[0]:.1f} when it began",
        f"* {python}, carelog {version('carelog')}, Typer {version('typer')}; the console script {wrapper}",
    ]
    print(*lines, "", HEAD, sep="\n", flush=True)
    return lines


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text("utf-8").splitlines() if facts.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
