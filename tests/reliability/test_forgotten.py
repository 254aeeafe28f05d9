"""forget with a fault at every change of a file: each backup is then whole, with or without the deleted words."""

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths
from reliability.kept import next_command, rows
from reliability.strace import Fault, sweep

WORD = b"quillwort"


@pytest.fixture
def regretted(lived_in: Path) -> Path:
    """A home with two backups, one of which holds the words of a deleted entry."""
    with Journal.open(Paths.inside(lived_in)) as journal:
        gone = journal.entries.add(note=f"{WORD.decode()} " * 50)
        journal.back_up()
        journal.entries.remove(gone.id)
    return lived_in


@pytest.mark.slow
def test_a_disturbed_forget_leaves_every_backup_old_or_new_and_the_next_one_finishes_it(
    regretted: Path, command: Callable[..., Sequence[str]], thorough: bool, account: Callable[..., None]
) -> None:
    old = {path.name: path.read_bytes() for path in (regretted / "backups").iterdir()}
    before, figures = rows(regretted), Counter[str]()
    for each in sweep(command("forget", "--yes"), regretted, tuple(Fault), thorough=thorough):
        assert next_command(each.home) == [], str(each)
        assert rows(each.home) == before, str(each)
        assert "Traceback" not in each.run.stderr + each.run.stdout, str(each)
        for path in (each.home / "backups").glob("journal-*.db"):
            verify_journal(path)
            assert path.read_bytes() == old[path.name] or WORD not in path.read_bytes(), str(each)
        assert {path.name for path in (each.home / "backups").glob("journal-*.db")} == old.keys(), str(each)
        for path in each.home.rglob(".*"):
            assert WORD not in path.read_bytes(), f"half a file holds deleted words: {each}"
        if each.run.exit_code == 0:
            assert holding(each.home) == [], f"acknowledged, not forgotten: {each}"
        else:
            assert (
                each.fault is Fault.KILLED
                or each.run.stderr
                or "Unchanged, and words that you deleted may be there:" in each.run.stdout
            ), str(each)
        with Journal.open(Paths.inside(each.home)) as journal:
            copies = journal.purge()
            for copy in copies.inspect():
                if not copy.is_clean:
                    copies.rewrite(copy)
        assert holding(each.home) == [], str(each)
        figures += Counter({"runs": 1, each.fault.name.lower(): 1})
    shutil.rmtree(regretted)
    account("forget", backups=len(old), **figures)


def holding(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and WORD in path.read_bytes()]
