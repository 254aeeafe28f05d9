"""Several writers at once: each waits for the others, none is refused, and nothing is lost."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.crisis.card import parse
from reliability.kept import next_command, rows
from reliability.strace import strace

WRITERS, HOMES, FEWER_HOMES, SECONDS = 4, 20, 8, 120


def together(programs: list[list[str]]) -> list[str]:
    """Start programs at once, wait for all and return their outputs; fails if one prints an error."""
    running = [
        subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for program in programs
    ]
    ended = [each.communicate(timeout=SECONDS) for each in running]
    assert [(each.returncode, complaint) for each, (_, complaint) in zip(running, ended, strict=True)] == [
        (0, "")
    ] * len(programs)
    return [said for said, _ in ended]


def entries(home: Path) -> set[str]:
    return {row_id for table, row_id in rows(home) if table == "entries"}


@pytest.mark.slow
def test_four_writers_who_start_together_with_no_journal_lose_nothing(
    home: Path, program: Callable[..., list[str]], account: Callable[..., None]
) -> None:
    started = time.monotonic()
    said = together([program("programs", "writes", "500")] * WRITERS)
    told = {row_id for each in said for row_id in each.split()}
    assert len(told) == WRITERS * 500
    assert entries(home) == told
    assert next_command(home) == []
    account("four writers", entries=len(told), seconds=round(time.monotonic() - started, 1))


def test_four_commands_at_once_are_all_noted_and_the_day_is_backed_up(home: Path) -> None:
    together([[sys.executable, "-m", "carelog", "mood", "4", f"writer {number}"] for number in range(WRITERS)])
    assert len(entries(home)) == WRITERS
    assert list((home / "backups").glob("journal-*.db"))
    assert next_command(home) == []


@pytest.mark.slow
def test_a_command_that_was_overtaken_while_it_wrote_the_card_writes_it_again(home: Path) -> None:
    command = [sys.executable, "-m", "carelog", "contact", "add"]
    held_up = strace(home.parent / "calls", "-e", "inject=rename:delay_enter=5s:when=1")
    together([[sys.executable, "-m", "carelog", "mood", "4"]])
    with subprocess.Popen([*held_up, *command, "Sam", "--crisis", "1"], stdout=subprocess.DEVNULL) as overtaken:
        while overtaken.poll() is None and not list(home.glob(".card.txt.*.new")):
            time.sleep(0.01)
        together([[*command, "Alex", "--crisis", "2"]])
        assert people_on_card(home) == ["Sam", "Alex"]
        assert overtaken.poll() is None, "nobody was overtaken"
    assert people_on_card(home) == ["Sam", "Alex"]


@pytest.mark.slow
def test_people_added_at_once_are_all_on_the_card_when_the_last_command_ends(home: Path) -> None:
    for turn in range(5):
        names = [f"Person {turn} {number}" for number in range(WRITERS)]
        command = [sys.executable, "-m", "carelog", "contact", "add"]
        together([[*command, name, "--phone", "112", "--crisis", "1"] for name in names])
        assert set(names) <= set(people_on_card(home))


def people_on_card(home: Path) -> list[str]:
    card = parse((home / "card.txt").read_bytes())
    assert card.whole
    return [person.name for person in card.people]


@pytest.mark.slow
def test_many_first_commands_at_once_begin_one_journal(
    isolated: Path, monkeypatch: pytest.MonkeyPatch, thorough: bool
) -> None:
    command = [sys.executable, "-m", "carelog", "contact", "add"]
    for turn in range(HOMES if thorough else FEWER_HOMES):
        home = isolated / f"begun-{turn}"
        monkeypatch.setenv("CARELOG_HOME", str(home))
        together([[*command, f"Person {number}", "--crisis", "1"] for number in range(6)])
        assert next_command(home) == []
        assert len([each for table, each in rows(home) if table == "contacts"]) == 6
