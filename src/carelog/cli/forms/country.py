"""Ask for the country of the crisis card: the language of a computer does not say where its owner lives."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask
from carelog.cli.runtime.streams import say_on_stderr
from carelog.errors import InvalidValue
from carelog.settings import StartQuestion
from carelog.settings_file import remember_asked, set_value
from carelog.wording import first_start as first_start_words
from carelog.wording import start as start_words
from carelog.wording.lists import listed, listed_with_or

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session

_MOST_MEANT = 3
_LIKENESS = 0.7
"""How much of a name has to be in what was typed, 0 to 1, to offer the name; below, the offers are far-fetched."""
_SHORTEST_MEANT = 4
"""The fewest letters of a name that is offered: to a code of three letters everything is near."""


def ask_country_once(session: Session) -> None:
    """Ask before the first change of people or the plan, unless a country is set or nobody can be asked."""
    settings = session.settings
    if session.can_ask and not settings.country and StartQuestion.COUNTRY not in settings.asked:
        ask_country(session)


def ask_country(session: Session) -> None:
    """Ask for one or several countries, and set them; Enter takes the guess that is shown, or leaves them open."""
    usual = list(session.settings.country) or _guess()
    shown = listed(map(_name, usual))

    def read(typed: str) -> list[str]:
        return usual if typed == shown else read_countries(typed) if typed.strip() else []

    codes = ask(start_words.ASK_COUNTRY, read, shown)
    if codes:
        session.apply_settings(set_value(session.paths, "country", ",".join(codes)))
        say_on_stderr(start_words.country_kept(map(_name, codes)))
    else:
        session.apply_settings(remember_asked(session.paths, StartQuestion.COUNTRY))
    remark_without_numbers(session)
    session.close()  # it may be open to read only, and the command that follows may write


def read_countries(typed: str) -> list[str]:
    """The codes of the countries that are named, each once and in order.

    Raises InvalidValue for a name that no country or more than one has; the sentence says what to write.
    """
    from carelog.crisis.country_names import named_in

    found = named_in(typed)
    for text, codes in found or [(typed.strip(), [])]:
        if len(codes) > 1:
            raise InvalidValue("helpline.country-several", text=text, meant=_offered(codes))
        if not codes:
            raise _not_known(text)
    return list(dict.fromkeys(codes[0] for _, codes in found))


def remark_without_numbers(context: Context) -> None:
    """Remark on a country without a number for the crisis card, or with the police alone."""
    from carelog.crisis.lines import country
    from carelog.crisis.page import police_sentence

    found = [country(code) for code in context.settings.country]
    unknown = [each.code for each in found if not (each.service or each.lines)]
    if unknown:
        context.remarks.append(first_start_words.no_numbers(unknown))
    for each in found:
        if police := police_sentence(each):
            context.remarks.append(first_start_words.police_only(police))


def _not_known(text: str) -> InvalidValue:
    """That no country has this name, with those whose names are nearly it."""
    from difflib import get_close_matches

    from carelog.crisis.country_names import folded, names

    known = {name: codes for name, codes in names().items() if len(name) >= _SHORTEST_MEANT}
    near = get_close_matches(folded(text), known, _MOST_MEANT, _LIKENESS)
    codes = dict.fromkeys(code for name in near for code in known[name])
    if codes:
        return InvalidValue("helpline.country-misspelled", text=text, meant=_offered(codes))
    return InvalidValue("helpline.country-not-understood", text=text)


def _offered(codes: Iterable[str]) -> str:
    return listed_with_or(start_words.country_and_code(_name(code), code) for code in codes)


def _name(code: str) -> str:
    from carelog.crisis.lines import find

    return find("countries", code) or code


def _guess() -> list[str]:
    from carelog.crisis.country import places

    return [country for country, _ in places([], [], os.environ)][:1]
