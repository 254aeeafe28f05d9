"""The modules that commands load: each command runs in a fresh interpreter, as for a person, and lists them."""

import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest

from carelog.cli.table import COMMANDS
from carelog.journal import Journal
from carelog.journal.keys.key_ring import forget_keys
from carelog.paths import Paths
from support.command import environment
from support.journals import fill
from support.locks import SCRIPT, lock_home

ONE_COMMAND_OF_EACH = {modules: name for name, modules in COMMANDS.items() if name not in {"crisis", "sos"}}
PLAIN_SQLITE, DRAWS = "sqlite3", "rich"
OF_OTHER_COMMANDS = {"jinja2", "jsonschema", "phonenumbers", "pypdf", DRAWS, "segno", "tomli_w", "typst"}
OF_SEALED_NOTES = {"keyring", "pyrage"}
OF_STORAGE = {PLAIN_SQLITE, "carelog.journal.storage.database"}
OF_A_LOCK = OF_SEALED_NOTES | {
    "carelog.journal.storage.cipher",
    "carelog.journal.keys.key_cache",
    "carelog.journal.keys.key_ring",
    "carelog.journal.lock.key_slots",
    "carelog.journal.lock.sealed_notes",
    "ctypes",
    "hashlib",
    "resource",
    "sqlcipher3",
}
OF_PROGRAMS = {f"carelog.exchange.serializers.{name}" for name in ("pages", "people", "scores")}
"""The shapes of JSON, which only --json asks for."""
OF_QUESTIONNAIRES = {
    "carelog.questionnaires",
    "carelog.questionnaire_files",
    "importlib.resources",
    "tempfile",
    "zipfile",
}
OF_PAGES = {
    "carelog.cli.commands.today",
    "carelog.domain.entry",
    "carelog.domain.goal",
    "carelog.domain.people.activity",
    "carelog.domain.people.contact",
    "carelog.domain.people.plan",
    "carelog.domain.questionnaires.answer",
    "carelog.domain.questionnaires.questionnaire",
    "carelog.domain.routines.strength",
    "carelog.domain.sign",
    "carelog.review.days.moods",
    "carelog.review.days.scores",
    "carelog.review.pages.today",
    "carelog.review.pages.week",
}
"""What the pages of days need and `due` does not, which a prompt asks again and again."""
GUARDED = OF_OTHER_COMMANDS | OF_SEALED_NOTES | OF_STORAGE | OF_A_LOCK | OF_PROGRAMS | OF_QUESTIONNAIRES | OF_PAGES
OF_A_LATER_TYPER = "pydantic"
"""The one guarded name that is not installed: Typer 0.29 would bring it."""
ONLY_ELSEWHERE = {"keyring"}
"""What pyproject.toml installs on other systems only."""

LOADED = """
import sys
before = set(sys.modules)
from carelog.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print("\\nloaded:", *(sys.modules.keys() - before), file=sys.stderr)
"""


def test_noting_a_mood_loads_no_drawing_and_no_library_of_another_command(home: Path) -> None:
    loaded = modules_after("mood", "4", "hi")
    assert home.is_dir()
    assert "sqlite3" in loaded
    assert not loaded & (OF_OTHER_COMMANDS | {OF_A_LATER_TYPER})


def test_a_plain_journal_loads_nothing_of_a_lock_and_a_locked_one_no_second_sqlite(home: Path) -> None:
    assert not modules_after("mood", "4", "hi") & OF_A_LOCK
    lock_home(home)
    Journal.open(Paths.inside(home)).close()
    forget_keys()
    loaded = modules_after("mood", "4", "hi", env=SCRIPT)
    assert "sqlcipher3" in loaded
    assert not loaded & {PLAIN_SQLITE, *OF_SEALED_NOTES, DRAWS}


@pytest.mark.parametrize("asked", ["help", "--help", "-h"])
def test_the_first_page_of_help_opens_no_storage_and_no_command_line(home: Path, asked: str) -> None:
    loaded = modules_after(asked)
    assert "carelog.wording.first_page" in loaded
    assert not home.exists()
    assert not loaded & (OF_STORAGE | {DRAWS, "typer"})
    assert not {name for name in loaded if name.startswith("carelog.cli.commands.")}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_which_versions_run_is_said_by_few_modules_and_sqlite(home: Path, option: str) -> None:
    loaded = modules_after(option)
    own = {name for name in loaded if name.startswith("carelog")}
    places = {"carelog", "carelog.cli", "carelog.cli.runtime"}
    assert own == places | {"carelog.__main__", "carelog.cli.runtime.at_once", "carelog.cli.versions"}
    assert "_sqlite3" in loaded
    assert not loaded & {PLAIN_SQLITE, "dataclasses", "pathlib", "platform", "re", "typer", "typing"}
    assert not home.exists()


def test_versions_as_json_are_said_without_any_command_and_today_without_another(home: Path) -> None:
    assert not {name for name in modules_after("--version", "--json") if name.startswith("carelog.cli.commands.")}
    assert "carelog.cli.commands.tracker" not in modules_after()
    assert not home.exists()


@pytest.mark.parametrize("line", ["done ", "contact show ", "mood 4 --feel=", "track --at 8:00 s"])
def test_names_are_completed_without_typer_and_without_their_command(home: Path, line: str) -> None:
    Journal.open(Paths.inside(home)).close()
    loaded = modules_after(env={"_CARELOG_COMPLETE": "complete_bash", "_CARELOG_LINE": f"carelog {line}"})
    assert "carelog.journal" in loaded
    assert not loaded & {"typer", "carelog.cli.app", "carelog.cli.command"}
    assert not {name for name in loaded if name.startswith("carelog.cli.commands")}


def test_what_is_due_is_said_without_drawing_and_without_what_other_pages_need(home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        fill(journal)
    loaded = modules_after("due")
    assert "carelog.domain.routines.due" in loaded
    assert not loaded & (OF_OTHER_COMMANDS | OF_PROGRAMS | OF_QUESTIONNAIRES | OF_PAGES)
    assert "carelog.exchange.serializers.pages" in modules_after("due", "--json")


@pytest.mark.parametrize("page", ["today", "week", "log"])
def test_a_page_loads_no_shapes_for_programs_and_no_questionnaire_without_recent_answers(page: str, home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        fill(journal)
    loaded = modules_after(page)
    assert not loaded & (OF_OTHER_COMMANDS - {DRAWS} | OF_PROGRAMS | OF_QUESTIONNAIRES - {"tempfile", "zipfile"})


@pytest.mark.parametrize("words", [("done", "word", "walk"), ("track", "word hours=7")])
def test_what_is_noted_of_a_day_loads_no_page_and_no_questionnaire(words: tuple[str, ...], home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        fill(journal)
        journal.signs.remove(*journal.signs)
    loaded = modules_after(*words)
    assert "sqlite3" in loaded
    assert not loaded & (OF_OTHER_COMMANDS | OF_PROGRAMS | OF_QUESTIONNAIRES | OF_PAGES - {"carelog.domain.entry"})


@pytest.mark.parametrize("name", sorted(GUARDED - ONLY_ELSEWHERE))
def test_a_guarded_module_exists(name: str) -> None:
    assert find_spec(name), (
        f"{name} is guarded in {Path(__file__).name}, and there is no such module: name its successor"
    )


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("modules", "command"), ONE_COMMAND_OF_EACH.items())
def test_a_command_loads_its_own_modules_and_no_other(modules: tuple[str, ...], command: str) -> None:
    loaded = modules_after(command, "--no-such-option")
    assert DRAWS not in loaded
    assert loaded & {f"carelog.cli.commands.{name}" for name in chain(*COMMANDS.values())} == {
        f"carelog.cli.commands.{name}" for name in modules
    }


def modules_after(*arguments: str, env: Mapping[str, str] | None = None) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        stdin=subprocess.DEVNULL,
        env=environment(env),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "\nloaded: " in done.stderr, done.stderr
    return set(done.stderr.rpartition("\nloaded: ")[2].split())
