"""Whether words are a text to keep or a slip of a command: `keep the list` is a text, and `keep lst` is asked about."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from carelog.cli.command import REGISTRY
from carelog.cli.one_slip import is_one_slip
from carelog.cli.prompts.ask import ask_yes_or_no
from carelog.cli.prompts.join_times import join_times
from carelog.cli.synonyms import NEVER_SUGGESTED
from carelog.cli.table import COMMANDS, VERBS
from carelog.domain.ids import is_last, is_reference
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.file_access import is_there
from carelog.wording import program as program_words
from carelog.wording.people.pleas import SOMEONE_NOW

if TYPE_CHECKING:
    from carelog.cli.command import Command
    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal

_HELP = "help"
_MEANT = {"delete": "remove", "rm": "remove", "ls": "list"}
"""The usual name of a command that people call otherwise."""
_OF_ENTRIES = {"edit": "edit", "list": "log", "show": "show"}
"""What the verbs of groups are called for entries."""
_FEWEST_OF_A_SENTENCE = 3
_PART_OF_A_HANDLE = range(4, 6)
"""How many digits of a handle are left where one or two of its six were not typed."""


def is_sentence(command: Command, first: str, words: Sequence[str]) -> bool:
    """Whether words are a text that a command keeps, though the `first` names another: `remove the old plan`.

    They are where there are three or more up to the next option, and the second is no handle and not “last”.
    """
    if not command.kept_by or command.name.endswith(f" {first}"):
        return False
    behind = takewhile(lambda word: not _is_option(word), words[words.index(first) :])
    bare = " ".join(behind).split()
    return len(bare) >= _FEWEST_OF_A_SENTENCE and not _is_reference(bare[1])


def keeps_as_text(
    context: Context,
    open_journal: Callable[[], Journal],
    words: Sequence[str],
    typed: Sequence[str],
    with_value: Iterable[str],
) -> bool:
    """Whether words are to be kept as the text that a command keeps: unless they are a slip of a command.

    One word, or one and a reference, whose first is the name of a command is asked about. Behind the name of a group
    alone so is what differs from such a name in one letter. After `--` everything is text. `typed` is the command line,
    and `with_value` the options that take a value. Raises InvalidValue where nobody can be asked.
    """
    text = " ".join(words)
    verb = _slip(context, open_journal, text.split(), typed) if text.strip() and "--" not in typed else ""
    if not verb:
        return True
    command = _command_meant(context.command, verb, text.partition(" ")[2])
    if context.can_ask:
        return ask_yes_or_no(program_words.ask_text_or_command(text, command), default=False)
    kept = _typed_as_text(context.command, words, typed, with_value)
    someone = f"\n{SOMEONE_NOW}" if verb == _HELP else ""
    raise InvalidValue("program.text-or-command", text=text, command=command, kept=kept, someone=someone)


def _slip(context: Context, open_journal: Callable[[], Journal], words: Sequence[str], typed: Sequence[str]) -> str:
    """The name of a command that these words are a slip of; empty for a text."""
    first, *rest = words
    name = context.command.name
    if not context.command.with_words or _names(typed, name):
        named = first.casefold() in VERBS and (not rest or (len(rest) == 1 and _is_reference(rest[0])))
        return first.casefold() if named else ""
    group = name.partition(" ")[0]
    known = [each.partition(" ")[2] for each in REGISTRY if each.startswith(f"{group} ")]
    verb = _almost(first.casefold(), [*known, *sorted(VERBS)])
    is_edit = verb == "edit" and rest and _is_reference(rest[0])
    return verb if verb and (not rest or is_edit or _is_one_thing(context, open_journal, rest)) else ""


def _is_one_thing(context: Context, open_journal: Callable[[], Journal], words: Sequence[str]) -> bool:
    """Whether words are handles, “last”, or the name of something in the journal."""
    if all(map(_is_reference, words)):
        return True
    if not is_there(context.paths.journal):
        return False
    wanted = fold(" ".join(words))
    return any(wanted in (fold(name), fold(name).partition(" ")[0]) for name in _names_in(open_journal()))


def _names_in(journal: Journal) -> Iterable[str]:
    for collection in (journal.contacts, journal.routines, journal.trackers, journal.signs):
        yield from (each.name for each in collection)
    yield from (each.text for each in journal.goals)


def _is_reference(word: str) -> bool:
    """Whether a word is “last” or a handle, or one that was not typed to its end."""
    digits = {*word.lower()} & {*"0123456789"}
    begun = len(word) in _PART_OF_A_HANDLE and digits and not word.isdecimal() and is_reference(word.ljust(6, "0"))
    return is_last(word) or is_reference(word) or bool(begun)


def _almost(word: str, names: Sequence[str]) -> str:
    """The name that a word is, else the first that differs in one letter; empty where none does."""
    return word if word in names else next((name for name in names if is_one_slip(word, name)), "")


def _command_meant(command: Command, verb: str, rest: str) -> str:
    """The command line that was probably meant; help, where that takes something away or there is none."""
    group, inside, _ = command.name.partition(" ")
    name = _MEANT.get(verb, verb)
    whole = f"{group} {name}" if inside else _OF_ENTRIES.get(name, "")
    if name in NEVER_SUGGESTED or not (whole in REGISTRY or whole in COMMANDS):
        return f"carelog {group} --help"
    return " ".join(filter(None, ["carelog", whole, shlex.join(rest.split())]))


def _typed_as_text(command: Command, words: Sequence[str], typed: Sequence[str], with_value: Iterable[str]) -> str:
    """The command line that keeps these words, with the options that were typed."""
    options, rest = [], iter(join_times(typed))
    for word in rest:
        if _is_option(word):
            options += [word, *([next(rest, "")] if word in {*with_value} else [])]
    return shlex.join(["carelog", *command.kept_by.split(), *options, "--", *words])


def _names(typed: Sequence[str], name: str) -> bool:
    """Whether the whole name of a command stands in a command line, and not its group alone."""
    group, _, last = name.partition(" ")
    behind = [word for word in typed[typed.index(group) + 1 :] if not _is_option(word)] if group in typed else []
    return behind[:1] == [last]


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and not word[1:2].isdigit()
