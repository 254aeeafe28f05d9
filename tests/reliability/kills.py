"""A person's journal whose writer is killed over and over: `python kills.py FOLDER KILLS SEED [locked]`.

A writer adds, edits and deletes entries and says each change after the call has returned. It is killed at a
random moment: one in four within 30 ms of its start, while it makes the home, opens it or recovers from the last
kill; the others within 30 ms of the first change they have said, in the middle of the next ones. Then the journal
is opened again and has to hold what was said. The last line on standard output is the account of it, as JSON.
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
"""Seconds; opening takes one or two milliseconds of them and a change about one, where nothing else runs."""
KILLS_PER_HOME, KILLS_PER_LOOK = 100, 20
WORDS = "a walk in the rain, soup, and an hour with the radio; "


def content(version: int) -> dict[str, Any]:
    """What an entry holds in a version of it: every field tells the version, so that a mixture shows."""
    return {
        "mood": version % 5 + 1,
        "note": f"{version}: {WORDS * (version % 7 * version % 40)}".strip(),
        "feelings": (f"feeling {version}",),
        "tags": (f"tag{version}", "all"),
    }


def version_of(entry: Entry) -> int:
    """The version an entry is in; fails when it is a mixture."""
    version = int(entry.note.split(":")[0])
    for name, value in content(version).items():
        assert getattr(entry, name) == value, f"half an entry: {entry.id} of version {version}"
    return version


@dataclass
class Said:
    """What the writers of one home said: the version of every live entry, what was deleted, and what came last."""

    versions: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    last: str = "nothing"

    def hear(self, words: str) -> int:
        """Take in what one writer said until it was killed; how many changes that were."""
        changes = [line.split() for line in words.splitlines(keepends=True) if line.endswith("\n")]
        for what, entry_id, version in changes:
            self.last = what
            if what == "gone":
                self.gone.add(entry_id)
                self.versions.pop(entry_id, None)
            else:
                self.versions[entry_id] = int(version)
        return len(changes)


def write(home: Path, voice: int, version: int, chance: random.Random) -> NoReturn:
    """Change the journal until somebody puts an end to it."""
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
                entry, what = journal.entries.replace(Entry(**changed)), "edited"
            else:
                entry, what = journal.entries.add(**content(each)), "added"
            os.write(voice, f"{what} {entry.id} {each}\n".encode())
            mine.append(entry)
    raise AssertionError("a writer never ends by itself")


def killed_writer(home: Path, version: int, chance: random.Random) -> str:
    """Start a writer, kill it at a random moment, and return what it said."""
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
    with os.fdopen(ear, encoding="utf-8") as said:
        return said.read()


class Home:
    """A home whose writers are killed, and what they said."""

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.paths = Paths.inside(folder)
        if locked:  # the writers, which are forked, know the key
            lock_home(folder)
        self.said = Said()
        self.version = 1
        self.tombstones = 0

    def kill_once(self, chance: random.Random) -> int:
        """Kill one writer and hold the journal against what it said; how many changes it said."""
        before = dict(self.said.versions)
        heard = self.said.hear(killed_writer(self.paths.data, self.version, chance))
        with Journal.open(self.paths, settings=Settings()) as journal:
            fresh = {each for each, version in self.said.versions.items() if before.get(each) != version}
            found = {entry.id: version_of(entry) for entry in self._written_since(journal)}
            missing = fresh - set(found) - self._deleted(journal)
            assert not missing, f"acknowledged and missing: {missing}"
            for each in fresh & set(found):
                assert found[each] >= self.said.versions[each], f"an acknowledged edit of {each} is missing"
            self._check_undo(journal, found)
            self._settle(journal, found)
        return heard

    def look_closely(self) -> None:
        """Every row is sound, all that was ever said is there, and nothing deleted came back."""
        verify_journal(self.paths.journal)
        with Journal.open(self.paths, settings=Settings(), to_write=False) as journal:
            found = {entry.id: version_of(entry) for entry in journal.entries}
        assert found == self.said.versions
        assert not self.said.gone & set(found)

    def take_back(self) -> int:
        """Undo the last change, where there is one to undo, and check that it alone was undone."""
        with Journal.open(self.paths, settings=Settings()) as journal:
            record = self._undo_record(journal)
            if record is None:
                return 0
            ((_, entry_id, before),) = record
            journal.undo()
            found = {entry.id: version_of(entry) for entry in journal.entries}
            self.said.versions.pop(entry_id)
            if before is None:
                self.said.gone.add(entry_id)
            else:
                self.said.versions[entry_id] = int(before["note"].split(":")[0])
            assert found == self.said.versions
            try:
                journal.undo()
            except NotFound:
                self.said.last = "undone"
                return 1
        raise AssertionError("an undo was undone")

    def _check_undo(self, journal: Journal, found: dict[str, int]) -> None:
        """The undo record belongs to the newest change: to that entry and what it was before, or it is wiped."""
        record = self._undo_record(journal)
        if record is None:
            wiped = self.said.last in ("nothing", "gone", "undone") or self._deleted(journal) - self.said.gone
            assert wiped, f"undo forgot what came last: {self.said.last}"
            return
        ((table, entry_id, before),) = record
        newest = max({**self.said.versions, **found}.items(), key=lambda each: each[1])
        assert (table, entry_id) == ("entries", newest[0]), "undo would take back something older"
        if before is not None:
            assert int(before["note"].split(":")[0]) < newest[1]

    def _settle(self, journal: Journal, found: dict[str, int]) -> None:
        """What the killed writer did without having said it counts from here on."""
        unsaid = {each: version for each, version in found.items() if self.said.versions.get(each) != version}
        assert len(unsaid) <= 1, "more than one change was under way"
        silent = self._deleted(journal) - self.said.gone
        assert len(silent) + len(unsaid) <= 1, "more than one change was under way"
        self.said.versions.update(unsaid)
        if unsaid:
            self.said.last = "added"
        for each in silent:
            self.said.versions.pop(each)
            self.said.gone.add(each)
            self.said.last = "gone"
        self.version = max([self.version, *self.said.versions.values()]) + 1

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
    """Kill that many writers, in a new home every hundred kills."""
    chance, account, home = random.Random(seed), Counter[str](), Home(folder)
    started = time.monotonic()
    for number in range(kills):
        if number % KILLS_PER_HOME == 0:
            home = Home(folder / str(number // KILLS_PER_HOME), locked=locked)
        heard = home.kill_once(chance)
        account += Counter(kills=1, acknowledged=heard, kills_after_a_change=bool(heard))
        if number % KILLS_PER_LOOK == KILLS_PER_LOOK - 1:
            home.look_closely()
            account += Counter(close_looks=1, undone=home.take_back())
    figures = {"seed": seed, "seconds": round(time.monotonic() - started, 1), **account}
    sys.stdout.write(f"{json.dumps(figures)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), locked="locked" in sys.argv[4:])
