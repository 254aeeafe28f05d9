"""The programs that carelog is held against: where they are, and what is typed for a job that they share with it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from records import Record, write_events, write_jrnl, write_tasks, write_todos


class Job(Enum):
    """What several programs do."""

    NOTE = "note one"
    NEWEST = "the newest twenty"
    DUE = "what is due today"


@dataclass(frozen=True, slots=True)
class Other:
    """A program with its own files: what is typed for each job that it has, and what its environment has besides."""

    name: str
    jobs: Mapping[Job, Sequence[str]]
    env: Mapping[str, str] = field(default_factory=dict)


_JRNL = """colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {folder}/jrnl.txt}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %r'
version: '{version}'
"""
_TODOMAN = 'path = "{folder}/todos/*"\ndefault_list = "list"\ncache_path = "{folder}/todos.cache"\n'
_KHAL = """[calendars]
[[calendar]]
path = {folder}/events
[sqlite]
path = {folder}/events.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = calendar
"""
_TASKWARRIOR = "data.location={folder}/tasks\nconfirmation=off\nnews.version={version}\n"
_NEWEST_DONE = ("rc.report.completed.sort=entry-", "completed", "limit:20")


def others(folder: Path, records: Sequence[Record]) -> Iterator[Other]:
    """Each program that is here, with these records in its own files below a folder."""
    for name, make in _MAKE.items():
        if version_of(name):
            yield make(folder, records)


def version_of(name: str) -> str:
    """The version of a program, or nothing if it is not here."""
    if name != "taskwarrior":
        try:
            return version(name)
        except PackageNotFoundError:
            return ""
    program = shutil.which("task")
    return version_of_task(program) if program else ""


def version_of_task(program: str) -> str:
    """The version of Taskwarrior, or nothing: another program is called `task` too."""
    done = subprocess.run([program, "rc:/dev/null", "version"], capture_output=True, text=True, check=False)
    found = re.search(r"task (\d+(?:\.\d+)+)", done.stdout) if "askwarrior" in done.stdout else None
    return found[1] if found else ""


def about_others() -> list[str]:
    """Which programs are here, and a line for each that is not."""
    there = {name: version_of(name) for name in _MAKE}
    missing = [name for name, found in there.items() if not found]
    here = ", ".join(f"{name} {found}" for name, found in there.items() if found)
    lines = [f"* {here}"] if here else []
    return [*lines, *(f"* {name} is left out: it is not installed here ({_HOW[name]})" for name in missing)]


def _jrnl(folder: Path, records: Sequence[Record]) -> Other:
    write_jrnl(folder / "jrnl.txt", records)
    config = folder / "jrnl.yaml"
    config.write_text(_JRNL.format(folder=folder, version=version("jrnl")))
    start = (_beside("jrnl"), "--config-file", str(config))
    return Other("jrnl", {Job.NOTE: (*start, "hi."), Job.NEWEST: (*start, "-n", "20", "--format", "short")})


def _todoman(folder: Path, records: Sequence[Record]) -> Other:
    write_todos(folder / "todos" / "list", records)
    config = folder / "todoman.py"
    config.write_text(_TODOMAN.format(folder=folder))
    start = (_beside("todo"), "--config", str(config))
    return Other("todoman", {Job.NOTE: (*start, "new", "hi"), Job.DUE: (*start, "list", "--due", "24")})


def _taskwarrior(folder: Path, records: Sequence[Record]) -> Other:
    (folder / "tasks").mkdir()
    (folder / ".taskrc").write_text(_TASKWARRIOR.format(folder=folder, version=version_of("taskwarrior")))
    write_tasks(folder / "tasks.json", records)
    program, env = str(shutil.which("task")), {"HOME": str(folder)}
    subprocess.run([program, "import", str(folder / "tasks.json")], env=env, capture_output=True, check=True)
    jobs = {
        Job.NOTE: (program, "add", "hi"),
        Job.NEWEST: (program, *_NEWEST_DONE),
        Job.DUE: (program, "due:today", "list"),
    }
    return Other("taskwarrior", jobs, env)


def _khal(folder: Path, records: Sequence[Record]) -> Other:
    write_events(folder / "events", records)
    config = folder / "khal.conf"
    config.write_text(_KHAL.format(folder=folder))
    start = (_beside("khal"), "-c", str(config))
    new = (*start, "new", "12:00", "13:00", "hi")
    return Other("khal", {Job.NOTE: new, Job.DUE: (*start, "list", "today", "today")})


def _beside(program: str) -> str:
    return str(Path(sys.executable).with_name(program))


_MAKE: dict[str, Callable[[Path, Sequence[Record]], Other]] = {
    "jrnl": _jrnl,
    "todoman": _todoman,
    "taskwarrior": _taskwarrior,
    "khal": _khal,
}
_HOW = dict.fromkeys(_MAKE, "pip install '.[bench]'") | {"taskwarrior": "`taskwarrior` of most systems' packages"}
