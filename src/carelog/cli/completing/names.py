"""Names for a shell that completes, without Typer: of commands, and of the journal behind what `names.txt` lists.

`scripts/make_for_shells.py` writes that table from Typer's own tree, as it does the scripts of shells. It says where
names of the journal are offered; whatever else stands in a line is left to Typer.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.completing.offered import offered_for
from carelog.cli.completing.shell_line import hand_over, is_own_script, shell_that_asks, typed
from carelog.cli.help_asked import HELP
from carelog.cli.runtime.streams import prepare_streams
from carelog.cli.table import COMMANDS, IN_TWO_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEVERAL, NAMES, OTHER = "+", "@", "x"
"""How the table writes what stands at a place or behind the = of an option: before anything, that there can be several;
before the key of what is offered, that it is a name of the journal; and what is none. A switch has no =."""
_TABLE = Path(__file__).parents[2] / "data" / "completion" / "names.txt"
_NOTHING = "", ""


def are_offered() -> bool:
    """Write the names that fit to what was typed, where only names can; whether they were written."""
    if not is_own_script():
        return False
    shell = shell_that_asks()
    words, quote = typed(shell)
    prepare_streams()
    names = _of_commands(words[1:]) if shell == "bash" else []  # others show what a command does, which its module says
    if not names:
        key, begun = asked_for(words[1:], _TABLE.read_text("utf-8").splitlines())
        if not key:
            return False
        names = [each for each in offered_for(key, begun) if not each.isspace()]
    hand_over(names, shell, words[-1], quote)
    return True


def asked_for(words: Sequence[str], table: Iterable[str]) -> tuple[str, str]:
    """The key of what is offered for the last of the words behind carelog, and what is begun of it.

    The key is empty where Typer has to say what fits: where the table has no such command, an option is not known by
    that form or is given twice, or anything but a name of the journal can stand there.
    """
    for line in table:
        name, *parts = line.split("\t")
        path = name.split()
        if path == [*words[: len(path)]] and len(words) > len(path):
            *before, last = words[len(path) :]
            command = _Command(parts)
            return command.wanted(last) if all(map(command.takes, before)) else _NOTHING
    return _NOTHING


def _of_commands(words: Sequence[str]) -> list[str]:
    """The first words of commands, and help, that begin like the only word; none where there are more words."""
    names = (*(name for name in COMMANDS if name not in IN_TWO_WORDS), HELP)
    return [name for name in names if name.startswith(words[0])] if len(words) == 1 else []


class _Command:
    """What can still be typed behind the name of a command, as words are taken."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._places = [each for each in parts if not _is_option(each)]
        self._options = {form: each for each in parts if _is_option(each) for form in _forms(each)}
        self._awaited = ""
        """What the value of the last option is; empty where none is awaited."""

    def takes(self, word: str) -> bool:
        """Take a word that is whole; whether it is understood."""
        if word.startswith("-"):
            return not self._awaited and self._takes_option(*word.partition("=")[:2])
        if self._awaited:
            self._awaited = ""
            return True
        if self._places and not self._places[0].startswith(SEVERAL):
            del self._places[0]
            return True
        return bool(self._places)

    def wanted(self, last: str) -> tuple[str, str]:
        """The key of what is offered for the last word, and what is begun of it; empty where that is no name."""
        begun, wanted = last, self._awaited or next(iter(self._places), "")
        if last.startswith("-"):
            form, equals, begun = last.partition("=")
            is_known = equals and form.startswith("--") and self.takes(form)
            wanted = self._awaited if is_known else ""
        wanted = wanted.removeprefix(SEVERAL)
        return (wanted.removeprefix(NAMES), begun) if wanted.startswith(NAMES) and begun != "=" else _NOTHING

    def _takes_option(self, form: str, equals: str) -> bool:
        described = self._options.get(form, "")
        value = described.partition("=")[2]
        if not described or (equals and not (value and form.startswith("--"))):
            return False
        if not described.startswith(SEVERAL):
            self._options = {each: other for each, other in self._options.items() if other != described}
        self._awaited = "" if equals else value
        return True


def _is_option(part: str) -> bool:
    return part.removeprefix(SEVERAL).startswith("-")


def _forms(option: str) -> Sequence[str]:
    return option.removeprefix(SEVERAL).partition("=")[0].split("/")
