"""What `-` means: standard input in place of a text or of a file that is read, standard output for one to write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.text import LONGEST_TEXT
from carelog.errors import InvalidValue
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelog.cli.runtime.context import Context

DASH = "-"
_CHANGES = frozenset({"change", "edit"})
"""The last words of commands that change what was there: an empty pipe takes nothing away."""
_MOST_BYTES = 4 * LONGEST_TEXT + 1


def with_text_of_input(context: Context, given: Mapping[str, object]) -> dict[str, object]:
    """Texts of the command line that end with `-`, by parameter, with what standard input holds in its place.

    Raises InvalidValue for two of them, where standard input is no text, and where it is empty and a thing is changed.
    """
    if len(given) > 1:
        raise InvalidValue("program.one-standard-input")
    from carelog.cli.runtime.outside import text_of

    content = input_stream(context).read(_MOST_BYTES)
    text = text_of(content, context.remarks).strip()
    if not text and context.command.name.rpartition(" ")[2] in _CHANGES:
        raise InvalidValue("program.nothing-came-in")
    return {name: [*words[:-1], text] if isinstance(words, list) else text for name, words in given.items()}


def input_stream(context: Context) -> BinaryIO:
    """Standard input; on a terminal it is said how what is typed there ends."""
    if sys.stdin.isatty():
        say_on_stderr(program_words.HOW_INPUT_ENDS)
    context.reads_standard_input = True
    return sys.stdin.buffer


def output_file(context: Context, file: Path) -> Path | None:
    """The file to write; None for standard output. Raises InvalidValue where that is needed for JSON."""
    if str(file) != DASH:
        return file
    if context.as_json:
        raise InvalidValue("export.stdout-is-json")
    return None


def need_folder(folder: Path | None) -> None:
    """Raise InvalidValue for `-` in place of a folder."""
    if str(folder) == DASH:
        raise InvalidValue("program.dash-is-no-folder")


def need_file(file: Path | None) -> None:
    """Raise InvalidValue for `-` in place of a file that no stream can be."""
    if str(file) == DASH:
        raise InvalidValue("program.dash-is-no-file")
