"""A home on a file system that takes a request and stops: the card is shown, and its process ends."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from reliability.worlds import Prefix, stopped_file_system
from support.command import Result, environment

LATE = "Your people could not be read in time."
WORDS = ([], ["--all"], ["--help"], ["--json"], ["--qr"], ["--step"], ["--text-first"], ["--country", "GB"])
MANY_SECONDS = 2.5
AT_ONCE = 4
"""How many cards wait side by side: they sleep nearly all of the second."""
NOT_TRIED = "this system mounts no FUSE: the crisis card on a home that takes a request and stops was NOT tried"
Started = subprocess.Popen[str]

pytestmark = pytest.mark.slow


@pytest.fixture(params=["lookup", "open", "read"])
def stopped(request: pytest.FixtureRequest, isolated: Path) -> Iterator[tuple[Prefix, Path]]:
    """How to start a command beside a folder that stops at a request, and the folder."""
    folder = isolated / "stopped"
    folder.mkdir()
    with stopped_file_system(folder, request.param) as prefix:
        if not prefix:
            pytest.skip(NOT_TRIED)
        yield prefix, folder


@contextmanager
def started(prefix: Sequence[str], env: dict[str, str | None], *words: str) -> Iterator[Started]:
    """Start the card; whatever becomes of it, it is not waited for behind the test."""
    process = subprocess.Popen(
        [*prefix, sys.executable, "-m", "carelog", "crisis", *words],
        env=environment({**env, "PYTHONDONTWRITEBYTECODE": None}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()


def shown(prefix: Sequence[str], env: dict[str, str | None], *words: str) -> tuple[Result, float]:
    """What the card shows, and the seconds until its process has ended and nobody holds its output."""
    begun = time.monotonic()
    with started(prefix, env, *words) as process:
        out, err = process.communicate(timeout=20)
        return Result(process.returncode, out, err), time.monotonic() - begun


def homes(stopped: Path, isolated: Path, lived_in: Path) -> Iterator[tuple[str, dict[str, str | None]]]:
    """The ways in which a person's files can lie there, by name."""
    for name, path in (("link", stopped), ("link below", stopped / "below")):
        (isolated / name).symlink_to(path)
        yield name, {"CARELOG_HOME": str(isolated / name)}
    yield "the folder itself", {"CARELOG_HOME": str(stopped)}
    yield "a folder below", {"CARELOG_HOME": str(stopped / "some" / "carelog")}
    yield "a path with dots", {"CARELOG_HOME": f"{isolated}/./nothing/../stopped/carelog"}
    yield "HOME", {"CARELOG_HOME": None, "HOME": str(stopped), "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
    yield "XDG_DATA_HOME", {"CARELOG_HOME": None, "XDG_DATA_HOME": str(stopped)}
    for name in ("card.txt", "journal.db"):
        home = isolated / f"linked {name}"
        shutil.copytree(lived_in, home)
        (home / "card.txt").unlink()
        (home / name).unlink(missing_ok=True)
        (home / name).symlink_to(stopped / name)
        yield f"a link at {name}", {"CARELOG_HOME": str(home)}


def test_the_card_is_shown_and_its_process_ends_wherever_the_home_stopped(
    stopped: tuple[Prefix, Path], isolated: Path, lived_in: Path, account: Callable[..., None]
) -> None:
    prefix, folder = stopped
    (isolated / "nothing").mkdir()
    tried = [
        (name, env, words)
        for name, env in homes(folder, isolated, lived_in)
        for words in (WORDS if name == "the folder itself" else ([], ["--json"], ["--country", "GB"]))
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda one: shown(prefix, one[1], *one[2]), tried))
    for (name, _, _), (answer, seconds) in zip(tried, answers, strict=True):
        assert (name, answer.exit_code, answer.stderr) == (name, 0, "")
        assert "112" in answer.stdout or "999" in answer.stdout
        assert name == "a link at card.txt" or LATE in answer.stdout or answer.json["data"]["card"] == "late"
        assert seconds < MANY_SECONDS, name
    account("homes that stopped", shown=len(answers), slowest=f"{max(seconds for _, seconds in answers):.2f} s")


def test_settings_that_stopped_come_behind_what_is_shown_without_them(
    stopped: tuple[Prefix, Path], lived_in: Path, isolated: Path
) -> None:
    prefix, folder = stopped
    shutil.copytree(lived_in, isolated / "data" / "carelog")
    env = {"CARELOG_HOME": None, "XDG_DATA_HOME": str(isolated / "data"), "XDG_CONFIG_HOME": str(folder)}
    whole, seconds = shown(prefix, env)
    assert "+49 30 987654" in whole.stdout
    assert LATE not in whole.stdout
    assert seconds < MANY_SECONDS
    (isolated / "data" / "carelog" / "card.txt").unlink()
    answer, seconds = shown(prefix, env)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert LATE in answer.stdout
    assert seconds < MANY_SECONDS


@pytest.mark.parametrize("words", WORDS)
def test_ctrl_c_ends_the_card_at_once(stopped: tuple[Prefix, Path], words: list[str]) -> None:
    prefix, folder = stopped
    with started(prefix, {"CARELOG_HOME": str(folder)}, *words) as process:
        time.sleep(0.6)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert time.monotonic() - begun < 0.35
        assert (process.returncode, out, err) == (0, "", "")


def test_a_thread_alone_would_not_do(isolated: Path) -> None:
    """What the process of its own is for: a card that reads in a thread is shown, and its process stays."""
    start = "from carelog.crisis import place; place.are_local = lambda *_: True; "
    start += "from carelog.__main__ import run; run()"
    folder = isolated / "stopped"
    folder.mkdir()
    with stopped_file_system(folder, "lookup") as prefix:
        if not prefix:
            pytest.skip(NOT_TRIED)
        process = subprocess.Popen(
            [*prefix, sys.executable, "-c", start, "crisis"],
            env=environment({"CARELOG_HOME": str(folder)}),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        assert process.stdout.readline() == "In danger now: call 112 (Germany)\n"
        time.sleep(1.5)
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1)
    process.communicate(timeout=20)
