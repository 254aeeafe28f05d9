"""Text: cleaned of control and invisible characters, checked for its length, and folded for comparing."""

from __future__ import annotations

from carelog.errors import InvalidValue

LONGEST_COVER = 60
"""The most characters of a cover, and of what somebody is called: it stands where a name would."""
LONGEST_TEXT = 1_000_000
"""The most characters of one text in the journal."""

_TAKES_AWAY = frozenset({"", "none", "off"})
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_UNSAFE = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x2028, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
)
"""Control characters, direction overrides, invisible marks and lone surrogates: they can forge a terminal's output.

The joiners U+200C and U+200D are not among them, because Persian and emoji of families are written with them. Nor are
the marks U+200E and U+200F, which Hebrew and Arabic need for punctuation beside Latin words; which of them stay is in
`carelog.domain.direction`.
"""

_replaced: dict[int, str] = {}
"""What stands in the place of each of them, made when a text first needs it."""


def clean(text: str) -> str:
    """The text with every character that could control a terminal replaced by U+FFFD.

    Line feeds and tabs are kept; other line ends become line feeds. Cleaning is idempotent, and is done both when text
    is entered and when it is shown, because restored and merged rows were not entered here.
    """
    if text.isprintable():
        return text
    return _without_stray_marks(text.replace("\r\n", "\n").replace("\r", "\n").translate(_replacements()))


def takes_away(text: str) -> bool:
    """Whether a value takes away what was there: `none`, `off`, or an empty text."""
    return text.strip().casefold() in _TAKES_AWAY


def clean_line(text: str) -> str:
    """Clean a name, word or label, and put it on one line; each run of white space becomes one blank."""
    return _without_stray_marks(" ".join(clean(text).split()))


def checked_text(text: str, field: str) -> str:
    """Clean a text and strip white space at its ends.

    Raises InvalidValue with the sentence of `field` and `-too-long` when it is longer than LONGEST_TEXT characters.
    """
    if len(text) > LONGEST_TEXT:
        raise InvalidValue(f"{field}-too-long", longest=LONGEST_TEXT, length=len(text))
    return clean(text).strip()


def checked_sha256(text: str) -> str:
    """A SHA-256 checksum as it was given: 64 hexadecimal digits in lower case. Raises InvalidValue for another text."""
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise InvalidValue("text.not-sha256")
    return text


def checked_name(text: str, field: str, *, longest: int = 200) -> str:
    """Clean a name and put it on one line.

    Raises InvalidValue with the sentence of `field`, such as `sign.text`, and `-empty` when it is empty, and with that
    of `-too-long` when it has more than `longest` characters.
    """
    name = clean_line(text)
    if not name:
        raise InvalidValue(f"{field}-empty")
    if len(name) > longest:
        raise InvalidValue(f"{field}-too-long", longest=longest, length=len(name))
    return name


def checked_line(text: str, field: str, *, longest: int = 200) -> str:
    """Clean a text and put it on one line; it may be empty.

    Raises InvalidValue with the sentence of `field` and `-too-long` when it has more than `longest` characters.
    """
    return checked_name(text, field, longest=longest) if clean_line(text) else ""


def fold(text: str) -> str:
    """The form in which names and words are compared: what is the same in it has one name.

    It is without case and without marks of direction, which nobody sees, and has its accents normalised (NFKC). What
    people look for is compared without accents too: `carelog.domain.letters`.
    """
    if text.isascii():
        return text.lower()
    import unicodedata

    seen = text if text.isprintable() else text.translate(dict.fromkeys(map(ord, _MARKS)))
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


def _without_stray_marks(text: str) -> str:
    if not any(mark in text for mark in _MARKS):
        return text
    from carelog.domain.direction import without_stray_marks

    return "\n".join(map(without_stray_marks, text.split("\n")))


def _replacements() -> dict[int, str]:
    if not _replaced:
        _replaced.update((code, _REPLACEMENT) for first, last in _UNSAFE for code in range(first, last + 1))
    return _replaced
