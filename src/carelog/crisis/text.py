"""Text that a person typed or imported, made safe for a terminal and fitted to its columns."""

from __future__ import annotations

from carelog.crisis import words

_JOINERS = "\u200c\u200d"  # needed in Persian spelling and composed emoji
_WIDE_EMOJI = "\ufe0f"


def clean(text: str) -> str:
    """The text without characters that control a terminal or change the direction of text.

    Control and format characters and lone surrogates become U+FFFD; tabs, line ends and unusual spaces become spaces.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def width(text: str) -> int:
    """The columns that the text takes on a terminal; where terminals differ, the larger number."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns` (2 or more), broken at spaces; longer words are broken anywhere."""
    if width(text) <= columns:
        return [text]
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer) <= columns:
            lines[-1] = longer
        else:
            lines[len(lines) - (not lines[-1]) :] = _pieces(word, columns)
    return lines


def shorten(text: str, columns: int, lines: int = 1) -> list[str]:
    """The text in at most `lines` lines; a longer text is cut and ends in dots."""
    wrapped = wrap(text, columns)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], wrap(wrapped[lines - 1], columns - width(words.CUT_OFF))[0] + words.CUT_OFF]


def _shown(character: str) -> str:
    import unicodedata  # here, so that text in printable characters does not load it

    if character.isprintable() or character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character in "\t\r\n":
        return " "
    return "\ufffd" if category in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def _columns(character: str) -> int:
    import unicodedata

    if character == _WIDE_EMOJI:
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(word: str, columns: int) -> list[str]:
    pieces, used = [""], 0
    for character in word:
        size = _columns(character)
        if used + size > columns:
            pieces.append("")
            used = 0
        pieces[-1] += character
        used += size
    return pieces
