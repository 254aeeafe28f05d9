"""The language that people read: English as the source has it, or the catalogue of another language.

It is chosen once, before any sentence is loaded, because most sentences are translated where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "carelog"
PSEUDO = "xx"
"""The language in which tests look for English that no translation reaches."""

_catalogue: NullTranslations | None = None


def use_language(language: str) -> bool:
    """Translate from now on into a language such as `de` or `pt-BR`; whether there is a catalogue of it."""
    global _catalogue  # noqa: PLW0603 - one language for the whole program
    if language == PSEUDO:
        from carelog.pseudo_language import PseudoLanguage

        _catalogue = PseudoLanguage()
        return True
    import gettext as library
    import os

    folder = os.path.join(os.path.dirname(__file__), "data", "locale")  # noqa: PTH118, PTH120 - as light as can be
    _catalogue = library.translation(DOMAIN, folder, [language.replace("-", "_")], fallback=True)
    if type(_catalogue) is library.NullTranslations:
        _catalogue = None
        return False
    os.environ["LANGUAGE"] = language.replace("-", "_")  # Typer's own words come from the same catalogue
    library.bindtextdomain(DOMAIN, folder)
    library.textdomain(DOMAIN)
    return True


def gettext(message: str) -> str:
    """A sentence in the language of the program; English where that has no translation of it."""
    return message if _catalogue is None else _catalogue.gettext(message)


def pgettext(context: str, message: str) -> str:
    """A word in the language of the program that is translated in more than one way, such as May in full and in short.

    `context` says which of them is meant.
    """
    return message if _catalogue is None else _catalogue.pgettext(context, message)


def ngettext(one: str, other: str, count: int) -> str:
    """The one of two sentences that fits a number, in the language of the program, which may have more than two."""
    if _catalogue is None:
        return one if count == 1 else other
    return _catalogue.ngettext(one, other, count)


def plural(count: int, one: str, other: str, **values: object) -> str:
    """The one of two templates that fits a number, with its slots filled; `{count}` is the number."""
    return ngettext(one, other, count).format(count=count, **values)
