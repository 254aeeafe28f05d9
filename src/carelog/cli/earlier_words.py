"""Command lines in the words that the program goes by: commands of two words, options that were called otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.cli.help_asked import before_text
from carelog.cli.table import IN_TWO_WORDS, OLD_OPTIONS


def with_one_name(argv: Sequence[str]) -> list[str]:
    """The command line, with the one name of the command in place of the two words; any other stays as it is."""
    bare = [number for number, word in enumerate(before_text(argv)) if not word.startswith("-")][:2]
    named = tuple(argv[number] for number in bare)
    name = next((each for each, words in IN_TWO_WORDS.items() if words == named), None)
    return [*argv[: bare[0]], name, *argv[bare[0] + 1 : bare[1]], *argv[bare[1] + 1 :]] if name else [*argv]


def with_new_options(words: list[str]) -> list[str]:
    """The words behind `carelog`, with what options are called now in place of what they were called before."""
    name = next((each for each in (" ".join(words[:2]), *words[:1]) if each in OLD_OPTIONS), "")
    return [OLD_OPTIONS[name].get(word, word) for word in words] if name else words
