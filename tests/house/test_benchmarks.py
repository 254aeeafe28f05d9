"""The programs that measure: what their tables say of a goal, what they leave of a page, and what is raced."""

import json
import os
import re
import stat
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest
import run as program
import settled
import starts
from homes import Workspace
from instructions import VALGRIND, in_millions, millions
from jobs import CARELOG, GOALS, Job, JobRow
from measured_page import write_into
from others import about_others, others, version_of_task
from race import Runner, Times
from records import Record, records_of, write_events, write_jrnl, write_tasks, write_todos
from starts import COMMANDS, Goal, StartRow, Unit
from tables import NAMES, TABLES, in_part

from carelog.cli.table import COMMANDS as TABLE
from carelog.journal import Journal
from carelog.settings import StartQuestion
from carelog.settings_file import load_settings
from support.command import Command, environment
from support.source import ROOT, SOURCE

PAGE = ROOT / "docs" / "benchmarks.md"
AT = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
PAST = Record(AT, "First walk, in rain; alone\\\nhome late", 4)
FROM_PYPI = {"jrnl", "khal", "todoman"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def test_a_goal_in_instructions_is_reached_missed_or_not_counted() -> None:
    goal = Goal(9.5)
    rows = [StartRow("`carelog due`", 6, goal, counted, floor, 8.1) for counted, floor in ((366, 38.6), (370, 38.6))]
    assert [str(row) for row in [*rows, StartRow("`carelog due`", 6, goal, None, None, 8.1)]] == [
        "| `carelog due` | 6 | ≤ 9.5 of instructions | 366.0 | 9.48 | 8.10 | yes |",
        "| `carelog due` | 6 | ≤ 9.5 of instructions | 370.0 | 9.59 | 8.10 | **no** |",
        "| `carelog due` | 6 | ≤ 9.5 of instructions | – | – | 8.10 | not counted |",
    ]


def test_a_goal_in_processor_time_is_judged_without_valgrind_too() -> None:
    goal = Goal(2, Unit.PROCESSOR_TIME)
    rows = [StartRow("`carelog mood 4 hi`", 10_156, goal, None, None, cpu) for cpu in (2.0, 2.01)]
    assert [str(row) for row in rows] == [
        "| `carelog mood 4 hi` | 10,156 | ≤ 2 of processor time | – | – | 2.00 | yes |",
        "| `carelog mood 4 hi` | 10,156 | ≤ 2 of processor time | – | – | 2.01 | **no** |",
    ]


def test_what_has_no_goal_is_neither_reached_nor_missed() -> None:
    assert str(StartRow("`python -c pass`", None, None, 38.5, 38.5, 1)) == (
        "| `python -c pass` |  |  | 38.5 | 1.00 | 1.00 |  |"
    )


def test_another_program_is_told_as_a_multiple_of_carelog_and_a_goal_beside_it() -> None:
    took = Times([500.0, 520.0, 510.0], [0, 0, 0], [0, 0, 0])
    rows = [
        JobRow(Job.NOTE, 10_161, "jrnl", took, times, counted, goal)
        for times, counted, goal in ((31.4, 2200.4, 30), (8.04, None, 30), (0.049, None, None))
    ]
    assert [str(row) for row in rows] == [
        "| note one | 10,161 | jrnl | 510.0 | 31 | 2,200 | 3 | ≥ 30 × carelog | yes |",
        "| note one | 10,161 | jrnl | 510.0 | 8.0 | – | 3 | ≥ 30 × carelog | **no** |",
        "| note one | 10,161 | jrnl | 510.0 | 0.05 | – | 3 |  |  |",
    ]


def test_the_goals_of_a_start_stand_beside_their_commands() -> None:
    assert {" ".join(command.words) or "TAB": command.goal for command in COMMANDS if command.goal} == {
        "mood 4 hi": Goal(2.0, Unit.PROCESSOR_TIME),
        "due": Goal(9.5),
        "today": Goal(11),
        "TAB": Goal(10),
        "--version": Goal(1.7),
    }
    assert {(Job.NOTE, "10,000", "jrnl"): 30.0} == GOALS


def test_every_command_that_is_measured_is_one() -> None:
    typed = [command.words[0] for command in COMMANDS if command.words] + [words[0] for words in CARELOG.values()]
    assert not [word for word in typed if word not in TABLE and not word.startswith("--")]


def test_the_page_has_a_place_for_every_table_and_each_head_as_it_is_now() -> None:
    page = PAGE.read_text("utf-8")
    for table in TABLES:
        begin, end = table.marks
        assert (page.count(begin), page.count(end)) == (1, 1)
        measured = page.partition(begin)[2].partition(end)[0]
        assert table.head in measured, f"python benchmarks/run.py --only {table.name} --into docs/benchmarks.md"


def test_a_table_is_replaced_and_all_else_of_the_page_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    marks = {table.name: table.marks for table in TABLES}
    write_into(page, ["| new |"], marks["instructions"])
    before, after = outside(PAGE.read_text("utf-8"), marks["instructions"]), page.read_text("utf-8")
    assert after == f"{before[0]}<!-- measured: instructions -->\n| new |\n<!-- end: instructions -->{before[1]}"


@pytest.mark.parametrize("names", [["crisis", "start"], ["instructions", "lock"]])
def test_a_page_does_not_lose_the_rows_that_were_not_asked_for(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(sys, "argv", ["run.py", "--into", str(page), "--only", *names])
    with pytest.raises(SystemExit):
        program.main()
    assert "only a part of goals is asked for, and the page would lose the rest" in capsys.readouterr().err
    assert page.read_text("utf-8") == PAGE.read_text("utf-8")


def test_a_page_without_a_place_for_a_table_is_refused_before_anything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- measured: tab -->\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["run.py", "--into", str(page), "--only", "tab"])
    with pytest.raises(SystemExit):
        program.main()
    assert f"{page} has no <!-- end: tab -->" in capsys.readouterr().err


def test_a_whole_table_is_asked_for_by_its_name_or_by_all_of_its_parts() -> None:
    [goals] = [table for table in TABLES if table.name == "goals"]
    assert in_part(NAMES) == in_part(["goals"]) == in_part(goals.parts) == []
    assert [*goals.asked(["lock", "size", "tab"])] == ["size", "lock"]


def test_a_report_of_callgrind_is_read_and_another_text_refused() -> None:
    assert in_millions("==7== Events    : Ir\n==7== Collected : 38464349\n") == 38.464349
    with pytest.raises(ValueError, match="no number of instructions"):
        in_millions("==7== Command: python -c pass\n")


@pytest.mark.skipif(VALGRIND is None, reason="nothing counts instructions here")
def test_instructions_are_the_same_from_run_to_run() -> None:
    idle = Runner(starts.PASS, environment())
    first, second = millions(idle), millions(idle)
    assert first
    assert second
    assert first == pytest.approx(second, rel=0.005)


def test_a_settled_home_is_where_an_account_has_it_and_has_answered_the_start(workspace: Workspace) -> None:
    home = settled.settled(workspace, "new")
    assert "CARELOG_HOME" not in home.env
    assert home.paths.data.is_relative_to(home.env["HOME"])
    assert home.paths.config.is_relative_to(home.env["HOME"])
    assert load_settings(home.paths).asked == frozenset(StartQuestion)
    with Journal.open(home.paths, to_write=False) as journal:
        assert {routine.name for routine in journal.routines} == {*settled.DAILY, settled.AS_NEEDED}
    assert home.entries == 0


def test_a_home_with_years_in_it_has_the_same_routines_besides_and_no_signs(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settled, "_YEARS", {"10,000": (1, 1.0)})
    home = settled.settled(workspace, "10,000")
    assert home.entries > 100
    with Journal.open(home.paths, to_write=False) as journal:
        assert {*settled.DAILY, settled.AS_NEEDED} < {routine.name for routine in journal.routines}
        assert not [*journal.signs]


def test_what_is_due_in_a_settled_home_stays_due_whatever_was_measured_before(workspace: Workspace) -> None:
    home = settled.settled(workspace, "new")
    for words in (["done", settled.AS_NEEDED], ["done", settled.AS_NEEDED], ["mood", "4", "hi"]):
        started(workspace, home, *words)
    assert sorted(started(workspace, home, "due").splitlines()) == sorted(settled.DAILY)


def test_the_start_script_imports_nothing_that_carelog_does_not(workspace: Workspace) -> None:
    home = settled.settled(workspace, "new")
    assert started(workspace, home, "--version").startswith("carelog ")
    imported = re.findall(r"^(?:import|from) (\S+)", Path(settled.start_script(workspace)).read_text(), re.MULTILINE)
    assert imported == ["sys", "carelog.__main__"]


@pytest.mark.parametrize("module", ["_sqlite3", "sqlite3"])
def test_the_floor_keeps_a_row_with_the_pragmas_of_a_journal(module: str, tmp_path: Path) -> None:
    for _ in range(2):
        words = [sys.executable, "-c", starts.floor_program(module), str(tmp_path / "floor.db")]
        assert subprocess.run(words, check=True, capture_output=True).stdout == b""
    source = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    assert not [pragma for pragma in starts.PRAGMAS if f'"{pragma}"' not in source]


def test_every_program_gets_what_a_journal_has_and_five_things_that_are_due(workspace: Workspace) -> None:
    home = settled.settled(workspace, "new")
    assert [(each.words, each.is_due) for each in records_of(home.paths, AT)] == [
        ("A moment", False),
        *((words, True) for words in settled.DAILY),
    ]
    with Journal.open(home.paths) as journal:
        journal.entries.add(mood=4, note="First walk")
    assert [(each.words, each.mood) for each in records_of(home.paths, AT)][:1] == [("First walk", 4)]


def test_todos_and_events_are_read_as_they_were_meant(tmp_path: Path) -> None:
    records = [PAST, Record(AT, settled.DAILY[0], is_due=True)]
    write_todos(tmp_path / "todos", records)
    write_events(tmp_path / "events", records)
    todos, events = components(tmp_path / "todos"), components(tmp_path / "events")
    assert [str(each["SUMMARY"]) for each in todos] == ["First walk, in rain; alone\\ home late", settled.DAILY[0]]
    assert [str(each["STATUS"]) for each in todos] == ["COMPLETED", "NEEDS-ACTION"]
    assert [each["SUMMARY"] for each in events] == [each["SUMMARY"] for each in todos]
    assert {each["DTSTART"].dt for each in events} == {each["DUE"].dt for each in todos} == {AT}


def test_tasks_are_done_but_for_those_that_are_due(tmp_path: Path) -> None:
    write_tasks(tmp_path / "tasks.json", [PAST, Record(AT, settled.DAILY[0], is_due=True)])
    done, due = json.loads((tmp_path / "tasks.json").read_text("utf-8"))
    assert (done["status"], done["end"], due["status"], due["due"]) == (
        "completed",
        "20261122T203000Z",
        "pending",
        "20261122T203000Z",
    )
    assert done["uuid"] != due["uuid"]


def test_a_journal_of_jrnl_is_one(tmp_path: Path, carelog: Command) -> None:
    write_jrnl(tmp_path / "jrnl.txt", [Record(AT, "First walk", 4), Record(AT, "In rain")])
    assert "2 entries" in carelog("import", str(tmp_path / "jrnl.txt")).stdout


def test_a_program_that_is_missing_is_left_out_with_a_line_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (
        "* taskwarrior is left out: it is not installed here (`taskwarrior` of most systems' packages)"
        in about_others()
    )
    assert "taskwarrior" not in [each.name for each in others(tmp_path, [PAST])]


def test_another_program_that_is_called_task_is_not_taken_for_taskwarrior(tmp_path: Path) -> None:
    task = tmp_path / "task"
    for script, found in (
        ("echo 3.44.0", ""),
        ("exit 1", ""),
        ("printf 'task 3.1.0 built for Linux\\nTaskwarrior may be copied\\n'", "3.1.0"),
    ):
        task.write_text(f"#!/bin/sh\n{script}\n")
        task.chmod(stat.S_IRWXU)
        assert version_of_task(str(task)) == found


def test_the_extra_brings_what_comes_from_pypi() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert {re.split(r"[\[<>=]", each)[0] for each in extras["bench"]} == FROM_PYPI | {"carelog"}


def started(workspace: Workspace, home: settled.Settled, *words: str) -> str:
    """What carelog answers to whom the home belongs."""
    command = [settled.start_script(workspace), *words]
    env = {**home.env, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def components(folder: Path) -> list[icalendar.Component]:
    """What the files of a folder hold, by name."""
    files = sorted(folder.iterdir())
    return [icalendar.Calendar.from_ical(file.read_text("utf-8")).subcomponents[0] for file in files]


def outside(page: str, marks: tuple[str, str]) -> tuple[str, str]:
    """What stands before and behind a table."""
    return page.partition(marks[0])[0], page.partition(marks[1])[2]
