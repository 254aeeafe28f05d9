"""Running programs under strace, to list their system calls and to inject a fault into one of them.

A sweep runs a program once to list the calls by which it changes its home, and then once per call and fault from the
same start: instead of the call the program is killed, or gets EIO or ENOSPC. A sweep that is not thorough gives each
call only one fault, in turn, and takes a sample of the calls if there are many.
"""

import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from itertools import product
from pathlib import Path

import pytest

from reliability.forked import run_forked
from support.command import Result, environment

CHANGING = (
    *("openat", "mkdir", "mkdirat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate"),
    *("unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "chmod", "fchmod"),
)
"""System calls that change files or make changes durable; `openat` counts only if it can write."""

WRITING_FLAGS = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC)\b")
AT_ONCE = 2
SOME = 40
"""The most calls that are disturbed by a sweep that is not thorough."""


class Fault(Enum):
    """What happens instead of a call."""

    KILLED = "signal=SIGKILL"
    BROKEN = "error=EIO"
    FULL = "error=ENOSPC"


@dataclass(frozen=True, slots=True)
class Call:
    """A system call, its number among the program's calls of that name, from 1, and its line in strace's output."""

    name: str
    number: int
    shown: str

    @property
    def is_answer(self) -> bool:
        """Whether it writes to standard output."""
        return self.name == "write" and re.match(r"\w+\(1[<,]", self.shown) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """The exit code of a program (minus the signal that ended it, if any), its output and its calls."""

    exit_code: int
    stdout: str
    stderr: str
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disturbed:
    """A run in which one call was replaced by a fault, and the home it left behind."""

    call: Call
    fault: Fault
    home: Path
    run: Run

    def __str__(self) -> str:
        return f"{self.fault.name} at {self.call.shown}: exit {self.run.exit_code}, {self.run.stderr or 'no words'}"


def strace(log: Path, *options: str) -> list[str]:
    """The words before a command that list its system calls in `log`; on macOS, which has no strace, the test skips.

    `--seccomp-bpf`, which lets all other calls pass without a stop, is for watching alone: a test that lets calls fail
    failed with it and passes without, and why is not known.
    """
    if sys.platform == "darwin":
        pytest.skip("strace is for Linux alone")
    return ["strace", "-f", "-o", str(log), *options]


def watched(program: Sequence[str], home: Path, names: Sequence[str], extra: Sequence[str] = ()) -> Run:
    """Run a program in a home and list its calls and those of its children; `{home}` in its arguments is the home."""
    log = home.with_name(f"{home.name}.strace")
    program = [word.replace("{home}", str(home)) for word in program]
    known = ",".join(f"?{name}" for name in names)
    options = ("-y", "-s", "200", "-e", f"trace={known}", *extra)
    done = traced(program, strace(log, *options), {"CARELOG_HOME": str(home)})
    return Run(done.exit_code, done.stdout, done.stderr, logged(log))


def logged(log: Path) -> tuple[str, ...]:
    """The lines of strace without the number of the process."""
    return tuple(line.partition(" ")[2].strip() for line in log.read_text("utf-8", "replace").splitlines())


def traced(program: Sequence[str], tracer: Sequence[str], env: Mapping[str, str]) -> Result:
    """Run a program in a child of one that has imported carelog, with strace at it from before its first call on."""
    with ExitStack() as ended:
        return run_forked(program, environment(env), watch=lambda process: _attach(tracer, process, ended))


def _attach(tracer: Sequence[str], process: int, ended: ExitStack) -> None:
    """Watch a process from now on; at the end, wait for the tracer."""
    command = [*tracer, "-p", str(process)]
    watching = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    ended.enter_context(watching)
    ended.callback(watching.communicate)
    assert watching.stderr
    said = ""
    while not said.endswith(f"{process} attached\n"):
        said += (line := watching.stderr.readline())
        assert line, f"strace ended: {said}"


def changing_calls(program: Sequence[str], home: Path) -> list[Call]:
    """The calls by which a program changes its home or prints its answer, in order."""
    run = watched(program, home, CHANGING)
    assert run.exit_code == 0, run.stderr
    return changing(run.calls, home)


def changing(lines: Sequence[str], home: Path) -> list[Call]:
    """Those of the lines of strace that change the home or print the answer."""
    counts: dict[str, int] = {}
    calls = []
    for line in lines:
        name = line.partition("(")[0]
        counts[name] = counts.get(name, 0) + 1
        call = Call(name, counts[name], line.replace(str(home), "HOME"))
        if call.is_answer or ("HOME" in call.shown and (name != "openat" or WRITING_FLAGS.search(call.shown))):
            calls.append(call)
    return calls


def sweep(
    program: Sequence[str],
    start: Path,
    faults: Sequence[Fault],
    *,
    thorough: bool,
    answer: bool = True,
    ready: Callable[[Path], None] = lambda _: None,
) -> Iterator[Disturbed]:
    """Run a program once for each of its changing calls and each fault, every time from a copy of `start`.

    `start` need not exist: the program then begins without a home. Without `answer` its printing is not disturbed.
    `ready` gets each copy before it.
    """
    calls = [call for call in changing_calls(program, _copied(start, "first", ready)) if answer or not call.is_answer]
    assert calls, "the program changes nothing"
    if not thorough and len(calls) > SOME:
        calls = [calls[place] for place in sorted(random.sample(range(len(calls)), SOME))]

    def disturb(number: int, call: Call, fault: Fault) -> Disturbed:
        home = _copied(start, f"{fault.name.lower()}-{number}", ready)
        injection = f"inject={call.name}:{fault.value}:when={call.number}"
        run = watched(program, home, [call.name], ["-e", injection])
        met = [line for line in run.calls if "(INJECTED)" in line]
        if fault is Fault.KILLED:
            assert run.exit_code == -signal.SIGKILL, f"not killed at {call.shown}: {run}"
        else:
            assert len(met) == 1, f"{call.shown} did not fail: {run}"
            assert call.is_answer or str(home) in met[0], f"another call failed than {call.shown}: {met}"
        return Disturbed(call, fault, home, run)

    with ThreadPoolExecutor(AT_ONCE) as runs:
        first = random.randrange(len(faults))
        every = product(enumerate(calls), faults)
        one_each = ((each, faults[(first + each[0]) % len(faults)]) for each in enumerate(calls))
        numbered = ((number, call, fault) for (number, call), fault in (every if thorough else one_each))
        for disturbed in runs.map(lambda each: disturb(*each), numbered):
            yield disturbed
            shutil.rmtree(disturbed.home, ignore_errors=True)


def _copied(start: Path, name: str, ready: Callable[[Path], None]) -> Path:
    home = start.with_name(f"{start.name}-{name}")
    if start.exists():
        shutil.copytree(start, home)
    ready(home)
    return home
