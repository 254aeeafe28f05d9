"""Counting the instructions of a whole process, which are the same on a busy computer and on an idle one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from race import Runner

VALGRIND = shutil.which("valgrind")
"""The program that counts, or None where it is not installed."""

_COLLECTED = re.compile(r"Collected : (\d+)")


def millions(runner: Runner) -> float | None:
    """The instructions of one run in user space, in millions, or None without valgrind.

    The process that is started is counted, and no process that it starts. Exits when the program fails.
    """
    if VALGRIND is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report")
        options = ("--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={report}")
        done = subprocess.run(
            [VALGRIND, *options, *runner.words],
            env={**runner.env, "PYTHONHASHSEED": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{' '.join(runner.words)} ended with {done.returncode} below valgrind")
        return in_millions(report.read_text("utf-8"))


def in_millions(report: str) -> float:
    """The instructions that a report of callgrind names, in millions. Raises ValueError for another text."""
    found = _COLLECTED.search(report)
    if not found:
        raise ValueError("callgrind says no number of instructions")
    return int(found[1]) / 1e6
