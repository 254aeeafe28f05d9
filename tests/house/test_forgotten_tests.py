"""A test types every command and every option of it; what none types is named, with the file to add a test to."""

from collections import Counter
from collections.abc import Mapping

from carelog.cli.command import REGISTRY
from support.program import OPTIONS
from support.source import ROOT
from support.typed import Typed, typed_by_tests


def test_a_test_types_every_command_and_every_option_of_it() -> None:
    typed = typed_by_tests()
    missing = [
        f"no test types `carelog {f'{name} {option}'.strip()}`: {file_for(name, typed)}"
        for name, options in OPTIONS.items()
        for option in ("", *options)
        if (name, option) not in typed
    ]
    assert not missing, "\n".join(missing)


def file_for(command: str, typed: Mapping[Typed, Counter[str]]) -> str:
    """The test file of a command: the one named as its module, else the one that types it most often."""
    module = REGISTRY[command].body.__module__.rpartition(".")[2].strip("_")
    usual = f"tests/cli/commands/test_{module}.py"
    often = typed.get((command, ""))
    return max(often, key=often.__getitem__) if often and not (ROOT / usual).exists() else usual
