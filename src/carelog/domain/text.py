"""Text as people write it: cleaned of what hides or commands, folded for comparing."""

from __future__ import annotations

from functools import cache

from carelog.errors import InvalidValue

LONGEST_TEXT = 1_000_000
"""The most characters that one text of the journal holds."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_HIDING = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
)
"""Controls, direction overrides, invisible marks and lone surrogates: they can forge what a terminal shows.

The joiners U+200C and U+200D stay: Persian and families of emoji are written with them.
"""


def clean(text: str) -> str:
    """The same text with everything that could steer a terminal replaced by U+FFFD.

    Line feeds and tabs stay; other line ends become line feeds. Cleaning twice changes nothing more, so it is
    done when text comes in and again when it is drawn: restored and merged rows were not typed here.
    """
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_replacements())


def clean_line(text: str) -> str:
    """Clean text on one line: names, words and labels; runs of white space become one blank."""
    return " ".join(clean(text).split())


def checked_text(text: str, what: str) -> str:
    """Clean text of a storable length.

    Raises InvalidValue, naming `what`, when it is longer than LONGEST_TEXT characters.
    """
    if len(text) > LONGEST_TEXT:
        raise InvalidValue(f"{what} can hold up to {LONGEST_TEXT:,} characters; this has {len(text):,}.")
    return clean(text).strip()


def checked_name(text: str, what: str, *, longest: int = 200) -> str:
    """A clean name on one line, not empty and at most `longest` characters.

    Raises InvalidValue, naming `what`, otherwise.
    """
    name = clean_line(text)
    if not name:
        raise InvalidValue(f"{what} needs at least one character.")
    if len(name) > longest:
        raise InvalidValue(f"{what} can have up to {longest} characters; this has {len(name)}.")
    return name


def checked_line(text: str, what: str, *, longest: int = 200) -> str:
    """Clean text on one line, perhaps empty, and at most `longest` characters.

    Raises InvalidValue, naming `what`, otherwise.
    """
    return checked_name(text, what, longest=longest) if clean_line(text) else ""


def fold(text: str) -> str:
    """The form in which names, words and searches are compared: any case, any way of writing accents."""
    if text.isascii():
        return text.lower()
    import unicodedata

    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


@cache
def _replacements() -> dict[int, str]:
    return {code: _REPLACEMENT for first, last in _HIDING for code in range(first, last + 1)}
