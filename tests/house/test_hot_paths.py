"""Each command starts in a fresh interpreter, as for a person, and says what it loaded."""

import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from carelog.cli.table import COMMANDS, MORE

ONE_COMMAND_OF_EACH = {module: name for name, module in COMMANDS.items() if name not in {"crisis", "sos"}}
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


def test_help_opens_no_storage(home: Path) -> None:
    loaded = modules_after("--help")
    assert "typer" in loaded
    assert not home.exists()
    assert not loaded & {"sqlite3", "carelog.journal.database"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("module", "command"), ONE_COMMAND_OF_EACH.items())
def test_a_command_loads_its_own_module_and_no_other(module: str, command: str) -> None:
    loaded = modules_after(command, "--no-such-option")
    modules = {*COMMANDS.values(), *chain(*MORE.values())}
    assert loaded & {f"carelog.cli.{name}" for name in modules} == {
        f"carelog.cli.{name}" for name in (module, *MORE.get(command, ()))
    }


def modules_after(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "\nloaded: " in done.stderr, done.stderr
    return set(done.stderr.rpartition("\nloaded: ")[2].split())
