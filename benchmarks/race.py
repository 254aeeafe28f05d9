"""Running two programs in turn, each as a whole process, and measuring time and memory."""

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
    """A program with its arguments, and its environment."""

    words: Sequence[str]
    env: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Times:
    """The runs of one program: processor time and wall time in ms, peak memory in MB."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def add(self, cpu: float, wall: float, memory: float) -> None:
        """Add one run, in seconds and MB."""
        self.cpu.append(cpu * 1000)
        self.wall.append(wall * 1000)
        self.memory.append(memory)


@dataclass(frozen=True, slots=True)
class Race:
    """The times of two programs, pair by pair."""

    ours: Times
    theirs: Times

    @property
    def cpu(self) -> float:
        """Our processor time as a multiple of the other's: the median of the pairs."""
        return median(_ratios(self.ours.cpu, self.theirs.cpu))

    @property
    def wall(self) -> float:
        """Our wall time as a multiple of the other's: the median of the pairs."""
        return median(_ratios(self.ours.wall, self.theirs.wall))

    @property
    def slow_cpu(self) -> float:
        """The 95th percentile of our processor time as a multiple of the other's."""
        return _slow(self.ours.cpu) / _slow(self.theirs.cpu)


def race(ours: Runner, theirs: Runner, rounds: int) -> Race:
    """Run two programs in turn after a few uncounted runs, swapping in each round which one begins.

    Exits when one of them fails, because a failing program is quick.
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
    """Run one program several times after one uncounted run."""
    times = Times()
    _run(runner)
    for _ in range(rounds):
        times.add(*_run(runner))
    return times


def _slow(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def _run(runner: Runner) -> tuple[float, float, float]:
    """Run a process without input or output; its processor time and wall time in seconds, its peak memory in MB."""
    nothing = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    begun = time.perf_counter()
    process = os.posix_spawn(runner.words[0], runner.words, runner.env, file_actions=nothing)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    if status:
        sys.exit(f"{' '.join(runner.words)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1000


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ours, theirs, strict=True)]
