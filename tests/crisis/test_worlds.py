"""`carelog crisis` when everything else is broken: as a real process it always shows numbers and exits 0."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from carelog.crisis.card import Card, Person, dump
from support.command import Command

SHOWN, LINE = "In danger now: call 112", "0800 111 0 111"  # of Germany: the tests' time zone is Berlin
PEOPLE = ("Sam", "030 1234567", "Mum", "030 7654321")
World = Callable[[Path], None]


def journal_missing(_: Path) -> None:
    """Leave the home as it is, with nothing but the card."""


def folder_for_a_journal(home: Path) -> None:
    (home / "journal.db").mkdir()


def garbage_for_a_journal(home: Path) -> None:
    (home / "journal.db").write_bytes(bytes(range(256)) * 64)


def truncated_journal(home: Path) -> None:
    newer_journal(home)
    whole = (home / "journal.db").read_bytes()
    (home / "journal.db").write_bytes(whole[: len(whole) * 2 // 3])


def newer_journal(home: Path) -> None:
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        connection.executescript("PRAGMA user_version = 999; CREATE TABLE contacts (who TEXT);")


def broken_settings(home: Path) -> None:
    (home / "settings.toml").write_bytes(b"country = [[[\xff\x00")


BROKEN = [
    journal_missing,
    folder_for_a_journal,
    garbage_for_a_journal,
    truncated_journal,
    newer_journal,
    broken_settings,
]


@pytest.mark.parametrize("world", BROKEN)
def test_people_and_lines_are_shown_whatever_became_of_the_journal(
    world: World, card_file: Path, carelog_process: Command
) -> None:
    world(card_file.parent)
    answer = carelog_process("crisis")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert all(word in answer.stdout for word in (SHOWN, LINE, *PEOPLE))


@pytest.mark.parametrize("world", BROKEN)
def test_lines_are_shown_when_the_card_is_gone_as_well(world: World, card_file: Path, carelog_process: Command) -> None:
    world(card_file.parent)
    card_file.unlink()
    answer = carelog_process("crisis")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert SHOWN in answer.stdout
    assert LINE in answer.stdout


@pytest.mark.parametrize("with_card", [True, False])
def test_a_journal_that_another_program_has_locked_changes_nothing(
    with_card: bool, card_file: Path, carelog_process: Command
) -> None:
    newer_journal(card_file.parent)
    if not with_card:
        card_file.unlink()
    with locked(card_file.parent / "journal.db"):
        answer = carelog_process("crisis")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert all(word in answer.stdout for word in (SHOWN, LINE, *(PEOPLE if with_card else ())))


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 5000, b"\xff\xfe garbage \x1b[2J\n" * 400, b"way\t" * 5_000_000, b"\n" * 20_000_000],
    ids=["empty", "zeros", "garbage", "one endless line", "20 MB"],
)
def test_a_card_that_is_no_card_costs_the_people_not_the_lines(
    content: bytes, card_file: Path, carelog_process: Command
) -> None:
    card_file.write_bytes(content)
    answer = carelog_process("crisis")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert SHOWN in answer.stdout
    assert LINE in answer.stdout
    assert "\x1b" not in answer.stdout


def test_a_damaged_card_shows_what_is_left_of_it_and_says_so(card_file: Path, carelog_process: Command) -> None:
    card_file.write_bytes(card_file.read_bytes().replace(b"Sam", b"S\xffm"))
    answer = carelog_process("crisis")
    assert answer.exit_code == 0
    assert all(
        word in answer.stdout
        for word in (SHOWN, LINE, "030 1234567", "Mum", "Part of your own card could not be read.")
    )


def test_a_folder_a_pipe_or_a_broken_link_in_the_place_of_the_card_stops_nothing(
    card_file: Path, carelog_process: Command
) -> None:
    for put in (card_file.mkdir, lambda: os.mkfifo(card_file), lambda: card_file.symlink_to(card_file)):
        card_file.rmdir() if card_file.is_dir() else card_file.unlink()
        put()
        answer = carelog_process("crisis")
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert LINE in answer.stdout


@pytest.mark.parametrize(
    "env",
    [
        {"CARELOG_HOME": None, "HOME": None},
        {"CARELOG_HOME": None, "HOME": "/nonexistent/person"},
        {"CARELOG_HOME": None, "HOME": ""},
        {"CARELOG_HOME": "/dev/null/carelog"},
        {"CARELOG_HOME": "x" * 5000},
        {"CARELOG_HOME": None, "XDG_DATA_HOME": "not/absolute"},
    ],
)
def test_a_person_without_a_home_folder_still_sees_lines(env: dict[str, str | None], carelog_process: Command) -> None:
    answer = carelog_process("crisis", env=env)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert SHOWN in answer.stdout
    assert LINE in answer.stdout


@pytest.mark.parametrize("space", ["full", "read-only"])
def test_a_full_disk_and_a_read_only_one_can_still_be_read_from(space: str, card_file: Path, isolated: Path) -> None:
    answer = on_a_disk(space, card_file, isolated / "disk")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert all(word in answer.stdout.decode() for word in (SHOWN, LINE, *PEOPLE))


@pytest.mark.usefixtures("card_file")
def test_numbers_reach_the_error_output_when_standard_output_is_full_or_closed(shell: Callable) -> None:
    for line in ("$carelog crisis > /dev/full", "$carelog crisis >&-"):
        answer = shell(line)
        assert answer.returncode == 0
        assert LINE in answer.stderr.decode()


@pytest.mark.usefixtures("card_file")
def test_no_output_that_is_closed_or_stops_listening_is_an_error(shell: Callable) -> None:
    for line in (
        "$carelog crisis 2>&-",
        "$carelog crisis >&- 2>&-",
        "$carelog crisis <&-",
        "$carelog crisis > /dev/full 2> /dev/full",
        "$carelog crisis --all | true; exit ${PIPESTATUS[0]}",
        "$carelog crisis --json | true; exit ${PIPESTATUS[0]}",
    ):
        answer = shell(line)
        assert (line, answer.returncode, answer.stderr) == (line, 0, b"")


def test_a_terminal_that_another_program_left_impatient_still_gets_every_line(card_file: Path, card: Card) -> None:
    card.people = [Person(f"Friend {n}", [("phone", f"030 {n}", "")], "", "Can we talk? " * 40) for n in range(200)]
    card_file.write_bytes(dump(card).encode())
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with subprocess.Popen([sys.executable, "-m", "carelog", "crisis"], stdout=writing) as process:
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            shown = pipe.read()
    assert process.returncode == 0
    assert len(shown) > 65_536  # more than a pipe holds at once
    assert shown.endswith(f"\n{SHOWN} (Germany)\n")


def test_a_name_that_the_terminal_cannot_spell_never_costs_a_number(card_file: Path, carelog_process: Command) -> None:
    card_file.write_text(card_file.read_text().replace("Sam", "Özge 小明"), encoding="utf-8")
    c_locale = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for env in (c_locale, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}, {"TERM": "dumb"}):
        answer = carelog_process("crisis", env=env)
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert all(word in answer.stdout for word in (SHOWN, LINE, "030 1234567", "Mum"))


def test_a_half_installed_carelog_shows_the_card_and_says_what_is_missing_for_the_rest(
    card_file: Path, isolated: Path, carelog_process: Command
) -> None:
    missing = ("typer", "rich", "sqlite3", "tomllib", "platformdirs", "carelog.journal", "carelog.domain")
    env = without_modules(isolated, missing)
    card = carelog_process("crisis", env=env)
    assert (card.exit_code, card.stderr) == (0, "")
    assert all(word in card.stdout for word in (SHOWN, LINE, *PEOPLE))
    card_file.unlink()
    assert LINE in carelog_process("sos", env=env).stdout
    other = carelog_process("mood", "4", env=env)
    assert (other.exit_code, other.stdout) == (1, "")
    assert "carelog crisis still works" in other.stderr
    assert "Traceback" not in other.stderr


def test_the_card_without_its_own_data_files_still_says_to_call_for_help(
    card_file: Path, isolated: Path, carelog_process: Command
) -> None:
    source = Path(sys.modules["carelog"].__file__ or "").parent
    for part in ("__init__.py", "__main__.py", "crisis"):
        copy = isolated / "copy" / "carelog" / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(source / part)
    env = {"PYTHONPATH": str(isolated / "copy"), "PYTHONDONTWRITEBYTECODE": "1"}
    answer = carelog_process("crisis", env=env)
    assert answer.exit_code == 0
    assert card_file.exists()
    assert answer.stdout.startswith("In danger: call your emergency number\n")
    assert all(person in answer.stdout for person in PEOPLE)


@pytest.mark.parametrize("world", BROKEN)
def test_programs_get_a_whole_envelope_in_a_broken_world(
    world: World, card_file: Path, carelog_process: Command
) -> None:
    world(card_file.parent)
    card_file.write_bytes(card_file.read_bytes()[:-40])
    answer = carelog_process("crisis", "--json")
    assert (answer.exit_code, answer.stderr) == (0, "")
    envelope = json.loads(answer.stdout)
    assert (envelope["carelog"], envelope["command"], envelope["errors"]) == (1, "crisis", [])
    assert envelope["data"]["emergency"]["number"] == "112"
    assert envelope["data"]["people"][0]["name"] == "Sam"


@contextmanager
def locked(journal: Path) -> Iterator[None]:
    """Let another process hold an exclusive lock on the journal."""
    holder = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    holder += "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holder, str(journal)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def without_modules(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """An environment in which these modules cannot be imported, as after an incomplete installation."""
    (folder / "blocked").mkdir()
    (folder / "blocked" / "sitecustomize.py").write_text(f"import sys\nsys.modules.update(dict.fromkeys({names}))\n")
    path = [str(folder / "blocked"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(path)}


def on_a_disk(space: str, card: Path, disk: Path) -> subprocess.CompletedProcess[bytes]:
    """Show the card from a small disk of its own, made full or read-only.

    Where the system does not allow such disks, the process may not write to files, and the folder is read-only.
    """
    disk.mkdir()
    command = f'CARELOG_HOME="$1" exec {sys.executable} -m carelog crisis'
    spoil = 'cat /dev/zero > "$1/rest" 2>/dev/null || :' if space == "full" else 'mount -o remount,ro "$1"'
    make = f'mount -t tmpfs -o size=64k none "$1" && cp "$2" "$1/card.txt" && {{ {spoil}; }}'
    limit = 'cp "$2" "$1/card.txt" && chmod 500 "$1" && ulimit -f 0'
    may_mount = subprocess.run(["sh", "-c", "unshare -rm true"], capture_output=True, check=False).returncode == 0
    start = (
        ["unshare", "-rm", "sh", "-c", f"{make} && {command}"] if may_mount else ["sh", "-c", f"{limit} && {command}"]
    )
    return subprocess.run([*start, "sh", str(disk), str(card)], capture_output=True, timeout=60, check=False)
