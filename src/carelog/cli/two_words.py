"""Commands that are named by two words, such as import undo, and have one name."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.cli.table import IN_TWO_WORDS


def with_one_name(argv: Sequence[str]) -> list[str]:
    """The command line, with the one name of the command in place of the two words; any other stays as it is."""
    end = argv.index("--") if "--" in argv else len(argv)
    bare = [number for number, word in enumerate(argv[:end]) if not word.startswith("-")][:2]
    named = tuple(argv[number] for number in bare)
    name = next((each for each, words in IN_TWO_WORDS.items() if words == named), None)
    return [*argv[: bare[0]], name, *argv[bare[0] + 1 : bare[1]], *argv[bare[1] + 1 :]] if name else [*argv]
