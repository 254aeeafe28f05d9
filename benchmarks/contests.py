"""The speed goals of carelog, each as a race against another program or as a limit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from homes import CARELOG, PASSPHRASE, PEOPLE, STEPS, Workspace
from race import Race, Runner, Times, alone, race

PASS = (sys.executable, "-c", "pass")
MOOD = (str(CARELOG), "mood", "4", "hi")
PAGES = ("today", "week", "streaks", "trends", "calendar", "insights")


@dataclass(frozen=True, slots=True)
class RatioRow:
    """One row of the table: whether carelog took at most `goal` times as long as the other program.

    `slow_goal` is the same for the 95th percentiles.
    """

    question: str
    race: Race
    goal: float
    slow_goal: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the goal was reached, in processor time."""
        return self.race.cpu <= self.goal and (self.slow_goal is None or self.race.slow_cpu <= self.slow_goal)

    def __str__(self) -> str:
        ours, theirs, run = self.race.ours, self.race.theirs, self.race
        goal, cpu, wall, slow = f"≤ {self.goal:g}", f"{run.cpu:.2f}", f"{run.wall:.2f}", f"{run.slow_cpu:.2f}"
        if self.slow_goal is not None:
            goal += f", p95 ≤ {self.slow_goal:g}"
        times = f"{median(ours.cpu):.1f} | {median(theirs.cpu):.1f}"
        verdict = "yes" if self.reached else "**no**"
        return f"| {self.question} | {goal} | {times} | {cpu} | {slow} | {wall} | {len(ours.cpu)} | {verdict} |"


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One row of the table without another program: whether the median run took at most `goal` milliseconds.

    With `memory` no run may take more than that many MB either.
    """

    question: str
    times: Times
    goal: float
    memory: float | None = None

    def __str__(self) -> str:
        most, cpu = max(self.times.memory), median(self.times.cpu)
        reached = cpu <= self.goal and (self.memory is None or most <= self.memory)
        goal = f"≤ {self.goal:g} ms" + ("" if self.memory is None else f", {self.memory:g} MB")
        took = f"{cpu:.1f}" + ("" if self.memory is None else f" ({most:.0f} MB)")
        verdict = "yes" if reached else "**no**"
        return f"| {self.question} | {goal} | {took} |  |  |  |  | {len(self.times.cpu)} | {verdict} |"


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One row of the table: whether carelog took at most `goal` milliseconds more than the other program.

    Both processor time and wall time have to keep to the goal.
    """

    question: str
    race: Race
    goal: float

    def __str__(self) -> str:
        ours, theirs = self.race.ours, self.race.theirs
        more = median(one - other for one, other in zip(ours.cpu, theirs.cpu, strict=True))
        wall = median(one - other for one, other in zip(ours.wall, theirs.wall, strict=True))
        verdict = "yes" if max(more, wall) <= self.goal else "**no**"
        times = f"{median(ours.cpu):.1f} | {median(theirs.cpu):.1f}"
        return (
            f"| {self.question} | ≤ {self.goal:g} ms more | {times} | {more:.0f} ms more |  | {wall:.0f} ms more "
            f"| {len(ours.cpu)} | {verdict} |"
        )


def crisis(workspace: Workspace, rounds: int) -> Iterator[RatioRow]:
    """`crisis` against a Python interpreter that does nothing."""
    env = workspace.env(workspace.with_card())
    for name, words in {
        "carelog crisis": (str(CARELOG), "crisis"),
        "python -m carelog crisis": (sys.executable, "-m", "carelog", "crisis"),
    }.items():
        question = f"`{name}`, {PEOPLE} people and {STEPS} steps on the card, against `python -c pass`"
        yield RatioRow(question, race(Runner(words, env), Runner(PASS, env), rounds), 2.0, 2.2)


def start(workspace: Workspace, rounds: int) -> Iterator[RatioRow]:
    """`mood` against the smallest Typer program."""
    hello = (str(workspace.hello()), "4", "hi")
    for where, home in {
        "with CARELOG_HOME": "empty",
        "without it": "",
        "with a settings file": workspace.with_settings(),
    }.items():
        env = workspace.env(home)
        question = f"`carelog mood 4 hi` {where}, against a hello-world in Typer"
        yield RatioRow(question, race(Runner(MOOD, env), Runner(hello, env), rounds), 1.35)


def size(workspace: Workspace, rounds: int) -> Iterator[RatioRow]:
    """`mood` and `log` in a full journal against an empty or a short one."""
    home, entries = workspace.with_years(50)
    full, empty = workspace.env(workspace.without_signs(home)), workspace.env("new")
    question = f"`carelog mood 4 hi` with {entries:,} entries, against an empty journal"
    yield RatioRow(question, race(Runner(MOOD, full), Runner(MOOD, empty), rounds), 1.1)
    question = f"`carelog mood 4 hi` with three signs to look for in {entries:,} entries, against none"
    yield RatioRow(question, race(Runner(MOOD, workspace.env(home)), Runner(MOOD, full), rounds), 1.5)
    log = (str(CARELOG), "log", "-n", "20")
    one_year = workspace.env(workspace.with_years(1)[0])
    question = f"`carelog log -n 20` with {entries:,} entries, against one year"
    yield RatioRow(question, race(Runner(log, full), Runner(log, one_year), rounds), 1.2)


def pages(workspace: Workspace, rounds: int) -> Iterator[RatioRow]:
    """Pages about the present in a journal of fifty years, against one year with as many entries a day."""
    home, entries = workspace.with_years(50)
    year, few = workspace.with_years(1, entries / 50 / 365)
    long, short = workspace.env(home), workspace.env(year)
    for page in PAGES:
        words = (str(CARELOG), page)
        question = f"`carelog {page}` with {entries:,} entries, against {few:,}"
        yield RatioRow(question, race(Runner(words, long), Runner(words, short), max(rounds // 5, 5)), 1.5)


def long_pages(workspace: Workspace, rounds: int) -> Iterator[TimeRow]:
    """Pages that show decades."""
    home, entries = workspace.with_years(50)
    decade, fewer = workspace.with_years(10, 3)
    for words, env, many in (
        (("calendar", "--years", "50"), workspace.env(home), entries),
        (("insights", "--last", "10y"), workspace.env(decade), fewer),
    ):
        question = f"`carelog {' '.join(words)}` with {many:,} entries"
        yield TimeRow(question, alone(Runner((str(CARELOG), *words), env), max(rounds // 10, 5)), 2_000)


def documents(workspace: Workspace, rounds: int) -> Iterator[TimeRow]:
    """Packets as PDF."""
    home, entries = workspace.with_years(10, 3)
    export = (str(CARELOG), "export", "--yes", "--force", "-o", str(workspace.folder / "written.pdf"))
    thousand = workspace.day_of_entry(home, 1_000)
    for what, words, goal, memory in (
        ("four weeks for a therapist", (), 1_000, 300),
        ("1,000 entries with their notes", ("--for", "self", "--from", thousand), 3_000, 300),
        (f"{entries:,} entries with their notes", ("--for", "self", "--from", "2000-01-01"), 10_000, 1_500),
    ):
        runner = Runner((*export, *words), workspace.env(home))
        yield TimeRow(f"`carelog export` as PDF, {what}", alone(runner, max(rounds // 10, 5)), goal, memory)


def lock(workspace: Workspace, rounds: int) -> Iterator[RatioRow | DifferenceRow]:
    """`mood` in a locked journal against a plain one."""
    plain = Runner(MOOD, workspace.env("plain"))
    cached = Runner(MOOD, workspace.env(workspace.with_lock(minutes=600)))
    question = "`carelog mood 4 hi` in a locked journal whose key waits, against a plain one"
    yield RatioRow(question, race(cached, plain, rounds), 1.15)
    env = workspace.env(workspace.with_lock(minutes=0)) | {"CARELOG_PASSPHRASE_COMMAND": f"/bin/echo {PASSPHRASE}"}
    question = "`carelog mood 4 hi` in a locked journal, opened with the passphrase, against a plain one"
    yield DifferenceRow(question, race(Runner(MOOD, env), plain, max(rounds // 3, 5)), 800)


CONTESTS: dict[str, Callable[[Workspace, int], Iterator[RatioRow | TimeRow | DifferenceRow]]] = {
    "crisis": crisis,
    "start": start,
    "size": size,
    "pages": pages,
    "long": long_pages,
    "documents": documents,
    "lock": lock,
}
