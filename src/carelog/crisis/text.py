"""Text that a person typed or imported, made safe for a terminal and fitted to its columns."""

from __future__ import annotations

from carelog.crisis import words

_JOINERS = "\u200c\u200d"  # needed in Persian spelling and composed emoji
_WIDE_EMOJI = "\ufe0f"
_RIGHT_TO_LEFT_MARK = "\u200f"
_MARKS = "\u200e" + _RIGHT_TO_LEFT_MARK
_RIGHT_TO_LEFT, _DIGITS = {"R", "AL"}, {"EN", "AN"}


def clean(text: str) -> str:
    """The text without characters that control a terminal or change the direction of text.

    Control and format characters and lone surrogates become U+FFFD; tabs, line ends and unusual spaces become spaces.

    The marks U+200E and U+200F stay where Hebrew and Arabic need them: beside a right-to-left letter, or at an end of a
    line that has one. Anywhere else they are invisible letters that can turn the words of a command or the groups of a
    telephone number around, so they become U+FFFD; U+200F also beside a digit, because the line may be broken there.
    """
    if text.isprintable():
        return text
    shown = "".join(map(_shown, text))
    return shown if shown.isprintable() else _without_stray_marks(shown)


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


def turns(text: str) -> bool:
    """Whether a text has right-to-left letters, which turn the groups of a number behind them around."""
    if text.isascii():
        return False
    import unicodedata

    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _without_stray_marks(line: str) -> str:
    before, after = _directions_before(line), _directions_before(line[::-1])[::-1]
    turning = any(direction in _RIGHT_TO_LEFT for direction in (*before, *after))
    return "".join(
        "\ufffd" if character in _MARKS and not _may_stay(character, *sides, turning=turning) else character
        for character, *sides in zip(line, before, after, strict=True)
    )


def _may_stay(mark: str, before: str, after: str, *, turning: bool) -> bool:
    """Whether a mark may stay between these directions of letters and digits; an empty one is an end of the line."""
    if mark == _RIGHT_TO_LEFT_MARK and not _DIGITS.isdisjoint((before, after)):
        return False
    return not _RIGHT_TO_LEFT.isdisjoint((before, after)) or (turning and not (before and after))


def _directions_before(line: str) -> list[str]:
    """For each character the direction of the last letter or digit before it; empty if there is none."""
    import unicodedata

    directions, last = [], ""
    for character in line:
        directions.append(last)
        direction = unicodedata.bidirectional(character)
        if character not in _MARKS and direction in {"L", *_RIGHT_TO_LEFT, *_DIGITS}:
            last = direction
    return directions


def _shown(character: str) -> str:
    import unicodedata  # here, so that text in printable characters does not load it

    if character.isprintable() or character in _JOINERS or character in _MARKS:
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
