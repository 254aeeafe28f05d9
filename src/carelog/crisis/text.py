"""Text that a person typed or imported, made safe for a terminal and fitted to its columns."""

from __future__ import annotations

from carelog.crisis import words

_JOINERS = "\u200c\u200d"  # needed in Persian spelling and composed emoji
_MARKS = "\u200e\u200f"  # needed in Hebrew and Arabic beside Latin words
_WIDE_EMOJI, _SOFT_HYPHEN = "\ufe0f", "\xad"
_FIRST_COMBINING, _FIRST_WIDE = "\u0300", "\u1100"
"""Characters before the first take one column, but for the soft hyphen; none before the second takes two."""


def clean(text: str) -> str:
    """The text without characters that control a terminal or change the direction of text.

    Control and format characters and lone surrogates become U+FFFD; tabs, line ends and unusual spaces become spaces.
    The marks U+200E and U+200F stay where they turn no command and no number around.
    """
    if text.isprintable():
        return text
    shown = "".join(map(_shown, text))
    if not any(mark in shown for mark in _MARKS):
        return shown
    from carelog.crisis.direction import without_stray_marks

    return without_stray_marks(shown)


def width(text: str) -> int:
    """The columns that the text takes on a terminal; where terminals differ, the larger number."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns` (2 or more), broken at spaces; longer words are broken anywhere.

    Japanese and Chinese, written without spaces, are broken between two characters but not before closing punctuation,
    after opening punctuation or inside a number.
    """
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

    if character.isprintable() or character in _JOINERS or character in _MARKS:
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character in "\t\r\n":
        return " "
    return "\ufffd" if category in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def _columns(character: str) -> int:
    if character < _FIRST_COMBINING and character != _SOFT_HYPHEN:
        return 1
    import unicodedata

    if character == _WIDE_EMOJI:
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(word: str, columns: int) -> list[str]:
    parts = [word]
    if max(word, default="") >= _FIRST_WIDE:
        from carelog.crisis import breaks

        parts = breaks.parts(word)
    pieces, used = [""], 0
    for part in parts:
        for piece in [part] if width(part) <= columns else part:
            size = width(piece)
            if used + size > columns:
                pieces.append("")
                used = 0
            pieces[-1] += piece
            used += size
    return pieces
