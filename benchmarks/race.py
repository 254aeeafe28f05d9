"""Two programs run in turn, each as a whole process, and what that took."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

WARM_UPS = 3


@dataclass(frozen=True, slots=True)
class Runner:
    """A program as it is started: its words and the environment it finds."""

    words: Sequence[str]
    env: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Times:
    """What the runs of one program took: processor time and time on the wall in ms, and the most memory in MB."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def add(self, cpu: float, wall: float, memory: float) -> None:
        """Note one run, in seconds and MB."""
        self.cpu.append(cpu * 1000)
        self.wall.append(wall * 1000)
        self.memory.append(memory)


@dataclass(frozen=True, slots=True)
class Race:
    """Two programs' times, pair by pair."""

    ours: Times
    theirs: Times

    @property
    def cpu(self) -> float:
        """How many times the other's processor time ours takes: the median of the pairs."""
        return median(_ratios(self.ours.cpu, self.theirs.cpu))

    @property
    def wall(self) -> float:
        """The same on the wall."""
        return median(_ratios(self.ours.wall, self.theirs.wall))

    @property
    def slow_cpu(self) -> float:
        """How our slow runs compare with the other's slow runs: the 95th percentile of one over that of the other."""
        return slow(self.ours.cpu) / slow(self.theirs.cpu)

    @property
    def slow_wall(self) -> float:
        """The same on the wall."""
        return slow(self.ours.wall) / slow(self.theirs.wall)


def race(ours: Runner, theirs: Runner, rounds: int) -> Race:
    """Run two programs in turn, after a few runs that do not count, and swap who begins each round.

    Exits when one of them fails: a failing program is quick.
    """
    for runner in (ours, theirs) * WARM_UPS:
        _run(runner)
    result = Race(Times(), Times())
    for number in range(rounds):
        pair = [(ours, result.ours), (theirs, result.theirs)]
        for runner, times in pair if number % 2 else reversed(pair):
            times.add(*_run(runner))
    return result


def alone(runner: Runner, rounds: int) -> Times:
    """Run one program several times, after one run that does not count."""
    times = Times()
    _run(runner)
    for _ in range(rounds):
        times.add(*_run(runner))
    return times


def slow(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def _run(runner: Runner) -> tuple[float, float, float]:
    """Start a process that reads and shows nothing; its processor and wall time in seconds, its memory in MB."""
    nothing = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1)]
    begun = time.perf_counter()
    process = os.posix_spawn(runner.words[0], runner.words, runner.env, file_actions=nothing)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    if status:
        sys.exit(f"{' '.join(runner.words)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1000


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ours, theirs, strict=True)]
