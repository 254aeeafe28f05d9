"""A home that does not answer: the card waits a second in all, says so, and ends; Ctrl-C ends it at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from carelog.crisis import place
from carelog.crisis.place import SECONDS, Home, are_local, settings_folder
from support.command import Command, Result, environment

LATE = "Your people could not be read in time."
GERMANY, BRITAIN = "In danger now: call 112 (Germany)", "In danger now: call 999 (United Kingdom)"
MANY_SECONDS = 2.5
"""A second for the home, and what a busy machine needs to start Python."""
NEVER_ANSWERS = """
import os, sys, time
from carelog.crisis import place
hangs, whole = sys.argv.pop(1), place.read
def read(path, limit=262_144):
    if path.endswith(hangs):
        os.close(os.open(os.path.join(os.environ["TMPDIR"], "hangs"), os.O_CREAT))
        time.sleep(600)
    return whole(path, limit)
place.read = read
from carelog.__main__ import run
run()
"""
TABLE = """\
22 27 0:21 / /proc rw - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 0:40 / /home/net rw - nfs4 server:/export rw
29 27 0:41 / /home/fuse rw - fuse.sshfs sam@elsewhere: rw
30 27 0:42 / /home/auto rw - autofs systemd-1 rw
31 30 254:1 / /home/auto rw - ext4 /dev/vdb rw
32 27 254:1 /home/bound /home/local rw - ext4 /dev/vdb rw
33 27 7:0 / /home/loop rw - ext4 /dev/loop0 rw
34 27 0:43 / /home/two\\040words rw - 9p share rw
35 27 0:44 / /home/layers rw - overlay overlay rw,lowerdir=/home/net
36 27 0:45 / /home/unheard rw - newfs newfs rw
"""


@pytest.fixture(params=["a thread", "a process"])
def silent(request: pytest.FixtureRequest, card_file: Path, isolated: Path) -> Path:
    """The home of a card; in the second case a link leads to it, so that a process of its own looks there."""
    if request.param == "a thread":
        return card_file.parent
    (isolated / "linked").symlink_to(card_file.parent)
    return isolated / "linked"


def start(home: Path, *words: str, hangs: str = "card.txt") -> subprocess.Popen[str]:
    """Start the card in a home in which reading one file never ends."""
    return subprocess.Popen(
        [sys.executable, "-c", NEVER_ANSWERS, hangs, "crisis", *words],
        env=environment({"CARELOG_HOME": str(home), "PYTHONDONTWRITEBYTECODE": None}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def shown(home: Path, *words: str, hangs: str = "card.txt") -> Result:
    """What the card shows in such a home; it has to end, output and all, in its second."""
    begun = time.monotonic()
    with start(home, *words, hangs=hangs) as process:
        out, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < MANY_SECONDS
    return Result(process.returncode, out, err)


@pytest.mark.parametrize(
    "words", [[], ["--all"], ["--help"], ["--qr"], ["--step"], ["--text-first"], ["--country", "GB"]]
)
def test_after_a_second_the_card_shows_what_needs_no_home_and_says_what_it_could_not_read(
    silent: Path, words: list[str]
) -> None:
    answer = shown(silent, *words)
    assert (answer.exit_code, answer.stderr) == (0, "")
    number = BRITAIN if "GB" in words else GERMANY
    assert answer.stdout.startswith(f"{number}\n")
    assert answer.stdout.endswith(f"{number}\n")
    assert LATE in answer.stdout
    assert "Someone you trust can be on this card:" not in answer.stdout


def test_programs_get_a_whole_envelope_that_says_that_the_card_was_late(silent: Path) -> None:
    answer = shown(silent, "--json")
    assert (answer.exit_code, answer.stderr, answer.json["errors"]) == (0, "", [])
    data = answer.json["data"]
    assert (data["card"], data["emergency"]["number"], data["people"]) == ("late", "112", [])


@pytest.mark.usefixtures("silent")
def test_where_the_home_answers_a_country_that_was_asked_for_comes_with_the_persons_own_people(
    silent: Path, carelog_process: Command
) -> None:
    answer = carelog_process("crisis", "--country", "GB", env={"CARELOG_HOME": str(silent)})
    assert answer.stdout.startswith(BRITAIN)
    assert "030 1234567" in answer.stdout
    assert LATE not in answer.stdout


def test_settings_that_do_not_answer_come_after_the_page_and_are_told(silent: Path) -> None:
    (silent / "card.txt").unlink()
    answer = shown(silent, hangs="settings.toml")
    assert (answer.exit_code, answer.stderr) == (0, "")
    first, second = answer.stdout.split(f"{GERMANY}\n\n{GERMANY}\n")
    assert LATE not in first
    assert LATE in second


@pytest.mark.parametrize("words", [[], ["--json"], ["--qr"]])
def test_ctrl_c_ends_it_at_once_and_without_a_word(silent: Path, isolated: Path, words: list[str]) -> None:
    with start(silent, *words) as process:
        while not (isolated / "tmp" / "hangs").exists():
            time.sleep(0.01)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < 0.4
    assert (process.returncode, out, err) == (0, "", "")


def test_no_process_is_left_behind_that_holds_the_output_or_goes_on(silent: Path) -> None:
    with start(silent) as process:
        assert process.stdout
        assert process.stdout.read().startswith(GERMANY)  # reads until everybody has closed it
        process.wait(timeout=20)
    until = time.monotonic() + 2
    while (left := looking_at(silent)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not left


def looking_at(home: Path) -> list[Path]:
    """The processes that were started with this home and still run."""
    wanted, found = f"CARELOG_HOME={home}\0".encode(), []
    for variables in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            found += [variables] if wanted in variables.read_bytes() else []
    return found


def test_a_file_that_cannot_be_read_is_not_told_as_nobody(card_file: Path, carelog_process: Command) -> None:
    card_file.unlink()
    card_file.mkdir()
    answer = carelog_process("crisis")
    assert answer.stdout.startswith(GERMANY)
    assert "Your people could not be read just now.\n" in answer.stdout
    assert carelog_process("crisis", "--json").json["data"]["card"] == "unreadable"


def test_without_threads_or_processes_to_spare_the_card_is_shown_all_the_same(
    silent: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object) -> int:
        raise BlockingIOError

    def no_thread(*_: object) -> int:
        raise RuntimeError

    monkeypatch.setenv("CARELOG_HOME", str(silent))
    monkeypatch.setattr(os, "fork", none_left)
    assert "030 1234567" in carelog("crisis").stdout
    monkeypatch.setattr(place._thread, "start_new_thread", no_thread)
    assert "030 1234567" in carelog("crisis").stdout


@pytest.mark.parametrize("apart", [False, True])
def test_what_came_until_the_second_is_over_is_kept(apart: bool) -> None:
    begun = time.monotonic()
    home = Home(drips, apart=apart)
    assert (home.first(), home.late) == (b"one", False)
    assert (home.last(), home.late, home.complete) == (b"two", True, False)
    assert SECONDS <= time.monotonic() - begun < SECONDS + 1
    home.leave()


@pytest.mark.parametrize("apart", [False, True])
def test_a_look_that_fails_keeps_what_came_before_and_takes_no_second(apart: bool) -> None:
    begun = time.monotonic()
    home = Home(fails, apart=apart)
    assert (home.first(), home.last(), home.late, home.complete) == (b"one", b"", False, False)
    home = Home(lambda: iter([b"one", b"x" * 300_000]), apart=apart)
    assert (home.last(), home.complete) == (b"x" * 300_000, True)
    assert time.monotonic() - begun < SECONDS


def drips() -> Iterator[bytes]:
    yield b"one"
    yield b"two"
    time.sleep(3)
    yield b"three"


def fails() -> Iterator[bytes]:
    yield b"one"
    raise MemoryError


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/nowhere/sam", True),
        ("/home/local/sam", True),
        ("/home/net/sam", False),
        ("/home/net", False),
        ("/home/fuse/sam", False),
        ("/home/auto/sam", False),
        ("/home/loop/sam", False),
        ("/home/two words/sam", False),
        ("/home/layers/sam", False),
        ("/home/unheard/sam", False),
        ("/home/./net//sam", False),
        ("/home/nets/sam", True),
        ("/home/local/../net/sam", False),
        ("/home/bound/sam", True),
    ],
)
def test_the_mount_table_says_what_may_not_answer_and_nothing_else_is_touched_before(
    path: str, local: bool, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (isolated / "table").write_text(TABLE)
    monkeypatch.setattr(place, "_TABLE", str(isolated / "table"))
    touched: list[str] = []
    monkeypatch.setattr(os, "lstat", only_folders(touched))
    assert are_local(f"{path}/card.txt") is local
    assert not [each for each in touched if each.startswith(("/home/net/", "/home/fuse", "/home/auto", "/home/two"))]


def only_folders(touched: list[str]) -> Callable[[bytes], os.stat_result]:
    """As os.lstat, where everything is a folder."""
    folder = Path("/").stat()

    def lstat(path: bytes) -> os.stat_result:
        touched.append(path.decode())
        return folder

    return lstat


def test_a_link_or_a_table_that_cannot_be_read_is_not_taken_for_a_local_disk(
    isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (isolated / "home").mkdir()
    (isolated / "link").symlink_to("home")
    (isolated / "home" / "card.txt").symlink_to("/nowhere")
    assert are_local(str(isolated / "home"))
    assert not are_local(str(isolated / "link"))
    assert not are_local(str(isolated / "home"), str(isolated / "home" / "card.txt"))
    monkeypatch.chdir(isolated)
    assert are_local("home")
    assert not are_local("link/card.txt")
    monkeypatch.setattr(place, "_TABLE", "/nowhere")
    assert not are_local(str(isolated / "home"))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert are_local(str(isolated / "link"))


def test_the_settings_folder_is_where_the_platform_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, isolated: Path
) -> None:
    from platformdirs import user_config_dir

    for value in (None, str(isolated / "config"), "config", ""):
        with monkeypatch.context() as patch:
            patch.delenv("XDG_CONFIG_HOME", raising=False)
            if value is not None:
                patch.setenv("XDG_CONFIG_HOME", value)
            assert settings_folder(os.environ) == user_config_dir("carelog", appauthor=False)
    assert settings_folder({"CARELOG_HOME": "/elsewhere", "XDG_CONFIG_HOME": "/config"}) == "/elsewhere"
