"""Where a line of Japanese or Chinese, which are written without spaces, may be broken."""

from __future__ import annotations

import unicodedata

_NOT_FIRST = (
    "、。，．！？：；・）］｝〉》」』】〕〗〙〛〟’”…‥),.:;!?]}%"
    "ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = "（［｛〈《「『【〔〖〘〚〝‘“([{"
_JOINER, _NO_COLUMN = "\u200d", {"Mn", "Me", "Cf"}


def parts(word: str) -> list[str]:
    """The parts of a word between which a line may be broken: characters of two columns, and what is between them.

    Closing punctuation stays with the part before it, opening punctuation with the part behind it, and a number whole.
    """
    found: list[str] = []
    for character in word:
        if found and not _may_break(found[-1][-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _may_break(before: str, after: str) -> bool:
    if before in _NOT_LAST or after in _NOT_FIRST or before == _JOINER or unicodedata.category(after) in _NO_COLUMN:
        return False
    return any(unicodedata.east_asian_width(each) in "WF" for each in (before, after))
