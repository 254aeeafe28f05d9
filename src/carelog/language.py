"""The language that people read: English as the source has it, or the catalogue of another language.

It is chosen once, before any sentence is loaded, because most sentences are translated where they stand.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from gettext import NullTranslations
    from pathlib import Path

DOMAIN = "carelog"
ENGLISH = "en"
PSEUDO = "xx"
"""The language in which tests look for English that no translation reaches."""

_LONGEST_SETTINGS = 1 << 24
"""The most bytes of a settings file that is read, as everywhere (`files.LONGEST_FILE`)."""

_catalogue: NullTranslations | None = None
_language = ENGLISH


def choose_language(environment: Mapping[str, str], settings: Path) -> None:
    """Use the language of CARELOG_LANG, else that of the settings file; English where there is no catalogue of it."""
    wanted = environment.get("CARELOG_LANG", "")
    found = PSEUDO if wanted == PSEUDO else language_named(wanted or _language_in(settings))
    if found:
        use_language(found)


def language_named(name: str) -> str:
    """The language that has a catalogue and that name in any case, such as `pt-BR` for `pt_br`; empty for none."""
    wanted = name.replace("_", "-").casefold()
    return next((each for each in languages() if each.casefold() == wanted), "") if wanted else ""


def languages() -> list[str]:
    """The languages of which there is a catalogue, such as `de` and `pt-BR`, in the order of the alphabet."""
    folder = _folder()
    if not folder.is_dir():
        return []
    has_catalogue = (each for each in folder.iterdir() if (each / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file())
    return sorted(each.name.replace("_", "-") for each in has_catalogue)


def use_language(language: str) -> bool:
    """Translate from now on into a language such as `de` or `pt-BR`; whether there is a catalogue of it."""
    global _catalogue, _language  # noqa: PLW0603 - one language for the whole program
    import gettext as library
    import os

    if language == PSEUDO:
        from carelog.pseudo_language import PseudoLanguage

        _catalogue, _language = PseudoLanguage(), language
        library.gettext = _gettext_of_typer  # Typer takes it from there when it is imported
        return True

    folder = str(_folder())
    _catalogue = library.translation(DOMAIN, folder, [language.replace("-", "_")], fallback=True)
    if type(_catalogue) is library.NullTranslations:
        _catalogue, _language = None, ENGLISH
        return False
    _language = language
    os.environ["LANGUAGE"] = language.replace("-", "_")  # Typer's own words come from the same catalogue
    library.bindtextdomain(DOMAIN, folder)
    library.textdomain(DOMAIN)
    return True


def language_in_use() -> str:
    """The language of the sentences as pages and documents name it, such as `en` and `pt-BR`."""
    return _language


def gettext(message: str) -> str:
    """A sentence in the language of the program; English where that has no translation of it."""
    return message if _catalogue is None else _catalogue.gettext(message)


def translation_into(language: str) -> Callable[[str], str]:
    """What translates a sentence into a language that need not be the program's; English stays without a catalogue."""
    import gettext as library

    catalogue = library.translation(DOMAIN, str(_folder()), [language.replace("-", "_")], fallback=True)
    return catalogue.gettext


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


def in_figures(english: str) -> str:
    """A number such as 12,400 or 7.5 with the marks of the language between its thousands and before its decimals."""
    marks = {ord(","): pgettext("between thousands", ","), ord("."): pgettext("before decimals", ".")}
    return english.translate(marks)


def _gettext_of_typer(message: str) -> str:
    """A word of Typer's help in the pseudo-language; what says that a command is unknown stays, and is reworded."""
    return message if "{name!r}" in message else gettext(message)


def _folder() -> Path:
    from pathlib import Path

    return Path(__file__).parent / "data" / "locale"


def _language_in(settings: Path) -> str:
    """The language in a settings file; empty where there is none, and where the file cannot be read.

    What is wrong with the file is said by the command, which reads it too.
    """
    try:
        if not settings.is_file() or settings.stat().st_size > _LONGEST_SETTINGS:
            return ""  # reading a named pipe would wait for ever
        content = settings.read_bytes()
        if b"language" not in content:
            return ""
        import tomllib

        language = tomllib.loads(content.decode("utf-8-sig")).get("language", "")
    except (OSError, ValueError, RecursionError):
        return ""
    return language if isinstance(language, str) else ""
