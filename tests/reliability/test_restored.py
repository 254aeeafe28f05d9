"""The restore drill: a journal is backed up, the home is deleted, the backup is restored, and nothing differs."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from carelog.clock import fixed_clock
from carelog.exchange.serializers.full_copy_json import write_full_copy
from carelog.journal import Journal
from carelog.paths import Paths
from reliability.faults import NOW
from reliability.kept import rows
from support.command import Command
from support.journals import fill

DRILLS, FEWER_DRILLS = 100, 30
LETTERS = "abc äß 😀 نص שלום 日本 \u0301'\"\\%\n\t0123"


def live(journal: Journal, chance: Random) -> None:
    """Fill a journal with texts of many scripts; some entries are private, some deleted again."""
    fill(journal, "".join(chance.choices("abcxyz", k=8)))
    for _ in range(chance.randint(0, 60)):
        note = "".join(chance.choices(LETTERS, k=chance.randint(1, 400))).strip() or "x"
        entry = journal.entries.add(chance.choice([None, 1, 2, 3, 4, 5]), note, private=chance.random() < 0.2)
        if chance.random() < 0.2:
            journal.entries.remove(entry.id)


def copied(home: Path) -> bytes:
    """The full copy of a journal."""
    with Journal.open(Paths.inside(home), fixed_clock(NOW), to_write=False) as journal:
        return write_full_copy(journal, private=True)


@pytest.mark.slow
def test_a_restored_journal_is_the_one_that_was_backed_up_every_time(
    isolated: Path,
    now: Callable[[str], None],
    seed: int,
    carelog: Command,
    account: Callable[..., None],
    thorough: bool,
) -> None:
    now(NOW)
    drills, identical = DRILLS if thorough else FEWER_DRILLS, 0
    for number in range(drills):
        home, stick = isolated / f"home-{number}", isolated / f"stick-{number}"
        with Journal.open(Paths.inside(home), fixed_clock(NOW)) as journal:
            live(journal, Random(f"{seed} {number}"))
        before = rows(home), copied(home), (home / "card.txt").read_bytes()
        assert carelog("backup", str(stick), env={"CARELOG_HOME": str(home)}).exit_code == 0
        shutil.rmtree(home)
        [backup] = stick.iterdir()
        assert carelog("restore", str(backup), "--yes", env={"CARELOG_HOME": str(home)}).exit_code == 0
        assert (rows(home), copied(home)) == before[:2]
        assert _without_revision((home / "card.txt").read_bytes()) == _without_revision(before[2])
        identical += 1
        shutil.rmtree(home)
        shutil.rmtree(stick)
    account("restore drill", drills=drills, identical=identical, seed=seed)


def _without_revision(card: bytes) -> list[bytes]:
    """The lines of a card without its revision and checksum: a restored journal counts its changes anew."""
    return [line for line in card.splitlines() if not line.startswith((b"revision", b"card", b"end", b"whole"))]
