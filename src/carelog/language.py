"""The language that people read: English as the source has it, or the catalogue of another language.

It is chosen once, before any sentence is loaded, because most sentences are translated where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

DOMAIN = "carelog"
_catalogue: NullTranslations | None = None


def choose_language(environment: Mapping[str, str], settings: str) -> None:
    """Use the language of CARELOG_LANG, else that of the settings file; English where there is no catalogue of it."""
    wanted = environment.get("CARELOG_LANG") or _language_in(settings)
    if found := wanted and language_named(wanted):
        use_language(found)


def language_named(name: str) -> str:
    """The language that has a catalogue and that name in any case, such as `pt-BR` for `pt_br`; empty for none."""
    wanted = name.replace("_", "-").casefold()
    return next((each for each in languages() if each.casefold() == wanted), "")


def languages() -> list[str]:
    """The languages of which there is a catalogue, such as `de` and `pt-BR`, in the order of the alphabet."""
    import os

    folder = _folder()
    try:
        names = os.listdir(folder)  # noqa: PTH208 - as light as can be
    except OSError:
        return []
    catalogues = {name: os.path.join(folder, name, "LC_MESSAGES", f"{DOMAIN}.mo") for name in names}  # noqa: PTH118
    return sorted(name.replace("_", "-") for name, path in catalogues.items() if os.path.isfile(path))  # noqa: PTH113


def use_language(language: str) -> bool:
    """Translate from now on into a language such as `de` or `pt-BR`; whether there is a catalogue of it."""
    global _catalogue  # noqa: PLW0603 - one language for the whole program
    import gettext as library
    import os

    folder = _folder()
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


def ngettext(one: str, other: str, count: int) -> str:
    """The one of two sentences that fits a number, in the language of the program, which may have more than two."""
    if _catalogue is None:
        return one if count == 1 else other
    return _catalogue.ngettext(one, other, count)


def plural(count: int, one: str, other: str, **values: object) -> str:
    """The one of two templates that fits a number, with its slots filled; `{count}` is the number."""
    return ngettext(one, other, count).format(count=count, **values)


def _folder() -> str:
    import os

    return os.path.join(os.path.dirname(__file__), "data", "locale")  # noqa: PTH118, PTH120 - as light as can be


def _language_in(settings: str) -> str:
    """The language in a settings file; empty where there is none, and where the file cannot be read.

    What is wrong with the file is said by the command, which reads it too.
    """
    import os

    if not os.path.isfile(settings):  # noqa: PTH113 - reading a named pipe would wait for ever
        return ""
    try:
        with open(settings, "rb") as file:  # noqa: PTH123 - as light as can be
            content = file.read()
        if b"language" not in content:
            return ""
        import tomllib

        language = tomllib.loads(content.decode()).get("language", "")
    except (OSError, ValueError, RecursionError):
        return ""
    return language if isinstance(language, str) else ""
