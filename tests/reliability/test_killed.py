"""kill -9 at random moments: every acknowledged change is there, whole, and `undo` still undoes the last one."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.kept import next_command, rows
from support.command import environment

KILLS, FEWER_KILLS, COMMANDS, SIDE_BY_SIDE, SECONDS = 2_000, 200, 60, 2, 300


@pytest.mark.slow
@pytest.mark.parametrize("home", ["plain", "locked"])
def test_no_acknowledged_change_is_lost_and_none_is_halved_by_any_kill(
    isolated: Path,
    program: Callable[..., list[str]],
    seed: int,
    account: Callable[..., None],
    home: str,
    thorough: bool,
) -> None:
    kills = KILLS if thorough else FEWER_KILLS
    writers = [
        subprocess.Popen(
            program("kills", str(isolated / str(each)), str(kills // SIDE_BY_SIDE), str(seed + each), home),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for each in range(SIDE_BY_SIDE)
    ]
    ended = [writer.communicate(timeout=SECONDS) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * SIDE_BY_SIDE, f"seed {seed}: {ended}"
    accounts = [json.loads(said) for said, _ in ended]
    for each in accounts:
        account(f"killed writers, {home}", **each)
    assert sum(each["kills"] for each in accounts) == kills
    assert sum(each["kills_after_a_change"] for each in accounts) > kills / 2, "most writers died before they wrote"


@pytest.mark.slow
def test_an_entry_that_the_shell_was_told_of_survives_a_kill_of_the_command(
    home: Path, seed: int, account: Callable[..., None]
) -> None:
    chance, told, kills = random.Random(seed), set[str](), 0
    life = seconds_of_a_command()
    for number in range(COMMANDS):
        command = subprocess.Popen(
            [sys.executable, "-m", "carelog", "mood", "4", f"number {number}", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(life * chance.uniform(0.8, 1.2))
        command.kill()
        said, complaint = command.communicate()
        assert not complaint, f"seed {seed}: {complaint}"
        kills += command.returncode < 0
        if said.endswith("}\n"):
            told.add(json.loads(said)["data"]["entry"]["id"])
        life *= 0.95 if said else 1.05  # the next kill comes nearer to the moment of the answer
    kept = {row_id for table, row_id in rows(home) if table == "entries"}
    assert next_command(home) == []
    assert told <= kept, f"seed {seed}"
    account("killed commands", seed=seed, kills=kills, entries_told=len(told), entries_kept=len(kept))


def seconds_of_a_command() -> float:
    """The duration of a command on this machine under its present load."""
    started = time.monotonic()
    for _ in range(3):
        subprocess.run([sys.executable, "-m", "carelog", "mood", "3"], check=True, capture_output=True)
    return (time.monotonic() - started) / 3
