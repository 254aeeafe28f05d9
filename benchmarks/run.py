"""Measure how fast carelog is, against other programs, and print the tables of docs/benchmarks.md.

pip install '.[bench]'                       into an environment of its own, not editable: as a person has it
python benchmarks/run.py                     everything, about half an hour
python benchmarks/run.py --only instructions what a start costs, a few minutes
python benchmarks/run.py --only crisis start --rounds 31
python benchmarks/run.py --into docs/benchmarks.md

Instructions are counted where valgrind is installed. jrnl, todoman and khal are installed by the extra; Taskwarrior is
raced where the computer has it.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from homes import Workspace
from measured_page import write_into
from tables import NAMES, TABLES, in_part


def main() -> None:
    """Measure, print the tables, and write them into a page if one is named."""
    asked = _asked()
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        sys.stderr.write("PYTHONDONTWRITEBYTECODE is left out: people start compiled modules.\n")
    os.umask(0o077)
    _go_where_it_is_day()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        for table in TABLES:
            if table.asked(asked.only):
                lines = [*_shown(_machine()), *_shown(table.lines(asked.only, workspace, asked.rounds))]
                if asked.into:
                    write_into(asked.into, lines, table.marks)


def _asked() -> argparse.Namespace:
    """What is asked for. Exits where a page would lose rows, or has no place for a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=[table.name for table in TABLES], help="which ones")
    parser.add_argument("--rounds", type=int, default=101, help="how often each program runs; fewer for long ones")
    parser.add_argument("--into", type=Path, help="a page whose tables are replaced; what is not asked for stays")
    asked = parser.parse_args()
    if asked.into:
        if halves := in_part(asked.only):
            parser.error(f"only a part of {' and '.join(halves)} is asked for, and the page would lose the rest")
        page = asked.into.read_text("utf-8")
        missing = [mark for table in TABLES if table.asked(asked.only) for mark in table.marks if mark not in page]
        if missing:
            parser.error(f"{asked.into} has no {' and no '.join(missing)}")
    return asked


def _go_where_it_is_day() -> None:
    """Choose a time zone in which a day of carelog neither begins nor ends while it is measured."""
    for zone in ("Europe/Berlin", "America/Vancouver"):
        os.environ["TZ"] = zone
        time.tzset()
        if 5 <= time.localtime().tm_hour < 22:
            break


def _shown(lines: Iterable[str]) -> Iterator[str]:
    """The lines, each of which is printed as soon as it is there."""
    for line in lines:
        print(line, flush=True)
        yield line


def _machine() -> list[str]:
    """The lines about the machine and the versions."""
    computer = f"{_processor()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return [
        f"* {time.strftime('%-d %B %Y')}; {computer}; load {os.getloadavg()[0]:.1f} when it began",
        f"* {python}, carelog {version('carelog')}, Typer {version('typer')}",
    ]


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text("utf-8").splitlines() if facts.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
