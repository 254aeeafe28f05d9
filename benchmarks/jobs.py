"""carelog against journals, to-do lists and calendars for the terminal, in the jobs that they share with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from homes import Workspace
from instructions import millions
from others import Job, others
from race import Runner, Times, alone, race
from records import records_of
from settled import SIZES, folder_of_other_programs, settled, start_script

from carelog.clock import system_clock

HEAD = (
    "| job | records | program | processor time, ms | × carelog | instructions, M | runs | goal | reached |\n"
    "|---|---:|---|---:|---:|---:|---:|---|---|"
)
CARELOG = {
    Job.NOTE: ("note", "hi"),
    Job.NEWEST: ("log", "-n", "20"),
    Job.DUE: ("due",),
}
GOALS = {(Job.NOTE, "10,000", "jrnl"): 30.0}
"""How many times what carelog takes a program has to take at least."""

_MOST_COUNTED = 400
"""Milliseconds above which the instructions of a program are not counted: valgrind takes fifty times as long."""
_LONGEST = 10_000
"""Milliseconds that a program may take in all its runs; it runs three times at least."""


@dataclass(frozen=True, slots=True)
class JobRow:
    """One row of the table: `times` is a program's processor time as a multiple of carelog's; carelog has none."""

    job: Job
    records: int
    program: str
    cpu: Times
    times: float | None = None
    counted: float | None = None
    goal: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the other program takes at least so many times what carelog takes; None without a goal."""
        return None if self.goal is None or self.times is None else self.times >= self.goal

    def __str__(self) -> str:
        took, runs = median(self.cpu.cpu), len(self.cpu.cpu)
        times = "" if self.times is None else f"{self.times:.{2 if self.times < 1 else 1 if self.times < 10 else 0}f}"
        counted = "–" if self.counted is None else f"{self.counted:,.0f}"
        goal = "" if self.goal is None else f"≥ {self.goal:g} × carelog"
        verdict = {True: "yes", False: "**no**", None: ""}[self.reached]
        what = f"{self.job.value} | {self.records:,} | {self.program}"
        return f"| {what} | {took:.1f} | {times} | {counted} | {runs} | {goal} | {verdict} |"


def jobs(workspace: Workspace, rounds: int) -> Iterator[JobRow]:
    """Each job in a new journal, in one of 10,000 entries and in one of 200,000."""
    for size in SIZES:
        home, now = settled(workspace, size), system_clock().now().local
        records = records_of(home.paths, now)
        there = [*others(folder_of_other_programs(workspace, size), records)]
        for job, words in CARELOG.items():
            ours = Runner((start_script(workspace), *words), home.env)
            yield JobRow(job, len(records), "carelog", alone(ours, max(rounds // 4, 5)), counted=millions(ours))
            for other in there:
                if job in other.jobs:
                    theirs = Runner(other.jobs[job], {**home.env, **other.env})
                    row = JobRow(job, len(records), other.name, Times(), goal=GOALS.get((job, size, other.name)))
                    yield _raced(row, ours, theirs, rounds)


def _raced(row: JobRow, ours: Runner, theirs: Runner, rounds: int) -> JobRow:
    alone_ms = alone(theirs, 1).cpu[0]
    run = race(ours, theirs, max(3, min(rounds // 5, round(_LONGEST / alone_ms))))
    counted = millions(theirs) if alone_ms <= _MOST_COUNTED else None
    return replace(row, cpu=run.theirs, times=1 / run.cpu, counted=counted)
