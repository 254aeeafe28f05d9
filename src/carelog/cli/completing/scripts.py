"""The scripts that shells load for completion: they know commands and options, and ask for names of the journal.

`scripts/make_for_shells.py` makes them. They take words, never code: the scripts of Typer let zsh run what is answered,
and bash look for files in it, and a name of the journal is neither.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from carelog.cli.runtime.streams import say
from carelog.cli.table import COMPLETION_OPTIONS
from carelog.errors import InvalidValue
from carelog.wording.program import completion_set_up

SCRIPTS = {"bash": "carelog.bash", "zsh": "_carelog", "fish": "carelog.fish"}
"""The file of each shell's script, in data/completion."""
_OF_TYPER = ("powershell", "pwsh")
_PROGRAM = "carelog"
_BASH_LINE = "source '{path}'"
_ZSH_LINE = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
_ZSH_STYLE = "zstyle ':completion:*' menu select"


def hand_over(argv: Sequence[str]) -> int:
    """Set up completion for the shell that is named, else for a parent's, and say where; or write its script.

    Raises InvalidValue where none of those that can be completed in is there.
    """
    option, shell = _asked(argv)
    if option == "--install-completion":
        say(completion_set_up(shell, str(_install(shell))), sys.stdout)
    else:
        sys.stdout.write(_script(shell))
    return 0


def _asked(argv: Sequence[str]) -> tuple[str, str]:
    place = next(number for number, word in enumerate(argv) if word in COMPLETION_OPTIONS)
    given = next((word for word in argv[place + 1 :] if not word.startswith("-")), "")
    shell = given or _parent()
    if shell not in (*SCRIPTS, *_OF_TYPER):
        key = "program.shell-not-completed" if given else "program.shell-unknown"
        raise InvalidValue(key, shell=given, option=argv[place])
    return argv[place], shell


def _parent() -> str:
    from typer import _completion_shared

    return vars(_completion_shared)["_get_shell_name"]() or ""


def _script(shell: str) -> str:
    if shell in SCRIPTS:
        return (Path(__file__).parents[2] / "data" / "completion" / SCRIPTS[shell]).read_text("utf-8")
    from typer import _completion_shared

    write = vars(_completion_shared)["get_completion_script"]
    return f"{write(prog_name=_PROGRAM, complete_var='_CARELOG_COMPLETE', shell=shell)}\n"


def _install(shell: str) -> Path:
    """Write the script to where the shell finds it in its next window; return where that is."""
    if shell in _OF_TYPER:
        from typer import _completion_shared

        return Path(vars(_completion_shared)["install"](shell=shell, prog_name=_PROGRAM)[1])
    home = Path.home()
    if shell == "bash":
        path = home / ".bash_completions" / "carelog.sh"
        _add_lines(home / ".bashrc", _BASH_LINE.format(path=path))
    elif shell == "zsh":
        path = home / ".zfunc" / "_carelog"
        _add_lines(_folder_of("ZDOTDIR", home) / ".zshrc", _ZSH_LINE, _ZSH_STYLE)
    else:
        path = _folder_of("XDG_CONFIG_HOME", home / ".config") / "fish" / "completions" / "carelog.fish"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_script(shell), "utf-8")
    return path


def _folder_of(variable: str, usual: Path) -> Path:
    """The folder that a variable names; the usual one where it is not set, or relative, which shells ignore."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else usual


def _add_lines(file: Path, line: str, style: str = "") -> None:
    """Add the line where it is missing; the style where the file sets none. What stands there stays as it is."""
    text = file.read_text("utf-8", "surrogateescape") if file.exists() else ""
    added = [each for each in (line, style) if each and each not in text and (each == line or "zstyle" not in text)]
    if added:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write("\n" * bool(text and not text.endswith("\n")) + "".join(f"{each}\n" for each in added))
