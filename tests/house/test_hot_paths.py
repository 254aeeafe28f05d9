"""Each command starts in a fresh interpreter, as for a person, and says what it loaded."""

import subprocess
import sys
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from carelog.cli.table import COMMANDS
from carelog.journal import Journal
from carelog.journal.key_ring import forget_keys
from carelog.paths import Paths
from support.command import environment
from support.locks import SCRIPT, lock_home

ONE_COMMAND_OF_EACH = {modules: name for name, modules in COMMANDS.items() if name not in {"crisis", "sos"}}
LOADED = """
import sys
from carelog.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print("\\nloaded:", *sys.modules, file=sys.stderr)
"""


def test_noting_a_mood_loads_no_drawing_and_no_library_of_another_command(home: Path) -> None:
    loaded = modules_after("mood", "4", "hi")
    assert home.is_dir()
    assert "sqlite3" in loaded
    assert not loaded & {
        "jinja2",
        "jsonschema",
        "phonenumbers",
        "pydantic",
        "pypdf",
        "rich",
        "segno",
        "tomli_w",
        "typst",
    }


def test_a_plain_journal_loads_nothing_of_a_lock_and_a_locked_one_no_second_sqlite(home: Path) -> None:
    of_a_lock = {"sqlcipher3", "ctypes", "keyring", "pyrage", "hashlib", "resource"}
    of_a_lock |= {f"carelog.journal.{name}" for name in ("cipher", "key_ring", "key_cache", "keyslots", "sealed")}
    assert not modules_after("mood", "4", "hi") & of_a_lock
    lock_home(home)
    Journal.open(Paths.inside(home)).close()
    forget_keys()
    loaded = modules_after("mood", "4", "hi", env=SCRIPT)
    assert "sqlcipher3" in loaded
    assert not loaded & {"sqlite3", "keyring", "pyrage", "rich"}


def test_help_opens_no_storage(home: Path) -> None:
    loaded = modules_after("--help")
    assert "typer" in loaded
    assert not home.exists()
    assert not loaded & {"sqlite3", "carelog.journal.database"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("modules", "command"), ONE_COMMAND_OF_EACH.items())
def test_a_command_loads_its_own_modules_and_no_other(modules: tuple[str, ...], command: str) -> None:
    loaded = modules_after(command, "--no-such-option")
    assert loaded & {f"carelog.cli.{name}" for name in chain(*COMMANDS.values())} == {
        f"carelog.cli.{name}" for name in modules
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
