"""The pages of `carelog help`, and which of them was meant by whoever mistyped one."""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING

from carelog.cli.synonyms import NEVER_SUGGESTED
from carelog.cli.table import COMMANDS, TOPICS
from carelog.crisis.pleas import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORTEST, _SHORTEST_OF_OTHER_LETTERS = 4, 5
"""From how many letters on a word may lack a letter or have one too many; and may have another one: `lost` is no `last`."""


def is_page(words: Sequence[str]) -> bool:
    """Whether these words are the whole name of a command, of a group, or of a topic."""
    first, *more = words
    return not more if first in TOPICS else first in COMMANDS and (not more or " ".join(more) in _commands_in(first))


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


def _command_meant(group: str, word: str) -> str:
    names = _commands_in(group)
    last = word if word in names else _alike(word, names)
    return f"{group} {last}" if last else ""


def _commands_in(group: str) -> Sequence[str]:
    from carelog.cli.app import commands_in

    return commands_in(group) if group in COMMANDS else ()


def _alike(word: str, names: Iterable[str]) -> str:
    if len(word) < _SHORTEST or any(word == plea or _is_one_slip(word, plea) for plea in WORDS):
        return ""
    return next((name for name in names if name not in NEVER_SUGGESTED and _is_one_slip(word, name)), "")


def _is_one_slip(word: str, name: str) -> bool:
    """Whether a letter is missing, too much, another one, or in its neighbour's place; the first letter is right."""
    same = len(commonprefix((word, name)))
    left, right = word[same:], name[same:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    if not same or word == name:
        return False
    if len(left) == len(right):
        is_one = len(left) == 1 or (len(left) == len("io") and left == right[::-1])
        return is_one and len(word) >= _SHORTEST_OF_OTHER_LETTERS
    return len(left) + len(right) == 1
