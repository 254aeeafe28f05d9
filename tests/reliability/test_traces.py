"""The traces that the matrix leaves: nothing on the network, nothing outside the home, no word in the wrong file."""

import json
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS
from carelog.journal.backup.erase import erase_files
from carelog.paths import Paths
from reliability.matrix import MATRIX, PLANTED, Happened, environment_of, furnish
from reliability.same_process import walk_forked
from reliability.strace import strace

WRITING = "openat creat mkdir mkdirat mknodat rename renameat renameat2 link linkat symlink symlinkat chmod fchmodat"
MAY_WRITE = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC)\b")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
DEVICES = ("/dev/null", "/dev/tty", "/dev/pts/")


@dataclass(frozen=True, slots=True)
class Life:
    """A folder in which the whole matrix was run, its results, and its system calls."""

    place: Path
    happened: tuple[Happened, ...]
    calls: tuple[str, ...]

    @property
    def home(self) -> Path:
        return self.place / "carelog"


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """The matrix, run under strace with a umask of 0: the import of the commands, and each command line."""
    place, log = tmp_path_factory.mktemp("life"), tmp_path_factory.mktemp("log") / "calls"
    names = ",".join(f"?{name}" for name in WRITING.split())
    watch = strace(log, "--seccomp-bpf", "-y", "-A", "-s", "4096", "-e", f"trace=%network,{names}")
    desk = place / "desk"
    variables = environment_of(place, place / "carelog", desk)
    furnish(desk)
    happened = tuple(walk_forked(MATRIX, desk, variables, watch))
    calls = log.read_text("utf-8", "replace").splitlines()
    itself = calls[0].split()[0]  # it imports the commands, and puts the backup there that is to be restored
    prepared = [call for call in calls if call.split()[0] == itself and "backup.db" in call]
    return Life(place, happened, tuple(call for call in calls if call not in prepared))


def commands() -> Iterator[str]:
    for module in chain(*COMMANDS.values()):
        import_module(f"carelog.cli.commands.{module}")
    return iter(REGISTRY)


def files(*places: Path) -> Iterator[Path]:
    for place in places:
        yield from (path for path in place.rglob("*") if path.is_file())


def test_the_matrix_uses_every_command_and_succeeds_with_it() -> None:
    used = [step.words(Path("desk")) for step in MATRIX if step.exit_code in (0, 10)]
    unused = [
        name
        for name in commands()
        if not any([word.lower() for word in words[: len(name.split())]] == name.split() for words in used)
    ]
    assert unused == ["erase"], "tests/reliability/matrix.py lacks a command"


@pytest.mark.slow
def test_every_command_ends_as_expected_and_none_with_a_traceback(life: Life) -> None:
    assert [str(each) for each in life.happened if each.exit_code != each.step.exit_code] == []
    assert [str(each) for each in life.happened if "Traceback" in each.stdout + each.stderr] == []
    silent = [str(each) for each in life.happened if each.exit_code not in (0, 10) and not each.stderr + each.stdout]
    assert silent == []


@pytest.mark.slow
def test_no_command_opens_a_socket(life: Life) -> None:
    assert sum("exited with" in call for call in life.calls) >= len(MATRIX), "nobody was watched"
    assert [call for call in life.calls if re.search(r"\b(?:socket|connect|sendto|bind)\(", call)] == []


@pytest.mark.slow
def test_nothing_is_written_outside_the_home_but_what_was_asked_for(life: Life) -> None:
    writing = [call for call in life.calls if "openat(" not in call or MAY_WRITE.search(call)]
    named = {path for call in writing if not call.endswith("+++") for path in QUOTED.findall(call)}
    absolute = {os.path.normpath(life.place / "desk" / path) for path in named}
    own = (str(life.home), str(life.place / "run" / "draft-"), *DEVICES)
    pages = (
        "page.md",
        "page.json",
        "page.pdf",
        "sheet.html",
        "plan.html",
        "sam.html",
        "agenda.ics",
        "people.vcf",
        "tables.zip",
        "diary.zip",
        "whole.json",
    )
    asked_for = tuple(str(life.place / "desk" / name) for name in (*pages, "stick", "invented"))
    beside = tuple(str(life.place / "desk" / f".{name}.") for name in pages)
    assert any(path.startswith(str(life.home)) for path in absolute), "nobody was watched"
    assert [path for path in sorted(absolute) if not path.startswith((*own, *asked_for, *beside))] == []
    assert list((life.place / "person").iterdir()) == []
    assert list((life.place / "tmp").iterdir()) == []
    assert list((life.place / "run").iterdir()) == [], "a draft stays behind"


@pytest.mark.slow
def test_traces_lists_the_files_that_were_seen_written_and_no_others(life: Life) -> None:
    named = {path for call in life.calls if not call.endswith("+++") for path in QUOTED.findall(call)}
    written = {Path(os.path.normpath(life.place / "desk" / path)) for path in named}
    kept = {str(path) for path in written if path.is_file() and (life.place / "desk") not in path.parents}
    [listed] = [json.loads(each.stdout)["data"] for each in life.happened if each.step.line == "traces --json"]
    own = {each for each in kept if each.startswith(str(life.place))}
    assert {each["path"] for each in listed["traces"]} == own == {str(path) for path in files(life.home)}
    assert len(own) > 5
    [shown] = [each.stdout for each in life.happened if each.step.line == "traces --plain"]
    assert [each["path"] for each in listed["traces"] if f"{each['path']}: {each['tells']}" not in shown] == []


@pytest.mark.slow
def test_erase_removes_every_file_that_was_written_in_the_home(life: Life, isolated: Path) -> None:
    home = Path(shutil.copytree(life.home, isolated / "carelog"))
    assert len(list(files(home))) > 5
    erase_files(Paths.inside(home))
    assert not home.exists()


@pytest.mark.slow
def test_every_file_and_folder_is_the_persons_alone_whatever_the_umask(life: Life) -> None:
    desk = life.place / "desk"
    places = [life.home, desk / "stick", desk / "invented"]
    made = [
        *places,
        *(path for place in places for path in place.rglob("*")),
        *(desk / f"page.{form}" for form in ("md", "json", "pdf")),
        *(desk / "tables.zip", desk / "whole.json"),
    ]
    modes = {str(path): oct(stat.S_IMODE(path.stat().st_mode)) for path in made}
    wrong = {path: mode for path, mode in modes.items() if mode != ("0o700" if Path(path).is_dir() else "0o600")}
    assert len(modes) > 10, "nothing was made"
    assert wrong == {}


def test_the_library_keeps_files_to_the_person_too(home: Path, program: Callable[..., list[str]]) -> None:
    subprocess.run(program("programs", "backs-up"), umask=0, check=True, capture_output=True)
    assert {path.name for path in home.iterdir()} >= {"journal.db", "card.txt", "backups"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(home)} == {0o600}
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (home, home / "backups")] == [0o700, 0o700]


@pytest.mark.slow
@pytest.mark.parametrize("word", PLANTED)
def test_a_private_word_is_where_it_belongs_and_in_no_other_file(life: Life, word: str) -> None:
    desk = life.place / "desk"
    may_hold = {
        "journal": {life.home / "journal.db", *files(life.home / "backups", desk / "stick"), desk / "backup.db"},
        "card": {life.home / "card.txt"},
        "page": {desk / "page.md", desk / "page.json"},
        "printed": {desk / "plan.html"},
        "friend": {desk / "sam.html"},
        "vcards": {desk / "people.vcf"},
    }
    everything = {desk / "typed", desk / "whole.json"}
    holding = {path for path in files(life.place) if word.encode() in path.read_bytes()} - everything
    assert all(holding & may_hold[place] for place in PLANTED[word]), "it was never planted"
    assert holding - set().union(*(may_hold[place] for place in PLANTED[word])) == set()


@pytest.mark.slow
def test_a_private_note_is_in_no_whole_copy_that_nobody_asked_to_hold_it(life: Life) -> None:
    copy = (life.place / "desk" / "whole.json").read_text("utf-8")
    assert "quillwort" not in copy
    assert "pennyroyal" in copy


@pytest.mark.slow
@pytest.mark.parametrize("word", PLANTED)
def test_no_message_repeats_a_stored_word_that_was_not_typed_with_it(life: Life, word: str) -> None:
    messages = [each for each in life.happened if each.stderr or each.exit_code not in (0, 10)]
    assert len(messages) > 20
    said = {str(each): each.stderr + each.stdout * (each.exit_code not in (0, 10)) for each in messages}
    assert [str(each) for each in messages if word in said[str(each)] and word not in each.step.line] == []


@pytest.mark.slow
def test_a_page_for_a_therapist_holds_none_of_the_private_words(life: Life) -> None:
    pages = [each.stdout for each in life.happened if "-o -" in each.step.line and "--for" not in each.step.line]
    pages += [(life.place / "desk" / name).read_text("utf-8") for name in ("page.md", "page.json")]
    stays = [word for word, places in PLANTED.items() if "page" not in places]
    assert all("walk" in page or "tablets" in page for page in pages)
    assert [(word, page) for word in stays for page in pages if word in page] == []
