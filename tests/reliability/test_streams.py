"""Answers that cannot be printed: a closed pipe is not an error, a full disk behind standard output is one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carelog.journal import Journal
from carelog.paths import Paths
from support.command import environment

CARELOG = [sys.executable, "-m", "carelog"]
ENTRIES = 30


@pytest.fixture
def long_journal(home: Path) -> Path:
    """A journal whose list is longer than the buffer of a pipe."""
    with Journal.open(Paths.inside(home)) as journal:
        for number in range(ENTRIES):
            journal.entries.add(mood=number % 5 + 1, note=f"{number}: " + "a long day; " * 500)
    return home


@pytest.mark.parametrize("words", [["log"], ["log", "--json"], ["log", "--plain"]], ids=" ".join)
@pytest.mark.usefixtures("long_journal")
def test_a_reader_who_has_seen_enough_is_no_error(words: list[str]) -> None:
    with subprocess.Popen(
        [*CARELOG, *words], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as listing:
        assert listing.stdout
        assert listing.stderr
        assert listing.stdout.readline()
        listing.stdout.close()
        complaint = listing.stderr.read()
    assert (listing.returncode, complaint) == (0, b"")


@pytest.mark.parametrize("words", [["--help"], ["mood", "--help"], ["--show-completion"]], ids=" ".join)
@pytest.mark.usefixtures("home")
def test_help_that_nobody_reads_is_no_error(words: list[str]) -> None:
    listening, writing = os.pipe()
    os.close(listening)
    try:
        done = subprocess.run(
            [*CARELOG, *words], env=environment(), stdout=writing, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [["mood", "4", "soup"], ["mood", "4", "soup", "--json"]], ids=" ".join)
def test_an_answer_that_cannot_be_printed_does_not_unsay_the_entry(home: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*CARELOG, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 4
    not_printed = "The answer could not be printed (No space left on device). What you asked for was done."
    assert not_printed in done.stderr
    assert "Traceback" not in done.stderr
    with Journal.open(Paths.inside(home), to_write=False) as journal:
        assert [entry.note for entry in journal.entries] == ["soup"]


@pytest.mark.parametrize("word", ["mood", "crisis", "today"])
def test_a_command_without_any_streams_ends_quietly(home: Path, word: str) -> None:
    words = [*CARELOG, word, *(["4", "soup"] if word == "mood" else [])]
    done = subprocess.run(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *words], env=environment(), check=False)
    assert done.returncode in (0, 4)
    if word == "mood":
        with Journal.open(Paths.inside(home), to_write=False) as journal:
            assert len(journal.entries) == 1
