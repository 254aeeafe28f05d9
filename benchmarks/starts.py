"""What a start costs: instructions and processor time of commands, as multiples of a Python that does nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from homes import Workspace
from instructions import millions
from race import Runner, alone, race
from settled import AS_NEEDED, SIZES, Settled, settled, start_script

HEAD = (
    "| what | entries | goal | instructions, M | × `python -c pass` | processor time, × `python -c pass` | reached |\n"
    "|---|---:|---|---:|---:|---:|---|"
)
PASS = (sys.executable, "-c", "pass")
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA journal_mode = TRUNCATE",
)
"""Those of a journal: carelog.journal.storage.database."""
_FLOOR = """
import {module} as sqlite
import sys
connection = sqlite.connect(sys.argv[1], isolation_level=None)
for pragma in {pragmas}:
    connection.execute(pragma)
connection.execute("CREATE TABLE IF NOT EXISTS moods (mood INTEGER, note TEXT)")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO moods VALUES (4, 'hi')")
connection.execute("COMMIT")
connection.close()
"""


class Unit(Enum):
    """What a goal is a multiple of: what `python -c pass` takes of it."""

    INSTRUCTIONS = "instructions"
    PROCESSOR_TIME = "processor time"


@dataclass(frozen=True, slots=True)
class Goal:
    """At most so many times what `python -c pass` takes."""

    most: float
    unit: Unit = Unit.INSTRUCTIONS

    def __str__(self) -> str:
        return f"≤ {self.most:g} of {self.unit.value}"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line of carelog, and its goal in a new journal, or `everywhere`."""

    shown: str
    words: tuple[str, ...]
    goal: Goal | None = None
    everywhere: bool = False
    env: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StartRow:
    """One row of the table. `counted` and `floor` are millions of instructions, None where nothing counts them."""

    what: str
    entries: int | None
    goal: Goal | None
    counted: float | None
    floor: float | None
    cpu: float

    @property
    def counted_times(self) -> float | None:
        """The instructions as a multiple of those of a Python that does nothing."""
        return self.counted / self.floor if self.counted and self.floor else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal was reached; None without one, and where nothing counts what it is about."""
        if self.goal is None:
            return None
        times = self.cpu if self.goal.unit is Unit.PROCESSOR_TIME else self.counted_times
        return None if times is None else times <= self.goal.most

    def __str__(self) -> str:
        entries = "" if self.entries is None else f"{self.entries:,}"
        counted = "–" if self.counted is None else f"{self.counted:.1f}"
        times = "–" if self.counted_times is None else f"{self.counted_times:.2f}"
        verdict = {True: "yes", False: "**no**", None: "not counted" if self.goal else ""}[self.reached]
        return f"| {self.what} | {entries} | {self.goal or ''} | {counted} | {times} | {self.cpu:.2f} | {verdict} |"


_TAB_OF_BASH = {"_CARELOG_COMPLETE": "complete_bash", "_CARELOG_LINE": "carelog done wa", "_CARELOG_WORD": "wa"}
_OF_A_MOOD = Goal(2.0, Unit.PROCESSOR_TIME)
COMMANDS = (
    Command("`carelog crisis`", ("crisis",)),
    Command("`carelog mood 4 hi`", ("mood", "4", "hi"), _OF_A_MOOD, everywhere=True),
    Command("`carelog note hi`", ("note", "hi")),
    Command("`carelog due`", ("due",), Goal(9.5)),
    Command("`carelog today`", ("today",), Goal(11)),
    Command(f"`carelog done {AS_NEEDED}`", ("done", AS_NEEDED)),
    Command("one TAB for the name of a routine, as the script of bash asks", (), Goal(10), env=_TAB_OF_BASH),
    Command("`carelog --version`", ("--version",), Goal(1.7)),
    Command("`carelog --help`", ("--help",)),
)
BY_SIZE = (("mood",), ("note",), ("due",), ("today",))
"""How command lines begin that are measured in large journals too."""


def starts(workspace: Workspace, rounds: int) -> Iterator[StartRow]:
    """The floor, the commands in a new journal, and some of them in large ones."""
    runner = Runner(PASS, workspace.env())
    alone(runner, 1)
    floor = millions(runner)
    yield StartRow("`python -c pass`", None, None, floor, floor, 1.0)
    for name, module in {"SQLite's own part": "_sqlite3", "`sqlite3`": "sqlite3"}.items():
        what = f"that with {name}, carelog's pragmas, and one row that is committed to the disk"
        yield _measured(what, None, _floor(workspace, module), floor, rounds)
    for size in SIZES:
        home = settled(workspace, size)
        for command in COMMANDS:
            if size == SIZES[0] or command.words[:1] in BY_SIZE:
                yield _row(workspace, command, home, floor, rounds)


def floor_program(module: str) -> str:
    """A Python program that keeps a mood in the file it is given, through `sqlite3` or the part of it in C."""
    return _FLOOR.format(module=module, pragmas=PRAGMAS)


def _floor(workspace: Workspace, module: str) -> Runner:
    words = (sys.executable, "-c", floor_program(module), str(workspace.folder / f"{module}.db"))
    return Runner(words, workspace.env())


def _row(workspace: Workspace, command: Command, home: Settled, floor: float | None, rounds: int) -> StartRow:
    runner = Runner((start_script(workspace), *command.words), {**home.env, **command.env})
    row = _measured(command.shown, home.entries, runner, floor, rounds)
    return replace(row, goal=command.goal) if command.everywhere or home.size == SIZES[0] else row


def _measured(what: str, entries: int | None, runner: Runner, floor: float | None, rounds: int) -> StartRow:
    idle = Runner(PASS, runner.env)
    ratio = race(runner, idle, max(rounds // 4, 5)).cpu  # first, because it warms up
    return StartRow(what, entries, None, millions(runner), floor, ratio)
