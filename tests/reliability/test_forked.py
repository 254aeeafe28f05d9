"""A command that begins in a child of a process that has imported carelog does what one of its own does."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.forked import run_forked
from reliability.strace import CHANGING, changing, changing_calls, logged, strace
from support.command import Command, environment

COMMANDS = (("log",), ("mood", "nine"), ("no-such-command",), ("crisis", "--country", "DE"), ("--version",), ())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_it_says_the_same(lived_in: Path, carelog_process: Command, words: tuple[str, ...]) -> None:
    env = environment({"CARELOG_HOME": str(lived_in)})
    assert run_forked([sys.executable, "-m", "carelog", *words], env) == carelog_process(*words, env=env)


def test_it_changes_its_home_by_the_same_calls(lived_in: Path, isolated: Path) -> None:
    program = [sys.executable, "-m", "carelog", "mood", "4", "soup with Sam"]
    in_a_child = [call.name for call in changing_calls(program, lived_in)]
    env = environment({"CARELOG_HOME": str(lived_in), "PYTHONDONTWRITEBYTECODE": "1"})
    watch = strace(isolated / "calls", "-y", "-s", "200", "-e", f"trace={','.join(f'?{name}' for name in CHANGING)}")
    subprocess.run([*watch, *program], env=env, check=True, capture_output=True)
    on_its_own = [call.name for call in changing(logged(isolated / "calls"), lived_in)]
    assert len(in_a_child) > 10
    assert in_a_child == on_its_own


def test_what_it_raises_ends_it_as_any_other_process(program: Callable[..., list[str]], lived_in: Path) -> None:
    ended = run_forked(program("programs", "no such program"), environment({"CARELOG_HOME": str(lived_in)}))
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.endswith("KeyError: 'no such program'\n")


def test_it_can_be_without_the_rights_of_root(lived_in: Path) -> None:
    lived_in.chmod(0o000)
    command = [sys.executable, "-m", "carelog", "log"]
    ended = run_forked(command, environment({"CARELOG_HOME": str(lived_in)}), without_rights=True)
    lived_in.chmod(0o700)
    assert ended.exit_code == 4
    assert ended.stderr.endswith(f"To open it to you: chmod u+rwX {lived_in}\n")
