"""The command line as it was typed, but for a word or an option that did not fit: a command to paste."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from carelog.cli.prompts.join_times import join_times


def typed_without(option: str, argv: Sequence[str], *, but_once: bool = False) -> str:
    """The command line of these words without an option and its value; `but_once` leaves the first of them."""
    return shlex.join(["carelog", *_kept(option, join_times(argv), left=int(but_once))])


def typed_with(new: str, old: str, argv: Sequence[str]) -> str:
    """The command line of these words with a new word in place of the first that is the old one, in any case."""
    words = join_times(argv)
    place = [word.casefold() for word in words].index(old.casefold())
    return shlex.join(["carelog", *words[:place], new, *words[place + 1 :]])


def typed_before(word: str, argv: Sequence[str]) -> str:
    """The command line of these words with one more behind them."""
    return shlex.join(["carelog", *join_times(argv), word])


def _kept(option: str, words: Sequence[str], left: int) -> Iterator[str]:
    rest = iter(words)
    for word in rest:
        if word == "--":
            yield word
            yield from rest
        elif word.partition("=")[0] != option:
            yield word
        else:
            with_value = [word, *([] if "=" in word else [next(rest, "")])]
            yield from with_value if left > 0 else ()
            left -= 1
