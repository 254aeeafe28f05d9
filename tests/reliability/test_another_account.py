"""A home that is closed to the account that uses it, or that another account of the computer has a part in.

Each world is tried by an account without the rights of root. It gets sentences, never a traceback; the card is shown;
what a sentence advises works; and no word comes into a file that another account can read.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.forked import run_forked
from reliability.kept import rows
from support.account import ANOTHER, give_away, without_rights
from support.command import Result, environment

WORD = "quillwort"
NUMBER = "+49 30 987654"
COMMANDS = (
    ("log",),
    ("today",),
    ("mood", "3", WORD),
    ("contact", "add", "Alex", "--crisis", "2", "--say", WORD),
    ("settings", "set", "country", "DE"),
    ("backup",),
    ("restore",),
    ("traces",),
    ("verify",),
    ("lock", "status"),
    ("forget", "--yes"),
    ("export", "--for", "self", "--format", "json", "--yes", "-o", "-"),
    (),
)
ADVICE = re.compile(r"chmod u\+\S+ [^\n”]+")

World = Callable[[Path], None]


def home_read_only(home: Path) -> None:
    home.chmod(0o500)
    (home / "journal.db").chmod(0o400)


def home_closed(home: Path) -> None:
    home.chmod(0o000)


def home_without_search(home: Path) -> None:
    home.chmod(0o600)


def home_of_another(home: Path) -> None:
    give_away(home)


def home_of_another_to_read(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        give_away(path)


def home_sticky(home: Path) -> None:
    home.chmod(0o1777)
    give_away(home)


def journal_read_only(home: Path) -> None:
    (home / "journal.db").chmod(0o400)


def journal_closed(home: Path) -> None:
    (home / "journal.db").chmod(0o000)


def journal_of_another(home: Path) -> None:
    give_away(home / "journal.db")


def journal_of_another_for_all(home: Path) -> None:
    (home / "journal.db").chmod(0o666)
    give_away(home / "journal.db")


def settings_closed(home: Path) -> None:
    (home / "settings.toml").touch()
    (home / "settings.toml").chmod(0o000)


def card_closed(home: Path) -> None:
    (home / "card.txt").chmod(0o000)


def card_of_another(home: Path) -> None:
    give_away(home / "card.txt")


def backups_read_only(home: Path) -> None:
    (home / "backups").chmod(0o500)


def backups_closed(home: Path) -> None:
    (home / "backups").chmod(0o000)


def backups_of_another(home: Path) -> None:
    give_away(home / "backups")


def a_backup_closed(home: Path) -> None:
    for path in (home / "backups").iterdir():
        path.chmod(0o000)


def rollback_of_another(home: Path) -> None:
    path = home / "journal.db-journal"
    path.touch()
    path.chmod(0o666)
    give_away(path)


def rollback_of_another_to_read(home: Path) -> None:
    rollback_of_another(home)
    (home / "journal.db-journal").chmod(0o644)


def link_for_the_journal(home: Path) -> None:
    planted(home, "journal.db")


def link_for_the_rollback(home: Path) -> None:
    planted(home, "journal.db-journal")


def link_for_the_card(home: Path) -> None:
    planted(home, "card.txt")


def link_for_the_settings(home: Path) -> None:
    planted(home, "settings.toml")


def link_for_backups(home: Path) -> None:
    planted(home, "backups", folder=True)


def link_for_keys(home: Path) -> None:
    planted(home, "carelog-keys", folder=True)


def above_closed(home: Path) -> None:
    home.parent.chmod(0o600)


WORLDS: tuple[World, ...] = (
    *(home_read_only, home_closed, home_without_search, home_of_another, home_of_another_to_read, home_sticky),
    *(journal_read_only, journal_closed, journal_of_another, journal_of_another_for_all, settings_closed),
    *(card_closed, card_of_another, backups_read_only, backups_closed, backups_of_another, a_backup_closed),
    *(rollback_of_another, rollback_of_another_to_read, link_for_the_journal, link_for_the_rollback),
    *(link_for_the_card, link_for_the_settings, link_for_backups, link_for_keys, above_closed),
)


def planted(home: Path, name: str, *, folder: bool = False) -> None:
    """Put a link of another account in the place of a file; it leads to one that everybody may write and read."""
    trap, link = home.parent / "trap", home / name
    trap.mkdir()
    target = trap / "target"
    target.mkdir() if folder else target.touch()
    home.chmod(0o777)
    for path, mode in ((trap, 0o777), (target, 0o777 if folder else 0o666)):
        path.chmod(mode)
    if link.exists():
        link.rename(home.parent / f"moved {name}")
    link.symlink_to(target)
    give_away(trap, target, link)


@pytest.fixture
def home(lived_in: Path) -> Path:
    """A home in a folder of its own, so that the folder above can be closed too."""
    place = lived_in.parent / "above"
    place.mkdir(mode=0o700)
    return lived_in.rename(place / "home")


def carelog(home: Path, *words: str) -> Result:
    """Run carelog without the rights of root, under a umask of 0."""
    program = [sys.executable, "-m", "carelog", *words]
    return run_forked(program, environment({"CARELOG_HOME": str(home)}), umask=0, without_rights=True)


def is_a_sentence(answer: Result, *words: str) -> None:
    """Check that a command did what was asked, or said why not in sentences."""
    said = answer.stdout + answer.stderr
    assert "Traceback" not in said, (words, said)
    assert "That is a mistake in carelog, not yours." not in said, (words, said)
    assert answer.exit_code in (0, 3, 4, 5), (words, answer)
    assert answer.exit_code == 0 or said.strip(), words


def seen_by_another(place: Path) -> str:
    """The content of the files that another account owns or may read, as if no folder were closed to it."""
    files = (path for path in place.rglob("*") if path.is_file())
    readable = (path for path in files if path.stat().st_uid == ANOTHER or path.stat().st_mode & 0o044)
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in readable)


@pytest.mark.slow
@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
def test_an_account_gets_sentences_and_its_card_and_nothing_lies_open(home: Path, world: World) -> None:
    before = rows(home)
    world(home)
    advised = set[str]()
    for words in COMMANDS:
        answer = carelog(home, *words)
        is_a_sentence(answer, *words)
        advised |= set(ADVICE.findall(answer.stderr))
    card = carelog(home, "crisis", "--country", "DE")
    assert (card.exit_code, card.stderr) == (0, "")
    assert "112" in card.stdout
    assert WORD not in seen_by_another(home.parent)
    for line in sorted(advised):
        subprocess.run([*without_rights(), *shlex.split(line)], check=True)
    if advised:
        assert carelog(home, "mood", "4", "it opens again").exit_code == 0, advised
        assert before.items() <= rows(home).items()


SAID = {
    home_closed: (
        "carelog could not use {home}/journal.db, because {home} is closed to your own account. What was saved "
        "before is safe. To open it to you: chmod u+rwX {home}\n"
    ),
    home_of_another: (
        "carelog could not use {home}/journal.db, because {home} belongs to another account of this computer and is "
        "closed to yours. What was saved before is safe. A folder of your own can be named in CARELOG_HOME.\n"
    ),
    home_of_another_to_read: (
        "{home}/journal.db cannot be written: {home} belongs to another account of this computer. Nothing was changed. "
        "A folder of your own can be named in CARELOG_HOME.\n"
    ),
    journal_read_only: (
        "{home}/journal.db cannot be written: {home}/journal.db is read-only for your own account. Nothing was "
        "changed. “chmod u+w {home}/journal.db” opens it to writing.\n"
    ),
    journal_closed: (
        "carelog could not use {home}/journal.db, because {home}/journal.db is closed to your own account. What was "
        "saved before is safe. To open it to you: chmod u+rwX {home}/journal.db\n"
    ),
    link_for_the_journal: (
        "{home}/journal.db was put there by another account of this computer, which could read what is written to it. "
        "Nothing was changed. To go on with a file of your own, move this one away, or name a folder of your own in "
        "CARELOG_HOME.\n"
    ),
    rollback_of_another_to_read: (
        "{home}/journal.db-journal was put there by another account of this computer, which could read what is written "
        "to it. Nothing was changed. To go on with a file of your own, move this one away, or name a folder of your "
        "own in CARELOG_HOME.\n"
    ),
    above_closed: (
        "carelog could not use {home}/journal.db, because {above} is closed to your own account. What was saved "
        "before is safe. To open it to you: chmod u+rwX {above}\n"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("world", SAID, ids=lambda world: world.__name__)
def test_a_change_that_the_system_refuses_is_said_with_what_to_do(home: Path, world: World) -> None:
    world(home)
    answer = carelog(home, "mood", "3", WORD)
    assert answer == Result(4, "", SAID[world].format(home=home, above=home.parent))


@pytest.mark.slow
@pytest.mark.parametrize("command", ["forget", "erase"])
def test_copies_that_cannot_be_looked_at_are_never_called_gone(home: Path, command: str) -> None:
    backups_closed(home)
    answer = carelog(home, command, "--yes")
    assert answer == Result(
        4,
        "",
        f"carelog could not use {home}/backups, because {home}/backups is closed to your own account. What was saved "
        f"before is safe. To open it to you: chmod u+rwX {home}/backups\n",
    )
    assert list((home / "backups").iterdir())


@pytest.mark.slow
def test_traces_names_the_folder_that_it_cannot_look_into(home: Path) -> None:
    backups_closed(home)
    answer = carelog(home, "traces", "--plain")
    assert answer.exit_code == 0
    assert str(home / "journal.db") in answer.stdout
    assert answer.stderr.startswith(f"carelog could not use {home}/backups, because {home}/backups is closed")


@pytest.mark.slow
def test_verify_tells_whose_a_file_is_and_closes_the_persons_own(home: Path) -> None:
    home.chmod(0o755)
    (home / "card.txt").chmod(0o644)
    give_away(home / "card.txt")
    said = carelog(home, "verify", "--fix-permissions", "--plain").stdout
    assert home.stat().st_mode & 0o777 == 0o700
    assert f"{home}/card.txt belongs to another account of this computer" in said
    assert "--fix-permissions" not in said.partition("\n")[2]
