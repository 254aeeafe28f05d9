"""`carelog help environment` and the manual name every variable that the source reads, and no other."""

import ast
import re
from collections.abc import Iterator

from carelog.wording.environment import ENVIRONMENT
from carelog.wording.exit_codes import EXIT_CODES
from support.source import ROOT, SOURCE

TABLE = SOURCE / "wording" / "environment.py"
NAME = re.compile(r"[A-Z][A-Z0-9_]+")
NAMED = {name for names in ENVIRONMENT for name in names.split(", ")}
OF_LIBRARIES = {"NO_COLOR", "FORCE_COLOR"}
"""Rich reads these."""
SWITCHES = {"CARELOG_PLAIN", "CARELOG_DISCREET"}
"""Their names are put together from that of an option."""
NO_VARIABLES = {
    "HOME": "the account's own folder: whoever sets it moves all programs",
    "LOCALAPPDATA": "the same on Windows",
    "COMP_CWORD": "how Typer is asked for completion",
    "COMP_WORDS": "as above",
    "LANGUAGE": "set for Typer, not read",
    "CARELOG_": "how the name of a switch begins",
    "ZDOTDIR": "where zsh has its settings, which completion is added to",
    **dict.fromkeys(("COUNTRY", "NAME", "NONE"), "stands for a value in help"),
    **dict.fromkeys(("O_BINARY", "O_NONBLOCK", "SIGQUIT"), "what only some systems have"),
    "GB": "a country",
}
"""Names in modules that read variables which nobody sets for carelog, and why."""
WHERE_A_TERMINAL_IS = {"SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT", "TMUX", "STY", "ZELLIJ"}
"""Set by what a terminal runs in: there it is not asked for its colours."""


def test_every_variable_that_is_read_is_named() -> None:
    known = NAMED | set(NO_VARIABLES) | WHERE_A_TERMINAL_IS
    assert sorted(set(names_read()) - known) == []


def test_every_variable_that_is_named_is_read() -> None:
    read = set(names_read())
    assert sorted(NAMED - read - OF_LIBRARIES - SWITCHES) == []
    assert sorted({*NO_VARIABLES, *WHERE_A_TERMINAL_IS} - read) == []


def test_every_exit_number_of_an_error_is_named_and_no_other() -> None:
    from carelog import errors

    raised = {each.exit_number for each in vars(errors).values() if hasattr(each, "exit_number")}
    assert raised | {0, 10, 130} == set(EXIT_CODES)


def test_the_reference_says_the_same_numbers() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    table = page.partition("<!-- made: exit numbers -->")[2].partition("\n\n<")[0]
    assert [int(each) for each in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)] == list(EXIT_CODES)


def names_read() -> Iterator[str]:
    """The names in capitals in modules that read the environment, but for those of Typer's completion."""
    for path in SOURCE.rglob("*.py"):
        source = path.read_text("utf-8")
        if path != TABLE and re.search(r"\benviron(ment)?\b", source):
            yield from (
                node.value
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value)
            )
