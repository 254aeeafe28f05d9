"""The pages of `carelog help`, and which of them was meant by whoever mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.command import REGISTRY, load
from carelog.cli.one_slip import is_one_slip
from carelog.cli.synonyms import NEVER_SUGGESTED
from carelog.cli.table import COMMANDS, IN_TWO_WORDS, OTHER_VERBS, TOPICS
from carelog.crisis.pleas import WORDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

_SHORTEST, _SHORTEST_IN_GROUP, _SHORTEST_OF_OTHER_LETTERS = 4, 2, 5
"""From how many letters on a word may lack a letter or have one too many, also behind the name of a group; and from how
many on it may have another letter: `lost` is no `last`."""


def is_page(words: Sequence[str]) -> bool:
    """Whether these words are the whole name of a command, of a group, or of a topic, or another verb for it."""
    first, *more = words
    if first in TOPICS or not more:
        return not more and (first in TOPICS or _is_known(first, COMMANDS))
    return first in COMMANDS and _is_known(" ".join(more), _commands_in(first))


def page_meant(words: Sequence[str]) -> str:
    """The page of the manual that was mistyped behind `help`, such as `contact add`; empty for a page, and for a plea.

    Whoever is in need may type any words there, so that little is taken for a slip: one word, or two of which the first
    means a group and the second one of its commands. What takes something away is never named.
    """
    first, *more = words
    name = first if first in COMMANDS else _alike(first, [*COMMANDS, *TOPICS])
    if not name or len(more) > 1:
        return ""
    if more:
        name = _command_meant(name, more[0])
    return "" if name == " ".join(words) else name


def _is_known(name: str, names: Container[str]) -> bool:
    return name in names or any(verb in names for verb in OTHER_VERBS.get(name, ()))


def _command_meant(group: str, word: str) -> str:
    names = _commands_in(group)
    last = word if word in names else _alike(word, names, _SHORTEST_IN_GROUP)
    return f"{group} {last}" if last else ""


def _commands_in(group: str) -> Sequence[str]:
    load({group} & COMMANDS.keys())
    named = [*REGISTRY, *map(" ".join, IN_TWO_WORDS.values())]
    return [name.removeprefix(f"{group} ") for name in named if name.startswith(f"{group} ")]


def _alike(word: str, names: Iterable[str], shortest: int = _SHORTEST) -> str:
    if len(word) < shortest or any(word == plea or _is_mistyped(word, plea) for plea in WORDS):
        return ""
    return next((name for name in names if name not in NEVER_SUGGESTED and _is_mistyped(word, name)), "")


def _is_mistyped(word: str, name: str) -> bool:
    """Whether a word is the name but for one slip; the first letter is right."""
    has_enough_letters = len(word) != len(name) or len(word) >= _SHORTEST_OF_OTHER_LETTERS
    return word != name and word[:1] == name[:1] and has_enough_letters and is_one_slip(word, name)
