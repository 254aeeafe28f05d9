"""Other verbs that are understood and stand in no help: things are removed, entries are deleted, `rm` is both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from carelog.cli.command import REGISTRY, load, with_words
from carelog.cli.help_asked import asks_help, before_text
from carelog.cli.table import COMMANDS, OTHER_VERBS
from carelog.domain.ids import is_last, is_reference


def with_known_verb(argv: Sequence[str]) -> list[str]:
    """The command line with the verb of help in the place of another word for it; else as it is.

    Where bare words are text a verb is one before handles or “last” alone: `keep rm last`; else it may be said.
    """
    before = before_text(argv)
    places = [place for place, word in enumerate(before) if not word.startswith("-")]
    words = [argv[place] for place in places]
    if not words or words[0] not in COMMANDS:
        return _replaced(argv, places[0], lambda verb: verb in COMMANDS) if words else [*argv]
    if len(words) == 1 or words[1] not in OTHER_VERBS:
        return [*argv]
    load(words[:1])
    if " ".join(words[:2]) in REGISTRY:
        return [*argv]
    if with_words(words[0]) and not (asks_help(argv) or ("--" not in argv and _are_things(words[2:]))):
        return [*argv]
    return _replaced(argv, places[1], lambda verb: f"{words[0]} {verb}" in REGISTRY)


def _are_things(words: Sequence[str]) -> bool:
    return bool(words) and all(is_last(word) or is_reference(word) for word in words)


def _replaced(argv: Sequence[str], place: int, is_known: Callable[[str], bool]) -> list[str]:
    verbs = OTHER_VERBS.get(argv[place], ())
    return [*argv[:place], next(filter(is_known, verbs), argv[place]), *argv[place + 1 :]]
