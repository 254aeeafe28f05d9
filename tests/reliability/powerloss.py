"""Power cuts at every moment: `python -m tests.reliability.powerloss --states 10000 --seed 2026`.

Real programs are recorded, their home is rebuilt as a power cut at each call could have left it, and it is opened as
the next command would. Every acknowledged change has to be there, and none may be half done.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from carelog.crisis.card import parse  # noqa: E402 - run as a program, the tests' folder has to be found first
from carelog.journal.backup.backup_names import backups_in  # noqa: E402
from carelog.journal.backup.integrity import verify_journal  # noqa: E402
from reliability.disk import Disk, recorded  # noqa: E402
from reliability.faults import CARELOG, NOW, OLD_PAGE, lived_in  # noqa: E402
from reliability.kept import Rows, next_command, rows  # noqa: E402

Check = Callable[[Path, str], None]
Figures = Counter[str]
PROGRAM = (sys.executable, str(HERE / "programs.py"))


class Recorded:
    """A recorded program: its system calls, the home it began with, and the check after a power cut."""

    def __init__(self, folder: Path, program: tuple[str, ...], check: Callable[[Path, Path], Check]) -> None:
        start = lived_in(folder)
        (start / "page").write_bytes(OLD_PAGE)
        self.home = folder / "home"
        shutil.copytree(start, self.home)
        names = {"home": str(self.home), "backup": str(newest_backup(self.home))}
        self.calls = recorded([word.format(**names) for word in program], self.home)
        self.start = start
        self.check = check(start, self.home)

    def cut(self, states: int, chance: Random, place: Path) -> Figures:
        """Cut the power `states` times, evenly spread over the calls, and check each distinct state once."""
        changes = self.changes
        seen, figures = set[bytes](), Counter[str]()
        disk, number = Disk(self.home, self.start), 0
        for call in self.calls:
            if not disk.follow(call):
                continue
            for _ in range((number + 1) * states // changes - number * states // changes):
                home = place / "cut"
                shutil.rmtree(home, ignore_errors=True)
                home.mkdir(parents=True, mode=0o700)
                state = disk.after_a_power_cut(chance, home) + disk.output.encode()
                figures["states"] += 1
                if state not in seen:
                    seen.add(state)
                    self.check(home, disk.output)
            number += 1
        figures["different"] = len(seen)
        figures["calls"] = changes
        return figures

    @property
    def changes(self) -> int:
        """The number of calls that change what a power cut can leave."""
        disk = Disk(self.home, self.start)
        return sum(disk.follow(call) for call in self.calls)


def newest_backup(home: Path) -> Path:
    """The newest backup of a home."""
    return backups_in(home / "backups")[-1][1]


def sound(home: Path) -> None:
    """Check that the card is whole at once, and that the next command finds everything in order."""
    assert parse((home / "card.txt").read_bytes()).whole, "half a card"
    assert next_command(home) == []


def noting(start: Path, _: Path) -> Check:
    """Entries are added and edited, people change on the card: every acknowledged version is there, or a later one."""
    before = rows(start)

    def check(home: Path, output: str) -> None:
        sound(home)
        after = rows(home)
        assert before.keys() <= after.keys()
        versions = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
        for table, row_id, updated in versions:
            row = after.get((table, row_id))
            assert row is not None, "acknowledged, not there"
            assert row["updated_at"] >= int(updated), "an acknowledged edit is not there"

    return check


def restoring(start: Path, _: Path) -> Check:
    """A restore: the journal is the old one or the backup, whole; the replaced one is kept."""
    old, backup = rows(start), _rows_of(newest_backup(start))

    def check(home: Path, output: str) -> None:
        assert (home / "journal.db").exists(), "no journal at all"
        sound(home)
        now = rows(home)
        assert now in (old, backup), "half a journal"
        assert now == backup or not output, "acknowledged, not there"
        kept = [path for path in (home / "backups").glob("replaced-*.db") if _rows_of(path) == old]
        assert now == old or kept, "the replaced journal is gone"
        verify_journal(newest_backup(home))

    return check


def exporting(_: Path, done: Path) -> Check:
    """An export over an older page: the file is the old page or the new one, to the last byte."""
    new = (done / "page").read_bytes()
    assert new != OLD_PAGE

    def check(home: Path, output: str) -> None:
        sound(home)
        page = (home / "page").read_bytes()
        assert page in (OLD_PAGE, new), "half a page"
        assert page == new or not output, "acknowledged, not there"

    return check


def backing_up(start: Path, _: Path) -> Check:
    """A backup: every acknowledged one is sound."""

    def check(home: Path, output: str) -> None:
        sound(home)
        assert rows(home) == rows(start)
        for line in output.splitlines():
            assert verify_journal(home / "backups" / line)

    return check


def _rows_of(path: Path) -> Rows:
    return rows(path.parent, path.name)


EXPORT = (*CARELOG, "export", "--yes", "--force", "-o", "{home}/page")
CUTS: dict[str, tuple[tuple[str, ...], Callable[[Path, Path], Check]]] = {
    "add, edit, delete, card": ((*PROGRAM, "lives"), noting),
    "the command mood": ((*CARELOG, "mood", "4", "soup with Sam"), lambda start, done: exact(noting(start, done))),
    "backup": ((*PROGRAM, "backs-up"), backing_up),
    "restore": ((*CARELOG, "restore", "{backup}", "--yes"), restoring),
    "export as HTML": ((*EXPORT, "--format", "html"), exporting),
    "export as JSON": ((*EXPORT, "--for", "self", "--format", "json"), exporting),
}


def exact(check: Check) -> Check:
    """A check for a command that prints a sentence: once it is printed, there is one row more."""
    many: list[int] = []

    def checked(home: Path, output: str) -> None:
        check(home, "")
        now = len(rows(home))
        many.append(now)
        assert now == max(many) or not output, "acknowledged, not there"

    return checked


def cut_all(states: int, seed: int, folder: Path) -> dict[str, Figures]:
    """Cut the power in every program, equally often after every call, and count; fails if anything is lost or half."""
    lives = {name: recorded_in(folder / name.replace(" ", "-"), name) for name in CUTS}
    calls = sum(life.changes for life in lives.values())
    return {
        name: life.cut(states * life.changes // calls, Random(f"{seed} {name}"), life.home.parent)
        for name, life in lives.items()
    }


def recorded_in(place: Path, name: str) -> Recorded:
    """Record one of the programs in a folder of its own."""
    place.mkdir()
    return Recorded(place, *CUTS[name])


def main() -> None:
    """Cut the power as often as asked for, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    os.environ["CARELOG_NOW"] = NOW
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        for name, figures in cut_all(asked.states, asked.seed, Path(folder)).items():
            counts = ", ".join(f"{what} {count:,}" for what, count in figures.items())
            sys.stdout.write(f"{name}: {counts}\n")
    sys.stdout.write(f"seed {asked.seed}: none corrupt, nothing acknowledged is gone\n")


if __name__ == "__main__":
    main()
