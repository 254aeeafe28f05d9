"""PDF files: the missing extra, missing fonts, passwords, and files that are not for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_INSTALLED = (
    'PDF needs a part of carelog that is not installed here: pipx install "carelog[pdf]". Without it, --format html '
    "makes a page that a browser prints."
)
ASK = "Password for the file (nothing shows while you type)"
ASK_AGAIN = "Once more"
EMPTY = "A password needs at least one character."
NOT_TYPED = "This password holds something that cannot be typed again. Letters, digits and signs can."
TOO_LONG = "A password of a PDF can hold up to 127 bytes, which is about as many letters. This one is longer."
NO_WAY_BACK = "Nobody can open the file without its password, and carelog does not keep it."

_EAST_ASIAN_SCRIPTS = dict.fromkeys(("BOPOMOFO", "CJK", "HIRAGANA", "KATAKANA"), "Chinese or Japanese")
_EAST_ASIAN_SCRIPTS["HANGUL"] = "Korean"
_EAST_ASIAN_FONTS = "fonts-noto-cjk"
_OTHER_FONTS = "fonts-noto-core"


def takes(notes: int, seconds: int, megabytes: float) -> str:
    """Before a PDF with many notes is made, which takes time and memory."""
    return (
        f"{notes:,} notes in one PDF take about {seconds} seconds and {megabytes:,.0f} MB of memory. "
        "A file for each year takes less: --by-year"
    )


def not_drawn(scripts: Sequence[str]) -> str:
    """Some characters could not be drawn; `scripts` are the first words of their Unicode names, such as CJK."""
    named = sorted({_EAST_ASIAN_SCRIPTS.get(each, each.capitalize()) for each in scripts})
    which = f" ({', '.join(named[:3])})" if named else ""
    package = _EAST_ASIAN_FONTS if scripts and set(scripts) <= _EAST_ASIAN_SCRIPTS.keys() else _OTHER_FONTS
    return (
        f"Some characters{which} have no font on this computer and are boxes on the pages. With a font that has them, "
        f"such as the package {package}, write it again; HTML shows them wherever its reader has one."
    )
