"""A program that keeps two folders the same as Syncthing does: `python synchroniser.py ONE OTHER SEED [everything]`.

It copies to a temporary file and renames that; of a file that was changed on both sides the older one becomes a
conflict copy; it carries removals and modes over; it looks whether a file has changed since it was read, and a moment
later replaces it. Sometimes it changes modes, leaves a temporary file, or takes a file away and brings it again. Unless
it has to copy everything, it leaves out the rollback journal, as the documentation says. It runs until standard input
ends, and prints what it did as JSON.
Source: docs.syncthing.net/users/syncing.
"""

import json
import os
import random
import select
import shutil
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Self

UNFINISHED, ROLLBACK = (".new", ".tmp"), "-journal"
State = tuple[int, int, bytes]
"""The date in nanoseconds, the size and the head of a file: the head of a database counts its changes."""


class Synchroniser:
    """Two folders, and the state of each file when both were the same last."""

    def __init__(self, one: Path, other: Path, seed: int, left_out: tuple[str, ...]) -> None:
        self.folders = (one, other)
        self.left_out = left_out
        self.chance = random.Random(seed)
        self.same: dict[str, tuple[State | None, State | None]] = {}
        self.done: Counter[str] = Counter()

    def look(self) -> None:
        """Bring every file that was changed on one side to the other, in any order."""
        names = list({*self.same, *(name for folder in self.folders for name in names_in(folder, self.left_out))})
        self.chance.shuffle(names)
        for name in names:
            with suppress(FileNotFoundError):  # it went away meanwhile; the next look sees it
                self.bring(name)

    def bring(self, name: str) -> None:
        one, other = (folder / name for folder in self.folders)
        now, before = (state_of(one), state_of(other)), self.same.get(name, (None, None))
        changed = [now[side] != before[side] for side in (0, 1)]
        if all(changed) and all(now) and one.read_bytes() != other.read_bytes():
            older = min((0, 1), key=lambda side: now[side] or ())
            self.keep_as_conflict(self.folders[older] / name)
            self.replace(self.folders[1 - older] / name, self.folders[older] / name, None)
        elif changed[0] and not changed[1]:
            self.replace(one, other, now[1])
        elif changed[1] and not changed[0]:
            self.replace(other, one, now[0])
        after = (state_of(one), state_of(other))
        is_same = not any(after) or (all(after) and one.read_bytes() == other.read_bytes())
        self.same[name] = after if is_same and after == (state_of(one), state_of(other)) else before

    def keep_as_conflict(self, path: Path) -> None:
        mark = f"sync-conflict-20261123-{self.done['conflicts']:06d}-ABCDEFG"
        path.rename(path.with_name(f"{path.stem}.{mark}{path.suffix}"))
        self.done["conflicts"] += 1

    def replace(self, source: Path, target: Path, seen: State | None) -> None:
        """Put a copy of a file in the place of another, or take the other away, unless that changed since `seen`."""
        target.parent.mkdir(exist_ok=True)
        temporary = target.with_name(f".syncthing.{target.name}.tmp")
        if source.exists():
            shutil.copy2(source, temporary)
        if state_of(target) != seen:
            self.done["found changed and left"] += 1
        elif temporary.exists():
            with Held(target) as held:
                temporary.rename(target)
            self.done["replaced"] += 1
            self.done["overrun"] += held.was_changed_since(seen)
        else:
            target.unlink(missing_ok=True)
            self.done["removed"] += 1
        temporary.unlink(missing_ok=True)

    def make_mischief(self) -> None:
        """Do what such a program does now and then: another mode, a temporary file that stays, a file gone and back."""
        place = self.chance.choice(self.folders)
        path = place / self.chance.choice(["journal.db", "card.txt", "settings.toml"])
        with suppress(FileNotFoundError):
            match self.chance.randrange(3):
                case 0:
                    path.chmod(self.chance.choice([0o600, 0o644, 0o640]))
                case 1:
                    (place / f".syncthing.{path.name}.left.tmp").write_bytes(path.read_bytes()[:1000])
                case 2 if path.name != "journal.db":
                    content = path.read_bytes()
                    path.unlink()
                    time.sleep(0.01)
                    path.write_bytes(content)
            self.done["mischief"] += 1


class Held:
    """The file that a name stood for, held open while another takes the name."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self.descriptor = os.open(self.path, os.O_RDONLY) if self.path.exists() else -1
        return self

    def __exit__(self, *_: object) -> None:
        self.state = state_of(self.descriptor) if self.descriptor >= 0 else None
        if self.descriptor >= 0:
            os.close(self.descriptor)

    def was_changed_since(self, seen: State | None) -> bool:
        """Whether it was changed after it was looked at: the moment in which such a program overlooks a change."""
        return self.state != seen


def names_in(folder: Path, left_out: tuple[str, ...]) -> list[str]:
    found = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return [name for name in found if not name.endswith(left_out)]


def state_of(file: Path | int) -> State | None:
    """The state of a file, by its path or by an open descriptor; None where there is none."""
    try:
        if isinstance(file, int):
            status = os.fstat(file)
            return status.st_mtime_ns, status.st_size, os.pread(file, 100, 0)
        status = file.stat()
        with file.open("rb") as opened:
            return status.st_mtime_ns, status.st_size, opened.read(100)
    except FileNotFoundError:
        return None


def main() -> None:
    """Synchronise until standard input ends, then until nothing is left to bring."""
    left_out = UNFINISHED if sys.argv[4:] else (*UNFINISHED, ROLLBACK)
    synchroniser = Synchroniser(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), left_out)
    while not select.select([sys.stdin], [], [], synchroniser.chance.random() / 20)[0]:
        synchroniser.look()
        if synchroniser.chance.random() < 0.1:
            synchroniser.make_mischief()
    for _ in range(3):
        synchroniser.look()
    sys.stdout.write(json.dumps(synchroniser.done))


if __name__ == "__main__":
    main()
