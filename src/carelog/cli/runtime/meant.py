"""What a word that is no command probably means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.synonyms import NEVER_SUGGESTED, SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def probably_meant(word: str, names: Iterable[str], *, is_first: bool) -> Sequence[str]:
    """The names of commands that may be meant, at most three: by what people call them, else by how they are spelled.

    Synonyms are of first words alone (`is_first`). A command that takes something away is never among them.
    """
    from difflib import get_close_matches

    typed = word.casefold()
    harmless = [name for name in names if name not in NEVER_SUGGESTED]
    if is_first and typed in SYNONYMS:
        return [name for name in SYNONYMS[typed] if name in harmless]
    return get_close_matches(typed, harmless)
