"""The countries whose numbers are shown: the person's choice, else guesses that are labelled as such."""

from __future__ import annotations

import os

from carelog.crisis.lines import code, find
from carelog.crisis.place import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def codes_in(text: str) -> list[str]:
    """The codes of several countries, by their names or codes, with commas or blanks between them.

    What is neither is an empty string. A name that several countries have gives the code of each. Codes do without the
    module of the names, which may be missing.
    """
    codes = [code(part) for part in text.replace(",", " ").split()]
    if all(codes):
        return codes
    try:
        from carelog.crisis.country_names import named_in
    except ImportError:
        return codes
    return [each for part, found in named_in(text) for each in found or [code(part)]]


def asked(words: list[str]) -> list[str]:
    """The codes of the countries that the words of a command line ask for with `--country`."""
    return list(filter(None, codes_in(_value_of("--country", words))))


def asks_in_vain(words: list[str]) -> bool:
    """Whether something was asked for with `--country` that names no country."""
    return not all(codes_in(_value_of("--country", words)))


def places(wanted: list[str], chosen: list[str], environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """Country codes, each with its source: "option", "settings", "timezone" or "locale". The list may be empty.

    A time zone says where a computer is, a locale only which language it speaks; if they differ, both are returned.
    """
    if wanted:
        return [(country, "option") for country in wanted]
    if chosen:
        return [(country, "settings") for country in chosen]
    zone, language = _from_zone(environ), _from_locale(environ)
    guesses = [(zone, "timezone"), (language, "locale")] if zone != language else [(zone, "timezone")]
    return [(country, source) for country, source in guesses if country]


def _value_of(option: str, words: list[str]) -> str:
    for place, word in enumerate(words):
        if word == option:
            return next(iter(words[place + 1 :]), "")
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return ""


def _from_zone(environ: Mapping[str, str]) -> str:
    names = (zone.strip().removeprefix(":").rpartition("zoneinfo/")[2] for zone in _zones(environ))
    return next(filter(None, (find("zones", name) for name in names)), "")


def _zones(environ: Mapping[str, str]) -> Iterator[str]:
    yield environ.get("TZ", "")
    yield _if_there(lambda: read("/etc/timezone", 100).decode("ascii", "replace"))
    yield _if_there(lambda: os.readlink("/etc/localtime"))


def _if_there(look: Callable[[], str]) -> str:
    try:
        return look()
    except OSError:
        return ""


def _from_locale(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = environ.get(name, "").partition(".")[0].partition("@")[0]
        if country := code(language.partition("_")[2]):
            return country
    return ""
