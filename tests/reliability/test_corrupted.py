"""A corrupted journal is detected before it is used, and the newest good backup restores it."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.clock import system_clock
from carelog.domain.finding import FindingKind, Severity
from carelog.errors import CarelogError
from carelog.journal import Journal
from carelog.journal.backup.backup_names import backups_in
from carelog.journal.backup.backups import restore_journal
from carelog.journal.verify import verify_home
from carelog.paths import Paths
from reliability.corruption import HARMS
from support.command import Command
from support.journals import fill

CORRUPTIONS, FEWER_CORRUPTIONS = 1_000, 100


@pytest.fixture
def years(isolated: Path, now: Callable[[str], None]) -> Path:
    """A home with a row of every noun, 300 entries, and a current backup."""
    now("2026-11-22T21:30:00+01:00")
    home = isolated / "years"
    with Journal.open(Paths.inside(home)) as journal:
        fill(journal)
        for number in range(300):
            journal.entries.add(number % 5 + 1, f"number {number}, soup with Sam and the radio", tags=["soup"])
        journal.entries.remove(journal.entries.add(note="gone").id)
        journal.entries.add(2, "the last one")
        journal.back_up()
    return home


def readable_rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that SQLite can read from the file, except the random device id, which is never shown."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for name in sorted(tables)
            if name != "state"
        }


def finds_nothing_wrong(paths: Paths) -> bool:
    """Whether `verify` finds the journal sound."""
    found = verify_home(paths, system_clock())
    return all(each.kind.severity is not Severity.WRONG for each in found)


def passes(work: Callable[[], object]) -> bool:
    try:
        work()
    except CarelogError:
        return False
    return True


def back_up(paths: Paths, folder: Path) -> None:
    with Journal.open(paths) as journal:
        journal.back_up(folder)


def check(paths: Paths) -> None:
    with Journal.open(paths, to_write=False) as journal:
        journal.check()


def corrupt(home: Path, many: int, seed: int) -> Counter[str]:
    """Corrupt the journal of a home many times; if a check passes, every row must read as before."""
    chance, figures = random.Random(seed), Counter[str]()
    paths = Paths.inside(home)
    sound, card = paths.journal.read_bytes(), paths.card.read_bytes()
    before = readable_rows(paths.journal)
    names = list(HARMS)
    for number in range(many):
        content, harm = bytearray(sound), names[number % len(names)]
        HARMS[harm](content, chance)
        paths.journal.write_bytes(content)
        looked = finds_nothing_wrong(paths)
        ways = {
            "verify": looked,
            "export": passes(lambda: check(paths)),
            "backup": passes(lambda: back_up(paths, home / "stick")),
        }
        for way, passed in ways.items():
            if passed:
                assert readable_rows(paths.journal) == before, f"{way} lets {harm} number {number} pass"
                figures[f"{way}_met_no_difference"] += 1
        figures[harm.replace(" ", "_")] += 1
        figures["noticed"] += not all(ways.values())
        if number % 20 == 0:
            newest = backups_in(paths.backups)[-1][1]
            replaced = restore_journal(newest, paths.journal, paths.backups, system_clock().now().instant)
            assert readable_rows(paths.journal) == before, "the newest good backup brings it back"
            figures["brought_back"] += 1
            if replaced:
                replaced.unlink()
        shutil.rmtree(home / "stick", ignore_errors=True)
        paths.journal.with_name("journal.db-journal").unlink(missing_ok=True)
        paths.card.write_bytes(card)
    return figures


def test_no_corruption_passes_unnoticed(years: Path, seed: int) -> None:
    figures = corrupt(years, 60, seed)
    assert figures["noticed"] > 20


@pytest.mark.slow
def test_of_many_corruptions_none_passes_unnoticed(
    years: Path, seed: int, account: Callable[..., None], thorough: bool
) -> None:
    account("corruptions", seed=seed, **corrupt(years, CORRUPTIONS if thorough else FEWER_CORRUPTIONS, seed))


@pytest.mark.slow
def test_the_commands_notice_what_the_library_notices(
    years: Path, seed: int, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARELOG_HOME", str(years))
    journal, chance = years / "journal.db", random.Random(seed)
    sound, before = journal.read_bytes(), readable_rows(journal)
    for number in range(60):
        content = bytearray(sound)
        HARMS[list(HARMS)[number % len(HARMS)]](content, chance)
        journal.write_bytes(content)
        commands = (
            ("verify",),
            ("backup", str(years / "stick")),
            ("export", "--for", "self", "--format", "json", "--yes", "--force", "-o", str(years / "copy.json")),
        )
        for words in commands:
            done = carelog(*words)
            assert "Traceback" not in done.stderr
            assert done.exit_code in (0, 4), (words, done)
            if done.exit_code == 0 and words != ("verify",):
                assert readable_rows(journal) == before, words


def test_findings_of_a_corrupted_journal_name_what_is_wrong(years: Path) -> None:
    paths = Paths.inside(years)
    content = paths.journal.read_bytes()
    place = content.find(b"number 150")
    paths.journal.write_bytes(content[:place] + b"N" + content[place + 1 :])
    [wrong] = [each for each in verify_home(paths, system_clock()) if each.kind.severity is Severity.WRONG]
    assert wrong.kind is FindingKind.ROWS_DAMAGED
    assert [each.split()[0] for each in wrong.about] == ["entries"]
