"""PDF files: missing fonts, passwords, and files that are not for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import grouped
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

ASK = _("Password for the file (nothing shows while you type)")
ASK_AGAIN = _("Once more")
PASSWORDS_DIFFER = _("The two are not the same. Once more, please.")
NO_WAY_BACK = _("Nobody can open the file without its password, and carelog does not keep it.")

_CHINESE_OR_JAPANESE, _KOREAN = _("Chinese or Japanese"), _("Korean")
_EAST_ASIAN_SCRIPTS = {
    "BOPOMOFO": _CHINESE_OR_JAPANESE,
    "CJK": _CHINESE_OR_JAPANESE,
    "HIRAGANA": _CHINESE_OR_JAPANESE,
    "KATAKANA": _CHINESE_OR_JAPANESE,
    "HANGUL": _KOREAN,
}
_EAST_ASIAN_FONTS = "fonts-noto-cjk"
_OTHER_FONTS = "fonts-noto-core"
_MOST_NAMED = 3


def takes(notes: int, seconds: int, megabytes: float) -> str:
    """Before a PDF with many notes is made, which takes time and memory."""
    return plural(
        notes,
        "{number} note in one PDF takes about {seconds} seconds and {megabytes} MB of memory. "
        "A file for each year takes less: --by-year",
        "{number} notes in one PDF take about {seconds} seconds and {megabytes} MB of memory. "
        "A file for each year takes less: --by-year",
        number=grouped(notes),
        seconds=seconds,
        megabytes=grouped(megabytes),
    )


def not_drawn(scripts: Sequence[str]) -> str:
    """Some characters could not be drawn; `scripts` are the first words of their Unicode names, such as CJK."""
    named = sorted({_EAST_ASIAN_SCRIPTS.get(each, each.capitalize()) for each in scripts})
    package = _EAST_ASIAN_FONTS if scripts and set(scripts) <= _EAST_ASIAN_SCRIPTS.keys() else _OTHER_FONTS
    if not named:
        template = _(
            "Some characters have no font on this computer and are boxes on the pages. With a font that has them, "
            "such as the package {package}, write it again; HTML shows them wherever its reader has one."
        )
        return template.format(package=package)
    template = _(
        "Some characters ({scripts}) have no font on this computer and are boxes on the pages. With a font that has "
        "them, such as the package {package}, write it again; HTML shows them wherever its reader has one."
    )
    return template.format(scripts=listed(named[:_MOST_NAMED]), package=package)
