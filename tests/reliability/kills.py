"""A journal whose writers are killed over and over: `python kills.py FOLDER KILLS SEED [locked]`.

A writer adds, edits and deletes entries and acknowledges each change after the call has returned. It is killed at a
random moment: one in four within 30 ms of its start, while it makes the home, opens it or recovers from the last kill;
the others within 30 ms of their first acknowledged change, during the next ones. Then the journal is opened again and
has to hold every acknowledged change. The last line on standard output counts everything, as JSON.
"""

import itertools
import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from carelog.domain.entry import Entry
from carelog.errors import NotFound
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths
from carelog.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1]))
from support.locks import lock_home

LONGEST_LIFE, PATIENCE = 0.03, 30
"""Seconds; on an idle machine opening takes one or two milliseconds and a change about one."""
KILLS_PER_HOME, KILLS_PER_LOOK = 100, 20
WORDS = "a walk in the rain, soup, and an hour with the radio; "


def content(version: int) -> dict[str, Any]:
    """The content of an entry in a version: every field depends on it, so that a mixture is detected."""
    return {
        "mood": version % 5 + 1,
        "note": f"{version}: {WORDS * (version % 7 * version % 40)}".strip(),
        "feelings": (f"feeling {version}",),
        "tags": (f"tag{version}", "all"),
    }


def version_of(entry: Entry) -> int:
    """The version of an entry; fails when its fields are of different versions."""
    version = int(entry.note.split(":")[0])
    for name, value in content(version).items():
        assert getattr(entry, name) == value, f"half an entry: {entry.id} of version {version}"
    return version


@dataclass
class Acknowledged:
    """What the writers of one home acknowledged: the version of every live entry, deleted ids, and the last change."""

    versions: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    last: str = "nothing"

    def read(self, output: str) -> int:
        """Take in the output of one writer until it was killed, and return its number of changes."""
        changes = [line.split() for line in output.splitlines(keepends=True) if line.endswith("\n")]
        for what, entry_id, version in changes:
            self.last = what
            if what == "gone":
                self.gone.add(entry_id)
                self.versions.pop(entry_id, None)
            else:
                self.versions[entry_id] = int(version)
        return len(changes)


def write(home: Path, voice: int, version: int, chance: random.Random) -> NoReturn:
    """Change the journal until the process is killed, writing a line to the descriptor `voice` after each change."""
    with Journal.open(Paths.inside(home), settings=Settings()) as journal:
        mine: list[Entry] = []
        for each in itertools.count(version):
            draw = chance.random()
            if mine and draw < 0.1:
                entry = mine.pop(chance.randrange(len(mine)))
                journal.entries.remove(entry.id)
                os.write(voice, f"gone {entry.id} 0\n".encode())
                continue
            if mine and draw < 0.4:
                old = mine.pop(chance.randrange(len(mine)))
                changed = {name: getattr(old, name) for name in ("id", "at", "day")} | content(each)
                entry, what = journal.entries.edit(Entry(**changed)), "edited"
            else:
                entry, what = journal.entries.add(**content(each)), "added"
            os.write(voice, f"{what} {entry.id} {each}\n".encode())
            mine.append(entry)
    raise AssertionError("a writer never ends by itself")


def killed_writer(home: Path, version: int, chance: random.Random) -> str:
    """Start a writer, kill it at a random moment, and return its output."""
    life, early, seed = chance.uniform(0, LONGEST_LIFE), chance.random() < 0.25, chance.getrandbits(32)
    ear, voice = os.pipe()
    writer = os.fork()
    if not writer:
        try:
            os.close(ear)
            write(home, voice, version, random.Random(seed))
        finally:
            os._exit(70)
    os.close(voice)
    if not early:
        select.select([ear], [], [], PATIENCE)
    time.sleep(life)
    os.kill(writer, signal.SIGKILL)
    _, status = os.waitpid(writer, 0)
    assert os.WIFSIGNALED(status), f"the writer ended by itself, status {status}"
    with os.fdopen(ear, encoding="utf-8") as output:
        return output.read()


class Home:
    """A home whose writers are killed, and what they acknowledged."""

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.paths = Paths.inside(folder)
        if locked:  # the writers, which are forked, know the key
            lock_home(folder)
        self.acknowledged = Acknowledged()
        self.version = 1
        self.tombstones = 0

    def kill_once(self, chance: random.Random) -> int:
        """Kill one writer, check the journal against its output, and return how many changes it acknowledged."""
        before = dict(self.acknowledged.versions)
        changes = self.acknowledged.read(killed_writer(self.paths.data, self.version, chance))
        with Journal.open(self.paths, settings=Settings()) as journal:
            fresh = {each for each, version in self.acknowledged.versions.items() if before.get(each) != version}
            found = {entry.id: version_of(entry) for entry in self._written_since(journal)}
            missing = fresh - set(found) - self._deleted(journal)
            assert not missing, f"acknowledged and missing: {missing}"
            for each in fresh & set(found):
                assert found[each] >= self.acknowledged.versions[each], f"an acknowledged edit of {each} is missing"
            self._check_undo(journal, found)
            self._settle(journal, found)
        return changes

    def look_closely(self) -> None:
        """Check that every row is sound, that everything acknowledged is there, and that nothing deleted came back."""
        verify_journal(self.paths.journal)
        with Journal.open(self.paths, settings=Settings(), to_write=False) as journal:
            found = {entry.id: version_of(entry) for entry in journal.entries}
        assert found == self.acknowledged.versions
        assert not self.acknowledged.gone & set(found)

    def take_back(self) -> int:
        """Undo the last change, if there is a record of it, and check the result; return how many were undone."""
        with Journal.open(self.paths, settings=Settings()) as journal:
            record = self._undo_record(journal)
            if record is None:
                return 0
            ((_, entry_id, before),) = record
            journal.undo()
            found = {entry.id: version_of(entry) for entry in journal.entries}
            self.acknowledged.versions.pop(entry_id)
            if before is None:
                self.acknowledged.gone.add(entry_id)
            else:
                self.acknowledged.versions[entry_id] = int(before["note"].split(":")[0])
            assert found == self.acknowledged.versions
            try:
                journal.undo()
            except NotFound:
                self.acknowledged.last = "undone"
                return 1
        raise AssertionError("an undo was undone")

    def _check_undo(self, journal: Journal, found: dict[str, int]) -> None:
        """Check that the undo record belongs to the newest change, or was wiped."""
        record = self._undo_record(journal)
        if record is None:
            wiped = (
                self.acknowledged.last in ("nothing", "gone", "undone")
                or self._deleted(journal) - self.acknowledged.gone
            )
            assert wiped, f"undo forgot what came last: {self.acknowledged.last}"
            return
        ((table, entry_id, before),) = record
        newest = max({**self.acknowledged.versions, **found}.items(), key=lambda each: each[1])
        assert (table, entry_id) == ("entries", newest[0]), "undo would take back something older"
        if before is not None:
            assert int(before["note"].split(":")[0]) < newest[1]

    def _settle(self, journal: Journal, found: dict[str, int]) -> None:
        """Take over the one change that the killed writer may have made without acknowledging it."""
        known = self.acknowledged.versions
        written = {each: version for each, version in found.items() if known.get(each) != version}
        assert len(written) <= 1, "more than one change was under way"
        deleted = self._deleted(journal) - self.acknowledged.gone
        assert len(deleted) + len(written) <= 1, "more than one change was under way"
        known.update(written)
        if written:
            self.acknowledged.last = "added"
        for each in deleted:
            self.acknowledged.versions.pop(each)
            self.acknowledged.gone.add(each)
            self.acknowledged.last = "gone"
        self.version = max([self.version, *self.acknowledged.versions.values()]) + 1

    def _written_since(self, journal: Journal) -> list[Entry]:
        return [entry for entry in journal.entries if int(entry.note.split(":")[0]) >= self.version]

    def _deleted(self, journal: Journal) -> set[str]:
        rows = journal._store.connection.execute("SELECT id, note FROM entries WHERE deleted_at IS NOT NULL")
        deleted = dict(map(tuple, rows))
        assert not any(deleted.values()), "a deleted entry kept its words"
        return set(deleted)

    @staticmethod
    def _undo_record(journal: Journal) -> list[tuple[str, str, Any]] | None:
        rows = journal._store.connection.execute("SELECT table_name, row_id, before FROM undo")
        return [(table, row_id, json.loads(before or "null")) for table, row_id, before in rows] or None


def main(folder: Path, kills: int, seed: int, *, locked: bool) -> None:
    """Kill this many writers, with a new home every hundred kills."""
    chance, account, home = random.Random(seed), Counter[str](), Home(folder)
    started = time.monotonic()
    for number in range(kills):
        if number % KILLS_PER_HOME == 0:
            home = Home(folder / str(number // KILLS_PER_HOME), locked=locked)
        changes = home.kill_once(chance)
        account += Counter(kills=1, acknowledged=changes, kills_after_a_change=bool(changes))
        if number % KILLS_PER_LOOK == KILLS_PER_LOOK - 1:
            home.look_closely()
            account += Counter(close_looks=1, undone=home.take_back())
    figures = {"seed": seed, "seconds": round(time.monotonic() - started, 1), **account}
    sys.stdout.write(f"{json.dumps(figures)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), locked="locked" in sys.argv[4:])
