"""What a word that is no command probably means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.synonyms import NEVER_SUGGESTED, SYNONYMS
from carelog.crisis.pleas import CARD, STEP_FIRST, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_SHORTEST, _ALMOST_THE_SAME = 5, 0.85
"""From how many letters on a word for help is looked for among misspelled ones, and how alike they have to be."""
_FOR_HELP = [word for word in WORDS if len(word) >= _SHORTEST]


def probably_meant(word: str, names: Iterable[str], *, is_first: bool) -> Sequence[str]:
    """The names of commands that may be meant, at most three: by what people call them, else by how they are spelled.

    What is spelled almost like a word for help means the card, or somebody to talk to. That and synonyms are of first
    words alone (`is_first`). A command that takes something away is never among them.
    """
    from difflib import get_close_matches

    typed = word.casefold()
    harmless = [name for name in names if name not in NEVER_SUGGESTED]
    if is_first and typed in SYNONYMS:
        return [name for name in SYNONYMS[typed] if name in harmless]
    if is_first and (plea := get_close_matches(typed, _FOR_HELP, n=1, cutoff=_ALMOST_THE_SAME)):
        return ["crisis" if WORDS[plea[0]] in {CARD, STEP_FIRST} else "reach"]
    return get_close_matches(typed, harmless)
