"""Commands with a fault at every call by which they change a file: the call fails, or the command is killed there."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from carelog.journal.backup.integrity import verify_journal
from reliability.kept import left_after_a_minute, next_command, rows, unfinished
from reliability.strace import Disturbed, Fault, sweep
from support.quick_homes import made_ready, quick_home

FAULTS = tuple(Fault)
SAVED = re.compile(r"Your journal is saved|What you asked for was done")

Command = Callable[..., list[str]]
Account = Callable[..., None]


def disturbed(
    program: Sequence[str],
    start: Path,
    faults: Sequence[Fault],
    account: Account,
    *,
    thorough: bool,
    ready: Callable[[Path], None] = lambda _: None,
) -> Iterator[Disturbed]:
    """Disturb a program at every call, and check what is true after every fault.

    All earlier rows are there, the next command finds everything in order, and the person gets an answer or an error,
    never a traceback. Acknowledged entries are saved; unless the command was killed, all others are not.
    """
    before, figures = rows(start), Counter[str]()
    for each in sweep(program, start, faults, thorough=thorough, ready=ready):
        assert next_command(each.home) == [], str(each)
        after = rows(each.home)
        saved = len(after.keys() - before.keys())
        said = bool(each.run.stdout) or SAVED.search(each.run.stderr) is not None
        assert before.items() <= after.items(), f"an older row changed: {each}"
        assert "Traceback" not in each.run.stderr + each.run.stdout, str(each)
        assert saved or not said, f"acknowledged, not there: {each}"
        if each.fault is not Fault.KILLED:
            assert each.run.exit_code in (0, 4), str(each)
            assert said or each.run.stderr, f"silent: {each}"
            assert said or not saved, f"saved, but not said to be: {each}"
        figures += Counter({"runs": 1, each.fault.name.lower(): 1, "saved": saved})
        figures += Counter(half_written_files=len(unfinished(each.home)))
        yield each
        assert not left_after_a_minute(each.home), f"half a file stays behind: {each}"
    account(" ".join(program[2:]), **figures)


@pytest.mark.slow
def test_an_entry_is_saved_or_said_not_to_be_whatever_the_disk_does(
    lived_in: Path, command: Command, thorough: bool, account: Account
) -> None:
    for each in disturbed(command("mood", "4", "soup with Sam"), lived_in, FAULTS, account, thorough=thorough):
        assert len(list((each.home / "backups").iterdir())) == 1, str(each)


@pytest.mark.slow
@pytest.mark.parametrize("words", [("mood", "4", "soup with Sam"), ("note", "soup with Sam")], ids=" ".join)
def test_so_it_is_where_the_quick_door_notes_it_and_nothing_is_noted_twice(
    isolated: Path, command: Command, thorough: bool, account: Account, words: tuple[str, ...]
) -> None:
    start = quick_home(isolated / "quick")
    before = rows(start)
    for each in disturbed(command(*words), start, FAULTS, account, thorough=thorough, ready=made_ready):
        assert len(rows(each.home).keys() - before.keys()) <= 1, f"noted twice: {each}"
        assert len(list((each.home / "backups").iterdir())) == 1, str(each)


@pytest.mark.slow
def test_what_happens_to_the_days_backup_is_nothing_that_happens_to_the_entry(
    lived_in: Path, command: Command, thorough: bool, account: Account
) -> None:
    shutil.rmtree(lived_in / "backups")
    for each in disturbed(command("mood", "4", "soup with Sam"), lived_in, [Fault.FULL], account, thorough=thorough):
        for backup in (each.home / "backups").glob("*.db"):
            verify_journal(backup)


@pytest.mark.slow
def test_a_contact_is_on_the_card_with_the_next_command_whatever_happened_to_the_first(
    lived_in: Path, command: Command, thorough: bool, account: Account
) -> None:
    words = ("contact", "add", "Alex", "--phone", "+49 30 123456", "--crisis", "2", "--say", "Can you come over?")
    for each in disturbed(command(*words), lived_in, FAULTS, account, thorough=thorough):
        card = (each.home / "card.txt").read_text("utf-8")
        assert ("Alex" in card) == (len(rows(each.home)) > len(rows(lived_in))), str(each)


@pytest.mark.slow
def test_a_backup_is_whole_or_not_there(lived_in: Path, program: Command, thorough: bool, account: Account) -> None:
    shutil.rmtree(lived_in / "backups")
    figures = Counter[str]()
    for each in sweep(program("programs", "backs-up"), lived_in, FAULTS, thorough=thorough, answer=False):
        assert next_command(each.home) == [], str(each)
        assert rows(each.home) == rows(lived_in), str(each)
        found = list((each.home / "backups").glob("*.db"))
        for backup in found:
            verify_journal(backup)
        assert found or not each.run.stdout, f"acknowledged, not there: {each}"
        assert each.fault is Fault.KILLED or each.run.exit_code == 0 or each.run.stderr.startswith("storage: ")
        figures += Counter({"runs": 1, each.fault.name.lower(): 1, "taken": len(found)})
        figures += Counter(half_written_files=len(unfinished(each.home)))
        assert not left_after_a_minute(each.home), f"half a file stays behind: {each}"
    account("backup", **figures)
