"""The pseudo-language `xx`: accented and longer English, made as it is asked for.

`CARELOG_LANG=xx carelog today` shows which words no translation would reach, and what a longer language cuts off.
"""

from __future__ import annotations

import re
from gettext import NullTranslations

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀçđéƒğĥíĵķļɱñöƥɋŕšťúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶĻṀÑÖƤɊŔŠŤÚṼŴẊÝŽ"
)
_SLOT = re.compile(r"(\{[^{}]*\})")
_SHORTEST_LENGTHENED = 4
"""A shorter word is the label of a column or a mark, which a translator keeps short too."""


class PseudoLanguage(NullTranslations):
    """A catalogue that has every sentence."""

    def gettext(self, message: str) -> str:
        """The sentence with its letters accented, about a third longer; slots stay as they are."""
        parts = _SLOT.split(message)
        accented = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
        return accented + "~" * (len(message) // 3 if len(message) > _SHORTEST_LENGTHENED else 0)

    def pgettext(self, _context: str, message: str) -> str:
        """The word with its letters accented, in any context."""
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The sentence for one or for several, as in English."""
        return self.gettext(msgid1 if n == 1 else msgid2)
